import { isAtLeastAsStrict, join, meet } from "../lattice.js";
import { through } from "../terms.js";
import { loosenedByAnyRule } from "./any-platform-rule.js";
import { counterExample, smallest, type Finding } from "./counter-example.js";
import { turningPoints, type Word } from "./guardian-words.js";
import type { Exception, Invariant, Promised, UnknownFact } from "./invariant.js";
import { rulesOf, standingOf, standingWith, type RealSet } from "./item-inputs.js";
import { rulesIn } from "./item-outcomes.js";
import type { Facts, Pair } from "./proof-facts.js";
import type { ItemProof, Proved } from "./prove.js";

type Promise = Extract<Invariant, { kind: "promise" }>;
type Result = Omit<Proved, "invariant">;

/** Proves a promise for each of its items; the first counter-example ends it. */
export function provePromise({ promise, items: named, exceptions }: Promise, items: readonly ItemProof[]): Result {
  let [inputs, compared] = [0, 0];
  const isExcepted = ({ outcomes }: ItemProof): boolean =>
    exceptions.some(({ item, birthday, fact }) => item === outcomes.terms.item && birthday === null && fact === null);
  for (const proof of items) {
    const { item } = proof.outcomes.terms;
    if ((named && !named.includes(item)) || isExcepted(proof)) continue;
    const result = WAYS[promise](
      proof,
      exceptions.filter((exception) => exception.item === null || exception.item === item),
    );
    inputs += result.inputs;
    compared += result.compared;
    if (result.counterExample) return { inputs, compared, counterExample: result.counterExample };
  }
  return { inputs, compared, counterExample: null };
}

/** How each promise is proved. */
const WAYS: Readonly<Record<Promised, (proof: ItemProof, exceptions: readonly Exception[]) => Result>> = {
  "older is never stricter": (proof, exceptions) => {
    const excepted = new Set(exceptions.map(({ birthday }) => birthday));
    return provePairs(
      proof,
      proof.inputs.space.older.filter(({ loose }) => !excepted.has(loose.age)),
    );
  },
  "more assurance is never stricter": (proof) => provePairs(proof, proof.inputs.space.assured),
  "unknown is never looser": (proof, exceptions) => {
    const excepted = new Set(exceptions.map(({ fact }) => fact));
    const { unknown } = proof.inputs.space;
    const of = (fact: UnknownFact): readonly Pair[] => (excepted.has(fact) ? [] : unknown[fact]);
    return provePairs(proof, [...of("age"), ...of("assurance"), ...of("region"), ...of("subdivision"), ...of("zone")]);
  },
  "a second place never loosens": (proof) => provePairs(proof, proof.inputs.space.secondPlace),
  // A link brings whatever limits the guardian then sets; by itself it takes nothing.
  "linking a guardian never tightens": (proof) =>
    provePairs(proof, proof.inputs.space.linked, ({ limit }) => limit === null),
  "an approval never tightens": (proof) => proveSets(proof, comparingWords(proof, isWiderApproval)),
  "a limit only tightens": (proof) => proveSets(proof, comparingWords(proof, isWithoutLimit)),
  "nobody passes a floor": (proof) => proveSets(proof, passesFloor),
  "adding a rule never loosens": (proof) => proveSets(proof, ruleLoosens),
  "laws hold whatever the platform says": (proof) => proveSets(proof, platformLoosensLaw(proof)),
};

/** Proves that in each pair the first facts are never answered more loosely than the second, whatever the others are. */
function provePairs(proof: ItemProof, pairs: readonly Pair[], only?: (word: Word) => boolean): Result {
  const { inputs, outcomes, real } = proof;
  let compared = 0;
  const broken = pairs.filter(({ part, strict, loose }) => {
    compared += 1;
    // More rules are never looser, as long as what they come to is the meet of what each says.
    const hasAllRules = (loose.rules & real & ~strict.rules) === 0n;
    if (hasAllRules && outcomes.isMeetOfRules() && isSameStanding({ part, strict, loose })) return false;
    const rest = inputs.without(part);
    compared += rest.length;
    return rest.some((set) => {
      const [of, over] = [strict, loose].map((reading) =>
        outcomes.of(set.rules & reading.rules & real, standingWith(set, reading)),
      );
      return of && over && outcomes.excess(of, over, only) !== null;
    });
  });
  const other = ({ pair, ...facts }: FactsOfPair): Facts => ({ ...facts, [pair.part]: pair.loose });
  const outcome = (facts: Facts) => outcomes.of(rulesOf(facts) & real, standingOf(facts));
  const found = smallest(factsOfPairs(proof, broken), (facts) =>
    outcomes.excess(outcome(facts), outcome(other(facts)), only),
  );
  return {
    inputs: pairs.reduce((sum, { part }) => sum + inputs.countWithout(part), 0) * outcomes.ways,
    compared,
    counterExample: found && counterExample(proof, found.facts, found.finding, other(found.facts)),
  };
}

/** Facts of which one part is the strict one of a pair. */
type FactsOfPair = Facts & { readonly pair: Pair };

function* factsOfPairs({ inputs }: ItemProof, pairs: readonly Pair[]): Generator<FactsOfPair> {
  for (const pair of pairs) for (const facts of inputs.all({ [pair.part]: pair.strict })) yield { ...facts, pair };
}

function isSameStanding({ strict, loose }: Pair): boolean {
  if ("linked" in strict || "linked" in loose) return false;
  return !("isMinor" in strict && "isMinor" in loose) || strict.isMinor === loose.isMinor;
}

/** Finds what is wrong with a set of rules; null: nothing. */
type Check = (proof: ItemProof, set: RealSet) => Finding | null;

/**
 * Proves something about every set of rules that applies somewhere. First source by source: what the rules about one
 * source come to is the same in many sets, and nothing is wrong with a set if nothing is with its parts. If something
 * is, the sets themselves are asked, where another source may hide it.
 */
function proveSets(proof: ItemProof, wrong: Check): Result {
  const { inputs, outcomes, real } = proof;
  const ask = remembering(wrong);
  const isSound = inputs.sets.every(({ rules, standing }) =>
    outcomes.bySource(rules & real).every((some) => ask(proof, { rules: some, standing }) === null),
  );
  const found = isSound
    ? null
    : smallest(inputs.all(), (facts) => ask(proof, { rules: rulesOf(facts) & real, standing: standingOf(facts) }));
  return {
    inputs: inputs.count * outcomes.ways,
    compared: inputs.sets.length,
    counterExample: found && counterExample(proof, found.facts, found.finding, null),
  };
}

function remembering(check: Check): Check {
  const memories = [0, 1, 2, 3].map(() => new Map<bigint, Finding | null>());
  return (proof, set) => {
    const memory = memories[(set.standing.linked ? 2 : 0) + (set.standing.isMinor ? 1 : 0)];
    const seen = memory?.get(set.rules);
    if (seen !== undefined) return seen;
    const finding = check(proof, set);
    memory?.set(set.rules, finding);
    return finding;
  };
}

/** Compares what follows from different words of the guardians about one source, all else being the same. */
function comparingWords({ outcomes }: ItemProof, isNeverStricter: (other: Word, word: Word) => boolean): Check {
  const pairs = outcomes.words.map((words) =>
    words.flatMap((word, at) =>
      words.flatMap((other, over) => (isNeverStricter(other, word) ? [{ at, over, word, other }] : [])),
    ),
  );
  return (_, { rules, standing }) => {
    const { parts } = outcomes.of(rules, standing);
    for (const [source, caps] of parts.entries()) {
      for (const { at, over, word, other } of pairs[source] ?? []) {
        const [is, bound] = [caps[at], caps[over]];
        if (is === undefined || bound === undefined || isAtLeastAsStrict(is, bound)) continue;
        const words = outcomes.words.map((about, index) => (index === source ? word : (about[0] ?? SILENCE)));
        return { field: "cap", words, otherWords: words.with(source, other), is, bound };
      }
    }
    return null;
  };
}

const SILENCE: Word = { approved: null, limit: null };

function isWiderApproval(other: Word, { approved, limit }: Word): boolean {
  if (other.limit !== limit || other.approved === null || other.approved === approved) return false;
  return approved === null || isAtLeastAsStrict(approved, other.approved);
}

function isWithoutLimit(other: Word, { approved, limit }: Word): boolean {
  return other.approved === approved && other.limit === null && limit !== null;
}

/** However far guardians approve, no rule gives way further than it says, and no choice reaches past the cap. */
function passesFloor({ outcomes, evaluation, bitOf }: ItemProof, { rules, standing }: RealSet): Finding | null {
  const { terms } = outcomes;
  const { parts } = outcomes.of(rules, standing);
  const silent = outcomes.words.map((about) => about[0] ?? SILENCE);
  for (const [source, { item, need }] of terms.sources.entries()) {
    const floor = terms.caps
      .filter((term) => term.source === item && (rules & bitOf(term.rule)) !== 0n)
      .map(({ cap, lift }) => through(terms.item, need, lift === null ? cap : join(cap, lift)))
      .reduce(meet, terms.top);
    for (const [at, word] of (outcomes.words[source] ?? []).entries()) {
      const is = parts[source]?.[at] ?? floor;
      if (!isAtLeastAsStrict(is, floor)) return { field: "cap", words: silent.with(source, word), is, bound: floor };
    }
  }
  if (terms.item.kind === "feature") return null;
  for (const [at, word] of (outcomes.words[0] ?? []).entries()) {
    const cap = parts[0]?.[at] ?? terms.top;
    for (const wish of turningPoints(terms.item, terms)) {
      const is = evaluation.value(wish, cap);
      if (!isAtLeastAsStrict(is, cap)) return { field: "value", words: [word], is, bound: cap };
    }
  }
  return null;
}

/** Leaves out each rule in turn. */
function ruleLoosens(proof: ItemProof, { rules, standing }: RealSet): Finding | null {
  for (const rule of rulesIn(rules)) {
    const finding = excessWithout(proof, { rules, standing }, rule);
    if (finding) return finding;
  }
  return null;
}

/** Leaves out all of the platform's rules, and then adds to the laws alone each thing that a platform could say. */
function platformLoosensLaw(of: ItemProof): Check {
  const alone = of.outcomes.words.map((_, source) =>
    remembering((proof, set) => loosenedByAnyRule(proof, source, set)),
  );
  return (_, { rules, standing }) => {
    const laws = of.outcomes.bySource(rules & of.laws);
    const loosened = (): Finding | null =>
      alone.reduce(
        (found: Finding | null, ask, source) => found ?? ask(of, { rules: laws[source] ?? 0n, standing }),
        null,
      );
    return excessWithout(of, { rules, standing }, rules & ~of.laws) ?? loosened();
  };
}

function excessWithout({ outcomes, idsOf }: ItemProof, { rules, standing }: RealSet, left: bigint): Finding | null {
  const excess = outcomes.excess(outcomes.of(rules, standing), outcomes.of(rules & ~left, standing));
  return excess && { ...excess, boundOf: { kind: "without rules", rules: idsOf(left) } };
}
