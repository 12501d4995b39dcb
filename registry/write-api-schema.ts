// Writes the graph as clients see it, for types of operations, editors and caches: `npm run generate:api-schema`.
import { writeFileSync } from "node:fs";
import {
  isInterfaceType,
  isObjectType,
  isUnionType,
  printSchema,
  type GraphQLObjectType,
  type GraphQLSchema,
} from "graphql";
import { apollo } from "./composers.js";
import { readNeighbours, readSubgraph } from "./subgraph.js";

const FOLDER = "examples/operations/generated";

const composed = apollo([readSubgraph("schema.graphql"), ...readNeighbours("examples/supergraph")]);
if ("errors" in composed) throw new Error(composed.errors.join("\n"));
writeFileSync(`${FOLDER}/schema.graphql`, `${printSchema(composed.api)}\n`);
writeFileSync(
  `${FOLDER}/cache-shape.ts`,
  `/** Which types implement an interface: caches need it to tell whether a fragment applies. */
export const possibleTypes = ${JSON.stringify(possibleTypesOf(composed.api), null, 2)};

/** Types without an \`id\`: parts of the object that holds them, never shared. */
export const embedded = ${JSON.stringify(embeddedIn(composed.api), null, 2)} as const;
`,
);

function possibleTypesOf(schema: GraphQLSchema): Readonly<Record<string, readonly string[]>> {
  const abstract = Object.values(schema.getTypeMap()).filter((type) => isInterfaceType(type) || isUnionType(type));
  return Object.fromEntries(abstract.map((type) => [type.name, schema.getPossibleTypes(type).map(({ name }) => name)]));
}

function embeddedIn(schema: GraphQLSchema): readonly string[] {
  const isPart = (type: GraphQLObjectType): boolean => type !== schema.getQueryType() && !type.getFields()["id"];
  return Object.values(schema.getTypeMap())
    .filter((type) => isObjectType(type) && !type.name.startsWith("__") && isPart(type))
    .map(({ name }) => name);
}
