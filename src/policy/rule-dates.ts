import type { CalendarDate, Instant } from "./calendar.js";
import { EARLIEST_MIDNIGHT, LATEST_MIDNIGHT, birthday, dateOf, startOfDay } from "./calendar.js";
import type { MonthDay, PolicyDocuments, Rule } from "./rule.js";

/** The rules in force between two dates at which that changes: 1 for each that is, by its index. */
export interface InForce {
  readonly id: number;
  readonly rules: Uint8Array;
}

/** The dates at which the set of rules in force changes, and the sets between them. */
export interface RuleDates {
  /** Ascending; the first is the catalogue's `since`. */
  readonly dates: readonly CalendarDate[];
  /** The instants at which each of `dates` begins anywhere and everywhere, ascending. */
  readonly edges: readonly Instant[];
  /** The last date of a timeline: after it only seasons begin and end. */
  readonly lastOfTimelines: CalendarDate;
  /** The index of the last of `dates` that is not after a date; `since` for earlier ones. */
  epochOf(date: CalendarDate): number;
  /** The rules in force in any epoch from the first to the last, which may be the same (F2). */
  inForce(first: number, last: number): InForce;
}

/** The first year that is not answered for: seasons are dated up to it. */
export const LAST_YEAR = 2_100;

const LEAP_YEAR = 2_000;

/** Dates every change of every rule's status (R3, R4). */
export function readRuleDates(documents: PolicyDocuments): RuleDates {
  const { rules, catalogue } = documents;
  const timelineDates = rules.flatMap((rule) => rule.timeline.map((entry) => entry.from));
  const seasonDates = rules.flatMap((rule) => (rule.eachYear ? datesOfSeason(rule.eachYear, catalogue.since) : []));
  const later = [...new Set([...timelineDates, ...seasonDates])].filter((date) => date > catalogue.since);
  const sets = new Map<string, InForce>();
  const intern = (flags: Uint8Array): InForce => {
    const key = flags.join("");
    const set = sets.get(key) ?? { id: sets.size, rules: flags };
    sets.set(key, set);
    return set;
  };
  const listed = [catalogue.since, ...later.sort((a, b) => a - b)].map((date) => ({
    date,
    set: intern(Uint8Array.from(rules, (rule) => (isInForce(rule, date, documents) ? 1 : 0))),
  }));
  // A date on which the deployment's rules stay as they are, such as one of an enjoined rule, is no date of theirs.
  const changing = listed.filter((one, index) => one.set !== listed[index - 1]?.set);
  const dates = changing.map((one) => one.date);
  const at = (epoch: number): InForce => {
    const set = changing[epoch]?.set;
    if (!set) throw new RangeError("there is no such epoch");
    return set;
  };

  return {
    dates,
    edges: dates
      .flatMap((date) => [startOfDay(date, EARLIEST_MIDNIGHT), startOfDay(date, LATEST_MIDNIGHT)])
      .sort((a, b) => a - b),
    lastOfTimelines: timelineDates.reduce((last, date) => (date > last ? date : last), catalogue.since),
    epochOf: (date) => Math.max(0, lastNotAfter(dates, date)),
    inForce(first, last) {
      let set = at(first);
      for (let epoch = first + 1; epoch <= last; epoch += 1) {
        const next = at(epoch).rules;
        set = intern(set.rules.map((flag, rule) => flag | (next[rule] ?? 0)));
      }
      return set;
    },
  };
}

/** The index of the last of ascending numbers that is not greater than one; -1 when all are. */
export function lastNotAfter(ascending: readonly number[], one: number): number {
  let below = -1;
  let above = ascending.length;
  while (above - below > 1) {
    const middle = (below + above) >> 1;
    if ((ascending[middle] ?? Infinity) <= one) below = middle;
    else above = middle;
  }
  return below;
}

/** Whether a rule is in force on a local date, as this deployment reads court orders and unconfirmed facts (R3). */
export function isInForce(rule: Rule, date: CalendarDate, documents: PolicyDocuments): boolean {
  const status = rule.timeline.findLast((entry) => entry.from <= date)?.status ?? "ended";
  switch (status) {
    case "in force":
      return isInSeason(rule, date);
    case "enjoined":
      return documents.complyAnyway.has(rule.id) && isInSeason(rule, date);
    case "unconfirmed":
      return documents.takeAsConfirmed.has(rule.id) && isInSeason(rule, date);
    case "ended":
      return false;
    default:
      return status satisfies never;
  }
}

function isInSeason(rule: Rule, date: CalendarDate): boolean {
  if (!rule.eachYear) return true;
  const { from, until } = rule.eachYear;
  const day: MonthDay = date % 10_000;
  return from <= until ? from <= day && day < until : day >= from || day < until;
}

function datesOfSeason(season: { from: MonthDay; until: MonthDay }, since: CalendarDate): readonly CalendarDate[] {
  const firstYear = Math.floor(since / 10_000);
  const years = Array.from({ length: LAST_YEAR - firstYear }, (_, index) => firstYear + index);
  // An anniversary, so that a season that begins on 29 February begins on 1 March of a common year.
  return years.flatMap((year) =>
    [season.from, season.until].map((day) =>
      birthday(dateOf(LEAP_YEAR, Math.floor(day / 100), day % 100), year - LEAP_YEAR),
    ),
  );
}
