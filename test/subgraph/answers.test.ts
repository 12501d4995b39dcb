import type { Profile } from "../../src/profiles/profile.js";
import { idOf, instant, profileOf } from "../profiles/profile-of.js";
import { ava, maya, noah } from "../server/people.js";
import { wholeSelection } from "../server/whole-selection.js";
import { NO_LIMIT } from "../../src/policy/item.js";
import { ALL_KNOWING, ask, aboutUser, askAbout, person, schema } from "./ask.js";

const choosing = (of: Profile, choices: Readonly<Record<string, string | number | boolean>>): Profile => ({
  ...of,
  choices: new Map(Object.entries(choices)),
});

describe("settings by kind", () => {
  test("a choice: Ava keeps comments to friends", async () => {
    const { safetySettings } = await askAbout(
      choosing(ava, { comments: "FRIENDS" }),
      "safetySettings { comments { key control value preferred default allowed locked preferenceOnHold decidedBy options { value selected preferred isDefault allowed unlocks { reaches } } } }",
    );
    const option = (value: string, isChosen: boolean, isDefault: boolean) => ({
      value,
      selected: isChosen,
      preferred: isChosen,
      isDefault,
      allowed: true,
      unlocks: [],
    });
    expect(safetySettings?.comments).toEqual({
      key: "comments",
      control: "CHOICE",
      value: "FRIENDS",
      preferred: "FRIENDS",
      default: "EVERYONE",
      allowed: ["NO_ONE", "FRIENDS", "EVERYONE"],
      locked: false,
      preferenceOnHold: false,
      decidedBy: "USER",
      options: [option("NO_ONE", false, false), option("FRIENDS", true, false), option("EVERYONE", false, true)],
    });
  });

  test("a choice beyond the cap is kept: Noah wants messages from everyone", async () => {
    const { safetySettings } = await askAbout(
      choosing(noah, { directMessages: "EVERYONE" }),
      "safetySettings { directMessages { value preferred allowed locked preferenceOnHold options { value selected preferred allowed } } }",
    );
    expect(safetySettings?.directMessages).toEqual({
      value: "NO_ONE",
      preferred: "EVERYONE",
      allowed: ["NO_ONE"],
      locked: true,
      preferenceOnHold: true,
      options: [
        { value: "NO_ONE", selected: true, preferred: false, allowed: true },
        { value: "FRIENDS", selected: false, preferred: false, allowed: false },
        { value: "EVERYONE", selected: false, preferred: true, allowed: false },
      ],
    });
  });

  test("a switch: Ava turns autoplay off", async () => {
    const { safetySettings } = await askAbout(
      choosing(ava, { autoplay: "OFF" }),
      "safetySettings { autoplay { control on preferred default allowed options { value allowed } } videoDownloads { on preferred } }",
    );
    expect(safetySettings?.autoplay).toEqual({
      control: "SWITCH",
      on: false,
      preferred: false,
      default: true,
      allowed: [false, true],
      options: [
        { value: "OFF", allowed: true },
        { value: "ON", allowed: true },
      ],
    });
    expect(safetySettings?.videoDownloads).toEqual({ on: true, preferred: null });
  });

  test("minutes: Dana limits Maya to 45, and no limit is 1440", async () => {
    const selection =
      "safetySettings { dailyScreenTime { control minutes unlimited preferred default maximum preferenceOnHold options { value selected allowed } } }";
    const limited = (await askAbout(maya, selection)).safetySettings?.dailyScreenTime;
    expect(limited).toMatchObject({
      control: "MINUTES",
      minutes: 45,
      unlimited: false,
      preferred: 120,
      maximum: 45,
      preferenceOnHold: true,
    });
    expect(limited?.options.filter(({ allowed }) => allowed).map(({ value }) => value)).toEqual(["15", "30", "45"]);
    expect(limited?.options.find(({ selected }) => selected)?.value).toBe("45");

    const open = (await askAbout(ava, selection)).safetySettings?.dailyScreenTime;
    expect(open).toMatchObject({ minutes: NO_LIMIT, unlimited: true, preferred: null, maximum: NO_LIMIT });
    expect(open?.options.at(-1)).toMatchObject({ value: "1440", selected: true });
  });

  test("windows: Noah's own hours stand beside the platform's, no minute in both", async () => {
    const { safetySettings } = await askAbout(
      choosing(noah, { quietHours: "21:00-22:30,MON-FRI 12:00-13:00" }),
      "safetySettings { quietHours { control options { value } windows { from until days decidedBy } preferred { from until decidedBy } default { from until decidedBy } quietNow quietChangesAt timeZone preferenceOnHold } }",
    );
    const everyDay = ["MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY", "SUNDAY"];
    expect(safetySettings?.quietHours).toMatchObject({
      control: "DAILY_WINDOWS",
      options: [],
      timeZone: "Europe/Berlin",
    });
    const { windows = [], preferred } = safetySettings?.quietHours ?? {};
    expect(windows[0]).toEqual({ from: "21:00", until: "08:00", days: everyDay, decidedBy: "PLATFORM" });
    expect(windows.slice(1)).toEqual([
      { from: "12:00", until: "13:00", days: everyDay.slice(0, 5), decidedBy: "USER" },
    ]);
    expect(preferred).toEqual([
      { from: "12:00", until: "13:00", decidedBy: "USER" },
      { from: "21:00", until: "22:30", decidedBy: "USER" },
    ]);
  });
});

describe("how long answers hold", () => {
  const page =
    "safetySettings { validUntil quietHours { validUntil scheduleValidUntil quietChangesAt quietNow } directMessages { validUntil } } featureAccess { validUntil liveStreaming { validUntil availableFrom } }";

  test("a page holds until its first answer changes, window edges apart", async () => {
    const { safetySettings, featureAccess } = await askAbout(noah, page);
    // Noah turns 16 on 20 January, in Berlin.
    expect(safetySettings?.validUntil).toBe("2027-01-19T23:00:00.000Z");
    expect(safetySettings?.directMessages.validUntil).toBe("2027-01-19T23:00:00.000Z");
    // LIVE stays closed, but one rule fewer stands in the way.
    expect(featureAccess?.liveStreaming).toEqual({
      validUntil: "2027-01-19T23:00:00.000Z",
      availableFrom: "2029-01-20",
    });
  });

  test("quiet hours hold until their next edge, their schedule for longer", async () => {
    const { safetySettings } = await askAbout(noah, page, { now: instant("2026-11-22T21:30:00Z") });
    expect(safetySettings?.quietHours).toMatchObject({
      quietNow: true,
      quietChangesAt: "2026-11-23T07:00:00.000Z",
      validUntil: "2026-11-23T07:00:00.000Z",
    });
    expect(Date.parse(String(safetySettings?.quietHours.scheduleValidUntil))).toBeGreaterThan(
      Date.parse("2026-11-24T00:00:00Z"),
    );
  });

  test("nothing about Ava changes by itself", async () => {
    const { safetySettings, featureAccess } = await askAbout(ava, page);
    expect(safetySettings).toMatchObject({
      validUntil: null,
      quietHours: { validUntil: null, quietChangesAt: null, quietNow: false },
    });
    expect(featureAccess?.validUntil).toBeNull();
  });

  test("a request that lapses ends the answer that speaks of it", async () => {
    const selection = "safetySettings { validUntil dailyScreenTime { validUntil approval { id state endsAt } } }";
    const { safetySettings } = await askAbout(maya, selection);
    expect(safetySettings).toEqual({
      validUntil: "2026-12-20T10:00:00.000Z",
      dailyScreenTime: {
        validUntil: "2026-12-20T10:00:00.000Z",
        approval: { id: "safety-approval/more-time/maya", state: "PENDING", endsAt: "2026-12-20T10:00:00.000Z" },
      },
    });
    const lapsed = await askAbout(maya, selection, { now: instant("2026-12-20T10:00:00Z") });
    expect(lapsed.safetySettings?.dailyScreenTime.approval).toBeNull();
  });
});

describe("approvals", () => {
  const request = (parts: Partial<Profile["approvals"][number]>): Profile => ({
    ...maya,
    guardians: maya.guardians.map((link) => ({ ...link, limits: new Map() })),
    choices: new Map(),
    approvals: [
      {
        id: "a1",
        item: "dailyScreenTime",
        value: 90,
        state: "PENDING",
        guardian: null,
        requestedAt: instant("2026-11-20T10:00:00Z"),
        decidedAt: null,
        endsAt: null,
        ...parts,
      },
    ],
  });
  const selection =
    "safetySettings { dailyScreenTime { maximum reason { code text } approval { state value ward { id } decidedBy { id } item { key kind } } } }";
  const about = async (profile: Profile) => (await askAbout(profile, selection)).safetySettings?.dailyScreenTime;

  test("a pending request is worded as waiting", async () => {
    const bare = await about({ ...request({}), approvals: [] });
    expect(bare?.reason.code).toBe("GUARDIAN_APPROVAL_NEEDED");
    const waiting = await about(request({}));
    expect(waiting?.reason.code).toBe("GUARDIAN_APPROVAL_PENDING");
    expect(waiting?.reason.text).not.toBe(bare?.reason.text);
    expect(waiting?.approval).toEqual({
      state: "PENDING",
      value: "90",
      ward: { id: "maya" },
      decidedBy: null,
      item: { key: "dailyScreenTime", kind: "SETTING" },
    });
  });

  const decided = { guardian: idOf("dana"), decidedAt: instant("2026-11-21T10:00:00Z") } as const;
  test.each([
    ["an approval in force", { ...decided, state: "APPROVED" }, "APPROVED"],
    ["an approval of a guardian who is linked no more", { ...decided, guardian: idOf("kit"), state: "APPROVED" }, null],
    ["an approval that has ended", { ...decided, state: "APPROVED", endsAt: instant("2026-11-22T19:00:00Z") }, null],
    ["a no", { ...decided, state: "DECLINED" }, null],
    ["a request taken back", { state: "WITHDRAWN", decidedAt: instant("2026-11-21T10:00:00Z") }, null],
  ] as const)("%s", async (_what, parts, state) => {
    expect((await about(request(parts)))?.approval?.state ?? null).toBe(state);
  });

  test("an approval widens what may be chosen", async () => {
    const before = (await about(request({})))?.maximum ?? 0;
    const after = (await about(request({ ...decided, state: "APPROVED" })))?.maximum ?? 0;
    expect(after).toBeGreaterThan(before);
  });
});

describe("ids", () => {
  const user = schema.getType("User");
  const preview = schema.getType("SafetyPreview");
  if (!user || !preview) throw new Error("the contract has no User");
  const all = `${wholeSelection(schema, user).slice(1, -1)} safetyPreview(at: "2027-06-01T00:00:00Z") ${wholeSelection(schema, preview, ["User"])}`;

  test("are unique over people, items and instants: the same id is the same object", async () => {
    const seen = new Map<string, string>();
    for (const profile of [maya, noah, ava, profileOf("nobody")]) {
      collect(await askAbout(profile, all), seen);
    }
    expect(seen.size).toBeGreaterThan(300);
  });

  test("a person whose name looks like a part of an id shares none with another", async () => {
    const seen = new Map<string, string>();
    for (const name of ["maya", "now/maya", "directMessages/now/maya", "maya/now"]) {
      collect(
        await askAbout(
          profileOf(name),
          "id safetySettings { id directMessages { id __typename reason { id __typename } } __typename } __typename",
        ),
        seen,
      );
    }
    expect(seen.size).toBe(16);
  });

  /** Remembers the identity of every object; two different objects with one id fail. */
  function collect(value: unknown, seen: Map<string, string>): void {
    if (typeof value !== "object" || value === null) return;
    if ("id" in value && "__typename" in value) {
      const [id, typename] = [String(value.id), String(value.__typename)];
      expect([id, seen.get(id) ?? typename]).toEqual([id, typename]);
      seen.set(id, typename);
    }
    for (const inner of Object.values(value)) collect(inner, seen);
  }
});

describe("previews", () => {
  const later = (at: string) =>
    `featureAccess { id liveStreaming { id access } } safetyPreview(at: "${at}") { id at settings { id directMessages { id allowed } } features { id liveStreaming { id access } } }`;

  test("Noah at 18 may go LIVE; today's facts, that day's rules, ids of its own", async () => {
    const { featureAccess, safetyPreview } = await askAbout(noah, later("2029-01-20T12:00:00Z"));
    expect(featureAccess?.liveStreaming.access).toBe("DENIED");
    expect(safetyPreview).toEqual({
      id: "safety-preview/2029-01-20T12:00:00.000Z/noah",
      at: "2029-01-20T12:00:00.000Z",
      settings: {
        id: "safety-settings/2029-01-20T12:00:00.000Z/noah",
        directMessages: {
          id: "safety-answer/directMessages/2029-01-20T12:00:00.000Z/noah",
          allowed: ["NO_ONE", "FRIENDS", "EVERYONE"],
        },
      },
      features: {
        id: "safety-features/2029-01-20T12:00:00.000Z/noah",
        liveStreaming: { id: "safety-answer/liveStreaming/2029-01-20T12:00:00.000Z/noah", access: "ALLOWED" },
      },
    });
  });

  test.each([
    ["ten years ahead", "2036-11-22T20:00:00Z", []],
    ["an hour more", "2036-11-24T21:00:00Z", ["ask for an instant at most ten years from now"]],
    ["the first instant that the rules cover", "2019-03-01T12:00:00Z", []],
    ["the one before", "2019-03-01T11:59:59.999Z", ["no rules are recorded for that instant: ask for another"]],
  ])("%s", async (_what, at, problems) => {
    const { errors = [] } = await ask([noah], aboutUser("noah", `safetyPreview(at: "${at}") { id }`));
    expect(errors.map(({ message }) => message)).toEqual(problems);
  });
});

describe("features", () => {
  test("a limited feature says what holds, and is not allowed", async () => {
    const { featureAccess } = await askAbout(maya, "featureAccess { account { access allowed limits { code text } } }");
    expect(featureAccess?.account).toMatchObject({
      access: "LIMITED",
      allowed: false,
      limits: [{ code: "curatedVideosOnly" }],
    });
    expect(featureAccess?.account.limits[0]?.text).toMatch(/\w+ \w+/);
  });

  test("can be asked for by key, in any order", async () => {
    const { featureAccess } = await askAbout(
      ava,
      'featureAccess { all(keys: ["sendGifts", "account", "sendGifts"]) { key } }',
    );
    expect(featureAccess?.all.map(({ key }) => key)).toEqual(["sendGifts", "account", "sendGifts"]);
  });

  test.each(["flying", "directMessages", "__proto__"])("`%s` is not the key of one", async (key) => {
    const { errors = [] } = await ask([ava], aboutUser("ava", `featureAccess { all(keys: ["${key}"]) { key } }`));
    expect(errors.map(({ message, extensions }) => [message, extensions["code"]])).toEqual([
      [`\`${key}\` is not the key of a feature`, "BAD_USER_INPUT"],
    ]);
  });
});

describe("words", () => {
  const text =
    "safetySettings { dailyScreenTime { reason { teen: text(reader: TEEN) guardian: text(reader: GUARDIAN) own: text } } }";
  const reasonFor = async (viewer = ALL_KNOWING) =>
    (await askAbout(maya, text, { viewer })).safetySettings?.dailyScreenTime.reason as unknown as {
      teen: string;
      guardian: string;
      own: string;
    };

  test("are for the person, unless a guardian asks", async () => {
    for (const viewer of [person("maya"), ALL_KNOWING]) {
      const { own, teen } = await reasonFor(viewer);
      expect(own).toBe(teen);
    }
    const { own, guardian, teen } = await reasonFor(person("dana"));
    expect(own).toBe(guardian);
    expect(guardian).not.toBe(teen);
  });

  test("an unknown language falls back to English", async () => {
    const label = async (locale: string) =>
      (await askAbout(ava, `safetySettings { comments { label(locale: "${locale}") } }`)).safetySettings?.comments
        .label;
    const english = await label("en");
    for (const locale of ["xx", "en-GB", "", "ptx-", "x".repeat(1_000)]) expect(await label(locale)).toBe(english);
  });
});
