import { ApolloClient, HttpLink, InMemoryCache } from "@apollo/client";
import { Client, fetchExchange } from "@urql/core";
import { cacheExchange } from "@urql/exchange-graphcache";
import type { DocumentNode } from "graphql";
import { embedded, possibleTypes } from "../../examples/operations/generated/cache-shape.js";

/** A client with a normalised cache. */
export interface CachingClient {
  /** Asks the graph, and puts the answer into the cache. */
  fetch(question: DocumentNode, variables?: Readonly<Record<string, unknown>>): Promise<unknown>;
  /** What the cache alone can answer; null: not everything that is asked for. */
  cached(question: DocumentNode, variables?: Readonly<Record<string, unknown>>): Promise<unknown>;
}

/** Clients by name, each given its way to the graph. */
export const CACHES: Readonly<Record<string, (way: typeof fetch) => CachingClient>> = {
  "Apollo Client": apolloClient,
  urql: urqlClient,
};

const ANYWHERE = "http://graph.example/graphql";

function apolloClient(way: typeof fetch): CachingClient {
  const client = new ApolloClient({
    cache: new InMemoryCache({ possibleTypes }),
    link: new HttpLink({ uri: ANYWHERE, fetch: way }),
  });
  return {
    fetch: async (query, variables = {}) =>
      (await client.query({ query, variables, fetchPolicy: "network-only" })).data,
    cached: async (query, variables = {}) => client.readQuery({ query, variables }),
  };
}

function urqlClient(way: typeof fetch): CachingClient {
  const keys = Object.fromEntries(embedded.map((type) => [type, () => null]));
  const client = new Client({
    url: ANYWHERE,
    fetch: way,
    preferGetMethod: false,
    exchanges: [cacheExchange({ possibleTypes, keys }), fetchExchange],
  });
  return {
    fetch: async (query, variables = {}) =>
      (await client.query(query, variables, { requestPolicy: "network-only" })).data,
    cached: async (query, variables = {}) =>
      (await client.query(query, variables, { requestPolicy: "cache-only" })).data ?? null,
  };
}
