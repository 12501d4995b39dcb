import { documentsOf, type WrittenRule } from "../fixtures/documents.js";
import { workedDocuments } from "../fixtures/worked.js";
import { SMALL_CATALOGUE } from "../properties/generators.js";
import type { Described } from "../people.js";
import { Asker } from "./ask.js";

const worked = new Asker(workedDocuments());

describe("C1, C2: a guardian's approval", () => {
  const limited = (id: string, lift: number | "NO_LIMIT"): WrittenRule => ({
    id,
    layer: "LAW",
    timeline: { "2019-03-01": "in force" },
    when: { age: "under 16" },
    then: { screenTime: { "at most": 60, "guardian may allow": lift } },
  });
  const unlimited = new Asker(documentsOf(SMALL_CATALOGUE, [limited("sixty", "NO_LIMIT")]));
  const ninety = new Asker(documentsOf(SMALL_CATALOGUE, [limited("sixty", 90)]));
  const max: Described = { born: "2012-05-04", in: "US", zone: "UTC", guardian: "LINKED" };

  test.each([
    ["of 120 where anything may be allowed", unlimited, { approve: { screenTime: 120 } }, 120],
    ["of any time where anything may be allowed", unlimited, { approve: { screenTime: true } }, "NO_LIMIT"],
    ["of 120 where 90 may be allowed", ninety, { approve: { screenTime: 120 } }, 90],
    ["of any time where 90 may be allowed", ninety, { approve: { screenTime: true } }, 90],
    ["of 30 tightens nothing", ninety, { approve: { screenTime: 30 } }, 60],
    ["of another item", ninety, { approve: { account: true } }, 60],
    ["whose end has come", ninety, { approve: { screenTime: { until: "2026-07-01T12:00:00Z" } } }, 60],
    [
      "whose end comes in a millisecond",
      ninety,
      { approve: { screenTime: { until: "2026-07-01T12:00:00.001Z" } } },
      90,
    ],
    ["while the link is pending", ninety, { guardian: "PENDING", approve: { screenTime: true } }, 60],
    ["after the link is gone", ninety, { guardian: "NONE", approve: { screenTime: true } }, 60],
  ] as const)("%s", (_, asker, facts, cap) => {
    expect(asker.ask({ ...max, ...facts }, "2026-07-01T12:00:00Z", "screenTime").cap).toBe(cap);
  });

  test("counts at any age: 17 approved, and 18 not proven, keep their feed", () => {
    const jo: Described = {
      in: "US-CA",
      zone: "America/Los_Angeles",
      guardian: "LINKED",
      approve: { personalizedFeed: true },
    };
    const feed = (born: string): unknown =>
      worked.ask({ ...jo, born }, "2027-02-01T12:00:00Z", "personalizedFeed").value;
    expect([feed("2009-03-01"), feed("2009-01-01")]).toEqual(["ALLOWED", "ALLOWED"]);
  });
});

describe("C3, C4: guardians' limits, and raising and lowering (Virginia)", () => {
  const vera: Described = { born: "2012-05-04", in: "US-VA", zone: "America/New_York", guardian: "LINKED" };
  const ask = (facts: Described, instant = "2026-02-01T12:00:00Z"): ReturnType<Asker["ask"]> =>
    worked.ask({ ...vera, ...facts }, instant, "dailyScreenTime");

  test.each([
    [
      "as the law says",
      {},
      { cap: 60, value: 60, code: "GUARDIAN_APPROVAL_NEEDED", rule: "us-va-sb854", decidedBy: "LAW" },
    ],
    [
      "raised to 120",
      { approve: { dailyScreenTime: 120 } },
      { cap: 120, value: 60, decidedBy: "DEFAULT", code: "LAW", rule: "us-va-sb854" },
    ],
    [
      "raised without limit",
      { approve: { dailyScreenTime: true } },
      { cap: "NO_LIMIT", value: 60, decidedBy: "DEFAULT" },
    ],
    [
      "lowered to 30",
      { limit: { dailyScreenTime: 30 } },
      { cap: 30, value: 30, decidedBy: "GUARDIAN", code: "GUARDIAN_LIMIT", rule: null },
    ],
    ["a limit looser than the law does nothing", { limit: { dailyScreenTime: 90 } }, { cap: 60, decidedBy: "LAW" }],
    [
      "raised and lowered",
      { approve: { dailyScreenTime: true }, limit: { dailyScreenTime: 90 } },
      { cap: 90, value: 60, default: 60 },
    ],
    [
      "raised, and 120 chosen",
      { approve: { dailyScreenTime: true }, choose: { dailyScreenTime: 120 } },
      { value: 120, decidedBy: "USER" },
    ],
    ["120 chosen beyond the cap", { choose: { dailyScreenTime: 120 } }, { value: 60, decidedBy: "LAW" }],
  ] as const)("%s", (_, facts, told) => {
    expect(ask(facts)).toMatchObject(told);
  });

  test("enjoined from 2026-02-27, the platform's own default is left", () => {
    expect(ask({}, "2026-02-27T12:00:00Z")).toMatchObject({
      cap: "NO_LIMIT",
      value: 60,
      rule: "screen-time-60",
      code: "PLATFORM_DEFAULT",
    });
  });

  test("limits end at 18", () => {
    const limited: Described = {
      born: "2008-06-01",
      in: "DE",
      zone: "UTC",
      guardian: "LINKED",
      limit: { comments: "NO_ONE" },
    };
    expect(worked.ask(limited, "2026-05-31T23:59:59.999Z", "comments")).toMatchObject({
      cap: "NO_ONE",
      decidedBy: "GUARDIAN",
    });
    expect(worked.ask(limited, "2026-06-01T00:00:00Z", "comments")).toMatchObject({
      cap: "EVERYONE",
      decidedBy: "DEFAULT",
    });
  });
});

describe("C5: needs read what is permitted", () => {
  test("a 16-year-old with messages at NO_ONE by default may send messages", () => {
    const noa: Described = { born: "2010-05-04", in: "DE", zone: "Europe/Berlin" };
    expect(worked.ask(noa, "2026-07-01T12:00:00Z", "directMessages")).toMatchObject({
      value: "NO_ONE",
      cap: "EVERYONE",
    });
    expect(worked.ask(noa, "2026-07-01T12:00:00Z", "directMessaging")).toMatchObject({
      value: "ALLOWED",
      code: "ALLOWED",
      rule: null,
    });
    expect(
      worked.ask({ ...noa, choose: { directMessages: "NO_ONE" } }, "2026-07-01T12:00:00Z", "directMessaging").value,
    ).toBe("ALLOWED");
  });

  test("Texas, 17: messaging is unlocked by approving the account", () => {
    const tess: Described = { born: "2009-05-04", in: "US-TX", zone: "America/Chicago" };
    expect(worked.ask(tess, "2026-07-01T12:00:00Z", "directMessaging")).toMatchObject({
      value: "DENIED",
      decidedBy: "LAW",
      code: "GUARDIAN_APPROVAL_NEEDED",
      rule: "us-tx-sb2420",
      unlocks: ["GUARDIAN_APPROVES account + LINK_GUARDIAN", "REACH_AGE 18 on 2027-05-04"],
    });
  });

  test("a feature that needs an item capped by a guardian names the guardian's limit on that item", () => {
    const lou: Described = {
      born: "2009-05-04",
      in: "DE",
      zone: "Europe/Berlin",
      guardian: "LINKED",
      limit: { directMessages: "NO_ONE" },
    };
    expect(worked.ask(lou, "2026-07-01T12:00:00Z", "groupChats")).toMatchObject({
      value: "DENIED",
      decidedBy: "GUARDIAN",
      code: "GUARDIAN_LIMIT",
      rule: null,
      unlocks: ["GUARDIAN_LIFTS_LIMIT directMessages", "REACH_AGE 18 on 2027-05-04"],
    });
  });
});
