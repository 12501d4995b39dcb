import type { Answer, Moment, Unlock, WindowShare } from "./answer.js";
import type { Contribution } from "./caps.js";
import { bindingContributions, capAt, defaultIn, valueIn } from "./caps.js";
import { APPLIES, SURE_BY_PLACE } from "./cells.js";
import type { Value } from "./item.js";
import { isAtLeastAsStrict, isLooser, meet, sameValue, windowsIn } from "./lattice.js";
import { verdictOn } from "./reasons.js";
import type { Grants, Situation } from "./situation.js";
import { asIs, cellAt, cellIn, stateAtIndex } from "./situation.js";
import type { ItemTerms } from "./terms.js";
import { findUnlocks } from "./unlocks.js";
import { NO_WINDOWS, difference, intersection, union } from "./week-windows.js";

/** What the person and their guardians have said about one item. */
export interface Said {
  readonly preferred: Value | null;
  readonly grants: Grants;
}

/** The answer for an item now, with the moment at which it changes by itself (T7); `situation` is that of the item. */
export function answerNow(situation: Situation, terms: ItemTerms, said: Said): Answer {
  const now = answerAt(situation, 0, terms, said);
  const key = keyOfAnswer(now);
  for (let index = 1; index < situation.states.length; index += 1) {
    if (keyOfAnswer(answerAt(situation, index, terms, said)) !== key) {
      return { ...now, validUntil: stateAtIndex(situation, index).moment };
    }
  }
  return now;
}

/** The ways to make a value choosable (T3 asked of one value); empty when it is, or nothing would. */
export function unlocksOfValue(
  situation: Situation,
  terms: ItemTerms,
  grants: Grants,
  value: Value,
): readonly Unlock[] {
  const cap = capAt(situation, 0, asIs(situation), terms, grants);
  if (isAtLeastAsStrict(value, cap)) return [];
  return findUnlocks(situation, 0, terms, grants, (reached) => isAtLeastAsStrict(value, reached));
}

/** A text that is the same for two answers exactly when they say the same. */
export function keyOfAnswer(answer: Answer): string {
  return JSON.stringify({ ...answer, item: answer.item.key });
}

/** The answer for an item in the state with that index, without the moment at which it changes by itself: `validUntil` is null. */
export function answerAt(situation: Situation, index: number, terms: ItemTerms, { preferred, grants }: Said): Answer {
  const { item } = terms;
  const supposed = asIs(situation);
  const cell = cellAt(situation, index, supposed);
  const cap = capAt(situation, index, supposed, terms, grants);
  const bindings = bindingContributions(situation, index, supposed, terms, grants);
  const todaysDefault = item.kind === "feature" ? null : defaultIn(cell, terms, item.open);
  const keptDefault = item.kind === "feature" ? null : keptDefaultAt(situation, index, terms, item.open);
  const value = valueIn(preferred ?? keptDefault ?? cap, cap);
  const unlocks = findUnlocks(situation, index, terms, grants, (reached) => isLooser(reached, cap));
  const isLocked = sameValue(cap, terms.bottom);
  const verdict = verdictOn({
    item,
    value,
    cap,
    isLocked,
    preferred,
    keptDefault,
    todaysDefault,
    defaults: terms.defaults.flatMap((term) => {
      const flags = cell.flags[term.index] ?? 0;
      return (flags & APPLIES) === 0 ? [] : [{ term, isSureByPlace: (flags & SURE_BY_PLACE) !== 0 }];
    }),
    bindings,
    unlocks,
    isAgeUnknown: situation.isAgeUnknown,
  });
  return {
    item,
    value,
    preferred,
    default: keptDefault === null ? null : meet(keptDefault, cap),
    cap,
    locked: isLocked || item.kind === "feature",
    decidedBy: verdict.decidedBy,
    reason: verdict.reason,
    alsoBoundBy: bindings.filter((one) => one !== verdict.by).map((one) => one.binding),
    minimumAge: minimumAgeAt(situation, index, terms, grants, cap),
    availableFrom: situation.isAgeUnknown ? null : waitAlone(unlocks),
    unlocks,
    validUntil: null,
    shares: item.kind === "setting" && item.control === "windows" ? sharesOf(value, bindings, preferred) : [],
  };
}

/** The strictest default of every day since the person joined, read with today's assurance (V2). */
function keptDefaultAt(situation: Situation, index: number, terms: ItemTerms, open: Value): Value {
  const supposed = asIs(situation);
  const { assurance } = stateAtIndex(situation, index);
  const now = defaultIn(cellAt(situation, index, supposed), terms, open);
  const earlier = situation.past.length > 0 ? [...situation.past, ...situation.states.slice(0, index)] : [];
  return earlier.reduce(
    (kept, state) => meet(kept, defaultIn(cellIn(situation, { ...state, assurance }, supposed), terms, open)),
    now,
  );
}

/** The smallest age which, proven, gives a looser cap under today's rules; for the loosest cap, the smallest that keeps it (T6). */
function minimumAgeAt(
  situation: Situation,
  index: number,
  terms: ItemTerms,
  grants: Grants,
  cap: Value,
): number | null {
  const capIfProven = (proven: number): Value => capAt(situation, index, { ...asIs(situation), proven }, terms, grants);
  const isTop = sameValue(cap, terms.top);
  // An age that even a newborn has reached does not matter.
  if (isTop && sameValue(capIfProven(0), terms.top)) return null;
  const found = situation.table.cells.thresholds.findIndex((_, below) => {
    const reached = capIfProven(below + 1);
    return isTop ? sameValue(reached, terms.top) : isLooser(reached, cap);
  });
  return situation.table.cells.thresholds[found] ?? null;
}

/** When waiting alone is enough (T5). */
function waitAlone(unlocks: readonly Unlock[]): Moment | null {
  for (const { steps } of unlocks) {
    const [step] = steps;
    if (steps.length === 1 && (step?.kind === "REACH_AGE" || step?.kind === "WAIT_UNTIL")) return step.on;
  }
  return null;
}

/** Gives each minute to the first layer that binds it, what is left to the person or the default (W5). */
function sharesOf(value: Value, bindings: readonly Contribution[], preferred: Value | null): readonly WindowShare[] {
  const shares = new Map<WindowShare["layer"], WindowShare["windows"]>();
  let left = windowsIn(value);
  const give = (layer: WindowShare["layer"], windows: WindowShare["windows"]): void => {
    shares.set(layer, union(shares.get(layer) ?? NO_WINDOWS, windows));
    left = difference(left, windows);
  };
  for (const one of bindings) {
    give(one.binding.layer, intersection(windowsIn(one.value), left));
  }
  give(preferred === null ? "DEFAULT" : "USER", left);
  return [...shares].map(([layer, windows]) => ({ layer, windows })).filter((share) => share.windows.ranges.length > 0);
}
