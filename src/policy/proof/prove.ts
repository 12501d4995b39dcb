import type { CounterExample } from "./counter-example.js";
import { SERVED, type Evaluation } from "./evaluation.js";
import type { Invariant } from "./invariant.js";
import { itemInputs, type ItemInputs } from "./item-inputs.js";
import { itemOutcomes, type ItemOutcomes } from "./item-outcomes.js";
import { proveAlways, rulesToAdd } from "./prove-always.js";
import { provePromise } from "./prove-promise.js";
import { checkFacts, dateWindows, factSpace } from "./proof-facts.js";
import { readTable, type Table } from "../table.js";
import type { PolicyDocuments, Rule, RuleId } from "../rule.js";

/** What was looked at for one invariant. */
export interface Coverage {
  /** How many inputs: the ways in which the facts can be, times all that guardians can say. */
  readonly inputs: number;
  /** How many sets of rules, or pairs of them, all of those inputs come to. */
  readonly compared: number;
}

/** Whether an invariant holds for every input; if not, the smallest input for which it does not. */
export interface Proved extends Coverage {
  readonly invariant: Invariant;
  /** null: it holds. */
  readonly counterExample: CounterExample | null;
}

/** The proof of some invariants: complete, or refused because there is too much to look at. */
export type Proof =
  | { readonly ok: true; readonly proved: readonly Proved[] }
  | { readonly ok: false; readonly inputs: number; readonly most: number };

/** One item, made ready to be proved about. */
export interface ItemProof {
  readonly table: Table;
  readonly inputs: ItemInputs;
  readonly outcomes: ItemOutcomes;
  /** The rules of the policy; the rest are those of invariants. */
  readonly real: bigint;
  /** Its rules that are laws. */
  readonly laws: bigint;
  /** The set of one rule; empty where it says nothing about the item. */
  readonly bitOf: (rule: Rule) => bigint;
  /** The ids of the rules of a set. */
  readonly idsOf: (rules: bigint) => readonly RuleId[];
  readonly evaluation: Evaluation;
}

/** The most ways in which the facts of one item may be; more are refused, never sampled. */
const MOST_INPUTS = 50_000_000;

/** What a proof may be given beside rules and invariants. */
export interface ProofOptions {
  /** What is proved about: what serves, unless a test says otherwise. */
  readonly evaluation?: Evaluation;
  /** Hears how many invariants are proved, after each. */
  readonly tell?: (done: number, count: number) => void;
}

/**
 * Proves invariants over every input, or finds the smallest counter-example of each. Facts that the rules do not tell
 * apart are looked at once (F1 to F8), second places and unknown facts among them; choices, approvals and limits wherever
 * one can make a difference.
 */
export function prove(documents: PolicyDocuments, invariants: readonly Invariant[], options: ProofOptions = {}): Proof {
  return proveTable(readTable(withRules(documents, rulesToAdd(invariants))), invariants, options);
}

/** The same over a table that was read from documents `withRules` of the invariants. */
export function proveTable(
  table: Table,
  invariants: readonly Invariant[],
  { evaluation = SERVED, tell = () => undefined }: ProofOptions = {},
): Proof {
  const added = new Set(rulesToAdd(invariants));
  const windows = dateWindows(table);
  const items = table.terms.map((terms): ItemProof => {
    const bits = new Map(terms.rules.map((rule, at) => [table.rules[rule], 1n << BigInt(at)]));
    const setOf = (isIn: (rule: Rule) => boolean): bigint =>
      [...bits].reduce((set, [rule, bit]) => (rule && isIn(rule) ? set | bit : set), 0n);
    return {
      table,
      inputs: itemInputs(factSpace(table, terms, windows, added)),
      outcomes: itemOutcomes(table, terms, evaluation),
      real: setOf((rule) => !added.has(rule)),
      laws: setOf((rule) => !added.has(rule) && rule.layer === "LAW"),
      bitOf: (rule) => bits.get(rule) ?? 0n,
      idsOf: (rules) => [...bits].flatMap(([rule, bit]) => (rule && (rules & bit) !== 0n ? [rule.id] : [])),
      evaluation,
    };
  });
  const most = Math.max(...items.map(({ inputs }) => inputs.count));
  if (most > MOST_INPUTS) return { ok: false, inputs: most, most: MOST_INPUTS };
  // Every set is decided before any are compared: then it is known whether those that contain others need to be.
  for (const { inputs, outcomes, real } of items) {
    for (const facts of inputs.examples) checkFacts(table, outcomes.terms, facts, added);
    for (const { rules, standing } of inputs.sets) outcomes.of(rules & real, standing);
  }
  const proved = invariants.map((invariant, index): Proved => {
    const result = invariant.kind === "always" ? proveAlways(invariant, items) : provePromise(invariant, items);
    tell(index + 1, invariants.length);
    return { invariant, ...result };
  });
  return { ok: true, proved };
}

/** Documents with some more rules. */
export function withRules(documents: PolicyDocuments, rules: readonly Rule[]): PolicyDocuments {
  return { ...documents, rules: [...documents.rules, ...rules] };
}
