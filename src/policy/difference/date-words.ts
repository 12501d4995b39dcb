import { formatDate, type CalendarDate } from "../calendar.js";
import { lastDay, type Span } from "./common-space.js";

const MOST_SPANS = 4;

/** Days in words: `from 2027-01-01 on`, `each year from 09-01 to 05-31, from 2026-09-01 on`. `since` is the first day that is compared. */
export function datesInWords(spans: readonly Span[], since: CalendarDate): string {
  const season = seasonIn(spans);
  if (season) return season;
  const words = spans.slice(0, MOST_SPANS).map((span) => spanInWords(span, since));
  const more = spans.length > MOST_SPANS ? [`${spans.length - MOST_SPANS} more times`] : [];
  return new Intl.ListFormat("en", { type: "conjunction" }).format([...words, ...more]);
}

function spanInWords(span: Span, since: CalendarDate): string {
  const last = lastDay(span);
  if (span.from === since) return last === null ? "on every day" : `until ${formatDate(last)}`;
  if (last === null) return `from ${formatDate(span.from)} on`;
  return span.from === last ? `on ${formatDate(last)}` : `from ${formatDate(span.from)} to ${formatDate(last)}`;
}

/** Spans that begin and end on the same days of at least three years in a row, the first and the last perhaps cut short. */
function seasonIn(spans: readonly Span[]): string | null {
  const [first, second, third] = spans;
  const last = spans.at(-1);
  if (!first || !second || !third || !last) return null;
  const days = (span: Span): string => `${monthDay(span.from)} to ${monthDay(lastDay(span))}`;
  const season = days(second);
  const isSeason =
    spans.slice(1, -1).every((span) => days(span) === season) &&
    monthDay(lastDay(first)) === monthDay(lastDay(second)) &&
    monthDay(last.from) === monthDay(second.from) &&
    spans.slice(1).every((span, index) => yearOf(span) - yearOf(spans[index] ?? span) === 1 || index === 0);
  if (!isSeason) return null;
  const end = lastDay(last);
  const until = end === null || yearOf(last) >= LAST_YEAR ? "on" : `to ${formatDate(end)}`;
  return `each year from ${season}, from ${formatDate(first.from)} ${until}`;
}

/** The year before the first that is not answered for (T9). */
const LAST_YEAR = 2_099;

function monthDay(date: CalendarDate | null): string {
  return date === null ? "12-31" : formatDate(date).slice("2026-".length);
}

function yearOf({ from }: Span): number {
  return Math.floor(from / 10_000);
}
