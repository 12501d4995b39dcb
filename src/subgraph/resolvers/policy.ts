import { ASSURANCE, ITEM_KIND, LAYER } from "../engine-words.js";
import type { Resolvers } from "../generated/resolvers-types.js";
import { personUnlocks } from "../answer-parts.js";
import { graphId } from "../ids.js";
import type { ItemAnswer } from "../person.js";
import { policyTable, unlocksWithoutAgeing } from "../policy-table.js";
import { openValues } from "../offered-values.js";
import { valueText } from "../value-text.js";

/** Resolvers of the rules themselves. */
export const policies: Pick<
  Resolvers,
  "SafetyItem" | "SafetyPolicy" | "SafetyPolicyTable" | "SafetyPolicyRow" | "SafetyPolicyCell"
> = {
  SafetyItem: {
    id: ({ key }) => graphId("item", key),
    kind: ({ kind }) => ITEM_KIND[kind],
    label: (item, { locale }, { served, language }) => served.texts.label(item, locale ?? language),
  },
  SafetyPolicy: {
    languages: ({ texts }) => texts.languages,
    items: ({ policy }) => policy.catalogue.items,
    table: (served, { region, on, assurance, guardianLinked }, { now }) =>
      policyTable(
        served,
        { region: region ?? null, on: on ?? null, assurance: ASSURANCE[assurance], guardianLinked },
        now,
      ),
  },
  SafetyPolicyCell: {
    default: ({ answer: { item, answer } }) => valueText(item, answer.default ?? answer.value),
    allowed: ({ answer }) => openTexts(answer),
    decidedBy: ({ answer: { answer } }) => LAYER[answer.decidedBy],
    reason: ({ answer }) => answer,
    unlocks: (cell) => personUnlocks(cell.answer.person, cell.answer.item, unlocksWithoutAgeing(cell)),
  },
};

/** What is granted, for a feature; what may be chosen, for a setting. */
function openTexts({ item, answer: { cap } }: ItemAnswer): readonly string[] {
  const values = item.kind === "feature" || typeof cap !== "number" ? [cap] : openValues(item, cap);
  return values.map((value) => valueText(item, value));
}
