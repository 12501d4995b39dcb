import fc from "fast-check";
import { addDays, ageOn, birthday, formatDate, formatInstant, parseTimeZone } from "../../src/policy/calendar.js";
import { bornToTurn, leapDayBefore, readDay, readMoment } from "../../src/profiles/relative-day.js";
import { day, known } from "./profile-of.js";

const sydney = known(parseTimeZone("Australia/Sydney"), "zone");
const on = (today: string) => ({ today: day(today), zone: sydney });

describe("a day", () => {
  test.each<[string, unknown, string | null]>([
    ["2026-11-22", "2026-05-04", "2026-05-04"],
    ["2026-11-22", { in: "1 day" }, "2026-11-23"],
    ["2026-11-22", { in: "0 days" }, "2026-11-22"],
    ["2026-11-22", { in: "40 days" }, "2027-01-01"],
    ["2026-11-22", { ago: "22 days" }, "2026-10-31"],
    ["2026-11-22", { ago: "2 years" }, "2024-11-22"],
    ["2026-11-22", { in: "1 year" }, "2027-11-22"],
    ["2028-02-29", { in: "1 year" }, "2029-03-01"],
    ["2028-02-29", { ago: "1 year" }, "2027-02-28"],
    ["2028-02-29", { ago: "4 years" }, "2024-02-29"],
    ["2026-11-22", "2026-02-29", null],
    ["2026-11-22", "tomorrow", null],
    ["2026-11-22", { in: "a day" }, null],
    ["2026-11-22", { in: "3" }, null],
    ["2026-11-22", { in: "3 weeks" }, null],
    ["2026-11-22", { in: "-3 days" }, null],
    ["2026-11-22", { in: 3 }, null],
    ["2026-11-22", { in: "1 day", ago: "1 day" }, null],
    ["2026-11-22", { at: "1 day" }, null],
    ["2026-11-22", {}, null],
    ["2026-11-22", [], null],
    ["2026-11-22", null, null],
    ["2026-11-22", 20260504, null],
  ])("on %s: %j is %s", (today, said, expected) => {
    const read = readDay(said, on(today));
    expect(read && formatDate(read)).toBe(expected);
  });
});

describe("an instant", () => {
  test.each<[unknown, string | null]>([
    ["2026-05-04T12:00:00+02:00", "2026-05-04T10:00:00.000Z"],
    // The first instant of the day where the person lives.
    ["2026-11-22", "2026-11-21T13:00:00.000Z"],
    [{ in: "1 day" }, "2026-11-22T13:00:00.000Z"],
    [{ ago: "200 days" }, "2026-05-05T14:00:00.000Z"],
    ["2026-05-04T12:00:00", null],
    ["noon", null],
    [{ in: "1 hour" }, null],
  ])("%j is %s", (said, expected) => {
    const read = readMoment(said, on("2026-11-22"));
    expect(read === null ? null : formatInstant(read)).toBe(expected);
  });
});

describe("births counted from a day", () => {
  const days = fc.integer({ min: 0, max: 366 * 60 }).map((count) => addDays(day("2000-01-01"), count));
  const ages = fc.integer({ min: 0, max: 100 });

  test("who is born to turn an age on a day does so then, or a day later where there is no such birthday", () => {
    fc.assert(
      fc.property(ages, days, (age, date) => {
        const turns = birthday(bornToTurn(age, date), age);
        const hasBirthday = date % 10_000 !== 229 || age % 4 === 0;
        expect(formatDate(turns)).toBe(formatDate(hasBirthday ? date : addDays(date, 1)));
      }),
    );
  });

  test.each([
    [15, "2028-02-29", "2013-03-01"],
    [16, "2028-02-29", "2012-02-29"],
    [16, "2027-03-01", "2011-03-01"],
    [15, "2027-03-01", "2012-03-01"],
    [15, "2027-02-28", "2012-02-28"],
  ])("to turn %s on %s is to be born on %s", (age, on, born) => {
    expect(formatDate(bornToTurn(age, day(on)))).toBe(born);
  });

  test("the leap day is a 29 February, long enough ago, and the last such", () => {
    fc.assert(
      fc.property(ages, days, (age, today) => {
        const born = leapDayBefore({ today, zone: sydney }, age);
        expect(born % 10_000).toBe(229);
        expect(ageOn(born, today)).toBeGreaterThanOrEqual(age);
        expect(ageOn(born, today)).toBeLessThan(age + 8 + 1);
      }),
    );
  });
});
