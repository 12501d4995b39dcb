import Fastify, { LogController, type FastifyInstance, type FastifyServerOptions } from "fastify";
import type { Logger } from "pino";
import type { Config } from "../config.js";
import type { ProfileStore } from "../profiles/profile-store.js";
import { requestError } from "../subgraph/errors.js";
import { logFault } from "./fault-log.js";
import { refusalOf } from "./http-errors.js";
import type { Metrics } from "./metrics.js";
import { readinessCheck } from "./readiness.js";
import { requestId } from "./request-id.js";

/** What the HTTP server is made of. */
export interface HttpParts {
  readonly config: Pick<Config, "limits">;
  readonly store: ProfileStore;
  readonly log: Logger;
  /** The page at `/graphiql`; null: none. */
  readonly graphiql: string | null;
}

/** Milliseconds in which a request has to arrive. */
const RECEIVE = 30_000;

/** The HTTP server around `/graphql`: request ids, coded errors in JSON, health, the log line and the measure of each request. */
export function httpServer(
  { config, store, log, graphiql }: HttpParts,
  metrics: Metrics,
  isDraining: () => boolean,
): FastifyInstance {
  const options: FastifyServerOptions = {
    loggerInstance: log,
    logController: new LogController({ disableRequestLogging: true, requestIdLogLabel: "requestId" }),
    bodyLimit: config.limits.bodyBytes,
    requestTimeout: RECEIVE,
    exposeHeadRoutes: false,
    // What came before the drain on an open connection is still answered.
    return503OnClosing: false,
    genReqId: ({ headers }) => requestId(headers),
    clientErrorHandler: (_error, socket) => {
      const { body } = refusalOf(requestError("BAD_REQUEST", "the request is not HTTP"));
      const text = JSON.stringify(body);
      socket.end(
        `HTTP/1.1 400 Bad Request\r\nconnection: close\r\ncontent-type: application/json\r\ncontent-length: ${text.length}\r\n\r\n${text}`,
      );
    },
  };
  const fastify = Fastify(options);
  fastify.addHook("onRequest", async (request, reply) => {
    // Answers are about one person and one moment: nothing between here and the client may keep them.
    void reply.headers({ "cache-control": "no-store", "x-request-id": request.id });
    if (isDraining()) void reply.header("connection", "close");
  });
  fastify.addHook("onResponse", async (request, reply) => {
    const route = request.routeOptions.url ?? "none";
    metrics.answered(route, reply.statusCode, reply.elapsedTime / 1_000);
    if (route === "/graphql")
      request.log.info({ route, status: reply.statusCode, ms: Math.round(reply.elapsedTime) }, "answered");
  });
  fastify.setErrorHandler(async (error, request, reply) => {
    const { code, status, body } = refusalOf(error);
    metrics.failed(code);
    if (code === "INTERNAL_SERVER_ERROR") logFault(request.log, error);
    return reply.code(status).send(body);
  });
  fastify.setNotFoundHandler(() => {
    throw requestError("NOT_FOUND", "there is nothing at this path: send queries to `/graphql`");
  });

  const readiness = readinessCheck(store, isDraining, () => performance.now());
  fastify.get("/healthz", async () => ({ status: "up" }));
  fastify.get("/readyz", async (_request, reply) => {
    const { ready, reasons } = await readiness();
    return reply.code(ready ? 200 : 503).send({ status: ready ? "ready" : "not ready", reasons });
  });
  if (graphiql !== null)
    fastify.get("/graphiql", async (_request, reply) => reply.type("text/html; charset=utf-8").send(graphiql));
  return fastify;
}
