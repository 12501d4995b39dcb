import type { Moment } from "./answer.js";
import type { ItemKey } from "./item.js";
import type { PlaceReading } from "./places.js";
import { NOWHERE } from "./places.js";
import type { Situation } from "./situation.js";
import type { ItemTerms } from "./terms.js";
import type { State } from "./timeline.js";

/**
 * The situation with only those states, past and to come, and possible places that make a difference to one item; every
 * answer stays the same. A rule that reaches none of the person's places makes none, whenever it is in force.
 */
export function situationOfItem(situation: Situation, terms: ItemTerms): Situation {
  const rules = rulesThere(situation, terms);
  const thresholds = thresholdsOf(situation, rules);
  const ends = terms.sources.map((source) => situation.approvalEnds.get(source.item.key) ?? -1);
  const kept = situation.states.flatMap((state, index) => {
    const before = situation.states[index - 1];
    return !before || ends.includes(index) || differ(before, state, rules, thresholds) ? [index] : [];
  });
  const approvalEnds = new Map<ItemKey, number>();
  for (const [item, end] of situation.approvalEnds) if (kept.includes(end)) approvalEnds.set(item, kept.indexOf(end));
  return {
    ...situation,
    states: situation.states.filter((_, index) => kept.includes(index)),
    past: pastOf(situation, terms, rules, thresholds),
    approvalEnds,
    possible: distinctPlaces(situation.possible, terms),
  };
}

/** A text that is the same for two situations of an item only when every answer about it is. */
export function itemSituationKey(situation: Situation, terms: ItemTerms): string {
  const { present, possible, states, past, linked, isExact, isAgeUnknown, approvalEnds } = situation;
  const rules = rulesThere(situation, terms);
  const stateKey = ({ moment, inForce, youngest, oldest, assurance }: State): string =>
    `${momentKey(moment)} ${rules.map((rule) => inForce.rules[rule]).join("")} ${youngest} ${oldest} ${assurance}`;
  return [
    terms.item.index,
    linked,
    isExact,
    isAgeUnknown,
    present && reachKey(present, terms),
    ...possible.map((place) => reachKey(place, terms)),
    "now",
    ...states.map(stateKey),
    "before",
    ...past.map(stateKey),
    ...terms.sources.map(({ item }) => approvalEnds.get(item.key)),
  ].join("/");
}

/** Which of the item's rules reach a place, and how surely. */
function reachKey({ reach }: PlaceReading, terms: ItemTerms): string {
  return terms.rules.map((rule) => reach[rule]).join("");
}

function momentKey(moment: Moment | null): string {
  return moment === null ? "" : Object.values(moment).join(" ");
}

/** The rules about the item that reach some place where the person may be. */
function rulesThere({ residence, present }: Situation, terms: ItemTerms): readonly number[] {
  const reaches = (place: PlaceReading | null, rule: number): boolean => (place?.reach[rule] ?? NOWHERE) !== NOWHERE;
  return terms.rules.filter((rule) => reaches(residence, rule) || reaches(present, rule));
}

/** Features have no default, and so nothing that could be kept (S4, V2). */
function pastOf(
  { past }: Situation,
  { item }: ItemTerms,
  rules: readonly number[],
  thresholds: readonly number[],
): readonly State[] {
  if (item.kind === "feature") return [];
  return past.filter((state, index) => {
    const before = past[index - 1];
    return !before || differ(before, state, rules, thresholds);
  });
}

/** The segments below which some of the rules hold, or guardians have powers. */
function thresholdsOf({ table }: Situation, rules: readonly number[]): readonly number[] {
  const ages = new Set(rules.map((rule) => table.rules[rule]?.age?.age ?? table.catalogue.guardianPowersUnder));
  return [...new Set([...ages].map((age) => table.cells.segmentOf(age))), table.powersEnd];
}

function differ(a: State, b: State, rules: readonly number[], thresholds: readonly number[]): boolean {
  const crosses = (from: number, to: number): boolean =>
    from !== to && thresholds.some((threshold) => from < threshold !== to < threshold);
  return (
    a.assurance !== b.assurance ||
    crosses(a.youngest, b.youngest) ||
    crosses(a.oldest, b.oldest) ||
    (a.inForce !== b.inForce && rules.some((rule) => a.inForce.rules[rule] !== b.inForce.rules[rule]))
  );
}

/** One of each group of places that the item's rules do not tell apart. */
function distinctPlaces(places: readonly PlaceReading[], terms: ItemTerms): readonly PlaceReading[] {
  const byReach = new Map<string, PlaceReading>();
  for (const place of places) {
    const key = reachKey(place, terms);
    if (!byReach.has(key)) byReach.set(key, place);
  }
  return [...byReach.values()];
}
