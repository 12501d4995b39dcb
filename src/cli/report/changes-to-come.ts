import { addDays, dateOf, type CalendarDate } from "../../policy/calendar.js";
import type { Answer } from "../../policy/answer.js";
import type { Item } from "../../policy/item.js";
import { sameValue } from "../../policy/lattice.js";
import type { KnownPlace } from "../../policy/space/item-space.js";
import type { Table } from "../../policy/table.js";
import { dayTable, type AgeCell, type ItemRow } from "./region-groups.js";

/** What changes for some people on one day. */
export interface Change {
  readonly item: Item;
  readonly fromAge: number;
  readonly untilAge: number | null;
  readonly places: readonly KnownPlace[];
  /** It changes only for people whose age nobody vouches for. */
  readonly isUnprovenOnly: boolean;
  readonly before: Answer;
  readonly after: Answer;
}

/** A day on which answers change, and how. */
export interface ChangingDay {
  readonly on: CalendarDate;
  readonly changes: readonly Change[];
}

/** The days after one on which values or what may be chosen change for somebody in some places, and what changes. */
export function changesToCome(
  table: Table,
  places: readonly KnownPlace[],
  after: CalendarDate,
): readonly ChangingDay[] {
  const last = Math.max(table.dates.lastOfTimelines, after) as CalendarDate;
  // A season shows once: in the year after the last dated change.
  const horizon = addDays(dateOf(Math.floor(last / 10_000) + 1, 1, 1), 1);
  return table.dates.dates
    .filter((date) => date > after && date < horizon)
    .map((on) => ({ on, changes: changesOn(table, places, on) }))
    .filter(({ changes }) => changes.length > 0);
}

function changesOn(table: Table, places: readonly KnownPlace[], on: CalendarDate): readonly Change[] {
  const eve = addDays(on, -1);
  const [before, after] = [dayTable(table, eve), dayTable(table, on)];
  const [wereInForce, areInForce] = [eve, on].map((date) => {
    const epoch = table.dates.epochOf(date);
    return table.dates.inForce(epoch, epoch).rules;
  });
  return table.terms.flatMap(({ item, rules }) => {
    if (rules.every((rule) => wereInForce?.[rule] === areInForce?.[rule])) return [];
    const changes = new Map<string, Change & { places: KnownPlace[] }>();
    for (const place of places)
      for (const change of rowChanges(item, before.rowOf(item, place), after.rowOf(item, place))) {
        const known = changes.get(change.key);
        if (known) known.places.push(place);
        else changes.set(change.key, { ...change, places: [place] });
      }
    return [...changes.values()];
  });
}

interface RowChange extends Omit<Change, "places"> {
  readonly key: string;
}

function rowChanges(item: Item, was: ItemRow, is: ItemRow): readonly RowChange[] {
  const ages = [...new Set([...was.cells, ...is.cells].map(({ fromAge }) => fromAge))].sort((a, b) => a - b);
  return ages.flatMap((fromAge, index): readonly RowChange[] => {
    const [before, after] = [cellAt(was, fromAge), cellAt(is, fromAge)];
    if (!before || !after) return [];
    const untilAge = ages[index + 1] ?? null;
    const change = (from: Answer, to: Answer, isUnprovenOnly: boolean): RowChange => ({
      key: JSON.stringify([fromAge, untilAge, isUnprovenOnly, from.value, from.cap, to.value, to.cap, to.reason]),
      item,
      fromAge,
      untilAge,
      isUnprovenOnly,
      before: from,
      after: to,
    });
    if (!holdsAlike(before.answer, after.answer)) return [change(before.answer, after.answer, false)];
    const [doubted, doubtedThen] = [before.unproven ?? before.answer, after.unproven ?? after.answer];
    return holdsAlike(doubted, doubtedThen) ? [] : [change(doubted, doubtedThen, true)];
  });
}

function cellAt({ cells }: ItemRow, age: number): AgeCell | undefined {
  return cells.findLast(({ fromAge }) => fromAge <= age);
}

function holdsAlike(a: Answer, b: Answer): boolean {
  return sameValue(a.value, b.value) && sameValue(a.cap, b.cap);
}
