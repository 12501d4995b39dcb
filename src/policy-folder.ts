import { createHash } from "node:crypto";
import { readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { didYouMean } from "./policy/did-you-mean.js";
import { findGaps, formatGap } from "./policy/gaps.js";
import { inOrder, type PolicyProblem } from "./policy/language/policy-problem.js";
import { POLICY_FILES, readPolicy } from "./policy/language/read-policy.js";
import type { PolicyDocuments } from "./policy/rule.js";
import type { Texts } from "./policy/texts/texts.js";

/** Which rules these are. */
export interface Revision {
  /** SHA-256 over the names and contents of the policy's files, in hexadecimal: the same files, the same id. */
  readonly id: string;
  /** What the catalogue calls this revision, or the first twelve digits of its id. */
  readonly label: string;
}

/** A policy folder as read: all of it, or everything that is wrong with it. */
export type PolicyFolder =
  | { readonly ok: true; readonly documents: PolicyDocuments; readonly texts: Texts; readonly revision: Revision }
  | { readonly ok: false; readonly problems: readonly PolicyProblem[] };

/** Folders beside the policy: cases that test it, and schemas for editors. */
const BESIDE = ["tests", "schemas"];
const MOST_BYTES = 4_000_000;

/**
 * Reads a policy folder: `catalogue.yaml`, `platform.yaml`, `deployment.yaml`, `laws/*.yaml`, `texts/*.yaml`.
 * Any other YAML file is a problem, so that a misnamed law cannot be left out unnoticed. Never rejects.
 */
export async function readPolicyFolder(folder: string): Promise<PolicyFolder> {
  const problems: PolicyProblem[] = [];
  const refuse = (file: string, message: string): void =>
    void problems.push({ place: { file, line: 1, column: 1 }, message });
  const hash = createHash("sha256");
  const sources: { file: string; text: string }[] = [];

  const files = await yamlFiles(folder);
  if (typeof files === "string")
    return { ok: false, problems: [{ place: { file: folder, line: 1, column: 1 }, message: files }] };
  for (const file of files) {
    const bytes = await contents(join(folder, file));
    if (!Object.values(POLICY_FILES).some((pattern) => pattern.test(file))) {
      refuse(
        file,
        `\`${file}\` is not a file of a policy${didYouMean(file, KNOWN) || `: there are ${KNOWN.join(", ")}`}`,
      );
    } else if (typeof bytes === "string") refuse(file, bytes);
    else {
      hash.update(`${file}\0${bytes.length}\0`).update(bytes);
      const text = decoded(bytes);
      if (text === null) refuse(file, "the file is not text in UTF-8: save it as UTF-8");
      else sources.push({ file, text });
    }
  }

  const read = readPolicy(sources);
  // A file that could not be read has been reported as such; it is not missing.
  const known = new Set(problems.map(({ place }) => place.file));
  const found = read.ok ? [] : read.problems.filter(({ place }) => !known.has(place.file));
  if (problems.length > 0 || !read.ok) return { ok: false, problems: inOrder([...problems, ...found]) };
  // Silence about somebody under age is never read as "open" (V1): such a policy does not load.
  const gaps = findGaps(read.documents).map((gap) => ({ place: read.placeOf(gap.item), message: formatGap(gap) }));
  if (gaps.length > 0) return { ok: false, problems: inOrder(gaps) };
  const id = hash.digest("hex");
  return {
    ok: true,
    documents: read.documents,
    texts: read.texts,
    revision: { id, label: read.revision ?? id.slice(0, 12) },
  };
}

const KNOWN = ["catalogue.yaml", "platform.yaml", "deployment.yaml", "laws/*.yaml", "texts/*.yaml"];

/** The paths of the YAML files of a folder, sorted, without hidden ones and those beside the policy; or why there are none. */
async function yamlFiles(folder: string, inside = ""): Promise<readonly string[] | string> {
  try {
    const files: string[] = [];
    for (const entry of await readdir(join(folder, inside), { withFileTypes: true })) {
      const path = inside === "" ? entry.name : `${inside}/${entry.name}`;
      if (entry.name.startsWith(".") || BESIDE.includes(path)) continue;
      if (entry.isDirectory()) {
        const inner = await yamlFiles(folder, path);
        if (typeof inner === "string") return inner;
        files.push(...inner);
      } else if (/\.ya?ml$/.test(entry.name)) files.push(path);
    }
    return files.sort();
  } catch (error) {
    return `the policy folder \`${join(folder, inside)}\` cannot be read: ${codeOf(error)}`;
  }
}

/** The bytes of a file, or why there are none. */
async function contents(path: string): Promise<Buffer | string> {
  try {
    const { size } = await stat(path);
    if (size > MOST_BYTES) return `the file has ${size} bytes, and ${MOST_BYTES} are the most: split it`;
    return await readFile(path);
  } catch (error) {
    return `the file cannot be read: ${codeOf(error)}`;
  }
}

function decoded(bytes: Buffer): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function codeOf(error: unknown): string {
  return typeof error === "object" && error !== null && "code" in error ? String(error.code) : "for an unknown reason";
}
