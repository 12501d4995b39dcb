import { BoundedMemory } from "./bounded-memory.js";
import { addDays, dateAt, type CalendarDate, type Instant } from "./calendar.js";
import { capAt, defaultIn } from "./caps.js";
import type { Cell } from "./cells.js";
import { grantsOf, preferredOf, saidKey, subjectAt } from "./decide.js";
import type { Item, Value } from "./item.js";
import { meet } from "./lattice.js";
import type { PolicyDocuments } from "./rule.js";
import { asIs, cellIn, type Situation } from "./situation.js";
import type { Choices, Subject } from "./subject.js";
import { readTable, type Table } from "./table.js";
import type { ItemTerms } from "./terms.js";
import { clocksOf, joinedOn, stateAt, stateOn } from "./timeline.js";

/** What holds of one item, without what explains it, opens more or will change it. */
export interface Standing {
  readonly item: Item;
  readonly value: Value;
  /** What the person chose, in force or not; null: nothing, or the item is a feature. */
  readonly preferred: Value | null;
  readonly cap: Value;
}

const MAXIMUM_STANDINGS = 20_000;

/**
 * Makes the function that says what holds for a person at an instant, one standing an item in catalogue order: the same as the values and
 * caps of `decide`, for a fraction of its cost when very many people are asked about once. People alike share one list.
 */
export function standingReader(
  documents: PolicyDocuments,
): (subject: Subject, choices: Choices, at: Instant) => readonly Standing[] {
  const table = readTable(documents);
  const known = new BoundedMemory<string, readonly Standing[]>(MAXIMUM_STANDINGS);
  return (person, choices, at) => {
    const subject = subjectAt(person, at);
    const situation = situationNow(table, subject, at);
    const cells = cellsSinceJoined(situation);
    const [now] = situation.states;
    const hasPowers = (now?.youngest ?? 0) < table.powersEnd;
    const key = [situation.linked, hasPowers, ...cells.map(({ id }) => id), saidKey(table, subject, choices)].join(" ");
    return known.recall(key, () => table.terms.map((terms) => standingOf(situation, cells, terms, subject, choices)));
  };
}

function situationNow(table: Table, subject: Subject, at: Instant): Situation {
  const { earliest, latest } = subject.born;
  const now = stateAt(table, subject, at, null);
  return {
    table,
    states: [now],
    past: momentsSinceJoined(table, subject, at).map(({ last, first }) => ({
      ...now,
      ...stateOn(table, subject, last, first),
    })),
    present: subject.present === null ? null : table.places.of(subject.present),
    residence: table.places.of(subject.residence),
    possible: [],
    linked: subject.guardian === "LINKED",
    isExact: earliest !== null && earliest === latest,
    isAgeUnknown: earliest === null && latest === null,
    // What has ended is gone from the subject, and nothing is asked about later.
    approvalEnds: new Map(),
  };
}

/** A moment by its date on the clock that is last to see a day, and on the first. */
interface Dates {
  readonly last: CalendarDate;
  readonly first: CalendarDate;
}

const moved = new BoundedMemory<number, CalendarDate>(100_000);

/**
 * The moments since the person joined at which rules came (V2), by dates alone: zones are asked nothing, for that is what costs. Rules only
 * go on a birthday, so that nothing is kept from one that was not kept from before. Where the zone is unknown a day begins at UTC+14, when
 * it is 22:00 two days before at UTC-12; what is in force when it begins there is in force already.
 */
function momentsSinceJoined(table: Table, subject: Subject, at: Instant): readonly Dates[] {
  if (subject.joined === null) return [];
  const from = joinedOn(table, subject.joined);
  const today = dateAt(at, clocksOf(subject).first);
  const behind = subject.zone === null ? -2 : 0;
  return [from, ...table.dates.dates.filter((date) => date > from && date <= today)].map((first) => ({
    last: moved.recall(first * 10 + behind, () => addDays(first, behind)),
    first,
  }));
}

/** The cell of now, then those of earlier days, read with today's assurance (V2); none twice. */
function cellsSinceJoined(situation: Situation): readonly Cell[] {
  const supposed = asIs(situation);
  return [...new Set([...situation.states, ...situation.past].map((state) => cellIn(situation, state, supposed)))];
}

function standingOf(
  situation: Situation,
  cells: readonly Cell[],
  terms: ItemTerms,
  subject: Subject,
  choices: Choices,
): Standing {
  const { item } = terms;
  const cap = capAt(situation, 0, asIs(situation), terms, grantsOf(terms, subject));
  const preferred = preferredOf(terms, choices);
  if (item.kind === "feature") return { item, value: cap, preferred, cap };
  const kept = cells.map((cell) => defaultIn(cell, terms, item.open)).reduce(meet);
  return { item, value: meet(preferred ?? kept, cap), preferred, cap };
}
