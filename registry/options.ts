import { Command, CommanderError } from "commander";
import { Misuse } from "./misuse.js";
import type { Environment } from "./registries.js";
import type { Form } from "./report.js";

/** What both commands are told. */
export interface Options {
  readonly schema: string;
  readonly operations: string;
  readonly baseline: string;
  readonly neighbours: string;
  readonly json: boolean;
}

/** Where a command runs. */
export interface Surroundings {
  readonly environment: Environment;
  /** In UTC, e.g. `2027-01-31`. */
  readonly today: string;
  /** The report. */
  readonly print: (text: string) => void;
  /** What is wrong with the call. */
  readonly complain: (text: string) => void;
}

/** 0 fine, 1 findings, 2 misuse. */
const EXIT = { fine: 0, findings: 1, misuse: 2 } as const;

/** A command with the options of both. */
export function command(name: string, description: string): Command {
  return new Command(name)
    .description(description)
    .option("--schema <file>", "this subgraph's schema", "schema.graphql")
    .option("--operations <folder>", "what clients ask; in `internal`: what services ask", "examples/operations")
    .option("--baseline <file>", "this subgraph's schema as published last", "registry/published.graphql")
    .option("--neighbours <folder>", "the other subgraphs' schemas, one file each", "examples/supergraph")
    .option("--json", "print the report as JSON", false)
    .allowExcessArguments(false)
    .exitOverride();
}

/** Runs a command once its options are read, and resolves with its exit code. A fault of ours rejects. */
export async function run(
  program: Command,
  args: readonly string[],
  { print, complain }: Surroundings,
  act: () => Promise<boolean>,
): Promise<number> {
  program.configureOutput({ writeOut: (text) => print(text.trimEnd()), writeErr: (text) => complain(text.trimEnd()) });
  try {
    program.parse(args, { from: "user" });
    return (await act()) ? EXIT.fine : EXIT.findings;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.fine : EXIT.misuse;
    if (!(error instanceof Misuse)) throw error;
    complain(error.message);
    return EXIT.misuse;
  }
}

/** How a command reports: as JSON when asked to, with annotations on GitHub, otherwise to people. */
export function formOf({ json }: Options, { environment }: Surroundings): Form {
  if (json) return "json";
  return environment["GITHUB_ACTIONS"] ? "github" : "text";
}
