import { dateOf, formatDate } from "../calendar.js";
import type { PolicyDocuments, Rule } from "../rule.js";
import { LAST_YEAR } from "../rule-dates.js";
import type { Table } from "../table.js";
import { finding, type Finding } from "./finding.js";

/** Rules that are in force on no day: by their own words, because they were over before the first, or as the deployment reads them. */
export function neverInForce({ complyAnyway, takeAsConfirmed }: PolicyDocuments, table: Table): readonly Finding[] {
  const { dates, rules, catalogue } = table;
  const everInForce = dates.dates.flatMap((from, epoch) =>
    from < dateOf(LAST_YEAR, 1, 1) ? [dates.inForce(epoch, epoch).rules] : [],
  );
  return rules.flatMap((rule, index) => {
    if (everInForce.some((flags) => flags[index] === 1)) return [];
    const counts = ({ status }: Rule["timeline"][number]): boolean =>
      status === "in force" ||
      (status === "enjoined" && complyAnyway.has(rule.id)) ||
      (status === "unconfirmed" && takeAsConfirmed.has(rule.id));
    if (!rule.timeline.some(counts)) {
      const statuses = [...new Set(rule.timeline.map(({ status }) => status))].filter((status) => status !== "ended");
      const message = `\`${rule.id}\` is only ever ${statuses.join(" or ")}, and off in this deployment`;
      return [finding("switched-off", rule.place, message)];
    }
    const last = rule.timeline.findLast((entry, place) => place > 0 && counts(rule.timeline[place - 1] ?? entry));
    if (last && last.from <= catalogue.since) {
      const message =
        `\`${rule.id}\` was over on ${formatDate(last.from)}, before the catalogue's first day, ` +
        `${formatDate(catalogue.since)}: take it away, or let \`since\` begin earlier`;
      return [finding("over-before-since", rule.place, message)];
    }
    const why = rule.eachYear ? "its season lies outside its timeline" : `it begins after the year ${LAST_YEAR - 1}`;
    return [finding("never-in-force", rule.place, `\`${rule.id}\` is never in force: ${why}; correct its dates`)];
  });
}
