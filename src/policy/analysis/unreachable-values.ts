import { FEATURE_LEVELS, type Feature, type Item, type Value } from "../item.js";
import { isLooser, join, meet, sameValue } from "../lattice.js";
import type { SourcePlace } from "../rule.js";
import { formatValue, wordsOf } from "../value-text.js";
import { approvalsIn, approvalsOf, leaves, loosestIn } from "./contributions.js";
import { finding, type Finding } from "./finding.js";
import type { ItemSurvey } from "./survey.js";
import { listed } from "./words.js";

/** Values of the catalogue that no facts and no approval lead to: of a setting those past the loosest cap, of a feature those that no cap gives. */
export function unreachableValues(survey: ItemSurvey, declaredAt: SourcePlace): readonly Finding[] {
  const { item } = survey.terms;
  const unreachable = item.kind === "feature" ? levelsNeverGiven(item, survey) : valuesPastEveryCap(item, survey);
  if (unreachable.length === 0) return [];
  const values = unreachable.map((value) => formatValue(item, value));
  const message =
    `${listed(values)} of \`${item.key}\` ${values.length === 1 ? "is" : "are"} never permitted to anybody: ` +
    "take it out of the catalogue, or loosen the rules that hold it down";
  return [finding("unreachable-value", declaredAt, message)];
}

/** The loosest cap is a join: of windows, it may be nobody's whole cap, but each minute outside of it is permitted to somebody. */
function valuesPastEveryCap(item: Exclude<Item, Feature>, { terms, cases }: ItemSurvey): readonly Value[] {
  const loosest = cases.reduce((cap: Value, one) => join(cap, loosestIn(terms, one)), terms.bottom);
  const offered = item.control === "minutes" ? item.steps : [...(wordsOf(item) ?? []).keys()];
  return offered.filter((value) => isLooser(value, loosest));
}

function levelsNeverGiven(item: Feature, { terms, cases }: ItemSurvey): readonly Value[] {
  const approvals = approvalsOf(terms);
  const given = new Set<Value>();
  for (const one of cases) {
    for (const approved of approvalsIn(one, approvals))
      given.add(one.set.caps.reduce((cap: Value, term) => meet(cap, leaves(term, approved, one)), terms.top));
  }
  // That a feature is denied to nobody is no fault.
  const meant = [...FEATURE_LEVELS.keys()].filter(
    (level) => level === terms.top || (level === LIMITED && item.limited),
  );
  return meant.filter((level) => ![...given].some((value) => sameValue(value, level)));
}

const LIMITED = FEATURE_LEVELS.indexOf("LIMITED");
