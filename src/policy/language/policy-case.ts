import type { Answer, Layer, Moment } from "../answer.js";
import { formatDate, formatInstant, type CalendarDate, type Instant } from "../calendar.js";
import type { Item, Value } from "../item.js";
import { sameValue } from "../lattice.js";
import type { Policy } from "../policy.js";
import type { SourcePlace } from "../rule.js";
import type { Choices, Subject } from "../subject.js";
import { formatValue } from "../value-text.js";
import type { PolicyProblem } from "./policy-problem.js";

/** A case that stands beside the rules: what a person must be answered when. */
export interface PolicyCase {
  readonly name: string;
  readonly subject: Subject;
  readonly choices: Choices;
  readonly moments: readonly ExpectedMoment[];
}

/** What is expected at some instants that are one moment to a reader: a day's first and last, or one. */
export interface ExpectedMoment {
  /** As written: `2022-11-23`. */
  readonly when: string;
  readonly instants: readonly Instant[];
  readonly items: readonly ExpectedItem[];
}

/** What is expected of one item. What is left out may be anything. */
export interface ExpectedItem {
  readonly item: Item;
  readonly place: SourcePlace;
  readonly value?: Value;
  readonly default?: Value;
  readonly cap?: Value;
  readonly decidedBy?: Layer;
  readonly reason?: string;
  readonly rule?: string;
  /** Everything else that binds, by id, sorted; `guardian:<item>` for a limit. */
  readonly alsoBoundBy?: readonly string[];
  readonly minimumAge?: number | null;
  /** A date, or null for never. */
  readonly availableFrom?: string | null;
}

/** Asks a policy about a case; every difference from what is expected, at its place. None: the case holds. */
export function runCase(policy: Policy, policyCase: PolicyCase): readonly PolicyProblem[] {
  return policyCase.moments.flatMap(({ when, instants, items }) =>
    instants.flatMap((at) => {
      const problem = ({ place }: ExpectedItem, difference: string): PolicyProblem => ({
        place,
        message: `${policyCase.name}, ${when}: ${difference}`,
      });
      const { from, until } = policy.coverage;
      if (at < from || at >= until) {
        const span = `from ${formatInstant(from)} on and before ${formatInstant(until)}`;
        return items.slice(0, 1).map((one) => problem(one, `nothing is known about ${formatInstant(at)}: ask ${span}`));
      }
      const decisions = policy.decide(policyCase.subject, policyCase.choices, at);
      return items.flatMap((expected) => {
        const answer = decisions.answerOf(expected.item);
        return differences(expected, answer, (moment) => decisions.dateOf(moment)).map((difference) =>
          problem(expected, difference),
        );
      });
    }),
  );
}

/** What of an answer is not as expected, one text a difference; `dateOf` dates the answer's moments for the person. */
export function differences(
  expected: ExpectedItem,
  answer: Answer,
  dateOf: (moment: Moment) => CalendarDate,
): readonly string[] {
  const { item } = expected;
  const found: string[] = [];
  const compare = (what: string, is: string, wanted: string | undefined): void => {
    if (wanted !== undefined && is !== wanted)
      found.push(`${what} of \`${item.key}\` is \`${is}\`, expected \`${wanted}\``);
  };
  const compareValues = (what: "value" | "default" | "cap"): void => {
    const [is, wanted] = [answer[what], expected[what]];
    if (wanted === undefined || (is !== null && sameValue(is, wanted))) return;
    found.push(
      `${what} of \`${item.key}\` is \`${is === null ? "none" : formatValue(item, is)}\`, expected \`${formatValue(item, wanted)}\``,
    );
  };
  compareValues("value");
  compareValues("default");
  compareValues("cap");
  compare("decided by", answer.decidedBy, expected.decidedBy);
  compare("reason", answer.reason.code, expected.reason);
  compare("rule", answer.reason.rule ?? "none", expected.rule);
  compare(
    "also bound by",
    answer.alsoBoundBy
      .map((binding) => binding.rule ?? `guardian:${binding.limitOn}`)
      .sort()
      .join(", "),
    expected.alsoBoundBy?.join(", "),
  );
  compare(
    "minimum age",
    String(answer.minimumAge ?? "none"),
    expected.minimumAge === undefined ? undefined : String(expected.minimumAge ?? "none"),
  );
  compare(
    "available from",
    availableFrom(answer, dateOf),
    expected.availableFrom === undefined ? undefined : (expected.availableFrom ?? "never"),
  );
  return found;
}

function availableFrom({ availableFrom: moment }: Answer, dateOf: (moment: Moment) => CalendarDate): string {
  return moment === null ? "never" : formatDate(dateOf(moment));
}
