import { birthIntervalOfDate } from "../../src/policy/birth-interval.js";
import { parseTimeZone } from "../../src/policy/calendar.js";
import { parseRegion } from "../../src/policy/regions.js";
import { writeProfile } from "../../src/profiles/profile-document.js";
import type { Profile } from "../../src/profiles/profile.js";
import { MemoryProfileStore } from "../../src/profiles/memory-profile-store.js";
import { day, idOf, instant, known, profileOf } from "../profiles/profile-of.js";

/** The instant of every test here. */
export const NOW = instant("2026-11-22T20:00:00Z");

const LINKED = instant("2026-01-03T10:00:00Z");

/** Maya, 12, California. Dana guards her and limits her; Lee guards her too; Kit's link has ended. She has asked to watch longer. */
export const maya: Profile = personOf("maya", "2014-03-09", "US-CA", "America/Los_Angeles", {
  guardians: [
    linkOf("link-dana", "dana", "ACTIVE", { dailyScreenTime: 45 }),
    linkOf("link-lee", "lee", "ACTIVE", { dailyScreenTime: 50 }),
    linkOf("link-kit", "kit", "REVOKED", { autoplay: "OFF" }),
  ],
  approvals: [
    {
      id: "more-time",
      item: "dailyScreenTime",
      value: 90,
      state: "PENDING",
      guardian: null,
      requestedAt: instant("2026-11-20T10:00:00Z"),
      decidedAt: null,
      endsAt: instant("2026-12-20T10:00:00Z"),
    },
  ],
  choices: new Map([["dailyScreenTime", 120]]),
});

/** Noah, 15, Germany: two months before his 16th birthday. Nobody guards him; his own quiet hours cross midnight. */
export const noah: Profile = personOf("noah", "2011-01-20", "DE", "Europe/Berlin", {
  choices: new Map([["quietHours", "22:00-06:30"]]),
});

/** Ava, 34, Brazil, proved: nothing about her changes by itself. */
export const ava: Profile = {
  ...personOf("ava", "1992-05-05", "BR", "America/Sao_Paulo"),
  ages: [
    {
      born: { stated: "1992-05-05", interval: birthIntervalOfDate(day("1992-05-05")) },
      method: "IDENTITY_DOCUMENT",
      issuer: "accounts",
      recordedAt: instant("2026-01-02T10:00:00Z"),
      expiresAt: null,
    },
  ],
};

/** Of Mila something is stored that nobody can read. */
export const MILA = { _id: "mila", schemaVersion: 1, shoeSize: 36 };

/** A store that holds them. */
export function storeOfPeople(): MemoryProfileStore {
  const documents = new Map<ReturnType<typeof idOf>, unknown>(
    [maya, noah, ava].map((who) => [who.id, writeProfile(who)]),
  );
  return new MemoryProfileStore(documents.set(idOf("mila"), MILA));
}

function personOf(name: string, born: string, region: string, zone: string, rest: Partial<Profile> = {}): Profile {
  return profileOf(name, {
    ages: [
      {
        born: { stated: born, interval: birthIntervalOfDate(day(born)) },
        method: "GUARDIAN_DECLARATION",
        issuer: "accounts",
        recordedAt: instant("2026-01-02T10:00:00Z"),
        expiresAt: null,
      },
    ],
    residence: { region: known(parseRegion(region), region), source: null, recordedAt: LINKED },
    timeZone: known(parseTimeZone(zone), zone),
    joined: day("2026-01-02"),
    ...rest,
  });
}

function linkOf(
  id: string,
  guardian: string,
  state: "ACTIVE" | "REVOKED",
  limits: Readonly<Record<string, string | number>>,
): Profile["guardians"][number] {
  const setAt = instant("2026-01-04T10:00:00Z");
  return {
    id,
    guardian: idOf(guardian),
    state,
    invitedBy: "GUARDIAN",
    invitedAt: instant("2026-01-02T10:00:00Z"),
    activeSince: LINKED,
    expiresAt: null,
    endedAt: state === "REVOKED" ? instant("2026-06-01T10:00:00Z") : null,
    limits: new Map(Object.entries(limits).map(([key, value]) => [key, { value, setAt }])),
  };
}
