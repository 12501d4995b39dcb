import { documentsOf, type WrittenRule } from "../fixtures/documents.js";
import { workedCatalogue, workedDocuments, workedRules } from "../fixtures/worked.js";
import type { Described } from "../people.js";
import { SMALL_CATALOGUE } from "../properties/generators.js";
import { Asker } from "./ask.js";

const worked = new Asker(workedDocuments());
const schoolId = "us-ca-sb976-school";

describe("R1: `not proven` asks for an age and for a level of proof", () => {
  const sam: Described = { in: "US-CA", zone: "America/Los_Angeles" };

  test.each([
    ["17, verified", "2010-01-01", "VERIFIED", "LIMITED"],
    ["18, not said", "2009-01-01", "UNKNOWN", "LIMITED"],
    ["18, as they said", "2009-01-01", "SELF_DECLARED", "LIMITED"],
    ["18, as their guardian said", "2009-01-01", "GUARDIAN_ATTESTED", "LIMITED"],
    ["18, estimated", "2009-01-01", "ESTIMATED", "ALLOWED"],
    ["18, verified", "2009-01-01", "VERIFIED", "ALLOWED"],
  ] as const)("%s", (_, born, assurance, feed) => {
    expect(worked.ask({ ...sam, born, assurance }, "2027-02-01T12:00:00Z", "personalizedFeed").value).toBe(feed);
  });

  test("an age that is only declared is to be verified, one that is proven too young is not", () => {
    const told = (born: string): unknown => {
      const { code, unlocks } = worked.ask(
        { ...sam, born, assurance: "ESTIMATED" },
        "2027-02-01T12:00:00Z",
        "personalizedFeed",
      );
      return { code, unlocks };
    };
    expect(told("2010-01-01")).toEqual({
      code: "GUARDIAN_APPROVAL_NEEDED",
      unlocks: ["GUARDIAN_APPROVES personalizedFeed + LINK_GUARDIAN", "REACH_AGE 18 on 2028-01-01"],
    });
    expect(worked.ask({ ...sam, born: "2009-01-01" }, "2027-02-01T12:00:00Z", "personalizedFeed")).toMatchObject({
      code: "AGE_VERIFICATION_NEEDED",
      unlocks: ["VERIFY_AGE 18"],
      minimumAge: 18,
    });
  });
});

describe("R3: each word of a timeline holds until the next date", () => {
  const flo: Described = { born: "2011-12-01", in: "US-FL", zone: "America/New_York" };
  const tex: Described = { born: "2009-05-04", in: "US-TX", zone: "America/Chicago" };

  test.each([
    ["Florida, the day before", flo, "2024-12-31T12:00:00Z", "ALLOWED"],
    ["Florida, in force", flo, "2025-01-01T12:00:00Z", "DENIED"],
    ["Florida, enjoined", flo, "2025-06-03T12:00:00Z", "ALLOWED"],
    ["Florida, in force again", flo, "2025-11-25T12:00:00Z", "DENIED"],
    ["Texas, enjoined from its own date", tex, "2026-01-02T12:00:00Z", "ALLOWED"],
    ["Texas, the injunction stayed", tex, "2026-05-28T12:00:00Z", "DENIED"],
  ])("%s", (_, who, instant, account) => {
    expect(worked.ask(who, instant, "account").value).toBe(account);
  });

  test("an enjoined rule can be complied with anyway, from the law's own date", () => {
    const complying = new Asker(workedDocuments({ complyAnyway: ["us-tx-sb2420", "us-fl-hb3-14"] }));
    expect(complying.ask(tex, "2025-12-31T12:00:00Z", "account").value).toBe("ALLOWED");
    expect(complying.ask(tex, "2026-01-02T12:00:00Z", "account").value).toBe("DENIED");
    expect(complying.ask(flo, "2025-07-01T12:00:00Z", "account")).toMatchObject({
      value: "DENIED",
      rule: "us-fl-hb3-14",
      alsoBoundBy: [],
    });
  });

  test("an unconfirmed date counts where it is taken as confirmed", () => {
    const nia: Described = { born: "2007-05-04", in: "NZ", zone: "Pacific/Auckland" };
    const confident = new Asker(workedDocuments({ takeAsConfirmed: ["dm-16"] }));
    expect([worked, confident].map((asker) => asker.ask(nia, "2020-06-01T12:00:00Z", "directMessages").cap)).toEqual([
      "EVERYONE",
      "NO_ONE",
    ]);
    expect(worked.ask(nia, "2021-01-01T12:00:00Z", "directMessages").cap).toBe("NO_ONE");
  });

  test("nobody waits for an injunction that is not known to end", () => {
    expect(worked.ask(flo, "2025-11-25T12:00:00Z", "account").unlocks).not.toContainEqual(
      expect.stringContaining("WAIT_UNTIL"),
    );
  });
});

describe("R4: seasons", () => {
  const night = (from: string, until: string): Asker => {
    const rule: WrittenRule = {
      id: "season",
      layer: "LAW",
      timeline: { "2019-03-01": "in force" },
      "each year": { from, until },
      when: { age: "under 18" },
      then: { messages: { "at most": "FRIENDS" } },
    };
    return new Asker(documentsOf(SMALL_CATALOGUE, [rule]));
  };
  const school = night("09-01", "06-01");
  const summer = night("06-01", "09-01");
  const kai: Described = { born: "2012-05-04", in: "US-CA", zone: "America/Los_Angeles" };

  test.each([
    ["the last of August", "2026-08-31T12:00:00Z", "EVERYONE", "FRIENDS"],
    ["the last millisecond before", "2026-09-01T06:59:59.999Z", "EVERYONE", "FRIENDS"],
    ["the first of September", "2026-09-01T07:00:00Z", "FRIENDS", "EVERYONE"],
    ["New Year's Eve", "2026-12-31T20:00:00Z", "FRIENDS", "EVERYONE"],
    ["New Year's Day", "2027-01-01T20:00:00Z", "FRIENDS", "EVERYONE"],
    ["the end of May", "2027-06-01T06:59:59.999Z", "FRIENDS", "EVERYONE"],
    ["the first of June", "2027-06-01T07:00:00Z", "EVERYONE", "FRIENDS"],
  ])("%s", (_, instant, wrapping, within) => {
    expect([school, summer].map((asker) => asker.ask(kai, instant, "messages").cap)).toEqual([wrapping, within]);
  });

  test("the end of a season is a way out, and the next one ends the answer", () => {
    expect(school.ask(kai, "2026-12-31T20:00:00Z", "messages")).toMatchObject({
      unlocks: ["WAIT_UNTIL 2027-06-01"],
      availableFrom: "2027-06-01",
      validUntil: "2027-06-01T07:00:00.000Z",
    });
    expect(school.ask(kai, "2027-06-02T20:00:00Z", "messages")).toMatchObject({
      unlocks: [],
      validUntil: "2027-09-01T07:00:00.000Z",
    });
  });

  test("school hours of an enjoined law apply in their season where they are complied with", () => {
    const complying = new Asker(workedDocuments({ complyAnyway: [schoolId] }));
    const told = ["2026-08-31T12:00:00Z", "2026-10-01T12:00:00Z"].map(
      (time) => complying.ask(kai, time, "quietHours").value,
    );
    expect(told).toEqual([
      complying.windows("quietHours", "21:00-08:00"),
      complying.windows("quietHours", "21:00-08:00", "MON-FRI 08:00-15:00"),
    ]);
  });
});

describe("where and minus: a ladder of ages (GDPR Art. 8)", () => {
  // Before DSA Art. 28 and in April 2019, only the ladder speaks of the feed of people over 13.
  const ladder = new Asker(
    documentsOf(
      workedCatalogue,
      workedRules.filter(({ id }) => id.startsWith("eu-gdpr")),
    ),
  );

  test.each([
    ["GB", 13, [12]],
    ["BE", 13, [12]],
    ["PT", 13, [12]],
    ["NO", 13, [12]],
    ["AT", 14, [12, 13]],
    ["ES", 14, [12, 13]],
    ["FR", 15, [12, 13, 14]],
    ["CZ", 15, [12, 13, 14]],
    ["DE", 16, [12, 13, 14, 15]],
    ["LI", 16, [12, 13, 14, 15]],
    ["US", null, []],
    ["CH", null, []],
  ] as const)("%s asks a guardian below %s", (country, _, below) => {
    const denied = [12, 13, 14, 15, 16].filter((age) => {
      const who: Described = { born: `${2024 - age}-01-01`, in: country, zone: "UTC" };
      return ladder.ask(who, "2024-07-01T12:00:00Z", "personalizedFeed").value === "DENIED";
    });
    expect(denied).toEqual(below);
  });

  test("the highest step of the ladder is the reason, and the others bind too", () => {
    const hans: Described = { born: "2012-01-01", in: "DE", zone: "Europe/Berlin" };
    expect(ladder.ask(hans, "2024-07-01T12:00:00Z", "personalizedFeed")).toMatchObject({
      code: "GUARDIAN_APPROVAL_NEEDED",
      rule: "eu-gdpr-8-16",
      alsoBoundBy: ["eu-gdpr-8-15", "eu-gdpr-8-14", "eu-gdpr-8-13"],
      minimumAge: 16,
      unlocks: ["GUARDIAN_APPROVES personalizedFeed + LINK_GUARDIAN", "REACH_AGE 16 on 2028-01-01"],
    });
  });

  test("under 13 the US has a limited account, everywhere else none", () => {
    const ask = (place: string): unknown =>
      worked.ask({ born: "2014-05-04", in: place, zone: "UTC" }, "2023-07-01T12:00:00Z", "account").value;
    expect(["US", "US-CA", "GB", "AU", "BR"].map(ask)).toEqual(["LIMITED", "LIMITED", "DENIED", "DENIED", "DENIED"]);
  });
});
