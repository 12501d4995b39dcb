import type { CalendarDate, Instant } from "../policy/calendar.js";
import type { AssuranceLevel, BirthInterval } from "../policy/subject.js";

/** How well an age is known by each method of learning it (F5). The method is stored; the level always follows from it. */
export const ASSURANCE_BY_METHOD = {
  SELF_DECLARATION: "SELF_DECLARED",
  GUARDIAN_DECLARATION: "GUARDIAN_ATTESTED",
  APPLE_SELF_DECLARED: "SELF_DECLARED",
  APPLE_GUARDIAN_DECLARED: "GUARDIAN_ATTESTED",
  APPLE_CHECKED: "VERIFIED",
  GOOGLE_DECLARED: "SELF_DECLARED",
  GOOGLE_SUPERVISED: "GUARDIAN_ATTESTED",
  GOOGLE_VERIFIED: "VERIFIED",
  INFERENCE: "ESTIMATED",
  FACE_ESTIMATE: "ESTIMATED",
  PAYMENT_CARD: "VERIFIED",
  IDENTITY_DOCUMENT: "VERIFIED",
  REVIEW: "VERIFIED",
} as const satisfies Record<string, AssuranceLevel>;

/** By what means an age was learnt. */
export type AgeMethod = keyof typeof ASSURANCE_BY_METHOD;

/** An age in whole years between two ends, either open (null), as it was on the day of observation. */
export interface AgeBounds {
  readonly atLeast: number | null;
  readonly atMost: number | null;
  readonly observedOn: CalendarDate;
}

/** A birth as a source stated it, `2010-05-04`, `2010-05`, `2010` or bounds, with the days that it means (F3). */
export interface StatedBirth {
  readonly stated: string | AgeBounds;
  readonly interval: BirthInterval;
}

/** What one source says about a person's age. */
export interface AgeFact {
  readonly born: StatedBirth;
  readonly method: AgeMethod;
  /** Who vouches for it, as a code such as `accounts` or a provider's name; null: not recorded. */
  readonly issuer: string | null;
  readonly recordedAt: Instant;
  /** The first instant at which it is no proof any more; null: it does not run out. */
  readonly expiresAt: Instant | null;
}
