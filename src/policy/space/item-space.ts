import type { CalendarDate } from "../calendar.js";
import { atomsOfWorld, namedRegions, UNNAMED_COUNTRY, type Atom, type PlaceReading } from "../places.js";
import type { PolicyDocuments } from "../rule.js";
import type { InForce } from "../rule-dates.js";
import { ASSURANCE_LEVELS, type AssuranceLevel, type RegionCode } from "../subject.js";
import { readTable, type Table } from "../table.js";
import type { DefaultTerm, ItemTerms, Term } from "../terms.js";
import { ruleBits, type RuleBits } from "./rule-bits.js";

/** Dates on which the same rules about an item are in force, by this deployment. */
export interface DateClass {
  /** The first of them, and the day after each stretch of them; null: a stretch without end. Seasons make many. */
  readonly spans: readonly { readonly from: CalendarDate; readonly until: CalendarDate | null }[];
  readonly inForce: InForce;
}

/** Places that the rules about an item do not tell apart. */
export interface PlaceClass {
  /** All of them; `null`: nothing is known. The first stands for the rest. */
  readonly places: readonly KnownPlace[];
  readonly reading: PlaceReading;
}

/** A region as the rules see it. */
export interface KnownPlace {
  /** What to put into a subject. For the rest of the world or of a country it is a code that ISO does not assign. */
  readonly region: RegionCode | null;
  /** Everything that it may be: one place, unless the region or the subdivision is unknown. */
  readonly couldBe: readonly Atom[];
}

/**
 * All that the rules about one item, and about what it needs, can tell apart: a product of axes, each cut into classes
 * by those rules alone. What holds in every point holds for every combination of facts: conditions are conjunctions of
 * one test an axis (R1, R2), and only the youngest reading of an age decides whether a rule applies.
 */
export interface ItemSpace {
  readonly terms: ItemTerms;
  /** In order of their first date. */
  readonly dates: readonly DateClass[];
  /** One for each class of places; those that are unknown come last. */
  readonly places: readonly PlaceClass[];
  /** The youngest age of each class, ascending; the first is 0. */
  readonly ages: readonly number[];
  /** The weakest level of each class, weakest first. */
  readonly levels: readonly AssuranceLevel[];
  /** Which of `terms.rules` each fact lets through. */
  readonly bits: RuleBits;
}

/** A policy's table with the space of every item, for those who go through all of it. */
export interface PolicySpace {
  readonly table: Table;
  /** In catalogue order. */
  readonly spaces: readonly ItemSpace[];
}

/** Cuts the facts for every item of a policy; the same documents are cut once. */
export function policySpace(documents: PolicyDocuments): PolicySpace {
  const cut = alreadyCut.get(documents);
  if (cut) return cut;
  const table = readTable(documents);
  const places = placesOf(table);
  const space = { table, spaces: table.terms.map((terms) => itemSpace(table, terms, places)) };
  alreadyCut.set(documents, space);
  return space;
}

// Reading, analysis and whoever else goes through a whole policy do it one after the other.
const alreadyCut = new WeakMap<PolicyDocuments, PolicySpace>();

/** One way the facts can be. */
export interface Point {
  readonly date: DateClass;
  readonly place: PlaceClass;
  readonly age: number;
  readonly level: AssuranceLevel;
  readonly linked: boolean;
}

/** What applies to an item in some points. The same object for all points in which the same rules apply. */
export interface RuleSet {
  readonly caps: readonly Term[];
  readonly defaults: readonly DefaultTerm[];
}

/** Cuts the facts by what the rules about an item tell apart. */
export function itemSpace(table: Table, terms: ItemTerms, places: readonly ReadPlace[] = placesOf(table)): ItemSpace {
  const rules = [...terms.caps, ...terms.defaults].map((term) => term.rule);
  const levels = rules.flatMap(({ age }) => (age?.kind === "not proven" ? [ASSURANCE_LEVELS.indexOf(age.by)] : []));
  const ages = rules.flatMap(({ age }) => (age ? [age.age] : []));
  return {
    terms,
    dates: dateClasses(table, terms),
    places: placeClasses(places, terms),
    ages: ascending([0, ...ages, table.catalogue.guardianPowersUnder]),
    levels: ascending([0, ...levels]).flatMap((rank) => ASSURANCE_LEVELS[rank] ?? []),
    bits: ruleBits(table, terms.rules),
  };
}

/** How many points a space has. */
export function sizeOf({ dates, places, ages, levels }: ItemSpace): number {
  return dates.length * places.length * ages.length * levels.length * 2;
}

/** Every point of a space, in one order: by date, place, age from young, level from weak, then unlinked before linked. */
export function* pointsOf({ dates, places, ages, levels }: ItemSpace): Generator<Point> {
  for (const date of dates)
    for (const place of places)
      for (const age of ages)
        for (const level of levels) for (const linked of [false, true]) yield { date, place, age, level, linked };
}

/** Finds the rules that apply in points of one space; the same rules are the same object. */
export function ruleSets({ terms, bits }: ItemSpace): (point: Point) => RuleSet {
  const setOf = setsOf(terms);
  return ({ date, place, age, level, linked }) =>
    setOf(bits.onDate(date.inForce) & bits.inPlace(place.reading) & bits.ofPerson(age, level, linked));
}

/** Finds what some of an item's rules say, given as bits: bit n for the n-th of `terms.rules`. */
export function setsOf(terms: ItemTerms): (bits: bigint) => RuleSet {
  const bitOf = new Map(terms.rules.map((rule, place) => [rule, 1n << BigInt(place)]));
  const known = new Map<bigint, RuleSet>();
  return (bits) => {
    const same = known.get(bits);
    if (same) return same;
    const applies = ({ index }: { readonly index: number }): boolean => (bits & (bitOf.get(index) ?? 0n)) !== 0n;
    const set = { caps: terms.caps.filter(applies), defaults: terms.defaults.filter(applies) };
    known.set(bits, set);
    return set;
  };
}

/** What a place is called in one word: a code, `the rest of US`, `elsewhere`, `unknown`. */
export function placeName({ region, couldBe }: KnownPlace): string {
  const [only] = couldBe;
  if (region === null) return "unknown";
  if (couldBe.length > 1 || !only) return `${region} without its subdivision`;
  if (only.country === UNNAMED_COUNTRY) return "elsewhere";
  return region === `${only.country}${REST}` ? `the rest of ${only.country}` : region;
}

function dateClasses({ dates }: Table, terms: ItemTerms): readonly DateClass[] {
  const classes = new Map<string, { spans: { from: CalendarDate; until: CalendarDate | null }[]; inForce: InForce }>();
  // Seasons bring the same few sets back year after year.
  const keys = new Map<InForce, string>();
  let current: string | null = null;
  dates.dates.forEach((from, epoch) => {
    const inForce = dates.inForce(epoch, epoch);
    const key = keys.get(inForce) ?? terms.rules.map((rule) => inForce.rules[rule]).join("");
    keys.set(inForce, key);
    if (key === current) return;
    const before = current === null ? undefined : classes.get(current)?.spans.at(-1);
    if (before) before.until = from;
    const one = classes.get(key) ?? { spans: [], inForce };
    one.spans.push({ from, until: null });
    classes.set(key, one);
    current = key;
  });
  return [...classes.values()];
}

/** A place with what the rules make of it. */
interface ReadPlace {
  readonly place: KnownPlace;
  readonly reading: PlaceReading;
}

function placesOf(table: Table): readonly ReadPlace[] {
  return knownPlaces(table).map((place) => ({ place, reading: table.places.of(place.region) }));
}

function placeClasses(places: readonly ReadPlace[], terms: ItemTerms): readonly PlaceClass[] {
  const classes = new Map<string, { places: KnownPlace[]; reading: PlaceReading }>();
  const keys = new Map<PlaceReading, string>();
  for (const { place, reading } of places) {
    const key = keys.get(reading) ?? terms.rules.map((rule) => reading.reach[rule]).join("");
    keys.set(reading, key);
    const one = classes.get(key) ?? { places: [], reading };
    one.places.push(place);
    classes.set(key, one);
  }
  return [...classes.values()];
}

/** No country has a subdivision of that code: it stands for all that no rule names. */
const REST = "-OTHER";

/** Every place that the rules tell apart, then the countries whose subdivisions they tell apart, then the unknown. */
export function knownPlaces({ rules }: Pick<Table, "rules">): readonly KnownPlace[] {
  const named = namedRegions(rules);
  const atoms = atomsOfWorld(named);
  const isDivided = (country: string): boolean => atoms.filter((atom) => atom.country === country).length > 1;
  const places = atoms.map((atom) => ({
    region: (atom.subdivision ?? (isDivided(atom.country) ? `${atom.country}${REST}` : atom.country)) as RegionCode,
    couldBe: [atom],
  }));
  const divided = [...new Set(atoms.map((atom) => atom.country).filter(isDivided))].map((country) => ({
    region: country as RegionCode,
    couldBe: atoms.filter((atom) => atom.country === country),
  }));
  return [...places, ...divided, { region: null, couldBe: atoms }];
}

function ascending(numbers: readonly number[]): readonly number[] {
  return [...new Set(numbers)].sort((a, b) => a - b);
}
