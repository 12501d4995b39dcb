import { subjectReader } from "../../src/profiles/subject.js";
import type { StoredValue } from "../../src/profiles/stored-value.js";
import { CATALOGUE, windows } from "./items.js";
import { maya } from "./people.js";
import { instant, profileOf } from "./profile-of.js";

const now = instant("2026-11-22T12:00:00Z");
const read = subjectReader(CATALOGUE);

test("Maya, 12, California, with all that is known about her", () => {
  expect(read(maya, now)).toEqual({
    subject: {
      // 12 at most on 2026-02-03, which Apple checked; her guardian's date says so too, and is not needed.
      born: { earliest: 20130204, latest: 20260203 },
      assurance: "VERIFIED",
      assuranceUntil: instant("2027-02-03T10:00:00Z"),
      residence: "US-CA",
      present: "JP",
      guardian: "LINKED",
      zone: "America/Los_Angeles",
      joined: 20260102,
      approvals: new Map([["dailyScreenTime", { value: 1_440, until: instant("2026-12-01T00:00:00Z") }]]),
      limits: new Map<string, unknown>([
        ["dailyScreenTime", 45],
        ["quietHours", windows("SUN-MON 20:00-07:00,12:00-13:00")],
      ]),
    },
    choices: new Map<string, unknown>([
      ["autoplay", 0],
      ["quietHours", windows("22:00-06:30")],
    ]),
  });
});

test.each([
  ["nobody has heard of", null],
  ["has a profile and nothing in it", profileOf("noah")],
])("of somebody who %s nothing is known", (_, profile) => {
  expect(read(profile, now)).toEqual({
    subject: {
      born: { earliest: null, latest: null },
      assurance: "UNKNOWN",
      assuranceUntil: null,
      residence: null,
      present: null,
      guardian: "NONE",
      zone: null,
      joined: null,
      approvals: new Map(),
      limits: new Map(),
    },
    choices: new Map(),
  });
});

test("what guardians said stays unheard when their link has ended", () => {
  const [link] = maya.guardians;
  if (!link) throw new TypeError("Maya has a guardian");
  const { subject } = read({ ...maya, guardians: [{ ...link, state: "REVOKED" }] }, now);
  expect(subject).toMatchObject({ guardian: "NONE", limits: new Map(), approvals: new Map() });
});

describe("choices", () => {
  test.each<[string, StoredValue, unknown]>([
    ["directMessages", "FRIENDS", 1],
    ["autoplay", "ON", 1],
    ["autoplay", false, 0],
    ["restrictedMode", true, 0],
    ["dailyScreenTime", 90, 90],
    ["dailyScreenTime", "90", 90],
    ["dailyScreenTime", "NO_LIMIT", 1_440],
    ["quietHours", "MON-FRI 21:00-07:00", windows("MON-FRI 21:00-07:00")],
    ["quietHours", [{ from: "21:00", until: "07:00" }], windows("21:00-07:00")],
    ["quietHours", [], windows("")],
    // What this catalogue does not know (any more) is as if it had not been chosen.
    ["directMessages", "FOLLOWERS", undefined],
    ["directMessages", 1, undefined],
    ["autoplay", "off", undefined],
    ["dailyScreenTime", 1.5, undefined],
    ["quietHours", "late", undefined],
    ["quietHours", [{ from: "21:00", until: "21:00" }], undefined],
    ["carrierPigeons", "NO_ONE", undefined],
    ["constructor", "NO_ONE", undefined],
    // Features are granted, never chosen.
    ["liveStreaming", "ALLOWED", undefined],
  ])("%s %j is %j", (item, stored, value) => {
    const { choices } = read(profileOf("maya", { choices: new Map([[item, stored]]) }), now);
    expect(choices).toEqual(new Map(value === undefined ? [] : [[item, value]]));
  });
});
