import { ageOn, dateOf, lastOfMonth, latestBirth, parseDate, type CalendarDate } from "./calendar.js";
import type { BirthInterval } from "./subject.js";

/** The greatest age that is believed. A birth longer ago is a slip or a lie, and reads as unknown, never as adult (F4). */
export const OLDEST_AGE = 120;

/** What is known of a birth of which nothing is known. */
export const UNKNOWN_BIRTH: BirthInterval = { earliest: null, latest: null };

/** The one day of an exact birth date. */
export function birthIntervalOfDate(born: CalendarDate): BirthInterval {
  return { earliest: born, latest: born };
}

/** The first to the last day of a month, 1..12. */
export function birthIntervalOfYearMonth(year: number, month: number): BirthInterval {
  return { earliest: dateOf(year, month, 1), latest: lastOfMonth(year, month) };
}

/** The first to the last day of a year. */
export function birthIntervalOfYear(year: number): BirthInterval {
  return { earliest: dateOf(year, 1, 1), latest: dateOf(year, 12, 31) };
}

/**
 * Every day on which somebody can have been born who is `lo` to `hi` completed years old on the day of observation (F3).
 * `lo: null` is read as 0; `hi: null` leaves the earliest day open. Ages are whole numbers with `lo <= hi`.
 */
export function birthIntervalOfBounds(lo: number | null, hi: number | null, observed: CalendarDate): BirthInterval {
  return {
    earliest: hi === null ? null : dayAfter(latestBirth(observed, hi + 1)),
    latest: latestBirth(observed, lo ?? 0),
  };
}

/** Reads a birth as people know it, `2010-05-04`, `2010-05` or `2010`; null when it is none of these. */
export function parseBirth(text: string): BirthInterval | null {
  if (/^\d{4}$/.test(text)) return parseDate(`${text}-01-01`) === null ? null : birthIntervalOfYear(Number(text));
  if (/^\d{4}-\d{2}$/.test(text)) {
    const [year, month] = [Number(text.slice(0, 4)), Number(text.slice(5))];
    return parseDate(`${text}-01`) === null ? null : birthIntervalOfYearMonth(year, month);
  }
  const date = parseDate(text);
  return date === null ? null : birthIntervalOfDate(date);
}

/** What makes a birth impossible to believe on a day: it has yet to come, or even the youngest reading is past `OLDEST_AGE`. */
export type BirthDoubt = "in the future" | "too long ago";

/** Doubts a birth as of a day; null: it can be believed. A year or month that is not over yet is no birth in the future. */
export function doubtBirth(born: BirthInterval, today: CalendarDate): BirthDoubt | null {
  if (born.earliest !== null && born.earliest > today) return "in the future";
  if (born.latest !== null && ageOn(born.latest, today) > OLDEST_AGE) return "too long ago";
  return null;
}

/** The days that fit both; null when there is none. */
export function commonBirths(a: BirthInterval, b: BirthInterval): BirthInterval | null {
  const earliest = a.earliest === null || (b.earliest !== null && b.earliest > a.earliest) ? b.earliest : a.earliest;
  const latest = a.latest === null || (b.latest !== null && b.latest < a.latest) ? b.latest : a.latest;
  return earliest !== null && latest !== null && earliest > latest ? null : { earliest, latest };
}

// Bounds are read with every profile, and this is a hundred times faster than asking a calendar library.
function dayAfter(date: CalendarDate): CalendarDate {
  const [year, month, day] = [Math.floor(date / 10_000), Math.floor(date / 100) % 100, date % 100];
  if (date < lastOfMonth(year, month)) return dateOf(year, month, day + 1);
  return month < 12 ? dateOf(year, month + 1, 1) : dateOf(year + 1, 1, 1);
}
