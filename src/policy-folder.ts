import { createHash } from "node:crypto";
import { readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { finding } from "./policy/analysis/finding.js";
import { didYouMean } from "./policy/did-you-mean.js";
import { findGaps, formatGap } from "./policy/gaps.js";
import { inOrder, type PolicyProblem, type PolicySource } from "./policy/language/policy-problem.js";
import { POLICY_FILES, readPolicy } from "./policy/language/read-policy.js";
import type { Invariant } from "./policy/proof/invariant.js";
import type { PolicyDocuments } from "./policy/rule.js";
import type { Texts } from "./policy/texts/texts.js";

/** Which rules these are. */
export interface Revision {
  /** SHA-256 over the names and contents of the policy's files, in hexadecimal: the same files, the same id. */
  readonly id: string;
  /** What the catalogue calls this revision, or the first twelve digits of its id. */
  readonly label: string;
}

/** A file of a policy folder: its path inside the folder, with `/`, and its bytes. */
export interface PolicyFile {
  readonly file: string;
  readonly bytes: Uint8Array;
}

/** Files at one moment, by path, and those that nobody can read. Plain data: another thread can be given it. */
export interface TakenFiles {
  readonly files: readonly PolicyFile[];
  readonly problems: readonly PolicyProblem[];
}

/** A policy folder at one moment, not read yet. */
export interface PolicyFiles {
  /** What holds the policy itself; a file that is no part of a policy is a problem. */
  readonly policy: TakenFiles;
  /** The cases that stand beside it in `tests`; a folder without them has none. */
  readonly cases: TakenFiles;
}

/** The files of a policy as read: all of it, or everything that is wrong with it. */
export type PolicyRead =
  | {
      readonly ok: true;
      readonly documents: PolicyDocuments;
      readonly texts: Texts;
      readonly invariants: readonly Invariant[];
      readonly revision: Revision;
    }
  | { readonly ok: false; readonly problems: readonly PolicyProblem[] };

const CASES = "tests";
/** Folders beside the policy: cases that test it, and schemas for editors. */
const BESIDE = [CASES, "schemas"];
const MOST_BYTES = 4_000_000;

/**
 * Reads a policy folder: `catalogue.yaml`, `platform.yaml`, `deployment.yaml`, `invariants.yaml`, `laws/*.yaml`, `texts/*.yaml`.
 * Any other YAML file is a problem, so that a misnamed law cannot be left out unnoticed. Never rejects.
 */
export async function readPolicyFolder(folder: string): Promise<PolicyRead> {
  return readPolicyFiles(await filesOfPolicy(folder));
}

/** Takes a policy folder into memory, each file once, so that all that is done with it is done with the same bytes. Never rejects. */
export async function filesOfPolicy(folder: string): Promise<PolicyFiles> {
  const [policy, cases] = await Promise.all([yamlFiles(folder), yamlFiles(folder, CASES)]);
  const isPolicy = (file: string): boolean => Object.values(POLICY_FILES).some((pattern) => pattern.test(file));
  const stray = (file: string): string =>
    `\`${file}\` is not a file of a policy${didYouMean(file, KNOWN) || `: there are ${KNOWN.join(", ")}`}`;
  return {
    policy: await taken(folder, policy, (file) => (isPolicy(file) ? null : stray(file))),
    // Nobody has to write cases.
    cases: await taken(folder, !cases.ok && cases.code === "ENOENT" ? { ok: true, files: [] } : cases, () => null),
  };
}

/** Takes files; `refused` says why one of them has no place there. */
async function taken(folder: string, found: Found, refused: (file: string) => string | null): Promise<TakenFiles> {
  if (!found.ok) {
    const { place, code } = found;
    const message = `the policy folder \`${place}\` cannot be read: ${code}`;
    return { files: [], problems: [{ place: atStart(place), message }] };
  }
  const files: PolicyFile[] = [];
  const problems: PolicyProblem[] = [];
  for (const file of found.files) {
    const bytes = refused(file) ?? (await contents(join(folder, file)));
    if (typeof bytes === "string") problems.push({ place: atStart(file), message: bytes });
    else files.push({ file, bytes });
  }
  return { files, problems };
}

/** Reads files of a policy: YAML, words, values, texts, and that something is said about everybody under age (V1). Throws nothing. */
export function readPolicyFiles(files: PolicyFiles): PolicyRead {
  const { sources, problems } = sourcesOf(files.policy);
  // Where nothing could be read, it is not known what is missing.
  if (sources.length === 0 && problems.length > 0) return { ok: false, problems: inOrder(problems) };
  const read = readPolicy(sources);
  // A file that could not be read has been reported as such; it is not missing.
  const known = new Set(problems.map(({ place }) => place.file));
  const found = read.ok ? [] : read.problems.filter(({ place }) => !known.has(place.file));
  if (problems.length > 0 || !read.ok) return { ok: false, problems: inOrder([...problems, ...found]) };
  // Silence about somebody under age is never read as "open" (V1): such a policy does not load.
  const gaps = findGaps(read.documents).map((gap) => finding("gap", read.placeOf(gap.item), formatGap(gap)));
  if (gaps.length > 0) return { ok: false, problems: inOrder(gaps) };
  const id = revisionId(files);
  return {
    ok: true,
    documents: read.documents,
    texts: read.texts,
    invariants: read.invariants,
    revision: { id, label: read.revision ?? id.slice(0, 12) },
  };
}

/** Taken files as texts, and what nobody can read. */
export function sourcesOf(taken: TakenFiles): {
  readonly sources: readonly PolicySource[];
  readonly problems: readonly PolicyProblem[];
} {
  const sources: PolicySource[] = [];
  const problems = [...taken.problems];
  for (const { file, bytes } of taken.files) {
    const text = decoded(bytes);
    if (text !== null) sources.push({ file, text });
    else problems.push({ place: atStart(file), message: "the file is not text in UTF-8: save it as UTF-8" });
  }
  return { sources, problems };
}

/** The id of the revision that files make, whether or not it can be served. */
export function revisionId({ policy }: PolicyFiles): string {
  const hash = createHash("sha256");
  for (const { file, bytes } of policy.files) hash.update(`${file}\0${bytes.length}\0`).update(bytes);
  return hash.digest("hex");
}

const KNOWN = ["catalogue.yaml", "platform.yaml", "deployment.yaml", "invariants.yaml", "laws/*.yaml", "texts/*.yaml"];

type Found =
  | { readonly ok: true; readonly files: readonly string[] }
  | { readonly ok: false; readonly place: string; readonly code: string };

/** The paths of the YAML files inside a part of a folder, sorted, without hidden ones and what stands beside the policy; or why there are none. */
async function yamlFiles(folder: string, inside = ""): Promise<Found> {
  try {
    const files: string[] = [];
    for (const entry of await readdir(join(folder, inside), { withFileTypes: true })) {
      const path = inside === "" ? entry.name : `${inside}/${entry.name}`;
      if (entry.name.startsWith(".") || BESIDE.includes(path)) continue;
      if (entry.isDirectory()) {
        const inner = await yamlFiles(folder, path);
        if (!inner.ok) return inner;
        files.push(...inner.files);
      } else if (/\.ya?ml$/.test(entry.name)) files.push(path);
    }
    return { ok: true, files: files.sort() };
  } catch (error) {
    return { ok: false, place: join(folder, inside), code: codeOf(error) };
  }
}

/** The bytes of a file, or why there are none. */
async function contents(path: string): Promise<Uint8Array | string> {
  try {
    const { size } = await stat(path);
    if (size > MOST_BYTES) return `the file has ${size} bytes, and ${MOST_BYTES} are the most: split it`;
    return await readFile(path);
  } catch (error) {
    return `the file cannot be read: ${codeOf(error)}`;
  }
}

function decoded(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function atStart(file: string): PolicyProblem["place"] {
  return { file, line: 1, column: 1 };
}

function codeOf(error: unknown): string {
  return typeof error === "object" && error !== null && "code" in error ? String(error.code) : "for an unknown reason";
}
