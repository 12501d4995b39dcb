import { iso31661, iso31662 } from "iso-3166";
import { addDays, LATEST_MIDNIGHT, latestBirth, startOfDay, type CalendarDate, type Instant } from "../calendar.js";
import { parseTimeZone, UTC } from "../calendar.js";
import { namedRegions, UNNAMED_COUNTRY } from "../places.js";
import { parseRegion } from "../regions.js";
import type { KnownPlace, Point } from "../space/item-space.js";
import type { RegionCode, Subject } from "../subject.js";
import type { Table } from "../table.js";

/** Somebody for whom the facts are as in a point, on a day when they are. */
export interface ExamplePerson {
  readonly subject: Subject;
  readonly on: CalendarDate;
  /** An instant of that day; what is known of the first day begins in its middle. */
  readonly at: Instant;
  /** The day can be asked about as a whole. */
  readonly isWholeDay: boolean;
}

/** The zone of made-up people, as policy files write it. */
export const EXAMPLE_ZONE = "Etc/UTC";

/** Makes up a person in a point: born to the day, at home, with a guardian or none, who has chosen nothing. */
export function examplePerson(table: Table, { date, place, age, level, linked }: Point): ExamplePerson {
  const { since } = table.catalogue;
  const span = date.spans.at(-1) ?? { from: since, until: null };
  // On the first day the records begin at noon, so the second is the better example where it will do.
  const second = addDays(since, 1);
  const hasSecond = span.from === since && (span.until === null || span.until > second);
  const on = hasSecond ? second : span.from;
  const born = latestBirth(on, age);
  const [home] = place.places;
  return {
    on,
    at: on === since ? startOfDay(since, LATEST_MIDNIGHT) : startOfDay(on, UTC),
    isWholeDay: on !== since,
    subject: {
      born: { earliest: born, latest: born },
      assurance: level,
      assuranceUntil: null,
      residence: home ? realRegion(table, home) : null,
      present: null,
      guardian: linked ? "LINKED" : "NONE",
      zone: parseTimeZone(EXAMPLE_ZONE),
      joined: null,
      approvals: new Map(),
      limits: new Map(),
    },
  };
}

/** A region that ISO lists for a place: for the rest of a country or of the world, the first that no rule names. */
function realRegion({ rules }: Table, { region, couldBe }: KnownPlace): RegionCode | null {
  const [only] = couldBe;
  if (region === null || parseRegion(region) !== null || !only) return region;
  const named = namedRegions(rules);
  const isFree = (code: string): boolean => ![...named].some((one) => one === code || one.startsWith(`${code}-`));
  const codes =
    only.country === UNNAMED_COUNTRY
      ? iso31661.map(({ alpha2 }) => alpha2)
      : iso31662.map(({ code }) => code).filter((code) => code.startsWith(`${only.country}-`));
  return parseRegion(codes.find(isFree) ?? "") ?? region;
}
