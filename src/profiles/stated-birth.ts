import { birthIntervalOfBounds, parseBirth } from "../policy/birth-interval.js";
import { formatDate, parseDate, type CalendarDate } from "../policy/calendar.js";
import type { AgeBounds, StatedBirth } from "./age-fact.js";

const GREATEST_BOUND = 150;

/** Bounds as they are stored: the day as `YYYY-MM-DD`. */
export interface StoredBounds {
  readonly atLeast: number | null;
  readonly atMost: number | null;
  readonly observedOn: string;
}

/** Reads a birth as text; null when it is no date, month or year. */
export function birthOfText(text: string): StatedBirth | null {
  const interval = parseBirth(text);
  return interval && { stated: text, interval };
}

/** Reads bounds as stored; null when they say nothing, cross, or name no day. */
export function birthOfBounds({ atLeast, atMost, observedOn }: StoredBounds): StatedBirth | null {
  const day = parseDate(observedOn);
  return day && birthBetween(atLeast, atMost, day);
}

/** The birth of somebody whose age is between two bounds on a day; null when they say nothing, cross, or are no ages. */
export function birthBetween(
  atLeast: number | null,
  atMost: number | null,
  observedOn: CalendarDate,
): StatedBirth | null {
  const ends = [atLeast, atMost].filter((end) => end !== null);
  const areAges = ends.every((end) => Number.isInteger(end) && end >= 0 && end <= GREATEST_BOUND);
  if (ends.length === 0 || !areAges || (ends[0] ?? 0) > (ends[1] ?? GREATEST_BOUND)) return null;
  return { stated: { atLeast, atMost, observedOn }, interval: birthIntervalOfBounds(atLeast, atMost, observedOn) };
}

/** Writes bounds as they are stored. */
export function storedBounds({ atLeast, atMost, observedOn }: AgeBounds): StoredBounds {
  return { atLeast, atMost, observedOn: formatDate(observedOn) };
}
