import type { Moment } from "./answer.js";
import type { CalendarDate, Instant, TimeZone } from "./calendar.js";
import { EARLIEST_MIDNIGHT, LATEST_MIDNIGHT, addDays, ageOn, birthday, dateAt, startOfDay } from "./calendar.js";
import type { InForce } from "./rule-dates.js";
import type { Subject } from "./subject.js";
import { ASSURANCE_LEVELS } from "./subject.js";
import type { Table } from "./table.js";

/** What the conditions read at one instant, but for place and guardian, which do not change by themselves. */
export interface State {
  /** What makes it begin; null: the instant that was asked about. */
  readonly moment: Moment | null;
  readonly inForce: InForce;
  /** Thresholds reached by the youngest and the oldest reading of the age. */
  readonly youngest: number;
  readonly oldest: number;
  /** Rank of the assurance level. */
  readonly assurance: number;
}

/** How a life goes on if nobody acts: the state now, and one for each critical instant after (T1). */
export interface Timeline {
  readonly states: readonly State[];
  /** When each of the states begins. */
  readonly instants: readonly Instant[];
  /** The states from the day the person joined until now; empty when nothing can have been kept from then (V2). */
  readonly past: readonly State[];
}

interface DatedMoment {
  readonly moment: Moment;
  readonly at: Instant;
}

/** The zones on whose clocks a person's days begin: one and the same when it is known (F2). */
export function clocksOf(subject: Subject): { readonly last: TimeZone; readonly first: TimeZone } {
  return { last: subject.zone ?? LATEST_MIDNIGHT, first: subject.zone ?? EARLIEST_MIDNIGHT };
}

/** The state at an instant. */
export function stateAt(table: Table, subject: Subject, at: Instant, moment: Moment | null): State {
  const clocks = clocksOf(subject);
  const isProven = subject.assuranceUntil === null || at < subject.assuranceUntil;
  const last = dateAt(at, clocks.last);
  return {
    moment,
    ...stateOn(table, subject, last, subject.zone === null ? dateAt(at, clocks.first) : last),
    assurance: isProven ? ASSURANCE_LEVELS.indexOf(subject.assurance) : 0,
  };
}

/** What depends on the calendar alone, when it is one date on the clock that is last to see a day and another on the first. */
export function stateOn(
  table: Table,
  { born }: Subject,
  last: CalendarDate,
  first: CalendarDate,
): Pick<State, "inForce" | "youngest" | "oldest"> {
  return {
    inForce: table.dates.inForce(table.dates.epochOf(last), table.dates.epochOf(first)),
    youngest: table.cells.segmentOf(born.latest === null ? 0 : ageOn(born.latest, last)),
    oldest: table.cells.segmentOf(born.earliest === null ? Infinity : ageOn(born.earliest, last)),
  };
}

/** The instant of a moment, for one person. Throws `RangeError` for a moment that the person does not have. */
export function instantOf(moment: Moment, subject: Subject): Instant {
  const clocks = clocksOf(subject);
  switch (moment.kind) {
    case "birthday": {
      const born = moment.reading === "youngest" ? subject.born.latest : subject.born.earliest;
      return startOfDay(birthday(present(born), moment.age), clocks.last);
    }
    case "rules":
      return startOfDay(moment.date, moment.edge === "first" ? clocks.first : clocks.last);
    case "approval ends":
      return present(subject.approvals.get(moment.item)?.until ?? null);
    case "assurance ends":
      return present(subject.assuranceUntil);
    default:
      return moment satisfies never;
  }
}

/** The critical instants that are the person's own, after one instant and not after another, in no order. */
function ownMoments(table: Table, subject: Subject, after: Instant, until: Instant): readonly DatedMoment[] {
  const { earliest, latest } = subject.born;
  const moments: Moment[] = [];
  for (const age of table.cells.thresholds) {
    if (latest !== null) moments.push({ kind: "birthday", reading: "youngest", age });
    if (earliest !== null && earliest !== latest) moments.push({ kind: "birthday", reading: "oldest", age });
  }
  for (const [item, approval] of subject.approvals) {
    if (approval.until !== null) moments.push({ kind: "approval ends", item });
  }
  if (subject.assuranceUntil !== null) moments.push({ kind: "assurance ends" });
  return moments
    .map((moment) => ({ moment, at: instantOf(moment, subject) }))
    .filter(({ at }) => at > after && at <= until);
}

/** Follows a person from the day they joined, through an instant, to the end of all that can change but the seasons. */
export function followLife(table: Table, subject: Subject, at: Instant): Timeline {
  const own = ownMoments(table, subject, at, FOREVER);
  // One whole year after the last other change shows every season once more under the facts that will then stay.
  const lastChange = Math.max(
    at,
    startOfDay(table.dates.lastOfTimelines, EARLIEST_MIDNIGHT),
    ...own.map((one) => one.at),
  );
  const horizon = startOfDay(
    addDays(dateAt(lastChange as Instant, EARLIEST_MIDNIGHT), DAYS_OF_A_YEAR),
    LATEST_MIDNIGHT,
  );
  const future = [...own, ...ruleMoments(table, subject, at, horizon)];
  const critical = inOrder(future);
  const stateOf = (one: DatedMoment): State => stateAt(table, subject, one.at, one.moment);
  return {
    states: [stateAt(table, subject, at, null), ...critical.map(stateOf)],
    instants: [at, ...critical.map((one) => one.at)],
    past: pastStates(table, subject, at),
  };
}

/** The states from the day the person joined until an instant; empty when nothing can have been kept from then (V2). */
function pastStates(table: Table, subject: Subject, at: Instant): readonly State[] {
  const joined = joinedAt(table, subject);
  if (joined === null) return [];
  const earlier = [...birthdaysIn(table, subject, joined, at), ...ruleMoments(table, subject, joined, at)];
  return [
    stateAt(table, subject, joined, null),
    ...inOrder(earlier).map((one) => stateAt(table, subject, one.at, one.moment)),
  ];
}

/** The instant from which values are kept (V2), not after the one that is asked about; null: nobody knows when the person joined. */
function joinedAt(table: Table, subject: Subject): Instant | null {
  return subject.joined === null ? null : startOfDay(joinedOn(table, subject.joined), clocksOf(subject).first);
}

/** The day from which values are kept: nothing is known of days before the catalogue's first. */
export function joinedOn(table: Table, joined: CalendarDate): CalendarDate {
  return joined < table.catalogue.since ? table.catalogue.since : joined;
}

/** The threshold birthdays of both readings after one instant and not after another. */
function birthdaysIn(table: Table, subject: Subject, after: Instant, until: Instant): readonly DatedMoment[] {
  return ownMoments(table, subject, after, until).filter(({ moment }) => moment.kind === "birthday");
}

const DAYS_OF_A_YEAR = 367;
const FOREVER = Infinity as Instant;

function ruleMoments(table: Table, subject: Subject, after: Instant, until: Instant): readonly DatedMoment[] {
  // Where the zone is known, a date begins once, and its first edge is its last.
  const edges = subject.zone === null ? (["first", "last"] as const) : (["last"] as const);
  const from = addDays(dateAt(after, LATEST_MIDNIGHT), -1);
  const through = addDays(dateAt(until, EARLIEST_MIDNIGHT), 1);
  return table.dates.dates
    .filter((date) => date >= from && date <= through)
    .flatMap((date) => edges.map((edge): Moment => ({ kind: "rules", date, edge })))
    .map((moment) => ({ moment, at: instantOf(moment, subject) }))
    .filter(({ at }) => at > after && at <= until);
}

// Moments at the same instant make one state, named for the one that says most: a birthday, then the rules.
const PRIORITY: readonly Moment["kind"][] = ["birthday", "rules", "approval ends", "assurance ends"];

function inOrder(moments: readonly DatedMoment[]): readonly DatedMoment[] {
  const rank = ({ moment }: DatedMoment): number =>
    PRIORITY.indexOf(moment.kind) * 2 + (moment.kind === "birthday" && moment.reading === "oldest" ? 1 : 0);
  const ordered = moments.toSorted((a, b) => a.at - b.at || rank(a) - rank(b));
  return ordered.filter((one, index) => ordered[index - 1]?.at !== one.at);
}

function present<Known>(fact: Known | null): Known {
  if (fact === null) throw new RangeError("the person has no such moment");
  return fact;
}

/** The local day of a moment, on the clock that is last to see a day. */
export function dateOfMoment(moment: Moment, subject: Subject): CalendarDate {
  return dateAt(instantOf(moment, subject), clocksOf(subject).last);
}
