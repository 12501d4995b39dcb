// Runs every generator; red when a committed file was not what its generator writes.
import { driftOf } from "./drift.js";
import type { Generator } from "./drift.js";

const SCHEMAS = ["cases", "catalogue", "deployment", "rules", "texts"].map((name) => `${name}.schema.json`);

const GENERATORS: readonly Generator[] = [
  { script: "codegen", writes: ["src/subgraph/generated/resolvers-types.ts"] },
  { script: "generate:policy-schemas", writes: SCHEMAS.map((file) => `policies/schemas/${file}`) },
  { script: "generate:docs", writes: ["docs/running.md"] },
];

const drift = GENERATORS.flatMap((generator) => driftOf(generator, process.cwd()));
for (const line of drift) console.error(line);
process.exitCode = drift.length === 0 ? 0 : 1;
