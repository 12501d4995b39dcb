import type { Instant } from "../policy/calendar.js";
import type { StoredValue } from "./stored-value.js";
import type { UserId } from "./user-id.js";

/** Where a guardian link stands; only ACTIVE gives powers (F6). */
export const LINK_STATES = ["PENDING", "ACTIVE", "DECLINED", "REVOKED", "EXPIRED"] as const;
/** Where a guardian link stands. */
export type LinkState = (typeof LINK_STATES)[number];

/** The two sides of a guardian link. */
export const LINK_SIDES = ["WARD", "GUARDIAN"] as const;
/** A side of a guardian link. */
export type LinkSide = (typeof LINK_SIDES)[number];

/** A link between the young person whose profile holds it and an adult. */
export interface GuardianLink {
  /** Unique within the profile. */
  readonly id: string;
  readonly guardian: UserId;
  readonly state: LinkState;
  readonly invitedBy: LinkSide;
  readonly invitedAt: Instant;
  /** When both had agreed; set whenever the link is ACTIVE. */
  readonly activeSince: Instant | null;
  /** When a pending invitation lapses. */
  readonly expiresAt: Instant | null;
  /** When it was declined, revoked or expired. */
  readonly endedAt: Instant | null;
  /** The loosest value that this guardian leaves, by item key; keys and values as stored, so some may mean nothing to the catalogue in force. */
  readonly limits: ReadonlyMap<string, GuardianLimit>;
}

/** A guardian's limit on one item. */
export interface GuardianLimit {
  readonly value: StoredValue;
  readonly setAt: Instant;
}
