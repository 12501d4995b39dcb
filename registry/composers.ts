import { composeServices } from "@apollo/composition";
import { composeServices as composeByGuild } from "@theguild/federation-composition";
import { ROUTER_COMPATIBILITY_VERSION_ONE, federateSubgraphs } from "@wundergraph/composition";
import { buildSchema, parse, print, type GraphQLSchema } from "graphql";
import type { Subgraph } from "./subgraph.js";

/** Something that a composer remarks on without refusing. */
export interface Hint {
  /** The composer's own word for it; Cosmo's has none, so the warning's name stands for it. */
  readonly code: string;
  readonly message: string;
}

/** A composed graph, or why there is none. */
export type Composed =
  | {
      /** What clients see, without anything of federation's. */
      readonly api: GraphQLSchema;
      /** What a router runs on, with the costs and sizes that it reads. */
      readonly supergraph: string;
      readonly hints: readonly Hint[];
    }
  | { readonly errors: readonly string[] };

/** A composer at a version of the federation specification. */
export interface Composer {
  readonly name: "apollo" | "guild" | "cosmo";
  readonly version: "v2.9" | "v2.12";
  readonly compose: (subgraphs: readonly Subgraph[]) => Composed;
}

/** The version that the schemas link. */
const LINKED = "federation/v2.9";

/** Every composer that has to accept the schema. The Guild's knows no v2.12. */
export const COMPOSERS: readonly Composer[] = [
  { name: "apollo", version: "v2.9", compose: apollo },
  { name: "guild", version: "v2.9", compose: guild },
  { name: "cosmo", version: "v2.9", compose: cosmo },
  { name: "apollo", version: "v2.12", compose: (subgraphs) => apollo(subgraphs.map(linkingNewest)) },
  { name: "cosmo", version: "v2.12", compose: (subgraphs) => cosmo(subgraphs.map(linkingNewest)) },
];

/** Composes with Apollo's composer, whose API schema the other steps look at. */
export function apollo(subgraphs: readonly Subgraph[]): Composed {
  const { schema, supergraphSdl, errors, hints } = composeServices(subgraphs.map(asService));
  if (errors) return { errors: errors.map(({ message }) => message) };
  return {
    api: schema.toAPISchema().toGraphQLJSSchema(),
    supergraph: supergraphSdl,
    hints: hints.map(({ definition: { code }, message }) => ({ code, message })),
  };
}

function guild(subgraphs: readonly Subgraph[]): Composed {
  const result = composeByGuild(subgraphs.map(asService));
  if (result.supergraphSdl === undefined) return { errors: result.errors.map(({ message }) => message) };
  // The Guild's composer has errors only.
  return { api: buildSchema(result.publicSdl), supergraph: result.supergraphSdl, hints: [] };
}

function cosmo(subgraphs: readonly Subgraph[]): Composed {
  const result = federateSubgraphs({
    subgraphs: subgraphs.map((it) => ({ name: it.name, url: urlOf(it), definitions: it.typeDefs })),
    version: ROUTER_COMPATIBILITY_VERSION_ONE,
  });
  if (!result.success) return { errors: result.errors.map(({ message }) => message) };
  return {
    api: result.federatedGraphClientSchema,
    supergraph: print(result.federatedGraphAST),
    hints: result.warnings.map(({ name, message }) => ({ code: name, message })),
  };
}

/** The same subgraph linking the newest version, by one step of its first lines. */
function linkingNewest(subgraph: Subgraph): Subgraph {
  return { ...subgraph, typeDefs: parse(subgraph.source.body.replace(LINKED, "federation/v2.12")) };
}

function asService(subgraph: Subgraph) {
  return { name: subgraph.name, url: urlOf(subgraph), typeDefs: subgraph.typeDefs };
}

/** Composers want an address; none is asked. */
function urlOf({ name }: Subgraph): string {
  return `http://${name}.example/graphql`;
}
