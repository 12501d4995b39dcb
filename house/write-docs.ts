// Writes the parts of the documents that say what the code says.
import { readFileSync, writeFileSync } from "node:fs";
import { format, resolveConfig } from "prettier";
import { environmentTable } from "./environment-table.js";
import { errorTable } from "./error-table.js";
import { findingTable } from "./finding-table.js";
import { withParts } from "./marked-parts.js";
import { metricsTable } from "./metrics-table.js";

const PARTS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  "docs/running.md": { environment: environmentTable(), errors: errorTable(), metrics: metricsTable() },
  "docs/analysis.md": { findings: findingTable() },
};
for (const [document, parts] of Object.entries(PARTS)) {
  const written = withParts(readFileSync(document, "utf8"), parts);
  writeFileSync(document, await format(written, { ...(await resolveConfig(document)), filepath: document }));
}
