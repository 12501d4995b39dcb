import type { Feature, Item, ItemKey, Value } from "./item.js";
import { bottom, isAtLeastAsStrict, join, meet, top } from "./lattice.js";
import type { Rule } from "./rule.js";

/** What one rule says about the loosest value of an item: directly, or through another item that the item needs (C5). */
export interface Term {
  readonly item: Item;
  /** The rule's index. */
  readonly index: number;
  readonly rule: Rule;
  /** The item that the rule names, and whose approval lifts the cap: the item itself, or one that it needs. */
  readonly source: Item;
  readonly cap: Value;
  readonly lift: Value | null;
  /** The rank that the source must be permitted; null: the term is about the item itself. */
  readonly need: number | null;
}

/** What one rule says about the default of a setting. */
export interface DefaultTerm {
  readonly index: number;
  readonly rule: Rule;
  readonly value: Value;
}

/** Everything the rules can say about one item. */
export interface ItemTerms {
  readonly item: Item;
  readonly caps: readonly Term[];
  readonly defaults: readonly DefaultTerm[];
  /** The item and whatever it needs, each with the rank needed of it; null for the item itself. */
  readonly sources: readonly { readonly item: Item; readonly need: number | null }[];
  /** The indices of all rules that say something about the item or what it needs. */
  readonly rules: readonly number[];
  /** The loosest and strictest value. */
  readonly top: Value;
  readonly bottom: Value;
}

/** Sorts what the rules say by item, in catalogue order. */
export function readTerms(items: readonly Item[], rules: readonly Rule[]): readonly ItemTerms[] {
  const byKey = new Map(items.map((item) => [item.key, item]));
  return items.map((item) => {
    const sources = [{ item, need: null }, ...(item.kind === "feature" ? needsOf(item, byKey) : [])];
    const caps: readonly Term[] = sources.flatMap((source) =>
      rules.flatMap((rule, index) => {
        const cap = rule.effects.find((effect) => effect.item === source.item.key)?.cap;
        if (!cap) return [];
        return [
          { item, index, rule, source: source.item, cap: cap.value, lift: cap.guardianMayAllow, need: source.need },
        ];
      }),
    );
    const defaults: readonly DefaultTerm[] = rules.flatMap((rule, index) => {
      const value = rule.effects.find((effect) => effect.item === item.key)?.default ?? null;
      return value === null ? [] : [{ index, rule, value }];
    });
    const indices = new Set([...caps, ...defaults].map((term) => term.index));
    return { item, sources, caps, defaults, rules: [...indices], top: top(item), bottom: bottom(item) };
  });
}

/** The cap that a term puts on its item, given the approval of its source; null: not approved (C1). */
export function capOf(term: Term, approved: Value | null): Value {
  const cap = term.lift === null || approved === null ? term.cap : join(term.cap, meet(term.lift, approved));
  return through(term.item, term.need, cap);
}

/** What a value permitted on a source means for the item that needs it: everything or nothing. */
export function through(item: Item, need: number | null, permitted: Value): Value {
  if (need === null) return permitted;
  return isAtLeastAsStrict(need, permitted) ? top(item) : bottom(item);
}

// Through several paths the highest need holds; what is needed of a need is all or nothing, so only the last step's rank counts.
function needsOf(feature: Feature, byKey: ReadonlyMap<ItemKey, Item>): readonly { item: Item; need: number }[] {
  const found = new Map<Item, number>();
  const visit = (from: Feature): void => {
    for (const need of from.needs) {
      const item = byKey.get(need.item);
      if (!item) throw new RangeError(`\`${from.key}\` needs \`${need.item}\`, which the catalogue does not declare`);
      const known = found.get(item) ?? -1;
      if (need.atLeast > known) found.set(item, need.atLeast);
      if (item.kind === "feature" && known < 0) visit(item);
    }
  };
  visit(feature);
  return [...found].map(([item, need]) => ({ item, need }));
}
