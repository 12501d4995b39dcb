import {
  addDays,
  latestBirth,
  parseDate,
  parseTimeZone,
  startOfDay,
  type CalendarDate,
  type Instant,
} from "../../src/policy/calendar.js";
import type { Item } from "../../src/policy/item.js";
import type { Policy } from "../../src/policy/policy.js";
import { parseRegion } from "../../src/policy/regions.js";
import type { AssuranceLevel, Subject } from "../../src/policy/subject.js";
import { formatValue } from "../../src/policy/value-text.js";

const UTC = parseTimeZone("UTC");

/** What is known of somebody besides an age and a place; left out: a verified age, and no guardian. */
interface Facts {
  readonly assurance?: AssuranceLevel;
  /** A linked guardian has approved this item fully. */
  readonly approved?: string;
}

/** Somebody of an age all through a day, in a place. */
export function somebody(policy: Policy, age: number, on: CalendarDate, region: string, facts: Facts = {}): Subject {
  const born = addDays(latestBirth(on, age), -30);
  const { approved } = facts;
  return {
    born: { earliest: born, latest: born },
    assurance: facts.assurance ?? "VERIFIED",
    assuranceUntil: null,
    residence: parseRegion(region),
    present: null,
    guardian: approved === undefined ? "NONE" : "LINKED",
    zone: UTC,
    joined: null,
    approvals: new Map(approved === undefined ? [] : [[itemOf(policy, approved).key, { value: null, until: null }]]),
    limits: new Map(),
  };
}

/** The day of a text; throws if it is none. */
export function day(text: string): CalendarDate {
  const date = parseDate(text);
  if (date === null) throw new Error(`no date: \`${text}\``);
  return date;
}

/** Noon in UTC. */
export function noon(date: CalendarDate): Instant {
  if (UTC === null) throw new Error("no UTC");
  return (startOfDay(date, UTC) + 12 * 60 * 60 * 1_000) as Instant;
}

/** What is answered to somebody: `value` or, for a setting whose loosest choice differs, `value up to cap`. */
export function inShort(
  policy: Policy,
  key: string,
  age: number,
  on: CalendarDate,
  region: string,
  facts: Facts = {},
): string {
  const item = itemOf(policy, key);
  const answer = policy.decide(somebody(policy, age, on, region, facts), new Map(), noon(on)).answers[item.index];
  if (!answer) throw new Error(`no answer: \`${key}\``);
  const [value, cap] = [formatValue(item, answer.value), formatValue(item, answer.cap)];
  return value === cap ? value : `${value} up to ${cap}`;
}

function itemOf(policy: Policy, key: string): Item {
  const found = policy.catalogue.items.find((known) => known.key === key);
  if (!found) throw new Error(`no item: \`${key}\``);
  return found;
}
