import { Command, CommanderError } from "commander";
import { registerCheck } from "./check.js";
import { registerCreateIndexes } from "./create-indexes.js";
import { registerDiff } from "./diff.js";
import { registerExplain } from "./explain.js";
import { registerImport } from "./import.js";
import { BrokenPolicy, EXIT, Misuse } from "./misuse.js";
import { registerProve } from "./prove.js";
import { registerReport } from "./report.js";
import { registerSeed } from "./seed.js";
import { registerSimulate } from "./simulate.js";
import { registerTest } from "./test-policy.js";

/**
 * Runs one command and resolves with its exit code: 0 fine, 1 findings, 2 misuse, 3 broken policy.
 * Misuse and a broken policy are told on stderr, without a stack; a fault of ours rejects.
 */
export async function run(args: readonly string[]): Promise<number> {
  const program = new Command("youth-safety")
    .description("Ask the safety policy, and fill the database that answers are read from")
    .exitOverride();
  registerCheck(program);
  registerExplain(program);
  registerProve(program);
  registerTest(program);
  registerDiff(program);
  registerSimulate(program);
  registerReport(program);
  registerSeed(program);
  registerImport(program);
  registerCreateIndexes(program);
  // Inherited by none of the commands: each is told by itself.
  for (const command of program.commands) command.exitOverride();
  try {
    await program.parseAsync(args, { from: "user" });
    return Number(process.exitCode ?? EXIT.fine);
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.fine : EXIT.misuse;
    if (!(error instanceof Misuse || error instanceof BrokenPolicy)) throw error;
    process.stderr.write(`${error.message}\n`);
    return error instanceof Misuse ? EXIT.misuse : EXIT.brokenPolicy;
  }
}
