import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";
import type { Metrics } from "./metrics.js";
import type { PolicyAttempt } from "./policy-attempt.js";
import type { NotMade, PolicyControl } from "./policy-control.js";
import { shownAttempt, shownStatus } from "./policy-status.js";
import { bearerOf, isOneOf } from "./secret-match.js";

/** What the calls act on. */
export interface AdminCalls {
  readonly control: PolicyControl;
  readonly tokens: readonly string[];
  readonly metrics: Metrics;
}

const REVISION = "64 hexadecimal digits, such as `GET /policy/status` lists under `history`";
const revision = z.string().regex(/^[0-9a-f]{64}$/);
const rollbackBody = z.strictObject({ revision });
const shadowBody = z.strictObject({ revision: revision.optional() });

const NOT_MADE: Readonly<Record<NotMade, { readonly status: number; readonly error: string }>> = {
  "no history": { status: 409, error: "no revision is kept: set `POLICY_HISTORY_DIR`" },
  "not kept": { status: 404, error: "no revision of that id is kept: `GET /policy/status` lists those that are" },
  "no candidate": {
    status: 409,
    error: "no candidate is named: set `POLICY_SHADOW_DIR`, or send the `revision` of one that is kept",
  },
};

/**
 * Adds `GET /policy/status`, which is as open as the metrics, and the calls that change something, which need a token:
 * `POST /policy/reload`, `POST /policy/rollback`, `POST /policy/shadow` and `DELETE /policy/shadow`. Calls answer when the
 * attempt has ended: 200, or 422 with what is wrong with the policy. No path of a file is ever taken from a call.
 */
export function addAdminCalls(fastify: FastifyInstance, { control, tokens, metrics }: AdminCalls): void {
  fastify.removeAllContentTypeParsers();
  fastify.addContentTypeParser("application/json", { parseAs: "string" }, readJson(fastify));
  const changing = {
    onRequest: async (request: FastifyRequest, reply: FastifyReply) => authorise(tokens, request, reply),
    onResponse: async (request: FastifyRequest, { statusCode }: FastifyReply) => {
      const call = `${request.method} ${request.routeOptions.url ?? ""}`;
      metrics.called(call, statusCode);
      request.log.info({ call, status: statusCode }, "operator's call");
    },
  };

  fastify.get("/policy/status", async () => shownStatus(control));
  fastify.post("/policy/reload", changing, async (_, reply) => answer(reply, await control.reload("admin call")));
  fastify.post("/policy/rollback", changing, async ({ body }, reply) => {
    const read = rollbackBody.safeParse(body);
    if (!read.success) return malformed(reply, `send \`{ "revision": "..." }\` with ${REVISION}`);
    return answer(reply, await control.rollback(read.data.revision));
  });
  fastify.post("/policy/shadow", changing, async ({ body }, reply) => {
    const read = shadowBody.safeParse(body ?? {});
    if (!read.success) return malformed(reply, `send nothing, or \`{ "revision": "..." }\` with ${REVISION}`);
    const { revision: id } = read.data;
    return answer(reply, await (id === undefined ? control.shadowFolder("admin call") : control.shadowRevision(id)));
  });
  fastify.delete("/policy/shadow", changing, async (_, reply) => {
    await control.endShadow();
    return reply.code(204).send();
  });
}

async function authorise(
  tokens: readonly string[],
  { headers }: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply | undefined> {
  if (tokens.length === 0) {
    const error = "nobody may change the policy by a call: set `ADMIN_TOKENS`, or send the process SIGHUP for a reload";
    return reply.code(403).send({ error });
  }
  if (isOneOf(tokens, bearerOf(headers.authorization))) return undefined;
  const error = "send `authorization: Bearer` with one of `ADMIN_TOKENS`";
  return reply.code(401).header("www-authenticate", "Bearer").send({ error });
}

function answer(reply: FastifyReply, made: PolicyAttempt | NotMade): FastifyReply {
  if (typeof made === "string") {
    const { status, error } = NOT_MADE[made];
    return reply.code(status).send({ error });
  }
  const refusal = made.step === "fault" ? 500 : 422;
  return reply.code(made.outcome === "refused" ? refusal : 200).send(shownAttempt(made));
}

function malformed(reply: FastifyReply, error: string): FastifyReply {
  return reply.code(400).send({ error });
}

/** Reads JSON with the server's own careful parser; nothing at all is read as nothing. */
function readJson(fastify: FastifyInstance) {
  const parse = fastify.getDefaultJsonParser("error", "error");
  return (request: FastifyRequest, text: string, done: (error: Error | null, body?: unknown) => void): void => {
    if (text.trim() === "") done(null, undefined);
    else void parse(request, text, done);
  };
}
