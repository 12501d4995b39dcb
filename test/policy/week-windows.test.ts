import fc from "fast-check";
import {
  contains,
  dailyWindowsOf,
  difference,
  intersection,
  NO_WINDOWS,
  union,
  WHOLE_WEEK,
  WEEK,
  WEEKDAYS,
  windowsOf,
  type DailyWindow,
  type WeekWindows,
} from "../../src/policy/week-windows.js";
import {
  formatClockTime,
  formatDailyWindow,
  formatDailyWindows,
  parseClockTime,
  parseDailyWindows,
} from "../../src/policy/window-text.js";

/** A naive reading of S3: walk each window minute by minute. */
function minutesOf(daily: readonly DailyWindow[]): Uint8Array {
  const minutes = new Uint8Array(WEEK);
  for (const { from, until, days } of daily) {
    for (const day of days) {
      const start = WEEKDAYS.indexOf(day) * 1_440 + from;
      const length = until > from ? until - from : until + 1_440 - from;
      for (let i = 0; i < length; i += 1) minutes[(start + i) % WEEK] = 1;
    }
  }
  return minutes;
}

function members(windows: WeekWindows): Uint8Array {
  const minutes = new Uint8Array(WEEK);
  for (const [from, until] of windows.ranges) minutes.fill(1, from, until);
  return minutes;
}

// Jest's own comparison of long arrays takes a hundred times as long.
const same = (a: Uint8Array, b: Uint8Array): boolean => Buffer.from(a).equals(b);

const read = (text: string): WeekWindows => {
  const parsed = parseDailyWindows(text);
  if (!parsed.ok) throw new Error(parsed.problem);
  return windowsOf(parsed.windows);
};
const write = (windows: WeekWindows): string => formatDailyWindows(dailyWindowsOf(windows));

const dailyWindow: fc.Arbitrary<DailyWindow> = fc
  .record({
    // Multiples of a few hours make windows meet, overlap and fill days often; single minutes reach the odd corners.
    from: fc.oneof(
      fc.integer({ min: 0, max: 5 }).map((n) => n * 240),
      fc.integer({ min: 0, max: 1_439 }),
    ),
    until: fc.oneof(
      fc.integer({ min: 1, max: 6 }).map((n) => n * 240),
      fc.integer({ min: 1, max: 1_440 }),
    ),
    days: fc.subarray([...WEEKDAYS], { minLength: 1 }),
  })
  .filter(({ from, until }) => from !== until);
const daily = fc.array(dailyWindow, { maxLength: 5 });

describe("sets of minutes", () => {
  test("hold exactly the minutes of their windows", () => {
    fc.assert(
      fc.property(daily, (windows) => expect(same(members(windowsOf(windows)), minutesOf(windows))).toBe(true)),
      { numRuns: 200 },
    );
  });

  test("join, meet and subtract minute by minute", () => {
    fc.assert(
      fc.property(daily, daily, (one, two) => {
        const [a, b] = [windowsOf(one), windowsOf(two)];
        const [inA, inB] = [minutesOf(one), minutesOf(two)];
        expect(
          same(
            members(union(a, b)),
            inA.map((in_, i) => in_ | (inB[i] ?? 0)),
          ),
        ).toBe(true);
        expect(
          same(
            members(intersection(a, b)),
            inA.map((in_, i) => in_ & (inB[i] ?? 0)),
          ),
        ).toBe(true);
        expect(
          same(
            members(difference(a, b)),
            inA.map((in_, i) => in_ & ~(inB[i] ?? 0)),
          ),
        ).toBe(true);
        expect(contains(a, b)).toBe(inB.every((in_, i) => in_ <= (inA[i] ?? 0)));
      }),
      { numRuns: 200 },
    );
  });

  test("are canonical: equal minutes have equal keys, whatever they were made of", () => {
    fc.assert(
      fc.property(daily, daily, (one, two) => {
        const [a, b] = [windowsOf(one), windowsOf(two)];
        expect(union(a, b).key).toBe(windowsOf([...two, ...one]).key);
        expect(union(difference(a, b), intersection(a, b)).key).toBe(a.key);
        expect(a.key === b.key).toBe(contains(a, b) && contains(b, a));
        for (const [i, [from, until]] of a.ranges.entries()) {
          expect(from).toBeLessThan(until);
          expect(from).toBeGreaterThan(a.ranges[i - 1]?.[1] ?? -1);
        }
      }),
    );
  });

  test("read equal ends, which every door refuses, as the stricter: a whole day", () => {
    expect(write(windowsOf([{ from: 480, until: 480, days: ["MON"] }]))).toBe("TUE 00:00-08:00,MON 08:00-24:00");
  });

  test("cannot be changed by who shares them", () => {
    const night = read("21:00-08:00");
    expect([night, night.ranges, ...night.ranges].every(Object.isFrozen)).toBe(true);
  });
});

describe("windows as people write them", () => {
  test.each([
    ["21:00-08:00", "21:00-08:00"],
    ["SUN 22:00-07:00", "SUN 22:00-07:00"],
    ["MON-FRI 08:00-15:00", "MON-FRI 08:00-15:00"],
    ["SAT-MON 10:00-12:00", "SAT-MON 10:00-12:00"],
    ["MON+TUE+WED+FRI 10:00-12:00", "MON-WED+FRI 10:00-12:00"],
    ["22:00-07:00, MON-FRI 08:00-15:00", "MON-FRI 08:00-15:00,22:00-07:00"],
    ["21:00-23:00,22:00-08:00", "21:00-08:00"],
    ["21:00-24:00,00:00-08:00", "21:00-08:00"],
    ["21:00-00:00", "21:00-24:00"],
    ["MON 00:00-24:00", "MON 00:00-24:00"],
    ["MON 10:00-09:00,TUE 09:00-10:00", "TUE 00:00-10:00,MON 10:00-24:00"],
    ["FRI 20:00-24:00,SAT-SUN 00:00-24:00,MON 00:00-06:00", "MON 00:00-06:00,SAT-SUN 00:00-24:00,FRI 20:00-24:00"],
    ["MON-SUN 00:00-24:00", "00:00-24:00"],
    ["00:00-12:00,12:00-24:00", "00:00-24:00"],
    ["", ""],
    ["  ", ""],
  ])("`%s` is written back as `%s`", (text, canonical) => {
    expect(write(read(text))).toBe(canonical);
    expect(read(canonical).key).toBe(read(text).key);
  });

  test("read back as the same minutes", () => {
    fc.assert(
      fc.property(daily, (windows) => {
        const set = windowsOf(windows);
        expect(windowsOf(dailyWindowsOf(set)).key).toBe(set.key);
        expect(read(write(set)).key).toBe(set.key);
      }),
    );
  });

  test("read back as the same window, one by one", () => {
    fc.assert(
      fc.property(dailyWindow, (window) =>
        expect(parseDailyWindows(formatDailyWindow(window))).toEqual({ ok: true, windows: [window] }),
      ),
    );
  });

  test("are never written with equal ends or an empty list of days", () => {
    fc.assert(
      fc.property(daily, (windows) => {
        for (const { from, until, days } of dailyWindowsOf(windowsOf(windows))) {
          expect(from).not.toBe(until);
          expect(days.length).toBeGreaterThan(0);
        }
      }),
    );
  });

  test.each([
    ["21:00", "`21:00` is not a window: write `21:00-08:00` or `MON-FRI 08:00-15:00`"],
    ["21:00-08:00,", "`` is not a window: write `21:00-08:00` or `MON-FRI 08:00-15:00`"],
    ["21:00-21:00", "`21:00-21:00` starts and ends at the same time: write `00:00-24:00` for a whole day"],
    ["00:00-00:00", "`00:00-00:00` starts and ends at the same time: write `00:00-24:00` for a whole day"],
    ["24:00-08:00", "`24:00` is not a time at which a window starts: write `00:00` to `23:59`"],
    ["9:00-10:00", "`9:00` is not a time at which a window starts: write `00:00` to `23:59`"],
    ["21:00-24:01", "`24:01` is not a time at which a window ends: write `00:00` to `24:00`"],
    ["21:00-8:60", "`8:60` is not a time at which a window ends: write `00:00` to `24:00`"],
    ["mon 21:00-22:00", "`mon` is not a day or a range of days: write `MON`, `MON-FRI` or `MON+WED`"],
    ["MON- 21:00-22:00", "`MON-` is not a day or a range of days: write `MON`, `MON-FRI` or `MON+WED`"],
    ["MON-TUE-WED 21:00-22:00", "`MON-TUE-WED` is not a day or a range of days: write `MON`, `MON-FRI` or `MON+WED`"],
  ])("`%s` is refused", (text, problem) => {
    expect(parseDailyWindows(text)).toEqual({ ok: false, problem });
  });
});

test("clock times run from 00:00 to 24:00", () => {
  for (let minutes = 0; minutes <= 1_440; minutes += 1) expect(parseClockTime(formatClockTime(minutes))).toBe(minutes);
  for (const text of ["24:01", "99:00", "1:00", "10:60", "10:0", "", "10:00 ", "١٠:٠٠"])
    expect(parseClockTime(text)).toBeNull();
});

test("no windows are the loosest", () => {
  fc.assert(fc.property(daily, (windows) => expect(contains(windowsOf(windows), NO_WINDOWS)).toBe(true)));
  expect(write(NO_WINDOWS)).toBe("");
});

test("the whole week is the strictest", () => {
  fc.assert(fc.property(daily, (windows) => expect(contains(WHOLE_WEEK, windowsOf(windows))).toBe(true)));
  expect(write(WHOLE_WEEK)).toBe("00:00-24:00");
});
