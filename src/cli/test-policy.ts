import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Command } from "commander";
import { runCase } from "../policy/language/policy-case.js";
import { formatProblem, type PolicyProblem, type PolicySource } from "../policy/language/policy-problem.js";
import { readCases } from "../policy/language/read-cases.js";
import { BrokenPolicy, EXIT, Misuse } from "./misuse.js";
import { loadPolicy, SHIPPED_POLICY } from "./policy-argument.js";

interface TestOptions {
  readonly json?: boolean;
}

/** Adds `test [DIR]`: asks a policy about the cases beside its rules. Exit codes 0 all hold, 1 some do not, 2 misuse, 3 broken policy or cases. */
export function registerTest(program: Command): void {
  program
    .command("test")
    .description("ask the rules of a folder about the cases in its `tests`, and say which do not hold")
    .argument("[folder]", "the folder of the rules", SHIPPED_POLICY)
    .option("--json", "print JSON instead of lines")
    .action(async (folder: string, options: TestOptions) => {
      const { policy } = await loadPolicy(folder);
      const read = readCases(await caseFiles(folder), policy.catalogue.items);
      if (!read.ok) throw new BrokenPolicy(read.problems.map(formatProblem).join("\n"));
      const problems = read.cases.flatMap((one) => runCase(policy, one));
      process.stdout.write(
        options.json === true ? jsonOf(read.cases.length, problems) : linesOf(read.cases.length, problems),
      );
      if (problems.length > 0) process.exitCode = EXIT.findings;
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

function linesOf(cases: number, problems: readonly PolicyProblem[]): string {
  const summary =
    problems.length === 0 ? `${cases} cases hold` : `${cases} cases, ${problems.length} expectations do not hold`;
  return `${[...problems.map(formatProblem), summary].join("\n")}\n`;
}

function jsonOf(cases: number, problems: readonly PolicyProblem[]): string {
  return `${JSON.stringify({ cases, problems }, null, 2)}\n`;
}
