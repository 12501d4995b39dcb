import { BoundedMemory } from "./bounded-memory.js";
import type { Catalogue, Rule, RulePlace } from "./rule.js";
import type { RegionCode } from "./subject.js";

/** Whether a rule reaches a place: not at all, only if the person is in some of the possible places, or in all of them (R2). */
export const NOWHERE = 0;
/** See `NOWHERE`. */
export const SOMEWHERE = 1;
/** See `NOWHERE`. */
export const EVERYWHERE = 2;

/** What the rules make of a region: for each rule, by its index, NOWHERE, SOMEWHERE or EVERYWHERE. The same for all regions that no rule tells apart. */
export interface PlaceReading {
  readonly id: number;
  readonly reach: Uint8Array;
}

/** Reads regions as the rules see them (F7, F8). */
export interface Places {
  /** The reading of a region; null: unknown. */
  of(region: RegionCode | null): PlaceReading;
  /** The readings of the places a region may stand for, each of them one place; a single one when the region is known well enough. */
  possible(region: RegionCode | null): readonly PlaceReading[];
  /** A text that is the same for two regions exactly when they may stand for the same readings. */
  keyOf(region: RegionCode | null): string;
  /** Residence and present place together: the rules of either apply. */
  both(residence: PlaceReading, present: PlaceReading): PlaceReading;
}

/** A place that cannot be divided further: a subdivision that rules name, the rest of its country, or a whole country. */
export interface Atom {
  readonly country: string;
  readonly subdivision: string | null;
}

/** Stands for every country that no rule names. No country has this code: ISO 3166-1 reserves it for users. */
export const UNNAMED_COUNTRY = "ZZ";
const MAXIMUM_REGIONS = 10_000;

/** Groups the world by the rules that tell its regions apart. */
export function readPlaces(catalogue: Catalogue, rules: readonly Rule[]): Places {
  const named = namedRegions(rules);
  const readings = new Map<string, PlaceReading>();
  const regions = new BoundedMemory<RegionCode | null, readonly PlaceReading[]>(MAXIMUM_REGIONS);
  const readingsOfRegion = new BoundedMemory<RegionCode | null, PlaceReading>(MAXIMUM_REGIONS);
  const keys = new BoundedMemory<RegionCode | null, string>(MAXIMUM_REGIONS);
  const pairs = new BoundedMemory<number, PlaceReading>(MAXIMUM_REGIONS);

  function intern(reach: Uint8Array): PlaceReading {
    const key = reach.join("");
    let reading = readings.get(key);
    if (!reading) {
      reading = { id: readings.size, reach };
      readings.set(key, reading);
    }
    return reading;
  }

  function readingOf(atoms: readonly Atom[]): PlaceReading {
    return intern(
      Uint8Array.from(rules, (rule) => {
        const reached = atoms.filter((atom) => reaches(rule, atom)).length;
        return reached === 0 ? NOWHERE : reached === atoms.length ? EVERYWHERE : SOMEWHERE;
      }),
    );
  }

  function atomsOf(region: RegionCode | null): readonly Atom[] {
    if (region === null) {
      if (catalogue.unknownRegion !== "strictest") return atomsOf(catalogue.unknownRegion);
      return atomsOfWorld(named);
    }
    const country = countryOf(region);
    if (region !== country) return [{ country, subdivision: region }];
    const fallback = catalogue.unknownSubdivision.get(region);
    return fallback === "country" ? [{ country, subdivision: null }] : atomsOfCountry(country, named);
  }

  const possible = (region: RegionCode | null): readonly PlaceReading[] =>
    regions.recall(region, () => [...new Set(atomsOf(region).map((atom) => readingOf([atom])))]);

  return {
    of: (region) => readingsOfRegion.recall(region, () => readingOf(atomsOf(region))),
    possible,
    keyOf: (region) =>
      keys.recall(region, () =>
        possible(region)
          .map((reading) => reading.id)
          .join("+"),
      ),
    both: (residence, present) =>
      pairs.recall(residence.id * MAXIMUM_REGIONS + present.id, () =>
        intern(residence.reach.map((reach, rule) => Math.max(reach, present.reach[rule] ?? NOWHERE))),
      ),
  };
}

/** The regions that rules name. */
export function namedRegions(rules: readonly Rule[]): ReadonlySet<string> {
  return new Set(rules.flatMap((rule) => [...rule.where, ...rule.minus]).filter((place) => place !== "WORLD"));
}

/** Every place that the rules which name these regions can tell apart, the one that none of them names at the end. */
export function atomsOfWorld(named: ReadonlySet<string>): readonly Atom[] {
  const countries = new Set([...named].map(countryOf));
  return [...countries]
    .flatMap((country) => atomsOfCountry(country, named))
    .concat({ country: UNNAMED_COUNTRY, subdivision: null });
}

function atomsOfCountry(country: string, named: ReadonlySet<string>): readonly Atom[] {
  const subdivisions = [...named].filter((place) => place !== country && countryOf(place) === country);
  return [...subdivisions.map((subdivision) => ({ country, subdivision })), { country, subdivision: null }];
}

/** Whether a rule holds in a place, by `where` and `minus` (R2). */
export function reaches(rule: Rule, atom: Atom): boolean {
  return rule.where.some(covers(atom)) && !rule.minus.some(covers(atom));
}

function covers(atom: Atom): (place: RulePlace) => boolean {
  return (place) => place === "WORLD" || place === atom.country || place === atom.subdivision;
}

function countryOf(region: string): string {
  return region.slice(0, 2);
}
