import type { Item } from "../item.js";
import type { RuleId } from "../rule.js";
import { bindingRules, verdictsOf, type Applied, type Verdicts } from "./verdict.js";

/** The rules that apply in some points before and after. */
export interface AppliedPair {
  readonly before: Applied;
  readonly after: Applied;
}

/** Which of the changed rules make the difference in these points: what they say there differs, and it holds something down. */
export function rulesToBlame(
  items: { readonly before: Item; readonly after: Item },
  pair: AppliedPair,
  changed: ReadonlySet<RuleId>,
): readonly RuleId[] {
  const binding = new Set([...bindingRules(items.before, pair.before), ...bindingRules(items.after, pair.after)]);
  const differing = [...changed].filter((rule) => textOf(rule, pair.before) !== textOf(rule, pair.after));
  const blamed = differing.filter((rule) => binding.has(rule));
  return (blamed.length > 0 ? blamed : differing).sort();
}

/**
 * Which changes of single rules change what holds in these points: made alone, or all changes but this one made. For one item that is
 * declared alike in both policies.
 */
export function effectiveRules(item: Item, pair: AppliedPair, changed: Iterable<RuleId>): readonly RuleId[] {
  const [was, is] = [verdictsOf(item, pair.before), verdictsOf(item, pair.after)];
  return [...changed].filter(
    (rule) =>
      textOf(rule, pair.before) !== textOf(rule, pair.after) &&
      !(
        isSame(was, verdictsOf(item, withRuleOf(pair.after, pair.before, rule))) &&
        isSame(is, verdictsOf(item, withRuleOf(pair.before, pair.after, rule)))
      ),
  );
}

/** What applies in `others`, but with one rule as it applies in `source`. */
function withRuleOf(source: Applied, others: Applied, id: RuleId): Applied {
  const swap = <T extends { readonly rule: { readonly id: RuleId } }>(kept: readonly T[], taken: readonly T[]) => [
    ...kept.filter(({ rule }) => rule.id !== id),
    ...taken.filter(({ rule }) => rule.id === id),
  ];
  return { caps: swap(others.caps, source.caps), defaults: swap(others.defaults, source.defaults) };
}

/** What a rule says where it applies; empty: nothing. */
function textOf(id: RuleId, { caps, defaults }: Applied): string {
  const said = [
    ...caps.filter(({ rule }) => rule.id === id).map(({ source, need, cap, lift }) => [source.key, need, cap, lift]),
    ...defaults.filter(({ rule }) => rule.id === id).map(({ value }) => [value]),
  ];
  return said.length === 0 ? "" : JSON.stringify(said);
}

function isSame(one: Verdicts, other: Verdicts): boolean {
  return keyOf(one) === keyOf(other);
}

function keyOf(verdicts: Verdicts): string {
  return JSON.stringify(verdicts);
}
