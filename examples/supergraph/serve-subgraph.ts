import { ApolloServer } from "@apollo/server";
import {
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
} from "@apollo/server/plugin/disabled";
import { startStandaloneServer } from "@apollo/server/standalone";
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
  const server = new ApolloServer<SubgraphContext>({
    schema,
    includeStacktraceInErrorResponses: false,
    plugins: [ApolloServerPluginInlineTraceDisabled(), ApolloServerPluginLandingPageDisabled()],
    stopOnTerminationSignals: false,
  });
  const { url } = await startStandaloneServer(server, {
    listen: { host: "127.0.0.1", port },
    context: async ({ req }) => {
      const id = req.headers["x-viewer-id"];
      return { viewerId: typeof id === "string" && id !== "" ? id : null };
    },
  });
  return { url, stop: () => server.stop() };
}
