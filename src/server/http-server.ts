import Fastify, { LogController } from "fastify";
import type { FastifyInstance, FastifyReply, FastifyRequest, FastifyServerOptions } from "fastify";
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
export function httpServer(parts: HttpParts, metrics: Metrics, isDraining: () => boolean): FastifyInstance {
  const fastify = Fastify(optionsOf(parts, metrics));
  fastify.addHook("onSend", async (request, reply) => {
    // Answers are about one person and one moment: nothing between here and the client may keep them.
    void reply.headers({ "cache-control": "no-store", "x-request-id": request.id });
    if (isDraining()) void reply.header("connection", "close");
  });
  fastify.addHook("onResponse", async (request, { statusCode, elapsedTime }) => {
    const route = request.routeOptions.url ?? "none";
    metrics.answered(route, statusCode, elapsedTime / 1_000);
    if (route === "/graphql") request.log.info({ status: statusCode, ms: Math.round(elapsedTime) }, "answered");
  });
  fastify.setErrorHandler(async (error, request, reply) => refuse(error, request, reply, metrics));
  fastify.setNotFoundHandler(() => {
    throw requestError("NOT_FOUND", "there is nothing at this path: send queries to `/graphql`");
  });
  addHealth(fastify, parts.store, isDraining);
  const { graphiql } = parts;
  if (graphiql !== null)
    fastify.get("/graphiql", async (_, reply) => reply.type("text/html; charset=utf-8").send(graphiql));
  return fastify;
}

function optionsOf({ config, log }: HttpParts, metrics: Metrics): FastifyServerOptions {
  return {
    loggerInstance: log,
    logController: new LogController({ disableRequestLogging: true, requestIdLogLabel: "requestId" }),
    bodyLimit: config.limits.bodyBytes,
    requestTimeout: RECEIVE,
    exposeHeadRoutes: false,
    // What arrives on an open connection during the drain is still answered.
    return503OnClosing: false,
    genReqId: ({ headers }) => requestId(headers),
    // Hooks do not run for an address that cannot be read.
    frameworkErrors: (error, request, reply) => {
      void reply.headers({ "cache-control": "no-store", "x-request-id": request.id });
      refuse(error, request, reply, metrics);
    },
    clientErrorHandler: (_, socket) => void socket.end(NOT_HTTP),
  };
}

function refuse(error: unknown, request: FastifyRequest, reply: FastifyReply, metrics: Metrics): FastifyReply {
  const { code, status, body } = refusalOf(error);
  metrics.failed(code);
  if (code === "INTERNAL_SERVER_ERROR") logFault(request.log, error);
  return reply.code(status).send(body);
}

/** `/healthz`: the process is up. `/readyz`: it should be sent requests. Neither needs the router's proof. */
function addHealth(fastify: FastifyInstance, store: ProfileStore, isDraining: () => boolean): void {
  const readiness = readinessCheck(store, isDraining, () => performance.now());
  fastify.get("/healthz", async () => ({ status: "up" }));
  fastify.get("/readyz", async (_, reply) => {
    const { ready, reasons } = await readiness();
    return reply.code(ready ? 200 : 503).send({ status: ready ? "ready" : "not ready", reasons });
  });
}

const NOT_HTTP = rawResponse(refusalOf(requestError("BAD_REQUEST", "the request is not HTTP")).body);

/** A response for a socket on which no request was understood. */
function rawResponse(body: object): string {
  const json = JSON.stringify(body);
  const head = ["HTTP/1.1 400 Bad Request", "connection: close", "content-type: application/json; charset=utf-8"];
  return [...head, `content-length: ${Buffer.byteLength(json)}`, "", json].join("\r\n");
}
