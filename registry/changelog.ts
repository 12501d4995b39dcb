import type { ContractChange } from "./changes.js";

const UNRELEASED = "## [Unreleased]";
/** The section of unreleased changes that is about the contract. */
const CONTRACT = "### Contract";

/**
 * A changelog with the changes of the contract as list items in its section of unreleased ones, newest first; wording alone is left out.
 * Null: the changelog has no section `## [Unreleased]`.
 */
export function withChanges(changelog: string, changes: readonly ContractChange[], today: string): string | null {
  const items = changes.filter(({ isWording }) => !isWording).map((change) => `- ${today}: ${sentence(change)}`);
  const lines = changelog.split("\n");
  const start = lines.indexOf(UNRELEASED);
  if (start === -1) return null;
  if (items.length === 0) return changelog;
  const next = lines.findIndex((line, index) => index > start && line.startsWith("## "));
  const end = next === -1 ? lines.length : next;
  const unreleased = lines.slice(start, end);
  return [...lines.slice(0, start), ...withItems(unreleased, items), ...lines.slice(end)].join("\n");
}

/** Items at the head of their section; a new section is the last. Every section ends with an empty line. */
function withItems(lines: readonly string[], items: readonly string[]): readonly string[] {
  const heading = lines.indexOf(CONTRACT);
  if (heading !== -1) return [...lines.slice(0, heading + 2), ...items, ...lines.slice(heading + 2)];
  const last = lines.findLastIndex((line) => line !== "");
  return [...lines.slice(0, last + 1), "", CONTRACT, "", ...items, ""];
}

function sentence({ severity, message }: ContractChange): string {
  return severity === "safe" ? `${message}.` : `${severity}: ${message}.`;
}
