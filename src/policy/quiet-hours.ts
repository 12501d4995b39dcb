import { Temporal } from "temporal-polyfill";
import type { QuietHours } from "./answer.js";
import { BoundedMemory } from "./bounded-memory.js";
import { dateAt, type Instant, type TimeZone } from "./calendar.js";
import type { WeekWindows } from "./week-windows.js";
import { WEEK } from "./week-windows.js";

interface Occurrence {
  readonly from: Instant;
  readonly until: Instant;
}

const MAXIMUM_DAYS = 10_000;
const days = new BoundedMemory<string, readonly Occurrence[]>(MAXIMUM_DAYS);

/** Whether windows are open at an instant on the clock of a zone, and when that changes next (T8). */
export function quietHoursAt(windows: WeekWindows, zone: TimeZone, at: Instant): QuietHours {
  const occurrences = days.recall(`${zone} ${dateAt(at, zone)} ${windows.key}`, () => {
    const today = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainDate();
    return occurrencesAround(windows, zone, today.subtract({ days: today.dayOfWeek - 1 }));
  });
  const open = occurrences.find((one) => one.from <= at && at < one.until);
  if (open) return { quietNow: true, changesAt: isEndless(windows) ? null : open.until };
  return { quietNow: false, changesAt: occurrences.find((one) => one.from > at)?.from ?? null };
}

function isEndless(windows: WeekWindows): boolean {
  const [range] = windows.ranges;
  return range?.[0] === 0 && range[1] === WEEK;
}

/** The occurrences of a week, the one before and the two after, those that touch joined. */
function occurrencesAround(windows: WeekWindows, zone: TimeZone, monday: Temporal.PlainDate): readonly Occurrence[] {
  const occurrences = [-1, 0, 1, 2].flatMap((week) =>
    windows.ranges.map(([from, until]) => ({
      from: firstInstant(monday.add({ weeks: week }), from, zone),
      until: lastInstant(monday.add({ weeks: week }), until, zone),
    })),
  );
  const joined: Occurrence[] = [];
  for (const one of occurrences) {
    const before = joined.at(-1);
    if (before && one.from <= before.until) {
      joined[joined.length - 1] = { from: before.from, until: one.until > before.until ? one.until : before.until };
    } else if (one.until > one.from) {
      joined.push(one);
    }
  }
  return joined;
}

function wallClock(monday: Temporal.PlainDate, minute: number): Temporal.PlainDateTime {
  return monday.toPlainDateTime().add({ minutes: minute });
}

/** The first instant at which the wall clock shows a minute of the week or a later one. */
function firstInstant(monday: Temporal.PlainDate, minute: number, zone: TimeZone): Instant {
  const wall = wallClock(monday, minute);
  return (transitionOver(wall, zone) ??
    wall.toZonedDateTime(zone, { disambiguation: "earlier" }).epochMilliseconds) as Instant;
}

/** The instant from which the wall clock shows a minute of the week or a later one for good. */
function lastInstant(monday: Temporal.PlainDate, minute: number, zone: TimeZone): Instant {
  const wall = wallClock(monday, minute);
  const skipped = transitionOver(wall, zone);
  if (skipped !== null) return skipped as Instant;
  const first = wall.toZonedDateTime(zone, { disambiguation: "earlier" });
  const second = wall.toZonedDateTime(zone, { disambiguation: "later" });
  // A clock that is put back to just this time never shows an earlier one again.
  const isPutBackTo = first.getTimeZoneTransition("next")?.equals(second) ?? false;
  return (isPutBackTo ? first : second).epochMilliseconds as Instant;
}

/** The instant at which the clock is put forward over a wall clock time; null when the clock does show it. */
function transitionOver(wall: Temporal.PlainDateTime, zone: TimeZone): number | null {
  const read = wall.toZonedDateTime(zone, { disambiguation: "earlier" });
  if (read.toPlainDateTime().equals(wall)) return null;
  return read.getTimeZoneTransition("next")?.epochMilliseconds ?? null;
}
