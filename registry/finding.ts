/** Something that a step of a check has to say. */
export interface Finding {
  /** An `error` refuses the schema; a `warning` wants a reader; a `note` is for the record. */
  readonly level: "error" | "warning" | "note";
  /** Lower case, one line, without a final full stop. */
  readonly message: string;
  /** Where, if it is one place. */
  readonly at?: Place;
}

/** A place in a file; line and column count from 1. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** What came of a step. */
export interface StepResult {
  readonly step: Step;
  /** `skipped`: it had nothing to look at, as the summary says. */
  readonly outcome: "passed" | "failed" | "skipped";
  /** A few words on what was looked at. */
  readonly summary: string;
  readonly findings: readonly Finding[];
}

/** The steps of a check, in the order they run. */
export type Step = "composition" | "changes" | "operations" | "lint" | "cost" | "contract" | "registries" | "baseline";

/** A step that has run: red when one of its findings is an error. */
export function ran(step: Step, summary: string, findings: readonly Finding[]): StepResult {
  const outcome = findings.some(({ level }) => level === "error") ? "failed" : "passed";
  return { step, outcome, summary, findings };
}

/** A step that had nothing to look at, and why. */
export function skipped(step: Step, summary: string): StepResult {
  return { step, outcome: "skipped", summary, findings: [] };
}
