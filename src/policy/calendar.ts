import { Temporal } from "temporal-polyfill";

declare const calendarDate: unique symbol;
declare const instant: unique symbol;
declare const timeZone: unique symbol;

/**
 * A day of the ISO calendar, as the whole number yyyymmdd (2010-03-04 is 20100304).
 * Two dates compare with `<`, and `ageOn` is one subtraction; nothing else may be computed from the number.
 */
export type CalendarDate = number & { readonly [calendarDate]: true };

/** A point in time: whole milliseconds since 1970-01-01T00:00Z. */
export type Instant = number & { readonly [instant]: true };

/** An IANA time zone or fixed offset that the runtime knows. */
export type TimeZone = string & { readonly [timeZone]: true };

/** The zones between which every local date lies: used together when a person's zone is unknown (F2). */
export const LATEST_MIDNIGHT = "-12:00" as TimeZone;
/** See `LATEST_MIDNIGHT`. */
export const EARLIEST_MIDNIGHT = "+14:00" as TimeZone;

/** Coordinated universal time. */
export const UTC = "UTC" as TimeZone;

/** Reads `YYYY-MM-DD`; null when it is not a day of the calendar. */
export function parseDate(text: string): CalendarDate | null {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!parts) return null;
  const [year, month, day] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
  return year > 0 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month)
    ? dateOf(year, month, day)
    : null;
}

/** Writes a date as `YYYY-MM-DD`. */
export function formatDate(date: CalendarDate): string {
  const digits = String(date).padStart(8, "0");
  return `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}`;
}

/** Reads an RFC 3339 instant with a zone (`2026-11-22T20:00:00Z`); null when it is none. */
export function parseInstant(text: string): Instant | null {
  if (!/^\d{4}-\d{2}-\d{2}[Tt]\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?([Zz]|[+-]\d{2}:\d{2})$/.test(text)) return null;
  try {
    return Temporal.Instant.from(text).epochMilliseconds as Instant;
  } catch {
    return null;
  }
}

/** Writes an instant in UTC with three digits of milliseconds. */
export function formatInstant(at: Instant): string {
  return Temporal.Instant.fromEpochMilliseconds(at).toString({ smallestUnit: "millisecond" });
}

/** Reads an IANA zone name, canonical or alias; null when the runtime does not know it. */
export function parseTimeZone(text: string): TimeZone | null {
  if (!/^[A-Za-z]/.test(text)) return null;
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(text);
    return text as TimeZone;
  } catch {
    return null;
  }
}

/** The last day of a month: `lastOfMonth(2012, 2)` is 2012-02-29. */
export function lastOfMonth(year: number, month: number): CalendarDate {
  return dateOf(year, month, daysInMonth(year, month));
}

/** Builds a date from parts that are known to be a day of the calendar. */
export function dateOf(year: number, month: number, day: number): CalendarDate {
  return (year * 10_000 + month * 100 + day) as CalendarDate;
}

/** The day `days` after (before, when negative) a date. */
export function addDays(date: CalendarDate, days: number): CalendarDate {
  const moved = plain(date).add({ days });
  return dateOf(moved.year, moved.month, moved.day);
}

/**
 * The completed years of somebody born on `born`, on the day `date`; 0 before birth.
 * Who was born on 29 February turns a year older on 1 March of a common year (F4).
 */
export function ageOn(born: CalendarDate, date: CalendarDate): number {
  return date <= born ? 0 : Math.floor((date - born) / 10_000);
}

/** The day on which somebody born on `born` turns `age`: the first day with `ageOn(born, day) >= age`. */
export function birthday(born: CalendarDate, age: number): CalendarDate {
  const nominal = born + age * 10_000;
  const isLeapDay = born % 10_000 === 229;
  return (isLeapDay && !isLeapYear(Math.floor(nominal / 10_000)) ? nominal - 229 + 301 : nominal) as CalendarDate;
}

/** The last day on which somebody of `age` completed years on `date` can have been born. */
export function latestBirth(date: CalendarDate, age: number): CalendarDate {
  const nominal = date - age * 10_000;
  const isLeapDay = date % 10_000 === 229;
  return (isLeapDay && !isLeapYear(Math.floor(nominal / 10_000)) ? nominal - 1 : nominal) as CalendarDate;
}

/** The local date at an instant. */
export function dateAt(at: Instant, zone: TimeZone): CalendarDate {
  return zoneMemory(zone).begun.get(at) ?? localDay(at, zone).date;
}

/** The first instant of a local date: midnight, or the first that exists where midnight is skipped (F1). */
export function startOfDay(date: CalendarDate, zone: TimeZone): Instant {
  const { starts, begun } = zoneMemory(zone);
  let start = starts.get(date);
  if (start === undefined) {
    if (starts.size >= MEMORY_PER_ZONE) for (const known of [starts, begun]) known.clear();
    const local = plain(date).toZonedDateTime({ timeZone: zone });
    start = local.epochMilliseconds as Instant;
    starts.set(date, start);
    // A date that a zone left out begins on another.
    if (local.day === date % 100) begun.set(start, date);
  }
  return start;
}

interface LocalDay {
  readonly date: CalendarDate;
  readonly from: Instant;
  readonly until: Instant;
}

interface ZoneMemory {
  readonly starts: Map<CalendarDate, Instant>;
  /** The same the other way round: the rules' days are asked about at the instants at which they begin. */
  readonly begun: Map<Instant, CalendarDate>;
  day: LocalDay | null;
}

// One zone costs one calendar computation a day, not one a person: a request's people share a few zones and one instant.
const MEMORY_PER_ZONE = 20_000;
const MAXIMUM_ZONES = 1_000;
const zones = new Map<TimeZone, ZoneMemory>();

function zoneMemory(zone: TimeZone): ZoneMemory {
  let memory = zones.get(zone);
  if (!memory) {
    if (zones.size >= MAXIMUM_ZONES) zones.clear();
    memory = { starts: new Map(), begun: new Map(), day: null };
    zones.set(zone, memory);
  }
  return memory;
}

function localDay(at: Instant, zone: TimeZone): LocalDay {
  const memory = zoneMemory(zone);
  if (!memory.day || at < memory.day.from || at >= memory.day.until) {
    const local = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
    const date = dateOf(local.year, local.month, local.day);
    memory.day = { date, from: startOfDay(date, zone), until: startOfDay(addDays(date, 1), zone) };
  }
  return memory.day;
}

function plain(date: CalendarDate): Temporal.PlainDate {
  return new Temporal.PlainDate(Math.floor(date / 10_000), Math.floor(date / 100) % 100, date % 100);
}

function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

function daysInMonth(year: number, month: number): number {
  return month === 2 ? (isLeapYear(year) ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;
}
