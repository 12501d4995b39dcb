import { ApolloServer } from "@apollo/server";
import {
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
} from "@apollo/server/plugin/disabled";
import { fastifyApolloHandler } from "@as-integrations/fastify";
import Fastify from "fastify";
import type { FastifyRequest } from "fastify";
import type { GraphQLSchema } from "graphql";

/** What the resolvers of an example subgraph know of a request. */
export interface SubgraphContext {
  /** Who is signed in, as the gateway says; null: nobody. */
  readonly viewerId: string | null;
}

/** A subgraph that answers. */
export interface ServedSubgraph {
  readonly url: string;
  stop: () => Promise<void>;
}

/**
 * Serves a neighbour on this machine alone. It believes whoever reaches it, and so must not be reachable by anybody
 * but the gateway: the youth-safety subgraph, which is meant for production, asks for proof instead.
 */
export async function serveSubgraph(schema: GraphQLSchema, port: number): Promise<ServedSubgraph> {
  const apollo = new ApolloServer<SubgraphContext>({
    schema,
    includeStacktraceInErrorResponses: false,
    plugins: [ApolloServerPluginInlineTraceDisabled(), ApolloServerPluginLandingPageDisabled()],
    stopOnTerminationSignals: false,
  });
  await apollo.start();
  const fastify = Fastify();
  const context = async ({ headers }: FastifyRequest): Promise<SubgraphContext> => {
    const id = headers["x-viewer-id"];
    return { viewerId: typeof id === "string" && id !== "" ? id : null };
  };
  fastify.post("/graphql", fastifyApolloHandler(apollo, { context }));
  const address = await fastify.listen({ host: "127.0.0.1", port });
  const stop = async (): Promise<void> => {
    await fastify.close();
    await apollo.stop();
  };
  return { url: `${address}/graphql`, stop };
}
