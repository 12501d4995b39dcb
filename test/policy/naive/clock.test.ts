import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { birthday, age, dayAt, firstAt, lastAt, later, startOf } from "./clock.js";

/** Wall clocks jump and fall back in these zones, by an hour or by half of one. */
const JUMPS = [
  ["America/New_York", "2026-03-08"],
  ["America/New_York", "2026-11-01"],
  ["Australia/Lord_Howe", "2026-04-05"],
  ["Australia/Lord_Howe", "2026-10-04"],
  ["Asia/Beirut", "2022-03-27"],
  ["America/Havana", "2025-11-02"],
  ["Europe/Berlin", "2026-07-01"],
] as const;

/** The wall clock of a zone, minute by minute from the day before until the day after. */
function wallClock(zone: string, day: string): readonly { readonly at: number; readonly wall: string }[] {
  const from = startOf(later(day, -1), zone);
  return Array.from({ length: 3 * 24 * 60 }, (_, minute) => from + minute * 60_000).map((at) => ({
    at,
    wall: Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainDateTime().toString(),
  }));
}

describe("T8 by walking the clock", () => {
  test.each(JUMPS)("%s on %s", (zone, day) => {
    const clock = wallClock(zone, day);
    for (let minute = 0; minute <= 1_440; minute += 10) {
      const shown = Temporal.PlainDate.from(day).toPlainDateTime().add({ minutes: minute }).toString();
      const first = clock.find(({ wall }) => wall >= shown);
      const lastBefore = clock.findLastIndex(({ wall }) => wall < shown);
      expect([firstAt(day, minute, zone), lastAt(day, minute, zone)]).toEqual([first?.at, clock[lastBefore + 1]?.at]);
    }
  });
});

test("a birthday is the first day of its age", () => {
  const days = fc.integer({ min: 0, max: 40_000 }).map((offset) => later("1950-01-01", offset));
  fc.assert(
    fc.property(days, fc.integer({ min: 1, max: 100 }), (born, years) => {
      const day = birthday(born, years);
      expect([age(born, later(day, -1)), age(born, day)]).toEqual([years - 1, years]);
    }),
    { seed: 91, numRuns: 300 },
  );
});

test("a day starts at its first instant", () => {
  for (const [zone, day] of JUMPS)
    expect([dayAt(startOf(day, zone) - 1, zone), dayAt(startOf(day, zone), zone)]).toEqual([later(day, -1), day]);
});
