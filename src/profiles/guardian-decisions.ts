import type { Instant } from "../policy/calendar.js";
import type { Item, ItemKey, Value } from "../policy/item.js";
import { bottom, meet } from "../policy/lattice.js";
import type { Approval, GuardianStatus } from "../policy/subject.js";
import type { ApprovalRequest, ApprovalState } from "./approval-request.js";
import type { GuardianLink } from "./guardian-link.js";
import { readStoredValue } from "./stored-value.js";
import type { UserId } from "./user-id.js";

/** The items of a catalogue by key. */
export type ItemsByKey = ReadonlyMap<string, Item>;

/** Whether anybody guards the person at an instant (F6): one active link is enough, an invitation counts until it lapses. */
export function guardianStatus(links: readonly GuardianLink[], at: Instant): GuardianStatus {
  if (links.some(({ state }) => state === "ACTIVE")) return "LINKED";
  const isOpen = ({ state, expiresAt }: GuardianLink) => state === "PENDING" && (expiresAt === null || at < expiresAt);
  return links.some(isOpen) ? "PENDING" : "NONE";
}

/** The guardians whose word counts. */
export function activeGuardians(links: readonly GuardianLink[]): ReadonlySet<UserId> {
  return new Set(links.filter(({ state }) => state === "ACTIVE").map(({ guardian }) => guardian));
}

/**
 * The limits of all active guardians, the strictest for each item (C3).
 * A limit that the catalogue cannot read any more counts as the strictest value, so that no protection is lost; a limit on an item that is gone is dropped.
 */
export function guardianLimits(links: readonly GuardianLink[], items: ItemsByKey): ReadonlyMap<ItemKey, Value> {
  const limits = new Map<ItemKey, Value>();
  for (const { state, limits: own } of links) {
    if (state !== "ACTIVE") continue;
    for (const [key, { value: stored }] of own) {
      const item = items.get(key);
      if (!item) continue;
      const value = readStoredValue(item, stored) ?? bottom(item);
      const others = limits.get(item.key);
      limits.set(item.key, others === undefined ? value : meet(others, value));
    }
  }
  return limits;
}

/**
 * What the active guardians allow, for each item (C2). Each guardian's newest decision about an item counts:
 * - one no cancels every yes, until that guardian decides anew;
 * - of several yeses the strictest value holds, until the last of them ends; a yes that had ended when another was given is spent;
 * - a value that the catalogue cannot read any more allows nothing; a request about an item that is gone is dropped.
 *
 * Time alone therefore only ever ends an approval: it never changes one, and a yes that runs out never widens another.
 */
export function guardianApprovals(
  links: readonly GuardianLink[],
  requests: readonly ApprovalRequest[],
  items: ItemsByKey,
): ReadonlyMap<ItemKey, Approval> {
  const approvals = new Map<ItemKey, Approval>();
  for (const [key, decisions] of newestDecisions(activeGuardians(links), requests)) {
    const item = items.get(key);
    const yeses = decisions.filter(({ state }) => state === "APPROVED");
    if (item && decisions.every(({ state }) => state !== "DECLINED")) {
      const approval = together(
        item,
        yeses.filter((yes) => !isSpent(yes, yeses)),
      );
      if (approval) approvals.set(item.key, approval);
    }
  }
  return approvals;
}

/** By item, the newest decision of each guardian; a yes that was taken back or has expired is a decision too, and no yes. */
function newestDecisions(
  guardians: ReadonlySet<UserId>,
  requests: readonly ApprovalRequest[],
): ReadonlyMap<string, readonly ApprovalRequest[]> {
  const newest = new Map<string, Map<UserId, ApprovalRequest>>();
  for (const request of requests) {
    const { guardian, item, state } = request;
    if (guardian === null || !guardians.has(guardian) || WEIGHT[state] === null) continue;
    const byGuardian = newest.get(item) ?? new Map<UserId, ApprovalRequest>();
    newest.set(item, byGuardian);
    const known = byGuardian.get(guardian);
    if (!known || isNewer(request, known)) byGuardian.set(guardian, request);
  }
  return new Map([...newest].map(([item, byGuardian]) => [item, [...byGuardian.values()]]));
}

/** Which of two decisions at one instant counts: the heavier. null: not a guardian's decision. */
const WEIGHT = {
  DECLINED: 2,
  REVOKED: 1,
  EXPIRED: 1,
  APPROVED: 0,
  PENDING: null,
  WITHDRAWN: null,
} as const satisfies Record<ApprovalState, number | null>;

function isNewer(a: ApprovalRequest, b: ApprovalRequest): boolean {
  const [one, other] = [decidedAt(a), decidedAt(b)];
  return one === other ? (WEIGHT[a.state] ?? 0) > (WEIGHT[b.state] ?? 0) : one > other;
}

function decidedAt({ decidedAt: decided, requestedAt }: ApprovalRequest): Instant {
  return decided ?? requestedAt;
}

function isSpent({ endsAt }: ApprovalRequest, yeses: readonly ApprovalRequest[]): boolean {
  return endsAt !== null && yeses.some((other) => decidedAt(other) >= endsAt);
}

function together(item: Item, yeses: readonly ApprovalRequest[]): Approval | null {
  const [first, ...more] = yeses.map(({ value, endsAt }): Approval => ({
    value: value === null ? null : (readStoredValue(item, value) ?? bottom(item)),
    until: endsAt,
  }));
  return first ? more.reduce(both, first) : null;
}

function both(a: Approval, b: Approval): Approval {
  const value = a.value === null || b.value === null ? (a.value ?? b.value) : meet(a.value, b.value);
  const until = a.until === null || b.until === null ? null : (Math.max(a.until, b.until) as Instant);
  return { value, until };
}
