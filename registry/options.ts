import { Command, CommanderError } from "commander";
import { Misuse } from "./misuse.js";

/** What both commands are told. */
export interface Options {
  readonly schema: string;
  readonly operations: string;
  readonly baseline: string;
  readonly neighbours: string;
  readonly json: boolean;
}

/** 0 fine, 1 findings, 2 misuse. */
export const EXIT = { fine: 0, findings: 1, misuse: 2 } as const;

/** A command with the options of both. */
export function command(name: string, description: string): Command {
  return new Command(name)
    .description(description)
    .option("--schema <file>", "this subgraph's schema", "schema.graphql")
    .option("--operations <folder>", "what clients ask; `internal` in it: what services ask", "examples/operations")
    .option("--baseline <file>", "this subgraph's schema as published last", "registry/published.graphql")
    .option("--neighbours <folder>", "the other subgraphs' schemas, one file each", "examples/supergraph")
    .option("--json", "print the report as JSON", false)
    .allowExcessArguments(false)
    .exitOverride();
}

/** Runs a command once its options are read, and resolves with its exit code. Misuse is told on stderr in one line; a fault of ours rejects. */
export async function run(program: Command, args: readonly string[], act: () => Promise<boolean>): Promise<number> {
  try {
    program.parse(args, { from: "user" });
    return (await act()) ? EXIT.fine : EXIT.findings;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.fine : EXIT.misuse;
    if (!(error instanceof Misuse)) throw error;
    process.stderr.write(`${error.message}\n`);
    return EXIT.misuse;
  }
}
