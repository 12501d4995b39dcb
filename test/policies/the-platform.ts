import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { compilePolicy } from "../../src/policy/compile.js";
import { formatProblem, type PolicySource } from "../../src/policy/language/policy-problem.js";
import { readPolicyFolder } from "../../src/policy-folder.js";

/** The folder of the rules that the service ships with. */
export const POLICIES = fileURLToPath(new URL("../../policies", import.meta.url));

const folder = await readPolicyFolder(POLICIES);
if (!folder.ok) throw new Error(folder.problems.map(formatProblem).join("\n"));

/** The rules that the service ships with, read and compiled. */
export const shipped = {
  documents: folder.documents,
  policy: compilePolicy(folder.documents),
  texts: folder.texts,
  invariants: folder.invariants,
};

const platformOnly = {
  ...folder.documents,
  rules: folder.documents.rules.filter(({ layer }) => layer === "PLATFORM"),
};

/** Of these the platform's own, as if there were no laws. */
export const platform = { documents: platformOnly, policy: compilePolicy(platformOnly) };

/** The files of cases beside them, and of those in folders. */
export const caseFiles: readonly PolicySource[] = readdirSync(`${POLICIES}/tests`, {
  recursive: true,
  encoding: "utf8",
})
  .filter((name) => name.endsWith(".yaml"))
  .sort()
  .map((name) => ({ file: `tests/${name}`, text: readFileSync(`${POLICIES}/tests/${name}`, "utf8") }));
