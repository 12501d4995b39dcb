import { ENVIRONMENT } from "../src/config.js";
import { table } from "./marked-parts.js";

/** The environment, one row a variable, in the order in which the configuration declares them. */
export function environmentTable(): string {
  const rows = Object.entries(ENVIRONMENT).map(([name, { fallback, meaning, isSecret }]) => [
    `\`${name}\``,
    fallback === "" ? "" : `\`${fallback}\``,
    isSecret ? `${meaning}. Secret` : meaning,
  ]);
  return table(["variable", "without it", "meaning"], rows);
}
