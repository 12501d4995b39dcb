import { NO_LIMIT, type Item, type Value } from "../item.js";
import { wordsOf } from "../value-text.js";
import { DAY, dailyWindowsOf, WEEKDAYS, type DailyWindow } from "../week-windows.js";
import { formatClockTime, rangesOfDays } from "../window-text.js";
import { itemPath } from "./slots.js";

/** Says the text at a path, with what it fills in. */
export type Say = (path: string, values?: Readonly<Record<string, string | number>>) => string;

/** A value in words: "Friends", "60 minutes a day", "21:00 to 08:00". `language` is that of what is said. */
export function valueInWords(item: Item, value: Value, say: Say, language: string): string {
  if (typeof value !== "number") {
    const windows = dailyWindowsOf(value).map((window) => windowInWords(window, say, language));
    return windows.length === 0 ? say("windows.none") : listed(windows, language);
  }
  const word = wordsOf(item)?.[value];
  if (word !== undefined) return say(item.kind === "feature" ? `levels.${word}` : itemPath(item, `values.${word}`));
  if (value === 0) return say("minutes.none");
  return value === NO_LIMIT ? say("minutes.unlimited") : say("minutes.some", { minutes: value });
}

function windowInWords({ from, until, days }: DailyWindow, say: Say, language: string): string {
  const isWholeDay = from === 0 && until === DAY;
  const times = { from: formatClockTime(from), until: formatClockTime(until) };
  if (days.length === WEEKDAYS.length) return isWholeDay ? say("windows.always") : say("windows.daily", times);
  const ranges = rangesOfDays(days).map(([first, last]) => {
    const [one, other] = [say(`days.${first}`), say(`days.${last}`)];
    return first === last ? one : say("windows.range", { first: one, last: other });
  });
  const inWords = listed(ranges, language);
  return isWholeDay ? say("windows.wholeDay", { days: inWords }) : say("windows.onDays", { days: inWords, ...times });
}

function listed(parts: readonly string[], language: string): string {
  return new Intl.ListFormat(language, { type: "conjunction" }).format(parts);
}
