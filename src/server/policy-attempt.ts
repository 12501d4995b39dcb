import type { Instant } from "../policy/calendar.js";
import type { AdmissionStep, StepTime } from "../policy-admission.js";
import type { Revision } from "../policy-folder.js";

/** What was to be done with a policy. */
export type PolicyAct = "start" | "reload" | "rollback" | "shadow";

/** Who or what wanted it. */
export type PolicyCause = "start" | "signal" | "file change" | "admin call";

/**
 * How an attempt went. `activated`: it answers, or a shadow has begun. `unchanged`: it is the revision that answered before.
 * `refused`: nothing has changed.
 */
export type PolicyOutcome = "activated" | "unchanged" | "refused";

/** An attempt to let a policy answer. */
export interface PolicyAttempt {
  readonly at: Instant;
  readonly act: PolicyAct;
  readonly cause: PolicyCause;
  readonly outcome: PolicyOutcome;
  /** null: it could not be told. */
  readonly revision: Revision | null;
  /** Where it was refused; `history`: what is kept is not what was kept; `fault`: a fault of ours; null: it was not. */
  readonly step: AdmissionStep | "history" | "fault" | null;
  /** What it was refused for, `file:line:column: message`. */
  readonly problems: readonly string[];
  /** What its authors should look at all the same. */
  readonly warnings: readonly string[];
  readonly steps: readonly StepTime[];
  readonly ms: number;
}
