import { fileURLToPath } from "node:url";
import { compilePolicy } from "../policy/compile.js";
import { formatProblem } from "../policy/language/policy-problem.js";
import type { Policy } from "../policy/policy.js";
import type { Invariant } from "../policy/proof/invariant.js";
import type { PolicyDocuments } from "../policy/rule.js";
import type { Texts } from "../policy/texts/texts.js";
import { readPolicyFolder, type Revision } from "../policy-folder.js";
import { BrokenPolicy } from "./misuse.js";

/** The rules that this package ships. */
export const SHIPPED_POLICY = fileURLToPath(new URL("../../policies", import.meta.url));

/** A policy as a command works with it. */
export interface LoadedPolicy {
  readonly documents: PolicyDocuments;
  readonly invariants: readonly Invariant[];
  readonly policy: Policy;
  readonly texts: Texts;
  readonly revision: Revision;
}

/** Loads the policy of a folder; throws `BrokenPolicy` with a line a problem. */
export async function loadPolicy(folder: string): Promise<LoadedPolicy> {
  const read = await readPolicyFolder(folder);
  if (!read.ok) throw new BrokenPolicy(read.problems.map(formatProblem).join("\n"));
  return {
    documents: read.documents,
    invariants: read.invariants,
    policy: compilePolicy(read.documents),
    texts: read.texts,
    revision: read.revision,
  };
}
