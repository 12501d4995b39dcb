import { birthIntervalOfBounds, birthIntervalOfDate } from "../../src/policy/birth-interval.js";
import { parseTimeZone } from "../../src/policy/calendar.js";
import { parseRegion } from "../../src/policy/regions.js";
import type { Profile } from "../../src/profiles/profile.js";
import { day, idOf, instant, known, profileOf } from "./profile-of.js";

/** Maya, 12, California: everything that a profile can hold. */
export const maya: Profile = profileOf("maya", {
  ages: [
    {
      born: { stated: "2014-03-09", interval: birthIntervalOfDate(day("2014-03-09")) },
      method: "GUARDIAN_DECLARATION",
      issuer: "accounts",
      recordedAt: instant("2026-01-02T10:00:00Z"),
      expiresAt: null,
    },
    {
      born: {
        stated: { atLeast: null, atMost: 12, observedOn: day("2026-02-03") },
        interval: birthIntervalOfBounds(null, 12, day("2026-02-03")),
      },
      method: "APPLE_CHECKED",
      issuer: null,
      recordedAt: instant("2026-02-03T10:00:00.123Z"),
      expiresAt: instant("2027-02-03T10:00:00Z"),
    },
  ],
  residence: {
    region: known(parseRegion("US-CA"), "US-CA"),
    source: "sign-up",
    recordedAt: instant("2026-01-02T10:00:00Z"),
  },
  present: { region: known(parseRegion("JP"), "JP"), source: null, recordedAt: instant("2026-07-08T10:00:00Z") },
  timeZone: known(parseTimeZone("America/Los_Angeles"), "zone"),
  joined: day("2026-01-02"),
  guardians: [
    {
      id: "link-1",
      guardian: idOf("dana"),
      state: "ACTIVE",
      invitedBy: "GUARDIAN",
      invitedAt: instant("2026-01-02T10:00:00Z"),
      activeSince: instant("2026-01-03T10:00:00Z"),
      expiresAt: null,
      endedAt: null,
      limits: new Map([
        ["dailyScreenTime", { value: 45, setAt: instant("2026-01-04T10:00:00Z") }],
        [
          "quietHours",
          {
            value: [
              { from: "20:00", until: "07:00", days: ["SUN", "MON"] },
              { from: "12:00", until: "13:00" },
            ],
            setAt: instant("2026-01-04T10:00:00Z"),
          },
        ],
      ]),
    },
  ],
  approvals: [
    {
      id: "approval-1",
      item: "dailyScreenTime",
      value: "NO_LIMIT",
      state: "APPROVED",
      guardian: idOf("dana"),
      requestedAt: instant("2026-05-01T10:00:00Z"),
      decidedAt: instant("2026-05-02T10:00:00Z"),
      endsAt: instant("2026-12-01T00:00:00Z"),
    },
    {
      id: "approval-2",
      item: "liveStreaming",
      value: null,
      state: "PENDING",
      guardian: null,
      requestedAt: instant("2026-06-01T10:00:00Z"),
      decidedAt: null,
      endsAt: null,
    },
  ],
  choices: new Map<string, string | boolean>([
    ["accountVisibility", "PUBLIC"],
    ["autoplay", false],
    ["quietHours", "22:00-06:30"],
  ]),
});
