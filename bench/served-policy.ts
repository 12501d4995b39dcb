import { compilePolicy } from "../src/policy/compile.js";
import type { Instant } from "../src/policy/calendar.js";
import { formatProblem } from "../src/policy/language/policy-problem.js";
import { readPolicyFolder } from "../src/policy-folder.js";
import type { ServedPolicy } from "../src/subgraph/served-policy.js";

/** The project's own rules, ready to answer by. */
export async function readServedPolicy(): Promise<ServedPolicy> {
  const folder = await readPolicyFolder("policies");
  if (!folder.ok) throw new Error(folder.problems.map(formatProblem).join("\n"));
  const { documents, texts, revision } = folder;
  return { policy: compilePolicy(documents), texts, ...revision, activeSince: Date.now() as Instant };
}
