import type { ApolloServer } from "@apollo/server";
import { fastifyApolloHandler } from "@as-integrations/fastify";
import type { FastifyInstance, FastifyRequest } from "fastify";
import type { Config } from "../config.js";
import type { Instant } from "../policy/calendar.js";
import { deadlineIn } from "../profiles/deadline.js";
import { profileLoader, type ProfileLoader } from "../profiles/profile-loader.js";
import type { ProfileReads } from "../profiles/profile-store.js";
import type { UserId } from "../profiles/user-id.js";
import { requestError } from "../subgraph/errors.js";
import { People } from "../subgraph/people.js";
import type { ServedPolicy } from "../subgraph/served-policy.js";
import type { Viewer } from "../subgraph/viewer.js";
import { acceptedLanguage } from "./accepted-language.js";
import type { ServerContext } from "./apollo.js";
import type { PolicyShadow } from "./policy-shadow.js";
import { isRefusedByHeaders, proofOf } from "./router-guard.js";
import { identifyViewer, tokenVerifier } from "./viewer-identity.js";

/** What the route answers from. */
export interface GraphQLRoute {
  readonly apollo: ApolloServer<ServerContext>;
  readonly config: Pick<Config, "router" | "tokens" | "limits">;
  readonly reads: ProfileReads;
  /** Taken once a request, so that no request sees two revisions. */
  readonly served: () => ServedPolicy;
  /** Is offered the people of each request that has been answered. */
  readonly shadow: Pick<PolicyShadow, "offer"> | null;
  readonly clock: () => Instant;
}

/** The body as it came, byte by byte, and as JSON. */
interface SentBody {
  readonly bytes: Buffer;
  readonly json: unknown;
}

const NO_BODY: SentBody = { bytes: Buffer.alloc(0), json: undefined };
const VIEWER = "viewer";
const SERVED = "served";
const PEOPLE = "people";
const NOT_POST = ["GET", "HEAD", "PUT", "PATCH", "DELETE", "OPTIONS"];

/** Adds `POST /graphql`: router's proof, then viewer, then GraphQL. The log lines and the answer of a request name its one revision. */
export function addGraphQLRoute(fastify: FastifyInstance, route: GraphQLRoute): void {
  const { apollo, config, served, shadow, clock } = route;
  const verify = tokenVerifier(config.tokens);
  for (const name of [VIEWER, SERVED, PEOPLE]) fastify.decorateRequest(name, null);
  fastify.removeAllContentTypeParsers();
  fastify.addContentTypeParser("application/json", { parseAs: "buffer" }, jsonWithBytes(fastify));

  fastify.route({
    method: "POST",
    url: "/graphql",
    onRequest: async (request) => {
      const policy = served();
      request.setDecorator(SERVED, policy);
      request.log = request.log.child({ revision: policy.id });
      if (isRefusedByHeaders(config.router, request.headers)) throw notFromRouter();
    },
    preHandler: async (request) => {
      const { bytes, json } = (request.body ?? NO_BODY) as SentBody;
      const now = clock();
      const proof = proofOf(config.router, { headers: request.headers, bytes, body: json }, now);
      if (proof === null) throw notFromRouter();
      request.setDecorator(VIEWER, await identifyViewer(request.headers, proof, verify, now));
      request.body = json;
    },
    handler: fastifyApolloHandler(apollo, {
      context: async (request, reply) => {
        const context = contextOf(request, route);
        request.setDecorator(PEOPLE, context.people);
        void reply.header("x-policy-revision", context.served.id);
        return context;
      },
    }),
    onResponse: async (request) => {
      const people = request.getDecorator<People | null>(PEOPLE);
      if (people) void shadow?.offer(people);
    },
  });
  fastify.route({
    method: NOT_POST,
    url: "/graphql",
    onRequest: async (_request, reply) => {
      void reply.header("allow", "POST");
      throw requestError("METHOD_NOT_ALLOWED", "send queries by `POST`");
    },
    handler: () => undefined,
  });
}

function contextOf(request: FastifyRequest, { config, reads, clock }: GraphQLRoute): ServerContext {
  const { limits } = config;
  const viewer = request.getDecorator<Viewer>(VIEWER);
  const [policy, now] = [request.getDecorator<ServedPolicy>(SERVED), clock()];
  // The reads' time begins with the first of them: what the query itself takes to be read is not the store's.
  let loader: ProfileLoader | null = null;
  // One read holds everybody that a request may ask for.
  const most = Math.max(limits.representations, limits.users);
  const read = (id: UserId) => (loader ??= profileLoader(reads, deadlineIn(limits.deadline), most)).load(id);
  return {
    viewer,
    now,
    served: policy,
    people: new People(read, viewer, policy, now),
    language: acceptedLanguage(request.headers["accept-language"], policy.texts),
    wordedIn: new Set(),
    log: request.log,
  };
}

/** Reads JSON with the server's own careful parser, and keeps the bytes, over which signatures are made. */
function jsonWithBytes(fastify: FastifyInstance) {
  const parse = fastify.getDefaultJsonParser("error", "error");
  return (request: FastifyRequest, bytes: Buffer, done: (error: Error | null, body?: SentBody) => void): void => {
    void parse(request, bytes.toString("utf8"), (error, json) => done(error, { bytes, json }));
  };
}

function notFromRouter() {
  return requestError("UNAUTHENTICATED", "only the router may ask: send its proof");
}
