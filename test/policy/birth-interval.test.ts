import fc from "fast-check";
import {
  OLDEST_AGE,
  birthIntervalOfBounds,
  birthIntervalOfYear,
  birthIntervalOfYearMonth,
  commonBirths,
  doubtBirth,
  parseBirth,
} from "../../src/policy/birth-interval.js";
import { addDays, ageOn, dateOf, formatDate, parseDate, type CalendarDate } from "../../src/policy/calendar.js";
import type { BirthInterval } from "../../src/policy/subject.js";

function day(text: string): CalendarDate {
  const date = parseDate(text);
  if (date === null) throw new TypeError(`not a date: ${text}`);
  return date;
}

function written({ earliest, latest }: BirthInterval): string {
  const side = (date: CalendarDate | null) => (date === null ? "" : formatDate(date));
  return `${side(earliest)}..${side(latest)}`;
}

const days = fc.integer({ min: 0, max: 366 * 60 }).map((count) => addDays(day("1990-01-01"), count));

describe("what people know of a birth", () => {
  test.each([
    ["2010-05-04", "2010-05-04..2010-05-04"],
    ["2010-05", "2010-05-01..2010-05-31"],
    ["2012-02", "2012-02-01..2012-02-29"],
    ["2010", "2010-01-01..2010-12-31"],
  ])("%s is %s", (text, interval) => {
    const born = parseBirth(text);
    expect(born && written(born)).toBe(interval);
  });

  test.each([
    "",
    "0000",
    "0000-00-00",
    "2010-13",
    "2010-00",
    "2011-02-29",
    "2010-5-4",
    "10",
    "4 May 2010",
    "2010-05-04T00:00:00Z",
    " 2010",
  ])("`%s` is none", (text) => {
    expect(parseBirth(text)).toBeNull();
  });
});

describe("an age between bounds, observed on a day", () => {
  test.each([
    [13, 15, "2026-11-22", "2010-11-23..2013-11-22"],
    [13, 13, "2026-11-22", "2012-11-23..2013-11-22"],
    [18, null, "2026-11-22", "..2008-11-22"],
    [null, 12, "2026-11-22", "2013-11-23..2026-11-22"],
    [null, null, "2026-11-22", "..2026-11-22"],
    // Who is 16 on 29 February 2028 was born on 28 or 29 February 2012 at the latest: the 29th counts on its own day.
    [16, 16, "2028-02-29", "2011-03-01..2012-02-29"],
    // On 29 February nobody born on 1 March has had the birthday yet, in whatever year.
    [13, 15, "2028-02-29", "2012-03-01..2015-02-28"],
    // In a common year who was born on 29 February turns older on 1 March only.
    [14, 14, "2026-02-28", "2011-03-01..2012-02-28"],
    [14, 14, "2026-03-01", "2011-03-02..2012-03-01"],
  ])("%s..%s on %s is %s", (lo, hi, observed, interval) => {
    expect(written(birthIntervalOfBounds(lo, hi, day(observed)))).toBe(interval);
  });

  test("it holds exactly those who are lo to hi on that day", () => {
    const bounds = fc.tuple(fc.integer({ min: 0, max: 25 }), fc.integer({ min: 0, max: 2 }), days);
    fc.assert(
      fc.property(bounds, ([lo, span, observed]) => {
        const hi = lo + span;
        const { earliest, latest } = birthIntervalOfBounds(lo, hi, observed);
        if (earliest === null || latest === null) throw new TypeError("both ends are closed");
        for (let born = earliest; born <= latest; born = addDays(born, 1)) {
          const age = ageOn(born, observed);
          if (age < lo || age > hi) throw new Error(`${formatDate(born)} is ${age} on ${formatDate(observed)}`);
        }
        expect(ageOn(addDays(earliest, -1), observed)).toBe(hi + 1);
        const next = addDays(latest, 1);
        expect(lo === 0 ? next > observed : ageOn(next, observed) === lo - 1).toBe(true);
      }),
      { numRuns: 50 },
    );
  });

  test("an open end is the end of every closed one", () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 0, max: 100 }), (observed, age) => {
        expect(birthIntervalOfBounds(null, age, observed)).toEqual(birthIntervalOfBounds(0, age, observed));
        expect(birthIntervalOfBounds(age, null, observed)).toEqual({
          earliest: null,
          latest: birthIntervalOfBounds(age, age, observed).latest,
        });
      }),
    );
  });
});

test("a month holds every day of it and no other, a year all its months", () => {
  fc.assert(
    fc.property(days, (born) => {
      const [year, month] = [Math.floor(born / 10_000), Math.floor(born / 100) % 100];
      const ofMonth = birthIntervalOfYearMonth(year, month);
      expect(commonBirths(ofMonth, { earliest: born, latest: born })).toEqual({ earliest: born, latest: born });
      expect(commonBirths(ofMonth, birthIntervalOfYear(year))).toEqual(ofMonth);
      const before = addDays(dateOf(year, month, 1), -1);
      expect(commonBirths(ofMonth, { earliest: null, latest: before })).toBeNull();
    }),
  );
});

describe("a birth in doubt", () => {
  const today = day("2026-11-22");
  test.each([
    ["2026-11-22", null],
    ["2026-11-23", "in the future"],
    ["2026", null],
    ["2026-11", null],
    ["2026-12", "in the future"],
    ["2027", "in the future"],
    ["1906-11-22", null],
    ["1905-11-23", null],
    ["1905-11-22", "too long ago"],
    // 121 years ago, unless born in December.
    ["1905", null],
    ["1904", "too long ago"],
    ["0001-01-01", "too long ago"],
  ])("%s: %s", (text, doubt) => {
    const born = parseBirth(text);
    expect(born && doubtBirth(born, today)).toBe(doubt);
  });

  test(`nobody is believed to be older than ${OLDEST_AGE}`, () => {
    expect(doubtBirth(birthIntervalOfBounds(OLDEST_AGE, null, today), today)).toBeNull();
    expect(doubtBirth(birthIntervalOfBounds(OLDEST_AGE + 1, null, today), today)).toBe("too long ago");
  });
});

describe("days that fit two facts", () => {
  const open = { earliest: null, latest: null };
  const of = (text: string) => {
    const [earliest = "", latest = ""] = text.split("..");
    return { earliest: parseDate(earliest), latest: parseDate(latest) };
  };
  test.each([
    ["2008-01-01..2010-12-31", "2010-01-01..2012-12-31", "2010-01-01..2010-12-31"],
    ["..2010-12-31", "2010-01-01..", "2010-01-01..2010-12-31"],
    ["..2010-12-31", "..2009-01-01", "..2009-01-01"],
    ["2008-01-01..2010-12-31", "2011-01-01..", null],
    ["2010-05-04..2010-05-04", "2010-05-04..2010-05-04", "2010-05-04..2010-05-04"],
  ])("%s and %s: %s", (a, b, both) => {
    for (const common of [commonBirths(of(a), of(b)), commonBirths(of(b), of(a))]) {
      expect(common && written(common)).toBe(both);
    }
    expect(commonBirths(of(a), open)).toEqual(of(a));
  });
});
