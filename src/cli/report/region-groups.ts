import type { Answer } from "../../policy/answer.js";
import { latestBirth, startOfDay, UTC, type CalendarDate, type Instant } from "../../policy/calendar.js";
import { answersOneByOne } from "../../policy/decide.js";
import type { Item } from "../../policy/item.js";
import { itemSpace, type ItemSpace, type KnownPlace, type PlaceClass } from "../../policy/space/item-space.js";
import type { AssuranceLevel, RegionCode } from "../../policy/subject.js";
import type { Table } from "../../policy/table.js";
import type { ItemTerms } from "../../policy/terms.js";

/** What holds from one age until another, for somebody at home without guardian, choices, approvals or limits. */
export interface AgeCell {
  readonly fromAge: number;
  /** null: no upper end. */
  readonly untilAge: number | null;
  /** For somebody whose age is verified. */
  readonly answer: Answer;
  /** For somebody whose age nobody vouches for; null: the same. */
  readonly unproven: Answer | null;
}

/** One item, by age; the cells cover every age, and neighbours differ. */
export interface ItemRow {
  readonly item: Item;
  /** The same for two rows of an item exactly when they say the same. */
  readonly key: string;
  readonly cells: readonly AgeCell[];
}

/** Places in which the same answers are given, on one day. */
export interface RegionGroup {
  readonly places: readonly KnownPlace[];
  readonly rows: readonly ItemRow[];
}

/** Answers by place: what is asked of a table about one day. */
export interface DayTable {
  /** The row of an item in a place. */
  rowOf(item: Item, place: KnownPlace): ItemRow;
}

const NOON = 12 * 60 * 60 * 1_000;

/** Works out every answer of one day for each place that the rules tell apart; places that no rule about an item tells apart share their row. */
export function dayTable(table: Table, on: CalendarDate): DayTable {
  const at = (startOfDay(on, UTC) + NOON) as Instant; // noon is inside the first day of the records too
  const askers = new Map<string, (terms: ItemTerms) => Answer>();
  const ask = (region: RegionCode | null, age: number, assurance: AssuranceLevel, terms: ItemTerms): Answer => {
    const key = `${region ?? ""} ${age} ${assurance}`;
    const asker = askers.get(key) ?? askerFor(table, region, latestBirth(on, age), assurance, at);
    askers.set(key, asker);
    return asker(terms);
  };
  const rowIn = (terms: ItemTerms, { ages, levels }: ItemSpace, region: RegionCode | null): ItemRow => {
    const cells = ages.map((age): AgeCell => {
      const answer = ask(region, age, "VERIFIED", terms);
      const unproven = levels.length > 1 ? ask(region, age, "UNKNOWN", terms) : answer;
      const isSame = contentOf(answer) === contentOf(unproven);
      return { fromAge: age, untilAge: null, answer, unproven: isSame ? null : unproven };
    });
    const distinct = merged(cells);
    return { item: terms.item, cells: distinct, key: distinct.map(cellContent).join(" ") };
  };
  const spaces = new Map<Item, ItemSpace>();
  const rows = new Map<PlaceClass, ItemRow>();
  return {
    rowOf(item, { region }) {
      const terms = table.termsOf(item.key);
      const space = spaces.get(item) ?? itemSpace(table, terms);
      spaces.set(item, space);
      const alike = space.places.find(({ places }) => places.some((place) => place.region === region));
      if (!alike) throw new RangeError(`\`${region ?? "unknown"}\` is not among the places that the rules tell apart`);
      const row = rows.get(alike) ?? rowIn(terms, space, alike.places[0]?.region ?? null);
      rows.set(alike, row);
      return row;
    },
  };
}

/** Puts places together that have all answers in common, the largest group first. */
export function regionGroups(
  items: readonly Item[],
  places: readonly KnownPlace[],
  day: DayTable,
): readonly RegionGroup[] {
  const groups = new Map<string, { places: KnownPlace[]; rows: readonly ItemRow[] }>();
  for (const place of places) {
    const rows = items.map((item) => day.rowOf(item, place));
    const key = rows.map((row) => row.key).join("\n");
    const group = groups.get(key) ?? { places: [], rows };
    group.places.push(place);
    groups.set(key, group);
  }
  return [...groups.values()].sort((a, b) => b.places.length - a.places.length);
}

/** What would loosen an answer, apart from growing older. */
export function unlocksWithoutAgeing({ unlocks }: Answer): Answer["unlocks"] {
  return unlocks.filter(({ steps }) => steps.every((step) => step.kind !== "REACH_AGE"));
}

/** Everything that a report shows of an answer, as text. */
function contentOf(answer: Answer): string {
  const { value, default: standard, cap, decidedBy, reason } = answer;
  return JSON.stringify([value, standard, cap, decidedBy, reason, unlocksWithoutAgeing(answer)]);
}

function cellContent({ fromAge, answer, unproven }: AgeCell): string {
  return `${fromAge} ${contentOf(answer)} ${unproven ? contentOf(unproven) : ""}`;
}

function merged(cells: readonly AgeCell[]): readonly AgeCell[] {
  const kept: AgeCell[] = [];
  for (const cell of cells) {
    const last = kept.at(-1);
    if (last && cellContent({ ...last, fromAge: 0 }) === cellContent({ ...cell, fromAge: 0 })) continue;
    if (last) kept[kept.length - 1] = { ...last, untilAge: cell.fromAge };
    kept.push(cell);
  }
  return kept;
}

function askerFor(
  table: Table,
  region: RegionCode | null,
  born: CalendarDate,
  assurance: AssuranceLevel,
  at: Instant,
): (terms: ItemTerms) => Answer {
  const subject = {
    born: { earliest: born, latest: born },
    assurance,
    assuranceUntil: null,
    residence: region,
    present: null,
    guardian: "NONE",
    zone: UTC,
    joined: null,
    approvals: new Map(),
    limits: new Map(),
  } as const;
  return answersOneByOne(table, subject, new Map(), at);
}
