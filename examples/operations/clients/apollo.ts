import { ApolloClient, HttpLink, InMemoryCache } from "@apollo/client";
import { possibleTypes } from "../generated/cache-shape.js";

// So that the types of results know of the option below.
/* eslint-disable @typescript-eslint/no-namespace -- Apollo Client takes its users' defaults from these namespaces */
declare module "@apollo/client" {
  namespace ApolloClient {
    namespace DeclareDefaultOptions {
      interface Query {
        errorPolicy: "all";
      }
      interface WatchQuery {
        errorPolicy: "all";
      }
    }
  }
}
/* eslint-enable @typescript-eslint/no-namespace */

/**
 * Apollo Client for this graph. `possibleTypes` lets it see that a fragment on `SafetySetting` applies to every kind of setting;
 * an `errorPolicy` of "all" keeps the rest of an answer in which one field could not be had.
 */
export function apolloClient(uri: string, way: typeof fetch): ApolloClient {
  return new ApolloClient({
    cache: new InMemoryCache({ possibleTypes }),
    link: new HttpLink({ uri, fetch: way }),
    defaultOptions: { query: { errorPolicy: "all" }, watchQuery: { errorPolicy: "all" } },
  });
}
