import { EARLIEST_MIDNIGHT, LATEST_MIDNIGHT, dateOf, formatInstant, startOfDay } from "./calendar.js";
import { makeDecider } from "./decide.js";
import type { Policy } from "./policy.js";
import type { PolicyDocuments } from "./rule.js";
import { LAST_YEAR } from "./rule-dates.js";
import { readTable } from "./table.js";

/**
 * Compiles checked documents into a policy. The order of rules and files makes no difference to any answer.
 * Answers are computed once for each situation that occurs and remembered within bounds; a policy is never changed by it.
 */
export function compilePolicy(documents: PolicyDocuments): Policy {
  const table = readTable(documents);
  const decide = makeDecider(table);
  const coverage = {
    from: startOfDay(documents.catalogue.since, LATEST_MIDNIGHT),
    until: startOfDay(dateOf(LAST_YEAR, 1, 1), EARLIEST_MIDNIGHT),
  };
  return {
    catalogue: documents.catalogue,
    rules: new Map(documents.rules.map((rule) => [rule.id, rule])),
    thresholds: table.cells.thresholds,
    coverage,
    decide(subject, choices, at) {
      if (!(at >= coverage.from && at < coverage.until)) {
        const [from, until] = [coverage.from, coverage.until].map(formatInstant);
        throw new RangeError(`nothing is known about that instant: ask about one from ${from} on and before ${until}`);
      }
      return decide(subject, choices, at);
    },
  };
}
