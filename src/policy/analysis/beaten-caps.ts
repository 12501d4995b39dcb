import type { Term } from "../terms.js";
import { approvalsIn, approvalsOf, leaves, rivalsOf } from "./contributions.js";
import { deadAmong, type Demand } from "./dead-terms.js";
import { finding, type Finding } from "./finding.js";
import type { ItemSurvey } from "./survey.js";
import { capInWords, inVain, lastFirst, placeOfEffect, rulesInWords } from "./words.js";

/** What rules say in vain about one item, and what is to be told about it. */
export interface Vain<Said> {
  readonly findings: readonly Finding[];
  readonly said: ReadonlySet<Said>;
}

/**
 * The caps on an item that change nothing in any case and by any approval. Of rules of one document that say the same
 * the last is reported: all that are can be taken away together.
 */
export function beatenCaps(survey: ItemSurvey): Vain<Term> {
  const { item, caps } = survey.terms;
  const findings: Finding[] = [];
  const said = new Set<Term>();
  const gone = new Set<Term>();
  for (const term of lastFirst(caps.filter(({ source }) => source === item))) {
    const dead = deadAmong(term.rule, demandsOf(term, survey, gone));
    if (!dead) continue;
    said.add(term);
    const place = placeOfEffect(term.rule, item);
    const what = `${capInWords(item, term.cap)} of \`${term.rule.id}\``;
    if (dead.isLawOnItsOwn) {
      findings.push(
        finding("law-already-met", place, `${what} asks for no more of \`${item.key}\` than ${rulesInWords(dead.by)}`),
      );
      continue;
    }
    gone.add(term);
    findings.push(finding("beaten-cap", place, inVain(what, item, dead.by)));
  }
  return { findings, said };
}

function* demandsOf(term: Term, { terms, cases }: ItemSurvey, gone: ReadonlySet<Term>): Generator<Demand> {
  const approvals = approvalsOf(terms);
  for (const one of cases) {
    if (!one.set.caps.includes(term)) continue;
    for (const approved of approvalsIn(one, approvals)) {
      const value = leaves(term, approved, one);
      yield { value, beyond: terms.top, rivals: rivalsOf(term, approved, one, gone) };
    }
  }
}
