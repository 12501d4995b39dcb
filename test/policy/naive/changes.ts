import { formatDate } from "../../../src/policy/calendar.js";
import type { PolicyDocuments, Rule } from "../../../src/policy/rule.js";
import { birthday, daysAt, exists, startOf, type Day, type Days } from "./clock.js";
import type { Person } from "./person.js";
import { inForce, thresholdsOf } from "./rules.js";

/** A moment in a person's life: the local dates then, and the rules in force on any of them. */
export interface Change {
  readonly at: number;
  readonly days: Days;
  readonly inForce: readonly Rule[];
}

/** The moment of an instant. */
export function momentAt(documents: PolicyDocuments, person: Person, at: number): Change {
  const days = daysAt(at, person.zone);
  return { at, days, inForce: documents.rules.filter((rule) => days.all.some((day) => inForce(documents, rule, day))) };
}

/** No instant from 2100 on is ever asked about (T9). */
const END: Day = "2100-01-01";

/**
 * T1: the critical instants from the person's joining until a year after everything that happens once has happened;
 * from then on only the seasons come round again. `now` is where the search for ways out starts.
 */
export function criticalInstants(documents: PolicyDocuments, person: Person, now: number): readonly Change[] {
  const today = daysAt(now, person.zone).youngest;
  const birthdays = [person.earliest, person.latest].flatMap((born) =>
    born === null ? [] : thresholdsOf(documents).map((age) => birthday(born, age)),
  );
  const dates = documents.rules.flatMap((rule) => rule.timeline.map(({ from }) => formatDate(from)));
  const first = Number([today, person.joined ?? today].sort()[0]?.slice(0, 4)) - 1;
  const last =
    Number(
      [today, ...birthdays, ...dates]
        .filter((day) => day < END)
        .sort()
        .at(-1)
        ?.slice(0, 4),
    ) + 2;
  const seasons = documents.rules.flatMap(({ eachYear }) => (eachYear ? [eachYear.from, eachYear.until] : []));
  const seasonDays = yearsBetween(first, last).flatMap((year) =>
    [...new Set(seasons)].map((monthDay) => dayOf(year, monthDay)),
  );

  const ruleClocks = person.zone === null ? ["-12:00", "+14:00"] : [person.zone];
  const ageClock = person.zone ?? "-12:00";
  const personal = new Set([
    ...birthdays.filter((day) => day >= "1970-01-01" && day < END).map((day) => startOf(day, ageClock)),
    ...[...person.approvals.values()].flatMap(({ until }) => until ?? []),
    ...(person.levelUntil === null ? [] : [person.levelUntil]),
  ]);
  const general = [...dates, ...seasonDays]
    .filter((day) => day < END)
    .flatMap((day) => ruleClocks.map((clock) => startOf(day, clock)));
  const end = startOf(END, "+14:00");
  const moments = [...new Set([...personal, ...general])]
    .filter((at) => at < end)
    .sort((a, b) => a - b)
    .map((at) => momentAt(documents, person, at));
  // A date of a rule that stays off, such as a season of an enjoined one, changes nothing.
  return moments.filter(({ at, inForce: rules }, i) => personal.has(at) || !same(rules, moments[i - 1]?.inForce ?? []));
}

function same(a: readonly Rule[], b: readonly Rule[]): boolean {
  return a.length === b.length && a.every((rule, i) => rule === b[i]);
}

function yearsBetween(first: number, last: number): readonly number[] {
  return Array.from({ length: last - first + 1 }, (_, i) => first + i);
}

function dayOf(year: number, monthDay: number): Day {
  const text = String(monthDay).padStart(4, "0");
  const day = `${year}-${text.slice(0, 2)}-${text.slice(2)}`;
  return exists(day) ? day : `${year}-03-01`;
}
