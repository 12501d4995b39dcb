import fc from "fast-check";
import {
  addDays,
  ageOn,
  birthday,
  dateAt,
  LATEST_MIDNIGHT,
  type CalendarDate,
  type TimeZone,
} from "../../../src/policy/calendar.js";
import type { Item } from "../../../src/policy/item.js";
import type { PolicyDocuments, Rule, RuleId } from "../../../src/policy/rule.js";
import { ASSURANCE_LEVELS, type BirthInterval, type RegionCode, type Subject } from "../../../src/policy/subject.js";
import { join, le, meet, readable, type Amount } from "../naive/amounts.js";
import { AGES, question, REGIONS, strictestCatalogue, ZONES, type Question } from "./generators.js";

/** What an evaluator says of an item: the cap, and the default within it. */
export interface Bounds {
  readonly cap: Amount;
  readonly default: Amount | null;
}

/** Whom an evaluator is asked about. */
export type Asked = Omit<Question, "choices">;

/** Anything that can say caps and defaults: the engine, the naive evaluator, the naive evaluator in a wrong reading. */
export type Evaluate = (asked: Asked) => readonly Bounds[];

/** A promise about caps and defaults that holds for every set of rules and every person. */
export type Invariant = (evaluate: Evaluate) => fc.IPropertyWithHooks<[unknown]>;

/** Two questions of which the second must never be answered more strictly than the first. */
interface Pair {
  readonly strict: Asked;
  readonly loose: Asked;
}

const anyone = question(strictestCatalogue);

/** The promises by name. */
export const INVARIANTS = {
  "adding a rule never loosens": neverStricter(
    fc
      .tuple(anyone, fc.nat())
      .map(([asked, pick]) => ({ strict: asked, loose: { ...asked, documents: withoutOne(asked.documents, pick) } })),
  ),
  "older is never stricter": neverStricter(
    fc.tuple(anyone, someBirth(), fc.nat(5_000)).map(([asked, born, days]) => ({
      strict: withBirth(asked, exactly(born)),
      loose: withBirth(asked, exactly(addDays(born, -days))),
    })),
  ),
  "more assurance is never stricter": neverStricter(
    fc
      .tuple(anyone, fc.subarray([...ASSURANCE_LEVELS], { minLength: 2, maxLength: 2 }))
      .map(([asked, [less, more]]) => ({
        strict: withFacts(asked, less === undefined ? {} : { assurance: less }),
        loose: withFacts(asked, more === undefined ? {} : { assurance: more }),
      })),
  ),
  "an unknown age is never looser than any age it could be": neverStricter(
    fc
      .tuple(anyone, someBirth(), fc.nat(3_000), fc.nat(3_000), fc.constantFrom("both", "low", "high", "neither"))
      .map(([asked, born, before, after, open]) => ({
        strict: withBirth(asked, {
          earliest: open === "both" || open === "low" ? null : addDays(born, -before),
          latest: open === "both" || open === "high" ? null : addDays(born, after),
        }),
        loose: withBirth(asked, exactly(born)),
      })),
  ),
  "an unknown region is never looser than any place it could be": neverStricter(
    fc.tuple(anyone, fc.constantFrom(...REGIONS)).map(([asked, place]) => ({
      strict: withFacts(asked, { residence: null }),
      loose: withFacts(asked, { residence: place as RegionCode }),
    })),
  ),
  "a country without its subdivision is never looser than any subdivision": neverStricter(
    fc.tuple(anyone, fc.constantFrom("US-CA", "US-FL", "US-WA")).map(([asked, place]) => ({
      strict: withFacts(asked, { residence: "US" as RegionCode }),
      loose: withFacts(asked, { residence: place as RegionCode }),
    })),
  ),
  "an unknown zone is never looser than any zone it could be": neverStricter(
    fc.tuple(anyone, fc.constantFrom(...ZONES)).map(([asked, zone]) => ({
      strict: withFacts(asked, { zone: null }),
      loose: withFacts(asked, { zone: zone as TimeZone }),
    })),
  ),
  "a location only tightens": neverStricter(
    anyone.map((asked) => ({ strict: asked, loose: withFacts(asked, { present: null }) })),
  ),
  "a guardian's approval never tightens": neverStricter(
    anyone.map((asked) => ({
      strict: withFacts(asked, { approvals: new Map([...asked.subject.approvals].slice(1)) }),
      loose: asked,
    })),
  ),
  "a guardian's limit only tightens": neverStricter(
    anyone.map((asked) => ({
      strict: asked,
      loose: withFacts(asked, { limits: new Map([...asked.subject.limits].slice(1)) }),
    })),
  ),
  "linking a guardian who limits nothing never tightens": neverStricter(
    anyone.map((asked) => ({
      strict: withFacts(asked, { guardian: "NONE", limits: new Map() }),
      loose: withFacts(asked, { guardian: "LINKED", limits: new Map() }),
    })),
  ),
  "a rule for everyone under an age binds everyone under it, and no approval goes further than it says": bindsEveryone,
  "two places give the stricter answer of both": bothPlaces,
} as const satisfies Record<string, Invariant>;

/** The name of a promise. */
export type InvariantName = keyof typeof INVARIANTS;

function neverStricter(pairs: fc.Arbitrary<Pair>): Invariant {
  return (evaluate) =>
    fc.property(pairs, ({ strict, loose }) => {
      const looser = evaluate(loose);
      evaluate(strict).forEach((bounds, i) => {
        const item = strict.documents.catalogue.items[i];
        const other = looser[i];
        if (!item || !other) throw new Error("an item has no answer");
        if (!le(bounds.cap, other.cap)) throw broken(item, "cap", bounds.cap, other.cap);
        if (bounds.default !== null && other.default !== null && !le(bounds.default, other.default)) {
          throw broken(item, "default", bounds.default, other.default);
        }
      });
    });
}

function bindsEveryone(evaluate: Evaluate): fc.IPropertyWithHooks<[unknown]> {
  const cases = fc.record({
    asked: anyone,
    age: fc.constantFrom(...AGES),
    born: someBirth(),
    item: fc.nat(),
    cap: fc.nat(),
    lift: fc.nat(),
    live: fc.boolean(),
  });
  return fc.property(cases, ({ asked, age, born, item: pick, cap, lift, live }) => {
    const { items } = asked.documents.catalogue;
    const item = items[pick % items.length];
    if (!item || (item.kind === "setting" && item.control === "windows")) return;
    const top = item.kind === "feature" ? 2 : item.control === "minutes" ? 1_440 : item.values.length - 1;
    const V = cap % top;
    const W = V + 1 + (lift % (top - V));
    const documents = withRule(asked.documents, { age, item, V, W });
    if (ageOn(born, dateAt(asked.at, asked.subject.zone ?? LATEST_MIDNIGHT)) >= age) return;
    const approvals = live ? asked.subject.approvals : new Map();
    const bounds = evaluate(withBirth(withFacts({ ...asked, documents }, { approvals }), exactly(born)))[item.index];
    if (!bounds || !le(bounds.cap, live ? join(V, W) : V)) throw broken(item, "cap", bounds?.cap ?? top, live ? W : V);
  });
}

function bothPlaces(evaluate: Evaluate): fc.IPropertyWithHooks<[unknown]> {
  const place = fc.option(fc.constantFrom(...REGIONS)).map((code) => code as RegionCode | null);
  return fc.property(fc.tuple(anyone, place, fc.constantFrom(...REGIONS)), ([asked, home, away]) => {
    const both = evaluate(withFacts(asked, { residence: home, present: away as RegionCode }));
    const atHome = evaluate(withFacts(asked, { residence: home, present: null }));
    const there = evaluate(withFacts(asked, { residence: away as RegionCode, present: null }));
    both.forEach((bounds, i) => {
      const item = asked.documents.catalogue.items[i];
      const [one, other] = [atHome[i], there[i]];
      if (!item || !one || !other) throw new Error("an item has no answer");
      if (bounds.cap !== meet(one.cap, other.cap)) throw broken(item, "cap", bounds.cap, meet(one.cap, other.cap));
    });
  });
}

function broken(item: Item, field: string, first: Amount, second: Amount): Error {
  return new Error(`${item.key}: a ${field} of ${readable(first)} against ${readable(second)}`);
}

/** Births from infants to people in their thirties as of any instant that is asked about. */
function someBirth(): fc.Arbitrary<CalendarDate> {
  return fc.oneof(
    fc.nat(12_000).map((days) => addDays(birthday(20190303 as CalendarDate, -25), days)),
    fc.constantFrom(20040229 as CalendarDate, 20080229 as CalendarDate),
  );
}

function exactly(born: CalendarDate): BirthInterval {
  return { earliest: born, latest: born };
}

function withBirth(asked: Asked, born: BirthInterval): Asked {
  return withFacts(asked, { born });
}

function withFacts(asked: Asked, facts: Partial<Subject>): Asked {
  return { ...asked, subject: { ...asked.subject, ...facts } };
}

function withoutOne(documents: PolicyDocuments, pick: number): PolicyDocuments {
  return { ...documents, rules: documents.rules.filter((_, i) => i !== pick % documents.rules.length) };
}

function withRule(
  documents: PolicyDocuments,
  { age, item, V, W }: { age: number; item: Item; V: number; W: number },
): PolicyDocuments {
  const place = { file: "fixture.yaml", line: 1, column: 1 };
  const rule: Rule = {
    id: "zz-added" as RuleId,
    layer: "LAW",
    timeline: [{ from: documents.catalogue.since, status: "in force" }],
    where: ["WORLD"],
    minus: [],
    eachYear: null,
    age: { kind: "under", age },
    unlinkedOnly: false,
    effects: [{ item: item.key, cap: { value: V, guardianMayAllow: W }, default: null, place }],
    citation: null,
    place,
  };
  return { ...documents, rules: [...documents.rules, rule] };
}
