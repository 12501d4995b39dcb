import { APPLIES, type CellFacts } from "../cells.js";
import { EVERYWHERE, type PlaceReading } from "../places.js";
import type { InForce } from "../rule-dates.js";
import { ASSURANCE_LEVELS, type AssuranceLevel } from "../subject.js";
import type { Table } from "../table.js";

/**
 * Which of some rules each fact lets through, as a set: bit n for the n-th of them. Conditions are conjunctions of one
 * test a fact (R1, R2), so the rules that apply are those that every fact lets through: the intersection.
 */
export interface RuleBits {
  onDate(inForce: InForce): bigint;
  inPlace(reading: PlaceReading): bigint;
  /** `age` is the youngest reading in years. */
  ofPerson(age: number, level: AssuranceLevel, linked: boolean): bigint;
}

/** Prepares the sets of rules, given by their indices; each fact is looked at once. */
export function ruleBits(table: Table, rules: readonly number[]): RuleBits {
  const remembered = new Map<unknown, bigint>();
  const once = (key: unknown, find: () => bigint): bigint => {
    const known = remembered.get(key);
    if (known !== undefined) return known;
    const found = find();
    remembered.set(key, found);
    return found;
  };
  // All other facts at their strictest: a rule that is missed then is missed for the one fact that is not.
  const strictest: CellFacts = {
    inForce: { id: -1, rules: new Uint8Array(table.rules.length).fill(1) },
    place: { id: -1, reach: new Uint8Array(table.rules.length).fill(EVERYWHERE) },
    youngest: 0,
    oldest: 0,
    assurance: 0,
    linked: false,
  };
  const passing = (fact: Partial<CellFacts>): bigint => {
    const facts = { ...strictest, ...fact };
    return rules.reduce(
      (bits, rule, place) => ((table.cells.flagOf(rule, facts) & APPLIES) === 0 ? bits : bits | (1n << BigInt(place))),
      0n,
    );
  };
  return {
    onDate: (inForce) => once(inForce, () => passing({ inForce })),
    inPlace: (place) => once(place, () => passing({ place })),
    ofPerson(age, level, linked) {
      const assurance = ASSURANCE_LEVELS.indexOf(level);
      const key = (age * ASSURANCE_LEVELS.length + assurance) * 2 + (linked ? 1 : 0);
      return once(key, () => passing({ youngest: table.cells.segmentOf(age), assurance, linked }));
    },
  };
}
