import { meet, valueKey } from "../lattice.js";
import type { ItemKey, Value } from "../item.js";
import type { RuleId } from "../rule.js";
import type { KnownPlace } from "../space/item-space.js";
import { ASSURANCE_LEVELS, type AssuranceLevel } from "../subject.js";
import { commonSpace, factsAt, joinedSpans, type CommonSpace, type Side, type Span } from "./common-space.js";
import { effectiveRules, rulesToBlame, type AppliedPair } from "./effective-rules.js";
import { largestBoxes, type GridBox } from "./grid-boxes.js";
import { comparisonOf, hasSameValues, together, type Direction, type ItemPair, type Turn } from "./turn.js";
import { appliedIn, verdictsOf, type NeededApproval, type Verdict, type Verdicts } from "./verdict.js";

/** What becomes of an item for everybody whose facts lie in a box. */
export interface ItemChange {
  /** null: the cap stays as it is. */
  readonly cap: Turn | null;
  /** null: the default stays as it is, but for what the cap takes from it; or the item is a feature. */
  readonly default: Turn | null;
  /** The items that a guardian has to approve for that; null: they stay the same, or `given` is nothing. */
  readonly approvals: { readonly before: readonly ItemKey[]; readonly after: readonly ItemKey[] } | null;
  readonly direction: Direction;
}

/** Facts by which a box is bounded; everything that it does not bound lies in it. */
export interface FactBox {
  /** null: on every day of which both policies say something. */
  readonly dates: readonly Span[] | null;
  /** null: everywhere, unknown regions included. */
  readonly places: readonly KnownPlace[] | null;
  /** Completed years, by the youngest reading; `below` is the first age that is older, null: there is none. */
  readonly ages: { readonly from: number; readonly below: number | null };
  /** From the weakest to the strongest. */
  readonly levels: { readonly from: AssuranceLevel; readonly to: AssuranceLevel };
  /** null: whether or not a guardian is linked. */
  readonly linked: boolean | null;
}

/** A box of facts in which one thing changes. */
export interface ChangeBox {
  readonly item: ItemPair;
  /** What guardians have said: nothing, or yes to everything. Boxes of one item do not overlap where this is the same. */
  readonly given: "nothing" | "every approval";
  readonly change: ItemChange;
  readonly facts: FactBox;
  /** The changed rules that make the difference; empty: the catalogue does. */
  readonly by: readonly RuleId[];
}

/** All that differs about one item. */
export interface ItemDifference {
  readonly boxes: readonly ChangeBox[];
  /** The changed rules whose change makes a difference somewhere, by itself or beside the others. */
  readonly effective: readonly RuleId[];
}

/**
 * Compares one item over all facts: a box for all that changes alike. Outside the boxes nothing changes for anybody, whatever guardians
 * approve: caps, defaults and what approvals reach stay the same. `changed` are the rules that are not the same in both policies.
 */
export function differenceOfItem(before: Side, after: Side, changed: ReadonlySet<RuleId>): ItemDifference {
  const item: ItemPair = { before: before.terms.item, after: after.terms.item };
  const space = commonSpace(before, after);
  const pairs = pairsIn(space, before, after);
  const read = pairReader(item, changed);
  const readings = pairs.known.map(read);
  const boxes = (["nothing", "every approval"] as const).flatMap((given) => {
    const marks = new Marks<ItemChange>((change) => JSON.stringify(change));
    const cells = pairs.cells.map((pair, index) => {
      // Without a guardian nobody approves anything.
      const isPossible = given === "nothing" || pairs.isLinked[index] === 1;
      return marks.of(isPossible ? (readings[pair]?.[given] ?? null) : null);
    });
    return largestBoxes(axesOf(space), cells).map((box): ChangeBox => {
      const pairsInside = new Set(cellsIn(box, space).map((index) => pairs.cells[index] ?? 0));
      const blamed = [...pairsInside].flatMap((pair) => readings[pair]?.blamed ?? []);
      const by = [...new Set(blamed)].sort();
      return { item, given, change: marks.at(box.mark), facts: factsOf(box, space), by };
    });
  });
  return { boxes, effective: [...new Set(readings.flatMap(({ effective }) => effective))] };
}

interface Pairs {
  readonly known: readonly AppliedPair[];
  /** By point, its pair's place in `known`. */
  readonly cells: Int32Array;
  /** By point, 1 where a guardian is linked. */
  readonly isLinked: Uint8Array;
}

/** What applies in every point, each pair once; in the order of `axesOf`. */
function pairsIn(space: CommonSpace, before: Side, after: Side): Pairs {
  const [wasApplied, isApplied] = [appliedIn(before), appliedIn(after)];
  const known: AppliedPair[] = [];
  const indexOf = new Map<AppliedPair["before"], Map<AppliedPair["after"], number>>();
  const cells: number[] = [];
  const isLinked: number[] = [];
  const { ages, levels, dates, places } = space;
  for (const level of levels.keys())
    for (const linked of [false, true])
      for (const age of ages.keys())
        for (const date of dates.keys())
          for (const place of places.keys()) {
            const point = { age, level, linked, date, place };
            const was = wasApplied(factsAt(space, point, "before", before.table));
            const is = isApplied(factsAt(space, point, "after", after.table));
            const byAfter = indexOf.get(was) ?? new Map<AppliedPair["after"], number>();
            indexOf.set(was, byAfter);
            const index = byAfter.get(is) ?? known.push({ before: was, after: is }) - 1;
            byAfter.set(is, index);
            cells.push(index);
            isLinked.push(linked ? 1 : 0);
          }
  return { known, cells: Int32Array.from(cells), isLinked: Uint8Array.from(isLinked) };
}

// What people ask about last comes first: of as few boxes those hold that speak of an age or a place without a proof or a guardian.
function axesOf({ ages, levels, dates, places }: CommonSpace) {
  return [
    { size: levels.length, isOrdered: true },
    { size: 2, isOrdered: false },
    { size: ages.length, isOrdered: true },
    { size: dates.length, isOrdered: false },
    { size: places.length, isOrdered: false },
  ];
}

interface PairReading {
  readonly nothing: ItemChange | null;
  readonly "every approval": ItemChange | null;
  readonly blamed: readonly RuleId[];
  readonly effective: readonly RuleId[];
}

function pairReader(item: ItemPair, changed: ReadonlySet<RuleId>): (pair: AppliedPair) => PairReading {
  const isSameItem = JSON.stringify({ ...item.before, index: 0 }) === JSON.stringify({ ...item.after, index: 0 });
  const compare = changeReader(item);
  const waiting = new Set(changed);
  return (pair) => {
    const [was, is] = [verdictsOf(item.before, pair.before), verdictsOf(item.after, pair.after)];
    const [unasked, approved] = [compare(was, is, "unasked"), compare(was, is, "approved")];
    const differs = unasked !== null || approved !== null;
    const blamed = differs ? rulesToBlame(item, pair, changed) : [];
    // Of an item that is declared otherwise, nobody can say what one rule alone would have changed.
    const effective = isSameItem ? effectiveRules(item.before, pair, waiting) : blamed;
    for (const rule of effective) waiting.delete(rule);
    return { nothing: unasked, "every approval": approved, blamed, effective };
  };
}

/** Compares what holds without approvals, or what they add to it. */
function changeReader(
  item: ItemPair,
): (was: Verdicts, is: Verdicts, given: "unasked" | "approved") => ItemChange | null {
  const turn = comparisonOf(item);
  const capsTheDefault = hasSameValues(item.before, item.after);
  const turnOfDefault = (was: Verdict, is: Verdict): Turn | null =>
    was.default === null || is.default === null ? null : turn(was.default, is.default);

  function turns(was: Verdict, is: Verdict): Pick<ItemChange, "cap" | "default"> {
    const cap = turn(was.cap, is.cap);
    const byDefault = turnOfDefault(was, is);
    const isTaken =
      cap !== null && byDefault !== null && capsTheDefault && is.default !== null
        ? valueKey(is.default) === valueKey(meet(byDefault.before, is.cap))
        : false;
    return { cap, default: isTaken ? null : byDefault };
  }

  return (was, is, given) => {
    const { cap, default: byDefault } = turns(was[given], is[given]);
    const approvals = given === "approved" ? turnOfApprovals(was, is, turn) : null;
    // Where no approval opens anything, all has been said.
    if (given === "approved" && was.approvals.length + is.approvals.length === 0) return null;
    const directions = [cap, byDefault, approvals].flatMap((one) => (one === null ? [] : [one.direction]));
    if (directions.length === 0) return null;
    return { cap, default: byDefault, approvals: approvals?.items ?? null, direction: together(directions) };
  };
}

function turnOfApprovals(was: Verdicts, is: Verdicts, turn: (was: Value, is: Value) => Turn | null) {
  const keys = (approvals: readonly NeededApproval[]) => approvals.map(({ item }) => item);
  const items = { before: keys(was.approvals), after: keys(is.approvals) };
  // Where approvals open nothing any more, or did not before, the cap says so; and of one approval it says all.
  if (items.before.length === 0 || items.after.length === 0) return null;
  if (items.before.length === 1 && String(items.before) === String(items.after)) return null;
  const directions: Direction[] = [
    ...is.approvals.filter(({ item }) => !items.before.includes(item)).map(() => "stricter" as const),
    ...was.approvals.filter(({ item }) => !items.after.includes(item)).map(() => "looser" as const),
    ...is.approvals.flatMap(({ item, without }) => {
      const known = was.approvals.find((one) => one.item === item);
      return known ? (turn(known.without, without)?.direction ?? []) : [];
    }),
  ];
  return directions.length === 0 ? null : { items, direction: together(directions) };
}

/** Numbers for what is told apart; 0 for null. */
class Marks<Kept> {
  readonly #keyOf: (kept: Kept) => string;
  readonly #numbers = new Map<string, number>();
  readonly #kept: Kept[] = [];

  constructor(keyOf: (kept: Kept) => string) {
    this.#keyOf = keyOf;
  }

  of(one: Kept | null): number {
    if (one === null) return 0;
    const key = this.#keyOf(one);
    const number = this.#numbers.get(key) ?? this.#kept.push(one);
    this.#numbers.set(key, number);
    return number;
  }

  at(number: number): Kept {
    const kept = this.#kept[number - 1];
    if (kept === undefined) throw new RangeError("there is no such mark");
    return kept;
  }
}

function cellsIn({ sides }: GridBox, space: CommonSpace): readonly number[] {
  return axesOf(space).reduce<readonly number[]>(
    (indices, { size }, axis) =>
      indices.flatMap((index) => (sides[axis] ?? []).map((coordinate) => index * size + coordinate)),
    [0],
  );
}

function factsOf({ sides: [levels, linked, ages, dates, places] }: GridBox, space: CommonSpace): FactBox {
  const all = <Class>(classes: readonly Class[], side: readonly number[] = []): readonly Class[] =>
    side.flatMap((coordinate) => classes[coordinate] ?? []);
  const isWhole = (classes: readonly unknown[], side: readonly number[] = []): boolean =>
    side.length === classes.length;
  const [youngest = 0] = all(space.ages, ages);
  const lastLevel = space.levels[(levels?.at(-1) ?? 0) + 1];
  return {
    dates: isWhole(space.dates, dates) ? null : joinedSpans(all(space.dates, dates).flatMap(({ spans }) => spans)),
    places: isWhole(space.places, places) ? null : all(space.places, places).flatMap(({ places: some }) => some),
    ages: { from: youngest, below: space.ages[(ages?.at(-1) ?? 0) + 1] ?? null },
    levels: {
      from: ASSURANCE_LEVELS[space.levels[levels?.[0] ?? 0] ?? 0] ?? "UNKNOWN",
      to: ASSURANCE_LEVELS[(lastLevel ?? ASSURANCE_LEVELS.length) - 1] ?? "VERIFIED",
    },
    linked: linked?.length === 1 ? linked[0] === 1 : null,
  };
}
