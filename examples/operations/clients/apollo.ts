import { ApolloClient, HttpLink, InMemoryCache } from "@apollo/client";
import { possibleTypes } from "../generated/cache-shape.js";

/** Apollo Client for this graph. `possibleTypes` lets it see that a fragment on `SafetySetting` applies to every kind of setting. */
export function apolloClient(uri: string, way: typeof fetch): ApolloClient {
  return new ApolloClient({
    cache: new InMemoryCache({ possibleTypes }),
    link: new HttpLink({ uri, fetch: way }),
  });
}
