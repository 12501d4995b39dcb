import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { Writable } from "node:stream";
import { admitPolicy, type Admission, type Admitted } from "../../src/policy-admission.js";
import { filesOfPolicy, type PolicyFiles } from "../../src/policy-folder.js";
import { makeLog } from "../../src/server/log.js";
import { PolicyControl, type PolicyControlParts } from "../../src/server/policy-control.js";
import { PolicyShadow } from "../../src/server/policy-shadow.js";
import { NOW } from "./people.js";

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** An empty folder that is gone after the tests. */
export function emptyFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "policy-"));
  folders.push(folder);
  return folder;
}

const [CATALOGUE, PLATFORM] = ["catalogue.yaml", "platform.yaml"].map((file) =>
  readFileSync(`policies/${file}`, "utf8"),
);

/** The files of this repository's policy without statutes, texts and cases, under a name of its own. */
export function platformAlone(label: string): Readonly<Record<string, string>> {
  return {
    "catalogue.yaml": (CATALOGUE ?? "").replace(/^revision: \S+/m, `revision: ${label}`),
    "platform.yaml": PLATFORM ?? "",
  };
}

/** The same, and people under 16 watch half an hour a day at most. */
export function halfAnHour(label: string): Readonly<Record<string, string>> {
  const files = platformAlone(label);
  return { ...files, "platform.yaml": `${files["platform.yaml"] ?? ""}${HALF_AN_HOUR}` };
}

const HALF_AN_HOUR = `
  - id: half-an-hour-16
    timeline: { 2019-03-01: in force }
    when: { age: under 16 }
    then: { dailyScreenTime: { at most: 30 } }
    cite: own
`;

/** A case about Noor, 15, that holds by \`halfAnHour\` alone. */
export const HALF_AN_HOUR_HOLDS = `people:
  Noor: { about: "15 in 2022", born: 2006-12-14, in: FR, zone: Europe/Paris }
cases:
  - name: Half an hour a day
    person: Noor
    on:
      2022-03-13: { dailyScreenTime: { cap: 30 } }
`;

/** Writes files into a folder, a new one where none is given. */
export function written(files: Readonly<Record<string, string>>, folder = emptyFolder()): string {
  for (const [file, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), content);
  }
  return folder;
}

/** What becomes of files. */
export async function admissionOf(files: Readonly<Record<string, string>>): Promise<Admission> {
  return admitOnce(await filesOfPolicy(written(files)));
}

const admissions = new Map<string, Admission>();

/** Admits in this process. The same bytes always come to the same, so they are looked at once. */
function admitOnce(files: PolicyFiles): Admission {
  const key = JSON.stringify([files.policy, files.cases]);
  const known = admissions.get(key) ?? admitPolicy(files);
  admissions.set(key, known);
  return known;
}

/** The same, for files that pass. */
export async function admittedFrom(files: Readonly<Record<string, string>>): Promise<Admitted> {
  const admission = await admissionOf(files);
  if (!admission.ok) throw new Error(admission.problems.map(({ message }) => message).join("\n"));
  return admission;
}

/** A policy that can be changed, what is compared with it, and what has been logged about it. */
export interface Controlled {
  readonly control: PolicyControl;
  readonly shadow: PolicyShadow;
  readonly folder: string;
  readonly logged: () => string;
}

/** Takes charge of a folder's policy, in this process. */
export async function controlOf(
  files: Readonly<Record<string, string>>,
  parts: Partial<PolicyControlParts> & { readonly share?: number } = {},
): Promise<Controlled> {
  const folder = written(files);
  let lines = "";
  const sink = new Writable({
    write(chunk: Buffer, _encoding, done) {
      lines += chunk.toString();
      done();
    },
  });
  const log = makeLog("info", sink);
  const fault = (error: unknown): void => log.error({ error: String(error) }, "fault");
  const shadow = new PolicyShadow({ share: parts.share ?? 1, clock: () => NOW, onFault: fault });
  const admit = async (found: PolicyFiles) => admitOnce(found);
  const usual = { folder, shadowFolder: null, history: null, shadow, admit, clock: () => NOW, log };
  const admitted = await admittedFrom(files);
  const { policy, texts, revision } = admitted;
  const served = { policy, texts, ...revision, activeSince: NOW };
  const loaded = { files: await filesOfPolicy(folder), admitted, served };
  const control = await PolicyControl.over({ ...usual, ...parts }, loaded);
  return { control, shadow, folder, logged: () => lines };
}
