import type { ItemKey } from "./item.js";
import type { PlaceReading } from "./places.js";
import { NOWHERE } from "./places.js";
import type { Situation } from "./situation.js";
import type { ItemTerms } from "./terms.js";
import type { State } from "./timeline.js";

/** The situation with only those states and possible places that make a difference to one item; every answer stays the same. */
export function situationOfItem(situation: Situation, terms: ItemTerms): Situation {
  const thresholds = thresholdsOf(situation, terms);
  const ends = terms.sources.map((source) => situation.approvalEnds.get(source.item.key) ?? -1);
  const kept = situation.states.flatMap((state, index) => {
    const before = situation.states[index - 1];
    return !before || ends.includes(index) || differ(before, state, terms, thresholds) ? [index] : [];
  });
  const approvalEnds = new Map<ItemKey, number>();
  for (const [item, end] of situation.approvalEnds) if (kept.includes(end)) approvalEnds.set(item, kept.indexOf(end));
  return {
    ...situation,
    states: situation.states.filter((_, index) => kept.includes(index)),
    approvalEnds,
    possible: distinctPlaces(situation.possible, terms),
  };
}

/** The segments below which some rule about the item holds, or guardians have powers. */
function thresholdsOf({ table }: Situation, terms: ItemTerms): readonly number[] {
  const ages = [...terms.caps, ...terms.defaults].flatMap(({ rule }) => (rule.age ? [rule.age.age] : []));
  return [...new Set(ages.map((age) => table.cells.segmentOf(age))), table.powersEnd];
}

function differ(a: State, b: State, terms: ItemTerms, thresholds: readonly number[]): boolean {
  const crosses = (from: number, to: number): boolean =>
    from !== to && thresholds.some((threshold) => from < threshold !== to < threshold);
  return (
    a.assurance !== b.assurance ||
    crosses(a.youngest, b.youngest) ||
    crosses(a.oldest, b.oldest) ||
    (a.inForce !== b.inForce && terms.rules.some((rule) => a.inForce.rules[rule] !== b.inForce.rules[rule]))
  );
}

/** One of each group of places that the item's rules do not tell apart. */
function distinctPlaces(places: readonly PlaceReading[], terms: ItemTerms): readonly PlaceReading[] {
  const byReach = new Map<string, PlaceReading>();
  for (const place of places) {
    const key = terms.rules.map((rule) => place.reach[rule] ?? NOWHERE).join("");
    if (!byReach.has(key)) byReach.set(key, place);
  }
  return [...byReach.values()];
}
