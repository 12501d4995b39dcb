import type { Item, Value } from "../item.js";
import { meet, top } from "../lattice.js";
import type { Rule } from "../rule.js";
import type { ItemCase } from "../space/item-cases.js";
import { capOf, type ItemTerms, type Term } from "../terms.js";
import { wordsOf } from "../value-text.js";

/** What a rule leaves of an item in some case. */
export interface Rival {
  readonly rule: Rule;
  readonly value: Value;
  /** It speaks of the item itself, not of something that the item needs. */
  readonly isOfItem: boolean;
}

/**
 * The approvals of an item that make a difference to its own caps: none, and every value that has a word. Of minutes,
 * those at which some rule's cap or lift ends: between two of these every cap is constant or goes along with the approval
 * (C1), so what holds at both holds in between. Windows are decided minute by minute, and a minute is in an approval or
 * not: none and all are enough.
 */
export function approvalsOf({ item, caps, top: open }: ItemTerms): readonly (Value | null)[] {
  const words = wordsOf(item);
  if (words) return [null, ...words.keys()];
  if (isWindows(item)) return [null, open];
  const ends = caps.flatMap(({ source, cap, lift }) => (source === item ? [cap, lift ?? cap] : []));
  return [null, ...new Set([...ends, open])];
}

/** The approvals that count in a case: without a guardian none does (C2). */
export function approvalsIn(
  { linked }: Pick<ItemCase, "linked">,
  approvals: readonly (Value | null)[],
): readonly (Value | null)[] {
  return linked ? approvals : [null];
}

/**
 * What a rule leaves of an item when a guardian has approved the item as given, and as far as they like everything that it
 * needs. An item's own cap is independent of the approvals of what it needs, and these only ever loosen: what beats a
 * cap then beats it always.
 */
export function leaves(term: Term, approved: Value | null, { linked }: ItemCase): Value {
  const isOwn = term.source === term.item;
  return capOf(term, isOwn ? approved : linked ? top(term.source) : null);
}

/** What all rules of a case but one leave of the item; `gone`: caps that have been found to change nothing. */
export function rivalsOf(term: Term, approved: Value | null, one: ItemCase, gone: ReadonlySet<Term>): readonly Rival[] {
  return one.set.caps
    .filter((other) => other !== term && !gone.has(other))
    .map((other) => ({ rule: other.rule, value: leaves(other, approved, one), isOfItem: other.source === other.item }));
}

/** The loosest value that a case leaves: everything approved that can be. */
export function loosestIn({ top: open, item }: ItemTerms, one: ItemCase): Value {
  const approved = one.linked ? top(item) : null;
  return one.set.caps.reduce((cap: Value, term) => meet(cap, leaves(term, approved, one)), open);
}

/** Whether an item is made of windows. */
export function isWindows(item: Item): boolean {
  return item.kind === "setting" && item.control === "windows";
}
