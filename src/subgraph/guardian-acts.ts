import type { Instant } from "../policy/calendar.js";
import type { Item, Value } from "../policy/item.js";
import { bottom, top } from "../policy/lattice.js";
import type { ApprovalRequest, ApprovalState } from "../profiles/approval-request.js";
import { activeGuardians } from "../profiles/guardian-decisions.js";
import type { Profile } from "../profiles/profile.js";
import { readStoredValue } from "../profiles/stored-value.js";
import type { UserId } from "../profiles/user-id.js";

/** A limit of one linked guardian on one item. */
export interface Limit {
  /** Unique within the profile. */
  readonly id: string;
  readonly guardian: UserId;
  /** The strictest where the catalogue cannot read what is stored: so the rules read it too. */
  readonly value: Value;
  readonly setAt: Instant;
}

/** The limits that linked guardians have set on an item. */
export function limitsOn(item: Item, { guardians }: Profile): readonly Limit[] {
  return guardians.flatMap(({ id, guardian, state, limits }) => {
    const limit = state === "ACTIVE" ? limits.get(item.key) : undefined;
    if (!limit) return [];
    const value = readStoredValue(item, limit.value) ?? bottom(item);
    return [{ id: `${id}/${item.key}`, guardian, value, setAt: limit.setAt }];
  });
}

/** The pending request about an item, or else the approval in force; the newest of several. */
export function approvalOf(item: Item, profile: Profile, at: Instant): ApprovalRequest | null {
  const newestFirst = profile.approvals
    .filter((request) => request.item === item.key)
    .toSorted((a, b) => b.requestedAt - a.requestedAt);
  const inState = (state: ApprovalState) => newestFirst.find((request) => stateAt(request, profile, at) === state);
  return inState("PENDING") ?? inState("APPROVED") ?? null;
}

/** Where a request stands at an instant: what is stored, unless its end has come or the guardian who agreed is linked no more. */
export function stateAt(
  { state, endsAt, guardian }: ApprovalRequest,
  { guardians }: Profile,
  at: Instant,
): ApprovalState {
  if ((state === "PENDING" || state === "APPROVED") && endsAt !== null && endsAt <= at) return "EXPIRED";
  const isOrphaned = guardian === null || !activeGuardians(guardians).has(guardian);
  return state === "APPROVED" && isOrphaned ? "REVOKED" : state;
}

/** How far a request goes: as far as there is, where it does not say. */
export function requestedValue(item: Item, { value }: ApprovalRequest): Value {
  return value === null ? top(item) : (readStoredValue(item, value) ?? bottom(item));
}
