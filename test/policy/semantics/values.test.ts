import { documentsOf, type WrittenRule } from "../fixtures/documents.js";
import { workedDocuments } from "../fixtures/worked.js";
import type { Described } from "../people.js";
import { SMALL_CATALOGUE } from "../properties/generators.js";
import { Asker } from "./ask.js";

const worked = new Asker(workedDocuments());

describe("V1, V3: the value", () => {
  const dana: Described = { born: "2009-05-04", in: "DE", zone: "Europe/Berlin" };
  const now = "2026-07-01T12:00:00Z";

  test("the strictest of all defaults, the platform's NO_ONE beside a law's FRIENDS", () => {
    expect(worked.ask(dana, now, "directMessages")).toMatchObject({
      value: "NO_ONE",
      default: "NO_ONE",
      cap: "EVERYONE",
      decidedBy: "DEFAULT",
      code: "PLATFORM_DEFAULT",
      rule: "dm-off-by-default-18",
    });
  });

  test("of equal defaults the law's is the reason", () => {
    expect(worked.ask(dana, now, "autoplay")).toMatchObject({
      value: "OFF",
      decidedBy: "DEFAULT",
      code: "LAW",
      rule: "eu-dsa-28-1-defaults",
    });
  });

  test.each([
    ["within the cap", { directMessages: "EVERYONE" }, "directMessages", "EVERYONE", "USER", "USER_CHOICE", null],
    [
      "beyond the cap",
      { videoDownloads: "ON" },
      "videoDownloads",
      "OFF",
      "LAW",
      "BELOW_MINIMUM_AGE",
      "eu-dsa-28-1-defaults",
    ],
    [
      "as strict as the cap, where it leaves nothing else",
      { videoDownloads: "OFF" },
      "videoDownloads",
      "OFF",
      "LAW",
      "BELOW_MINIMUM_AGE",
      "eu-dsa-28-1-defaults",
    ],
    ["stricter than the cap", { contentLevel: "CHILD" }, "contentLevel", "CHILD", "USER", "USER_CHOICE", null],
    ["equal to the cap", { contentLevel: "TEEN" }, "contentLevel", "TEEN", "USER", "USER_CHOICE", null],
    ["not made, at the cap", {}, "contentLevel", "TEEN", "PLATFORM", "BELOW_MINIMUM_AGE", "own-words"],
  ] as const)("a choice %s", (_, choose, item, value, decidedBy, code, rule) => {
    expect(worked.ask({ ...dana, choose }, now, item)).toMatchObject({ value, decidedBy, code, rule });
  });

  test("a choice revives when the cap allows it", () => {
    const omar: Described = { born: "2010-07-02", in: "NZ", zone: "UTC", choose: { directMessages: "FRIENDS" } };
    expect(worked.ask(omar, "2026-07-01T12:00:00Z", "directMessages")).toMatchObject({
      value: "NO_ONE",
      decidedBy: "PLATFORM",
    });
    expect(worked.ask(omar, "2026-07-02T12:00:00Z", "directMessages")).toMatchObject({
      value: "FRIENDS",
      decidedBy: "USER",
    });
  });

  test("an item on which ON protects", () => {
    const ben: Described = { born: "2015-05-04", in: "US-WA", zone: "UTC", choose: { restrictedMode: "OFF" } };
    expect(worked.ask(ben, now, "restrictedMode")).toMatchObject({ value: "ON", cap: "ON", decidedBy: "PLATFORM" });
  });
});

describe("V2: a default that loosens later keeps its stricter value", () => {
  const mia: Described = { born: "2010-05-04", in: "NZ", zone: "Pacific/Auckland" };
  const at16 = "2026-05-05T12:00:00Z";

  test("joined at 14, never chose: private at 16", () => {
    expect(worked.ask({ ...mia, joined: "2024-06-01" }, at16, "accountVisibility")).toMatchObject({
      value: "PRIVATE",
      default: "PRIVATE",
      cap: "PUBLIC",
      decidedBy: "DEFAULT",
      code: "KEPT",
      rule: null,
    });
  });

  test.each([
    ["joined at 16", { joined: "2026-05-04" }, "PUBLIC", "DEFAULT", "PLATFORM_DEFAULT"],
    ["joined the day before the birthday", { joined: "2026-05-03" }, "PRIVATE", "DEFAULT", "KEPT"],
    ["no day of joining is known", {}, "PUBLIC", "DEFAULT", "PLATFORM_DEFAULT"],
    [
      "joined at 14 and chose",
      { joined: "2024-06-01", choose: { accountVisibility: "PUBLIC" } },
      "PUBLIC",
      "USER",
      "USER_CHOICE",
    ],
  ] as const)("%s", (_, facts, value, decidedBy, code) => {
    expect(worked.ask({ ...mia, ...facts }, at16, "accountVisibility")).toMatchObject({ value, decidedBy, code });
  });

  test("a rule that has ended is kept too, with the place of today", () => {
    const strictOnce: WrittenRule = {
      id: "strict-once",
      layer: "PLATFORM",
      timeline: { "2019-03-01": "in force", "2022-12-01": "ended" },
      where: "DE",
      then: { messages: { default: "NO_ONE" } },
    };
    const asker = new Asker(documentsOf(SMALL_CATALOGUE, [strictOnce]));
    const told = (place: string, joined: string): unknown =>
      asker.ask({ born: "2000-01-01", in: place, zone: "UTC", joined }, "2024-01-01T12:00:00Z", "messages").value;
    expect([told("DE", "2022-11-30"), told("DE", "2022-12-01"), told("FR", "2022-11-30")]).toEqual([
      "NO_ONE",
      "EVERYONE",
      "EVERYONE",
    ]);
  });
});

describe("S3, W5: windows", () => {
  const complying = new Asker(workedDocuments({ complyAnyway: ["us-ca-sb976-school", "us-ca-sb976-night"] }));
  const cal: Described = { born: "2012-05-04", in: "US-CA", zone: "America/Los_Angeles", guardian: "LINKED" };
  const now = "2026-10-01T12:00:00Z";
  const windows = (...written: readonly string[]): unknown => complying.windows("quietHours", ...written);

  test("each layer has its own minutes, and what lies inside another binds nothing", () => {
    expect(complying.ask(cal, now, "quietHours")).toMatchObject({
      value: windows("21:00-08:00", "MON-FRI 08:00-15:00"),
      shares: [
        ["PLATFORM", windows("21:00-08:00")],
        ["LAW", windows("MON-FRI 08:00-15:00")],
      ],
      rule: "quiet-16",
      alsoBoundBy: ["us-ca-sb976-school"],
    });
  });

  test("chosen windows add to the floor and take nothing away", () => {
    const choosing = (...written: readonly string[]): unknown => {
      const { value, decidedBy, shares } = complying.ask(
        { ...cal, in: "NZ", choose: { quietHours: written } },
        now,
        "quietHours",
      );
      return { value, decidedBy, shares };
    };
    expect(choosing("20:00-09:00")).toEqual({
      value: windows("20:00-09:00"),
      decidedBy: "USER",
      shares: [
        ["PLATFORM", windows("21:00-08:00")],
        ["USER", windows("20:00-21:00", "08:00-09:00")],
      ],
    });
    expect(choosing("MON 12:00-13:00")).toEqual({
      value: windows("21:00-08:00", "MON 12:00-13:00"),
      decidedBy: "PLATFORM",
      shares: [
        ["PLATFORM", windows("21:00-08:00")],
        ["USER", windows("MON 12:00-13:00")],
      ],
    });
  });

  test("a guardian's limit is one more layer, and approving lifts a law's hours", () => {
    expect(complying.ask({ ...cal, limit: { quietHours: ["SAT 10:00-11:00"] } }, now, "quietHours").shares).toEqual([
      ["PLATFORM", windows("21:00-08:00")],
      ["LAW", windows("MON-FRI 08:00-15:00")],
      ["GUARDIAN", windows("SAT 10:00-11:00")],
    ]);
    expect(complying.ask({ ...cal, approve: { quietHours: true } }, now, "quietHours").value).toEqual(
      windows("21:00-08:00"),
    );
  });

  test("equal minutes are equal windows, however they are written", () => {
    const once = complying.ask({ ...cal, in: "NZ", choose: { quietHours: ["20:00-09:00"] } }, now, "quietHours").value;
    const parts = complying.ask(
      { ...cal, in: "NZ", choose: { quietHours: ["00:00-09:00", "20:00-22:00", "21:30-24:00"] } },
      now,
      "quietHours",
    ).value;
    expect(parts).toEqual(once);
  });
});
