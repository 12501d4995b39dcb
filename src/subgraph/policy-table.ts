import { dateAt, formatDate, latestBirth, startOfDay, UTC } from "../policy/calendar.js";
import type { CalendarDate, Instant } from "../policy/calendar.js";
import type { Item } from "../policy/item.js";
import { parseRegion } from "../policy/regions.js";
import type { AssuranceLevel, RegionCode, Subject } from "../policy/subject.js";
import { fieldError } from "./errors.js";
import { Person, type ItemAnswer } from "./person.js";
import type { ServedPolicy } from "./served-policy.js";

/** What the rules say in one region on one day, about nobody. */
export interface PolicyTable {
  readonly region: RegionCode | null;
  readonly on: CalendarDate;
  readonly rows: readonly PolicyRow[];
}

/** One item, by age; the cells cover every age, and neighbours differ. */
export interface PolicyRow {
  readonly item: Item;
  readonly cells: readonly PolicyCell[];
}

/** What holds from one age until another, for somebody with no choices, approvals or limits. */
export interface PolicyCell {
  readonly fromAge: number;
  /** null: no upper end. */
  readonly untilAge: number | null;
  readonly answer: ItemAnswer;
}

/** What a table is asked for. */
export interface TableQuestion {
  /** As written by the caller; null: unknown. */
  readonly region: string | null;
  /** null: today. */
  readonly on: CalendarDate | null;
  readonly assurance: AssuranceLevel;
  readonly guardianLinked: boolean;
}

const NOON = 12 * 60 * 60 * 1_000;

/** The table for a question; throws BAD_USER_INPUT for a place that ISO does not list and a day that no record covers. */
export function policyTable(served: ServedPolicy, question: TableQuestion, now: Instant): PolicyTable {
  const region = regionOf(question.region);
  const on = question.on ?? dateAt(now, UTC);
  const people = agesOf(served).map((age) => ({ age, person: syntheticPerson(served, question, region, on, age) }));
  const rows = served.policy.catalogue.items.map((item) => ({
    item,
    cells: mergedCells(
      people.map(({ age, person }) => ({ fromAge: age, untilAge: null, answer: person.answerOf(item) })),
    ),
  }));
  return { region, on, rows };
}

/** What would loosen a cell, apart from growing older. */
export function unlocksWithoutAgeing({ answer: { answer } }: PolicyCell): ItemAnswer["answer"]["unlocks"] {
  return answer.unlocks.filter(({ steps }) => steps.every((step) => step.kind !== "REACH_AGE"));
}

function regionOf(text: string | null): RegionCode | null {
  const region = text === null ? null : parseRegion(text);
  if (text !== null && region === null) {
    throw fieldError(
      "BAD_USER_INPUT",
      `\`${text.slice(0, 16)}\` is not a place of ISO 3166: write \`BR\` or \`US-CA\``,
    );
  }
  return region;
}

/** The youngest age of each range that the rules tell apart. */
function agesOf({ policy }: ServedPolicy): readonly number[] {
  return [0, ...policy.thresholds.filter((age) => age > 0)];
}

function syntheticPerson(
  served: ServedPolicy,
  { assurance, guardianLinked }: TableQuestion,
  region: RegionCode | null,
  on: CalendarDate,
  age: number,
): Person {
  // Noon in UTC is inside the first day that the policy covers, which begins when that day has begun everywhere.
  const at = (startOfDay(on, UTC) + NOON) as Instant;
  const { from, until } = served.policy.coverage;
  if (at < from || at >= until) {
    throw fieldError("BAD_USER_INPUT", `no rules are recorded for ${formatDate(on)}: ask for another day`);
  }
  const born = latestBirth(on, age);
  const subject: Subject = {
    born: { earliest: born, latest: born },
    assurance,
    assuranceUntil: null,
    residence: region,
    present: null,
    guardian: guardianLinked ? "LINKED" : "NONE",
    zone: UTC,
    joined: null,
    approvals: new Map(),
    limits: new Map(),
  };
  const scope = [
    "table",
    served.id,
    region ?? "anywhere",
    formatDate(on),
    assurance,
    String(guardianLinked),
    String(age),
  ];
  const decisions = served.policy.decide(subject, new Map(), at);
  return new Person("", null, decisions, served, { relation: "other", dates: true }, scope.join("/"));
}

function mergedCells(cells: readonly PolicyCell[]): readonly PolicyCell[] {
  const merged: PolicyCell[] = [];
  for (const cell of cells) {
    const last = merged.at(-1);
    if (last && contentOf(last) === contentOf(cell)) continue;
    if (last) merged[merged.length - 1] = { ...last, untilAge: cell.fromAge };
    merged.push(cell);
  }
  return merged;
}

/** Everything a cell shows, as text: cells with the same content are one. */
function contentOf(cell: PolicyCell): string {
  const { value, default: standard, cap, decidedBy, reason } = cell.answer.answer;
  return JSON.stringify([value, standard, cap, decidedBy, reason, unlocksWithoutAgeing(cell)]);
}
