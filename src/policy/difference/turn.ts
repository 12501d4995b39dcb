import { NO_LIMIT, type Item, type Value } from "../item.js";
import { isAtLeastAsStrict, sameValue } from "../lattice.js";
import { formatValue, wordsOf } from "../value-text.js";

/** Which way a change goes; neither: it loosens in part, as windows do that move, or values that have no common order. */
export type Direction = "looser" | "stricter" | "neither";

/** A value of an item before and after. */
export interface Turn {
  readonly before: Value;
  readonly after: Value;
  readonly direction: Direction;
}

/** An item as one policy declares it and as the other does. */
export interface ItemPair {
  readonly before: Item;
  readonly after: Item;
}

/** Makes the comparison of an item's values in two policies. It answers null for values that mean the same. */
export function comparisonOf(pair: ItemPair): (before: Value, after: Value) => Turn | null {
  const directionOf = directionsIn(pair);
  return (before, after) => {
    const direction = directionOf(before, after);
    return direction === null ? null : { before, after, direction };
  };
}

function directionsIn({ before, after }: ItemPair): (one: Value, other: Value) => Direction | null {
  if (hasSameValues(before, after)) return byOrder;
  return (one, other) => {
    const [word, otherWord] = [formatValue(before, one), formatValue(after, other)];
    if (word === otherWord) return null;
    const [words, otherWords] = [wordsOf(before) ?? [], wordsOf(after) ?? []];
    const [was, is] = [wordsOf(after)?.indexOf(word) ?? -1, otherWords.indexOf(otherWord)];
    if (was >= 0 && is >= 0) return byOrder(was, is);
    const [wasBefore, isBefore] = [words.indexOf(word), words.indexOf(otherWord)];
    return wasBefore >= 0 && isBefore >= 0 ? byOrder(wasBefore, isBefore) : "neither";
  };
}

/** Whether the values of two declarations are the same, in the same order: numbers mean the same in both. */
export function hasSameValues(before: Item, after: Item): boolean {
  return controlOf(before) === controlOf(after) && String(wordsOf(before)) === String(wordsOf(after));
}

/** What kind of values an item has. */
export function controlOf(item: Item): string {
  if (item.kind === "feature") return item.kind;
  return item.control === "switch" ? "choice" : item.control;
}

function byOrder(one: Value, other: Value): Direction | null {
  if (sameValue(one, other)) return null;
  if (isAtLeastAsStrict(one, other)) return "looser";
  return isAtLeastAsStrict(other, one) ? "stricter" : "neither";
}

/** Whether a change is to be looked at: some of it loosens. */
export function mayLoosen({ direction }: { readonly direction: Direction | null }): boolean {
  return direction === "looser" || direction === "neither";
}

/** What several changes together are. */
export function together(directions: readonly Direction[]): Direction {
  const [first = "stricter"] = directions;
  return directions.every((one) => one === first) ? first : "neither";
}

/** A value in words, with a word for none that people know. */
export function valueInWords(item: Item, value: Value): string {
  return value === NO_LIMIT && controlOf(item) === "minutes" ? "no limit" : formatValue(item, value);
}
