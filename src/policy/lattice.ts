import type { Item, Value } from "./item.js";
import { FEATURE_LEVELS, NO_LIMIT } from "./item.js";
import type { WeekWindows } from "./week-windows.js";
import { NO_WINDOWS, WHOLE_WEEK, contains, intersection, union } from "./week-windows.js";

// Every value belongs to one item, and an item's values are all chains or all windows: mixing them is a fault of the caller's.
function mixed(): never {
  throw new TypeError("a rank and a set of windows cannot be compared");
}

/** Whether two values of one item are the same. */
export function sameValue(a: Value, b: Value): boolean {
  return typeof a === "number" || typeof b === "number" ? a === b : a.key === b.key;
}

/** `a` is at least as strict as `b` (S1). */
export function isAtLeastAsStrict(a: Value, b: Value): boolean {
  if (typeof a === "number") return typeof b === "number" ? a <= b : mixed();
  return typeof b === "number" ? mixed() : contains(a, b);
}

/** `a` is looser than `b`: not the same, and `b` is at least as strict. */
export function isLooser(a: Value, b: Value): boolean {
  return !sameValue(a, b) && isAtLeastAsStrict(b, a);
}

/** The stricter of two values: for windows, all minutes of both. */
export function meet(a: Value, b: Value): Value {
  if (typeof a === "number") return typeof b === "number" ? Math.min(a, b) : mixed();
  // A union is worth saving: the same few windows are met again and again.
  return typeof b === "number" ? mixed() : a.key === b.key ? a : union(a, b);
}

/** The looser of two values: for windows, the minutes that are in both. */
export function join(a: Value, b: Value): Value {
  if (typeof a === "number") return typeof b === "number" ? Math.max(a, b) : mixed();
  return typeof b === "number" ? mixed() : intersection(a, b);
}

/** The strictest value of an item. */
export function bottom(item: Item): Value {
  return item.kind === "setting" && item.control === "windows" ? WHOLE_WEEK : 0;
}

/** The loosest value of an item. */
export function top(item: Item): Value {
  if (item.kind === "feature") return FEATURE_LEVELS.length - 1;
  switch (item.control) {
    case "choice":
    case "switch":
      return item.values.length - 1;
    case "minutes":
      return NO_LIMIT;
    case "windows":
      return NO_WINDOWS;
    default:
      return item satisfies never;
  }
}

/** The windows of a windows item's value; throws `TypeError` for a rank. */
export function windowsIn(value: Value): WeekWindows {
  return typeof value === "number" ? mixed() : value;
}

/** A text that is the same for two values of one item exactly when the values are. */
export function valueKey(value: Value): string {
  return typeof value === "number" ? String(value) : value.key;
}
