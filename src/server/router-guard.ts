import { createHash, createHmac } from "node:crypto";
import type { IncomingHttpHeaders } from "node:http";
import { stringify } from "safe-stable-stringify";
import type { RouterSecrets } from "../config.js";
import type { Instant } from "../policy/calendar.js";
import { bearerOf, isOneOf } from "./secret-match.js";

/**
 * How a request showed that it comes from the router:
 * - `secret`: `router-authorization: Bearer <secret>`.
 * - `signature`: `router-signature: t=<seconds since 1970>,v1=<hex>`, the HMAC-SHA256 of five lines joined by line feeds:
 *   `v1`; the seconds; the SHA-256 of the body's bytes in hex; the value of `x-viewer-id`; the value of `x-viewer-scopes`.
 *   A header that is not sent is an empty line. Good for 60 seconds either way.
 * - `hive`: Hive Gateway's `extensions["hmac-signature"]`, the HMAC-SHA256 in base64 of the JSON of `query` and
 *   `variables` with keys in order. It says nothing of time or headers, so it vouches for the gateway alone.
 * - `open`: no secret is configured, and nobody has to show anything.
 */
export type RouterProof = "secret" | "signature" | "hive" | "open";

/** What of a request is proof. */
export interface ProofOfRouter {
  readonly headers: IncomingHttpHeaders;
  /** The body as it came, byte by byte. */
  readonly bytes: Uint8Array;
  /** The body as JSON. */
  readonly body: unknown;
}

/** Seconds for which a signature is good, before and after its time. */
const REPLAY_WINDOW = 60;

/** Whether anybody may ask. */
export function isOpen({ shared, hmac, hive }: RouterSecrets): boolean {
  return shared.length + hmac.length + hive.length === 0;
}

/** Whether a request can be refused before its body is read: the header is all that could have proved it. */
export function isRefusedByHeaders(secrets: RouterSecrets, headers: IncomingHttpHeaders): boolean {
  return secrets.shared.length > 0 && secrets.hmac.length + secrets.hive.length === 0 && !hasSecret(secrets, headers);
}

/** How a request shows that it comes from the router; null: it does not. */
export function proofOf(secrets: RouterSecrets, request: ProofOfRouter, now: Instant): RouterProof | null {
  if (isOpen(secrets)) return "open";
  if (hasSecret(secrets, request.headers)) return "secret";
  if (isSigned(secrets, request, now)) return "signature";
  return isSignedByHive(secrets, request) ? "hive" : null;
}

function hasSecret({ shared }: RouterSecrets, headers: IncomingHttpHeaders): boolean {
  return isOneOf(shared, bearerOf(headers["router-authorization"]));
}

function isSigned({ hmac }: RouterSecrets, { headers, bytes }: ProofOfRouter, now: Instant): boolean {
  const [, time = "", signature = ""] =
    /^t=(\d{1,12}),v1=([0-9a-f]{64})$/.exec(textOf(headers["router-signature"])) ?? [];
  if (time === "" || Math.abs(now / 1_000 - Number(time)) > REPLAY_WINDOW) return false;
  const digest = createHash("sha256").update(bytes).digest("hex");
  const lines = ["v1", time, digest, textOf(headers["x-viewer-id"]), textOf(headers["x-viewer-scopes"])];
  const expected = hmac.map((key) => createHmac("sha256", key).update(lines.join("\n")).digest("hex"));
  return isOneOf(expected, signature);
}

function isSignedByHive({ hive }: RouterSecrets, { body }: ProofOfRouter): boolean {
  const signature = hiveSignature(body);
  if (hive.length === 0 || signature === "") return false;
  const signed = hiveSigned(body);
  if (signed === null) return false;
  const expected = hive.map((key) => createHmac("sha256", key).update(signed).digest("base64"));
  return isOneOf(expected, signature);
}

/** What Hive Gateway signs; null for a body that is nested too deep to be read. */
function hiveSigned(body: unknown): string | null {
  const query = fieldOf(body, "query");
  const variables = fieldOf(body, "variables");
  const isEmpty = typeof variables !== "object" || variables === null || Object.keys(variables).length === 0;
  try {
    return stringify(isEmpty ? { query } : { query, variables }) ?? null;
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

function hiveSignature(body: unknown): string {
  const signature = fieldOf(fieldOf(body, "extensions"), "hmac-signature");
  return typeof signature === "string" ? signature : "";
}

function fieldOf(object: unknown, name: string): unknown {
  return typeof object === "object" && object !== null
    ? Object.getOwnPropertyDescriptor(object, name)?.value
    : undefined;
}

/** A header that is sent once; anything else counts as not sent. */
function textOf(header: string | readonly string[] | undefined): string {
  return typeof header === "string" ? header : "";
}
