import { ApolloGateway, LocalGraphQLDataSource } from "@apollo/gateway";
import { ApolloServer } from "@apollo/server";
import type { TypedDocumentNode } from "@graphql-typed-document-node/core";
import { print, type GraphQLSchema } from "graphql";
import { accountsSubgraph } from "../../examples/supergraph/accounts.js";
import { contentSubgraph } from "../../examples/supergraph/content.js";
import { withoutSecuritySpecs } from "../../examples/supergraph/without-security-specs.js";
import { apollo } from "../../registry/composers.js";
import { readNeighbours, readSubgraph } from "../../registry/subgraph.js";
import { profileLoader } from "../../src/profiles/profile-loader.js";
import type { RequestContext } from "../../src/subgraph/context.js";
import { People } from "../../src/subgraph/people.js";
import { buildSchema } from "../../src/subgraph/schema.js";
import type { Viewer } from "../../src/subgraph/viewer.js";
import { NOW, storeOfPeople } from "../server/people.js";
import { theServed } from "../server/service.js";

/** The whole graph in this process: a gateway, the neighbours, and the real subgraph with the people of `people.ts`. */
export interface Graph {
  /** The data of an answer, by the operation's type; what failed in it is null. */
  ask<T, V extends object>(operation: TypedDocumentNode<T, V>, variables: V, viewer: Viewer): Promise<T>;
  /** What a client takes for its way to the graph. */
  fetchAs(viewer: Viewer): typeof fetch;
  /** How many requests there have been. */
  requests(): number;
}

/** A service that may read what protects anybody. */
export const READER: Viewer = { id: null, scopes: new Set(["youth-safety:read"]) };

const ACCOUNTS = [
  { id: "maya", name: "Maya" },
  { id: "noah", name: "Noah" },
  { id: "ava", name: "Ava" },
  { id: "mila", name: "Mila" },
  { id: "dana", name: "Dana" },
];

const started: ApolloServer[] = [];
afterAll(() => Promise.all(started.map((server) => server.stop())));

/** Starts the graph; nothing of it listens anywhere. */
export async function startGraph(): Promise<Graph> {
  const composed = apollo([readSubgraph("schema.graphql"), ...readNeighbours("examples/supergraph")]);
  if ("errors" in composed) throw new Error(composed.errors.join("\n"));
  const schemas: Readonly<Record<string, GraphQLSchema>> = {
    accounts: accountsSubgraph(ACCOUNTS),
    content: contentSubgraph(ACCOUNTS.map(({ id }) => id)),
    "youth-safety": buildSchema(),
  };
  const gateway = new ApolloGateway({
    supergraphSdl: withoutSecuritySpecs(composed.supergraph),
    buildService: ({ name }) => {
      const schema = schemas[name];
      if (!schema) throw new Error(`no subgraph is called \`${name}\``);
      return new LocalGraphQLDataSource(schema);
    },
  });
  const server = new ApolloServer({ gateway, stopOnTerminationSignals: false });
  await server.start();
  started.push(server);
  const store = storeOfPeople();
  let requests = 0;
  const execute = async (query: string, variables: object, viewer: Viewer): Promise<string> => {
    requests += 1;
    const loader = profileLoader(store, { msLeft: () => 60_000 }, 1_000);
    const people = new People((id) => loader.load(id), viewer, theServed, NOW);
    const context: RequestContext = {
      viewer,
      now: NOW,
      served: theServed,
      people,
      language: "en",
      wordedIn: new Set(),
    };
    // The neighbours know a viewer by id alone.
    const contextValue = { ...context, viewerId: viewer.id };
    const { body } = await server.executeOperation({ query, variables: { ...variables } }, { contextValue });
    if (body.kind !== "single") throw new Error("an answer came in parts");
    return JSON.stringify(body.singleResult);
  };
  return {
    requests: () => requests,
    ask: async (operation, variables, viewer) => {
      const { data } = JSON.parse(await execute(print(operation), variables, viewer));
      return data;
    },
    fetchAs:
      (viewer) =>
      async (_address, { body } = {}) => {
        const { query, variables } = JSON.parse(typeof body === "string" ? body : "{}");
        const answer = await execute(query, variables ?? {}, viewer);
        return new Response(answer, { headers: { "content-type": "application/json" } });
      },
  };
}
