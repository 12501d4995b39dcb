import type { ReasonCode } from "../answer.js";
import { isLooser, sameValue } from "../lattice.js";
import { SOMEWHERE } from "../places.js";
import type { OwnReasonText } from "../rule.js";
import type { Term } from "../terms.js";
import { approvalsIn, approvalsOf, leaves, loosestIn } from "./contributions.js";
import { finding, type Finding } from "./finding.js";
import type { ItemSurvey } from "./survey.js";
import { listed } from "./words.js";

/**
 * Texts of an item for reasons that it is never given for (W4). A reason counts as given where the rules that can bind
 * the item could have it; whether another one always comes first is not asked, so what is reported is certain.
 */
export function unreachableReasons(survey: ItemSurvey, texts: readonly OwnReasonText[]): readonly Finding[] {
  const { item } = survey.terms;
  const own = texts.filter((text) => text.item === item.key);
  if (own.length === 0) return [];
  const given = reasonsOf(survey);
  return own.flatMap(({ code, place }) => {
    if (given.has(code)) return [];
    const message = `\`${item.key}\` is never given for the reason \`${code}\`: take the text away; the reasons are ${listed([...given].sort())}`;
    return [finding("unreachable-reason", place, message)];
  });
}

function reasonsOf(survey: ItemSurvey): ReadonlySet<string> {
  const { terms, cases } = survey;
  const { item, defaults } = terms;
  const codes = new Set<ReasonCode | "GUARDIAN_APPROVAL_PENDING">();
  for (const term of bindingTerms(survey)) for (const code of codesOf(term, survey)) codes.add(code);
  const isOpen = cases.some((one) => sameValue(loosestIn(terms, one), terms.top));
  const isEverUnlocked = cases.some((one) => isLooser(loosestIn(terms, one), terms.bottom));
  if (cases.some((one) => one.linked && isLooser(loosestIn(terms, one), terms.bottom))) codes.add("GUARDIAN_LIMIT");
  if (item.kind === "feature") {
    if (isOpen) codes.add("ALLOWED");
    return codes;
  }
  if (isEverUnlocked) for (const code of ["USER_CHOICE", "PLATFORM_DEFAULT"] as const) codes.add(code);
  if (isEverUnlocked && defaults.some(({ rule }) => rule.layer === "LAW")) codes.add("LAW");
  // A default is kept where it was stricter before: where there is one at all.
  if (isEverUnlocked && defaults.some(({ value }) => isLooser(item.open, value))) codes.add("KEPT");
  return codes;
}

/** The terms that bind in some case by some approval (W1). */
function bindingTerms({ terms, cases }: ItemSurvey): ReadonlySet<Term> {
  const binding = new Set<Term>();
  const approvals = approvalsOf(terms);
  for (const one of cases) {
    if (one.set.caps.every((term) => binding.has(term))) continue;
    for (const approved of approvalsIn(one, approvals)) {
      const values = one.set.caps.map((term) => ({ term, value: leaves(term, approved, one) }));
      for (const { term, value } of values) {
        if (sameValue(value, terms.top) || values.some((other) => isLooser(value, other.value))) continue;
        binding.add(term);
      }
    }
    // What a need closes without an approval binds, whatever else does.
    for (const term of one.set.caps)
      if (term.need !== null && sameValue(leaves(term, null, { ...one, linked: false }), terms.bottom))
        binding.add(term);
  }
  return binding;
}

function codesOf(
  { rule, lift, index }: Term,
  { space }: ItemSurvey,
): readonly (ReasonCode | "GUARDIAN_APPROVAL_PENDING")[] {
  const isUnsureSomewhere = space.places.some(({ reading }) => reading.reach[index] === SOMEWHERE);
  return [
    ...(isUnsureSomewhere ? (["REGION_UNKNOWN"] as const) : []),
    ...(rule.age ? (["AGE_UNKNOWN", "AGE_VERIFICATION_NEEDED", "BELOW_MINIMUM_AGE", "NOT_OFFERED"] as const) : []),
    ...(lift === null ? [] : (["GUARDIAN_APPROVAL_NEEDED", "GUARDIAN_APPROVAL_PENDING"] as const)),
    ...(rule.unlinkedOnly ? (["GUARDIAN_LINK_NEEDED"] as const) : []),
    ...(rule.age ? [] : [rule.layer === "LAW" ? ("LAW" as const) : ("NOT_OFFERED" as const)]),
  ];
}
