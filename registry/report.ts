import type { Finding, StepResult } from "./finding.js";

/** How a report is shown: to people, as annotations of GitHub's, or as JSON. */
export type Form = "text" | "github" | "json";

/** Whether nothing refuses the schema. */
export function isFine(results: readonly StepResult[]): boolean {
  return results.every(({ outcome }) => outcome !== "failed");
}

/** A report in one of its forms, ready to print. */
export function show(results: readonly StepResult[], form: Form): string {
  switch (form) {
    case "json":
      return JSON.stringify({ fine: isFine(results), steps: results }, null, 2);
    case "github":
      return [...annotations(results), text(results)].join("\n");
    case "text":
      return text(results);
    default:
      return form satisfies never;
  }
}

const MARKS = { passed: "ok", failed: "FAILED", skipped: "--" };

function text(results: readonly StepResult[]): string {
  return results.flatMap((it) => [stepLine(it), ...it.findings.map(findingLine)]).join("\n");
}

function stepLine({ step, outcome, summary }: StepResult): string {
  return `${MARKS[outcome].padEnd(7)}${step.padEnd(13)}${summary}`;
}

function findingLine({ level, message, at }: Finding): string {
  const place = at ? `${at.file}:${at.line}:${at.column}: ` : "";
  // What another program printed keeps its lines, set in.
  return `  ${level.padEnd(9)}${place}${message}`.replaceAll("\n", "\n             ");
}

const COMMANDS = { error: "error", warning: "warning", note: "notice" };

/** GitHub shows what wants a reader beside its line; notes are in the text. */
function annotations(results: readonly StepResult[]): readonly string[] {
  return results.flatMap(({ step, findings }) =>
    findings
      .filter(({ level }) => level !== "note")
      .map(({ level, message, at }) => {
        const place = at ? `file=${property(at.file)},line=${at.line},col=${at.column},` : "";
        return `::${COMMANDS[level]} ${place}title=schema ${step}::${escaped(message)}`;
      }),
  );
}

/** A message of a workflow command. */
function escaped(message: string): string {
  return message.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

/** A property of a workflow command: commas and colons would end it. */
function property(value: string): string {
  return escaped(value).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
