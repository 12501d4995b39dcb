import { setsOf, type ItemSpace, type Point, type RuleSet } from "./item-space.js";

/** All points of an item's space in which the same rules apply and approvals count alike, shown by the first of them. */
export interface ItemCase {
  readonly set: RuleSet;
  /** The same, as bits: bit n for the n-th of the item's rules. */
  readonly bits: bigint;
  /** Whether a guardian is linked: without one no approval counts (C2). */
  readonly linked: boolean;
  readonly first: Point;
}

/** Every case of a space, each once, in the order of `pointsOf`. */
export function itemCases({ terms, dates, places, ages, levels, bits }: ItemSpace): readonly ItemCase[] {
  const setOf = setsOf(terms);
  const people = ages.flatMap((age) =>
    levels.flatMap((level) =>
      [false, true].map((linked) => ({ age, level, linked, bits: bits.ofPerson(age, level, linked) })),
    ),
  );
  const seenAround = new Set<bigint>();
  const seen = [new Set<bigint>(), new Set<bigint>()] as const;
  const cases: ItemCase[] = [];
  for (const date of dates)
    for (const place of places) {
      const around = bits.onDate(date.inForce) & bits.inPlace(place.reading);
      // The same people under the same rules were here on an earlier date or in an earlier place.
      if (seenAround.has(around)) continue;
      seenAround.add(around);
      for (const { bits: own, ...person } of people) {
        const here = around & own;
        const known = seen[person.linked ? 1 : 0];
        if (known.has(here)) continue;
        known.add(here);
        cases.push({ set: setOf(here), bits: here, linked: person.linked, first: { date, place, ...person } });
      }
    }
  return cases;
}
