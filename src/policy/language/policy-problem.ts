import type { SourcePlace } from "../rule.js";

/** Something wrong in a policy file: where, and what to do about it. */
export interface PolicyProblem {
  readonly place: SourcePlace;
  /** Lower case, the offending word in backticks, no final full stop. */
  readonly message: string;
}

/** A file of a policy folder: its path inside the folder, with `/`, and its text. */
export interface PolicySource {
  readonly file: string;
  readonly text: string;
}

/** One line for a person or an editor: `laws/au-smma.yaml:5:7: message`. */
export function formatProblem({ place, message }: PolicyProblem): string {
  return `${place.file}:${place.line}:${place.column}: ${message}`;
}

/** The problems by file, line, column and message, each once. */
export function inOrder<Problem extends PolicyProblem>(problems: readonly Problem[]): readonly Problem[] {
  const byLine = new Map(problems.map((problem) => [formatProblem(problem), problem]));
  return [...byLine.values()].sort(
    (a, b) =>
      compare(a.place.file, b.place.file) ||
      a.place.line - b.place.line ||
      a.place.column - b.place.column ||
      compare(a.message, b.message),
  );
}

// By code unit: the same everywhere, unlike a locale's order.
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
