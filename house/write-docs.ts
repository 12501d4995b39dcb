// Writes the parts of the documents that say what the code says.
import { readFileSync, writeFileSync } from "node:fs";
import { format, resolveConfig } from "prettier";
import { environmentTable } from "./environment-table.js";
import { errorTable } from "./error-table.js";
import { withParts } from "./marked-parts.js";
import { metricsTable } from "./metrics-table.js";

const document = "docs/running.md";
const written = withParts(readFileSync(document, "utf8"), {
  environment: environmentTable(),
  errors: errorTable(),
  metrics: metricsTable(),
});
writeFileSync(document, await format(written, { ...(await resolveConfig(document)), filepath: document }));
