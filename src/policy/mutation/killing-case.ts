import type { Answer } from "../answer.js";
import { birthday, formatDate, formatInstant, startOfDay, UTC } from "../calendar.js";
import { EXAMPLE_ZONE, examplePerson, type ExamplePerson } from "../case-coverage/example-person.js";
import { answersOneByOne } from "../decide.js";
import type { Item, ItemKey, Value } from "../item.js";
import { sameValue } from "../lattice.js";
import type { PolicyDocuments } from "../rule.js";
import type { Approval, Subject } from "../subject.js";
import { readTable, type Table } from "../table.js";
import { formatValue } from "../value-text.js";
import { dailyWindowsOf } from "../week-windows.js";
import { formatDailyWindow } from "../window-text.js";
import type { BothRules, DifferingPoint } from "./differing-points.js";

/** Somebody whom a change of the rules gives another answer, and what they are answered now. */
export interface KillingCase {
  readonly item: Item;
  /** What the change would make of the answer: `value: ALLOWED, cap: ALLOWED`. */
  readonly wouldBe: string;
  /** A person and a case in the form of the files in `tests`, to paste after checking it against the source. */
  readonly people: string;
  readonly cases: string;
}

const TRIES = 40;

/** Writes a case that holds now and would not with the change; null when none can be written from these points. */
export function killingCase(
  documents: PolicyDocuments,
  changed: PolicyDocuments,
  both: BothRules,
  points: readonly DifferingPoint[],
): KillingCase | null {
  const [now, then] = [readTable(documents), readTable(changed)];
  // Known places before unknown ones, and another value before another reason.
  const weight = ({ point, isAnotherValue }: DifferingPoint): number =>
    (isAnotherValue ? 0 : 2) + (point.place.places[0]?.couldBe.length === 1 ? 0 : 1);
  for (const { item, point } of points.toSorted((a, b) => weight(a) - weight(b)).slice(0, TRIES)) {
    for (const person of variants(now, examplePerson(both.table, point), item)) {
      const [is, would] = [now, then].map((table) =>
        answersOneByOne(table, person.subject, new Map(), person.at)(table.termsOf(item.key)),
      );
      if (!is || !would) continue;
      const expected = differingFields(is, would);
      if (expected.length === 0) continue;
      const name = JSON.stringify(nameOf(person, point.age));
      const when = person.isWholeDay ? `on: { ${formatDate(person.on)}` : `at: { ${formatInstant(person.at)}`;
      return {
        item,
        wouldBe: fieldsText(differingFields(would, is)),
        people: `${name}: { ${personFields(person.subject).join(", ")} }`,
        cases: `- { name: ${JSON.stringify(nameOfCase(item, is))}, person: ${name}, ${when}: { ${item.key}: { ${fieldsText(expected)} } } } }`,
      };
    }
  }
  return null;
}

/** The person, then with a guardian who approves everything, then years later with what was kept. */
function variants(table: Table, example: ExamplePerson, item: Item): readonly ExamplePerson[] {
  const { subject, on } = example;
  const approvals = new Map<ItemKey, Approval>(
    table.termsOf(item.key).sources.map((source) => [source.item.key, { value: null, until: null }]),
  );
  const { latest } = subject.born;
  const grown = latest === null ? on : birthday(latest, table.catalogue.guardianPowersUnder);
  return [
    example,
    { ...example, subject: { ...subject, guardian: "LINKED", approvals } },
    ...(grown > on
      ? [{ subject: { ...subject, joined: on }, on: grown, at: startOfDay(grown, UTC), isWholeDay: true }]
      : []),
  ];
}

type Field = readonly [field: string, value: string];

function fieldsText(fields: readonly Field[]): string {
  return fields.map(([field, value]) => `${field}: ${value}`).join(", ");
}

/** What the first answer says that the second does not, as fields of an expectation. */
function differingFields(one: Answer, other: Answer): readonly Field[] {
  const { item } = one;
  const say = (value: Value): string => yamlValue(item, value);
  const same = (a: Value | null, b: Value | null): boolean => a === b || (a !== null && b !== null && sameValue(a, b));
  const bound = ({ alsoBoundBy }: Answer): string =>
    alsoBoundBy
      .map((binding) => binding.rule ?? `guardian:${binding.limitOn}`)
      .sort()
      .join(", ");
  return [
    ...(same(one.value, other.value) ? [] : [["value", say(one.value)] as const]),
    ...(same(one.default, other.default) || one.default === null ? [] : [["default", say(one.default)] as const]),
    ...(same(one.cap, other.cap) ? [] : [["cap", say(one.cap)] as const]),
    ...(one.decidedBy === other.decidedBy ? [] : [["decided by", one.decidedBy] as const]),
    ...(one.reason.code === other.reason.code ? [] : [["reason", one.reason.code] as const]),
    ...(one.reason.rule === other.reason.rule ? [] : [["rule", one.reason.rule ?? "none"] as const]),
    ...(bound(one) === bound(other) ? [] : [["also bound by", `[${bound(one)}]`] as const]),
  ];
}

function nameOf({ subject: { residence, guardian, approvals, joined } }: ExamplePerson, age: number): string {
  const parts = [`Somebody of ${age}`, residence ?? "nobody knows where"];
  if (joined !== null) parts.push("grown up");
  if (approvals.size > 0) parts.push("approved");
  else if (guardian === "LINKED") parts.push("linked");
  return parts.join(", ");
}

function nameOfCase(item: Item, { value }: Answer): string {
  return `${item.key} is ${formatValue(item, value)}: say here what the source says`;
}

function personFields(subject: Subject): readonly string[] {
  const { born, residence, assurance, guardian, approvals, joined } = subject;
  return [
    ...(born.latest === null ? [] : [`born: ${formatDate(born.latest)}`]),
    ...(residence === null ? [] : [`in: ${JSON.stringify(residence)}`]),
    `zone: ${EXAMPLE_ZONE}`,
    ...(assurance === "UNKNOWN" ? [] : [`assurance: ${assurance}`]),
    ...(joined === null ? [] : [`joined: ${formatDate(joined)}`]),
    ...(guardian === "LINKED" ? ["guardian: LINKED"] : []),
    ...(approvals.size === 0 ? [] : [`approve: { ${[...approvals.keys()].map((key) => `${key}: fully`).join(", ")} }`]),
  ];
}

function yamlValue(item: Item, value: Value): string {
  if (typeof value === "number") return formatValue(item, value);
  return `[${dailyWindowsOf(value)
    .map((window) => JSON.stringify(formatDailyWindow(window)))
    .join(", ")}]`;
}
