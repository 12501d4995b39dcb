import { pointInWords } from "../policy/case-coverage/point-words.js";
import type { ItemCells } from "../policy/case-coverage/cell-coverage.js";
import type { ItemReason } from "../policy/case-coverage/reason-coverage.js";
import type { SeenRule } from "../policy/case-coverage/rule-coverage.js";
import { formatProblem } from "../policy/language/policy-problem.js";
import type { Mutant } from "../policy/mutation/mutants.js";
import type { Rule } from "../policy/rule.js";
import type { TestFindings } from "./test-policy.js";

/** The findings of `test` for people; each rule at `file:line:column`, so that editors and terminals link to it. */
export function testPage({ cases, problems, coverage, mutants }: TestFindings): string {
  const summary =
    problems.length === 0
      ? `${cases} ${cases === 1 ? "case holds" : "cases hold"}`
      : `${cases} ${cases === 1 ? "case" : "cases"}, ${problems.length} expectations do not hold`;
  const parts = [
    [...problems.map(formatProblem), summary],
    ...(coverage ? [ruleLines(coverage.rules), cellLines(coverage.cells), reasonLines(coverage.reasons)] : []),
    ...(mutants ? [mutantLines(mutants)] : []),
  ];
  return `${parts.map((lines) => lines.join("\n")).join("\n\n")}\n`;
}

function ruleLines(rules: readonly SeenRule[]): readonly string[] {
  const counted = rules.filter(({ seen }) => seen !== "off");
  const missing = counted.filter(({ isCovered }) => !isCovered);
  const off = rules.length - counted.length;
  const said = missing.map(({ rule, seen }) =>
    seen === "applied"
      ? `${placed(rule)} holds for somebody who was asked about, and never decides`
      : `${placed(rule)} holds for nobody who was asked about`,
  );
  return [
    `rules: ${counted.length - missing.length} of ${counted.length} were seen to decide${off === 0 ? "" : `; ${off} more are never in force here`}`,
    ...said,
  ];
}

const MOST_CELLS = 10;

function cellLines(items: readonly ItemCells[]): readonly string[] {
  const [asked, all] = [sum(items.map((one) => one.asked)), sum(items.map((one) => one.all))];
  const greatest = items
    .flatMap((one) => one.unasked)
    .sort((a, b) => b.share - a.share)
    .slice(0, MOST_CELLS);
  return [
    `sets of rules: ${asked} of ${all} that can apply to an item were asked about`,
    ...items.filter((one) => one.asked < one.all).map((one) => `  ${one.item.key}: ${one.asked} of ${one.all}`),
    ...(greatest.length === 0 ? [] : ["  of the rest, these hold for most:"]),
    ...greatest.map(
      ({ item, point, nextAge, share }) => `  ${item.key}, ${percent(share)} of it: ${pointInWords(point, nextAge)}`,
    ),
  ];
}

function reasonLines(reasons: readonly ItemReason[]): readonly string[] {
  const unseen = new Map<string, string[]>();
  for (const { item, code, isSeen } of reasons)
    if (!isSeen) unseen.set(item.key, [...(unseen.get(item.key) ?? []), code]);
  return [
    `reasons: ${reasons.filter(({ isSeen }) => isSeen).length} of ${reasons.length} that can be given for an item were seen`,
    ...[...unseen].map(([key, codes]) => `  ${key}: not ${codes.join(", ")}`),
  ];
}

function mutantLines(mutants: readonly Mutant[]): readonly string[] {
  const count = (fate: Mutant["fate"]): number => mutants.filter((one) => one.fate === fate).length;
  const survivors = mutants.filter(({ fate }) => fate === "survived");
  return [
    `mutants: ${mutants.length} small changes of the rules; a case notices ${count("noticed")}, ` +
      `${count("refused")} would not load, ${count("same")} change no answer, ${survivors.length} go unnoticed`,
    ...survivors.flatMap(({ rule, what, killer }) => [
      `${placed(rule)} ${what}`,
      ...(killer
        ? [
            `  would make of \`${killer.item.key}\`: ${killer.wouldBe}; noticed by`,
            `  people:`,
            `    ${killer.people}`,
            `  cases:`,
            `    ${killer.cases}`,
          ]
        : []),
    ]),
  ];
}

function placed({ id, place }: Rule): string {
  return `${place.file}:${place.line}:${place.column}: \`${id}\``;
}

function percent(share: number): string {
  const hundredths = share * 100;
  return hundredths < 1 ? "less than 1%" : `${Math.round(hundredths)}%`;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}
