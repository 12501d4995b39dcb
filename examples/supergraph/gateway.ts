import { randomUUID } from "node:crypto";
import { ApolloGateway, RemoteGraphQLDataSource } from "@apollo/gateway";
import { ApolloServer } from "@apollo/server";
import { ApolloServerPluginLandingPageDisabled } from "@apollo/server/plugin/disabled";
import { fastifyApolloHandler } from "@as-integrations/fastify";
import Fastify from "fastify";
import type { FastifyRequest } from "fastify";
import { GraphQLError } from "graphql";
import { viewerOfToken, type Viewer } from "./sign-in.js";
import { subgraphFault } from "./subgraph-fault.js";
import { withoutSecuritySpecs } from "./without-security-specs.js";

/** What the gateway needs. */
export interface GatewayParts {
  /** As it was composed. */
  readonly supergraph: string;
  /** 0: any free port. */
  readonly port: number;
  /** The name of the youth-safety subgraph in the supergraph, and what proves to it that this gateway asks. */
  readonly safety: { readonly name: string; readonly secret: string };
  /** What clients' tokens are signed with. */
  readonly tokenKey: string;
  /** Milliseconds that a subgraph may take. Longer than the subgraph's own deadline, whose answer says more than ours. */
  readonly patience: number;
  /** The page for browsers. */
  readonly page: string;
  /** Told what an operator has to know: a line for each request that a subgraph did not answer. */
  readonly log: (line: string) => void;
}

/** A gateway that answers. */
export interface RunningGateway {
  /** Where clients ask, e.g. `http://127.0.0.1:4000`. */
  readonly url: string;
  /** Where a browser asks. */
  readonly pageUrl: string;
  stop: () => Promise<void>;
}

/** What is sent on to the subgraphs. */
interface GatewayContext {
  readonly viewer: Viewer;
  readonly language: string | undefined;
  readonly requestId: string;
}

/** Starts Apollo Gateway in front of the subgraphs, on this machine alone. */
export async function startGateway(parts: GatewayParts): Promise<RunningGateway> {
  const gateway = new ApolloGateway({
    supergraphSdl: withoutSecuritySpecs(parts.supergraph),
    buildService: ({ name, url }) => subgraphSource(name, url, parts),
  });
  const apollo = new ApolloServer<GatewayContext>({
    gateway,
    includeStacktraceInErrorResponses: false,
    // One request cannot ask for the same list a thousand times over.
    maxRecursiveSelections: true,
    parseOptions: { maxLexicalTokens: 10_000 },
    plugins: [ApolloServerPluginLandingPageDisabled()],
    stopOnTerminationSignals: false,
  });
  await apollo.start();

  const fastify = Fastify({ genReqId: () => randomUUID() });
  fastify.post("/graphql", fastifyApolloHandler(apollo, { context: (request) => contextOf(request, parts.tokenKey) }));
  fastify.get("/graphiql", async (_, reply) => reply.type("text/html; charset=utf-8").send(parts.page));
  const url = await fastify.listen({ host: "127.0.0.1", port: parts.port });
  const stop = async (): Promise<void> => {
    await fastify.close();
    await apollo.stop();
  };
  return { url, pageUrl: `${url}/graphiql`, stop };
}

/** How one subgraph is asked: with an end to waiting, and with who asks. */
function subgraphSource(name: string, url: string | undefined, { safety, patience, log }: GatewayParts) {
  const proof = name === safety.name ? { "router-authorization": `Bearer ${safety.secret}` } : {};
  return new RemoteGraphQLDataSource<GatewayContext>({
    ...(url !== undefined && { url }),
    fetcher: (address, { method = "POST", headers = {}, body = "" } = {}) =>
      fetch(address, { method, headers, body: body.toString(), signal: AbortSignal.timeout(patience) }),
    willSendRequest: (options) => {
      if (!("incomingRequestContext" in options)) return;
      // Made here, never copied from the client: what a client calls itself must not reach a subgraph that believes it.
      for (const [header, value] of Object.entries({ ...identityHeaders(options.context), ...proof })) {
        options.request.http?.headers.set(header, value);
      }
    },
    didEncounterError: (error, _request, response) => {
      log(`the subgraph \`${name}\` failed: ${response ? `status ${response.status}` : reasonOf(error)}`);
      throw subgraphFault(error);
    },
  });
}

/** E.g. `TimeoutError` or `ECONNREFUSED`. */
function reasonOf({ name, cause }: Error): string {
  return cause instanceof Error && "code" in cause ? String(cause.code) : name;
}

function identityHeaders({ viewer, language, requestId }: GatewayContext): Readonly<Record<string, string>> {
  return {
    "x-request-id": requestId,
    ...(viewer.id !== null && { "x-viewer-id": viewer.id }),
    ...(viewer.scopes.length > 0 && { "x-viewer-scopes": viewer.scopes.join(" ") }),
    ...(language !== undefined && { "accept-language": language }),
  };
}

async function contextOf({ id, headers }: FastifyRequest, tokenKey: string): Promise<GatewayContext> {
  const viewer = await viewerOfToken(headers.authorization, tokenKey).catch(() => {
    throw new GraphQLError("the token in `authorization` is not valid: sign in again", {
      extensions: { code: "UNAUTHENTICATED", http: { status: 401 } },
    });
  });
  return { viewer, language: headers["accept-language"], requestId: id };
}
