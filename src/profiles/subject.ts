import type { Instant } from "../policy/calendar.js";
import { UNKNOWN_BIRTH } from "../policy/birth-interval.js";
import type { ItemKey, Value } from "../policy/item.js";
import type { Catalogue } from "../policy/rule.js";
import type { Choices, Subject } from "../policy/subject.js";
import { believedAge } from "./believed-age.js";
import { guardianApprovals, guardianLimits, guardianStatus, type ItemsByKey } from "./guardian-decisions.js";
import type { Profile } from "./profile.js";
import { readStoredValue } from "./stored-value.js";

/** A person as the rules read them. */
export interface PersonInRules {
  readonly subject: Subject;
  readonly choices: Choices;
}

const NO_CHOICES: Choices = new Map();

const STRANGER: PersonInRules = {
  subject: {
    born: UNKNOWN_BIRTH,
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
  choices: NO_CHOICES,
};

/**
 * Makes the function that reads profiles with a catalogue. It takes a profile, or null for somebody of whom nothing is known, and an instant.
 * Choices that the catalogue does not know are left out, so that the default holds.
 */
export function subjectReader({ items }: Catalogue): (profile: Profile | null, at: Instant) => PersonInRules {
  const byKey: ItemsByKey = new Map(items.map((item) => [item.key, item]));
  return (profile, at) => (profile ? inRules(profile, byKey, at) : STRANGER);
}

function inRules(profile: Profile, items: ItemsByKey, at: Instant): PersonInRules {
  const { ages, residence, present, guardians, approvals, timeZone, joined, choices } = profile;
  const age = believedAge(ages, at);
  return {
    subject: {
      born: age.born,
      assurance: age.level,
      assuranceUntil: age.until,
      residence: residence?.region ?? null,
      present: present?.region ?? null,
      guardian: guardianStatus(guardians, at),
      zone: timeZone,
      joined,
      approvals: guardianApprovals(guardians, approvals, items),
      limits: guardianLimits(guardians, items),
    },
    choices: choices.size === 0 ? NO_CHOICES : readChoices(profile, items),
  };
}

function readChoices({ choices }: Profile, items: ItemsByKey): Choices {
  const read = new Map<ItemKey, Value>();
  for (const [key, stored] of choices) {
    const item = items.get(key);
    const value = item?.kind === "setting" ? readStoredValue(item, stored) : null;
    if (item && value !== null) read.set(item.key, value);
  }
  return read;
}
