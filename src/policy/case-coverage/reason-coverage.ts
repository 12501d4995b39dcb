import type { ReasonCode } from "../answer.js";
import { birthday, latestBirth, startOfDay, UTC } from "../calendar.js";
import { answersOneByOne } from "../decide.js";
import type { Item, Value } from "../item.js";
import { isLooser, meet, sameValue, top } from "../lattice.js";
import { itemSpace, pointsOf, ruleSets, type Point, type RuleSet } from "../space/item-space.js";
import type { Choices } from "../subject.js";
import type { Table } from "../table.js";
import { capOf, type ItemTerms } from "../terms.js";
import type { AskedCell } from "./asked-cells.js";
import { examplePerson, type ExamplePerson } from "./example-person.js";

/** A reason that somebody can be given for an item. */
export interface ItemReason {
  readonly item: Item;
  readonly code: ReasonCode;
  /** Some case has seen it. */
  readonly isSeen: boolean;
}

/**
 * The reasons that can be given for each item, and whether a case has seen them. Reached are those of one example in
 * every set of rules: as they are, of unknown or doubtful age, linked with a limit, with a choice, and grown older.
 */
export function reasonCoverage(table: Table, asked: readonly AskedCell[]): readonly ItemReason[] {
  return table.terms.flatMap((terms) => {
    const { item } = terms;
    const seen = new Set(asked.filter((one) => one.terms.item === item).map(({ answer }) => answer.reason.code));
    const reached = new Set([...seen, ...reachedReasons(table, terms)]);
    return [...reached].sort().map((code) => ({ item, code, isSeen: seen.has(code) }));
  });
}

/** A way to make up somebody in a point, and the reason that only it can show; null: it is always worth trying. */
interface Variant {
  readonly shows: ReasonCode | null;
  readonly make: (person: ExamplePerson, table: Table, item: Item, strictest: Value) => Asked;
}

interface Asked {
  readonly person: ExamplePerson;
  readonly choices: Choices;
}

const NO_CHOICES: Choices = new Map();

const VARIANTS: readonly Variant[] = [
  { shows: null, make: (person) => ({ person, choices: NO_CHOICES }) },
  {
    shows: "AGE_VERIFICATION_NEEDED",
    make: (person) => {
      const { latest } = person.subject.born;
      return as(person, { born: { earliest: latest && latestBirth(latest, MANY_YEARS), latest } });
    },
  },
  { shows: "AGE_UNKNOWN", make: (person) => as(person, { born: { earliest: null, latest: null } }) },
  {
    shows: "GUARDIAN_LIMIT",
    make: (person, _, { key }, strictest) => as(person, { guardian: "LINKED", limits: new Map([[key, strictest]]) }),
  },
  { shows: "USER_CHOICE", make: (person, _, { key }, strictest) => as(person, {}, new Map([[key, strictest]])) },
  {
    shows: "KEPT",
    make: (person, table) => {
      const { subject, on } = person;
      const { latest } = subject.born;
      const grown = latest === null ? on : birthday(latest, table.catalogue.guardianPowersUnder);
      return grown > on ? as({ ...person, at: startOfDay(grown, UTC) }, { joined: on }) : as(person, {});
    },
  },
];

function as(person: ExamplePerson, other: Partial<ExamplePerson["subject"]>, choices = NO_CHOICES): Asked {
  return { person: { ...person, subject: { ...person.subject, ...other } }, choices };
}

function reachedReasons(table: Table, terms: ItemTerms): ReadonlySet<ReasonCode> {
  const reached = new Set<ReasonCode>();
  for (const point of tellingPoints(table, terms)) {
    const example = examplePerson(table, point);
    for (const { shows, make } of VARIANTS) {
      if (shows !== null && reached.has(shows)) continue;
      const { person, choices } = make(example, table, terms.item, terms.bottom);
      reached.add(answersOneByOne(table, person.subject, choices, person.at)(terms).reason.code);
    }
  }
  return reached;
}

/** One point for all in which the same rules decide. */
function* tellingPoints(table: Table, terms: ItemTerms): Generator<Point> {
  const space = itemSpace(table, terms);
  const setAt = ruleSets(space);
  const seen = new Set<string>();
  const deciding = new Map<RuleSet, string>();
  for (const point of pointsOf(space)) {
    const set = setAt(point);
    const rules = deciding.get(set) ?? decidingRules(terms, set);
    deciding.set(set, rules);
    const isSure = point.place.places[0]?.couldBe.length === 1;
    const key = `${rules} ${point.age < table.catalogue.guardianPowersUnder} ${point.age === 0} ${isSure}`;
    if (seen.has(key)) continue;
    seen.add(key);
    yield point;
  }
}

/** The rules that bind, and those that set the default. */
function decidingRules({ item }: ItemTerms, { caps, defaults }: RuleSet): string {
  const values = caps.map((term) => capOf(term, null));
  const binding = caps.filter((term, index) => {
    const value = values[index];
    return value !== undefined && !sameValue(value, top(term.item)) && !values.some((other) => isLooser(value, other));
  });
  const open: Value = item.kind === "feature" ? top(item) : item.open;
  const standard = defaults.reduce<Value>((met, { value }) => meet(met, value), open);
  const setters = defaults.filter(({ value }) => sameValue(value, standard));
  return [...binding, "/", ...setters].map((one) => (typeof one === "string" ? one : one.index)).join(" ");
}

const MANY_YEARS = 30;
