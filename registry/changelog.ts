import type { ContractChange } from "./changes.js";

/** The section of unreleased changes that is about the contract. */
const SECTION = "### Contract";

/**
 * A changelog with the changes of the contract as list items in its section of unreleased ones, newest first; wording alone is left out.
 * Null: the changelog has no such section as `## [Unreleased]`.
 */
export function withChanges(changelog: string, changes: readonly ContractChange[], today: string): string | null {
  const items = changes.filter(({ isWording }) => !isWording).map((change) => `- ${today}: ${sentence(change)}`);
  const [, before, unreleased, after] =
    /^(.*?^## \[Unreleased\]\n)(.*?)(^## .*)?$/ms.exec(`${changelog.trimEnd()}\n`) ?? [];
  if (before === undefined || unreleased === undefined) return null;
  if (items.length === 0) return changelog;
  return `${before}${withItems(unreleased, items)}${after ?? ""}`;
}

/** Items at the head of their section; a new section is the last. */
function withItems(unreleased: string, items: readonly string[]): string {
  const list = items.join("\n");
  return unreleased.includes(`${SECTION}\n`)
    ? unreleased.replace(`${SECTION}\n\n`, `${SECTION}\n\n${list}\n`)
    : `${unreleased.trimEnd()}\n\n${SECTION}\n\n${list}\n\n`;
}

function sentence({ severity, message }: ContractChange): string {
  const said = `${message}.`;
  return severity === "safe" ? said : `${severity}: ${said}`;
}
