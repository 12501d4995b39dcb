import { composeServices } from "@apollo/composition";
import { composeServices as composeByGuild } from "@theguild/federation-composition";
import { ROUTER_COMPATIBILITY_VERSION_ONE, federateSubgraphs } from "@wundergraph/composition";
import { buildASTSchema, parse, type DocumentNode, type GraphQLSchema } from "graphql";
import { CONTRACT } from "../../src/subgraph/schema.js";

/** The neighbour that owns people. */
const ACCOUNTS = `
  extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])

  type User @key(fields: "id") {
    id: ID!
    name: String!
  }

  type Query {
    me: User
  }
`;

const SUPERGRAPH_FEATURES = ["@authenticated", "@requiresScopes", "@cost", "@listSize", "@tag"];

const subgraphs = (version: string, accounts = ACCOUNTS) =>
  Object.entries({ accounts, "youth-safety": CONTRACT }).map(([name, sdl]) => ({
    name,
    url: `http://${name}.example/graphql`,
    typeDefs: parse(sdl.replace("federation/v2.9", `federation/${version}`)),
  }));

/** A composed graph as clients see it, or what is wrong. */
type Composed = { readonly graph: GraphQLSchema } | { readonly errors: readonly string[] };

function apollo(version: string, accounts?: string): Composed {
  const { schema, supergraphSdl, errors } = composeServices(subgraphs(version, accounts));
  if (errors) return { errors: errors.map(({ message }) => message) };
  for (const directive of SUPERGRAPH_FEATURES) expect(supergraphSdl).toContain(directive);
  return { graph: schema.toGraphQLJSSchema() };
}

function guild(version: string, accounts?: string): Composed {
  const { supergraphSdl, publicSdl, errors } = composeByGuild(subgraphs(version, accounts));
  if (!supergraphSdl || !publicSdl) return { errors: (errors ?? []).map(({ message }) => message) };
  for (const directive of SUPERGRAPH_FEATURES) expect(supergraphSdl).toContain(directive);
  return { graph: buildASTSchema(parse(publicSdl)) };
}

function cosmo(version: string, accounts?: string): Composed {
  const definitions = ({ name, url, typeDefs }: { name: string; url: string; typeDefs: DocumentNode }) => ({
    name,
    url,
    definitions: typeDefs,
  });
  const result = federateSubgraphs({
    subgraphs: subgraphs(version, accounts).map(definitions),
    version: ROUTER_COMPATIBILITY_VERSION_ONE,
  });
  return result.success
    ? { graph: result.federatedGraphClientSchema }
    : { errors: result.errors.map(({ message }) => message) };
}

test.each([
  ["Apollo's composer", "v2.9", apollo],
  ["The Guild's composer", "v2.9", guild],
  ["Cosmo's composer", "v2.9", cosmo],
  ["Apollo's composer", "v2.12", apollo],
  ["Cosmo's composer", "v2.12", cosmo],
])("%s joins it with the accounts subgraph at %s", (_who, version, compose) => {
  const composed = compose(version);
  if ("errors" in composed) throw new Error(composed.errors.join("\n"));
  const fields = (name: string): readonly string[] => {
    const type = composed.graph.getType(name);
    return type && "getFields" in type ? Object.keys(type.getFields()).sort() : [];
  };
  expect(fields("User")).toEqual(["featureAccess", "id", "name", "safetyPreview", "safetySettings"]);
  expect(fields("Query")).toEqual(["me", "safetyPolicy", "safetyUsers"]);
  expect(fields("SafetyQuietHoursSetting")).toContain("scheduleValidUntil");
  const own = Object.keys(composed.graph.getTypeMap()).filter((name) => !name.includes("__"));
  expect(
    own.filter((name) => !/^(Safety|Query$|User$|DateTime$|Date$|ID$|Int$|String$|Boolean$|Float$)/.test(name)),
  ).toEqual([]);
});

test.each([
  ["Apollo's composer", apollo],
  ["The Guild's composer", guild],
  ["Cosmo's composer", cosmo],
])("%s refuses a neighbour that means something else by one of its fields", (_who, compose) => {
  const clash = ACCOUNTS.replace("name: String!", "name: String!\n    safetySettings: String @shareable").replace(
    '["@key"]',
    '["@key", "@shareable"]',
  );
  expect(compose("v2.9", clash)).toHaveProperty("errors");
});
