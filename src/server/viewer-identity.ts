import type { IncomingHttpHeaders } from "node:http";
import {
  createRemoteJWKSet,
  decodeProtectedHeader,
  errors,
  jwtVerify,
  type JWTPayload,
  type JWTVerifyOptions,
} from "jose";
import type { TokenKeys } from "../config.js";
import type { Instant } from "../policy/calendar.js";
import { requestError } from "../subgraph/errors.js";
import { NOBODY, type Viewer } from "../subgraph/viewer.js";
import type { RouterProof } from "./router-guard.js";

/** Verifies a token at an instant. Rejects with UNAUTHENTICATED, or IDENTITY_UNAVAILABLE where the public keys cannot be had. */
export type TokenVerifier = (token: string, now: Instant) => Promise<Viewer>;

const SECRET_ALGORITHMS = ["HS256", "HS384", "HS512"];
const PUBLIC_ALGORITHMS = [
  "RS256",
  "RS384",
  "RS512",
  "PS256",
  "PS384",
  "PS512",
  "ES256",
  "ES384",
  "ES512",
  "EdDSA",
  "Ed25519",
];

/** Proofs under which the identity headers are the router's own words. */
const HEADERS_COUNT: Readonly<Record<RouterProof, boolean>> = {
  secret: true,
  signature: true,
  open: true,
  hive: false,
};

/**
 * Who asks. A token in `authorization` wins over headers, and a token that cannot be verified is refused rather than passed over.
 * `x-viewer-id` and `x-viewer-scopes` (separated by spaces) are believed only from a router that has vouched for its headers.
 * Where no keys are configured, tokens are the router's business and are not read.
 */
export async function identifyViewer(
  headers: IncomingHttpHeaders,
  proof: RouterProof,
  verify: TokenVerifier | null,
  now: Instant,
): Promise<Viewer> {
  if (verify && headers.authorization !== undefined) return verify(bearerToken(headers.authorization), now);
  return HEADERS_COUNT[proof] ? viewerOf(headers["x-viewer-id"], headers["x-viewer-scopes"]) : NOBODY;
}

/** Makes the verifier for the configured keys; null when there are none. */
export function tokenVerifier({ jwksUrl, secrets, issuer, audience }: TokenKeys): TokenVerifier | null {
  if (jwksUrl === null && secrets.length === 0) return null;
  const publicKeys = jwksUrl === null ? null : createRemoteJWKSet(new URL(jwksUrl));
  const secretKeys = secrets.map((secret) => new TextEncoder().encode(secret));
  const expected: JWTVerifyOptions = { ...(issuer !== null && { issuer }), ...(audience !== null && { audience }) };
  return async (token, now) => {
    const options = { ...expected, currentDate: new Date(now) };
    // The kind of key decides which algorithms count, so that a public key is never taken for a secret.
    const isPublic = publicKeys !== null && !SECRET_ALGORITHMS.includes(algorithmOf(token));
    const claims = isPublic
      ? jwtVerify(token, publicKeys, { ...options, algorithms: PUBLIC_ALGORITHMS }).then(({ payload }) => payload)
      : verifyWithSecrets(token, secretKeys, { ...options, algorithms: SECRET_ALGORITHMS });
    return claimedViewer(await claims.catch(refuse));
  };
}

function refuse(error: unknown): never {
  throw isUnavailable(error)
    ? requestError("IDENTITY_UNAVAILABLE", "the keys that verify tokens cannot be fetched now")
    : notValid();
}

function notValid() {
  return requestError("UNAUTHENTICATED", "the token in `authorization` is not valid");
}

/** The algorithm that a token names. Throws UNAUTHENTICATED for what is no token. */
function algorithmOf(token: string): string {
  try {
    return decodeProtectedHeader(token).alg ?? "";
  } catch {
    throw notValid();
  }
}

function bearerToken(authorization: string): string {
  const [, token = ""] = /^Bearer +(\S+)$/i.exec(authorization) ?? [];
  if (token === "") throw requestError("UNAUTHENTICATED", "`authorization` is not `Bearer` and a token");
  return token;
}

async function verifyWithSecrets(
  token: string,
  keys: readonly Uint8Array[],
  options: JWTVerifyOptions,
): Promise<JWTPayload> {
  let failure: unknown = new errors.JWSSignatureVerificationFailed();
  for (const key of keys) {
    try {
      return (await jwtVerify(token, key, options)).payload;
    } catch (error) {
      failure = error;
      if (!(error instanceof errors.JWSSignatureVerificationFailed)) break;
    }
  }
  throw failure;
}

/** `sub` is the viewer; scopes are in `scope` (separated by spaces) or `scp` (so, or a list). */
function claimedViewer({ sub, ...claims }: JWTPayload): Viewer {
  if (sub !== undefined && typeof sub !== "string") throw notValid();
  const scopes = claims["scope"] ?? claims["scp"];
  return viewerOf(sub, Array.isArray(scopes) ? scopes.join(" ") : scopes);
}

function viewerOf(id: unknown, scopes: unknown): Viewer {
  const words = typeof scopes === "string" ? scopes.split(/\s+/).filter((word) => word !== "") : [];
  return { id: typeof id === "string" && id !== "" ? id : null, scopes: new Set(words) };
}

/** The fault is the key server's or the network's, not the token's. */
function isUnavailable(error: unknown): boolean {
  return (
    !(error instanceof errors.JOSEError) ||
    error instanceof errors.JWKSTimeout ||
    error instanceof errors.JWKSInvalid ||
    error.code === "ERR_JOSE_GENERIC"
  );
}
