// Runs every generator; red when a committed file was not what its generator writes.
import { driftOf } from "./drift.js";
import type { Generator } from "./drift.js";

const SCHEMAS = ["cases", "catalogue", "deployment", "population", "rules", "texts"].map(
  (name) => `${name}.schema.json`,
);
const CLIENT = "examples/operations/generated";
const CLIENT_TYPES = ["fragment-masking", "gql", "graphql", "index"];

/** In this order: the types of operations are made from the composed graph. */
const GENERATORS: readonly Generator[] = [
  { script: "generate:api-schema", writes: [`${CLIENT}/schema.graphql`, `${CLIENT}/cache-shape.ts`] },
  {
    script: "codegen",
    writes: ["src/subgraph/generated/resolvers-types.ts", ...CLIENT_TYPES.map((file) => `${CLIENT}/${file}.ts`)],
  },
  { script: "generate:policy-schemas", writes: SCHEMAS.map((file) => `policies/schemas/${file}`) },
  { script: "generate:docs", writes: ["docs/running.md", "docs/analysis.md"] },
];

const drift = GENERATORS.flatMap((generator) => driftOf(generator, process.cwd()));
for (const line of drift) console.error(line);
process.exitCode = drift.length === 0 ? 0 : 1;
