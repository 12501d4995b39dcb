/** What a run of checks came to. */
export interface Tally {
  readonly passed: number;
  readonly failed: number;
}

/** The part that counts of the summary that `jest --json` writes. */
export interface TestSummary {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  /** Tests that were left out; they count as failed, because nobody would miss them. */
  readonly numPendingTests: number;
  readonly numTodoTests: number;
  /** Files that broke before their tests could run. */
  readonly numRuntimeErrorTestSuites: number;
}

/** Counts tests; a run without a summary, or without a single test, is one failure. */
export function tallyOfTests(summary: TestSummary | null): Tally {
  if (!summary) return { passed: 0, failed: 1 };
  const failed =
    summary.numFailedTests + summary.numPendingTests + summary.numTodoTests + summary.numRuntimeErrorTestSuites;
  return { passed: summary.numPassedTests, failed: summary.numPassedTests + failed === 0 ? 1 : failed };
}

/** A gate counts as one check. */
export function tallyOfGate(exitCode: number | null): Tally {
  return exitCode === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

/** The sum of several tallies. */
export function sum(tallies: readonly Tally[]): Tally {
  return tallies.reduce((a, b) => ({ passed: a.passed + b.passed, failed: a.failed + b.failed }), {
    passed: 0,
    failed: 0,
  });
}
