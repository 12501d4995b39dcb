import { addDays, type CalendarDate } from "../calendar.js";
import type { CellFacts } from "../cells.js";
import type { PlaceReading } from "../places.js";
import type { InForce } from "../rule-dates.js";
import { knownPlaces, type KnownPlace } from "../space/item-space.js";
import { ASSURANCE_LEVELS } from "../subject.js";
import type { Table } from "../table.js";
import type { ItemTerms } from "../terms.js";

/** Days from one on; `until` is the first that is not among them any more, null: they have no end. */
export interface Span {
  readonly from: CalendarDate;
  readonly until: CalendarDate | null;
}

/** One item in two policies. */
export interface Side {
  readonly table: Table;
  readonly terms: ItemTerms;
}

/** What one policy reads where another one reads something of its own. */
interface Both<Reading> {
  readonly before: Reading;
  readonly after: Reading;
}

/** All that the rules of two policies about one item tell apart: a product of axes, each cut into classes by both of them. */
export interface CommonSpace {
  readonly dates: readonly { readonly spans: readonly Span[]; readonly inForce: Both<InForce> }[];
  readonly places: readonly { readonly places: readonly KnownPlace[]; readonly reading: Both<PlaceReading> }[];
  /** The youngest age of each class, ascending from 0. */
  readonly ages: readonly number[];
  /** The rank of the weakest level of each class, ascending from 0. */
  readonly levels: readonly number[];
}

/** The first day of which both policies say something. */
export function firstCommonDay(before: Table, after: Table): CalendarDate {
  return before.catalogue.since > after.catalogue.since ? before.catalogue.since : after.catalogue.since;
}

/** Cuts the facts by what either policy's rules about an item tell apart. */
export function commonSpace(before: Side, after: Side): CommonSpace {
  const rules = [before, after].flatMap(({ terms }) => [...terms.caps, ...terms.defaults].map(({ rule }) => rule));
  return {
    dates: dateClasses(before, after),
    places: placeClasses(before, after),
    ages: ascending([0, ...rules.flatMap(({ age }) => (age ? [age.age] : []))]),
    levels: ascending([
      0,
      ...rules.flatMap(({ age }) => (age?.kind === "not proven" ? [ASSURANCE_LEVELS.indexOf(age.by)] : [])),
    ]),
  };
}

/** A point of a space, by its place on each axis. */
export interface CommonPoint {
  readonly date: number;
  readonly place: number;
  readonly age: number;
  readonly level: number;
  readonly linked: boolean;
}

/** The facts of a point as one of the policies reads them. Throws `RangeError` for a point that the space does not have. */
export function factsAt(space: CommonSpace, point: CommonPoint, side: keyof Both<unknown>, table: Table): CellFacts {
  const [date, place] = [space.dates[point.date], space.places[point.place]];
  const [age, assurance] = [space.ages[point.age], space.levels[point.level]];
  if (!date || !place || age === undefined || assurance === undefined) throw new RangeError("there is no such point");
  const segment = table.cells.segmentOf(age);
  return {
    inForce: date.inForce[side],
    place: place.reading[side],
    youngest: segment,
    oldest: segment,
    assurance,
    linked: point.linked,
  };
}

function dateClasses(before: Side, after: Side): CommonSpace["dates"] {
  const since = firstCommonDay(before.table, after.table);
  const starts = ascending(
    [...before.table.dates.dates, ...after.table.dates.dates, since].filter((date) => date >= since),
  ) as readonly CalendarDate[]; // the numbers are dates already, and sorting keeps them
  const classes = new Map<string, { readonly spans: Span[]; readonly inForce: Both<InForce> }>();
  starts.forEach((from, index) => {
    const inForce = { before: inForceOn(before.table, from), after: inForceOn(after.table, from) };
    const key = `${flags(before.terms, inForce.before.rules)}|${flags(after.terms, inForce.after.rules)}`;
    const one = classes.get(key) ?? { spans: [], inForce };
    one.spans.push({ from, until: starts[index + 1] ?? null });
    classes.set(key, one);
  });
  return [...classes.values()].map(({ spans, inForce }) => ({ spans: joinedSpans(spans), inForce }));
}

function inForceOn({ dates }: Table, date: CalendarDate): InForce {
  const epoch = dates.epochOf(date);
  return dates.inForce(epoch, epoch);
}

function flags({ rules }: ItemTerms, of: Uint8Array): string {
  return rules.map((rule) => of[rule]).join("");
}

function placeClasses(before: Side, after: Side): CommonSpace["places"] {
  const classes = new Map<string, { readonly places: KnownPlace[]; readonly reading: Both<PlaceReading> }>();
  for (const place of knownPlaces({ rules: [...before.table.rules, ...after.table.rules] })) {
    const reading = { before: before.table.places.of(place.region), after: after.table.places.of(place.region) };
    const key = `${flags(before.terms, reading.before.reach)}|${flags(after.terms, reading.after.reach)}`;
    const one = classes.get(key) ?? { places: [], reading };
    one.places.push(place);
    classes.set(key, one);
  }
  return [...classes.values()];
}

/** The same days in as few spans as there can be, in order. */
export function joinedSpans(spans: readonly Span[]): readonly Span[] {
  const joined: Span[] = [];
  for (const span of spans.toSorted((a, b) => a.from - b.from)) {
    const last = joined.at(-1);
    if (last?.until === span.from) joined[joined.length - 1] = { from: last.from, until: span.until };
    else joined.push(span);
  }
  return joined;
}

/** The last day of a span; null: it has no end. */
export function lastDay({ until }: Span): CalendarDate | null {
  return until === null ? null : addDays(until, -1);
}

function ascending(numbers: readonly number[]): readonly number[] {
  return [...new Set(numbers)].sort((a, b) => a - b);
}
