// Hive Gateway in front of the example supergraph. `npm run supergraph -- --gateway hive`, in the main folder, starts it
// with all that it needs; by itself it takes everything from the environment, see `required` below.
import { readFileSync } from "node:fs";
import { createInlineSigningKeyProvider, defineConfig, extractFromHeader } from "@graphql-hive/gateway";

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

  // Refuses `@authenticated` and `@requiresScopes` fields before a subgraph is asked, field by field: what needs no
  // sign-in is still answered.
  genericAuth: {
    mode: "protect-granular",
    rejectUnauthenticated: false,
    resolveUserFn: ({ jwt }) => jwt?.payload,
    extractScopes: ({ scope }) => (typeof scope === "string" ? scope.split(" ") : []),
  },

  // Longer than the subgraph's own `DEADLINE_MS`, whose coded answer says more than a timeout.
  upstreamTimeout: Number(process.env.SUBGRAPH_TIMEOUT_MS ?? "5000"),
  requestId: true,
});

/** A variable that the gateway cannot start without. */
function required(name) {
  const value = process.env[name] ?? "";
  if (value === "") throw new Error(`\`${name}\` is not set`);
  return value;
}
