import { Client, fetchExchange } from "@urql/core";
import { cacheExchange } from "@urql/exchange-graphcache";
import { embedded, possibleTypes } from "../generated/cache-shape.js";

/** urql for this graph. Types without an `id` are parts of the object that holds them, which is what a key of null says. */
export function urqlClient(url: string, way: typeof fetch): Client {
  const keys = Object.fromEntries(embedded.map((type) => [type, () => null]));
  return new Client({
    url,
    fetch: way,
    preferGetMethod: false,
    exchanges: [cacheExchange({ possibleTypes, keys }), fetchExchange],
  });
}
