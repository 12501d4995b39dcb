import Fastify, { LogController } from "fastify";
import type { FastifyInstance, FastifyServerOptions } from "fastify";
import type { Logger } from "pino";
import { addAdminCalls } from "./admin-calls.js";
import { logFault } from "./fault-log.js";
import type { Metrics } from "./metrics.js";
import type { PolicyControl } from "./policy-control.js";
import { requestId } from "./request-id.js";

/** What the private port is made of. */
export interface AdminParts {
  readonly metrics: Metrics;
  /** null: nothing changes the policy of this process. */
  readonly control: PolicyControl | null;
  /** What an operator can prove themselves with. */
  readonly tokens: readonly string[];
  readonly log: Logger;
}

/**
 * The server for operators, on a port of its own, so that no route to queries reaches it: `GET /metrics` for Prometheus, and
 * what `admin-calls.ts` adds about the policy. Errors are `{ "error": "..." }`.
 */
export function adminListener({ metrics, control, tokens, log }: AdminParts): FastifyInstance {
  const options: FastifyServerOptions = {
    loggerInstance: log,
    logController: new LogController({ disableRequestLogging: true, requestIdLogLabel: "requestId" }),
    bodyLimit: 10_000,
    requestTimeout: 30_000,
    exposeHeadRoutes: false,
    forceCloseConnections: true,
    genReqId: ({ headers }) => requestId(headers),
  };
  const fastify = Fastify(options);
  fastify.addHook("onSend", async (request, reply) => {
    void reply.headers({ "cache-control": "no-store", "x-request-id": request.id });
  });
  fastify.setErrorHandler(async (error, request, reply) => {
    const status = error instanceof Error && "statusCode" in error ? Number(error.statusCode) : 500;
    if (status >= 400 && status < 500 && error instanceof Error)
      return reply.code(status).send({ error: error.message });
    logFault(request.log, error);
    return reply.code(500).send({ error: "a fault of this service; the log has it under the request id" });
  });
  fastify.setNotFoundHandler(async (_, reply) =>
    reply
      .code(404)
      .send({ error: "there is nothing at this path: metrics are at `/metrics`, the policy at `/policy/status`" }),
  );
  fastify.get("/metrics", async (_, reply) =>
    reply.type(metrics.registry.contentType).send(await metrics.registry.metrics()),
  );
  if (control) addAdminCalls(fastify, { control, tokens, metrics });
  return fastify;
}
