import type { Item, Value } from "../policy/item.js";
import { windowsIn } from "../policy/lattice.js";
import { formatValue, wordsOf } from "../policy/value-text.js";
import { dailyWindowsOf, type DailyWindow, type WeekWindows } from "../policy/week-windows.js";

/** A value where kinds meet: an enum value, `OFF`, whole minutes (1440: no limit), an access level, windows as `21:00-07:00` or `NONE`. */
export function valueText(item: Item, value: Value): string {
  return wordsOf(item) === null && typeof value === "number" ? String(value) : formatValue(item, value);
}

/** The word of an item whose values are words. */
export function wordOf(item: Item, value: Value): string {
  const word = typeof value === "number" ? wordsOf(item)?.[value] : undefined;
  if (word === undefined) throw new TypeError(`\`${item.key}\` has no word for this value`);
  return word;
}

/** The minutes of an item in minutes. */
export function minutesOf(value: Value): number {
  if (typeof value !== "number") throw new TypeError("windows are no minutes");
  return value;
}

/** Windows as people would write them; the same list every time it is asked of the same windows. */
export function writtenWindows(value: Value): readonly DailyWindow[] {
  const windows = windowsIn(value);
  let written = memory.get(windows);
  if (!written) memory.set(windows, (written = dailyWindowsOf(windows)));
  return written;
}

// Windows are shared by everyone with the same answer; writing them is worth doing once.
const memory = new WeakMap<WeekWindows, readonly DailyWindow[]>();
