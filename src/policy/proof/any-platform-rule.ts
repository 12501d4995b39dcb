import { APPLIES } from "../cells.js";
import type { Item, Value } from "../item.js";
import { isAtLeastAsStrict, isLooser, top } from "../lattice.js";
import type { Rule, RuleId } from "../rule.js";
import type { CounterExample, Finding } from "./counter-example.js";
import { turningPoints, type Word } from "./guardian-words.js";
import type { RealSet } from "./item-inputs.js";
import { flagsOf } from "./item-outcomes.js";
import type { ItemProof } from "./prove.js";

/**
 * Adds to a set of rules about one source, by its index, each rule that a platform could write about it: every cap, with
 * and without an approval that lifts all of it, and, for the item itself, every default. What it finds is looser than the
 * set alone.
 */
export function loosenedByAnyRule(proof: ItemProof, index: number, { rules, standing }: RealSet): Finding | null {
  const { table, evaluation, outcomes, bitOf } = proof;
  const { terms } = outcomes;
  const flags = Uint8Array.of(...flagsOf(table, terms, rules), APPLIES);
  const rule = { ...A_RULE, timeline: [{ from: table.catalogue.since, status: "in force" as const }] };
  const added = { item: terms.item, index: table.rules.length, rule };
  const caps = evaluation.caps(table, flags, standing);
  const { parts, default: starts } = outcomes.of(rules, standing);
  const silent = outcomes.words.map((about) => about[0] ?? SILENCE);
  const boundOf = (value: Value): CounterExample["boundOf"] => ({ kind: "with a rule", value, layer: rule.layer });

  const sources = terms.sources.slice(index, index + 1);
  for (const { item: source, need } of sources) {
    const own = terms.caps.filter((term) => term.source === source && (rules & bitOf(term.rule)) !== 0n);
    for (const { cap, lift } of capsOf(source, turningPoints(source, terms))) {
      const about = { ...terms, sources, caps: [...own, { ...added, source, cap, lift, need }] };
      const worse = (outcomes.grants[index] ?? []).findIndex(
        (grants, at) => !isAtLeastAsStrict(caps(about, grants), parts[index]?.[at] ?? terms.top),
      );
      const [word, grants] = [outcomes.words[index]?.[worse], outcomes.grants[index]?.[worse]];
      if (!word || !grants) continue;
      const [is, bound] = [caps(about, grants), parts[index]?.[worse] ?? terms.top];
      return { field: "cap", words: silent.with(index, word), is, bound, boundOf: boundOf(cap) };
    }
  }
  if (index > 0 || terms.item.kind === "feature" || starts === null) return null;
  for (const value of turningPoints(terms.item, terms)) {
    const defaults = [...terms.defaults, { ...added, value }];
    const is = evaluation.default(flags, { ...terms, defaults }, terms.item.open);
    if (!isAtLeastAsStrict(is, starts))
      return { field: "default", words: silent, is, bound: starts, boundOf: boundOf(value) };
  }
  return null;
}

/** Every cap that a rule can put on an item, as strict and as easily lifted as can make a difference. */
function capsOf(
  source: Item,
  values: readonly Value[],
): readonly { readonly cap: Value; readonly lift: Value | null }[] {
  const loosest = top(source);
  return values.flatMap((cap) => [{ cap, lift: null }, ...(isLooser(loosest, cap) ? [{ cap, lift: loosest }] : [])]);
}

const SILENCE: Word = { approved: null, limit: null };

const A_RULE: Omit<Rule, "timeline"> = {
  id: "any rule of a platform" as RuleId,
  layer: "PLATFORM",
  where: ["WORLD"],
  minus: [],
  eachYear: null,
  age: null,
  unlinkedOnly: false,
  effects: [],
  citation: null,
  place: { file: "platform.yaml", line: 1, column: 1 },
};
