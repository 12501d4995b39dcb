import { didYouMean } from "./did-you-mean.js";
import { FEATURE_LEVELS, NO_LIMIT, type Item, type Value } from "./item.js";
import { dailyWindowsOf, windowsOf } from "./week-windows.js";
import { formatDailyWindows, parseDailyWindows } from "./window-text.js";

/** The word for no limit on minutes. */
const NO_LIMIT_WORD = "NO_LIMIT";
/** The word for no windows. */
const NO_WINDOWS_WORD = "NONE";

/** A value read from outside, or what is wrong with it. */
export type ParsedValue =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly problem: string };

/**
 * Reads a value of an item: one of its words; for a switch also false or true; minutes as 0 to 1440 or NO_LIMIT (the
 * same as 1440); windows as `22:00-07:00,MON-FRI 08:00-15:00` or NONE; a feature's access level.
 */
export function parseValue(item: Item, input: string | number | boolean): ParsedValue {
  if (item.kind === "feature") return parseWord(item, FEATURE_LEVELS, input);
  switch (item.control) {
    case "choice":
      return parseWord(item, item.values, input);
    case "switch":
      return parseWord(item, item.values, typeof input === "boolean" ? (input ? "ON" : "OFF") : input);
    case "minutes":
      return parseMinutes(input);
    case "windows":
      return parseWindows(input);
  }
}

/** Writes a value so that `parseValue` reads it back. */
export function formatValue(item: Item, value: Value): string {
  if (typeof value !== "number") return formatDailyWindows(dailyWindowsOf(value)) || NO_WINDOWS_WORD;
  const words = wordsOf(item);
  return words?.[value] ?? (value === NO_LIMIT ? NO_LIMIT_WORD : String(value));
}

/** The words of an item whose values are words, strict to loose; null for minutes and windows. */
export function wordsOf(item: Item): readonly string[] | null {
  if (item.kind === "feature") return FEATURE_LEVELS;
  return item.control === "choice" || item.control === "switch" ? item.values : null;
}

function parseWord(item: Item, words: readonly string[], input: string | number | boolean): ParsedValue {
  const rank = words.findIndex((word) => word === input);
  if (rank >= 0) return { ok: true, value: rank };
  const known = words.map((word) => `\`${word}\``).join(", ");
  return {
    ok: false,
    problem: `\`${input}\` is not a value of \`${item.key}\`: one of ${known}${didYouMean(String(input), words)}`,
  };
}

function parseMinutes(input: string | number | boolean): ParsedValue {
  if (input === NO_LIMIT_WORD) return { ok: true, value: NO_LIMIT };
  const minutes = typeof input === "string" && /^\d{1,4}$/.test(input) ? Number(input) : input;
  return typeof minutes === "number" && Number.isInteger(minutes) && minutes >= 0 && minutes <= NO_LIMIT
    ? { ok: true, value: minutes }
    : { ok: false, problem: `\`${input}\` is not a number of minutes a day: write 0 to 1439, or \`${NO_LIMIT_WORD}\`` };
}

function parseWindows(input: string | number | boolean): ParsedValue {
  const parsed = parseDailyWindows(input === NO_WINDOWS_WORD ? "" : String(input));
  return parsed.ok ? { ok: true, value: windowsOf(parsed.windows) } : parsed;
}
