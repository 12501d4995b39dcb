import type { Rule, RuleId } from "../rule.js";
import { counterExample, smallest, type Finding } from "./counter-example.js";
import { rulesOf, standingOf, type RealSet } from "./item-inputs.js";
import type { Invariant } from "./invariant.js";
import type { ItemProof, Proved } from "./prove.js";

type Always = Extract<Invariant, { kind: "always" }>;

/**
 * The rules by which invariants of the kind `always` are proved: such an invariant holds if adding its rule changes
 * nothing. So it has the meaning of a rule in every respect, and the facts are cut at its age, its places and its day too.
 */
export function rulesToAdd(invariants: readonly Invariant[]): readonly Rule[] {
  return invariants.flatMap((invariant) => (invariant.kind === "always" ? [ruleOf(invariant)] : []));
}

// The same rule for the same invariant, for rules are told apart by identity.
const rules = new WeakMap<Always, Rule>();

function ruleOf(invariant: Always): Rule {
  const known = rules.get(invariant);
  if (known) return known;
  // No rule of a policy can have such an id.
  const rule = { ...invariant.rule, id: `invariant ${invariant.name}` as RuleId };
  rules.set(invariant, rule);
  return rule;
}

/** Proves that whoever the rule of an invariant fits is bound at least as strictly as it would bind them. */
export function proveAlways(invariant: Always, items: readonly ItemProof[]): Omit<Proved, "invariant"> {
  const rule = ruleOf(invariant);
  const named = items.filter(({ outcomes }) => rule.effects.some(({ item }) => item === outcomes.terms.item.key));
  let [inputs, compared] = [0, 0];
  for (const proof of named) {
    const own = proof.bitOf(rule);
    const sets = proof.inputs.sets.filter(({ rules: applying }) => (applying & own) !== 0n);
    const counted = new Set(sets.map(({ rules: applying }) => applying & proof.real));
    compared += counted.size;
    inputs += countOf(proof, own) * proof.outcomes.ways;
    if (!sets.some((set) => wrong(proof, own, set))) continue;
    const found = smallest(proof.inputs.all(), (facts) =>
      (rulesOf(facts) & own) === 0n ? null : wrong(proof, own, { rules: rulesOf(facts), standing: standingOf(facts) }),
    );
    if (found) return { inputs, compared, counterExample: counterExample(proof, found.facts, found.finding, null) };
  }
  return { inputs, compared, counterExample: null };
}

function wrong({ outcomes, real }: ItemProof, own: bigint, { rules: applying, standing }: RealSet): Finding | null {
  return outcomes.excess(outcomes.of(applying & real, standing), outcomes.of(own, standing));
}

/** In how many ways the facts can be so that a rule applies: each part lets it apply or not by itself. */
function countOf({ inputs: { space } }: ItemProof, own: bigint): number {
  return [space.days, space.places, space.people, space.links]
    .map((readings) => readings.filter(({ rules: applying }) => (applying & own) !== 0n).length)
    .reduce((all, some) => all * some, 1);
}
