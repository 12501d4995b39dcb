import type { PolicyDocuments } from "../rule.js";
import { itemCases, type ItemCase } from "../space/item-cases.js";
import { sizeOf, type ItemSpace, type PolicySpace } from "../space/item-space.js";
import type { Table } from "../table.js";
import type { ItemTerms } from "../terms.js";

/** Everything that an analysis looks at: the documents, and all ways in which the facts can be, item by item. */
export interface Survey {
  readonly documents: PolicyDocuments;
  readonly table: Table;
  /** In catalogue order. */
  readonly items: readonly ItemSurvey[];
}

/** One item of a survey. */
export interface ItemSurvey {
  readonly terms: ItemTerms;
  readonly space: ItemSpace;
  readonly cases: readonly ItemCase[];
}

/** How many combinations of facts the rules tell apart, item by item and summed. */
export function pointsIn({ spaces }: PolicySpace): number {
  return spaces.reduce((sum, space) => sum + sizeOf(space), 0);
}

/** Goes through the space of every item. */
export function survey(documents: PolicyDocuments, { table, spaces }: PolicySpace): Survey {
  const items = spaces.map((space) => ({ terms: space.terms, space, cases: itemCases(space) }));
  return { documents, table, items };
}
