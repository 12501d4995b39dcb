import type { Item, Value } from "../item.js";
import { isLooser, meet, sameValue, top, valueKey } from "../lattice.js";
import type { PolicyDocuments, Rule, RuleId } from "../rule.js";
import { itemSpace, setsOf, type Point, type RuleSet } from "../space/item-space.js";
import { readTable, type Table } from "../table.js";
import { capOf, type ItemTerms, type Term } from "../terms.js";

/** A combination of facts for which a changed rule gives an item another answer. */
export interface DifferingPoint {
  readonly item: Item;
  readonly point: Point;
  /** What may be chosen, or what it starts from, is another; otherwise only what is said about it. */
  readonly isAnotherValue: boolean;
}

/** A table that holds a rule and what it would become side by side, so that it tells apart whatever either does. */
export interface BothRules {
  readonly table: Table;
  /** The ids of the rule and of what it would become; null: it would be gone. */
  readonly before: RuleId;
  readonly after: RuleId | null;
}

// No id of a rule file has a full stop.
const AFTER = ".after";

/** Puts a rule and what it would become into one table. */
export function bothRules(documents: PolicyDocuments, rule: Rule, became: Rule | null): BothRules {
  const after = became && ({ ...became, id: `${became.id}${AFTER}` as RuleId } satisfies Rule);
  const alike = (ids: ReadonlySet<RuleId>): ReadonlySet<RuleId> =>
    after && ids.has(rule.id) ? new Set([...ids, after.id]) : ids;
  const table = readTable({
    ...documents,
    rules: after ? [...documents.rules, after] : documents.rules,
    complyAnyway: alike(documents.complyAnyway),
    takeAsConfirmed: alike(documents.takeAsConfirmed),
  });
  return { table, before: rule.id, after: after?.id ?? null };
}

/**
 * Looks through all combinations of facts for those in which a changed rule changes an answer: one for each set of
 * rules that makes a difference, none exactly when no answer about anybody changes.
 */
export function* differingPoints({ table, before, after }: BothRules): Generator<DifferingPoint> {
  for (const terms of table.terms) {
    const named = terms.rules.map((index) => table.rules[index]?.id).map((id) => id === before || id === after);
    if (!named.includes(true)) continue;
    const mask = named.reduce((bits, isNamed, place) => (isNamed ? bits | (1n << BigInt(place)) : bits), 0n);
    const setOf = setsOf(terms);
    const space = itemSpace(table, terms);
    const { bits } = space;
    const seen = [new Set<bigint>(), new Set<bigint>()] as const;
    for (const date of space.dates)
      for (const place of space.places) {
        const here = bits.onDate(date.inForce) & bits.inPlace(place.reading);
        // Where neither rule holds whoever asks, nothing differs.
        if ((here & mask) === 0n) continue;
        for (const age of space.ages)
          for (const level of space.levels)
            for (const linked of [false, true]) {
              const applying = here & bits.ofPerson(age, level, linked);
              const young = age < table.catalogue.guardianPowersUnder;
              const known = seen[young ? 1 : 0];
              if ((applying & mask) === 0n || known.has(applying)) continue;
              known.add(applying);
              const set = setOf(applying);
              const [was, is] = [without(set, after), without(set, before)].map((one) => meaningOf(terms, one, young));
              if (!was || !is) continue;
              const isAnotherValue = was.value !== is.value;
              if (isAnotherValue || was.why !== is.why)
                yield {
                  item: terms.item,
                  point: { date, place, age: usualAge(age, space.ages), level, linked },
                  isAnotherValue,
                };
            }
      }
  }
}

/** Of the youngest ages, the oldest makes the best example: 12 rather than 0. */
function usualAge(age: number, [first, second]: readonly number[]): number {
  return age === first && second !== undefined ? Math.max(age, second - 1) : age;
}

function without({ caps, defaults }: RuleSet, id: RuleId | null): RuleSet {
  return { caps: caps.filter(({ rule }) => rule.id !== id), defaults: defaults.filter(({ rule }) => rule.id !== id) };
}

/** What a set of rules comes to: the values, without approvals and with all of them, and what is said to bind. */
function meaningOf(terms: ItemTerms, { caps, defaults }: RuleSet, young: boolean): { value: string; why: string } {
  const { item } = terms;
  // An approval needs a link, and with a link a rule for the unlinked is gone.
  const capsBy = (approved: boolean): readonly Value[] =>
    caps.map((term) => capOf(term, approved && !term.rule.unlinkedOnly ? top(term.source) : null));
  const closed = capsBy(false);
  const opened = capsBy(true);
  const loosest = (values: readonly Value[]): Value => values.reduce(meet, terms.top);
  const isSetting = item.kind === "setting";
  const standard = isSetting ? defaults.reduce<Value>((met, { value }) => meet(met, value), item.open) : null;
  const setters = defaults.filter(({ value }) => standard !== null && sameValue(value, standard));
  return {
    value: [loosest(closed), loosest(opened), ...(standard === null ? [] : [standard])].map(valueKey).join(" "),
    why: [bindings(caps, closed, opened, young), bindings(caps, opened, opened, young), setterOf(setters)].join(" / "),
  };
}

/** What binds, in the order in which it is named (W1, W2), each with all that its code goes by (W4). */
function bindings(terms: readonly Term[], values: readonly Value[], opened: readonly Value[], young: boolean): string {
  return terms
    .flatMap((term, index) => {
      const [value, most] = [values[index], opened[index]];
      if (value === undefined || most === undefined || sameValue(value, top(term.item))) return [];
      if (values.some((other) => isLooser(value, other))) return [];
      return [{ term, canBeApproved: young && isLooser(most, value) }];
    })
    .map(({ term: { rule }, canBeApproved }) => {
      const ease = rule.unlinkedOnly ? 1 : canBeApproved ? 2 : 0;
      const years = String(MOST_YEARS - (rule.age?.age ?? MOST_YEARS)).padStart(3, "0");
      // The age itself shows only where it is reached; here it decides who is named first.
      return {
        order: `${ease} ${years} ${rule.layer} ${nameOf(rule)}`,
        name: `${nameOf(rule)} ${ease} ${rule.age === null}`,
      };
    })
    .sort((a, b) => (a.order < b.order ? -1 : 1))
    .map(({ name }) => name)
    .join(", ");
}

const MOST_YEARS = 999;

function setterOf(setters: readonly { readonly rule: Rule }[]): string {
  const names = setters.map(({ rule }) => `${rule.layer} ${nameOf(rule)}`).sort();
  return names[0] ?? "";
}

/** A rule and what it would become have one name. */
function nameOf({ id }: Rule): string {
  return id.endsWith(AFTER) ? id.slice(0, -AFTER.length) : id;
}
