import { sum, tallyOfGate, tallyOfTests } from "../../house/tally.js";

const GREEN = {
  numPassedTests: 7,
  numFailedTests: 0,
  numPendingTests: 0,
  numTodoTests: 0,
  numRuntimeErrorTestSuites: 0,
};

test.each([
  ["every test passed", GREEN, { passed: 7, failed: 0 }],
  ["a test failed", { ...GREEN, numFailedTests: 2 }, { passed: 7, failed: 2 }],
  ["a test was left out", { ...GREEN, numPendingTests: 1 }, { passed: 7, failed: 1 }],
  ["a test is still to be written", { ...GREEN, numTodoTests: 1 }, { passed: 7, failed: 1 }],
  ["a file did not even load", { ...GREEN, numRuntimeErrorTestSuites: 1 }, { passed: 7, failed: 1 }],
  ["no test ran", { ...GREEN, numPassedTests: 0 }, { passed: 0, failed: 1 }],
  ["the run left no summary", null, { passed: 0, failed: 1 }],
])("when %s", (_name, summary, expected) => {
  expect(tallyOfTests(summary)).toEqual(expected);
});

test.each([
  ["ended well", 0, { passed: 1, failed: 0 }],
  ["found something", 1, { passed: 0, failed: 1 }],
  ["was ended by a signal", null, { passed: 0, failed: 1 }],
])("a gate that %s", (_name, exitCode, expected) => {
  expect(tallyOfGate(exitCode)).toEqual(expected);
});

test("tallies add up", () => {
  expect(
    sum([
      { passed: 3, failed: 0 },
      { passed: 1, failed: 2 },
    ]),
  ).toEqual({ passed: 4, failed: 2 });
});
