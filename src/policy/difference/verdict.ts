import { APPLIES, type CellFacts } from "../cells.js";
import type { Item, ItemKey, Value } from "../item.js";
import { isLooser, meet, sameValue, top } from "../lattice.js";
import type { RuleId } from "../rule.js";
import { capOf, type DefaultTerm, type Term } from "../terms.js";
import type { Side } from "./common-space.js";

/** The rules about an item that apply in some points. */
export interface Applied {
  readonly caps: readonly Term[];
  readonly defaults: readonly DefaultTerm[];
}

/** What holds for somebody of whom nobody has said anything, or whose guardians have approved everything. */
export interface Verdict {
  readonly cap: Value;
  /** The default within the cap; null for a feature. */
  readonly default: Value | null;
}

/** What rules come to, whatever guardians approve: every approval lies between none and all of them. */
export interface Verdicts {
  readonly unasked: Verdict;
  readonly approved: Verdict;
  /** The approvals that it takes for all of that, by item; none: approvals change nothing. */
  readonly approvals: readonly NeededApproval[];
}

/** An approval without which the cap stays stricter. */
export interface NeededApproval {
  readonly item: ItemKey;
  /** The cap when guardians approve everything but this. */
  readonly without: Value;
}

/** Finds the rules that apply where facts are as they are; the same rules are the same object. */
export function appliedIn({ table, terms }: Side): (facts: CellFacts) => Applied {
  const known = new Map<string, Applied>();
  return (facts) => {
    const applying = terms.rules.filter((rule) => (table.cells.flagOf(rule, facts) & APPLIES) !== 0);
    const key = applying.join();
    const applies = ({ index }: { readonly index: number }): boolean => applying.includes(index);
    const found = known.get(key) ?? { caps: terms.caps.filter(applies), defaults: terms.defaults.filter(applies) };
    known.set(key, found);
    return found;
  };
}

/** What applying rules come to (C4, V1). */
export function verdictsOf(item: Item, { caps, defaults }: Applied): Verdicts {
  const capAfter = (approves: (term: Term) => boolean): Value =>
    caps.reduce((cap: Value, term) => meet(cap, capOf(term, approves(term) ? top(term.source) : null)), top(item));
  const open = item.kind === "feature" ? null : item.open;
  const byDefault = open === null ? null : defaults.reduce((value: Value, term) => meet(value, term.value), open);
  const within = (cap: Value): Verdict => ({ cap, default: byDefault === null ? null : meet(byDefault, cap) });
  const approved = capAfter(() => true);
  const sources = [...new Set(caps.map(({ source }) => source.key))].sort();
  return {
    unasked: within(capAfter(() => false)),
    approved: within(approved),
    approvals: sources
      .map((key) => ({ item: key, without: capAfter(({ source }) => source.key !== key) }))
      .filter(({ without }) => isLooser(approved, without)),
  };
}

/** The rules that hold something down: their caps, with or without approvals, and their defaults are as strict as any (W1). */
export function bindingRules(item: Item, { caps, defaults }: Applied): ReadonlySet<RuleId> {
  const strictest = <T extends { readonly rule: { readonly id: RuleId } }>(
    terms: readonly T[],
    valueOf: (term: T) => Value,
  ): readonly RuleId[] =>
    terms
      .filter((term) => !sameValue(valueOf(term), top(item)))
      .filter((term) => !terms.some((other) => isLooser(valueOf(term), valueOf(other))))
      .map(({ rule }) => rule.id);
  return new Set([
    ...strictest(caps, (term) => capOf(term, null)),
    ...strictest(caps, (term) => capOf(term, top(term.source))),
    ...strictest(defaults, ({ value }) => value),
  ]);
}
