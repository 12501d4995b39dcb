import type { Answer } from "../answer.js";
import { APPLIES } from "../cells.js";
import { sameValue, top } from "../lattice.js";
import type { PolicyDocuments, Rule, RuleId } from "../rule.js";
import { isInForce } from "../rule-dates.js";
import type { Table } from "../table.js";
import type { AskedCell } from "./asked-cells.js";

/**
 * What the cases saw of a rule. `decided`: it was the reason of an answer, or bound it. `applied`: it held for somebody
 * who was asked about, and something else decided. `silent`: it never held. `off`: it is never in force in this deployment.
 */
export type RuleSeen = "decided" | "applied" | "silent" | "off";

/** A rule and what the cases saw of it. */
export interface SeenRule {
  readonly rule: Rule;
  readonly seen: RuleSeen;
  /** Nothing is missing: it was seen as far as it can be. */
  readonly isCovered: boolean;
}

/** What the cases saw of each rule, in the order of the documents. */
export function ruleCoverage(
  documents: PolicyDocuments,
  table: Table,
  asked: readonly AskedCell[],
): readonly SeenRule[] {
  const decided = new Set<RuleId>(asked.flatMap(({ answer }) => [...namedBy(answer)]));
  const applied = new Set<RuleId>(
    asked.flatMap(({ cell, terms }) =>
      terms.rules.flatMap((index) => ((cell.flags[index] ?? 0) & APPLIES ? (table.rules[index]?.id ?? []) : [])),
    ),
  );
  return documents.rules.map((rule) => {
    const isOff = !table.dates.dates.some((date) => isInForce(rule, date, documents));
    const seen = decided.has(rule.id) ? "decided" : applied.has(rule.id) ? "applied" : isOff ? "off" : "silent";
    const isCovered = seen === "decided" || seen === "off" || (seen === "applied" && statesOnly(rule, documents));
    return { rule, seen, isCovered };
  });
}

function namedBy({ reason, alsoBoundBy }: Answer): readonly RuleId[] {
  return [reason.rule, ...alsoBoundBy.map(({ rule }) => rule)].filter((id) => id !== null);
}

/** It only says that things are open, which never binds (W1). */
function statesOnly({ effects }: Rule, { catalogue }: PolicyDocuments): boolean {
  return effects.every((effect) => {
    const item = catalogue.items.find(({ key }) => key === effect.item);
    return item && effect.default === null && effect.cap !== null && sameValue(effect.cap.value, top(item));
  });
}
