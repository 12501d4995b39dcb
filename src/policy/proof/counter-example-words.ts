import { ageOn, dateAt, formatDate, LATEST_MIDNIGHT } from "../calendar.js";
import type { Item, Value } from "../item.js";
import { formatValue } from "../value-text.js";
import type { CounterExample, ExampleAnswer, Question } from "./counter-example.js";
import type { PolicyProblem } from "../language/policy-problem.js";
import type { Proof } from "./prove.js";

/** What a proof finds wrong with a policy, at the places of its invariants; none: all of them hold. */
export function unprovedProblems(proof: Proof): readonly PolicyProblem[] {
  if (!proof.ok) return [{ place: { file: "invariants.yaml", line: 1, column: 1 }, message: refusalInWords(proof) }];
  return proof.proved.flatMap(({ invariant: { name, place }, counterExample }) =>
    counterExample
      ? [
          {
            place,
            message: `\`${name}\` does not hold: ${answerInWords(counterExample)}, ${boundInWords(counterExample)}`,
          },
        ]
      : [],
  );
}

/** Why there is no proof. */
export function refusalInWords({ inputs, most }: Extract<Proof, { ok: false }>): string {
  return `not proved: the facts about one item can be in ${inputs} ways, and ${most} are the most; let rules tell fewer facts apart`;
}

/** The answer that is too loose: `liveStreaming` can be `ALLOWED` for somebody of 17 in GB on 2022-11-23. */
export function answerInWords(example: CounterExample): string {
  return `\`${example.item.key}\` ${VERBS[example.field]} \`${formatValue(example.item, example.is.value)}\` for ${personInWords(example.item, example.is.question)}${byRules(example.is)}`;
}

/** What it must not be looser than, and why. */
export function boundInWords({ item, bound, boundOf, field }: CounterExample): string {
  const value = `\`${formatValue(item, bound)}\``;
  switch (boundOf.kind) {
    case "invariant":
      return `and ${value} is the loosest it may be`;
    case "person":
      return `but it ${VERBS[field]} ${value} for ${personInWords(item, boundOf.answer.question)}${byRules(boundOf.answer)}`;
    case "without rules":
      return `but ${value} without ${boundOf.rules.map((rule) => `\`${rule}\``).join(", ")}`;
    case "with a rule":
      return `but ${value} without a rule of the ${boundOf.layer === "LAW" ? "law" : "platform"} that says \`${formatValue(item, boundOf.value)}\``;
    default:
      return boundOf satisfies never;
  }
}

const VERBS = { cap: "can be", default: "starts at", value: "becomes" } as const;

function byRules({ rules }: ExampleAnswer): string {
  return rules.length === 0 ? " (no rule binds)" : ` (by ${rules.map((rule) => `\`${rule}\``).join(", ")})`;
}

function personInWords(item: Item, { subject, at }: Question): string {
  const day = dateAt(at, subject.zone ?? LATEST_MIDNIGHT);
  const approved = [...subject.approvals].map(([key, { value }]) => said(item, key, value));
  const limits = [...subject.limits].map(([key, value]) => said(item, key, value));
  return [
    ageInWords(subject.born, day),
    subject.residence === null ? "in an unknown region" : `in ${subject.residence}`,
    subject.present === null ? null : `now in ${subject.present}`,
    subject.assurance === "UNKNOWN" ? null : `whose age is ${subject.assurance}`,
    subject.guardian === "LINKED" ? "with a guardian" : null,
    approved.length === 0 ? null : `who approves ${approved.join(" and ")}`,
    limits.length === 0 ? null : `who limits ${limits.join(" and ")}`,
    `on ${formatDate(day)}${subject.zone === null ? ", zone unknown" : ""}`,
  ]
    .filter((part) => part !== null)
    .join(" ");
}

function ageInWords({ earliest, latest }: Question["subject"]["born"], day: ReturnType<typeof dateAt>): string {
  if (latest === null) return "somebody of unknown age";
  return `somebody of ${ageOn(latest, day)}${earliest === null ? " or older" : ""}`;
}

function said(item: Item, key: Item["key"], value: Value | null): string {
  if (value === null) return key;
  // Words about another item are ranks of that item, which are told by its own name.
  return item.key === key ? `${key} up to ${formatValue(item, value)}` : key;
}
