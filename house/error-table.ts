import { ERROR_CODES } from "../src/subgraph/errors.js";
import { table } from "./marked-parts.js";

/** The error codes that leave the service, one row a code. */
export function errorTable(): string {
  const rows = Object.entries(ERROR_CODES).map(([code, { status, meaning, remedy }]) => [
    `\`${code}\``,
    String(status),
    meaning,
    remedy,
  ]);
  return table(["code", "status of a refused request", "meaning", "what to do"], rows);
}
