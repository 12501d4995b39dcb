// The process of its own in which a policy is admitted: see `policy-admission-apart.ts`.
import { admitPolicy, type Admitted } from "../policy-admission.js";
import type { PolicyFiles } from "../policy-folder.js";
import type { Verdict } from "./policy-admission-apart.js";

process.once("message", (files: PolicyFiles) => {
  const admission = admitPolicy(files);
  tell(admission.ok ? withoutFunctions(admission) : admission);
});

/** Functions cannot be sent; they are made anew by whoever asked. */
function withoutFunctions({ ok, revision, documents, warnings, steps }: Admitted): Verdict {
  return { ok, revision, documents, warnings, steps };
}

function tell(verdict: Verdict): void {
  process.send?.(verdict, () => process.disconnect());
}
