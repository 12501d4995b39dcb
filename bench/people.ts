import { readProfile } from "../src/profiles/profile-document.js";
import type { Profile } from "../src/profiles/profile.js";

const REGIONS = ["US-CA", "US-NY", "US-TX", "US", "DE", "FR", "BR", "GB", "IN", "AU", "JP", null];
const ZONES = ["America/Los_Angeles", "America/New_York", "Europe/Berlin", "America/Sao_Paulo", "Asia/Kolkata", null];
const METHODS = ["SELF_DECLARATION", "GUARDIAN_DECLARATION", "INFERENCE", "IDENTITY_DOCUMENT"];
const CHOICES = [
  {},
  {},
  { comments: "FRIENDS" },
  { accountVisibility: "PUBLIC", dailyScreenTime: 120 },
  { quietHours: "22:00-07:00", personalizedAds: "OFF" },
];
const RECORDED = new Date("2025-01-01T00:00:00Z");

/**
 * A crowd that is the same in every run: one quarter is 10 to 19 years old, three in ten have chosen something, one in
 * eight has a guardian. The numbers that pick are prime to each other, so that all of it mixes.
 */
export function crowd(size: number): readonly Profile[] {
  return Array.from({ length: size }, (_, index) => person(index));
}

function person(index: number): Profile {
  const age = index % 4 === 0 ? 10 + ((index / 4) % 10) : 18 + (index % 50);
  const region = REGIONS[index % REGIONS.length] ?? null;
  const profile = readProfile({
    _id: `person-${index}`,
    schemaVersion: 1,
    revision: 0,
    ages: [
      {
        born: `${2026 - age}-${digits(1 + (index % 12))}-${digits(1 + (index % 28))}`,
        method: METHODS[index % METHODS.length],
        issuer: null,
        recordedAt: RECORDED,
        expiresAt: null,
      },
    ],
    residence: region && { region, source: null, recordedAt: RECORDED },
    present: null,
    timeZone: ZONES[index % ZONES.length] ?? null,
    joined: "2025-01-01",
    guardians: index % 8 === 0 ? [guardian(index)] : [],
    approvals: [],
    choices: CHOICES[index % CHOICES.length],
  });
  if (profile instanceof Error) throw profile;
  return profile;
}

function guardian(index: number) {
  return {
    id: "link",
    guardian: `guardian-${index}`,
    state: "ACTIVE",
    invitedBy: "GUARDIAN",
    invitedAt: RECORDED,
    activeSince: RECORDED,
    expiresAt: null,
    endedAt: null,
    limits: { dailyScreenTime: { value: 90, setAt: RECORDED } },
  };
}

function digits(number: number): string {
  return String(number).padStart(2, "0");
}
