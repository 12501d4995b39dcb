import type { Instant } from "../policy/calendar.js";
import type { StoredValue } from "./stored-value.js";
import type { UserId } from "./user-id.js";

/** Where a request for approval stands. */
export const APPROVAL_STATES = ["PENDING", "APPROVED", "DECLINED", "WITHDRAWN", "REVOKED", "EXPIRED"] as const;
/** Where a request for approval stands. */
export type ApprovalState = (typeof APPROVAL_STATES)[number];

/** A young person's request that a guardian allow one item, and what came of it. */
export interface ApprovalRequest {
  /** Unique within the profile. */
  readonly id: string;
  /** The item's key as stored. */
  readonly item: string;
  /** How far it goes; null: as far as the rules let a guardian go. */
  readonly value: StoredValue | null;
  readonly state: ApprovalState;
  /** The guardian who decided; set whenever one has. */
  readonly guardian: UserId | null;
  readonly requestedAt: Instant;
  /** When it left PENDING; set whenever a guardian decided. */
  readonly decidedAt: Instant | null;
  /** When a pending request lapses or an approval ends; null: no date set. */
  readonly endsAt: Instant | null;
}
