import type { Item, Value } from "../policy/item.js";
import { parseValue } from "../policy/value-text.js";
import type { Weekday } from "../policy/week-windows.js";

/** A weekly window as it is stored: clock times `HH:MM`, and the days on which it starts; without days: every day. */
export interface StoredWindow {
  readonly from: string;
  readonly until: string;
  readonly days?: readonly Weekday[] | undefined;
}

/**
 * A choice, limit or approved value as it is stored: a word, a switch as ON, OFF, true or false, minutes, or windows as text or as a list.
 * Stored in words so that a catalogue may reorder or extend an item's values; what they mean is read with the catalogue in force.
 */
export type StoredValue = string | number | boolean | readonly StoredWindow[];

/** What a stored value means for an item; null when the item has no such value (any more). */
export function readStoredValue(item: Item, stored: StoredValue): Value | null {
  const parsed = parseValue(item, typeof stored === "object" ? windowText(stored) : stored);
  return parsed.ok ? parsed.value : null;
}

function windowText(windows: readonly StoredWindow[]): string {
  return windows
    .map(({ from, until, days }) => (days ? `${days.join("+")} ${from}-${until}` : `${from}-${until}`))
    .join(",");
}
