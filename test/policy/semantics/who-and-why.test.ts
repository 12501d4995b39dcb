import { documentsOf, type WrittenRule } from "../fixtures/documents.js";
import { workedDocuments } from "../fixtures/worked.js";
import type { Described } from "../people.js";
import { SMALL_CATALOGUE } from "../properties/generators.js";
import { Asker } from "./ask.js";

const worked = new Asker(workedDocuments());

function rule(id: string, layer: WrittenRule["layer"], facts: Partial<WrittenRule>): WrittenRule {
  return { id, layer, timeline: { "2019-03-01": "in force" }, then: { live: { "at most": "DENIED" } }, ...facts };
}

describe("W2: the order of what binds", () => {
  test("(b) a 15-year-old after 2022-11-23 is told 18, not 16", () => {
    const pia: Described = { born: "2007-05-04", in: "DE", zone: "Europe/Berlin" };
    expect(worked.ask(pia, "2022-11-24T12:00:00Z", "liveStreaming")).toMatchObject({
      decidedBy: "PLATFORM",
      code: "BELOW_MINIMUM_AGE",
      rule: "live-18",
      alsoBoundBy: ["live-16"],
      minimumAge: 18,
      unlocks: ["REACH_AGE 18 on 2025-05-04"],
    });
  });

  const lift = { then: { live: { "at most": "DENIED", "guardian may allow": "ALLOWED" } } } as const;
  const all: readonly WrittenRule[] = [
    rule("a-place", "LAW", { where: "US-CA" }),
    rule("b-proof", "LAW", { when: { age: "not proven 16" } }),
    rule("c-approvable", "LAW", { when: { age: "under 18" }, ...lift }),
    rule("d-link", "LAW", { when: { age: "under 18", guardian: "not linked" } }),
    rule("e-floor-platform", "PLATFORM", { when: { age: "under 18" } }),
    rule("f-floor-law", "LAW", { when: { age: "under 18" } }),
    rule("g-floor-21", "PLATFORM", { when: { age: "under 21" } }),
    rule("h-floor-ageless", "PLATFORM", {}),
    rule("i-floor-ageless", "PLATFORM", {}),
  ];
  const asker = new Asker(documentsOf(SMALL_CATALOGUE, all));

  test("(a) hardest to remove, (b) higher age, (c) layer, (d) id", () => {
    const yan: Described = { born: "2009-05-04", in: "US", zone: "UTC", limit: { live: "DENIED" } };
    const told = asker.ask(yan, "2026-07-01T12:00:00Z", "live");
    expect([told.rule, ...told.alsoBoundBy]).toEqual([
      "h-floor-ageless",
      "i-floor-ageless",
      "g-floor-21",
      "f-floor-law",
      "e-floor-platform",
      "d-link",
      "c-approvable",
      "b-proof",
      "a-place",
    ]);
  });

  test("a guardian's limit comes last", () => {
    const yan: Described = {
      born: "2009-05-04",
      in: "US",
      zone: "UTC",
      guardian: "LINKED",
      limit: { live: "DENIED", account: "LIMITED" },
    };
    expect(asker.ask(yan, "2026-07-01T12:00:00Z", "live").alsoBoundBy.slice(-3)).toEqual([
      "a-place",
      "guardian:account",
      "guardian:live",
    ]);
  });

  test("an approvable rule is a floor for an adult", () => {
    const adult: Described = { born: "2005-05-04", in: "DE", zone: "UTC" };
    const both = new Asker(
      documentsOf(SMALL_CATALOGUE, [
        rule("b-floor", "LAW", { when: { age: "under 25" } }),
        rule("a-approvable", "LAW", { when: { age: "under 25" }, ...lift }),
      ]),
    );
    const told = both.ask(adult, "2026-07-01T12:00:00Z", "live");
    expect([told.rule, ...told.alsoBoundBy, told.code]).toEqual(["a-approvable", "b-floor", "BELOW_MINIMUM_AGE"]);
  });
});

describe("W4: codes", () => {
  const one = (facts: Partial<WrittenRule>, layer: WrittenRule["layer"] = "LAW"): Asker =>
    new Asker(documentsOf(SMALL_CATALOGUE, [rule("it", layer, facts)]));
  const lift = { then: { live: { "at most": "DENIED", "guardian may allow": "ALLOWED" } } } as const;
  const teen: Described = { born: "2012-05-04", in: "US-CA", zone: "UTC" };

  test.each([
    ["no condition, a law", one({}), teen, "LAW"],
    ["no condition, the platform", one({}, "PLATFORM"), teen, "NOT_OFFERED"],
    ["under an age", one({ when: { age: "under 16" } }), teen, "BELOW_MINIMUM_AGE"],
    ["under an age, approvable", one({ when: { age: "under 16" }, ...lift }), teen, "GUARDIAN_APPROVAL_NEEDED"],
    ["not linked", one({ when: { guardian: "not linked" } }), teen, "GUARDIAN_LINK_NEEDED"],
    [
      "not linked, of an adult: no guardian is of use",
      one({ when: { guardian: "not linked" } }),
      { ...teen, born: "1990-01-01" },
      "LAW",
    ],
    [
      "a link that is pending",
      one({ when: { guardian: "not linked" } }),
      { ...teen, guardian: "PENDING" },
      "GUARDIAN_LINK_NEEDED",
    ],
    ["an unknown place", one({ where: "DE" }), { born: "2012-05-04", zone: "UTC" }, "REGION_UNKNOWN"],
    ["an unknown place that does not matter", one({}), { born: "2012-05-04", zone: "UTC" }, "LAW"],
    ["an unknown age", one({ when: { age: "under 16" } }), { in: "DE", zone: "UTC" }, "AGE_UNKNOWN"],
    [
      "an age that may be enough",
      one({ when: { age: "under 16" } }),
      { ...teen, born: "2010-01-01..2012-05-04" },
      "AGE_VERIFICATION_NEEDED",
    ],
    [
      "an age that cannot be enough",
      one({ when: { age: "under 16" } }),
      { ...teen, born: "2011-01-01..2012-05-04" },
      "BELOW_MINIMUM_AGE",
    ],
    [
      "an age without its proof",
      one({ when: { age: "not proven 16" } }),
      { ...teen, born: "2000-01-01" },
      "AGE_VERIFICATION_NEEDED",
    ],
    ["a proof that a child cannot give", one({ when: { age: "not proven 16" } }), teen, "BELOW_MINIMUM_AGE"],
    ["nothing", one({ where: "DE" }), teen, "ALLOWED"],
  ] as const)("%s: %s", (_, asker, who, code) => {
    expect(asker.ask(who, "2026-07-01T12:00:00Z", "live").code).toBe(code);
  });

  test("a code whose move helps nowhere gives way to the next that fits", () => {
    const either = (facts: Partial<WrittenRule>): Asker =>
      new Asker(
        documentsOf(SMALL_CATALOGUE, [
          rule("a-there", "LAW", { where: "DE", ...facts }),
          rule("b-elsewhere", "LAW", { minus: "DE", ...facts }),
        ]),
      );
    const who: Described = { born: "2012-05-04", zone: "UTC" };
    // Whatever place were stated, one of the two would hold.
    expect(either({}).ask(who, "2026-07-01T12:00:00Z", "live")).toMatchObject({ code: "LAW", unlocks: [] });
    expect(either({ when: { age: "under 16" } }).ask(who, "2026-07-01T12:00:00Z", "live")).toMatchObject({
      code: "BELOW_MINIMUM_AGE",
      unlocks: ["REACH_AGE 16 on 2028-05-04"],
    });
    expect(either({ when: { age: "under 16" }, ...lift }).ask(who, "2026-07-01T12:00:00Z", "live").code).toBe(
      "GUARDIAN_APPROVAL_NEEDED",
    );
  });
});

describe("W3: who decides", () => {
  const asker = new Asker(
    documentsOf(SMALL_CATALOGUE, [
      rule("minutes", "LAW", { when: { age: "under 16" }, then: { screenTime: { "at most": 90, default: 60 } } }),
      rule("shut", "PLATFORM", { when: { age: "under 16" }, then: { visibility: { "at most": "PRIVATE" } } }),
    ]),
  );
  const teen: Described = { born: "2012-05-04", in: "DE", zone: "UTC" };

  test.each([
    ["the default, stricter than the cap", {}, "screenTime", "DEFAULT", "minutes"],
    ["the person, within the cap", { choose: { screenTime: 90 } }, "screenTime", "USER", null],
    ["the law, when a choice goes beyond", { choose: { screenTime: "NO_LIMIT" } }, "screenTime", "LAW", "minutes"],
    [
      "the platform, where nothing else is left, whatever was chosen",
      { choose: { visibility: "PRIVATE" } },
      "visibility",
      "PLATFORM",
      "shut",
    ],
    ["nobody", {}, "messages", "DEFAULT", null],
  ] as const)("%s", (_, facts, item, decidedBy, by) => {
    expect(asker.ask({ ...teen, ...facts }, "2026-07-01T12:00:00Z", item)).toMatchObject({ decidedBy, rule: by });
  });
});
