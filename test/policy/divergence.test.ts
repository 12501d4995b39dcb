import type { Answer } from "../../src/policy/answer.js";
import { divergences } from "../../src/policy/divergence.js";
import type { Item, Value } from "../../src/policy/item.js";
import type { RuleId } from "../../src/policy/rule.js";
import { ITEMS, windows } from "../profiles/items.js";

const itemOf = (key: string): Item => {
  const item = ITEMS.find((one) => one.key === key);
  if (!item) throw new Error(`there is no item \`${key}\``);
  return item;
};

/** An answer of which only what is compared matters. */
function answer(item: Item, value: Value, cap: Value, rest: Partial<Answer> = {}): Answer {
  return {
    item,
    value,
    cap,
    preferred: null,
    default: value,
    locked: false,
    decidedBy: "PLATFORM",
    reason: { code: "BELOW_MINIMUM_AGE", rule: "a-rule" as RuleId, isSureByPlace: true },
    alsoBoundBy: [],
    minimumAge: null,
    availableFrom: null,
    unlocks: [],
    validUntil: null,
    shares: [],
    ...rest,
  };
}

const direct = (value: Value, cap: Value, rest: Partial<Answer> = {}) =>
  answer(itemOf("directMessages"), value, cap, rest);
const [night, morning, both] = [windows("22:00-06:00"), windows("06:00-08:00"), windows("22:00-08:00")];
const quiet = (value: Value, cap: Value) => answer(itemOf("quietHours"), value, cap);
const mode = (values: readonly string[], value: number) =>
  answer({ ...itemOf("restrictedMode"), values } as Item, value, value);

test.each<[string, Answer, Answer, string | null]>([
  ["the same", direct(1, 2), direct(1, 2), null],
  ["FRIENDS, then NO_ONE", direct(1, 1), direct(0, 0), "stricter"],
  ["FRIENDS, then EVERYONE", direct(1, 1), direct(2, 2), "looser"],
  ["another value, also where choices differ the other way", direct(1, 1), direct(0, 2), "stricter"],
  ["the same value, of fewer", direct(1, 2), direct(1, 1), "fewer choices"],
  ["the same value, of more", direct(1, 1), direct(1, 2), "more choices"],
  [
    "another code",
    direct(1, 1),
    direct(1, 1, { reason: { code: "LAW", rule: "a-rule" as RuleId, isSureByPlace: true } }),
    "other reason",
  ],
  [
    "another rule",
    direct(1, 1),
    direct(1, 1, { reason: { code: "BELOW_MINIMUM_AGE", rule: "b-rule" as RuleId, isSureByPlace: true } }),
    "other reason",
  ],
  ["another layer", direct(1, 1), direct(1, 1, { decidedBy: "LAW" }), "other reason"],
  ["another way out alone", direct(1, 1), direct(1, 1, { minimumAge: 18 }), null],
  [
    "an hour, then half of it",
    answer(itemOf("dailyScreenTime"), 60, 60),
    answer(itemOf("dailyScreenTime"), 30, 30),
    "stricter",
  ],
  ["live, then not", answer(itemOf("liveStreaming"), 2, 2), answer(itemOf("liveStreaming"), 0, 0), "stricter"],
  ["a longer night", quiet(night, night), quiet(both, both), "stricter"],
  ["a shorter night", quiet(both, both), quiet(night, night), "looser"],
  ["another night", quiet(night, night), quiet(morning, morning), "other value"],
  ["the same night, another that must be", quiet(both, night), quiet(both, morning), "other choices"],
  ["ON protects, and then OFF does", mode(["ON", "OFF"], 0), mode(["OFF", "ON"], 0), "not comparable"],
  ["a new word between", mode(["ON", "OFF"], 1), mode(["ON", "SOME", "OFF"], 1), "not comparable"],
])("%s", (_, given, other, direction) => {
  expect(divergences([given], [other]).map((found) => found.direction)).toEqual(direction === null ? [] : [direction]);
});

test("items are matched by key, whatever their place, and name the other's reason", () => {
  const [live, messages] = [answer(itemOf("liveStreaming"), 2, 2), direct(1, 1)];
  const stricter = direct(0, 0, { reason: { code: "AGE_UNKNOWN", rule: null, isSureByPlace: false } });
  expect(divergences([messages, live], [live, stricter])).toEqual([
    { item: "directMessages", direction: "stricter", reason: "AGE_UNKNOWN" },
  ]);
});

test("an item that the other does not have is not comparable; one that only the other has is left out", () => {
  const [live, messages] = [answer(itemOf("liveStreaming"), 2, 2), direct(1, 1)];
  expect(divergences([messages], [live])).toEqual([
    { item: "directMessages", direction: "not comparable", reason: null },
  ]);
});
