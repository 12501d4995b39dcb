import type { Binding } from "./answer.js";
import type { Cell } from "./cells.js";
import { APPLIES, SURE_BY_AGE, SURE_BY_PLACE } from "./cells.js";
import type { Value } from "./item.js";
import { isLooser, meet, sameValue, top } from "./lattice.js";
import type { Grants, Situation, Supposed } from "./situation.js";
import { approvedAt, cellAt, guardiansMayAct, limitAt } from "./situation.js";
import type { ItemTerms, Term } from "./terms.js";
import { capOf, through } from "./terms.js";

/** The loosest value of an item that is permitted in the state with that index (C4). */
export function capAt(
  situation: Situation,
  index: number,
  supposed: Supposed,
  terms: ItemTerms,
  grants: Grants,
): Value {
  const cell = cellAt(situation, index, supposed);
  let cap = terms.top;
  for (const term of terms.caps) {
    if (((cell.flags[term.index] ?? 0) & APPLIES) === 0) continue;
    cap = meet(cap, capOf(term, approvedAt(situation, index, supposed, grants, term.source)));
  }
  for (const source of terms.sources) {
    const limit = limitAt(situation, index, supposed, grants, source.item);
    if (limit !== null) cap = meet(cap, through(terms.item, source.need, limit));
  }
  return cap;
}

/** Something that holds an item down: a rule with its certainty, or a guardian's limit. */
export interface Contribution {
  readonly binding: Binding;
  readonly value: Value;
  /** The term of a rule; null for a limit. */
  readonly term: Term | null;
  readonly isSureByAge: boolean;
  readonly isSureByPlace: boolean;
  /** A guardian's approval could still loosen it. */
  readonly canBeApproved: boolean;
}

/** The contributions that bind, the one that is hardest to remove first (W1, W2); none twice. */
export function bindingContributions(
  situation: Situation,
  index: number,
  supposed: Supposed,
  terms: ItemTerms,
  grants: Grants,
): readonly Contribution[] {
  const all = contributions(situation, index, supposed, terms, grants);
  return all
    .filter((one) => !sameValue(one.value, terms.top) && !all.some((other) => isLooser(one.value, other.value)))
    .sort(hardestFirst)
    .flatMap((one, _, ordered) => {
      const same = ordered.filter((other) => isSameBinding(one.binding, other.binding));
      // A rule that binds directly and through a need gives way only when an approval can loosen both.
      const canBeApproved = same.every((other) => other.canBeApproved);
      return same[0] === one ? [{ ...one, canBeApproved }] : [];
    });
}

function contributions(
  situation: Situation,
  index: number,
  supposed: Supposed,
  terms: ItemTerms,
  grants: Grants,
): readonly Contribution[] {
  const cell = cellAt(situation, index, supposed);
  const found: Contribution[] = [];
  for (const term of terms.caps) {
    const flags = cell.flags[term.index] ?? 0;
    if ((flags & APPLIES) === 0) continue;
    const value = capOf(term, approvedAt(situation, index, supposed, grants, term.source));
    found.push({
      binding: { layer: term.rule.layer, rule: term.rule.id, limitOn: null },
      value,
      term,
      isSureByAge: (flags & SURE_BY_AGE) !== 0,
      isSureByPlace: (flags & SURE_BY_PLACE) !== 0,
      canBeApproved: guardiansMayAct(situation, index, supposed) && isLooser(capOf(term, top(term.source)), value),
    });
  }
  for (const source of terms.sources) {
    const limit = limitAt(situation, index, supposed, grants, source.item);
    if (limit === null) continue;
    found.push({
      binding: { layer: "GUARDIAN", rule: null, limitOn: source.item.key },
      value: through(terms.item, source.need, limit),
      term: null,
      isSureByAge: true,
      isSureByPlace: true,
      canBeApproved: false,
    });
  }
  return found;
}

/** How hard a contribution is to remove: 0 is hardest (W2a). */
function ease(one: Contribution): number {
  if (!one.term) return 5;
  if (!one.isSureByPlace) return 4;
  if (!one.isSureByAge) return 3;
  if (one.term.rule.unlinkedOnly) return 1;
  return one.canBeApproved ? 2 : 0;
}

const LAYER_ORDER = { LAW: 0, PLATFORM: 1, GUARDIAN: 2 } as const;

function hardestFirst(a: Contribution, b: Contribution): number {
  const ageOf = (one: Contribution): number => one.term?.rule.age?.age ?? Infinity;
  const nameOf = (one: Contribution): string => one.binding.rule ?? one.binding.limitOn;
  return (
    ease(a) - ease(b) ||
    compare(ageOf(b), ageOf(a)) ||
    LAYER_ORDER[a.binding.layer] - LAYER_ORDER[b.binding.layer] ||
    compare(nameOf(a), nameOf(b))
  );
}

function compare<Ordered extends string | number>(a: Ordered, b: Ordered): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function isSameBinding(a: Binding, b: Binding): boolean {
  return a.rule === b.rule && a.limitOn === b.limitOn;
}

/** What a cell's rules make the default of a setting (V1), before caps. */
export function defaultIn(cell: Cell, terms: ItemTerms, open: Value): Value {
  return terms.defaults.reduce(
    (value: Value, term) => (((cell.flags[term.index] ?? 0) & APPLIES) === 0 ? value : meet(value, term.value)),
    open,
  );
}

/** The value in force: what was chosen, or else the default, within the cap (V3). */
export function valueIn(wanted: Value, cap: Value): Value {
  return meet(wanted, cap);
}
