import { top } from "../lattice.js";
import type { PolicyDocuments, Rule, RuleEffect, RuleId, SourcePlace } from "../rule.js";
import { formatValue } from "../value-text.js";

/** The parts of a rule that can change. `deployment`: whether it is followed although enjoined or unconfirmed. */
export type RulePart =
  "layer" | "timeline" | "where" | "minus" | "each year" | "when" | "then" | "citation" | "deployment";

/** What became of a rule. */
export interface RuleChange {
  readonly rule: RuleId;
  readonly kind: "added" | "removed" | "changed";
  /** Of a rule that changed: what of it. */
  readonly parts: readonly RulePart[];
  /** Where it stands: in the policy after, or before when it was removed. */
  readonly place: SourcePlace;
}

/** The rules that are not in both policies as they were, by id. Blocs are compared by their members, and lists as sets. */
export function ruleChanges(before: PolicyDocuments, after: PolicyDocuments): readonly RuleChange[] {
  const [was, is] = [byId(before), byId(after)];
  const ids = [...new Set([...was.keys(), ...is.keys()])].sort();
  return ids.flatMap((id): readonly RuleChange[] => {
    const [one, other] = [was.get(id), is.get(id)];
    if (one && !other) return [{ rule: id, kind: "removed", parts: [], place: one.place }];
    if (!one && other) return [{ rule: id, kind: "added", parts: [], place: other.place }];
    if (!one || !other) return [];
    const [parts, otherParts] = [partsOf(one, before), partsOf(other, after)];
    const changed = PARTS.filter((part) => parts[part] !== otherParts[part]);
    return changed.length === 0 ? [] : [{ rule: id, kind: "changed", parts: changed, place: other.place }];
  });
}

const PARTS = [
  "layer",
  "timeline",
  "where",
  "minus",
  "each year",
  "when",
  "then",
  "citation",
  "deployment",
] as const satisfies readonly RulePart[];

function byId({ rules }: PolicyDocuments): ReadonlyMap<RuleId, Rule> {
  return new Map(rules.map((rule) => [rule.id, rule]));
}

/** Each part as a text that is the same when it says the same, whatever the numbers by which the catalogue counts its values. */
function partsOf(rule: Rule, documents: PolicyDocuments): Readonly<Record<RulePart, string>> {
  const { citation, age, unlinkedOnly } = rule;
  const hasStatus = (status: string): boolean => rule.timeline.some((entry) => entry.status === status);
  return {
    layer: rule.layer,
    timeline: JSON.stringify(rule.timeline),
    where: rule.where.toSorted().join(),
    minus: rule.minus.toSorted().join(),
    "each year": JSON.stringify(rule.eachYear),
    when: JSON.stringify([age, unlinkedOnly]),
    then: rule.effects
      .map((effect) => effectText(effect, documents))
      .sort()
      .join("; "),
    citation: JSON.stringify([citation?.title, citation?.url]),
    deployment: JSON.stringify([
      hasStatus("enjoined") && documents.complyAnyway.has(rule.id),
      hasStatus("unconfirmed") && documents.takeAsConfirmed.has(rule.id),
    ]),
  };
}

function effectText({ item: key, cap, default: byDefault }: RuleEffect, { catalogue }: PolicyDocuments): string {
  const item = catalogue.items.find((one) => one.key === key);
  if (!item) throw new RangeError(`the catalogue does not declare \`${key}\``);
  const words = [cap?.value ?? top(item), cap?.guardianMayAllow ?? null, byDefault].map((value) =>
    value === null ? "-" : formatValue(item, value),
  );
  return `${key} ${cap ? "capped" : "open"} ${words.join(" / ")}`;
}
