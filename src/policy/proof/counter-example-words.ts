import { ageOn, dateAt, formatDate, LATEST_MIDNIGHT } from "../calendar.js";
import type { Item, Value } from "../item.js";
import { formatValue } from "../value-text.js";
import type { CounterExample, ExampleAnswer, Question } from "./counter-example.js";
import type { Invariant } from "./invariant.js";

/** A counter-example in one line, as a problem of the policy: lower case, no final full stop. */
export function counterExampleLine({ name }: Invariant, example: CounterExample): string {
  return `\`${name}\` does not hold: ${answerInWords(example)}, ${boundInWords(example)}`;
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
