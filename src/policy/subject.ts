import type { CalendarDate, Instant, TimeZone } from "./calendar.js";
import type { ItemKey, Value } from "./item.js";

declare const region: unique symbol;

/** An ISO 3166-1 alpha-2 or 3166-2 code in capitals, e.g. `BR`, `US-CA`. Made only by `parseRegion`. */
export type RegionCode = string & { readonly [region]: true };

/** How well an age is known, weakest first (F5); the index is the rank. */
export const ASSURANCE_LEVELS = ["UNKNOWN", "SELF_DECLARED", "GUARDIAN_ATTESTED", "ESTIMATED", "VERIFIED"] as const;
/** How well an age is known. */
export type AssuranceLevel = (typeof ASSURANCE_LEVELS)[number];

/**
 * Everything from the earliest to the latest day on which a person can have been born, both included (F3).
 * `earliest: null` has no lower end; `latest: null` has no upper end and is read as age 0. Equal ends: an exact birth date.
 */
export interface BirthInterval {
  readonly earliest: CalendarDate | null;
  readonly latest: CalendarDate | null;
}

/** Whether an adult guards the person; a link that is pending, revoked or expired gives no powers (F6). */
export type GuardianStatus = "NONE" | "PENDING" | "LINKED";

/** A guardian's yes to one item (C1, C2). */
export interface Approval {
  /** How far it goes; null: as far as the rules let it. */
  readonly value: Value | null;
  /** The first instant at which it no longer counts; null: no end. */
  readonly until: Instant | null;
}

/**
 * What is known about a person, as the rules read it. null always means unknown, except `present` (null: at home) and `joined` (null: now).
 * Approvals and limits of several guardians are folded before: the strictest approved value, cancelled by any refusal; the strictest limit.
 * They count only while `guardian` is LINKED.
 */
export interface Subject {
  readonly born: BirthInterval;
  readonly assurance: AssuranceLevel;
  /** When the proof of age runs out and the level becomes UNKNOWN; null: it does not. */
  readonly assuranceUntil: Instant | null;
  readonly residence: RegionCode | null;
  readonly present: RegionCode | null;
  readonly guardian: GuardianStatus;
  readonly zone: TimeZone | null;
  readonly joined: CalendarDate | null;
  readonly approvals: ReadonlyMap<ItemKey, Approval>;
  readonly limits: ReadonlyMap<ItemKey, Value>;
}

/** What a person chose, by setting, whether or not it is allowed now. */
export type Choices = ReadonlyMap<ItemKey, Value>;
