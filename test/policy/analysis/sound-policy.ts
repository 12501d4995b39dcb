import { analyse } from "../../../src/policy/analysis/analyse.js";
import { formatProblem } from "../../../src/policy/language/policy-problem.js";
import { readPolicy } from "../../../src/policy/language/read-policy.js";
import type { PolicyDocuments } from "../../../src/policy/rule.js";
import { day } from "../people.js";

/** A policy of which there is nothing to say. */
const SOUND: Readonly<Record<string, string>> = {
  "catalogue.yaml": `since: 2019-03-01
proven by: VERIFIED
guardian powers: under 18
unknown: { region: strictest }
blocs: { EU: [AT, FR] }
settings:
  comments: { values: [NO_ONE, FRIENDS, EVERYONE], open: EVERYONE }
  dailyScreenTime: { minutes: 0..1440, steps: [30, 60, 90, NO_LIMIT], open: NO_LIMIT }
  quietHours: { windows: weekly, open: [] }
features:
  account: { limited: Curated videos. }
  live: { needs: { account: ALLOWED } }
`,
  "platform.yaml": `layer: PLATFORM
sources:
  page: { title: A page, reviewedOn: 2026-01-31 }
rules:
  - { id: account-13, timeline: { 2019-03-01: in force }, when: { age: under 13 }, then: { account: { at most: LIMITED } }, cite: page }
  - { id: comments-16, timeline: { 2019-03-01: in force }, when: { age: under 16 }, then: { comments: { at most: FRIENDS, default: FRIENDS } }, cite: page }
  - { id: quiet-16, timeline: { 2019-03-01: in force }, when: { age: under 16 }, then: { quietHours: { at least: ["21:00-08:00"] } }, cite: page }
  - { id: time-18, timeline: { 2019-03-01: in force }, when: { age: under 18 }, then: { dailyScreenTime: { default: 60 } }, cite: page }
  - id: open-18
    timeline: { 2019-03-01: in force }
    when: { age: under 18 }
    then: { comments: { default: EVERYONE }, quietHours: { default: [] }, account: { at most: ALLOWED }, live: { at most: ALLOWED } }
    cite: own
`,
};

/** What is added to the sound policy, or changed in it. */
export interface Additions {
  /** Rules of the platform, as in a policy file, without `timeline` (from the first day) and `cite`. */
  readonly platform?: readonly string[];
  /** Rules of laws in files of their own, by file name, in the same way. */
  readonly laws?: Readonly<Record<string, readonly string[]>>;
  /** Whole files. */
  readonly files?: Readonly<Record<string, string>>;
  /** In a file, what stands there and what is written in its place. */
  readonly instead?: readonly (readonly [file: string, from: string, to: string])[];
}

/** The files of the sound policy with additions. */
export function filesWith({ platform = [], laws = {}, files = {}, instead = [] }: Additions): Record<string, string> {
  const all: Record<string, string> = { ...SOUND, ...files };
  all["platform.yaml"] =
    (all["platform.yaml"] ?? "") + platform.map((rule) => `  - { ${dated(rule)}, cite: own }\n`).join("");
  for (const [name, rules] of Object.entries(laws)) {
    const lines = rules.map((rule) => `  - { ${dated(rule)} }\n`).join("");
    all[`laws/${name}.yaml`] = `layer: LAW\nlaw: { title: Law ${name}, reviewedOn: 2026-01-31 }\nrules:\n${lines}`;
  }
  for (const [file, from, to] of instead) {
    if (!all[file]?.includes(from)) throw new Error(`\`${from}\` is not in ${file}`);
    all[file] = all[file].replace(from, () => to);
  }
  return all;
}

/** What is found, a line each: `severity code at file \`what stands there\`: message`. Throws what the files cannot be read for. */
export function found(additions: Additions, today = "2026-11-23"): readonly string[] {
  const files = filesWith(additions);
  return analyse(documentsIn(files), { today: day(today) }).map(({ severity, code, place, message }) => {
    const line = files[place.file]?.split("\n")[place.line - 1] ?? "";
    const word = /^[\w-]+(: [\w-]+)?/.exec(line.slice(place.column - 1))?.[0] ?? "nothing";
    return `${severity} ${code} at ${place.file} \`${word}\`: ${message}`;
  });
}

/** The documents in files. */
export function documentsIn(files: Readonly<Record<string, string>>): PolicyDocuments {
  const read = readPolicy(Object.entries(files).map(([file, text]) => ({ file, text })));
  if (!read.ok) throw new Error(read.problems.map(formatProblem).join("\n"));
  return read.documents;
}

function dated(rule: string): string {
  return rule.includes("timeline:") ? rule : `timeline: { 2019-03-01: in force }, ${rule}`;
}
