// Runs every gate, also after a red one, so that one run shows everything that is wrong. Last line: `N passed, N failed`.
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sum, tallyOfGate, tallyOfTests } from "./tally.js";
import type { Tally, TestSummary } from "./tally.js";

/** The npm scripts that must end with 0, quick ones first. */
const GATES = ["format:check", "imports", "typecheck", "lint", "unused", "generated", "schema:check"];

/** The npm scripts that run tests. Those behind Hive Gateway install it first, into a folder of its own. */
const TESTS = ["test", "test:hive-gateway"];

const summaries = mkdtempSync(join(tmpdir(), "youth-safety-check-"));
try {
  const tallies = [...GATES.map(gate), ...TESTS.map(tests)];
  const { passed, failed } = sum(tallies);
  process.exitCode = failed === 0 ? 0 : 1;
  console.log(`${passed} passed, ${failed} failed`);
} finally {
  rmSync(summaries, { recursive: true });
}

function gate(script: string): Tally {
  const tally = tallyOfGate(run(script));
  console.log(`${script}: ${tally.failed === 0 ? "passed" : "failed"}\n`);
  return tally;
}

function tests(script: string): Tally {
  const outputFile = join(summaries, `${script.replace(":", "-")}.json`);
  const exitCode = run(script, "--", "--ci", "--json", `--outputFile=${outputFile}`);
  const summary = existsSync(outputFile) ? (JSON.parse(readFileSync(outputFile, "utf8")) as TestSummary) : null;
  const tally = tallyOfTests(summary);
  // jest also ends red for reasons that are no test, such as a set-up that fails after the summary was written.
  return exitCode !== 0 && tally.failed === 0 ? sum([tally, tallyOfGate(exitCode)]) : tally;
}

function run(script: string, ...args: string[]): number | null {
  console.log(`> npm run ${script}`);
  return spawnSync("npm", ["run", "--silent", script, ...args], { stdio: ["ignore", "inherit", "inherit"] }).status;
}
