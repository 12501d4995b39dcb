import type { Answer, Decisions, Layer } from "../answer.js";
import { formatDate, type Instant } from "../calendar.js";
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
  readonly minimumAge?: number | null;
  /** A date, or null for never. */
  readonly availableFrom?: string | null;
}

/** Asks a policy about a case; every difference from what is expected, at its place. None: the case holds. */
export function runCase(policy: Policy, policyCase: PolicyCase): readonly PolicyProblem[] {
  return policyCase.moments.flatMap(({ when, instants, items }) =>
    instants.flatMap((at) => {
      const decisions = policy.decide(policyCase.subject, policyCase.choices, at);
      return items.flatMap((expected) =>
        differences(expected, decisions).map((difference) => ({
          place: expected.place,
          message: `${policyCase.name}, ${when}: ${difference}`,
        })),
      );
    }),
  );
}

function differences(expected: ExpectedItem, decisions: Decisions): readonly string[] {
  const { item } = expected;
  const answer = decisions.answers[item.index];
  if (!answer) return [`nothing is answered for \`${item.key}\``];
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
    "minimum age",
    String(answer.minimumAge ?? "none"),
    expected.minimumAge === undefined ? undefined : String(expected.minimumAge ?? "none"),
  );
  compare(
    "available from",
    availableFrom(answer, decisions),
    expected.availableFrom === undefined ? undefined : (expected.availableFrom ?? "never"),
  );
  return found;
}

function availableFrom({ availableFrom: moment }: Answer, decisions: Decisions): string {
  const date = moment ? decisions.dateOf(moment) : null;
  return date === null ? "never" : formatDate(date);
}
