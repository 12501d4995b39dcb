import { changeInWords, factsInWords } from "../../../src/policy/difference/box-words.js";
import { differenceOf } from "../../../src/policy/difference/policy-difference.js";
import type { PolicyDocuments, RuleId } from "../../../src/policy/rule.js";
import type { RegionCode } from "../../../src/policy/subject.js";
import { documentsOf, type WrittenCatalogue, type WrittenRule } from "../fixtures/documents.js";

const CATALOGUE: WrittenCatalogue = {
  since: "2019-03-01",
  blocs: { EU: ["DE", "FR"] },
  settings: {
    messages: { values: ["NO_ONE", "FRIENDS", "EVERYONE"], open: "EVERYONE" },
    screenTime: { minutes: "0..1440", open: "NO_LIMIT" },
    quiet: { windows: "weekly", open: [] },
  },
  features: { account: { limited: "looking only" }, live: { needs: { account: "ALLOWED" } } },
};

const ALWAYS = { "2019-03-01": "in force" } as const;
const rule = (written: Partial<WrittenRule> & Pick<WrittenRule, "then">): WrittenRule => ({
  id: "one",
  layer: "PLATFORM",
  timeline: ALWAYS,
  ...written,
});

/** A rule that caps nothing, so that its places are told apart. */
const NAMES_PLACES = rule({ id: "names", where: ["EU", "US-CA", "BR"], then: { messages: { default: "EVERYONE" } } });

function documents(rules: readonly WrittenRule[], catalogue = CATALOGUE): PolicyDocuments {
  const read = documentsOf(catalogue, rules);
  return {
    ...read,
    catalogue: { ...read.catalogue, blocs: new Map([["EU", ["DE", "FR"] as unknown as readonly RegionCode[]]]) },
  };
}

/** What a lawyer reads of the difference. */
function lines(before: PolicyDocuments, after: PolicyDocuments): readonly string[] {
  const { boxes, world, since } = differenceOf(before, after);
  const { blocs } = after.catalogue;
  return boxes.map(
    (box) =>
      `${box.item.after.key}, ${factsInWords(box.facts, { world, since, blocs })}: ${changeInWords(box)}, by ${box.by.join()}`,
  );
}

const added = (written: Partial<WrittenRule> & Pick<WrittenRule, "then">): readonly string[] =>
  lines(documents([NAMES_PLACES]), documents([NAMES_PLACES, rule(written)]));

test.each<[string, Partial<WrittenRule> & Pick<WrittenRule, "then">, readonly string[]]>([
  [
    "an age, a bloc and a date",
    {
      timeline: { "2027-01-01": "in force" },
      where: ["EU"],
      when: { age: "under 16" },
      then: { messages: { "at most": "NO_ONE" } },
    },
    [
      "messages, under 16, in EU and an unknown region, from 2027-01-01 on: at most EVERYONE -> NO_ONE (stricter), by one",
    ],
  ],
  [
    "everywhere but somewhere",
    { minus: "US", then: { messages: { "at most": "FRIENDS" } } },
    ["messages, everywhere but in US: at most EVERYONE -> FRIENDS (stricter), by one"],
  ],
  [
    "a country with all its parts, and one without",
    { where: ["US", "BR"], then: { messages: { "at most": "FRIENDS" } } },
    ["messages, in US, BR, and an unknown region: at most EVERYONE -> FRIENDS (stricter), by one"],
  ],
  [
    "a state",
    { where: ["US-CA"], then: { messages: { "at most": "FRIENDS" } } },
    [
      "messages, in US-CA, US without its subdivision, and an unknown region: at most EVERYONE -> FRIENDS (stricter), by one",
    ],
  ],
  [
    "a proof of age",
    { when: { age: "not proven 18", by: "ESTIMATED" }, then: { messages: { "at most": "FRIENDS" } } },
    [
      "messages, under 18, everywhere: at most EVERYONE -> FRIENDS (stricter), by one",
      "messages, 18 and over, everywhere, age known no better than GUARDIAN_ATTESTED: at most EVERYONE -> FRIENDS (stricter), by one",
    ],
  ],
  [
    "the missing link to a guardian",
    { when: { age: "under 13", guardian: "not linked" }, then: { account: { "at most": "LIMITED" } } },
    [
      "account, under 13, everywhere, not linked to a guardian: access ALLOWED -> LIMITED (stricter), by one",
      "live, under 13, everywhere, not linked to a guardian: access ALLOWED -> DENIED (stricter), by one",
    ],
  ],
  [
    "a season",
    {
      timeline: { "2025-01-01": "in force" },
      "each year": { from: "09-01", until: "06-01" },
      then: { quiet: { "at least": ["MON-FRI 08:00-15:00"] } },
    },
    [
      "quiet, everywhere, each year from 09-01 to 05-31, from 2025-01-01 on: at least NONE -> MON-FRI 08:00-15:00 (stricter), by one",
    ],
  ],
  [
    "days with an end",
    {
      timeline: { "2025-01-01": "in force", "2025-07-01": "ended", "2026-01-01": "in force" },
      then: { screenTime: { "at most": 60, "guardian may allow": 90 } },
    },
    [
      "screenTime, everywhere, from 2025-01-01 to 2025-06-30 and from 2026-01-01 on: at most no limit -> 60 (stricter), by one",
      "screenTime, everywhere, linked to a guardian, from 2025-01-01 to 2025-06-30 and from 2026-01-01 on: as far as a guardian may allow: at most no limit -> 90 (stricter), by one",
    ],
  ],
  [
    "a default",
    { when: { age: "under 18" }, then: { messages: { default: "FRIENDS" } } },
    ["messages, under 18, everywhere: by default EVERYONE -> FRIENDS (stricter), by one"],
  ],
  ["what is said already", { then: { messages: { default: "EVERYONE" } } }, []],
])("a new rule about %s", (_, written, expected) => {
  expect(added(written)).toEqual(expected);
});

test("what is taken back is looser, and comes first", () => {
  const was = [
    rule({ id: "old", when: { age: "under 16" }, then: { messages: { "at most": "NO_ONE", default: "NO_ONE" } } }),
  ];
  const is = [
    rule({ id: "old", when: { age: "under 13" }, then: { messages: { "at most": "NO_ONE", default: "NO_ONE" } } }),
    rule({ id: "new", then: { account: { "at most": "LIMITED" } } }),
  ];
  expect(lines(documents(was), documents(is))).toEqual([
    "messages, 13 to 15, everywhere: at most NO_ONE -> EVERYONE (LOOSER), by default NO_ONE -> EVERYONE (LOOSER), by old",
    "account, everywhere: access ALLOWED -> LIMITED (stricter), by new",
    "live, everywhere: access ALLOWED -> DENIED (stricter), by new",
  ]);
});

test("windows that move loosen in part", () => {
  const windows = (text: string) => documents([rule({ then: { quiet: { "at least": [text] } } })]);
  expect(lines(windows("21:00-08:00"), windows("20:00-07:00"))).toEqual([
    "quiet, everywhere: at least 21:00-08:00 -> 20:00-07:00 (LOOSER in part), by default 21:00-08:00 -> 20:00-07:00 (LOOSER in part), by one",
  ]);
});

test("which approvals a feature needs is a difference of its own", () => {
  const was = rule({ then: { live: { "at most": "DENIED", "guardian may allow": "ALLOWED" } } });
  const also = rule({ id: "also", then: { account: { "at most": "LIMITED", "guardian may allow": "ALLOWED" } } });
  expect(lines(documents([was]), documents([was, also]))).toEqual([
    "account, everywhere: access ALLOWED -> LIMITED (stricter), by also",
    "live, everywhere, linked to a guardian: as far as a guardian may allow: approvals needed: live -> account and live, by also",
  ]);
});

test("changes of rules are told by their parts, and whether anything comes of them", () => {
  const was = documents([
    rule({ id: "gone", then: { messages: { "at most": "NO_ONE" } } }),
    rule({ id: "moved", where: ["BR", "DE"], then: { messages: { "at most": "FRIENDS" } } }),
    rule({ id: "same", where: ["BR", "DE"], then: { messages: { "at most": "FRIENDS" } } }),
    rule({ id: "stayed", timeline: { "2026-01-01": "enjoined" }, then: { messages: { "at most": "NO_ONE" } } }),
  ]);
  const is = documents([
    rule({ id: "come", then: { messages: { "at most": "NO_ONE" } } }),
    rule({ id: "moved", where: ["FR"], layer: "LAW", then: { messages: { "at most": "FRIENDS" } } }),
    rule({ id: "same", where: ["DE", "BR"], then: { messages: { "at most": "FRIENDS" } } }),
    rule({ id: "stayed", timeline: { "2026-01-01": "enjoined" }, then: { messages: { "at most": "NO_ONE" } } }),
  ]);
  const { rules, boxes } = differenceOf(was, { ...is, complyAnyway: new Set(["stayed" as RuleId]) });
  // Somewhere under `gone`, and then under `come`: neither change is idle by itself, though together they change nothing.
  expect(boxes).toEqual([]);
  expect(rules.map(({ rule: id, kind, parts, isIdle }) => [id, kind, parts, isIdle])).toEqual([
    ["come", "added", [], false],
    ["gone", "removed", [], false],
    ["moved", "changed", ["layer", "where"], true],
    ["stayed", "changed", ["deployment"], true],
  ]);
});

test("changes of the catalogue", () => {
  const { settings, features } = CATALOGUE;
  const changed: WrittenCatalogue = {
    ...CATALOGUE,
    "guardian powers": "under 16",
    settings: {
      messages: { values: ["FRIENDS", "NO_ONE", "EVERYONE"], open: "EVERYONE" },
      screenTime: { minutes: "0..1440", open: 120 },
      autoplay: { values: ["OFF", "ON"], open: "ON" },
    },
    features: { ...features, live: { needs: { account: "LIMITED", messages: "NO_ONE" } } },
  };
  const { catalogue, loosens, boxes } = differenceOf(documents([]), documents([], changed));
  expect(settings["quiet"]).toBeDefined();
  expect(loosens).toBe(true);
  expect(catalogue).toEqual([
    { about: "autoplay", what: "is new: nothing to compare it with", direction: null },
    { about: "quiet", what: "is gone", direction: "looser" },
    {
      about: "messages",
      what: "values: NO_ONE, FRIENDS, EVERYONE -> FRIENDS, NO_ONE, EVERYONE",
      direction: "neither",
    },
    { about: "screenTime", what: "open: NO_LIMIT -> 120", direction: null },
    { about: "live", what: "needs: account ALLOWED -> account LIMITED, messages NO_ONE", direction: null },
    { about: "guardian powers", what: "under 18 -> under 16", direction: "looser" },
  ]);
  expect(boxes.map((box) => [box.item.after.key, changeInWords(box)])).toEqual([
    ["screenTime", "by default no limit -> 120 (stricter)"],
  ]);
});
