import { parseDate, parseInstant, type CalendarDate, type Instant } from "../../src/policy/calendar.js";
import type { Profile } from "../../src/profiles/profile.js";
import { parseUserId, type UserId } from "../../src/profiles/user-id.js";

/** A profile of somebody of whom only `known` is known. */
export function profileOf(name: string, known: Partial<Profile> = {}): Profile {
  return {
    id: idOf(name),
    revision: 0,
    ages: [],
    residence: null,
    present: null,
    timeZone: null,
    joined: null,
    guardians: [],
    approvals: [],
    choices: new Map(),
    ...known,
  };
}

export function idOf(name: string): UserId {
  return known(parseUserId(name), name);
}

export function day(text: string): CalendarDate {
  return known(parseDate(text), text);
}

export function instant(text: string): Instant {
  return known(parseInstant(text), text);
}

export function known<Parsed>(parsed: Parsed | null | undefined, text: string): Parsed {
  if (parsed === null || parsed === undefined) throw new TypeError(`cannot read ${text}`);
  return parsed;
}
