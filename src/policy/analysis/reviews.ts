import { dateOf, formatDate, lastOfMonth, type CalendarDate } from "../calendar.js";
import type { Citation, PolicyDocuments } from "../rule.js";
import { finding, type Finding } from "./finding.js";

/** Sources that nobody has compared with their rules for longer than the deployment asks, or on a day yet to come. */
export function overdueReviews({ rules, reviewEvery }: PolicyDocuments, today: CalendarDate): readonly Finding[] {
  if (reviewEvery === null) return [];
  const sources = new Map<string, Citation>();
  for (const { citation } of rules) if (citation) sources.set(JSON.stringify(citation.place), citation);
  return [...sources.values()].flatMap(({ title, reviewedOn, place }) => {
    if (reviewedOn === null) {
      const message = `nobody wrote down when \`${title}\` was reviewed: compare the rules with it, and write \`reviewedOn\``;
      return [finding("overdue-review", place, message)];
    }
    if (reviewedOn > today) {
      const message = `\`${formatDate(reviewedOn)}\` is still to come: write the day on which \`${title}\` was reviewed`;
      return [finding("review-ahead", place, message)];
    }
    const due = monthsAfter(reviewedOn, reviewEvery);
    if (due >= today) return [];
    const message =
      `the review of \`${title}\` was due on ${formatDate(due)}: ` +
      "compare the rules with it, and write the day as `reviewedOn`";
    return [finding("overdue-review", place, message)];
  });
}

/** The same day so many months later, or the last of a month that has no such day. */
function monthsAfter(date: CalendarDate, months: number): CalendarDate {
  const [year, month, day] = [Math.floor(date / 10_000), Math.floor(date / 100) % 100, date % 100];
  const count = year * 12 + (month - 1) + months;
  const last = lastOfMonth(Math.floor(count / 12), (count % 12) + 1);
  return Math.min(day, last % 100) === last % 100 ? last : dateOf(Math.floor(count / 12), (count % 12) + 1, day);
}
