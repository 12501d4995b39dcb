import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Command } from "commander";
import { askedCells } from "../policy/case-coverage/asked-cells.js";
import { cellCoverage, type ItemCells } from "../policy/case-coverage/cell-coverage.js";
import { reasonCoverage, type ItemReason } from "../policy/case-coverage/reason-coverage.js";
import { ruleCoverage, type SeenRule } from "../policy/case-coverage/rule-coverage.js";
import { runCase, type PolicyCase } from "../policy/language/policy-case.js";
import { formatProblem, type PolicyProblem, type PolicySource } from "../policy/language/policy-problem.js";
import { readCases } from "../policy/language/read-cases.js";
import { mutantCount, mutants, type Mutant } from "../policy/mutation/mutants.js";
import { readTable } from "../policy/table.js";
import { BrokenPolicy, EXIT, Misuse } from "./misuse.js";
import { loadPolicy, SHIPPED_POLICY, type LoadedPolicy } from "./policy-argument.js";
import { testJson } from "./test-policy-json.js";
import { testPage } from "./test-policy-page.js";

interface TestOptions {
  readonly coverage?: boolean;
  readonly mutants?: boolean;
  readonly strict?: boolean;
  readonly json?: boolean;
}

/** What the cases saw of the rules. */
export interface Coverage {
  readonly rules: readonly SeenRule[];
  readonly cells: readonly ItemCells[];
  readonly reasons: readonly ItemReason[];
}

/** What `test` found out; null: it was not asked to. */
export interface TestFindings {
  readonly cases: number;
  /** Expectations that do not hold. */
  readonly problems: readonly PolicyProblem[];
  readonly coverage: Coverage | null;
  readonly mutants: readonly Mutant[] | null;
}

/** Adds `test [DIR]`: asks a policy about the cases beside its rules. Exit codes 0 all hold, 1 findings, 2 misuse, 3 broken policy or cases. */
export function registerTest(program: Command): void {
  program
    .command("test")
    .description("ask the rules of a folder about the cases in its `tests`, and say which do not hold")
    .argument("[folder]", "the folder of the rules", SHIPPED_POLICY)
    .option("--coverage", "say which rules, sets of rules and reasons no case has seen")
    .option("--mutants", "change every rule in small ways, and say which changes no case notices")
    .option("--strict", "rules that no case has seen, and changes that no case notices, are findings too")
    .option("--json", "print JSON instead of lines")
    .action(async (folder: string, options: TestOptions) => {
      const loaded = await loadPolicy(folder);
      const read = readCases(await caseFiles(folder), loaded.policy.catalogue.items);
      if (!read.ok) throw new BrokenPolicy(read.problems.map(formatProblem).join("\n"));
      const problems = read.cases.flatMap((one) => runCase(loaded.policy, one));
      // What a failing case notices says nothing, so it is asked for once all hold.
      const isSound = problems.length === 0;
      const findings: TestFindings = {
        cases: read.cases.length,
        problems,
        coverage: options.coverage === true ? coverageBy(loaded, read.cases) : null,
        mutants: options.mutants === true && isSound ? mutantsBy(loaded, read.cases) : null,
      };
      process.stdout.write(options.json === true ? testJson(findings) : testPage(findings));
      if (!isSound || (options.strict === true && isLacking(findings))) process.exitCode = EXIT.findings;
    });
}

async function caseFiles(folder: string): Promise<readonly PolicySource[]> {
  const names = await readdir(join(folder, "tests"), { recursive: true }).catch(() => {
    throw new Misuse(`\`${folder}\` has no folder \`tests\`: put cases there, one YAML file a subject`);
  });
  const files = names.filter((name) => name.endsWith(".yaml")).sort();
  return Promise.all(
    files.map(async (name) => ({ file: `tests/${name}`, text: await readFile(join(folder, "tests", name), "utf8") })),
  );
}

function coverageBy({ documents, policy }: LoadedPolicy, cases: readonly PolicyCase[]): Coverage {
  const table = readTable(documents);
  const asked = askedCells(policy, table, cases);
  return {
    rules: ruleCoverage(documents, table, asked),
    cells: cellCoverage(table, asked),
    reasons: reasonCoverage(table, asked),
  };
}

const A_SECOND = 1_000;

/** Tries all mutants; on a terminal it says how far it is, once a second. */
function mutantsBy({ documents }: LoadedPolicy, cases: readonly PolicyCase[]): readonly Mutant[] {
  const count = mutantCount(documents);
  const tried: Mutant[] = [];
  let said = Date.now();
  for (const mutant of mutants(documents, cases)) {
    tried.push(mutant);
    if (!process.stderr.isTTY || Date.now() - said < A_SECOND) continue;
    said = Date.now();
    process.stderr.write(`\r${tried.length} of ${count} changes tried`);
  }
  if (process.stderr.isTTY) process.stderr.write("\r\u001b[K");
  return tried;
}

function isLacking({ coverage, mutants: tried }: TestFindings): boolean {
  return (
    coverage?.rules.some(({ isCovered }) => !isCovered) === true ||
    tried?.some(({ fate }) => fate === "survived") === true
  );
}
