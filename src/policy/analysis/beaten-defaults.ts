import type { Setting } from "../item.js";
import { sameValue } from "../lattice.js";
import type { DefaultTerm } from "../terms.js";
import type { Vain } from "./beaten-caps.js";
import { deadAmong, type Demand } from "./dead-terms.js";
import { finding, type Finding } from "./finding.js";
import type { ItemSurvey } from "./survey.js";
import { defaultInWords, inVain, lastFirst, placeOfEffect, rulesInWords } from "./words.js";

/**
 * The defaults of a setting that change nothing in any case. Caps are left out of it: what starts below a cap is kept
 * when the cap is gone (V2). Two rules of one document for just the same cases do not beat but contradict each other.
 */
export function beatenDefaults(survey: ItemSurvey): Vain<DefaultTerm> {
  const { item, defaults } = survey.terms;
  const findings: Finding[] = [];
  const said = new Set<DefaultTerm>();
  const gone = new Set<DefaultTerm>();
  if (item.kind === "feature") return { findings, said };
  for (const term of lastFirst(defaults)) {
    const dead = deadAmong(term.rule, demandsOf(term, item, survey, gone));
    if (!dead) continue;
    said.add(term);
    const place = placeOfEffect(term.rule, item);
    const what = `${defaultInWords(item, term.value)} of \`${term.rule.id}\``;
    if (dead.isLawOnItsOwn) {
      const message = `${what} asks for no more of \`${item.key}\` than ${rulesInWords(dead.by)}`;
      findings.push(finding("law-already-met", place, message));
      continue;
    }
    gone.add(term);
    const rival = defaults.find((other) => contradicts(term, other, survey));
    if (rival) {
      const other = `${defaultInWords(item, rival.value)} of \`${rival.rule.id}\``;
      const message = `${what} and ${other} are for the same people at the same times: keep the one that is meant`;
      findings.push(finding("conflicting-defaults", place, message));
      continue;
    }
    findings.push(finding("beaten-default", place, inVain(what, item, dead.by)));
  }
  return { findings, said };
}

function contradicts(term: DefaultTerm, other: DefaultTerm, { cases }: ItemSurvey): boolean {
  return (
    !sameValue(term.value, other.value) &&
    term.rule.place.file === other.rule.place.file &&
    cases.every(({ set }) => set.defaults.includes(term) === set.defaults.includes(other))
  );
}

function* demandsOf(
  term: DefaultTerm,
  { open }: Setting,
  { cases }: ItemSurvey,
  gone: ReadonlySet<DefaultTerm>,
): Generator<Demand> {
  for (const { set } of cases) {
    if (!set.defaults.includes(term)) continue;
    const rivals = set.defaults
      .filter((other) => other !== term && !gone.has(other))
      .map(({ rule, value }) => ({ rule, value, isOfItem: true }));
    yield { value: term.value, beyond: open, rivals };
  }
}
