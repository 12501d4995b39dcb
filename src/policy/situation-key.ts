import type { CalendarDate, Instant } from "./calendar.js";
import { birthday, dateAt, EARLIEST_MIDNIGHT, LATEST_MIDNIGHT, startOfDay } from "./calendar.js";
import { lastNotAfter } from "./rule-dates.js";
import type { Subject } from "./subject.js";
import type { Table } from "./table.js";
import { clocksOf, joinedOn, stateAt, stateOn } from "./timeline.js";

/**
 * A text that is the same for two people only when one situation fits both: the rules read the same about them now,
 * and what will change by itself comes in the same order. It holds the order of their own days among the dates of the
 * rules, but no day of theirs.
 */
export function situationKey(table: Table, subject: Subject, at: Instant): string {
  const now = stateAt(table, subject, at, null);
  const clocks = clocksOf(subject);
  const { earliest, latest } = subject.born;
  const joined = joinedState(table, subject);
  const facts = [
    table.dates.epochOf(dateAt(at, clocks.last)),
    table.dates.epochOf(dateAt(at, clocks.first)),
    now.youngest,
    now.oldest,
    earliest !== latest ? "between" : earliest === null ? "unknown" : "exact",
    now.assurance,
    subject.guardian === "LINKED" ? "linked" : "alone",
    table.places.keyOf(subject.residence),
    subject.present === null ? "home" : table.places.of(subject.present).id,
    subject.zone === null ? "anywhere" : "somewhere",
    joined ? `${joined.epochs}-${joined.youngest}-${joined.oldest}` : "new",
  ];
  return facts.join(".") + orderOf(table, subject, at, joined ?? now);
}

interface Joined {
  readonly epochs: string;
  readonly youngest: number;
  readonly oldest: number;
}

function joinedState(table: Table, subject: Subject): Joined | null {
  if (subject.joined === null) return null;
  const first = joinedOn(table, subject.joined);
  // What the last clock shows when the day begins on the first: 22:00, two days before.
  const last = subject.zone === null ? dateAt(startOfDay(first, EARLIEST_MIDNIGHT), LATEST_MIDNIGHT) : first;
  const { youngest, oldest } = stateOn(table, subject, last, first);
  return { epochs: `${table.dates.epochOf(last)}-${table.dates.epochOf(first)}`, youngest, oldest };
}

interface OwnMoment {
  readonly name: string;
  /** Its place on the scale of `ticksOf`. */
  readonly tick: number;
}

/** The person's own moments in order, each with its place among the dates of the rules: on one (even) or between two (odd). */
function orderOf(table: Table, subject: Subject, at: Instant, since: { youngest: number; oldest: number }): string {
  const ticks = subject.zone === null ? table.dates.edges : table.dates.dates;
  const moments = [...birthdaysSince(table, subject, since), ...endsAfter(subject, at)].sort((a, b) => a.tick - b.tick);
  return moments
    .map(({ name, tick }, index) => {
      const before = lastNotAfter(ticks, tick);
      const place = before * 2 + (ticks[before] === tick ? 0 : 1);
      return `${moments[index - 1]?.tick === tick ? "=" : ","}${name}@${place}`;
    })
    .join("");
}

function birthdaysSince(
  table: Table,
  subject: Subject,
  since: { readonly youngest: number; readonly oldest: number },
): readonly OwnMoment[] {
  const { earliest, latest } = subject.born;
  const tickOf = (born: CalendarDate, age: number): number =>
    subject.zone === null ? startOfDay(birthday(born, age), clocksOf(subject).last) : birthday(born, age);
  const moments: OwnMoment[] = [];
  table.cells.thresholds.forEach((age, index) => {
    if (latest !== null && index >= since.youngest) moments.push({ name: `y${age}`, tick: tickOf(latest, age) });
    if (earliest === null || earliest === latest || index < since.oldest) return;
    moments.push({ name: `o${age}`, tick: tickOf(earliest, age) });
  });
  return moments;
}

function endsAfter(subject: Subject, at: Instant): readonly OwnMoment[] {
  const ends = [...subject.approvals].map(([item, approval]) => ({ name: `approval of ${item}`, end: approval.until }));
  return [...ends, { name: "assurance", end: subject.assuranceUntil }].flatMap(({ name, end }) =>
    end === null || end <= at ? [] : [{ name, tick: tickOfInstant(subject, end) }],
  );
}

// More milliseconds than any day has: an instant within a day lies between that date and the next.
const MILLISECONDS_OF_A_LONG_DAY = 200_000_000;

function tickOfInstant(subject: Subject, at: Instant): number {
  if (subject.zone === null) return at;
  const date = dateAt(at, subject.zone);
  return date + (at - startOfDay(date, subject.zone)) / MILLISECONDS_OF_A_LONG_DAY;
}
