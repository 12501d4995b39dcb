import type { Options } from "./options.js";
import type { Environment } from "./registries.js";
import type { Form } from "./report.js";

/** The day on which a command runs, in UTC, e.g. `2027-01-31`. */
export function today(): string {
  return new Date().toISOString().slice(0, 10);
}

/** How a command reports: as JSON when asked to, with annotations on GitHub, otherwise to people. */
export function formOf({ json }: Pick<Options, "json">, { GITHUB_ACTIONS: onGithub }: Environment): Form {
  if (json) return "json";
  return onGithub ? "github" : "text";
}
