import type { Unlock, UnlockStep } from "./answer.js";
import { capAt } from "./caps.js";
import type { Item, ItemKey, Value } from "./item.js";
import { isLooser } from "./lattice.js";
import type { Grants, Situation, Supposed } from "./situation.js";
import { asIs, guardiansMayAct, stateAtIndex } from "./situation.js";
import type { ItemTerms } from "./terms.js";

/** What is asked of a cap: whether it is loose enough. */
export type Goal = (cap: Value) => boolean;

/** One minimal set of moves, and the state in which it reaches the goal. */
interface Found {
  readonly moves: number;
  readonly index: number;
  readonly reaches: Value;
}

// A set of moves is a sum of these, and of one power of two more for each item that a guardian could approve.
const VERIFY_AGE = 1;
const STATE_REGION = 2;
const LINK_GUARDIAN = 4;
const FIRST_APPROVAL = 8;

const ASSURANCE_PROVEN = 4;

/**
 * All sets of moves after which the cap meets the goal, minimal in time and moves, soonest first (T3).
 * `from` is the index of the state that is now: earlier states are over.
 */
export function findUnlocks(
  situation: Situation,
  from: number,
  terms: ItemTerms,
  grants: Grants,
  goal: Goal,
): readonly Unlock[] {
  const approvable = approvableItems(terms, grants);
  const search = { situation, from, terms, grants, goal, approvable };
  return minimalSets(search)
    .sort((a, b) => a.index - b.index || countOf(a.moves) - countOf(b.moves) || a.moves - b.moves)
    .map((found) => ({ reaches: found.reaches, steps: stepsOf(search, found) }));
}

interface Search {
  readonly situation: Situation;
  readonly from: number;
  readonly terms: ItemTerms;
  readonly grants: Grants;
  readonly goal: Goal;
  readonly approvable: readonly Item[];
}

function minimalSets(search: Search): Found[] {
  const { situation, from } = search;
  const found: Found[] = [];
  for (const moves of setsOfMoves(search)) {
    // A superset of moves is worth showing only if it needs less time.
    const before = Math.min(
      situation.states.length,
      ...found.filter((other) => (other.moves & moves) === other.moves).map((other) => other.index),
    );
    for (let index = from; index < before; index += 1) {
      const reaches = reachedBy(search, moves, index);
      if (reaches === null) continue;
      found.push({ moves, index, reaches });
      break;
    }
  }
  return found;
}

/** Every set of moves that is open at all, smaller sets first. */
function setsOfMoves({ situation, from, approvable }: Search): readonly number[] {
  const states = situation.states.slice(from);
  const canVerify = !situation.isExact || states.some((state) => state.assurance < ASSURANCE_PROVEN);
  const open =
    (canVerify ? VERIFY_AGE : 0) +
    (situation.possible.length > 1 ? STATE_REGION : 0) +
    (situation.linked ? 0 : LINK_GUARDIAN) +
    approvable.reduce((sum, _, place) => sum + (FIRST_APPROVAL << place), 0);
  const sets = Array.from({ length: open + 1 }, (_, moves) => moves).filter((moves) => (moves & open) === moves);
  return sets.sort((a, b) => countOf(a) - countOf(b) || a - b);
}

/** The cap that the moves reach in a state, if they may be made then and it meets the goal; else null. */
function reachedBy(search: Search, moves: number, index: number): Value | null {
  const { situation, from, terms, grants, goal } = search;
  const isVerified = (moves & VERIFY_AGE) !== 0;
  // What an inexact age will turn out to be once proven is not known, so nor is when its birthdays are.
  if (isVerified && index > from && !situation.isExact) return null;
  const supposed = supposedAfter(search, moves, isVerified ? stateAtIndex(situation, index).oldest : null);
  if (moves >= LINK_GUARDIAN && !(supposed.linked && guardiansMayAct(situation, index, supposed))) return null;
  const places = (moves & STATE_REGION) === 0 ? [null] : situation.possible;
  const caps = places
    .map((place) => capAt(situation, index, { ...supposed, place }, terms, grants))
    .filter((cap) => goal(cap));
  return caps.reduce((best: Value | null, cap) => (best === null || isLooser(cap, best) ? cap : best), null);
}

function supposedAfter({ situation, approvable }: Search, moves: number, proven: number | null): Supposed {
  const approves = approvable.filter((_, place) => (moves & (FIRST_APPROVAL << place)) !== 0).map((item) => item.key);
  return {
    ...asIs(situation),
    proven,
    linked: situation.linked || (moves & LINK_GUARDIAN) !== 0,
    approves: new Set(approves),
  };
}

/** The items whose approval or limit can make a difference: some rule lets a guardian lift it, or a guardian limits it. */
function approvableItems(terms: ItemTerms, grants: Grants): readonly Item[] {
  return terms.sources
    .map((source) => source.item)
    .filter(
      (item) => grants.limits.has(item.key) || terms.caps.some((term) => term.source === item && term.lift !== null),
    );
}

function stepsOf(search: Search, found: Found): readonly UnlockStep[] {
  const { situation, from, approvable } = search;
  const steps: UnlockStep[] = [];
  const { moment } = stateAtIndex(situation, found.index);
  if (found.index > from && moment) {
    const isBirthday = moment.kind === "birthday" && moment.reading === "youngest";
    steps.push(isBirthday ? { kind: "REACH_AGE", age: moment.age, on: moment } : { kind: "WAIT_UNTIL", on: moment });
  }
  if ((found.moves & VERIFY_AGE) !== 0) steps.push({ kind: "VERIFY_AGE", age: ageToProve(search, found) });
  if ((found.moves & STATE_REGION) !== 0) steps.push({ kind: "STATE_REGION" });
  if ((found.moves & LINK_GUARDIAN) !== 0) steps.push({ kind: "LINK_GUARDIAN" });
  approvable.forEach((item, place) => {
    if ((found.moves & (FIRST_APPROVAL << place)) === 0) return;
    steps.push({
      kind: isLiftEnough(search, found, item.key) ? "GUARDIAN_LIFTS_LIMIT" : "GUARDIAN_APPROVES",
      item: item.key,
    });
  });
  return steps;
}

/** The smallest age of the policy whose proof reaches the goal with the other moves (T4). */
function ageToProve(search: Search, found: Found): number {
  const { situation, terms, grants, goal } = search;
  const { thresholds } = situation.table.cells;
  const places = (found.moves & STATE_REGION) === 0 ? [null] : situation.possible;
  const suffices = (segment: number): boolean => {
    const supposed = supposedAfter(search, found.moves, segment);
    if (found.moves >= LINK_GUARDIAN && !guardiansMayAct(situation, found.index, supposed)) return false;
    return places.some((place) => goal(capAt(situation, found.index, { ...supposed, place }, terms, grants)));
  };
  const place = thresholds.findIndex((_, below) => suffices(below + 1));
  return thresholds[place] ?? 0;
}

/** Only the guardians' own limit on the item stands in the way: dropping it reaches the goal without an approval. */
function isLiftEnough(search: Search, found: Found, item: ItemKey): boolean {
  const { situation, terms, grants, goal } = search;
  const isVerified = (found.moves & VERIFY_AGE) !== 0;
  const after = supposedAfter(search, found.moves, isVerified ? stateAtIndex(situation, found.index).oldest : null);
  const supposed = {
    ...after,
    approves: new Set([...after.approves].filter((key) => key !== item)),
    lifts: new Set([item]),
  };
  const places = (found.moves & STATE_REGION) === 0 ? [null] : situation.possible;
  return places.some((place) => goal(capAt(situation, found.index, { ...supposed, place }, terms, grants)));
}

function countOf(moves: number): number {
  let count = 0;
  for (let rest = moves; rest > 0; rest &= rest - 1) count += 1;
  return count;
}
