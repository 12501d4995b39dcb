import { FINDINGS } from "../src/policy/analysis/finding.js";
import { table } from "./marked-parts.js";

/** What the analysis of a policy can find, one row a code. */
export function findingTable(): string {
  const rows = Object.entries(FINDINGS).map(([code, { severity, meaning, remedy }]) => [
    `\`${code}\``,
    severity,
    meaning,
    remedy,
  ]);
  return table(["code", "severity", "meaning", "what to do"], rows);
}
