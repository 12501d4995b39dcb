import { FEATURE_LEVELS, NO_LIMIT, type Item, type Value } from "../item.js";
import { sameValue } from "../lattice.js";
import { DAY, dailyWindowsOf, windowsOf } from "../week-windows.js";

/** The next stricter value that a rule about the item could have said; null: there is none. */
export function stricterThan(item: Item, value: Value): Value | null {
  return typeof value === "number" ? (ranksOf(item).findLast((rank) => rank < value) ?? null) : moved(value, -HOUR);
}

/** The next looser value that a rule about the item could have said; null: there is none. */
export function looserThan(item: Item, value: Value): Value | null {
  return typeof value === "number" ? (ranksOf(item).find((rank) => rank > value) ?? null) : moved(value, HOUR);
}

const HOUR = 60;
const LIMITED = FEATURE_LEVELS.indexOf("LIMITED");

/** Strict to loose: words, a feature's levels, or the minutes that a page offers and the strictest of all. */
function ranksOf(item: Item): readonly number[] {
  if (item.kind === "feature")
    return FEATURE_LEVELS.map((_, rank) => rank).filter((rank) => rank !== LIMITED || item.limited !== null);
  switch (item.control) {
    case "choice":
    case "switch":
      return item.values.map((_, rank) => rank);
    case "minutes":
      return [0, ...item.steps.filter((step) => step > 0 && step < NO_LIMIT), NO_LIMIT];
    case "windows":
      return [];
    default:
      return item satisfies never;
  }
}

/** The same windows, each beginning an hour earlier or later; null where none can. */
function moved(value: Exclude<Value, number>, minutes: number): Value | null {
  const windows = dailyWindowsOf(value).map((window) => {
    const from = window.from + minutes;
    // A beginning stays on its day, and a window keeps some length.
    return from < 0 || from >= DAY || from === window.until ? window : { ...window, from };
  });
  const changed = windowsOf(windows);
  return sameValue(changed, value) ? null : changed;
}
