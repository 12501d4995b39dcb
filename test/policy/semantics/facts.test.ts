import { formatInstant, type Instant } from "../../../src/policy/calendar.js";
import { documentsOf, type WrittenCatalogue } from "../fixtures/documents.js";
import { workedCatalogue, workedDocuments, workedRules } from "../fixtures/worked.js";
import type { Described } from "../people.js";
import { Asker } from "./ask.js";

const worked = new Asker(workedDocuments());

describe("F1: one local date", () => {
  const mia: Described = { born: "2012-05-04", in: "AU", zone: "Australia/Sydney" };

  test("Sydney flips at 2025-12-09T13:00Z", () => {
    const before = worked.ask(mia, "2025-12-09T12:59:59.999Z", "account");
    expect(before).toMatchObject({ value: "ALLOWED", validUntil: "2025-12-09T13:00:00.000Z" });
    expect(worked.ask(mia, "2025-12-09T13:00:00Z", "account")).toMatchObject({
      value: "DENIED",
      rule: "au-smma-16",
      code: "BELOW_MINIMUM_AGE",
      unlocks: ["REACH_AGE 16 on 2028-05-04"],
      validUntil: "2028-05-03T14:00:00.000Z",
    });
  });

  test.each([
    ["Etc/GMT+12", "2026-05-04T12:00:00.000Z"],
    ["America/New_York", "2026-05-04T04:00:00.000Z"],
    ["Europe/Berlin", "2026-05-03T22:00:00.000Z"],
    ["Pacific/Kiritimati", "2026-05-03T10:00:00.000Z"],
  ])("a birthday comes at local midnight in %s", (zone, instant) => {
    const omar: Described = { born: "2010-05-04", in: "DE", zone };
    expect(worked.ask(omar, "2026-05-02T12:00:00Z", "directMessages").validUntil).toBe(instant);
    const justBefore = formatInstant((Date.parse(instant) - 1) as Instant);
    expect([justBefore, instant].map((moment) => worked.ask(omar, moment, "directMessages").cap)).toEqual([
      "NO_ONE",
      "EVERYONE",
    ]);
  });

  test("a birthday whose midnight is skipped begins with the first instant of the day", () => {
    const nour: Described = { born: "2006-03-27", in: "NZ", zone: "Asia/Beirut" };
    expect(worked.ask(nour, "2022-03-20T12:00:00Z", "directMessages").validUntil).toBe("2022-03-26T22:00:00.000Z");
  });
});

describe("F2: an unknown zone is read as the strictest clock", () => {
  const omar: Described = { born: "2010-05-04", in: "DE" };

  test("ages come with the last clock to see the day", () => {
    expect(worked.ask(omar, "2026-05-04T11:59:59.999Z", "directMessages")).toMatchObject({
      cap: "NO_ONE",
      unlocks: ["REACH_AGE 16 on 2026-05-04"],
      validUntil: "2026-05-04T12:00:00.000Z",
    });
    expect(worked.ask(omar, "2026-05-04T12:00:00Z", "directMessages").cap).toBe("EVERYONE");
  });

  test("a rule begins with the first clock to see its date", () => {
    const mia: Described = { born: "2012-05-04", in: "AU" };
    const times = ["2025-12-09T09:59:59.999Z", "2025-12-09T10:00:00Z"];
    expect(times.map((time) => worked.ask(mia, time, "account").value)).toEqual(["ALLOWED", "DENIED"]);
  });

  test("a rule ends with the last clock to see its last day", () => {
    const vera: Described = { born: "2012-05-04", in: "US-VA" };
    const times = ["2026-02-27T11:59:59.999Z", "2026-02-27T12:00:00Z"];
    expect(times.map((time) => worked.ask(vera, time, "dailyScreenTime").cap)).toEqual([60, "NO_LIMIT"]);
  });
});

describe("F3, F4: what is known of a birth", () => {
  test.each([
    ["Lea, 29 February, on 28 February of a common year", "2012-02-29", "2025-02-28T12:00:00Z", "DENIED"],
    ["Lea, 29 February, on 1 March", "2012-02-29", "2025-03-01T12:00:00Z", "ALLOWED"],
    ["a year: its last day counts", "2012-01-01..2012-12-31", "2025-12-30T12:00:00Z", "DENIED"],
    ["a year: on its last day", "2012-01-01..2012-12-31", "2025-12-31T12:00:00Z", "ALLOWED"],
    ["at least 13 when asked", "..2012-05-04", "2025-05-04T12:00:00Z", "ALLOWED"],
    ["nothing", "..", "2025-05-04T12:00:00Z", "DENIED"],
  ])("%s", (_, born, instant, account) => {
    expect(worked.ask({ born, in: "NZ", zone: "UTC" }, instant, "account").value).toBe(account);
  });

  test("an unknown age has no day to wait for, and a proof to give", () => {
    expect(worked.ask({ in: "NZ", zone: "UTC" }, "2025-05-04T12:00:00Z", "account")).toMatchObject({
      value: "DENIED",
      code: "AGE_UNKNOWN",
      rule: "account-13",
      minimumAge: 13,
      availableFrom: null,
      unlocks: ["VERIFY_AGE 13"],
      validUntil: null,
    });
  });

  test("bounds reach an age on the day their youngest reading does, or with a proof now", () => {
    const ben: Described = { born: "2008-05-05..2010-05-04", in: "NZ", zone: "UTC" };
    expect(worked.ask(ben, "2025-07-01T12:00:00Z", "directMessages")).toMatchObject({
      cap: "NO_ONE",
      code: "AGE_VERIFICATION_NEEDED",
      availableFrom: "2026-05-04",
      unlocks: ["REACH_AGE 16 on 2026-05-04", "VERIFY_AGE 16"],
    });
  });
});

describe("F5: assurance runs out, the birth stays", () => {
  const iris: Described = { born: "2007-05-04", in: "US-CA", zone: "America/Los_Angeles", assurance: "ESTIMATED" };

  test("an adult's proof opens the feed until its end", () => {
    const proven: Described = { ...iris, assuranceUntil: "2027-06-01T00:00:00Z" };
    expect(worked.ask(proven, "2027-05-31T23:59:59.999Z", "personalizedFeed")).toMatchObject({
      value: "ALLOWED",
      validUntil: "2027-06-01T00:00:00.000Z",
    });
    expect(worked.ask(proven, "2027-06-01T00:00:00Z", "personalizedFeed")).toMatchObject({
      value: "LIMITED",
      code: "AGE_VERIFICATION_NEEDED",
      rule: "us-ca-sb976-feed-assured",
      unlocks: ["VERIFY_AGE 18"],
      availableFrom: null,
    });
    expect(worked.ask(proven, "2027-06-01T00:00:00Z", "account").value).toBe("ALLOWED");
  });

  test("a proof asked of an adult of 27 is one of 18", () => {
    expect(
      worked.ask(
        { ...iris, born: "2000-05-04", assurance: "SELF_DECLARED" },
        "2027-06-01T00:00:00Z",
        "personalizedFeed",
      ).unlocks,
    ).toEqual(["VERIFY_AGE 18"]);
  });
});

describe("F6: who is linked", () => {
  const bia: Described = { born: "2012-05-04", in: "BR", zone: "America/Sao_Paulo" };

  test.each([
    ["NONE", "DENIED"],
    ["PENDING", "DENIED"],
    ["LINKED", "ALLOWED"],
  ] as const)("%s: the account is %s", (guardian, account) => {
    expect(worked.ask({ ...bia, guardian }, "2026-07-01T12:00:00Z", "account").value).toBe(account);
  });

  test("linking is a way out", () => {
    expect(worked.ask(bia, "2026-07-01T12:00:00Z", "account")).toMatchObject({
      code: "GUARDIAN_LINK_NEEDED",
      rule: "br-eca-linked",
      unlocks: ["LINK_GUARDIAN", "REACH_AGE 16 on 2028-05-04"],
    });
  });
});

describe("F7, F8: places", () => {
  const eli: Described = { born: "2010-05-04", zone: "America/Chicago" };

  test("the US without a state is the strictest state", () => {
    expect(worked.ask({ ...eli, in: "US" }, "2026-07-01T12:00:00Z", "account")).toMatchObject({
      value: "DENIED",
      code: "REGION_UNKNOWN",
      unlocks: ["GUARDIAN_APPROVES account + LINK_GUARDIAN", "REACH_AGE 18 on 2028-05-04", "STATE_REGION"],
    });
  });

  test.each([
    ["US-TX", "DENIED"],
    ["US-NE", "DENIED"],
    ["US-CA", "ALLOWED"],
    ["US-WA", "ALLOWED"],
    [undefined, "DENIED"],
  ])("the account in %s is %s", (place, account) => {
    expect(worked.ask({ ...eli, ...(place ? { in: place } : {}) }, "2026-07-01T12:00:00Z", "account").value).toBe(
      account,
    );
  });

  test("travelling adds the rules of the place and takes none away", () => {
    const ask = (home: string, there: string): unknown =>
      worked.ask({ ...eli, in: home, present: there }, "2026-07-01T12:00:00Z", "account").value;
    expect([ask("DE", "US-TX"), ask("US-TX", "DE"), ask("DE", "FR")]).toEqual(["DENIED", "DENIED", "ALLOWED"]);
  });

  test("a deployment may read an unknown place in its own way", () => {
    const catalogue: WrittenCatalogue = {
      ...workedCatalogue,
      unknown: { region: "DE", subdivision: { US: "country" } },
    };
    const relaxed = new Asker(documentsOf(catalogue, workedRules));
    expect(relaxed.ask(eli, "2026-07-01T12:00:00Z", "account")).toMatchObject({ value: "ALLOWED", unlocks: [] });
    expect(relaxed.ask({ ...eli, in: "US" }, "2026-07-01T12:00:00Z", "account").value).toBe("ALLOWED");
    expect(relaxed.ask({ ...eli, in: "US-TX" }, "2026-07-01T12:00:00Z", "account").value).toBe("DENIED");
  });
});
