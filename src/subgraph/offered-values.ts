import type { Item, Value } from "../policy/item.js";
import { isAtLeastAsStrict } from "../policy/lattice.js";
import { wordsOf } from "../policy/value-text.js";

/** The values that a page offers for an item, strictest first: its words, or its steps in minutes; none for windows. */
export function offeredValues(item: Item): readonly number[] {
  const words = wordsOf(item);
  if (words !== null) return words.map((_, rank) => rank);
  return item.kind === "setting" && item.control === "minutes" ? item.steps : [];
}

/** Those of them that `cap` leaves open. */
export function openValues(item: Item, cap: Value): readonly number[] {
  return offeredValues(item).filter((value) => isAtLeastAsStrict(value, cap));
}
