import fc from "fast-check";
import { NO_LIMIT, type Item, type ItemKey } from "../../src/policy/item.js";
import { formatValue, parseValue, wordsOf } from "../../src/policy/value-text.js";
import { NO_WINDOWS, WEEKDAYS, windowsOf } from "../../src/policy/week-windows.js";

const declared = { index: 0, kind: "setting" } as const;
const comments: Item = {
  ...declared,
  key: "comments" as ItemKey,
  control: "choice",
  values: ["NO_ONE", "FRIENDS", "EVERYONE"],
  open: 2,
};
const autoplay: Item = { ...declared, key: "autoplay" as ItemKey, control: "switch", values: ["OFF", "ON"], open: 1 };
const restrictedMode: Item = {
  ...declared,
  key: "restrictedMode" as ItemKey,
  control: "switch",
  values: ["ON", "OFF"],
  open: 1,
};
const screenTime: Item = {
  ...declared,
  key: "dailyScreenTime" as ItemKey,
  control: "minutes",
  open: NO_LIMIT,
  steps: [NO_LIMIT],
};
const quietHours: Item = { ...declared, key: "quietHours" as ItemKey, control: "windows", open: NO_WINDOWS };
const account: Item = { index: 0, kind: "feature", key: "account" as ItemKey, needs: [], limited: null };

const school = windowsOf([{ from: 480, until: 900, days: WEEKDAYS.slice(0, 5) }]);

test.each<[item: Item, input: string | number | boolean, value: unknown, written: string]>([
  [comments, "NO_ONE", 0, "NO_ONE"],
  [comments, "EVERYONE", 2, "EVERYONE"],
  [autoplay, "OFF", 0, "OFF"],
  [autoplay, true, 1, "ON"],
  [restrictedMode, "ON", 0, "ON"],
  [restrictedMode, false, 1, "OFF"],
  [screenTime, 0, 0, "0"],
  [screenTime, "90", 90, "90"],
  [screenTime, "NO_LIMIT", NO_LIMIT, "NO_LIMIT"],
  [screenTime, 1_440, NO_LIMIT, "NO_LIMIT"],
  [quietHours, "MON-FRI 08:00-15:00", school, "MON-FRI 08:00-15:00"],
  [quietHours, "NONE", NO_WINDOWS, "NONE"],
  [quietHours, "", NO_WINDOWS, "NONE"],
  [account, "LIMITED", 1, "LIMITED"],
])("%j %j is read, and written as `%s`", (item, input, value, written) => {
  expect(parseValue(item, input)).toEqual({ ok: true, value });
  expect(formatValue(item, value as never)).toBe(written);
});

test.each<[item: Item, input: string | number | boolean, problem: string]>([
  [
    comments,
    "FREINDS",
    "`FREINDS` is not a value of `comments`: one of `NO_ONE`, `FRIENDS`, `EVERYONE`; did you mean `FRIENDS`?",
  ],
  [
    comments,
    "friends",
    "`friends` is not a value of `comments`: one of `NO_ONE`, `FRIENDS`, `EVERYONE`; did you mean `FRIENDS`?",
  ],
  [comments, 1, "`1` is not a value of `comments`: one of `NO_ONE`, `FRIENDS`, `EVERYONE`"],
  [comments, true, "`true` is not a value of `comments`: one of `NO_ONE`, `FRIENDS`, `EVERYONE`"],
  [autoplay, "true", "`true` is not a value of `autoplay`: one of `OFF`, `ON`"],
  [account, "YES", "`YES` is not a value of `account`: one of `DENIED`, `LIMITED`, `ALLOWED`"],
  ...[-1, 1_441, 1.5, Number.NaN, "", "1e2", "0x10", " 60", "60 ", "99999999999999999999", "NOLIMIT", true].map(
    (input): [Item, string | number | boolean, string] => [
      screenTime,
      input,
      `\`${input}\` is not a number of minutes a day: write 0 to 1439, or \`NO_LIMIT\``,
    ],
  ),
  [quietHours, "21:00", "`21:00` is not a window: write `21:00-08:00` or `MON-FRI 08:00-15:00`"],
  [quietHours, 5, "`5` is not a window: write `21:00-08:00` or `MON-FRI 08:00-15:00`"],
])("%j %j is refused", (item, input, problem) => {
  expect(parseValue(item, input)).toEqual({ ok: false, problem });
});

test("every value is written so that it reads back", () => {
  const ranks = [comments, autoplay, restrictedMode, account].flatMap((item) =>
    (wordsOf(item) ?? []).map((_, rank) => [item, rank] as const),
  );
  for (const [item, rank] of ranks)
    expect(parseValue(item, formatValue(item, rank))).toEqual({ ok: true, value: rank });
  fc.assert(
    fc.property(fc.integer({ min: 0, max: NO_LIMIT }), (minutes) => {
      expect(parseValue(screenTime, formatValue(screenTime, minutes))).toEqual({ ok: true, value: minutes });
    }),
  );
});

test("nothing that is written makes reading throw", () => {
  const input = fc.oneof(fc.string(), fc.double(), fc.boolean());
  fc.assert(
    fc.property(fc.constantFrom(comments, autoplay, screenTime, quietHours, account), input, (item, text) => {
      const read = parseValue(item, text);
      if (!read.ok) expect(read.problem).toContain("`");
    }),
  );
});
