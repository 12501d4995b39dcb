import {
  addDays,
  birthday,
  dateOf,
  latestBirth,
  parseDate,
  parseInstant,
  startOfDay,
  type CalendarDate,
  type Instant,
  type TimeZone,
} from "../policy/calendar.js";

/** The day on which something is read, where the person lives: what relative days are counted from. */
export interface ReadingDay {
  readonly today: CalendarDate;
  readonly zone: TimeZone;
}

/**
 * Reads a day, `2026-05-04`, or one that moves with the day of reading: `{ in: 3 days }`, `{ ago: 2 years }`. Null when it is neither.
 * A year after or before 29 February ends on 1 March or 28 February.
 */
export function readDay(said: unknown, { today }: ReadingDay): CalendarDate | null {
  if (typeof said === "string") return parseDate(said);
  const [entry, ...more]: [string, unknown][] = typeof said === "object" && said !== null ? Object.entries(said) : [];
  if (!entry || more.length > 0) return null;
  const [direction, text] = entry;
  const span = readSpan(text);
  if (!span || (direction !== "in" && direction !== "ago")) return null;
  const sign = direction === "in" ? 1 : -1;
  if (span.unit === "day") return addDays(today, sign * span.count);
  return direction === "in" ? birthday(today, span.count) : latestBirth(today, span.count);
}

/** Reads an instant, `2026-05-04T12:00:00Z`, or the first instant of a day as `readDay` reads it. Null when it is neither. */
export function readMoment(said: unknown, reading: ReadingDay): Instant | null {
  const exact = typeof said === "string" ? parseInstant(said) : null;
  if (exact !== null) return exact;
  const day = readDay(said, reading);
  return day === null ? null : startOfDay(day, reading.zone);
}

/** The last 29 February on which somebody can have been born who is at least `age` today. */
export function leapDayBefore({ today }: ReadingDay, age: number): CalendarDate {
  const latest = latestBirth(today, age);
  for (let year = Math.floor(latest / 10_000); ; year -= 1) {
    const leapDay = parseDate(`${String(year).padStart(4, "0")}-02-29`);
    if (leapDay !== null && leapDay <= latest) return leapDay;
  }
}

/** The birth of somebody whose birthday `age` is on a day, or on the next that there is: nobody turns 15 on a 29 February. */
export function bornToTurn(age: number, on: CalendarDate): CalendarDate {
  const born = latestBirth(on, age);
  return birthday(born, age) === on ? born : dateOf(Math.floor(born / 10_000), 3, 1);
}

interface Span {
  readonly count: number;
  readonly unit: "day" | "year";
}

function readSpan(text: unknown): Span | null {
  const parts = typeof text === "string" ? /^(\d{1,4}) (day|year)s?$/.exec(text) : null;
  return parts && { count: Number(parts[1]), unit: parts[2] === "day" ? "day" : "year" };
}
