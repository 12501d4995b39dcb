import { once } from "node:events";
import type { AddressInfo } from "node:net";
import type { Logger } from "pino";
import type { Config } from "./config.js";
import type { Instant } from "./policy/calendar.js";
import { gatheredReads } from "./profiles/gathered-reads.js";
import type { ProfileStore } from "./profiles/profile-store.js";
import { makeApolloServer } from "./server/apollo.js";
import { addGraphQLRoute } from "./server/graphql-route.js";
import { httpServer } from "./server/http-server.js";
import { Metrics } from "./server/metrics.js";
import { metricsListener } from "./server/metrics-listener.js";
import { assertParity } from "./subgraph/parity.js";
import { buildSchema } from "./subgraph/schema.js";
import type { ServedPolicy } from "./subgraph/served-policy.js";

/** What a server answers from. */
export interface ServerParts {
  readonly config: Config;
  readonly store: ProfileStore;
  /** The policy in force; asked once a request. */
  readonly served: () => ServedPolicy;
  readonly clock: () => Instant;
  readonly log: Logger;
  /** The page at `/graphiql`; null: none. */
  readonly graphiql: string | null;
}

/** A server that answers. */
export interface RunningServer {
  /** Where queries are answered, e.g. `http://127.0.0.1:4001`. */
  readonly url: string;
  /** Where Prometheus reads. */
  readonly metricsUrl: string;
  /** Stops: readiness goes red, nothing new is taken, what is under way is finished or cut off after ten seconds. Once, however often it is called. */
  stop(): Promise<void>;
}

const DRAIN = 10_000;

/** Starts a server. Rejects when contract and catalogue differ, or with the code EADDRINUSE when a port is taken. */
export async function startServer(parts: ServerParts): Promise<RunningServer> {
  const { config, store, served, clock, log } = parts;
  const schema = buildSchema();
  assertParity(schema, served().policy.catalogue);
  const metrics = new Metrics(served);
  const { limits, production } = config;
  const apollo = makeApolloServer({ schema, limits, production, metrics, log });
  await apollo.start();

  let isDraining = false;
  const fastify = httpServer(parts, metrics, () => isDraining);
  const reads = gatheredReads(metrics.measured(store), Math.max(limits.representations, limits.users));
  addGraphQLRoute(fastify, { apollo, config, reads, served, clock });
  const listener = metricsListener(metrics.registry);

  const drain = async (): Promise<void> => {
    isDraining = true;
    const cut = setTimeout(() => fastify.server.closeAllConnections(), DRAIN);
    await fastify.close();
    clearTimeout(cut);
    await apollo.stop();
    listener.close();
    listener.closeAllConnections();
  };
  let drained: Promise<void> | null = null;
  const stop = (): Promise<void> => (drained ??= drain());
  try {
    await fastify.listen({ host: config.host, port: config.port });
    listener.listen(config.metricsPort, config.host);
    await once(listener, "listening");
  } catch (error) {
    await stop();
    throw error;
  }
  return { url: urlOf(fastify.server.address()), metricsUrl: `${urlOf(listener.address())}/metrics`, stop };
}

function urlOf(address: AddressInfo | string | null): string {
  if (address === null || typeof address === "string") throw new Error("the server has no port");
  const host = address.family === "IPv6" ? `[${address.address}]` : address.address;
  return `http://${host}:${address.port}`;
}
