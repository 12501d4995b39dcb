import type { ItemCase } from "../space/item-cases.js";
import { setsOf } from "../space/item-space.js";
import type { Table } from "../table.js";
import { outcomes } from "./outcomes.js";
import type { ItemSurvey } from "./survey.js";

/** Asks of an item whether neighbouring facts are ever answered differently, all other facts being equal. */
export interface TellingApart {
  readonly survey: ItemSurvey;
  /** Whether rules, given as bits, and others lead to different caps or defaults. */
  readonly differ: (some: bigint, others: bigint, linked: boolean) => boolean;
}

/** Prepares the question for one item; each set of rules is worked out once. */
export function tellingApart(table: Table, survey: ItemSurvey): TellingApart {
  const { terms } = survey;
  const setOf = setsOf(terms);
  const outcomeOf = outcomes(terms, ({ key }) => table.termsOf(key));
  const caseOf = (bits: bigint, linked: boolean): Pick<ItemCase, "set" | "linked"> => ({ set: setOf(bits), linked });
  return {
    survey,
    differ: (some, others, linked) =>
      some !== others && outcomeOf(caseOf(some, linked)) !== outcomeOf(caseOf(others, linked)),
  };
}
