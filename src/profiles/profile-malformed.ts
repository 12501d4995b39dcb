import type { z } from "zod";

type Issue = z.core.$ZodIssue;

const KNOWN_STEP = /^_?[A-Za-z][A-Za-z0-9]{0,63}$/;

/**
 * A stored profile that cannot be read as it stands. It fails the one person it belongs to, and nothing is guessed from the rest of it.
 * Carries where it is wrong, never what it says or whose it is.
 */
export class ProfileMalformed extends Error {
  readonly code = "SAFETY_DATA_MALFORMED";
  /** Where it is wrong, e.g. `ages[0].born`; `*` stands for a name that is not one of ours. */
  readonly paths: readonly string[];

  constructor(paths: readonly string[]) {
    super(
      `a stored profile cannot be read at ${paths.map((path) => `\`${path}\``).join(", ")}; repair or import it again`,
    );
    this.name = "ProfileMalformed";
    this.paths = paths;
  }
}

/** Where issues are, each place once, without any name that came from the data. */
export function pathsOf(issues: readonly Issue[]): readonly string[] {
  return [...new Set(issues.map(({ path }) => formatPath(path)))];
}

/** Writes the path of a field: `guardians[0].limits.autoplay`; `(document)` for the whole. */
export function formatPath(path: readonly PropertyKey[]): string {
  const steps = path.map((step) => {
    if (typeof step === "number") return `[${String(step)}]`;
    return typeof step === "string" && KNOWN_STEP.test(step) ? `.${step}` : ".*";
  });
  return steps.join("").replace(/^\./, "") || "(document)";
}
