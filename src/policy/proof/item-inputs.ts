import type { Standing } from "./evaluation.js";
import type { Facts, FactSpace, Pair } from "./proof-facts.js";

/** Rules that apply together somewhere, to people in one standing. */
export interface RealSet {
  /** Bit n for the n-th of the item's rules. */
  readonly rules: bigint;
  readonly standing: Standing;
}

/** The inputs of one item: every way in which the facts can be, and the sets of rules that they come to. */
export interface ItemInputs {
  readonly space: FactSpace;
  /** In how many ways the facts can be. */
  readonly count: number;
  /** Every set of rules that applies anywhere, each once for each standing. */
  readonly sets: readonly RealSet[];
  /** The sets that come of all facts but one part, each once; what the part lets through is yet to be taken off. */
  without(part: keyof Facts): readonly RealSet[];
  /** In how many ways all facts but one part can be. */
  countWithout(part: keyof Facts): number;
  /** For each of the sets, facts under which it applies. */
  readonly examples: readonly Facts[];
  /** Every way in which the facts can be, with one part given. Slow: for looking for the smallest counter-example. */
  all(given?: Partial<Facts>): Iterable<Facts>;
}

/** The rules that apply to facts. */
export function rulesOf({ day, place, person, link }: Facts): bigint {
  return day.rules & place.rules & person.rules & link.rules;
}

/** The standing of somebody of whom these facts hold. */
export function standingOf({ person, link }: Facts): Standing {
  return { linked: link.linked, isMinor: person.isMinor };
}

/** The standing that a set has once one of a pair's parts is read as given. */
export function standingWith({ standing }: RealSet, reading: Pair["strict"]): Standing {
  return {
    linked: "linked" in reading ? reading.linked : standing.linked,
    isMinor: "isMinor" in reading ? reading.isMinor : standing.isMinor,
  };
}

/** A set while it is multiplied out, with the readings of the parts so far. */
type PartialSet = RealSet & { readonly facts: Partial<Facts> };

/** Multiplies out the parts of the facts, keeping one of all that come to the same. */
export function itemInputs(space: FactSpace): ItemInputs {
  const parts = { day: space.days, place: space.places, person: space.people, link: space.links } as const;
  const sizes = Object.values(parts).map((readings) => readings.length);
  const product = (omitted: keyof Facts | null): readonly PartialSet[] => {
    let sets: readonly PartialSet[] = [{ rules: -1n, standing: { linked: false, isMinor: true }, facts: {} }];
    for (const [part, readings] of Object.entries(parts)) {
      if (part === omitted) continue;
      const met: readonly Map<bigint, PartialSet>[] = [new Map(), new Map(), new Map(), new Map()];
      for (const set of sets) {
        for (const reading of readings) {
          const rules = set.rules & reading.rules;
          const standing = standingWith(set, reading);
          const same = met[(standing.linked ? 2 : 0) + (standing.isMinor ? 1 : 0)];
          if (!same?.has(rules)) same?.set(rules, { rules, standing, facts: { ...set.facts, [part]: reading } });
        }
      }
      sets = met.flatMap((some) => [...some.values()]);
    }
    return sets;
  };
  const sets = product(null);
  const omitting = new Map<keyof Facts, readonly RealSet[]>();
  const count = sizes.reduce((all, size) => all * size, 1);
  return {
    space,
    count,
    sets,
    examples: sets.map(({ facts }) => facts).filter(isWhole),
    without(part) {
      const found = omitting.get(part) ?? product(part);
      omitting.set(part, found);
      return found;
    },
    countWithout: (part) => count / parts[part].length,
    *all({ day, place, person, link } = {}) {
      for (const oneDay of day ? [day] : space.days)
        for (const onePlace of place ? [place] : space.places)
          for (const onePerson of person ? [person] : space.people)
            for (const oneLink of link ? [link] : space.links)
              yield { day: oneDay, place: onePlace, person: onePerson, link: oneLink };
    },
  };
}

function isWhole(facts: Partial<Facts>): facts is Facts {
  return facts.day !== undefined && facts.place !== undefined && facts.person !== undefined && facts.link !== undefined;
}
