import { workedDocuments } from "../fixtures/worked.js";
import { documentsOf, type WrittenRule } from "../fixtures/documents.js";
import { SMALL_CATALOGUE } from "../properties/generators.js";
import { at, type Described } from "../people.js";
import { Asker } from "./ask.js";

const worked = new Asker(workedDocuments());

describe("T3: ways out, with the rules of the day they lead to", () => {
  test("at 15 on 2022-10-01, LIVE comes at 18, not at the 16th birthday on 2022-12-01", () => {
    const eva: Described = { born: "2006-12-01", in: "DE", zone: "Europe/Berlin" };
    expect(worked.ask(eva, "2022-10-01T12:00:00Z", "liveStreaming")).toMatchObject({
      value: "DENIED",
      rule: "live-16",
      unlocks: ["REACH_AGE 18 on 2024-12-01"],
      availableFrom: "2024-12-01",
      minimumAge: 16, // T6: under today's rules, 16 would do
      validUntil: "2022-11-22T23:00:00.000Z",
    });
  });

  test("who turns 16 before the rule changes has LIVE for a few days", () => {
    const kim: Described = { born: "2006-11-01", in: "DE", zone: "Europe/Berlin" };
    expect(worked.ask(kim, "2022-10-01T12:00:00Z", "liveStreaming").unlocks).toEqual(["REACH_AGE 16 on 2022-11-01"]);
    expect(worked.ask(kim, "2022-11-02T12:00:00Z", "liveStreaming")).toMatchObject({
      value: "ALLOWED",
      validUntil: "2022-11-22T23:00:00.000Z",
    });
    expect(worked.ask(kim, "2022-11-23T12:00:00Z", "liveStreaming")).toMatchObject({
      value: "DENIED",
      unlocks: ["REACH_AGE 18 on 2024-11-01"],
    });
  });

  test("Florida, 13: at 14 with a guardian's approval, or at 16", () => {
    const fay: Described = { born: "2012-06-01", in: "US-FL", zone: "America/New_York" };
    expect(worked.ask(fay, "2025-12-24T12:00:00Z", "account")).toMatchObject({
      value: "DENIED",
      decidedBy: "LAW",
      rule: "us-fl-hb3-14",
      alsoBoundBy: ["us-fl-hb3-16"],
      unlocks: ["GUARDIAN_APPROVES account + LINK_GUARDIAN + REACH_AGE 14 on 2026-06-01", "REACH_AGE 16 on 2028-06-01"],
      availableFrom: "2028-06-01",
    });
  });

  test("Florida, 13, a guardian linked: nothing to link", () => {
    const fay: Described = { born: "2012-06-01", in: "US-FL", zone: "America/New_York", guardian: "LINKED" };
    expect(worked.ask(fay, "2025-12-24T12:00:00Z", "account").unlocks).toEqual([
      "GUARDIAN_APPROVES account + REACH_AGE 14 on 2026-06-01",
      "REACH_AGE 16 on 2028-06-01",
    ]);
  });

  test("a law that is known to end is waited for", () => {
    const vera: Described = { born: "2012-05-04", in: "US-VA", zone: "America/New_York" };
    expect(worked.ask(vera, "2026-02-01T12:00:00Z", "dailyScreenTime")).toMatchObject({
      unlocks: ["GUARDIAN_APPROVES dailyScreenTime + LINK_GUARDIAN", "WAIT_UNTIL 2026-02-27"],
      availableFrom: "2026-02-27",
      minimumAge: 16,
    });
  });

  test("India, 17: approval until the birthday, which comes before the law", () => {
    const ira: Described = { born: "2009-05-12", in: "IN", zone: "Asia/Kolkata" };
    expect(worked.ask(ira, "2027-05-13T12:00:00Z", "account").value).toBe("ALLOWED");
    expect(worked.ask({ ...ira, born: "2009-05-14" }, "2027-05-13T12:00:00Z", "account").unlocks).toEqual([
      "GUARDIAN_APPROVES account + LINK_GUARDIAN",
      "REACH_AGE 18 on 2027-05-14",
    ]);
  });

  test("an unknown age in an unknown place: a proof, or the place, where each is enough", () => {
    expect(worked.ask({}, "2026-07-02T12:00:00Z", "account")).toMatchObject({
      value: "DENIED",
      code: "REGION_UNKNOWN",
      unlocks: ["STATE_REGION", "VERIFY_AGE 18"],
      availableFrom: null,
    });
  });

  test("waiting and a proof combine for an exact birth", () => {
    const rui: Described = { born: "2009-05-04", in: "BR", zone: "America/Sao_Paulo", guardian: "LINKED" };
    expect(worked.ask(rui, "2026-12-01T12:00:00Z", "watchMatureLive").unlocks).toEqual([
      "REACH_AGE 18 on 2027-05-04 + VERIFY_AGE 18",
    ]);
    expect(
      worked.ask({ ...rui, born: "2009-01-01..2009-12-31" }, "2026-12-01T12:00:00Z", "watchMatureLive").unlocks,
    ).toEqual([]);
  });
});

describe("T6: the smallest age that would do today", () => {
  const anna: Described = { in: "DE", zone: "Europe/Berlin" };

  test.each([
    ["at 12", "2014-01-01", "directMessages", 16],
    ["at 17, already open", "2009-01-01", "directMessages", 16],
    ["open to everyone", "2009-01-01", "mentions", 13],
    ["Brazil asks a 30-year-old for a proof of 18", "1996-01-01", "watchMatureLive", 18],
  ])("%s", (_, born, item, age) => {
    const place = item === "watchMatureLive" ? { in: "BR", zone: "America/Sao_Paulo" } : {};
    expect(worked.ask({ ...anna, ...place, born }, "2026-12-01T12:00:00Z", item).minimumAge).toBe(age);
  });

  test("none where no age opens more", () => {
    const closed: WrittenRule = {
      id: "closed",
      layer: "PLATFORM",
      timeline: { "2019-03-01": "in force" },
      then: { live: { "at most": "DENIED" } },
    };
    const asker = new Asker(documentsOf(SMALL_CATALOGUE, [closed]));
    expect(asker.ask({ born: "2000-01-01", in: "DE", zone: "UTC" }, "2026-12-01T12:00:00Z", "live")).toMatchObject({
      code: "NOT_OFFERED",
      rule: "closed",
      minimumAge: null,
      unlocks: [],
      validUntil: null,
    });
    expect(
      asker.ask({ born: "2000-01-01", in: "DE", zone: "UTC" }, "2026-12-01T12:00:00Z", "account").minimumAge,
    ).toBeNull();
  });
});

describe("T7: an answer's end", () => {
  test.each([
    ["a birthday", { born: "2010-12-24", in: "DE" }, "directMessages", "2026-12-24T00:00:00.000Z"],
    ["a rule's date", { born: "2012-06-01", in: "IN" }, "account", "2027-05-13T00:00:00.000Z"],
    [
      "an approval's end",
      { born: "2012-05-04", in: "US-FL", guardian: "LINKED", approve: { account: { until: "2026-12-31T18:00:00Z" } } },
      "account",
      "2026-12-31T18:00:00.000Z",
    ],
    [
      "the oldest reading's birthday, when a proof begins to help",
      { born: "2011-01-01..2011-12-31", in: "NZ" },
      "directMessages",
      "2027-01-01T00:00:00.000Z",
    ],
    ["never, for an adult", { born: "2000-01-01", in: "DE" }, "directMessages", null],
  ] as const)("%s", (_, who, item, end) => {
    expect(worked.ask({ ...who, zone: "UTC" }, "2026-12-01T12:00:00Z", item).validUntil).toBe(end);
  });
});

describe("T8: whether quiet hours are open", () => {
  const teen: Described = { born: "2012-05-04", in: "DE", zone: "Europe/Berlin" };
  const adult: Described = { born: "1990-05-04", in: "US", zone: "America/New_York" };
  const chosen = (...windows: readonly string[]): Described => ({ ...adult, choose: { quietHours: windows } });

  test.each([
    ["before the evening", teen, "2026-12-01T19:59:59.999Z", false, "2026-12-01T20:00:00.000Z"],
    ["from its first instant", teen, "2026-12-01T20:00:00Z", true, "2026-12-02T07:00:00.000Z"],
    ["over midnight", teen, "2026-12-01T23:00:00Z", true, "2026-12-02T07:00:00.000Z"],
    ["not at its end", teen, "2026-12-02T07:00:00Z", false, "2026-12-02T20:00:00.000Z"],
    ["over the end of the week", teen, "2026-12-06T23:30:00Z", true, "2026-12-07T07:00:00.000Z"],
    ["a night an hour shorter", teen, "2026-03-28T23:00:00Z", true, "2026-03-29T06:00:00.000Z"],
    ["a night an hour longer", teen, "2026-10-24T23:00:00Z", true, "2026-10-25T07:00:00.000Z"],
    ["none", adult, "2026-12-01T20:00:00Z", false, null],
    ["always", chosen("00:00-24:00"), "2026-12-01T20:00:00Z", true, null],
    [
      "a skipped beginning is the jump",
      chosen("SUN 02:30-04:00"),
      "2026-03-08T06:59:59.999Z",
      false,
      "2026-03-08T07:00:00.000Z",
    ],
    ["from the jump on", chosen("SUN 02:30-04:00"), "2026-03-08T07:00:00Z", true, "2026-03-08T08:00:00.000Z"],
    ["a skipped end is the jump", chosen("SUN 01:00-02:30"), "2026-03-08T06:30:00Z", true, "2026-03-08T07:00:00.000Z"],
    [
      "windows that are skipped whole never open",
      chosen("SUN 02:10-02:50"),
      "2026-03-08T06:30:00Z",
      false,
      "2026-03-15T06:10:00.000Z",
    ],
    [
      "an hour twice: quiet from the first beginning",
      chosen("SUN 01:30-03:00"),
      "2026-11-01T05:30:00Z",
      true,
      "2026-11-01T08:00:00.000Z",
    ],
    [
      "an hour twice: quiet until the second end",
      chosen("SUN 00:30-01:30"),
      "2026-11-01T05:45:00Z",
      true,
      "2026-11-01T06:30:00.000Z",
    ],
    [
      "an hour twice: an end that the clock falls back to is not passed again",
      chosen("SUN 00:00-01:00"),
      "2026-11-01T04:30:00Z",
      true,
      "2026-11-01T05:00:00.000Z",
    ],
    [
      "an hour twice: no flapping between",
      chosen("SUN 01:10-01:20"),
      "2026-11-01T05:45:00Z",
      true,
      "2026-11-01T06:20:00.000Z",
    ],
  ])("%s", (_, who, instant, quietNow, changesAt) => {
    expect(worked.quiet(who, instant, "quietHours")).toEqual({ quietNow, changesAt });
  });

  test("an unknown zone is read on the fallback clock", () => {
    const { in: place, born } = teen;
    expect(worked.quiet({ born: born ?? "", in: place ?? "" }, "2026-12-01T21:00:00Z", "quietHours")).toEqual({
      quietNow: true,
      changesAt: "2026-12-02T08:00:00.000Z",
    });
  });
});

describe("T9: what can be asked", () => {
  const { decide } = { decide: (instant: string): unknown => worked.decide({}, instant).at };

  test.each(["2019-03-01T12:00:00Z", "2099-12-31T09:59:59.999Z"])("%s is answered", (instant) => {
    expect(decide(instant)).toBe(at(instant));
  });

  test.each(["2019-03-01T11:59:59.999Z", "2099-12-31T10:00:00Z", "1970-01-01T00:00:00Z"])(
    "%s is refused",
    (instant) => {
      expect(() => decide(instant)).toThrow(RangeError);
    },
  );
});
