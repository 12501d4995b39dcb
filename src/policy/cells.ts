import { BoundedMemory } from "./bounded-memory.js";
import type { PlaceReading } from "./places.js";
import { EVERYWHERE, NOWHERE } from "./places.js";
import type { InForce } from "./rule-dates.js";
import type { Rule } from "./rule.js";
import { ASSURANCE_LEVELS } from "./subject.js";

/** A rule applies to somebody who fits the facts (R2). */
export const APPLIES = 1;
/** The rule's age condition holds for everybody who fits the facts. */
export const SURE_BY_AGE = 2;
/** The rule reaches every place that the person may be in. */
export const SURE_BY_PLACE = 4;

/** Which rules apply to everyone in one situation: for each rule, by its index, 0 or a sum of the flags above. */
export interface Cell {
  readonly id: number;
  readonly flags: Uint8Array;
}

/** The facts that conditions read, at one instant. */
export interface CellFacts {
  readonly inForce: InForce;
  readonly place: PlaceReading;
  /** How many thresholds the youngest and the oldest reading of the age have reached. */
  readonly youngest: number;
  readonly oldest: number;
  /** The rank of the assurance level. */
  readonly assurance: number;
  readonly linked: boolean;
}

/** The table of cells, filled as situations occur; equal cells are one object. */
export interface Cells {
  find(facts: CellFacts): Cell;
  /** What a cell says of one rule, by its index: 0 or a sum of the flags above. */
  flagOf(rule: number, facts: CellFacts): number;
  /** How many ages, ascending, are told apart. */
  readonly thresholds: readonly number[];
  /** How many of the thresholds an age has reached; Infinity has reached all. */
  segmentOf(age: number): number;
}

/** Makes the table for rules whose indices are their places in `rules`. `alsoAt`: further ages to tell apart. */
export function tabulate(rules: readonly Rule[], alsoAt: number): Cells {
  const ages = rules.flatMap((rule) => (rule.age ? [rule.age.age] : []));
  const thresholds = [...new Set([...ages, alsoAt])].sort((a, b) => a - b);
  const segments = thresholds.length + 1;
  const segmentOf = (age: number): number => thresholds.filter((threshold) => threshold <= age).length;
  // A rule's condition in segments: `under N` holds in the segments below this one.
  const limits = rules.map((rule) => (rule.age ? segmentOf(rule.age.age) : Infinity));
  const proofs = rules.map((rule) => (rule.age?.kind === "not proven" ? ASSURANCE_LEVELS.indexOf(rule.age.by) : 0));

  const byFacts = new BoundedMemory<number, Cell>(MAXIMUM_SITUATIONS);
  const byFlags = new Map<string, Cell>();

  function flagOf(index: number, facts: CellFacts): number {
    const limit = limits[index] ?? Infinity;
    const reach = facts.place.reach[index] ?? NOWHERE;
    const byAge = facts.youngest < limit || facts.assurance < (proofs[index] ?? 0);
    const byLink = !(rules[index]?.unlinkedOnly && facts.linked);
    if (!facts.inForce.rules[index] || reach === NOWHERE || !byAge || !byLink) return 0;
    return APPLIES + (facts.oldest < limit ? SURE_BY_AGE : 0) + (reach === EVERYWHERE ? SURE_BY_PLACE : 0);
  }

  return {
    thresholds,
    segmentOf,
    flagOf,
    find(facts) {
      // A mixed-radix number of all facts: the table is read several times for each person.
      const key =
        ((((facts.inForce.id * PLACES + facts.place.id) * segments + facts.youngest) * segments + facts.oldest) *
          ASSURANCE_LEVELS.length +
          facts.assurance) *
          2 +
        (facts.linked ? 1 : 0);
      return byFacts.recall(key, () => {
        const flags = Uint8Array.from(rules, (_, index) => flagOf(index, facts));
        const text = flags.join("");
        const cell = byFlags.get(text) ?? { id: byFlags.size, flags };
        byFlags.set(text, cell);
        return cell;
      });
    },
  };
}

// More than there are readings of places, so that the digits of the key never meet.
const PLACES = 100_000;
const MAXIMUM_SITUATIONS = 500_000;
