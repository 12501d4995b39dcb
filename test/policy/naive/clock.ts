import { Temporal } from "temporal-polyfill";

/** A date as `YYYY-MM-DD`: dates compare as texts. */
export type Day = string;

/** The local dates at an instant (F1, F2): one, or where the zone is unknown the one at UTC-12 and the one at UTC+14. */
export interface Days {
  /** The date that ages are read on. */
  readonly youngest: Day;
  /** The dates on which a rule may be in force. */
  readonly all: readonly Day[];
}

/** F1, F2. */
export function daysAt(at: number, zone: string | null): Days {
  const all = (zone === null ? ["-12:00", "+14:00"] : [zone]).map((clock) => dayAt(at, clock));
  return { youngest: all[0] ?? "", all };
}

/** The local date at an instant. */
export function dayAt(at: number, zone: string): Day {
  return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainDate().toString();
}

/** The first instant of a local date (F1). */
export function startOf(day: Day, zone: string): number {
  return Temporal.PlainDate.from(day).toZonedDateTime({ timeZone: zone }).epochMilliseconds;
}

/** The day so many days later. */
export function later(day: Day, days: number): Day {
  return Temporal.PlainDate.from(day).add({ days }).toString();
}

/** F4: the completed years of somebody born on `born`. */
export function age(born: Day, day: Day): number {
  if (day < born) return 0;
  const years = Number(day.slice(0, 4)) - Number(born.slice(0, 4));
  return day.slice(5) >= born.slice(5) ? years : years - 1;
}

/** F4: the day somebody turns `years`; 1 March where a birthday on 29 February does not exist. */
export function birthday(born: Day, years: number): Day {
  const year = String(Number(born.slice(0, 4)) + years).padStart(4, "0");
  const day = `${year}-${born.slice(5)}`;
  return exists(day) ? day : `${year}-03-01`;
}

/** A birth date of somebody who is exactly `years` old on a day. */
export function bornYearsBefore(day: Day, years: number): Day {
  const year = String(Number(day.slice(0, 4)) - years).padStart(4, "0");
  const born = `${year}-${day.slice(5)}`;
  return exists(born) ? born : `${year}-02-28`;
}

/** Whether a text names a day of the calendar. */
export function exists(day: Day): boolean {
  try {
    return Temporal.PlainDate.from(day, { overflow: "reject" }).toString() === day;
  } catch {
    return false;
  }
}

/** T8, first: the first instant at which the wall clock shows `minute` of a day or later. */
export function firstAt(day: Day, minute: number, zone: string): number {
  return reached(day, minute, zone, "earlier");
}

/** T8, last: the instant from which the wall clock shows `minute` of a day or later for good. */
export function lastAt(day: Day, minute: number, zone: string): number {
  const again = reached(day, minute, zone, "later");
  const wall = Temporal.PlainDate.from(day).toPlainDateTime().add({ minutes: minute });
  const justBefore = Temporal.Instant.fromEpochMilliseconds(again - 1)
    .toZonedDateTimeISO(zone)
    .toPlainDateTime();
  // A clock that falls back to this very time has not shown an earlier one since it first came.
  return Temporal.PlainDateTime.compare(justBefore, wall) >= 0 ? reached(day, minute, zone, "earlier") : again;
}

function reached(day: Day, minute: number, zone: string, disambiguation: "earlier" | "later"): number {
  const wall = Temporal.PlainDate.from(day).toPlainDateTime().add({ minutes: minute });
  const local = wall.toZonedDateTime(zone, { disambiguation });
  if (local.toPlainDateTime().equals(wall)) return local.epochMilliseconds;
  // The wall clock never shows this time: it is passed when the clock jumps over it.
  const before = wall.toZonedDateTime(zone, { disambiguation: "earlier" });
  const jump = before.subtract({ hours: 24 }).getTimeZoneTransition("next");
  if (!jump) throw new Error(`the clock of ${zone} skips ${wall.toString()} without a transition`);
  return jump.epochMilliseconds;
}
