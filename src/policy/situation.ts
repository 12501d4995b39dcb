import type { Instant } from "./calendar.js";
import type { Cell } from "./cells.js";
import type { Item, ItemKey, Value } from "./item.js";
import { top } from "./lattice.js";
import type { PlaceReading } from "./places.js";
import type { Subject } from "./subject.js";
import { ASSURANCE_LEVELS } from "./subject.js";
import type { Table } from "./table.js";
import type { State } from "./timeline.js";
import { followLife } from "./timeline.js";

/**
 * What everybody shares for whom the rules read the same now and will change in the same order from now on.
 * Made from the first such person; what it keeps of them is order alone, never a date.
 */
export interface Situation {
  readonly table: Table;
  readonly states: readonly State[];
  readonly past: readonly State[];
  readonly present: PlaceReading | null;
  readonly residence: PlaceReading;
  readonly possible: readonly PlaceReading[];
  readonly linked: boolean;
  /** The birth date is known to the day. */
  readonly isExact: boolean;
  /** Nothing is known about the age. */
  readonly isAgeUnknown: boolean;
  /** For approvals that end: the index of the first state in which they no longer count. */
  readonly approvalEnds: ReadonlyMap<ItemKey, number>;
}

/** What guardians have said about an item and the items it needs. */
export interface Grants {
  readonly approved: ReadonlyMap<ItemKey, Value>;
  readonly limits: ReadonlyMap<ItemKey, Value>;
}

/** Facts read otherwise than they are: what would hold after somebody acts. */
export interface Supposed {
  /** The threshold segment of a proven age; null: the age as it is known. */
  readonly proven: number | null;
  /** The only place the person lives in; null: as it is known. */
  readonly place: PlaceReading | null;
  readonly linked: boolean;
  /** Items that a guardian approves fully, and whose limits they drop. */
  readonly approves: ReadonlySet<ItemKey>;
  /** Items whose limits are dropped. */
  readonly lifts: ReadonlySet<ItemKey>;
}

const NO_ITEMS: ReadonlySet<ItemKey> = new Set();

/** Makes the situation of a person at an instant. */
export function situationOf(table: Table, subject: Subject, at: Instant): Situation {
  const { states, past, instants } = followLife(table, subject, at);
  const { earliest, latest } = subject.born;
  const approvalEnds = new Map<ItemKey, number>();
  for (const [item, approval] of subject.approvals) {
    const { until } = approval;
    if (until !== null)
      approvalEnds.set(
        item,
        instants.findIndex((instant) => instant >= until),
      );
  }
  return {
    table,
    states,
    past,
    present: subject.present === null ? null : table.places.of(subject.present),
    residence: table.places.of(subject.residence),
    possible: table.places.possible(subject.residence),
    linked: subject.guardian === "LINKED",
    isExact: earliest !== null && earliest === latest,
    isAgeUnknown: earliest === null && latest === null,
    approvalEnds,
  };
}

/** The facts as they are. */
export function asIs(situation: Situation): Supposed {
  return { proven: null, place: null, linked: situation.linked, approves: NO_ITEMS, lifts: NO_ITEMS };
}

/** Which rules apply in the state with that index. */
export function cellAt(situation: Situation, index: number, supposed: Supposed): Cell {
  return cellIn(situation, stateAtIndex(situation, index), supposed);
}

/** Which rules apply in a state. */
export function cellIn(situation: Situation, state: State, supposed: Supposed): Cell {
  const { table, present, residence } = situation;
  const home = supposed.place ?? residence;
  return table.cells.find({
    inForce: state.inForce,
    place: present === null ? home : table.places.both(home, present),
    youngest: supposed.proven ?? state.youngest,
    oldest: supposed.proven ?? state.oldest,
    assurance: supposed.proven === null ? state.assurance : ASSURANCE_LEVELS.length - 1,
    linked: supposed.linked,
  });
}

/** Whether the person is young enough, in the state with that index, for guardians to act (C3, T2). */
export function guardiansMayAct(situation: Situation, index: number, supposed: Supposed): boolean {
  return (supposed.proven ?? stateAtIndex(situation, index).youngest) < situation.table.powersEnd;
}

/** How far the guardians' approval of an item goes in the state with that index; null: not approved (C2). */
export function approvedAt(
  situation: Situation,
  index: number,
  supposed: Supposed,
  grants: Grants,
  item: Item,
): Value | null {
  if (!supposed.linked) return null;
  if (supposed.approves.has(item.key)) return top(item);
  const approved = grants.approved.get(item.key);
  return approved === undefined || index >= (situation.approvalEnds.get(item.key) ?? Infinity) ? null : approved;
}

/** The guardians' limit on an item in the state with that index; null: none that counts (C3). */
export function limitAt(
  situation: Situation,
  index: number,
  supposed: Supposed,
  grants: Grants,
  item: Item,
): Value | null {
  if (!supposed.linked || !guardiansMayAct(situation, index, supposed)) return null;
  if (supposed.approves.has(item.key) || supposed.lifts.has(item.key)) return null;
  return grants.limits.get(item.key) ?? null;
}

/** The index-th state; throws `RangeError` past the last. */
export function stateAtIndex(situation: Situation, index: number): State {
  const state = situation.states[index];
  if (!state) throw new RangeError("the timeline is shorter than that");
  return state;
}
