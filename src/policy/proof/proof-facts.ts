import { APPLIES, type CellFacts } from "../cells.js";
import { addDays, type CalendarDate } from "../calendar.js";
import { EVERYWHERE, NOWHERE, type Atom, type PlaceReading } from "../places.js";
import type { InForce } from "../rule-dates.js";
import type { Rule } from "../rule.js";
import { itemSpace, type ItemSpace, type KnownPlace } from "../space/item-space.js";
import { ASSURANCE_LEVELS, type AssuranceLevel } from "../subject.js";
import type { Table } from "../table.js";
import type { ItemTerms } from "../terms.js";

/** One way that some of the facts can be. Bit n of `rules` is set if they let the n-th of the item's rules apply. */
interface Reading {
  readonly rules: bigint;
  /** How many things are said here that go without saying of most people; for finding the smallest counter-example. */
  readonly unusual: number;
}

/** A day; where the zone is unknown, every day from the first to the last that it may be (F2). */
export interface DayReading extends Reading {
  readonly first: CalendarDate;
  readonly last: CalendarDate;
  readonly inForce: InForce;
}

/** Where somebody lives, and where they are, if known to be elsewhere (F7, F8). */
export interface PlaceReadings extends Reading {
  readonly home: KnownPlace;
  readonly present: KnownPlace | null;
  readonly order: number;
}

/** An age, or that age and all older ones; and how well it is known. */
export interface AgeReading extends Reading {
  readonly age: number;
  readonly orOlder: boolean;
  readonly level: AssuranceLevel;
  readonly isMinor: boolean;
}

/** With a guardian or without. */
export interface LinkReading extends Reading {
  readonly linked: boolean;
}

/** One way that all of the facts can be. */
export interface Facts {
  readonly day: DayReading;
  readonly place: PlaceReadings;
  readonly person: AgeReading;
  readonly link: LinkReading;
}

/** Of two readings the first must never be answered more loosely than the second. */
export interface Pair<Part extends keyof Facts = keyof Facts> {
  readonly part: Part;
  readonly strict: Facts[Part];
  readonly loose: Facts[Part];
}

/** All that the rules about one item can tell apart, part by part. */
export interface FactSpace {
  readonly days: readonly DayReading[];
  readonly places: readonly PlaceReadings[];
  readonly people: readonly AgeReading[];
  readonly links: readonly LinkReading[];
  readonly older: readonly Pair<"person">[];
  readonly assured: readonly Pair<"person">[];
  readonly linked: readonly Pair<"link">[];
  readonly secondPlace: readonly Pair<"place">[];
  readonly unknown: {
    readonly age: readonly Pair<"person">[];
    readonly assurance: readonly Pair<"person">[];
    readonly region: readonly Pair<"place">[];
    readonly subdivision: readonly Pair<"place">[];
    readonly zone: readonly Pair<"day">[];
  };
}

/** Cuts the facts by what the rules about an item tell apart, unknown facts and second places among them. */
export function factSpace(
  table: Table,
  terms: ItemTerms,
  windows: readonly DateWindow[],
  added: ReadonlySet<Rule>,
): FactSpace {
  const space = itemSpace(table, terms);
  const bits = factBits(table, terms, space, added);
  const powers = table.catalogue.guardianPowersUnder;

  const personOf = (age: number, level: AssuranceLevel, orOlder: boolean): AgeReading => ({
    rules: bits.ofPerson(age, level, orOlder),
    unusual: (level === ASSURANCE_LEVELS[0] ? 0 : 1) + (orOlder ? 1 : 0),
    age,
    orOlder,
    level,
    isMinor: age < powers,
  });
  const exact = space.levels.map((level) => space.ages.map((age) => personOf(age, level, false)));
  const open = space.levels.map((level) => space.ages.map((age) => personOf(age, level, true)));
  const [weakest = []] = exact;

  let order = 0;
  const placeOf = (reading: PlaceReading, home: KnownPlace, present: KnownPlace | null): PlaceReadings => ({
    rules: bits.inPlace(reading),
    unusual: (home.couldBe.length > 1 ? 1 : 0) + (present ? 1 : 0),
    home,
    present,
    order: (order += 1),
  });
  const classes = space.places.map(({ reading, places }) => ({
    reading,
    all: places.map((home) => placeOf(reading, home, null)),
  }));
  const places = classes.flatMap(({ all }) => all.slice(0, 1));
  const everyPlace = classes.flatMap(({ all }) => all);
  const ofAtom = new Map<Atom, PlaceReadings>();
  for (const one of everyPlace) {
    const [atom, ...others] = one.home.couldBe;
    if (atom && others.length === 0) ofAtom.set(atom, one);
  }
  const couldBe = (strict: PlaceReadings): readonly Pair<"place">[] =>
    strict.home.couldBe.flatMap((atom) => {
      const loose = ofAtom.get(atom);
      return loose ? [{ part: "place" as const, strict, loose }] : [];
    });
  const undivided = everyPlace.filter(({ home }) => home.couldBe.length > 1);

  const dayOf = (first: CalendarDate, last: CalendarDate, inForce: InForce): DayReading => ({
    rules: bits.onDate(inForce),
    unusual: first === last ? 0 : 1,
    first,
    last,
    inForce,
  });
  const days = space.dates.flatMap(({ spans: [span], inForce }) =>
    span ? [dayOf(span.from, span.from, inForce)] : [],
  );
  const zonePairs = unknownDays(windows, dayOf);

  const links = [false, true].map((linked) => ({
    rules: bits.ofLink(linked),
    unusual: linked ? 1 : 0,
    linked,
  }));

  return {
    days: [
      ...days,
      ...distinct(
        zonePairs.map(({ strict }) => strict),
        days,
      ),
    ],
    places,
    people: [...exact.flat(), ...open.flat().filter(({ age }) => age === 0)],
    links,
    older: exact.flatMap((people) => pairsOf("person", people.slice(0, -1), (one, at) => [people[at + 1] ?? one])),
    assured: exact
      .slice(0, -1)
      .flatMap((people, level) => pairsOf("person", people, (one, at) => [exact[level + 1]?.[at] ?? one])),
    linked: pairsOf("link", links.slice(0, 1), () => links.slice(1)),
    secondPlace: classes.flatMap((home, at) =>
      classes.slice(at + 1).flatMap((away): readonly Pair<"place">[] => {
        const [one, other] = [home.all[0], away.all[0]];
        if (!one || !other) return [];
        const strict = placeOf(table.places.both(home.reading, away.reading), one.home, other.home);
        return [
          { part: "place", strict, loose: one },
          { part: "place", strict, loose: other },
        ];
      }),
    ),
    unknown: {
      age: open.flatMap((people, level) =>
        pairsOf("person", people, ({ age }) => (exact[level] ?? []).filter((one) => one.age >= age)),
      ),
      assurance: pairsOf("person", weakest, (_, at) => exact.flatMap((people) => people[at] ?? [])),
      region: undivided.filter(({ home }) => home.region === null).flatMap(couldBe),
      subdivision: undivided.filter(({ home }) => home.region !== null).flatMap(couldBe),
      zone: zonePairs,
    },
  };
}

function pairsOf<Part extends keyof Facts>(
  part: Part,
  stricts: readonly Facts[Part][],
  loosesOf: (strict: Facts[Part], at: number) => readonly Facts[Part][],
): readonly Pair<Part>[] {
  return stricts.flatMap((strict, at) => loosesOf(strict, at).map((loose) => ({ part, strict, loose })));
}

/** Those of some days on which other rules apply than on any day known before, once each. */
function distinct(some: readonly DayReading[], known: readonly DayReading[]): readonly DayReading[] {
  const seen = new Set(known.map(({ rules }) => rules));
  return some.filter(({ rules }) => !seen.has(rules) && seen.add(rules));
}

/** Days that it may be at one instant in an unknown zone, with what is in force on any of them, and on each. */
export interface DateWindow {
  readonly first: CalendarDate;
  readonly last: CalendarDate;
  readonly inForce: InForce;
  readonly each: readonly { readonly date: CalendarDate; readonly inForce: InForce }[];
}

/**
 * What it may be in an unknown zone, around each date on which rules change. Between the first zone of the earth and the
 * last lie two dates, and for two hours of a day three.
 */
export function dateWindows({ dates }: Table): readonly DateWindow[] {
  const [since = 0, ...changes] = dates.dates;
  return changes.flatMap((change) =>
    [
      [addDays(change, -1), change],
      [addDays(change, -2), change],
      [addDays(change, -1), addDays(change, 1)],
    ].flatMap(([first = change, last = change]) => {
      if (first < since) return [];
      const [from, until] = [dates.epochOf(first), dates.epochOf(last)];
      const each = Array.from({ length: until - from + 1 }, (_, at) => ({
        date: at === 0 ? first : (dates.dates[from + at] ?? last),
        inForce: dates.inForce(from + at, from + at),
      }));
      return [{ first, last, inForce: dates.inForce(from, until), each }];
    }),
  );
}

function unknownDays(
  windows: readonly DateWindow[],
  dayOf: (first: CalendarDate, last: CalendarDate, inForce: InForce) => DayReading,
): readonly Pair<"day">[] {
  const known = new Map<bigint, Map<bigint, Pair<"day">>>();
  for (const { first, last, inForce, each } of windows) {
    const strict = dayOf(first, last, inForce);
    const pairs = known.get(strict.rules) ?? new Map<bigint, Pair<"day">>();
    known.set(strict.rules, pairs);
    for (const { date, inForce: then } of each) {
      const loose = dayOf(date, date, then);
      if (!pairs.has(loose.rules)) pairs.set(loose.rules, { part: "day", strict, loose });
    }
  }
  return [...known.values()].flatMap((pairs) => [...pairs.values()]);
}

/** Which of an item's rules each fact lets apply. */
interface FactBits {
  onDate(inForce: InForce): bigint;
  inPlace(reading: PlaceReading): bigint;
  ofPerson(age: number, level: AssuranceLevel, orOlder: boolean): bigint;
  ofLink(linked: boolean): bigint;
}

// Conditions are conjunctions of one test a fact (R1, R2), so the rules that apply are those that every fact lets apply.
// `checkFacts` asks the engine about each set of rules that this comes to.
function factBits(table: Table, { rules }: ItemTerms, { ages, levels }: ItemSpace, added: ReadonlySet<Rule>): FactBits {
  const setOf = (isIn: (rule: number) => boolean): bigint =>
    rules.reduce((set, rule, at) => (isIn(rule) ? set | (1n << BigInt(at)) : set), 0n);
  const once = <Key>(find: (key: Key) => bigint): ((key: Key) => bigint) => {
    const known = new Map<Key, bigint>();
    return (key) => {
      const found = known.get(key) ?? find(key);
      known.set(key, found);
      return found;
    };
  };
  const everywhere = {
    inForce: { id: -1, rules: new Uint8Array(table.rules.length).fill(1) },
    place: { id: -1, reach: new Uint8Array(table.rules.length).fill(EVERYWHERE) },
  };
  const applyingTo = (age: number, level: AssuranceLevel, orOlder: boolean, linked: boolean): bigint => {
    const facts: CellFacts = {
      ...everywhere,
      youngest: table.cells.segmentOf(age),
      oldest: table.cells.segmentOf(orOlder ? Infinity : age),
      assurance: ASSURANCE_LEVELS.indexOf(level),
      linked,
    };
    return setOf((index) => {
      const rule = table.rules[index];
      if (rule && added.has(rule)) return isMeant(rule, age, level, linked);
      return (table.cells.flagOf(index, facts) & APPLIES) !== 0;
    });
  };
  return {
    onDate: once((inForce) => setOf((rule) => inForce.rules[rule] !== 0)),
    inPlace: once((reading) => setOf((rule) => reading.reach[rule] !== NOWHERE)),
    ofPerson: (age, level, orOlder) => applyingTo(age, level, orOlder, false) | applyingTo(age, level, orOlder, true),
    ofLink: (linked) =>
      ages
        .flatMap((age) => levels.map((level) => applyingTo(age, level, false, linked)))
        .reduce((all, some) => all | some, 0n),
  };
}

/** Whom an invariant means, by its own words: not as the engine reads rules, which may be what is wrong (R1). */
function isMeant({ age, unlinkedOnly }: Rule, years: number, level: AssuranceLevel, linked: boolean): boolean {
  if (unlinkedOnly && linked) return false;
  if (age === null || years < age.age) return true;
  return age.kind === "not proven" && ASSURANCE_LEVELS.indexOf(level) < ASSURANCE_LEVELS.indexOf(age.by);
}

/** Asks the engine which of an item's rules apply under some facts, and throws if it is not those that each fact lets apply. */
export function checkFacts(
  table: Table,
  { rules }: ItemTerms,
  { day, place, person, link }: Facts,
  added: ReadonlySet<Rule>,
): void {
  const { places } = table;
  const home = places.of(place.home.region);
  const facts: CellFacts = {
    inForce: day.inForce,
    place: place.present ? places.both(home, places.of(place.present.region)) : home,
    youngest: table.cells.segmentOf(person.age),
    oldest: table.cells.segmentOf(person.orOlder ? Infinity : person.age),
    assurance: ASSURANCE_LEVELS.indexOf(person.level),
    linked: link.linked,
  };
  const applying = day.rules & place.rules & person.rules & link.rules;
  rules.forEach((index, at) => {
    const rule = table.rules[index];
    if (!rule || added.has(rule)) return;
    const isIn = ((applying >> BigInt(at)) & 1n) === 1n;
    if (isIn !== ((table.cells.flagOf(index, facts) & APPLIES) !== 0))
      throw new Error(`facts do not act apart on the rule \`${rule.id}\``);
  });
}
