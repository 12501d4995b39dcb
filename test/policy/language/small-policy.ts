import { formatProblem } from "../../../src/policy/language/policy-problem.js";
import { readPolicy, type ReadPolicy } from "../../../src/policy/language/read-policy.js";

/** A whole policy, small enough to count its lines. */
export const SMALL: Readonly<Record<string, string>> = {
  "catalogue.yaml": `since: 2019-03-01
proven by: VERIFIED
guardian powers: under 18
fallback zone: Etc/UTC
unknown: { region: strictest, subdivision: { US: strictest } }
blocs:
  EU: [AT, BE, FR]
  EEA: [EU, NO]
settings:
  comments: { values: [NO_ONE, FRIENDS, EVERYONE], open: EVERYONE }
  autoplay: { values: [OFF, ON], open: ON }
  dailyScreenTime: { minutes: 0..1440, steps: [30, 60, NO_LIMIT], open: NO_LIMIT }
  quietHours: { windows: weekly, open: [] }
features:
  account: { limited: { code: curatedOnly, text: Curated videos. } }
  commenting: { needs: { account: ALLOWED, comments: FRIENDS } }
`,
  "platform.yaml": `layer: PLATFORM
sources:
  newsroom: { title: A page, url: https://example.com/page }
rules:
  - id: comments-16
    timeline: { 2021-01-13: in force }
    when: { age: under 16 }
    then: { comments: { at most: FRIENDS, default: FRIENDS } }
    cite: newsroom
  - id: quiet-16
    timeline: { 2021-08-12: in force }
    when: { age: under 16 }
    then: { quietHours: { at least: ["21:00-08:00"] } }
    cite: own
`,
  "laws/us-va.yaml": `layer: LAW
law: { title: Virginia SB 854 }
rules:
  - id: us-va-60
    timeline: { 2026-01-01: in force, 2026-02-27: enjoined }
    where: US-VA
    when: { age: under 16 }
    then: { dailyScreenTime: { at most: 60, guardian may allow: NO_LIMIT, default: 60 } }
`,
};

/** One change to a file: what stands there, and what is written in its place. */
export type Change = readonly [file: string, from: string, to: string];

/** The small policy with changes, each of which must find its place; «, which marks a spot, is left out. */
export function changed(...changes: readonly Change[]): Record<string, string> {
  const marked = markedFiles(changes);
  return Object.fromEntries(Object.entries(marked).map(([file, text]) => [file, text.replaceAll(MARK, "")]));
}

/** Reads a policy from its files. */
export function read(files: Readonly<Record<string, string>>): ReadPolicy {
  return readPolicy(Object.entries(files).map(([file, text]) => ({ file, text })));
}

/** What is wrong with a policy, a line a problem. */
export function problemsIn(files: Readonly<Record<string, string>>): readonly string[] {
  const policy = read(files);
  return policy.ok ? [] : policy.problems.map(formatProblem);
}

/** Messages with the places that « marks in the changes, first to first. A message that names its place keeps it. */
export function placed(changes: readonly Change[], messages: readonly string[]): readonly string[] {
  const places = Object.entries(markedFiles(changes))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([file, text]) =>
      text.split("\n").flatMap((line, index) =>
        line
          .split(MARK)
          .slice(0, -1)
          .map((_, spot, parts) => `${file}:${index + 1}:${parts.slice(0, spot + 1).join("").length + 1}`),
      ),
    );
  return messages.map((message) =>
    /^[^` ]+:\d+:\d+: /.test(message) ? message : `${places.shift() ?? "nowhere"}: ${message}`,
  );
}

const MARK = "«";

function markedFiles(changes: readonly Change[]): Record<string, string> {
  const files: Record<string, string> = { ...SMALL };
  for (const [file, from, to] of changes) {
    const text = files[file] ?? "";
    if (!text.includes(from)) throw new Error(`\`${from}\` is not in ${file}`);
    files[file] = text.replace(from, () => to);
  }
  return files;
}
