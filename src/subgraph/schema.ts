import { readFileSync } from "node:fs";
import { buildSubgraphSchema } from "@apollo/subgraph";
import { parse, type GraphQLSchema } from "graphql";
import { resolveItemFields } from "./item-fields.js";
import { resolvers } from "./resolvers.js";

type ResolverModule = Extract<Parameters<typeof buildSubgraphSchema>[0], readonly unknown[]>[number];

/** The contract as written. */
export const CONTRACT = readFileSync(new URL("../../schema.graphql", import.meta.url), "utf8");

/** The contract with its resolvers: what a server executes. */
export function buildSchema(): GraphQLSchema {
  // Codegen types a resolver by its field; the library wants a looser map, which no type of its own describes.
  const module = { typeDefs: parse(CONTRACT), resolvers } as ResolverModule;
  const schema = buildSubgraphSchema([module]);
  resolveItemFields(schema);
  return schema;
}
