import { comparisonOf, type Turn } from "../../policy/difference/turn.js";
import type { Item, Value } from "../../policy/item.js";
import { sameValue } from "../../policy/lattice.js";
import type { Standing } from "../../policy/standing.js";

/** What can become of an item for a person. Windows that move are both gained and lost. */
export const OUTCOMES = ["gains", "loses", "clamped", "mayChooseMore", "mayChooseLess"] as const;
/** See `OUTCOMES`: the value in force is looser or stricter; a choice that was in force is not allowed any more; the value stays and the bound moves. */
export type Outcome = (typeof OUTCOMES)[number];

/** What becomes of one item: its place in the catalogue before, and every outcome that it has. */
export interface ItemOutcome {
  readonly index: number;
  readonly outcomes: readonly Outcome[];
}

type Standings = readonly Standing[];

/**
 * Makes the comparison of a person's answers under two policies: what changes, item by item, of those that both declare. Standings are
 * shared by people alike, so that each pair is compared once.
 */
export function outcomeReader(before: readonly Item[], after: readonly Item[]) {
  const pairs = before.flatMap((item) => {
    const other = after.find(({ key }) => key === item.key);
    return other ? [{ index: item.index, other: other.index, turn: comparisonOf({ before: item, after: other }) }] : [];
  });
  const known = new WeakMap<Standings, WeakMap<Standings, readonly ItemOutcome[]>>();

  function compare(was: Standings, is: Standings): readonly ItemOutcome[] {
    return pairs.flatMap(({ index, other, turn }): readonly ItemOutcome[] => {
      const [one, another] = [was[index], is[other]];
      const outcomes = one && another ? outcomesOf(one, another, turn) : [];
      return outcomes.length === 0 ? [] : [{ index, outcomes }];
    });
  }

  return (was: Standings, is: Standings): readonly ItemOutcome[] => {
    const others = known.get(was) ?? new WeakMap<Standings, readonly ItemOutcome[]>();
    known.set(was, others);
    const found = others.get(is) ?? compare(was, is);
    others.set(is, found);
    return found;
  };
}

function outcomesOf(was: Standing, is: Standing, turn: (one: Value, other: Value) => Turn | null): readonly Outcome[] {
  const value = turn(was.value, is.value);
  if (value !== null) {
    const wasChosen = was.preferred !== null && sameValue(was.preferred, was.value);
    return [
      ...(value.direction === "stricter" ? [] : (["gains"] as const)),
      ...(value.direction === "looser" ? [] : (["loses"] as const)),
      ...(wasChosen && value.direction !== "looser" ? (["clamped"] as const) : []),
    ];
  }
  const bound = turn(was.cap, is.cap);
  if (bound === null) return [];
  return [
    ...(bound.direction === "stricter" ? [] : (["mayChooseMore"] as const)),
    ...(bound.direction === "looser" ? [] : (["mayChooseLess"] as const)),
  ];
}
