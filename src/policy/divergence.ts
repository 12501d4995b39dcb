import type { Answer, ReasonCode } from "./answer.js";
import type { Item, ItemKey } from "./item.js";
import { isAtLeastAsStrict, isLooser, sameValue } from "./lattice.js";
import { wordsOf } from "./value-text.js";

/**
 * How another policy's answer lies to the one that is given:
 * - `stricter`, `looser`: another value; `other value`: windows of which neither are all of the other.
 * - `fewer choices`, `more choices`: the same value, and less or more may be chosen; `other choices`: likewise, of windows.
 * - `other reason`: the same value and choices, for another reason or by another rule.
 * - `not comparable`: the two policies do not mean the same item.
 */
export type DivergenceDirection =
  | "stricter"
  | "looser"
  | "other value"
  | "fewer choices"
  | "more choices"
  | "other choices"
  | "other reason"
  | "not comparable";

/** One item that another policy answers differently for the same person at the same instant. */
export interface Divergence {
  readonly item: ItemKey;
  readonly direction: DivergenceDirection;
  /** The other policy's reason; null where it has no such item. */
  readonly reason: ReasonCode | null;
}

/** Where another policy's answers differ from those that are given, in the order of these; what only the other has is left out. */
export function divergences(given: readonly Answer[], others: readonly Answer[]): readonly Divergence[] {
  const otherOf = new Map(others.map((answer) => [answer.item.key, answer]));
  return given.flatMap((answer) => {
    const other = otherOf.get(answer.item.key);
    const direction = other ? directionOf(answer, other) : "not comparable";
    return direction === null ? [] : [{ item: answer.item.key, direction, reason: other?.reason.code ?? null }];
  });
}

function directionOf(given: Answer, other: Answer): DivergenceDirection | null {
  if (!isSameItem(given.item, other.item)) return "not comparable";
  if (!sameValue(given.value, other.value)) {
    if (isLooser(other.value, given.value)) return "looser";
    return isAtLeastAsStrict(other.value, given.value) ? "stricter" : "other value";
  }
  if (!sameValue(given.cap, other.cap)) {
    if (isLooser(other.cap, given.cap)) return "more choices";
    return isAtLeastAsStrict(other.cap, given.cap) ? "fewer choices" : "other choices";
  }
  const isSameReason =
    given.decidedBy === other.decidedBy &&
    given.reason.code === other.reason.code &&
    given.reason.rule === other.reason.rule;
  return isSameReason ? null : "other reason";
}

/** Whether the values of two items mean the same: ranks are only compared in one order of the same words. */
function isSameItem(one: Item, other: Item): boolean {
  const controlOf = (item: Item) => (item.kind === "setting" ? item.control : item.kind);
  return controlOf(one) === controlOf(other) && String(wordsOf(one)) === String(wordsOf(other));
}
