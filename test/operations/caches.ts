import type { DocumentNode } from "graphql";
import { apolloClient } from "../../examples/operations/clients/apollo.js";
import { urqlClient } from "../../examples/operations/clients/urql.js";

/** A client with a normalised cache. */
export interface CachingClient {
  /** Asks the graph, and puts the answer into the cache. */
  fetch(question: DocumentNode, variables?: Readonly<Record<string, unknown>>): Promise<unknown>;
  /** What the cache alone can answer; null: not everything that is asked for. */
  cached(question: DocumentNode, variables?: Readonly<Record<string, unknown>>): Promise<unknown>;
}

const ANYWHERE = "http://graph.example/graphql";

/** Clients by name, each given its way to the graph. */
export const CACHES: Readonly<Record<string, (way: typeof fetch) => CachingClient>> = {
  "Apollo Client": (way) => {
    const client = apolloClient(ANYWHERE, way);
    return {
      fetch: async (query, variables = {}) =>
        (await client.query({ query, variables, fetchPolicy: "network-only" })).data,
      cached: async (query, variables = {}) => client.readQuery({ query, variables }),
    };
  },
  urql: (way) => {
    const client = urqlClient(ANYWHERE, way);
    return {
      fetch: async (query, variables = {}) =>
        (await client.query(query, variables, { requestPolicy: "network-only" })).data,
      cached: async (query, variables = {}) =>
        (await client.query(query, variables, { requestPolicy: "cache-only" })).data ?? null,
    };
  },
};
