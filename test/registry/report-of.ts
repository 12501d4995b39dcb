import { join } from "node:path";
import { folderWith, run, type Ran } from "./commands.js";
import { ACCOUNTS, BULK, CONTRACT, SCREEN } from "./small-graph.js";

/** A report as `--json` prints it. */
export interface Report {
  readonly fine: boolean;
  readonly steps: readonly {
    readonly step: string;
    readonly outcome: string;
    readonly summary: string;
    readonly findings: readonly { readonly level: string; readonly message: string; readonly at?: object }[];
  }[];
}

/** What is not as in the small graph. */
export interface Parts {
  readonly schema?: string;
  readonly baseline?: string;
  readonly files?: Readonly<Record<string, string>>;
}

/** The small graph with some of it replaced, and the arguments that check it. */
export function graphWith({ schema = CONTRACT, baseline = CONTRACT, files = {} }: Parts = {}): {
  readonly folder: string;
  readonly args: readonly string[];
} {
  const folder = folderWith({
    "schema.graphql": schema,
    "published.graphql": baseline,
    "neighbours/accounts.graphql": ACCOUNTS,
    "operations/screen.graphql": SCREEN,
    "operations/internal/bulk.graphql": BULK,
    ...files,
  });
  const options = {
    schema: "schema.graphql",
    baseline: "published.graphql",
    neighbours: "neighbours",
    operations: "operations",
  };
  return { folder, args: Object.entries(options).flatMap(([name, path]) => [`--${name}`, join(folder, path)]) };
}

/** Checks the small graph with some of it replaced. */
export async function report(parts: Parts): Promise<{ readonly ran: Ran; readonly report: Report }> {
  const ran = await run("check", [...graphWith(parts).args, "--json"]);
  return { ran, report: JSON.parse(ran.printed) };
}

/** The steps that are red, with what they say. */
export function red({ steps }: Report): readonly (readonly [string, readonly string[]])[] {
  return steps
    .filter(({ outcome }) => outcome === "failed")
    .map(({ step, findings }) => [
      step,
      findings.filter(({ level }) => level === "error").map(({ message }) => message),
    ]);
}
