import { formatProblem } from "../../src/policy/language/policy-problem.js";
import { runCase } from "../../src/policy/language/policy-case.js";
import { readCases } from "../../src/policy/language/read-cases.js";
import { caseFiles, shipped } from "./the-platform.js";

const { policy, documents } = shipped;

describe.each(caseFiles.map((source) => [source.file, source] as const))("%s", (_, source) => {
  const read = readCases([source], documents.catalogue.items);
  const cases = read.ok ? read.cases : [];

  test("is sound", () => {
    expect(read.ok ? [] : read.problems.map(formatProblem)).toEqual([]);
    expect(cases.length).toBeGreaterThan(0);
  });

  test.each(cases.map((policyCase) => [policyCase.name, policyCase] as const))("%s", (__, policyCase) => {
    expect(runCase(policy, policyCase).map(formatProblem)).toEqual([]);
  });
});
