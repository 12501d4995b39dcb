import type { Unlock, UnlockStep } from "./answer.js";
import { capAt } from "./caps.js";
import type { Item, ItemKey, Value } from "./item.js";
import { isLooser } from "./lattice.js";
import type { Grants, Situation, Supposed } from "./situation.js";
import { guardiansMayAct, stateAtIndex } from "./situation.js";
import { ASSURANCE_LEVELS } from "./subject.js";
import type { ItemTerms } from "./terms.js";

/** What is asked of a cap: whether it is loose enough. */
export type Goal = (cap: Value) => boolean;

/** One minimal set of moves, and the state in which it reaches the goal. */
interface Found {
  readonly moves: number;
  readonly index: number;
}

// A set of moves is a sum of these, and of one power of two more for each item that a guardian could approve.
const VERIFY_AGE = 1;
const STATE_REGION = 2;
const LINK_GUARDIAN = 4;
const FIRST_APPROVAL = 8;

const NOTHING_LIFTED: ReadonlySet<ItemKey> = new Set();

const ASSURANCE_PROVEN = ASSURANCE_LEVELS.indexOf("VERIFIED");

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
    .flatMap((found) => {
      const proven = ageToProve(search, found);
      // An unlock promises what the age that it names reaches, not what an older one would.
      const reaches = reach(search, found, proven, NOTHING_LIFTED);
      return reaches === null ? [] : [{ reaches, steps: stepsOf(search, found, proven) }];
    });
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
      if (!mayReach(search, { moves, index })) continue;
      found.push({ moves, index });
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

/** Whether the moves can reach the goal in a state, if an age turns out to be the oldest that fits. */
function mayReach(search: Search, { moves, index }: Found): boolean {
  const { situation, from } = search;
  if ((moves & VERIFY_AGE) === 0) return reach(search, { moves, index }, null, NOTHING_LIFTED) !== null;
  // What an inexact age will turn out to be once proven is not known, so nor is when its birthdays are.
  if (index > from && !situation.isExact) return false;
  return reach(search, { moves, index }, stateAtIndex(situation, index).oldest, NOTHING_LIFTED) !== null;
}

/**
 * The loosest cap that meets the goal after the moves, with the age proven to be in a segment; null: they may not be
 * made then, or none does. `lifted`: items of which a guardian only drops the limit, in place of approving.
 */
function reach(
  { situation, terms, grants, goal, approvable }: Search,
  { moves, index }: Found,
  proven: number | null,
  lifted: ReadonlySet<ItemKey>,
): Value | null {
  const approved = approvable.filter((_, place) => (moves & (FIRST_APPROVAL << place)) !== 0).map((item) => item.key);
  const supposed: Supposed = {
    place: null,
    proven,
    linked: situation.linked || (moves & LINK_GUARDIAN) !== 0,
    approves: new Set(approved.filter((key) => !lifted.has(key))),
    lifts: lifted,
  };
  if (moves >= LINK_GUARDIAN && !(supposed.linked && guardiansMayAct(situation, index, supposed))) return null;
  const places = (moves & STATE_REGION) === 0 ? [null] : situation.possible;
  const caps = places
    .map((place) => capAt(situation, index, { ...supposed, place }, terms, grants))
    .filter((cap) => goal(cap));
  return caps.reduce((best: Value | null, cap) => (best === null || isLooser(cap, best) ? cap : best), null);
}

/** The segment of the smallest age of the policy whose proof reaches the goal with the other moves (T4); null: no age is to be proven. */
function ageToProve(search: Search, found: Found): number | null {
  if ((found.moves & VERIFY_AGE) === 0) return null;
  const { thresholds } = search.situation.table.cells;
  const below = thresholds.findIndex((_, segment) => reach(search, found, segment + 1, NOTHING_LIFTED) !== null);
  return below + 1;
}

/** The items whose approval or limit can make a difference: some rule lets a guardian lift it, or a guardian limits it. */
function approvableItems(terms: ItemTerms, grants: Grants): readonly Item[] {
  return terms.sources
    .map((source) => source.item)
    .filter(
      (item) => grants.limits.has(item.key) || terms.caps.some((term) => term.source === item && term.lift !== null),
    );
}

function stepsOf(search: Search, found: Found, proven: number | null): readonly UnlockStep[] {
  const { situation, from, approvable } = search;
  const { moves, index } = found;
  const steps: UnlockStep[] = [];
  const { moment } = stateAtIndex(situation, index);
  if (index > from && moment) {
    const isBirthday = moment.kind === "birthday" && moment.reading === "youngest";
    steps.push(isBirthday ? { kind: "REACH_AGE", age: moment.age, on: moment } : { kind: "WAIT_UNTIL", on: moment });
  }
  const age = proven === null ? undefined : situation.table.cells.thresholds[proven - 1];
  if (age !== undefined) steps.push({ kind: "VERIFY_AGE", age });
  if ((moves & STATE_REGION) !== 0) steps.push({ kind: "STATE_REGION" });
  if ((moves & LINK_GUARDIAN) !== 0) steps.push({ kind: "LINK_GUARDIAN" });
  approvable.forEach((item, place) => {
    if ((moves & (FIRST_APPROVAL << place)) === 0) return;
    // Where only the guardians' own limit stands in the way, dropping it is enough.
    const isLiftEnough = reach(search, found, proven, new Set([item.key])) !== null;
    steps.push({ kind: isLiftEnough ? "GUARDIAN_LIFTS_LIMIT" : "GUARDIAN_APPROVES", item: item.key });
  });
  return steps;
}

function countOf(moves: number): number {
  let count = 0;
  for (let rest = moves; rest > 0; rest &= rest - 1) count += 1;
  return count;
}
