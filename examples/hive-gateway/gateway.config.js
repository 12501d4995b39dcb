// Hive Gateway in front of the example supergraph. `npm run supergraph -- --gateway hive`, in the main folder, starts it
// with all that it needs; by itself it takes everything from the environment, see `required` below.
import { readFileSync } from "node:fs";
import { createInlineSigningKeyProvider, defineConfig, extractFromHeader } from "@graphql-hive/gateway";
import { GraphQLError } from "graphql";

/** The subgraph that proofs are for; the others are not sent them. */
const SAFETY = "youth-safety";

export const gatewayConfig = defineConfig({
  supergraph: required("SUPERGRAPH"),
  host: "127.0.0.1",
  port: Number(required("GATEWAY_PORT")),
  graphiql: true,
  landingPage: false,
  renderGraphiQL: () => readFileSync(required("GRAPHIQL_PAGE"), "utf8"),

  // Proves the gateway to the subgraph. The signature covers the query and its variables, and no header.
  hmacSignature: {
    secret: required("HIVE_HMAC_SECRET"),
    shouldSign: ({ subgraphName }) => subgraphName === SAFETY,
  },

  // Who asks. Nobody is a viewer too, so a missing token is no error; a bad one is.
  jwt: {
    signingKeyProviders: [createInlineSigningKeyProvider(required("JWT_SECRET"))],
    tokenLookupLocations: [extractFromHeader({ name: "authorization", prefix: "Bearer" })],
    tokenVerification: {
      issuer: required("JWT_ISSUER"),
      audience: required("JWT_AUDIENCE"),
      algorithms: ["HS256"],
    },
    reject: { missingToken: false, invalidToken: true },
    // Claims in `extensions` are not signed either: the subgraph verifies the token itself.
    forward: { payload: false, token: false },
  },

  propagateHeaders: {
    fromClientToSubgraphs: ({ request, subgraphName, context }) => ({
      "accept-language": request.headers.get("accept-language"),
      ...(subgraphName === SAFETY
        ? { authorization: request.headers.get("authorization") }
        : // From the verified token, never from the client's own headers.
          { "x-viewer-id": context.jwt?.payload.sub }),
    }),
  },

  // `genericAuth` is left out on purpose: where it refuses a field by `@authenticated` it leaves the field out of the
  // answer, and clients that read null as protective would find nothing. The subgraph refuses with null and a code.

  // Longer than the subgraph's own `DEADLINE_MS`, whose coded answer says more than a timeout.
  upstreamTimeout: Number(process.env.SUBGRAPH_TIMEOUT_MS ?? "5000"),
  requestId: true,
  plugins: () => [{ onSubgraphExecute: answerForSubgraph }],
});

/** Refusals of a whole request that a client can do something about. */
const TOLD_TO_CLIENTS = ["BAD_USER_INPUT", "TOO_MANY_REPRESENTATIONS", "TOO_MANY_USERS", "PAYLOAD_TOO_LARGE"];

/**
 * Says SUBGRAPH_UNAVAILABLE for a subgraph that cannot be asked or refuses the gateway, as the example of Apollo Gateway
 * does. As it comes, the error of a timeout holds the subgraph's address and the signature of the request, the response
 * has the status 504, and a wrong secret of ours reads as "sign in again".
 */
function answerForSubgraph({ subgraphName, executor, setExecutor, log }) {
  setExecutor(async (request) => {
    const result = await Promise.resolve(executor(request)).catch((error) => ({ errors: [error] }));
    if (result.data || !result.errors) return result;
    const { message, extensions: { code } = {} } = result.errors[0];
    log.warn(`the subgraph \`${subgraphName}\` failed: ${code}`);
    return TOLD_TO_CLIENTS.includes(code)
      ? refusal(message, code)
      : refusal("a part of the answer cannot be had now", "SUBGRAPH_UNAVAILABLE");
  });
}

function refusal(message, code) {
  return { errors: [new GraphQLError(message, { extensions: { code } })] };
}

/** A variable that the gateway cannot start without. */
function required(name) {
  const value = process.env[name] ?? "";
  if (value === "") throw new Error(`\`${name}\` is not set`);
  return value;
}
