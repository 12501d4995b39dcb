import type { Term } from "../terms.js";
import { formatValue } from "../value-text.js";
import { approvalsOf, leaves, rivalsOf } from "./contributions.js";
import { beatenBeyond, fewest, type Enough } from "./fewest.js";
import { finding, type Finding } from "./finding.js";
import type { ItemSurvey } from "./survey.js";
import { placeOfEffect, rulesInWords } from "./words.js";

/** What rules let guardians allow of an item and no approval ever reaches. `vain`: caps that do nothing at all. */
export function idleLifts(survey: ItemSurvey, vain: ReadonlySet<Term>): readonly Finding[] {
  const { item, caps } = survey.terms;
  return caps.flatMap((term) => {
    const { rule, lift } = term;
    if (term.source !== item || lift === null || vain.has(term)) return [];
    const place = placeOfEffect(rule, item);
    const what = `\`guardian may allow: ${formatValue(item, lift)}\` of \`${rule.id}\``;
    if (rule.unlinkedOnly) {
      const why = "the rule applies while no guardian is linked, and approvals count while one is";
      return [finding("idle-lift", place, `${what} never counts: ${why}; take it away`)];
    }
    const heldBy = fewest(heldDown(term, survey));
    if (!heldBy || heldBy.length === 0) return [];
    const why = `${rulesInWords(heldBy)} ${heldBy.length === 1 ? "holds" : "hold"} \`${item.key}\` down wherever it applies`;
    const message = `${what} is never reached: ${why}; take it away, or let a guardian lift those too`;
    return [finding("idle-lift", place, message)];
  });
}

/** For all that a lift frees of its cap, in every case and by every approval, the rules that are as strict there. */
function heldDown(term: Term, { terms, cases }: ItemSurvey): readonly Enough[] {
  return cases.flatMap((one) => {
    if (!one.linked || !one.set.caps.includes(term)) return [];
    return approvalsOf(terms).flatMap((approved) =>
      beatenBeyond(term.cap, leaves(term, approved, one), rivalsOf(term, approved, one, NONE)),
    );
  });
}

const NONE: ReadonlySet<Term> = new Set();
