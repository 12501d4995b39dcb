import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import {
  addDays,
  ageOn,
  birthday,
  dateAt,
  dateOf,
  EARLIEST_MIDNIGHT,
  formatDate,
  formatInstant,
  lastOfMonth,
  LATEST_MIDNIGHT,
  latestBirth,
  parseDate,
  parseInstant,
  parseTimeZone,
  startOfDay,
  type CalendarDate,
  type Instant,
  type TimeZone,
} from "../../src/policy/calendar.js";
import { at, day } from "./people.js";

const zone = (name: string): TimeZone => {
  const known = parseTimeZone(name);
  if (known === null) throw new Error(`no zone: \`${name}\``);
  return known;
};

describe("reading and writing", () => {
  test.each(["2010-03-04", "2012-02-29", "1900-01-01", "2099-12-31", "0001-01-01"])("%s is a date", (text) => {
    expect(formatDate(day(text))).toBe(text);
  });

  test.each([
    "2011-02-29",
    "1900-02-29",
    "2010-13-01",
    "2010-00-10",
    "2010-04-31",
    "2010-4-1",
    "0000-01-01",
    "20100304",
    "",
    "2010-03-04 ",
  ])("`%s` is no date", (text) => {
    expect(parseDate(text)).toBeNull();
  });

  test.each([
    ["2026-11-22T20:00:00Z", "2026-11-22T20:00:00.000Z"],
    ["2026-11-22T20:00Z", "2026-11-22T20:00:00.000Z"],
    ["2026-11-22t20:00:00.5z", "2026-11-22T20:00:00.500Z"],
    ["2026-11-22T21:30:00+01:30", "2026-11-22T20:00:00.000Z"],
    ["2026-11-22T20:00:00.123456789-00:00", "2026-11-22T20:00:00.123Z"],
  ])("%s is the instant %s", (text, utc) => {
    expect(formatInstant(at(text))).toBe(utc);
  });

  test.each([
    "2026-11-22",
    "2026-11-22T20:00:00",
    "2026-11-22T25:00:00Z",
    "2026-02-30T00:00:00Z",
    "2026-11-22T20:00:00[UTC]",
    "now",
  ])("`%s` is no instant", (text) => {
    expect(parseInstant(text)).toBeNull();
  });

  test.each(["Europe/Berlin", "UTC", "Asia/Calcutta", "Etc/GMT+12"])("%s is a zone", (name) => {
    expect(parseTimeZone(name)).toBe(name);
  });

  test.each(["Berlin", "+01:00", "-12:00", "", "Europe/Atlantis"])("`%s` is no zone", (name) => {
    expect(parseTimeZone(name)).toBeNull();
  });

  test.each([
    [2011, 2, "2011-02-28"],
    [2012, 2, "2012-02-29"],
    [2100, 2, "2100-02-28"],
    [2026, 4, "2026-04-30"],
    [2026, 12, "2026-12-31"],
  ])("the last day of %i-%i is %s", (year, month, text) => {
    expect(formatDate(lastOfMonth(year, month))).toBe(text);
  });
});

describe("ages (F4)", () => {
  test.each([
    ["Lea, born 29 February, the day before 1 March of a common year", "2008-02-29", "2021-02-28", 12],
    ["Lea on 1 March of a common year", "2008-02-29", "2021-03-01", 13],
    ["Lea on 28 February of a leap year", "2008-02-29", "2024-02-28", 15],
    ["Lea on 29 February of a leap year", "2008-02-29", "2024-02-29", 16],
    ["Omar, the day before his birthday", "2010-05-04", "2026-05-03", 15],
    ["Omar on his birthday", "2010-05-04", "2026-05-04", 16],
    ["on the day of birth", "2010-05-04", "2010-05-04", 0],
    ["before birth", "2010-05-04", "2008-01-01", 0],
    ["born on New Year's Eve, the day after", "2009-12-31", "2010-01-01", 0],
  ])("%s", (_, born, date, age) => {
    expect(ageOn(day(born), day(date))).toBe(age);
  });

  test.each([
    ["2008-02-29", 13, "2021-03-01"],
    ["2008-02-29", 16, "2024-02-29"],
    ["2000-02-29", 100, "2100-03-01"],
    ["2010-05-04", 16, "2026-05-04"],
  ])("who was born on %s turns %i on %s", (born, age, date) => {
    expect(formatDate(birthday(day(born), age))).toBe(date);
  });

  test.each([
    ["2024-02-29", 13, "2011-02-28"],
    ["2024-02-29", 16, "2008-02-29"],
    ["2021-03-01", 13, "2008-03-01"],
    ["2021-02-28", 13, "2008-02-28"],
  ])("on %s, the youngest of %i years was born on %s", (date, age, born) => {
    expect(formatDate(latestBirth(day(date), age))).toBe(born);
  });

  // Walking from a birth through the calendar, a year is completed on each anniversary; one that does not exist moves to the next day.
  const birthdaysUpTo = (born: string, years: number): readonly string[] =>
    Array.from({ length: years }, (_, i) => {
      const [year, rest] = [Number(born.slice(0, 4)) + i + 1, born.slice(4)];
      const exists = rest !== "-02-29" || new Temporal.PlainDate(year, 1, 1).inLeapYear;
      return exists ? `${year}${rest}` : `${year}-03-01`;
    });
  const anyDay = fc.oneof(
    {
      weight: 4,
      arbitrary: fc
        .integer({ min: 0, max: 60_000 })
        .map((days) => new Temporal.PlainDate(1900, 1, 1).add({ days }).toString()),
    },
    { weight: 1, arbitrary: fc.integer({ min: 1904 / 4, max: 2060 / 4 }).map((n) => `${n * 4}-02-29`) },
    {
      weight: 1,
      arbitrary: fc
        .tuple(fc.integer({ min: 1901, max: 2060 }), fc.constantFrom("02-28", "03-01", "12-31", "01-01"))
        .map(([y, rest]) => `${y}-${rest}`),
    },
  );

  test("age counts the anniversaries that have come", () => {
    fc.assert(
      fc.property(anyDay, anyDay, (born, date) => {
        expect(ageOn(day(born), day(date))).toBe(
          birthdaysUpTo(born, 165).filter((anniversary) => anniversary <= date).length,
        );
      }),
      { seed: 1, numRuns: 500 },
    );
  });

  test("a birthday is the first day of its age, and the latest birth the last day that has it", () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 120 }), (text, age) => {
        const date = day(text);
        const turns = birthday(date, age);
        expect([ageOn(date, addDays(turns, -1)), ageOn(date, turns)]).toEqual([age - 1, age]);
        const born = latestBirth(date, age);
        expect([ageOn(born, date), ageOn(addDays(born, 1), date)]).toEqual([age, age - 1]);
      }),
      { seed: 2, numRuns: 500 },
    );
  });

  test("nobody ever gets younger, and who is born later is never older", () => {
    fc.assert(
      fc.property(anyDay, anyDay, (born, date) => {
        const age = ageOn(day(born), day(date));
        expect(ageOn(day(born), addDays(day(date), 1))).toBeGreaterThanOrEqual(age);
        expect(ageOn(addDays(day(born), 1), day(date))).toBeLessThanOrEqual(age);
      }),
      { seed: 3, numRuns: 500 },
    );
  });
});

describe("days and zones (F1)", () => {
  test.each([
    ["2025-12-09T12:59:59.999Z", "Australia/Sydney", "2025-12-09"],
    ["2025-12-09T13:00:00Z", "Australia/Sydney", "2025-12-10"],
    ["2026-01-01T11:59:59.999Z", "Etc/GMT+12", "2025-12-31"],
    ["2026-01-01T12:00:00Z", "Etc/GMT+12", "2026-01-01"],
    ["2025-12-31T09:59:59.999Z", "Pacific/Kiritimati", "2025-12-31"],
    ["2025-12-31T10:00:00Z", "Pacific/Kiritimati", "2026-01-01"],
    ["1969-12-31T23:59:59.999Z", "UTC", "1969-12-31"],
  ])("at %s the date in %s is %s", (instant, name, date) => {
    expect(formatDate(dateAt(at(instant), zone(name)))).toBe(date);
  });

  test.each([
    ["Sydney in daylight time", "2025-12-10", "Australia/Sydney", "2025-12-09T13:00:00.000Z"],
    ["Berlin on the day summer time begins", "2026-03-29", "Europe/Berlin", "2026-03-28T23:00:00.000Z"],
    ["Berlin on the day after", "2026-03-30", "Europe/Berlin", "2026-03-29T22:00:00.000Z"],
    ["São Paulo, where midnight was skipped", "2018-11-04", "America/Sao_Paulo", "2018-11-04T03:00:00.000Z"],
    ["Beirut, where midnight was skipped", "2022-03-27", "Asia/Beirut", "2022-03-26T22:00:00.000Z"],
    ["Havana, where midnight came twice", "2025-11-02", "America/Havana", "2025-11-02T04:00:00.000Z"],
    ["the clock that is last to see a day", "2026-01-01", LATEST_MIDNIGHT, "2026-01-01T12:00:00.000Z"],
    ["the clock that is first to see a day", "2026-01-01", EARLIEST_MIDNIGHT, "2025-12-31T10:00:00.000Z"],
  ])("%s: %s in %s begins at %s", (_, date, name, instant) => {
    expect(formatInstant(startOfDay(day(date), name as TimeZone))).toBe(instant);
  });

  const ZONES = [
    "UTC",
    "America/New_York",
    "Europe/London",
    "Australia/Lord_Howe",
    "America/Sao_Paulo",
    "Asia/Kathmandu",
    "Pacific/Apia",
    "Asia/Beirut",
    "America/Havana",
  ];
  const instants = fc
    .integer({ min: at("2015-01-01T00:00:00Z"), max: at("2040-01-01T00:00:00Z") })
    .map((time) => time as Instant);

  test("a day starts at its first instant: a millisecond before it is the day before", () => {
    fc.assert(
      fc.property(instants, fc.constantFrom(...ZONES), (instant, name) => {
        const date = dateAt(instant, zone(name));
        const start = startOfDay(date, zone(name));
        expect(start).toBeLessThanOrEqual(instant);
        expect(dateAt(start, zone(name))).toBe(date);
        expect(dateAt((start - 1) as Instant, zone(name))).toBe(addDays(date, -1));
      }),
      { seed: 4, numRuns: 400 },
    );
  });

  test("what was asked before never changes an answer", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(instants, fc.constantFrom(...ZONES)), { minLength: 1, maxLength: 6 }), (asked) => {
        for (const [instant, name] of asked) {
          const local = Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(name);
          expect(dateAt(instant, zone(name))).toBe(dateOf(local.year, local.month, local.day));
        }
      }),
      { seed: 5, numRuns: 500 },
    );
  });

  test("adding days walks the calendar", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 50_000 }), fc.integer({ min: -20_000, max: 20_000 }), (offset, days) => {
        const start = new Temporal.PlainDate(1960, 1, 1).add({ days: offset });
        expect(formatDate(addDays(day(start.toString()), days))).toBe(start.add({ days }).toString());
      }),
      { seed: 6, numRuns: 300 },
    );
  });

  test("dates order as days do", () => {
    const dates: readonly CalendarDate[] = ["2009-12-31", "2010-01-01", "2010-01-31", "2010-02-01"].map(day);
    expect([...dates].sort((a, b) => a - b)).toEqual(dates);
  });
});
