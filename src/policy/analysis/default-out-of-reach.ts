import { isAtLeastAsStrict, isLooser, sameValue } from "../lattice.js";
import { formatValue } from "../value-text.js";
import { isWindows, loosestIn } from "./contributions.js";
import { finding, type Finding } from "./finding.js";
import type { ItemSurvey } from "./survey.js";
import { defaultInWords, placeOfEffect } from "./words.js";

/** Defaults that nobody starts with, because less is permitted wherever their rules apply. What only says that a setting is open is not meant as a start. */
export function defaultsOutOfReach({ terms, cases }: ItemSurvey): readonly Finding[] {
  const { item, defaults } = terms;
  if (item.kind === "feature") return [];
  return defaults.flatMap(({ rule, value, index }) => {
    const here = cases.filter(({ set }) => set.defaults.some((term) => term.index === index));
    if (here.length === 0 || isAtLeastAsStrict(item.open, value)) return [];
    const caps = here.map((one) => loosestIn(terms, one));
    // Windows of a default are added to those of the cap: with all of them in the cap, they add nothing.
    const isOut = (cap: (typeof caps)[number]): boolean =>
      isLooser(value, cap) || (isWindows(item) && sameValue(value, cap));
    if (!caps.every(isOut)) return [];
    const [cap] = caps.toSorted((a, b) => (isLooser(a, b) ? -1 : 1));
    if (cap === undefined) return [];
    const what = `nobody starts with ${defaultInWords(item, value)} of \`${rule.id}\``;
    const why = isWindows(item)
      ? `where it applies, \`at least: ${formatValue(item, cap)}\` holds anyway; add to it, or take the default away`
      : `where it applies, no more than \`${formatValue(item, cap)}\` of \`${item.key}\` is permitted; make it as strict`;
    return [finding("default-out-of-reach", placeOfEffect(rule, item), `${what}: ${why}`)];
  });
}
