// Writes the JSON Schemas for the policy files; editors find them by the first line of each file.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { format, resolveConfig } from "prettier";
import { policySchemas, SCHEMAS } from "./policy-schemas.js";

mkdirSync(SCHEMAS, { recursive: true });
for (const [name, schema] of policySchemas()) {
  const path = join(SCHEMAS, name);
  const text = await format(JSON.stringify(schema), { ...(await resolveConfig(path)), parser: "json" });
  writeFileSync(path, text);
}
