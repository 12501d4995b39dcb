import { ageOn, dateAt, formatDate, formatInstant, LATEST_MIDNIGHT } from "../policy/calendar.js";
import type { Item, ItemKey, Value } from "../policy/item.js";
import type { Question } from "../policy/proof/counter-example.js";
import { formatValue } from "../policy/value-text.js";
import { SHIPPED_POLICY } from "./policy-argument.js";

/** The arguments after `youth-safety` that ask a question about one item: `explain comments --born 2010-05-04 ...`. */
export function explainArguments(
  item: Item,
  { subject, choices, at }: Question,
  items: readonly Item[],
  folder: string,
): readonly string[] {
  const pairOf = ([key, value]: readonly [ItemKey, Value | null]): string => {
    const of = items.find((one) => one.key === key) ?? item;
    return value === null ? key : `${key}=${formatValue(of, value)}`;
  };
  const many = (option: string, pairs: Iterable<readonly [ItemKey, Value | null]>): readonly string[] =>
    [...pairs].flatMap((pair) => [option, pairOf(pair)]);
  const one = (option: string, value: string | null): readonly string[] => (value === null ? [] : [option, value]);
  return [
    "explain",
    item.key,
    ...birthOptions(subject.born, dateAt(at, subject.zone ?? LATEST_MIDNIGHT)),
    ...one("--in", subject.residence),
    ...one("--present", subject.present),
    ...one("--zone", subject.zone),
    ...one("--at", formatInstant(at)),
    ...one("--assurance", subject.assurance === "UNKNOWN" ? null : subject.assurance),
    ...one("--guardian", subject.guardian === "NONE" ? null : subject.guardian),
    ...many("--choose", choices),
    ...many(
      "--approve",
      [...subject.approvals].map(([key, { value }]) => [key, value] as const),
    ),
    ...many("--limit", subject.limits),
    ...one("--policy", folder === SHIPPED_POLICY ? null : folder),
  ];
}

/** The same as a line to paste into a shell. */
export function explainCommand(...question: Parameters<typeof explainArguments>): string {
  return ["npx", "youth-safety", ...explainArguments(...question).map(quoted)].join(" ");
}

function birthOptions({ earliest, latest }: Question["subject"]["born"], today: ReturnType<typeof dateAt>): string[] {
  if (latest === null) return [];
  return earliest === null ? ["--age-bounds", `${ageOn(latest, today)}..`] : ["--born", formatDate(latest)];
}

function quoted(word: string): string {
  return /^[\w=.:,/@+-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}
