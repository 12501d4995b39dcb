import { createServer, type Server } from "node:http";
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { SignJWT, UnsecuredJWT, exportJWK, generateKeyPair } from "jose";
import { NOW } from "./people.js";
import { startService, users, type Service } from "./service.js";

const FIRST = "a-key-of-32-characters-or-more-1";
const SECOND = "a-key-of-32-characters-or-more-2";
const QUERY =
  "query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on User { safetySettings { id } } } }";
const now = NOW / 1_000;

let keys: Awaited<ReturnType<typeof generateKeyPair>>;
let keyServer: Server;
let running: Service;
beforeAll(async () => {
  keys = await generateKeyPair("ES256", { extractable: true });
  const jwks = { keys: [{ ...(await exportJWK(keys.publicKey)), kid: "k1", alg: "ES256" }] };
  keyServer = createServer((_, response) =>
    response.setHeader("content-type", "application/json").end(JSON.stringify(jwks)),
  );
  keyServer.listen(0, "127.0.0.1");
  await once(keyServer, "listening");
  const { port } = keyServer.address() as AddressInfo;
  running = await startService({
    environment: {
      JWT_SECRETS: `${FIRST},${SECOND}`,
      JWT_JWKS_URL: `http://127.0.0.1:${port}/keys.json`,
      JWT_ISSUER: "https://accounts.example",
      JWT_AUDIENCE: "youth-safety",
    },
  });
});
afterAll(async () => {
  await running.stop();
  keyServer.close();
  keyServer.closeAllConnections();
});

interface Token {
  readonly claims?: Readonly<Record<string, unknown>>;
  readonly key?: string;
  readonly alg?: string;
  readonly issuer?: string;
  readonly audience?: string;
  readonly expires?: number;
}

function signed({
  claims = { sub: "maya" },
  key = FIRST,
  alg = "HS256",
  issuer = "https://accounts.example",
  audience = "youth-safety",
  expires = now + 60,
}: Token): Promise<string> {
  return new SignJWT({ ...claims, iss: issuer, aud: audience, exp: expires })
    .setProtectedHeader({ alg })
    .sign(new TextEncoder().encode(key));
}

const publicly = () =>
  new SignJWT({ sub: "maya", iss: "https://accounts.example", aud: "youth-safety", exp: now + 60 })
    .setProtectedHeader({ alg: "ES256", kid: "k1" })
    .sign(keys.privateKey);

async function outcome(authorization: string, headers: Readonly<Record<string, string>> = {}): Promise<string> {
  const { status, people, errors } = await running.ask(QUERY, users("maya"), { authorization, ...headers });
  if (status !== 200) return `${status} ${String(errors[0]?.extensions["code"])}`;
  return people[0]?.safetySettings ? "answered" : String(errors[0]?.extensions["code"]);
}

const REFUSED = "401 UNAUTHENTICATED";

test.each<[string, () => Promise<string> | string, string]>([
  ["signed with the first key", () => signed({}), "answered"],
  ["signed with the second key", () => signed({ key: SECOND }), "answered"],
  ["signed with a published key", publicly, "answered"],
  ["signed with HS512", () => signed({ alg: "HS512" }), "answered"],
  ["of another person", () => signed({ claims: { sub: "noah" } }), "FORBIDDEN"],
  ["of a service", () => signed({ claims: { scope: "youth-safety:read other" } }), "answered"],
  ["of a service with a list of scopes", () => signed({ claims: { scp: ["youth-safety:read"] } }), "answered"],
  ["of nobody", () => signed({ claims: {} }), "UNAUTHENTICATED"],
  ["whose subject is no text", () => signed({ claims: { sub: 7 } }), REFUSED],
  ["signed with another key", () => signed({ key: "some-other-key-of-32-characters!" }), REFUSED],
  ["that has run out", () => signed({ expires: now - 1 }), REFUSED],
  ["of another issuer", () => signed({ issuer: "https://elsewhere.example" }), REFUSED],
  ["for another audience", () => signed({ audience: "billing" }), REFUSED],
  ["that is not signed", () => new UnsecuredJWT({ sub: "maya" }).encode(), REFUSED],
  ["that is none", () => "maya", REFUSED],
])("a token %s", async (_what, token, expected) => {
  expect(await outcome(`Bearer ${await token()}`)).toBe(expected);
});

test("a public key is never taken for a secret", async () => {
  const jwk = await exportJWK(keys.publicKey);
  const token = await signed({ key: String(jwk.x) });
  expect(await outcome(`Bearer ${token}`)).toBe(REFUSED);
});

test("a token wins over headers", async () => {
  expect(await outcome(`Bearer ${await signed({ claims: { sub: "noah" } })}`, { "x-viewer-id": "maya" })).toBe(
    "FORBIDDEN",
  );
  expect(await outcome(`Bearer ${await signed({})}`, { "x-viewer-id": "noah" })).toBe("answered");
});

test.each(["", "Basic bWF5YTptYXlh", "Bearer", "Bearer a b"])(
  "`authorization: %s` is refused",
  async (authorization) => {
    expect(await outcome(authorization, { "x-viewer-id": "maya" })).toBe(REFUSED);
  },
);

test("where no keys are configured, tokens are the router's business", async () => {
  const service = await startService();
  const { people } = await service.ask(QUERY, users("maya"), {
    authorization: "Bearer anything",
    "x-viewer-id": "maya",
  });
  expect(people[0]?.safetySettings).not.toBeNull();
  await service.stop();
});
