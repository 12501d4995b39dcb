import { DAY, WEEKDAYS, type DailyWindow, type Weekday } from "./week-windows.js";

/** Daily windows read from text, or what is wrong with it. */
export type ParsedWindows =
  { readonly ok: true; readonly windows: readonly DailyWindow[] } | { readonly ok: false; readonly problem: string };

/** Reads `HH:MM`, `00:00` to `24:00`, as minutes after midnight; null when it is no such time. */
export function parseClockTime(text: string): number | null {
  const parts = /^(\d\d):([0-5]\d)$/.exec(text);
  const minutes = parts ? Number(parts[1]) * 60 + Number(parts[2]) : Number.NaN;
  return minutes <= DAY ? minutes : null;
}

/** Writes minutes after midnight, 0 to 1440, as `HH:MM`. */
export function formatClockTime(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
}

/**
 * Reads windows separated by commas: `21:00-08:00` (every day), `MON-FRI 08:00-15:00`, `SAT-MON+WED 10:00-12:00`.
 * The days are those on which a window starts; `until` not after `from` is on the next day (S3). Empty text: no windows.
 */
export function parseDailyWindows(text: string): ParsedWindows {
  const windows: DailyWindow[] = [];
  for (const part of text.trim() === "" ? [] : text.split(",")) {
    const window = parseDailyWindow(part.trim());
    if (typeof window === "string") return { ok: false, problem: window };
    windows.push(window);
  }
  return { ok: true, windows };
}

/** Writes one window so that `parseDailyWindows` reads it back: `MON-FRI 08:00-15:00`; without days when it is every day. */
export function formatDailyWindow({ from, until, days }: DailyWindow): string {
  const times = `${formatClockTime(from)}-${formatClockTime(until)}`;
  return days.length === WEEKDAYS.length ? times : `${formatDays(days)} ${times}`;
}

/** Writes windows separated by commas; empty text for none. */
export function formatDailyWindows(windows: readonly DailyWindow[]): string {
  return windows.map(formatDailyWindow).join(",");
}

/** The window, or what is wrong. */
function parseDailyWindow(text: string): DailyWindow | string {
  const parts = /^(?:(\S+) +)?([^\s-]+)-([^\s-]+)$/.exec(text);
  if (!parts) return `\`${text}\` is not a window: write \`21:00-08:00\` or \`MON-FRI 08:00-15:00\``;
  const [, dayText, fromText = "", untilText = ""] = parts;
  const days = dayText === undefined ? WEEKDAYS : parseDays(dayText);
  if (typeof days === "string") return days;
  const from = parseClockTime(fromText);
  if (from === null || from === DAY)
    return `\`${fromText}\` is not a time at which a window starts: write \`00:00\` to \`23:59\``;
  const until = parseClockTime(untilText);
  if (until === null) return `\`${untilText}\` is not a time at which a window ends: write \`00:00\` to \`24:00\``;
  if (from === until) return `\`${text}\` starts and ends at the same time: write \`00:00-24:00\` for a whole day`;
  return { from, until: until === 0 ? DAY : until, days };
}

/** The days of `MON-FRI` or `SAT-MON+WED` in week order, or what is wrong. */
function parseDays(text: string): readonly Weekday[] | string {
  const days = new Set<number>();
  for (const range of text.split("+")) {
    const [first, last, ...more] = range.split("-").map((day) => WEEKDAYS.findIndex((known) => known === day));
    if (first === undefined || first < 0 || (last ?? 0) < 0 || more.length > 0) {
      return `\`${range}\` is not a day or a range of days: write \`MON\`, \`MON-FRI\` or \`MON+WED\``;
    }
    for (let day = first; ; day = (day + 1) % WEEKDAYS.length) {
      days.add(day);
      if (day === (last ?? first)) break;
    }
  }
  return WEEKDAYS.filter((_, day) => days.has(day));
}

/** Days as ranges of days that follow each other, over the end of the week too: first and last, equal for a single day. */
export function rangesOfDays(days: readonly Weekday[]): readonly (readonly [Weekday, Weekday])[] {
  if (days.length === WEEKDAYS.length) return [["MON", "SUN"]];
  const dayAt = (index: number): Weekday => WEEKDAYS[(index + WEEKDAYS.length) % WEEKDAYS.length] ?? "MON";
  return WEEKDAYS.flatMap((day, start) => {
    if (!days.includes(day) || days.includes(dayAt(start - 1))) return [];
    let end = start;
    while (days.includes(dayAt(end + 1))) end += 1;
    return [[day, dayAt(end)] as const];
  });
}

function formatDays(days: readonly Weekday[]): string {
  return rangesOfDays(days)
    .map(([first, last]) => (first === last ? first : `${first}-${last}`))
    .join("+");
}
