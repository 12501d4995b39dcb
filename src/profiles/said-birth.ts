import * as z from "zod";
import { doubtBirth } from "../policy/birth-interval.js";
import { formatDate, type CalendarDate } from "../policy/calendar.js";
import type { StatedBirth } from "./age-fact.js";
import { bornToTurn, leapDayBefore, readDay, type ReadingDay } from "./relative-day.js";
import { birthBetween, birthOfText } from "./stated-birth.js";

const age = z.int().min(0).max(120);
const end = z.nullable(age).default(null);

/** The ways to say a birth, other than as a date, month or year. */
const SAID = z.union([
  z.strictObject({ turns: age, in: z.string() }),
  z.strictObject({ turned: age, ago: z.string() }),
  z.strictObject({ turns: age, this: z.enum(["day", "month", "year"]) }),
  z.strictObject({ onLeapDay: z.strictObject({ atLeast: age }) }),
  z.strictObject({ atLeast: end, atMost: end, observedOn: z.unknown().optional() }),
]);

/** How to say a birth, for whoever said it otherwise. */
export const HOW_TO_SAY_A_BIRTH =
  "is not a birth: write a date, a month `2010-05`, a year, bounds such as `{ atLeast: 13, atMost: 17, observedOn: 2026-05-04 }`, " +
  "or `{ turns: 16, in: 1 day }`, `{ turned: 16, ago: 40 days }`, `{ turns: 16, this: year }`, `{ onLeapDay: { atLeast: 13 } }`";

/**
 * Reads a birth as a person says it. Besides what can be stored there are births that move with the day of reading, so that an
 * example stays what it is an example of: `{ turns: 16, in: 1 day }` is 15 for one more day, whenever it is read.
 */
export function readBirth(said: unknown, reading: ReadingDay): StatedBirth | null {
  if (typeof said === "string") return birthOfText(said);
  if (typeof said === "number") return birthOfText(String(said));
  const form = SAID.safeParse(said);
  if (!form.success) return null;
  const birth = form.data;
  if ("onLeapDay" in birth) return exactly(leapDayBefore(reading, birth.onLeapDay.atLeast));
  if ("this" in birth) return known(birth.this, bornToTurn(birth.turns, reading.today));
  if ("in" in birth) return turning(birth.turns, readDay({ in: birth.in }, reading));
  if ("ago" in birth) return turning(birth.turned, readDay({ ago: birth.ago }, reading));
  const observedOn = birth.observedOn === undefined ? reading.today : readDay(birth.observedOn, reading);
  return observedOn === null || observedOn > reading.today
    ? null
    : birthBetween(birth.atLeast, birth.atMost, observedOn);
}

/** Why a birth is not let in, although it can be read; null: it is. */
export function refusalOfBirth({ interval }: StatedBirth, { today }: ReadingDay): string | null {
  switch (doubtBirth(interval, today)) {
    case "in the future":
      return "is a birth in the future";
    case "too long ago":
      return "is a birth more than 120 years ago";
    case null:
      return null;
  }
}

function turning(years: number, on: CalendarDate | null): StatedBirth | null {
  return on === null ? null : exactly(bornToTurn(years, on));
}

function exactly(born: CalendarDate): StatedBirth | null {
  return birthOfText(formatDate(born));
}

/** As much of a date as is known: the day, the month or the year. */
function known(unit: "day" | "month" | "year", born: CalendarDate): StatedBirth | null {
  return birthOfText(formatDate(born).slice(0, { day: 10, month: 7, year: 4 }[unit]));
}
