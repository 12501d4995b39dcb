import { APPLIES } from "../cells.js";
import type { ItemKey, Value } from "../item.js";
import { isAtLeastAsStrict, isLooser, meet, sameValue, valueKey } from "../lattice.js";
import type { Grants } from "../situation.js";
import type { Table } from "../table.js";
import type { ItemTerms } from "../terms.js";
import type { Evaluation, Standing } from "./evaluation.js";
import { wordsAbout, type Word } from "./guardian-words.js";

/** What comes of some rules for everybody in one standing. The same object for the same outcome. */
export interface Outcome {
  /** Source by source, the cap for each word about it, in the order of `ItemOutcomes.words`. */
  readonly parts: readonly (readonly Value[])[];
  /** The default before the cap; null for features. */
  readonly default: Value | null;
}

/** Where one outcome is looser than another. */
export interface Excess {
  readonly field: "cap" | "default";
  /** What the guardians say, source by source. */
  readonly words: readonly Word[];
  readonly is: Value;
  readonly bound: Value;
}

/** Decides one item for sets of rules: bit n of a set is the n-th of `terms.rules`. */
export interface ItemOutcomes {
  readonly terms: ItemTerms;
  /** What guardians can say, source by source, the shortest first; the first is to say nothing. */
  readonly words: readonly (readonly Word[])[];
  /** The same, as the engine hears it. */
  readonly grants: readonly (readonly Grants[])[];
  /** In how many ways guardians can say something about all sources. */
  readonly ways: number;
  of(rules: bigint, standing: Standing): Outcome;
  /** The rules of a set that speak of one source each; those that set defaults are with the item itself. */
  bySource(rules: bigint): readonly bigint[];
  /** The first way in which an outcome is looser than another, with any words or only some; null: in none. */
  excess(outcome: Outcome, over: Outcome, only?: (word: Word) => boolean): Excess | null;
  /**
   * Every outcome so far was the meet of what each of its rules says alone (C4, V1). As long as that holds, a set with
   * more rules is never looser, so that sets of which one contains the other need not be compared.
   */
  isMeetOfRules(): boolean;
}

/** Decides items by an evaluation, each set of rules once. */
export function itemOutcomes(table: Table, terms: ItemTerms, evaluation: Evaluation): ItemOutcomes {
  const words = terms.sources.map(({ item }) => shortestFirst(wordsAbout(item, terms)));
  const parts = terms.sources.map(({ item }) => ({
    ...terms,
    caps: terms.caps.filter((term) => term.source === item),
  }));
  const grants = terms.sources.map(({ item }, source) => (words[source] ?? []).map((word) => grantsOf(item.key, word)));
  const bitOf = new Map(terms.rules.map((rule, place) => [rule, 1n << BigInt(place)]));
  const bitsOf = (some: readonly { readonly index: number }[]): bigint =>
    [...new Set(some.map(({ index }) => bitOf.get(index) ?? 0n))].reduce((set, bit) => set | bit, 0n);
  const saying = parts.map(({ caps }) => bitsOf(caps));
  const setting = bitsOf(terms.defaults);
  let isMeet = true;

  // Sources are decided apart: the cap is the meet over sources, each of which hears only words about itself (C1, C5).
  const partOf = remembering((source: number, rules: bigint, standing: Standing): readonly Value[] => {
    const { item } = terms.sources[source] ?? terms;
    const about = { ...(parts[source] ?? terms), sources: terms.sources.filter((one) => one.item === item) };
    const capOf = evaluation.caps(table, flagsOf(table, terms, rules), standing);
    const caps = (grants[source] ?? []).map((said) => capOf(about, said));
    checkMeet(partOf, source, rules, standing, caps);
    return caps;
  });
  const defaultOf = remembering((_: number, rules: bigint, standing: Standing): readonly Value[] => {
    if (terms.item.kind === "feature") return [];
    const starts = [evaluation.default(flagsOf(table, terms, rules), terms, terms.item.open)];
    checkMeet(defaultOf, 0, rules, standing, starts);
    return starts;
  });
  const checkMeet = (
    find: Remembered,
    source: number,
    rules: bigint,
    standing: Standing,
    found: readonly Value[],
  ): void => {
    if (!isMeet || (rules & (rules - 1n)) === 0n) return;
    const nothing = find(source, 0n, standing);
    const alone = rulesIn(rules).map((rule) => find(source, rule, standing));
    isMeet = found.every((value, at) => {
      const met = alone.reduce((all, one) => meet(all, one[at] ?? all), nothing[at] ?? value);
      return sameValue(met, value);
    });
  };

  const byKey = new Map<string, Outcome>();
  const known = Array.from({ length: STANDINGS }, () => new Map<bigint, Outcome>());
  const excesses = new Map<Outcome, Map<Outcome, Excess | null>>();

  const excess = (outcome: Outcome, over: Outcome, only: (word: Word) => boolean): Excess | null => {
    for (const [source, about] of words.entries()) {
      // The other sources say what is loosest for the first outcome: if it is looser at all, it is so then.
      const others = words.map((_, other) =>
        loosest(outcome.parts[other] ?? [], (at) => only(words[other]?.[at] ?? NOTHING)),
      );
      for (const [at, word] of about.entries()) {
        if (!only(word)) continue;
        const chosen = others.map((other, index) => (index === source ? at : other));
        const [is, bound] = [outcome, over].map(({ parts: all }) =>
          all.reduce((cap: Value, values, index) => meet(cap, values[chosen[index] ?? 0] ?? cap), terms.top),
        );
        if (is === undefined || bound === undefined) continue;
        const said = chosen.map((index, other) => words[other]?.[index] ?? NOTHING);
        if (!isAtLeastAsStrict(is, bound)) return { field: "cap", words: said, is, bound };
        if (outcome.default === null || over.default === null) continue;
        const [starts, mayStart] = [evaluation.value(outcome.default, is), evaluation.value(over.default, bound)];
        if (!isAtLeastAsStrict(starts, mayStart)) return { field: "default", words: said, is: starts, bound: mayStart };
      }
    }
    return null;
  };

  return {
    terms,
    words,
    grants,
    ways: words.reduce((ways, about) => ways * about.length, 1),
    isMeetOfRules: () => isMeet,
    bySource: (rules) => saying.map((about, source) => rules & (source === 0 ? about | setting : about)),
    of(rules, standing) {
      const memory = known[standingKey(standing)] ?? new Map<bigint, Outcome>();
      const seen = memory.get(rules);
      if (seen) return seen;
      const found = {
        parts: terms.sources.map((_, source) => partOf(source, rules & (saying[source] ?? 0n), standing)),
        default: defaultOf(0, rules & setting, ANYBODY)[0] ?? null,
      };
      const text = [...found.parts, [found.default ?? 0]].map((values) => values.map(valueKey).join()).join("/");
      const outcome = byKey.get(text) ?? found;
      byKey.set(text, outcome);
      memory.set(rules, outcome);
      return outcome;
    },
    excess(outcome, over, only) {
      if (outcome === over) return null;
      if (only) return excess(outcome, over, only);
      const memory = excesses.get(outcome) ?? new Map<Outcome, Excess | null>();
      excesses.set(outcome, memory);
      const seen = memory.get(over);
      if (seen !== undefined) return seen;
      const found = excess(outcome, over, () => true);
      memory.set(over, found);
      return found;
    },
  };
}

const NOTHING: Word = { approved: null, limit: null };
const ANYBODY: Standing = { linked: false, isMinor: true };

function grantsOf(key: ItemKey, { approved, limit }: Word): Grants {
  return {
    approved: approved === null ? new Map() : new Map([[key, approved]]),
    limits: limit === null ? new Map() : new Map([[key, limit]]),
  };
}

/** Each rule of a set as a set of its own. */
export function rulesIn(rules: bigint): readonly bigint[] {
  const found: bigint[] = [];
  for (let rest = rules, bit = 1n; rest > 0n; rest >>= 1n, bit <<= 1n) if ((rest & 1n) === 1n) found.push(bit);
  return found;
}

const STANDINGS = 4;

function standingKey({ linked, isMinor }: Standing): number {
  return (linked ? 2 : 0) + (isMinor ? 1 : 0);
}

/** The flags of a cell in which just these rules apply. */
export function flagsOf(table: Table, terms: ItemTerms, rules: bigint): Uint8Array {
  const flags = new Uint8Array(table.rules.length);
  terms.rules.forEach((rule, place) => {
    if (((rules >> BigInt(place)) & 1n) === 1n) flags[rule] = APPLIES;
  });
  return flags;
}

function shortestFirst(words: readonly Word[]): readonly Word[] {
  const length = ({ approved, limit }: Word): number => (approved === null ? 0 : 1) + (limit === null ? 0 : 1);
  return words.toSorted((a, b) => length(a) - length(b));
}

function loosest(values: readonly Value[], isOpen: (at: number) => boolean): number {
  let best = 0;
  values.forEach((value, at) => {
    const before = values[best];
    if (isOpen(at) && before !== undefined && isLooser(value, before)) best = at;
  });
  return best;
}

type Remembered = (source: number, rules: bigint, standing: Standing) => readonly Value[];

function remembering(find: Remembered): Remembered {
  const memories = new Map<number, Map<bigint, readonly Value[]>>();
  return (source, rules, standing) => {
    const key = source * STANDINGS + standingKey(standing);
    const memory = memories.get(key) ?? new Map<bigint, readonly Value[]>();
    memories.set(key, memory);
    const seen = memory.get(rules);
    if (seen !== undefined) return seen;
    const found = find(source, rules, standing);
    memory.set(rules, found);
    return found;
  };
}
