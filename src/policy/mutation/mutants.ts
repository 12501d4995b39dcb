import { answersOneByOne } from "../decide.js";
import { findGaps } from "../gaps.js";
import { differences, type PolicyCase } from "../language/policy-case.js";
import type { PolicyDocuments, Rule } from "../rule.js";
import { sameValue } from "../lattice.js";
import { readTable, type Table } from "../table.js";
import { dateOfMoment } from "../timeline.js";
import { appliesNow, canBearOn, questionsOf, type Question } from "./case-questions.js";
import { bothRules, differingPoints } from "./differing-points.js";
import { changesOf } from "./rule-changes.js";
import { valuesNow } from "./values-now.js";
import { killingCase, type KillingCase } from "./killing-case.js";

/** What became of one small change of the rules. */
export interface Mutant {
  readonly rule: Rule;
  /** In words: `age 16 -> 17`. */
  readonly what: string;
  /**
   * `noticed`: a case fails. `refused`: the rules would not load. `same`: no answer about anybody changes.
   * `survived`: answers change and nothing notices.
   */
  readonly fate: "noticed" | "refused" | "same" | "survived";
  /** For a survivor: a case that would notice. */
  readonly killer: KillingCase | null;
}

/** How many mutants `mutants` will yield. */
export function mutantCount({ rules, catalogue }: PolicyDocuments): number {
  return rules.reduce((sum, rule) => sum + changesOf(rule, catalogue).length, 0);
}

/** Makes every small change of every rule, one at a time and in order of the rules, and asks the cases about it. */
export function* mutants(documents: PolicyDocuments, cases: readonly PolicyCase[]): Generator<Mutant> {
  const questions = questionsOf(cases, documents);
  for (const rule of documents.rules)
    for (const { what, rule: became } of changesOf(rule, documents.catalogue))
      yield { rule, what, ...fateOf(documents, rule, became, questions) };
}

function fateOf(
  documents: PolicyDocuments,
  rule: Rule,
  became: Rule | null,
  questions: readonly Question[],
): Pick<Mutant, "fate" | "killer"> {
  const changed = {
    ...documents,
    rules: documents.rules.flatMap((one) => (one === rule ? (became ?? []) : [one])),
  };
  const table = readTable(changed);
  const asked = questionsAbout(table, [rule, ...(became ? [became] : [])], questions, changed);
  // Values are found in no time, so whole answers are worked out only for what the values do not show.
  if (asked.some((question) => valuesDiffer(table, question))) return { fate: "noticed", killer: null };
  const both = bothRules(documents, rule, became);
  const points = [...differingPoints(both)];
  if (points.length === 0) return { fate: "same", killer: null };
  if (answersDiffer(table, asked)) return { fate: "noticed", killer: null };
  if (findGaps(changed).length > 0) return { fate: "refused", killer: null };
  return { fate: "survived", killer: killingCase(documents, changed, both, points) };
}

/** The questions that some of these rules can bear on, those first for whom one is in force. */
function questionsAbout(
  table: Table,
  rules: readonly Rule[],
  questions: readonly Question[],
  documents: PolicyDocuments,
): readonly Question[] {
  const touched = new Set(rules.flatMap(({ effects }) => effects.map((effect) => effect.item)));
  const asked = questions.filter(
    (question) =>
      table.termsOf(question.expected.item.key).sources.some(({ item }) => touched.has(item.key)) &&
      rules.some((rule) => canBearOn(rule, question, documents)),
  );
  const isNow = ({ facts }: Question): boolean => rules.some((rule) => appliesNow(rule, facts, documents));
  return [...asked.filter(isNow), ...asked.filter((question) => !isNow(question))];
}

function valuesDiffer(table: Table, { policyCase, expected, facts }: Question): boolean {
  const { subject, choices } = policyCase;
  const [last] = facts.dates;
  const first = facts.dates.at(-1);
  if (subject.joined !== null || last === undefined || first === undefined) return false;
  const is = valuesNow(table, subject, choices, last, first)(table.termsOf(expected.item.key));
  return (["value", "default", "cap"] as const).some((part) => {
    const [found, wanted] = [is[part], expected[part]];
    return wanted !== undefined && (found === null || !sameValue(found, wanted));
  });
}

function answersDiffer(table: Table, questions: readonly Question[]): boolean {
  const askers = new Map<Question["moment"], ReturnType<typeof answersOneByOne>>();
  return questions
    .filter(({ isDeep }) => isDeep)
    .some(({ policyCase: { subject, choices }, at, moment, expected }) => {
      const ask = askers.get(moment) ?? answersOneByOne(table, subject, choices, at);
      askers.set(moment, ask);
      const answer = ask(table.termsOf(expected.item.key));
      return differences(expected, answer, (one) => dateOfMoment(one, subject)).length > 0;
    });
}
