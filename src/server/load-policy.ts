import { compilePolicy } from "../policy/compile.js";
import type { Instant } from "../policy/calendar.js";
import { formatProblem } from "../policy/language/policy-problem.js";
import { readPolicyFolder } from "../policy-folder.js";
import type { ServedPolicy } from "../subgraph/served-policy.js";
import { StartRefused } from "./start-refused.js";

/** Reads and compiles a policy folder. Rejects with `StartRefused`, a line for each thing that is wrong. */
export async function loadPolicy(folder: string, now: Instant): Promise<ServedPolicy> {
  const read = await readPolicyFolder(folder);
  if (!read.ok) {
    throw new StartRefused(
      `the policy in \`${folder}\` cannot be served:\n${read.problems.map(formatProblem).join("\n")}`,
    );
  }
  const { documents, texts, revision } = read;
  return { policy: compilePolicy(documents), texts, ...revision, activeSince: now };
}
