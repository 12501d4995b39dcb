import { addDays, latestBirth, startOfDay, UTC, type CalendarDate, type Instant } from "../calendar.js";
import { examplePerson } from "../case-coverage/example-person.js";
import type { Item, ItemKey, Value } from "../item.js";
import { isLooser, sameValue, top } from "../lattice.js";
import type { Rule } from "../rule.js";
import type { DateClass } from "../space/item-space.js";
import type { Approval, Choices, Subject } from "../subject.js";
import type { Table } from "../table.js";
import type { Term } from "../terms.js";
import { capOf } from "../terms.js";
import type { Word } from "./guardian-words.js";
import { rulesOf, standingOf } from "./item-inputs.js";
import type { DayReading, Facts } from "./proof-facts.js";
import type { ItemProof } from "./prove.js";

/** A question that can be asked of a policy. */
export interface Question {
  readonly subject: Subject;
  readonly choices: Choices;
  readonly at: Instant;
}

/** An answer of a counter-example. */
export interface ExampleAnswer {
  readonly question: Question;
  /** The loosest value that may be chosen, or the one that holds, as `field` says. */
  readonly value: Value;
  /** The rules of which it comes, by id. */
  readonly rules: readonly Rule["id"][];
}

/** The smallest input for which an invariant does not hold. */
export interface CounterExample {
  readonly item: Item;
  /** `cap`: the loosest value that may be chosen, or a feature's level. `default`: what holds if nobody chooses. `value`: what holds after a choice. */
  readonly field: "cap" | "default" | "value";
  /** The answer that is too loose. */
  readonly is: ExampleAnswer;
  /** What it must not be looser than. */
  readonly bound: Value;
  /** Whose answer the bound is: of other facts, of the same without some rule, or of nobody: of the invariant itself. */
  readonly boundOf:
    | { readonly kind: "person"; readonly answer: ExampleAnswer }
    | { readonly kind: "without rules"; readonly rules: readonly Rule["id"][] }
    | { readonly kind: "with a rule"; readonly value: Value; readonly layer: Rule["layer"] }
    | { readonly kind: "invariant" };
}

/** What was found wrong for some facts. */
export interface Finding {
  readonly field: CounterExample["field"];
  readonly words: readonly Word[];
  readonly is: Value;
  readonly bound: Value;
  /** Where the bound is that of other words. */
  readonly otherWords?: readonly Word[];
  readonly boundOf?: CounterExample["boundOf"];
}

/** Finds the facts for which `wrong` finds something and that say the least: see `sizeOf`. */
export function smallest<Found extends Facts>(
  some: Iterable<Found>,
  wrong: (facts: Found) => Finding | null,
): { readonly facts: Found; readonly finding: Finding } | null {
  let best: { facts: Found; finding: Finding; size: readonly number[] } | null = null;
  for (const facts of some) {
    const finding = wrong(facts);
    if (!finding) continue;
    const size = sizeOf(facts, finding);
    if (!best || isSmaller(size, best.size)) best = { facts, finding, size };
  }
  return best;
}

/**
 * Of two counter-examples the smaller says fewer things that do not go without saying: a proof of age, a guardian, what
 * guardians say, a place or zone that is not known, a second place. Of equal ones, the earlier day, then the place that
 * the rules name first, then the younger person.
 */
function sizeOf({ day, place, person, link }: Facts, { words }: Finding): readonly number[] {
  const said = words.reduce(
    (sum, { approved, limit }) => sum + (approved === null ? 0 : 1) + (limit === null ? 0 : 1),
    0,
  );
  return [
    day.unusual + place.unusual + person.unusual + link.unusual + said,
    day.first,
    day.last,
    place.order,
    person.age,
  ];
}

function isSmaller(a: readonly number[], b: readonly number[]): boolean {
  const at = a.findIndex((one, index) => one !== b[index]);
  return at >= 0 && (a[at] ?? 0) < (b[at] ?? 0);
}

/** Turns what was found into questions that can be asked. `other`: the facts whose answer is the bound, if there are. */
export function counterExample(proof: ItemProof, facts: Facts, finding: Finding, other: Facts | null): CounterExample {
  const { item } = proof.outcomes.terms;
  const answer = (of: Facts, words: readonly Word[], value: Value): ExampleAnswer => ({
    question: questionOf(proof, of, words, finding.field === "default" ? null : finding.is),
    value,
    rules: bindingRules(proof, of, words, finding.field),
  });
  const otherWords = finding.otherWords ?? finding.words;
  return {
    item,
    field: finding.field,
    is: answer(facts, finding.words, finding.is),
    bound: finding.bound,
    boundOf:
      finding.boundOf ??
      (other || finding.otherWords
        ? { kind: "person", answer: answer(other ?? facts, otherWords, finding.bound) }
        : { kind: "invariant" }),
  };
}

function questionOf(
  { table, outcomes }: ItemProof,
  facts: Facts,
  words: readonly Word[],
  wish: Value | null,
): Question {
  const { day, place, person, link } = facts;
  const { terms } = outcomes;
  const at = (home: typeof place.home): ReturnType<typeof examplePerson> =>
    examplePerson(table, {
      date: { spans: [spanFrom(table, day.first)], inForce: day.inForce },
      place: { places: [home], reading: table.places.of(home.region) },
      age: person.age,
      level: person.level,
      linked: link.linked,
    });
  const isZoneKnown = day.first === day.last;
  const example = at(place.home);
  const youngest = isZoneKnown ? example.subject.born.latest : latestBirth(day.first, person.age);
  const approvals = new Map<ItemKey, Approval>();
  const limits = new Map<ItemKey, Value>();
  terms.sources.forEach(({ item }, source) => {
    const { approved = null, limit = null } = words[source] ?? {};
    if (approved !== null)
      approvals.set(item.key, { value: sameValue(approved, top(item)) ? null : approved, until: null });
    if (limit !== null) limits.set(item.key, limit);
  });
  return {
    at: isZoneKnown ? example.at : betweenDays(day),
    choices: wish === null || terms.item.kind === "feature" ? new Map() : new Map([[terms.item.key, wish]]),
    subject: {
      ...example.subject,
      born: person.orOlder
        ? { earliest: null, latest: person.age === 0 ? null : youngest }
        : { earliest: youngest, latest: youngest },
      present: place.present ? at(place.present).subject.residence : null,
      zone: isZoneKnown ? example.subject.zone : null,
      approvals,
      limits,
    },
  };
}

function spanFrom({ dates }: Table, from: CalendarDate): DateClass["spans"][number] {
  return { from, until: dates.dates[dates.epochOf(from) + 1] ?? null };
}

const HOUR = 3_600_000;

/** An instant at which it is every day from the first to the last somewhere: two of them at noon, three an hour earlier. */
function betweenDays({ first, last }: DayReading): Instant {
  const isTwo = addDays(first, 1) === last;
  const from = startOfDay(isTwo ? first : addDays(first, 1), UTC);
  return (from + (isTwo ? 12 : 11) * HOUR) as Instant;
}

/** The rules of the policy that hold an answer down: those of which none is strictly stricter. */
function bindingRules(
  { outcomes, real, bitOf }: ItemProof,
  facts: Facts,
  words: readonly Word[],
  field: CounterExample["field"],
): readonly Rule["id"][] {
  const { terms } = outcomes;
  const applying = rulesOf(facts) & real;
  const approved = (term: Term): Value | null =>
    standingOf(facts).linked
      ? (words[terms.sources.findIndex(({ item }) => item === term.source)]?.approved ?? null)
      : null;
  const all = [
    ...terms.caps.map((term) => ({ rule: term.rule, value: capOf(term, approved(term)) })),
    ...(field === "default" ? terms.defaults : []),
  ].filter(({ rule, value }) => (applying & bitOf(rule)) !== 0n && !sameValue(value, terms.top));
  const binding = all.filter((one) => !all.some((other) => isLooser(one.value, other.value)));
  return [...new Set(binding.map(({ rule }) => rule.id))];
}
