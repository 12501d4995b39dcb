import type { AddressInfo } from "node:net";
import type { Logger } from "pino";
import type { Config } from "./config.js";
import type { Instant } from "./policy/calendar.js";
import { gatheredReads } from "./profiles/gathered-reads.js";
import type { ProfileStore } from "./profiles/profile-store.js";
import { adminListener } from "./server/admin-listener.js";
import { makeApolloServer } from "./server/apollo.js";
import { addGraphQLRoute } from "./server/graphql-route.js";
import { httpServer } from "./server/http-server.js";
import { Metrics } from "./server/metrics.js";
import type { PolicyControl } from "./server/policy-control.js";
import type { PolicyShadow } from "./server/policy-shadow.js";
import { buildSchema } from "./subgraph/schema.js";
import type { ServedPolicy } from "./subgraph/served-policy.js";

/** What a server answers from. */
export interface ServerParts {
  readonly config: Config;
  readonly store: ProfileStore;
  /** The policy in force; asked once a request. It has been admitted: contract and catalogue agree. */
  readonly served: () => ServedPolicy;
  /** What operators may do with it; null: nothing changes it. */
  readonly operations: PolicyOperations | null;
  readonly clock: () => Instant;
  readonly log: Logger;
  /** The page at `/graphiql`; null: none. */
  readonly graphiql: string | null;
}

/** What changes the policy of a server, and what is compared with it. */
export interface PolicyOperations {
  readonly control: PolicyControl;
  readonly shadow: PolicyShadow;
}

/** A server that answers. */
export interface RunningServer {
  /** Where queries are answered, e.g. `http://127.0.0.1:4001`. */
  readonly url: string;
  /** Where Prometheus reads; operators find `/policy/status` beside it. */
  readonly metricsUrl: string;
  /** Stops: readiness goes red, nothing new is taken, what is under way is finished or cut off after ten seconds. Once, however often it is called. */
  stop(): Promise<void>;
}

const DRAIN = 10_000;

/** Starts a server. Rejects with the code EADDRINUSE when a port is taken. */
export async function startServer(parts: ServerParts): Promise<RunningServer> {
  const { config, store, served, operations, clock, log } = parts;
  const { control = null, shadow = null } = operations ?? {};
  const schema = buildSchema();
  const metrics = new Metrics({ served, status: () => control?.status() ?? null });
  const { limits, production } = config;
  const apollo = makeApolloServer({ schema, limits, production, metrics, log });
  await apollo.start();

  let isDraining = false;
  const fastify = httpServer(parts, metrics, () => isDraining);
  const reads = gatheredReads(metrics.measured(store), Math.max(limits.representations, limits.users));
  addGraphQLRoute(fastify, { apollo, config, reads, served, shadow, clock });
  const admin = adminListener({ metrics, control, tokens: config.adminTokens, log });

  const drain = async (): Promise<void> => {
    isDraining = true;
    const cut = setTimeout(() => fastify.server.closeAllConnections(), DRAIN);
    await fastify.close();
    clearTimeout(cut);
    await apollo.stop();
    await admin.close();
  };
  let drained: Promise<void> | null = null;
  const stop = (): Promise<void> => (drained ??= drain());
  try {
    await fastify.listen({ host: config.host, port: config.port });
    await admin.listen({ host: config.host, port: config.metricsPort });
  } catch (error) {
    await stop();
    throw error;
  }
  return { url: urlOf(fastify.server.address()), metricsUrl: `${urlOf(admin.server.address())}/metrics`, stop };
}

function urlOf(address: AddressInfo | string | null): string {
  if (address === null || typeof address === "string") throw new Error("the server has no port");
  const host = address.family === "IPv6" ? `[${address.address}]` : address.address;
  return `http://${host}:${address.port}`;
}
