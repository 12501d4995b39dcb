import type { Command } from "commander";
import { analyse } from "../policy/analysis/analyse.js";
import type { Finding, Severity } from "../policy/analysis/finding.js";
import { dateAt, UTC, type Instant } from "../policy/calendar.js";
import { formatProblem } from "../policy/language/policy-problem.js";
import { readPolicyFolder, type Revision } from "../policy-folder.js";
import { EXIT } from "./misuse.js";
import { SHIPPED_POLICY } from "./policy-argument.js";

interface CheckOptions {
  readonly json?: boolean;
  readonly notes?: boolean;
}

/** Adds `check [FOLDER]`: reads and analyses a policy. Exit codes 0 fine, 1 warnings, 2 misuse, 3 errors: it could not be served. */
export function registerCheck(program: Command): void {
  program
    .command("check")
    .description("look for mistakes in the rules of a folder: what is missing, what contradicts, what changes nothing")
    .argument("[folder]", "the folder of the rules", SHIPPED_POLICY)
    .option("--notes", "list the notes too, which are no mistakes")
    .option("--json", "print JSON with everything that was found")
    .action(async (folder: string, options: CheckOptions) => {
      const read = await readPolicyFolder(folder);
      const today = dateAt(Date.now() as Instant, UTC); // whole milliseconds since 1970, which is what an instant is
      const findings: readonly Reported[] = read.ok
        ? analyse(read.documents, { today })
        : read.problems.map((problem) => ({ severity: "error", code: "unreadable", ...problem }));
      const revision = read.ok ? read.revision : null;
      process.stdout.write(
        options.json === true ? jsonOf(revision, findings) : linesOf(findings, options.notes === true),
      );
      if (findings.some(({ severity }) => severity === "error")) process.exitCode = EXIT.brokenPolicy;
      else if (findings.some(({ severity }) => severity === "warning")) process.exitCode = EXIT.findings;
    });
}

/** A finding, or a problem that kept the files from being read at all. */
type Reported = Omit<Finding, "code"> & { readonly code: Finding["code"] | "unreadable" };

const SEVERITIES = ["error", "warning", "note"] as const satisfies readonly Severity[];

function linesOf(findings: readonly Reported[], withNotes: boolean): string {
  const groups = SEVERITIES.flatMap((severity) => {
    const lines = findings.filter((one) => one.severity === severity);
    if (lines.length === 0 || (severity === "note" && !withNotes)) return [];
    return [[`${severity}s:`, ...lines.map((one) => `  ${formatProblem(one)} (${one.code})`)].join("\n")];
  });
  const [errors, warnings, notes] = SEVERITIES.map((severity) =>
    counted(findings.filter((one) => one.severity === severity).length, severity),
  );
  const hint = withNotes || findings.every(({ severity }) => severity !== "note") ? "" : " (--notes lists them)";
  return `${[...groups, `${errors}, ${warnings}, ${notes}${hint}`].join("\n\n")}\n`;
}

function counted(count: number, what: string): string {
  return `${count === 0 ? "no" : count} ${what}${count === 1 ? "" : "s"}`;
}

function jsonOf(revision: Revision | null, findings: readonly Reported[]): string {
  return `${JSON.stringify({ revision: revision?.id ?? null, findings }, null, 2)}\n`;
}
