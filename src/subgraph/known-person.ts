import type { Instant } from "../policy/calendar.js";
import type { ItemKey, Value } from "../policy/item.js";
import type { Choices, Subject } from "../policy/subject.js";

export interface KnownLimit {
  readonly id: string;
  readonly guardianId: string;
  readonly item: ItemKey;
  readonly value: Value;
  readonly setAt: Instant;
}

export interface KnownApproval {
  readonly id: string;
  readonly item: ItemKey;
  readonly value: Value;
  readonly state: "PENDING" | "APPROVED" | "DECLINED" | "WITHDRAWN" | "REVOKED" | "EXPIRED";
  readonly requestedAt: Instant;
  readonly decidedAt: Instant | null;
  readonly decidedBy: string | null;
  readonly endsAt: Instant | null;
}

export interface KnownPerson {
  readonly userId: string;
  readonly version: string;
  readonly subject: Subject;
  readonly choices: Choices;
  readonly guardians: readonly string[];
  readonly limits: readonly KnownLimit[];
  readonly approvals: readonly KnownApproval[];
}
