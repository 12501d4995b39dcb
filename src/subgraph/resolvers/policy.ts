import type { Value } from "../../policy/item.js";
import { ASSURANCE, ITEM_KIND, LAYER } from "../engine-words.js";
import type { Resolvers } from "../generated/resolvers-types.js";
import { personUnlocks } from "../answer-parts.js";
import { graphId } from "../ids.js";
import type { ItemAnswer } from "../person.js";
import { policyTable, unlocksWithoutAgeing } from "../policy-table.js";
import { openValues } from "../offered-values.js";
import { valueText } from "../value-text.js";
import { localeFor } from "../wording.js";

/** Resolvers of the rules themselves. */
export const policies: Pick<
  Resolvers,
  "SafetyItem" | "SafetyPolicy" | "SafetyPolicyTable" | "SafetyPolicyRow" | "SafetyPolicyCell"
> = {
  SafetyItem: {
    id: ({ key }) => graphId("item", key),
    kind: ({ kind }) => ITEM_KIND[kind],
    label: (item, { locale }, context) => context.served.texts.label(item, localeFor(context, locale)),
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
    defaultLabel: ({ answer: { item, answer } }, { locale }, context) =>
      context.served.texts.value(item, answer.default ?? answer.value, localeFor(context, locale)),
    allowed: ({ answer }) => openIn(answer).map((value) => valueText(answer.item, value)),
    allowedLabels: ({ answer }, { locale }, context) =>
      openIn(answer).map((value) => context.served.texts.value(answer.item, value, localeFor(context, locale))),
    decidedBy: ({ answer: { answer } }) => LAYER[answer.decidedBy],
    reason: ({ answer }) => answer,
    unlocks: (cell) => personUnlocks(cell.answer.person, cell.answer.item, unlocksWithoutAgeing(cell)),
  },
};

/** What is granted, for a feature; what may be chosen, for a setting. */
function openIn({ item, answer: { cap } }: ItemAnswer): readonly Value[] {
  return item.kind === "feature" || typeof cap !== "number" ? [cap] : openValues(item, cap);
}
