import { pointInWords } from "../policy/case-coverage/point-words.js";
import type { Mutant } from "../policy/mutation/mutants.js";
import type { Coverage, TestFindings } from "./test-policy.js";

/** The findings of `test` for machines; `coverage` and `mutants` only where they were asked for. */
export function testJson({ cases, problems, coverage, mutants }: TestFindings): string {
  const found = {
    cases,
    problems,
    ...(coverage && { coverage: coverageJson(coverage) }),
    ...(mutants && { mutants: mutantsJson(mutants) }),
  };
  return `${JSON.stringify(found, null, 2)}\n`;
}

function coverageJson({ rules, cells, reasons }: Coverage): object {
  return {
    rules: rules.map(({ rule, seen, isCovered }) => ({ rule: rule.id, place: rule.place, seen, isCovered })),
    ruleSets: cells.map(({ item, asked, all, unasked }) => ({
      item: item.key,
      asked,
      all,
      unasked: unasked.map(({ rules: { caps, defaults }, point, nextAge, share }) => ({
        rules: [...new Set([...caps, ...defaults].map((term) => term.rule.id))],
        holdsFor: pointInWords(point, nextAge),
        share,
      })),
    })),
    reasons: reasons.map(({ item, code, isSeen }) => ({ item: item.key, code, isSeen })),
  };
}

function mutantsJson(mutants: readonly Mutant[]): object {
  const count = (fate: Mutant["fate"]): number => mutants.filter((one) => one.fate === fate).length;
  return {
    all: mutants.length,
    noticed: count("noticed"),
    refused: count("refused"),
    same: count("same"),
    survivors: mutants
      .filter(({ fate }) => fate === "survived")
      .map(({ rule, what, killer }) => ({
        rule: rule.id,
        place: rule.place,
        what,
        killer: killer && {
          item: killer.item.key,
          wouldBe: killer.wouldBe,
          people: killer.people,
          cases: killer.cases,
        },
      })),
  };
}
