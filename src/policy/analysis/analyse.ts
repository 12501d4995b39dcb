import type { CalendarDate } from "../calendar.js";
import { inOrder } from "../language/policy-problem.js";
import { formatGap, gapIn } from "../gaps.js";
import { isAtLeastAsStrict, isLooser } from "../lattice.js";
import type { PolicyDocuments, Rule } from "../rule.js";
import { policySpace, sizeOf, type PolicySpace } from "../space/item-space.js";
import type { DefaultTerm, Term } from "../terms.js";
import { beatenCaps } from "./beaten-caps.js";
import { beatenDefaults } from "./beaten-defaults.js";
import { defaultsOutOfReach } from "./default-out-of-reach.js";
import { finding, type Finding } from "./finding.js";
import { idleLifts } from "./idle-lifts.js";
import { idleRegions } from "./idle-regions.js";
import { idleThresholds } from "./idle-thresholds.js";
import { needlessStatements } from "./needless-statements.js";
import { overdueReviews } from "./reviews.js";
import { pointsIn, survey, type ItemSurvey, type Survey } from "./survey.js";
import { tellingApart } from "./telling-apart.js";
import { unreachableReasons } from "./unreachable-reasons.js";
import { unreachableValues } from "./unreachable-values.js";
import { neverInForce } from "./unsatisfiable.js";
import { wholeWeek } from "./whole-week.js";

/** The most combinations of facts that are looked at. The shipped rules tell apart about 36,000. */
const MOST_POINTS = 400_000;

/**
 * Everything that the authors of a policy should know about it, by file, line and column. Complete over every
 * combination of facts that the rules tell apart and over everything guardians can approve; a policy with more than
 * 400,000 combinations is refused with their number, and nothing is ever sampled.
 */
export function analyse(documents: PolicyDocuments, { today }: { readonly today: CalendarDate }): readonly Finding[] {
  const space = policySpace(documents);
  const points = pointsIn(space);
  const found = points > MOST_POINTS ? [tooLarge(space, documents, points)] : throughout(survey(documents, space));
  return inOrder([...found, ...neverInForce(documents, space.table), ...overdueReviews(documents, today)]);
}

function tooLarge({ spaces }: PolicySpace, { declaredAt }: PolicyDocuments, points: number): Finding {
  const [most] = spaces.toSorted((a, b) => sizeOf(b) - sizeOf(a));
  const place = (most && declaredAt.get(most.terms.item.key)) ?? { file: "catalogue.yaml", line: 1, column: 1 };
  const largest = most
    ? `, ${sizeOf(most)} of them for \`${most.terms.item.key}\`: ${most.dates.length} dates x ${most.places.length} places` +
      ` x ${most.ages.length} ages x ${most.levels.length} levels x 2 for a guardian`
    : "";
  return finding(
    "too-large",
    place,
    `the rules tell apart ${points} combinations of facts${largest}; ${MOST_POINTS} are the most that are looked at: ` +
      "name fewer dates, places and ages, or let rules share them",
  );
}

function throughout({ documents, table, items }: Survey): readonly Finding[] {
  const live = new Set<Rule>();
  const findings = items.flatMap((item) => {
    const caps = beatenCaps(item);
    const defaults = beatenDefaults(item);
    for (const rule of speakingUp(item, caps.said, defaults.said)) live.add(rule);
    const { key } = item.terms.item;
    const gap = gapIn(item.space, table.catalogue.guardianPowersUnder);
    const declaredAt = documents.declaredAt.get(key) ?? { file: "catalogue.yaml", line: 1, column: 1 };
    return [
      ...(gap ? [finding("gap", declaredAt, formatGap(gap))] : []),
      ...caps.findings,
      ...defaults.findings,
      ...idleLifts(item, caps.said),
      ...needlessStatements(table, item),
      ...defaultsOutOfReach(item),
      ...wholeWeek(item),
      ...unreachableValues(item, declaredAt),
      ...unreachableReasons(item, documents.ownReasonTexts),
    ];
  });
  const apart = items.map((item) => tellingApart(table, item));
  return [...findings, ...idleThresholds(apart, [...live]), ...idleRegions(apart, [...live])];
}

/** The rules that change something about an item: what they say is in force at some time, no mere statement, and not in vain. */
function speakingUp(
  { terms, cases }: ItemSurvey,
  vainCaps: ReadonlySet<Term>,
  vainDefaults: ReadonlySet<DefaultTerm>,
): readonly Rule[] {
  const { item, top } = terms;
  const caps = terms.caps.filter((term) => term.source === item && isLooser(top, term.cap) && !vainCaps.has(term));
  const defaults = terms.defaults.filter(
    (term) => item.kind === "setting" && !isAtLeastAsStrict(item.open, term.value) && !vainDefaults.has(term),
  );
  const applied = new Set(cases.flatMap(({ set }) => [...set.caps, ...set.defaults]));
  return [...caps, ...defaults].filter((term) => applied.has(term)).map(({ rule }) => rule);
}
