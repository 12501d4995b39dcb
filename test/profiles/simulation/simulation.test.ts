import type { PolicyDocuments } from "../../../src/policy/rule.js";
import type { Profile } from "../../../src/profiles/profile.js";
import { OUTCOMES } from "../../../src/profiles/simulation/person-outcome.js";
import { Simulation } from "../../../src/profiles/simulation/simulation.js";
import { parseRegion } from "../../../src/policy/regions.js";
import { birthIntervalOfDate } from "../../../src/policy/birth-interval.js";
import { documentsOf, type WrittenCatalogue, type WrittenRule } from "../../policy/fixtures/documents.js";
import { day, instant, known, profileOf } from "../profile-of.js";

const AT = instant("2026-11-22T12:00:00Z");
const RECORDED = instant("2025-01-01T00:00:00Z");

const CATALOGUE: WrittenCatalogue = {
  since: "2019-03-01",
  settings: {
    messages: { values: ["NO_ONE", "FRIENDS", "EVERYONE"], open: "EVERYONE" },
    quiet: { windows: "weekly", open: [] },
  },
  features: { account: {} },
};

const rule = (written: Partial<WrittenRule> & Pick<WrittenRule, "then">): WrittenRule => ({
  id: "one",
  layer: "PLATFORM",
  timeline: { "2019-03-01": "in force" },
  ...written,
});

const rules = (...written: readonly WrittenRule[]): PolicyDocuments => documentsOf(CATALOGUE, written);

/** Noah, 15, Brazil, and what he chose. */
const noah = (choices: Readonly<Record<string, string>> = {}): Profile =>
  profileOf("noah", {
    ages: [
      {
        born: { stated: "2011-05-04", interval: birthIntervalOfDate(day("2011-05-04")) },
        method: "SELF_DECLARATION",
        issuer: null,
        recordedAt: RECORDED,
        expiresAt: null,
      },
    ],
    residence: { region: known(parseRegion("BR"), "BR"), source: null, recordedAt: RECORDED },
    choices: new Map(Object.entries(choices)),
  });

/** What becomes of an item for one person. */
function outcomesFor(person: Profile, before: PolicyDocuments, after: PolicyDocuments, item = "messages") {
  const simulation = new Simulation({ before, after, at: AT, tellFrom: 1 });
  simulation.addProfile(person);
  const { outcomes } = simulation.told(item).total;
  return OUTCOMES.filter((outcome) => outcomes[outcome] === 1).join(" ");
}

const OPEN = rules();
const FRIENDS = rules(rule({ when: { age: "under 16" }, then: { messages: { "at most": "FRIENDS" } } }));
const NO_ONE = rules(rule({ when: { age: "under 16" }, then: { messages: { "at most": "NO_ONE" } } }));
const FRIENDS_BY_DEFAULT = rules(rule({ then: { messages: { default: "FRIENDS" } } }));

test.each<[string, Profile, PolicyDocuments, PolicyDocuments, string]>([
  ["a cap takes what nobody chose", noah(), OPEN, FRIENDS, "loses"],
  ["a cap takes what was chosen", noah({ messages: "EVERYONE" }), OPEN, FRIENDS, "loses clamped"],
  ["a cap above what was chosen", noah({ messages: "NO_ONE" }), OPEN, FRIENDS, "mayChooseLess"],
  ["a cap that a cap had taken already", noah({ messages: "EVERYONE" }), FRIENDS, NO_ONE, "loses"],
  ["a cap that goes", noah(), NO_ONE, FRIENDS, "gains"],
  ["a choice that is allowed again", noah({ messages: "FRIENDS" }), NO_ONE, OPEN, "gains"],
  ["a bound that moves up", noah({ messages: "NO_ONE" }), FRIENDS, OPEN, "mayChooseMore"],
  ["another default", noah(), OPEN, FRIENDS_BY_DEFAULT, "loses"],
  ["another default than was chosen", noah({ messages: "NO_ONE" }), OPEN, FRIENDS_BY_DEFAULT, ""],
  ["the same rules", noah({ messages: "EVERYONE" }), FRIENDS, FRIENDS, ""],
])("%s", (_, person, before, after, outcomes) => {
  expect(outcomesFor(person, before, after)).toBe(outcomes);
});

test("windows that move are gained and lost", () => {
  const windows = (text: string) => rules(rule({ then: { quiet: { "at least": [text] } } }));
  expect(outcomesFor(noah(), windows("21:00-08:00"), windows("20:00-07:00"), "quiet")).toBe("gains loses");
});

test("a choice that the new catalogue does not know is clamped", () => {
  const { settings } = CATALOGUE;
  const without = {
    ...CATALOGUE,
    settings: { ...settings, messages: { values: ["NO_ONE", "EVERYONE"], open: "NO_ONE" } },
  };
  expect(outcomesFor(noah({ messages: "FRIENDS" }), OPEN, documentsOf(without, []))).toBe("loses clamped");
});

test("people are told by the places and ages that either policy tells apart", () => {
  const after = rules(rule({ where: ["BR"], when: { age: "under 16" }, then: { messages: { "at most": "FRIENDS" } } }));
  const simulation = new Simulation({ before: OPEN, after, at: AT, tellFrom: 1 });
  const at = (region: string) => ({
    ...noah(),
    residence: { region: known(parseRegion(region), region), source: null, recordedAt: RECORDED },
  });
  for (const person of [noah(), at("DE"), at("JP"), { ...noah(), residence: null }, { ...noah(), ages: [] }])
    simulation.addProfile(person);
  expect(simulation.told("messages").byGroup.map(({ place, age, people }) => [place, age, people])).toEqual([
    ["BR", "under 16", 1],
    ["unknown", "under 16", 1],
    ["BR", "unknown", 1],
  ]);
  expect(simulation.told(null).total.people).toBe(5);
  expect([...simulation.items.keys()]).toEqual(["messages", "quiet", "account"]);
});

test("what is asked about later is asked of people who are older then", () => {
  const at = (text: string) => {
    const simulation = new Simulation({ before: OPEN, after: FRIENDS, at: instant(text), tellFrom: 1 });
    simulation.addProfile(noah());
    return simulation.told("messages").total.outcomes.loses;
  };
  expect([at("2027-05-03T12:00:00Z"), at("2027-05-06T12:00:00Z")]).toEqual([1, 0]);
});
