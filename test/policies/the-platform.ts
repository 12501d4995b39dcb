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
export const platform = { ...folder, policy: compilePolicy(folder.documents) };

/** The files of cases beside them. */
export const caseFiles: readonly PolicySource[] = readdirSync(`${POLICIES}/tests`)
  .filter((name) => name.endsWith(".yaml"))
  .sort()
  .map((name) => ({ file: `tests/${name}`, text: readFileSync(`${POLICIES}/tests/${name}`, "utf8") }));
