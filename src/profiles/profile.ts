import type { CalendarDate, Instant, TimeZone } from "../policy/calendar.js";
import type { RegionCode } from "../policy/subject.js";
import type { AgeFact } from "./age-fact.js";
import type { ApprovalRequest } from "./approval-request.js";
import type { GuardianLink } from "./guardian-link.js";
import type { StoredValue } from "./stored-value.js";
import type { UserId } from "./user-id.js";

/** A place with where the knowledge of it comes from. */
export interface KnownPlace {
  readonly region: RegionCode;
  /** The source as a code, e.g. `sign-up`, `app-store`; null: not recorded. */
  readonly source: string | null;
  readonly recordedAt: Instant;
}

/** Everything known about one person that a decision needs. Immutable; null means unknown. */
export interface Profile {
  readonly id: UserId;
  /** Grows by one with every write; a write that names another revision is too late. */
  readonly revision: number;
  /** What the sources say, in no order that matters. */
  readonly ages: readonly AgeFact[];
  readonly residence: KnownPlace | null;
  /** Where the person is now; null: at home. */
  readonly present: KnownPlace | null;
  readonly timeZone: TimeZone | null;
  readonly joined: CalendarDate | null;
  readonly guardians: readonly GuardianLink[];
  readonly approvals: readonly ApprovalRequest[];
  /** By setting key, as stored: some may mean nothing to the catalogue in force. */
  readonly choices: ReadonlyMap<string, StoredValue>;
}
