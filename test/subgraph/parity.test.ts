import { buildASTSchema, parse } from "graphql";
import type { Item, ItemKey } from "../../src/policy/item.js";
import { parityProblems } from "../../src/subgraph/parity.js";
import { CONTRACT } from "../../src/subgraph/schema.js";
import { theServed } from "../server/service.js";
import { schema } from "./ask.js";

const { catalogue } = theServed.policy;

test("the contract and the catalogue of this repository agree", () => {
  expect(parityProblems(schema, catalogue)).toEqual([]);
});

const change = (key: string, to: (item: Item) => Item | null) => ({
  ...catalogue,
  items: catalogue.items.flatMap((item) => (item.key === key ? [to(item)].filter((it) => it !== null) : [item])),
});
const rename = (key: string, to: string) => change(key, (item) => ({ ...item, key: to as ItemKey }));
const words = (key: string, values: readonly string[]) =>
  change(key, (item) => (item.kind === "setting" && item.control === "choice" ? { ...item, values } : item));
const as = (key: string, other: string) =>
  change(key, (item) => ({
    ...(catalogue.items.find((it) => it.key === other) ?? item),
    key: item.key,
    index: item.index,
  }));

test.each([
  [
    "a setting has no field",
    rename("autoplay", "autoPlay"),
    [
      "`SafetySettings` has no field for `autoPlay`: add it",
      "the catalogue has no `autoplay` for `SafetySettings.autoplay`: add it, or remove the field",
    ],
  ],
  [
    "a feature has no item",
    change("sendGifts", () => null),
    ["the catalogue has no `sendGifts` for `SafetyFeatureAccess.sendGifts`: add it, or remove the field"],
  ],
  [
    "a word is new",
    words("comments", ["NO_ONE", "FOLLOWERS", "FRIENDS", "EVERYONE"]),
    [
      "`SafetySettings.comments` has the values NO_ONE, FRIENDS, EVERYONE (`SafetyAudience`), and the catalogue has NO_ONE, FOLLOWERS, FRIENDS, EVERYONE",
    ],
  ],
  [
    "words are in another order",
    words("accountVisibility", ["PUBLIC", "PRIVATE"]),
    [
      "`SafetySettings.accountVisibility` has the values PRIVATE, PUBLIC (`SafetyAccountVisibility`), and the catalogue has PUBLIC, PRIVATE",
    ],
  ],
  [
    "a choice is drawn as a switch",
    as("autoplay", "comments"),
    ["`SafetySettings.autoplay` is of type `SafetySwitchSetting`, whose values are no enum"],
  ],
  [
    "a switch is drawn as a choice",
    as("comments", "autoplay"),
    ["`SafetySettings.comments` is of type `SafetyAudienceSetting`, which has no `on`"],
  ],
  [
    "minutes are drawn as windows",
    as("quietHours", "dailyScreenTime"),
    ["`SafetySettings.quietHours` is of type `SafetyQuietHoursSetting`, which has no `minutes`"],
  ],
  [
    "windows are drawn as minutes",
    as("dailyScreenTime", "quietHours"),
    ["`SafetySettings.dailyScreenTime` is of type `SafetyScreenTimeSetting`, which has no `windows`"],
  ],
])("%s", (_what, changed, differences) => {
  expect(parityProblems(schema, changed)).toEqual(differences);
});

test("a field without an item is seen from the contract's side too", () => {
  const grown = buildASTSchema(
    parse(
      CONTRACT.replace(
        "  liveStreaming: SafetyFeatureDecision!",
        "  liveStreaming: SafetyFeatureDecision!\n  flying: SafetyFeatureDecision!",
      ),
    ),
    { assumeValid: true },
  );
  expect(parityProblems(grown, catalogue)).toEqual([
    "the catalogue has no `flying` for `SafetyFeatureAccess.flying`: add it, or remove the field",
  ]);
});
