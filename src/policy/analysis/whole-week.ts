import type { Value } from "../item.js";
import { sameValue } from "../lattice.js";
import { WHOLE_WEEK } from "../week-windows.js";
import { isWindows, leaves, loosestIn } from "./contributions.js";
import { beatenBeyond, fewest } from "./fewest.js";
import { finding, type Finding } from "./finding.js";
import type { ItemSurvey } from "./survey.js";
import { lastFirst, placeOfEffect, rulesInWords } from "./words.js";

/** The windows of several rules that together leave no minute of the week, even with every approval. One finding an item. */
export function wholeWeek({ terms, cases }: ItemSurvey): readonly Finding[] {
  const { item } = terms;
  if (!isWindows(item)) return [];
  for (const one of cases) {
    if (!sameValue(loosestIn(terms, one), WHOLE_WEEK)) continue;
    const approved: Value | null = one.linked ? terms.top : null;
    const rivals = one.set.caps.map((term) => ({
      rule: term.rule,
      value: leaves(term, approved, one),
      isOfItem: true,
    }));
    if (rivals.some(({ value }) => sameValue(value, WHOLE_WEEK))) continue;
    const together = lastFirst((fewest(beatenBeyond(WHOLE_WEEK, terms.top, rivals)) ?? []).map((rule) => ({ rule })));
    const [last] = together;
    if (!last) continue;
    const rules = rulesInWords(together.map(({ rule }) => rule));
    return [
      finding(
        "whole-week",
        placeOfEffect(last.rule, item),
        `${rules} together leave no minute of the week for \`${item.key}\`: shorten one, or say \`00:00-24:00\` in one`,
      ),
    ];
  }
  return [];
}
