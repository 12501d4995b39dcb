import type { Instant } from "../policy/calendar.js";
import { formatProblem } from "../policy/language/policy-problem.js";
import { admitPolicy, type Admitted } from "../policy-admission.js";
import { filesOfPolicy, type PolicyFiles } from "../policy-folder.js";
import type { ServedPolicy } from "../subgraph/served-policy.js";
import { StartRefused } from "./start-refused.js";

/** A policy that a process starts with, and the files it was read from. */
export interface LoadedPolicy {
  readonly files: PolicyFiles;
  readonly admitted: Admitted;
  readonly served: ServedPolicy;
}

/** Admits a policy folder. Rejects with `StartRefused`, a line for each thing that is wrong. */
export async function loadPolicy(folder: string, now: Instant): Promise<LoadedPolicy> {
  const files = await filesOfPolicy(folder);
  const admitted = admitPolicy(files);
  if (!admitted.ok) {
    throw new StartRefused(
      `the policy in \`${folder}\` cannot be served:\n${admitted.problems.map(formatProblem).join("\n")}`,
    );
  }
  const { policy, texts, revision } = admitted;
  return { files, admitted, served: { policy, texts, ...revision, activeSince: now } };
}
