import type { Decisions } from "./answer.js";
import type { Instant } from "./calendar.js";
import type { Catalogue, Rule, RuleId } from "./rule.js";
import type { Choices, Subject } from "./subject.js";

/** One compiled revision of the rules. Immutable: what it answers depends on its arguments alone. */
export interface Policy {
  readonly catalogue: Catalogue;
  readonly rules: ReadonlyMap<RuleId, Rule>;
  /** Every age at which some answer can change, ascending; the age at which guardians' powers end is among them. */
  readonly thresholds: readonly number[];
  /**
   * Decides everything about one person at one instant.
   * Throws `RangeError` for an instant outside `coverage`; never for a subject, a choice or an approval.
   */
  decide(subject: Subject, choices: Choices, at: Instant): Decisions;
  /** The instants that can be asked about: `from` on, when `catalogue.since` has begun everywhere; before `until`, when 2100 begins anywhere (T9). */
  readonly coverage: { readonly from: Instant; readonly until: Instant };
}
