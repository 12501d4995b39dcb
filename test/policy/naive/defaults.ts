import { formatDate } from "../../../src/policy/calendar.js";
import type { Item, ItemKey } from "../../../src/policy/item.js";
import type { PolicyDocuments, Rule } from "../../../src/policy/rule.js";
import { amountOf, meet, type Amount } from "./amounts.js";
import { momentAt, type Change } from "./changes.js";
import { startOf } from "./clock.js";
import { factsAt, type Facts } from "./person.js";
import { applying, type Application } from "./rules.js";
import type { WrongReading } from "./wrong-readings.js";

/** V1: the default of today's rules, before any cap; null for a feature. */
export function defaultNow(
  documents: PolicyDocuments,
  item: Item,
  facts: Facts,
  reading: WrongReading | null,
): Amount | null {
  if (item.kind === "feature") return null;
  const rules = applying(documents, facts, reading).map(({ rule }) => rule);
  const laws = rules.filter((rule) => rule.layer === "LAW" && defaultIn(rule, item.key) !== null);
  const counted = reading === "layers" && laws.length > 0 ? laws : rules;
  return counted.flatMap((rule) => defaultIn(rule, item.key) ?? []).reduce(meet, amountOf(item.open));
}

/**
 * V2: the strictest default since the person joined, with today's facts and the rules and ages of then. Before the
 * catalogue's `since` nobody has written down what held (T9).
 * `changes` are the instants at which ages or rules change: between two of them no default does.
 */
export function defaultKept(
  documents: PolicyDocuments,
  item: Item,
  facts: Facts,
  changes: readonly Change[],
  reading: WrongReading | null,
): Amount | null {
  const now = defaultNow(documents, item, facts, reading);
  const { joined, zone } = facts.person;
  if (now === null || joined === null) return now;
  const since = formatDate(documents.catalogue.since);
  const from = startOf(joined < since ? since : joined, zone ?? "+14:00");
  const instants = [momentAt(documents, facts.person, from), ...changes].filter(
    ({ at }) => from <= at && at < facts.at,
  );
  return instants
    .flatMap((moment) => defaultNow(documents, item, factsAt(facts.person, moment, facts.at), reading) ?? [])
    .reduce(meet, now);
}

/** W3, DEFAULT: the rule that set a default, law before platform, then by id. */
export function ruleOfDefault(documents: PolicyDocuments, item: Item, facts: Facts, value: Amount): Application | null {
  const setters = applying(documents, facts, null).filter(({ rule }) => defaultIn(rule, item.key) === value);
  return (
    setters.sort(({ rule: a }, { rule: b }) =>
      a.layer === b.layer ? (a.id < b.id ? -1 : 1) : a.layer === "LAW" ? -1 : 1,
    )[0] ?? null
  );
}

function defaultIn(rule: Rule, item: ItemKey): Amount | null {
  const effect = rule.effects.find((candidate) => candidate.item === item && candidate.default !== null);
  return effect === undefined || effect.default === null ? null : amountOf(effect.default);
}
