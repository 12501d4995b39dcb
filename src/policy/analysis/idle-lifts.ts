import type { Term } from "../terms.js";
import { formatValue } from "../value-text.js";
import { approvalsOf, leaves, rivalsOf } from "./contributions.js";
import { deadAmong, type Demand } from "./dead-terms.js";
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
    const dead = deadAmong(rule, demandsOf(term, survey));
    if (!dead) return [];
    const heldDown = `\`${item.key}\` is held down by ${rulesInWords(dead.by)} wherever the rule applies`;
    if (dead.isLawOnItsOwn) return [finding("law-lift-held-down", place, `${what} is never reached: ${heldDown}`)];
    return [
      finding(
        "idle-lift",
        place,
        `${what} is never reached: ${heldDown}; take it away, or let a guardian lift those too`,
      ),
    ];
  });
}

/** What a lift frees of its cap, others must hold down. */
function* demandsOf(term: Term, { terms, cases }: ItemSurvey): Generator<Demand> {
  for (const one of cases) {
    if (!one.linked || !one.set.caps.includes(term)) continue;
    for (const approved of approvalsOf(terms)) {
      const rivals = rivalsOf(term, approved, one, NONE);
      yield { value: term.cap, beyond: leaves(term, approved, one), rivals };
    }
  }
}

const NONE: ReadonlySet<Term> = new Set();
