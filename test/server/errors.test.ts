import { connect } from "node:net";
import { once } from "node:events";
import { SignJWT, generateKeyPair } from "jose";
import { ERROR_CODES } from "../../src/subgraph/errors.js";
import { ProfileStoreUnavailable, type ProfileStore } from "../../src/profiles/profile-store.js";
import type { Policy } from "../../src/policy/policy.js";
import { as, service, startService, theServed, users, type Answer, type Service } from "./service.js";

const READ = service("youth-safety:read");
const JSON_BODY = { "content-type": "application/json" };
const ENTITIES = (selection: string) =>
  `query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on User { ${selection} } } }`;
const PAGE = ENTITIES("id safetySettings { id } featureAccess { id }");

/** The store cannot be reached. */
const DOWN: ProfileStore = {
  find: () => Promise.reject(new ProfileStoreUnavailable("MongoServerSelectionError mongodb://user:hunter2@db")),
  put: () => Promise.reject(new ProfileStoreUnavailable("down")),
  ping: () => Promise.reject(new ProfileStoreUnavailable("down")),
  close: async () => {},
};

/** The policy has a bug, with somebody's data in its message. */
const BROKEN: Policy = {
  ...theServed.policy,
  decide: () => {
    throw new Error("maya born 2014-03-09 cannot be decided");
  },
};

const running: Record<string, Service> = {};
beforeAll(async () => {
  running["usual"] = await startService();
  running["down"] = await startService({ store: DOWN });
  running["broken"] = await startService({ served: () => ({ ...theServed, policy: BROKEN }) });
  running["guarded"] = await startService({ environment: { ROUTER_SECRETS: "a-secret-of-some-length" } });
  running["production"] = await startService({
    environment: {
      NODE_ENV: "production",
      MONGODB_URI: "mongodb://127.0.0.1/never-used",
      HOST: "127.0.0.1",
      ROUTER_SECRETS: "a-secret-of-some-length",
    },
  });
  running["tokens"] = await startService({ environment: { JWT_JWKS_URL: "http://127.0.0.1:9/keys.json" } });
});
afterAll(async () => {
  await Promise.all(Object.values(running).map((it) => it.stop()));
});

const at = (name: string): Service => {
  const found = running[name];
  if (!found) throw new Error(name);
  return found;
};
const usual = (query: string, variables: object = {}, headers: Readonly<Record<string, string>> = READ) =>
  at("usual").ask(query, variables, headers);
const represent = (representations: unknown) => usual(PAGE, { representations });
const post = (body: string, headers: Readonly<Record<string, string>> = JSON_BODY) =>
  at("usual").send({ method: "POST", headers, body });

type Case = readonly [what: string, ask: () => Promise<Answer>, status: number, code: string];

const CASES: readonly Case[] = [
  ["no proof of the router", () => at("guarded").ask(PAGE, users("maya")), 401, "UNAUTHENTICATED"],
  ["nobody asks", () => usual(PAGE, users("maya"), {}), 200, "UNAUTHENTICATED"],
  ["a stranger asks", () => usual(PAGE, users("maya"), as("noah")), 200, "FORBIDDEN"],
  ["representations are null", () => represent(null), 400, "BAD_USER_INPUT"],
  ["representations are left out", () => usual(PAGE), 400, "BAD_USER_INPUT"],
  ["representations are an object", () => represent({ __typename: "User", id: "maya" }), 400, "BAD_USER_INPUT"],
  ["a representation is a text", () => represent(["maya"]), 400, "BAD_USER_INPUT"],
  ["a representation is null", () => represent([null]), 400, "BAD_USER_INPUT"],
  ["a representation is a list", () => represent([[]]), 400, "BAD_USER_INPUT"],
  ["`__typename` is missing", () => represent([{ id: "maya" }]), 400, "BAD_USER_INPUT"],
  ["`__typename` is no text", () => represent([{ __typename: 5, id: "maya" }]), 400, "BAD_USER_INPUT"],
  ["`__typename` is unknown", () => represent([{ __typename: "Video", id: "v1" }]), 400, "BAD_USER_INPUT"],
  ["`__typename` is no entity", () => represent([{ __typename: "SafetyPolicy", id: "p" }]), 400, "BAD_USER_INPUT"],
  ["`id` is missing", () => represent([{ __typename: "User" }]), 400, "BAD_USER_INPUT"],
  ["`id` is a number", () => represent([{ __typename: "User", id: 7 }]), 400, "BAD_USER_INPUT"],
  ["`id` is empty", () => represent([{ __typename: "User", id: "" }]), 400, "BAD_USER_INPUT"],
  ["`id` is too long", () => represent([{ __typename: "User", id: "x".repeat(129) }]), 400, "BAD_USER_INPUT"],
  [
    "one of many representations is malformed",
    () => represent([...users("maya", "noah").representations, {}]),
    400,
    "BAD_USER_INPUT",
  ],
  [
    "a representation in the query itself is malformed",
    () => usual('{ _entities(representations: [{ __typename: "Video" }]) { __typename } }'),
    400,
    "BAD_USER_INPUT",
  ],
  [
    "a representation in a default value is malformed",
    () => usual('query ($r: [_Any!]! = [{ __typename: "User" }]) { _entities(representations: $r) { __typename } }'),
    400,
    "BAD_USER_INPUT",
  ],
  [
    "a representation behind a fragment is malformed",
    () => usual('{ ...F } fragment F on Query { ... { _entities(representations: [{ id: "x" }]) { __typename } } }'),
    400,
    "BAD_USER_INPUT",
  ],
  [
    "an instant is no instant",
    () => usual(ENTITIES('safetyPreview(at: "tomorrow") { id }'), users("maya")),
    400,
    "GRAPHQL_VALIDATION_FAILED",
  ],
  [
    "an instant in a variable is no instant",
    () =>
      usual("query ($at: DateTime!) { safetyUsers(ids: []) { safetyPreview(at: $at) { id } } }", { at: "tomorrow" }),
    400,
    "BAD_USER_INPUT",
  ],
  [
    "a preview is more than ten years ahead",
    () => usual(ENTITIES('safetyPreview(at: "2036-11-30T00:00:00Z") { id }'), users("noah"), as("noah")),
    200,
    "BAD_USER_INPUT",
  ],
  [
    "a preview is from before the rules are known",
    () => usual(ENTITIES('safetyPreview(at: "2019-02-01T00:00:00Z") { id }'), users("noah"), as("noah")),
    200,
    "BAD_USER_INPUT",
  ],
  [
    "a region is not of ISO 3166",
    () => usual('{ safetyPolicy { table(region: "XX-YY") { on } } }'),
    200,
    "BAD_USER_INPUT",
  ],
  [
    "a day is before the rules",
    () => usual('{ safetyPolicy { table(on: "2001-01-01") { on } } }'),
    200,
    "BAD_USER_INPUT",
  ],
  [
    "a feature is unknown",
    () => usual(ENTITIES('featureAccess { all(keys: ["flying"]) { id } }'), users("maya")),
    200,
    "BAD_USER_INPUT",
  ],
  [
    "there are too many representations",
    () => represent(Array.from({ length: 2_001 }, (_, i) => ({ __typename: "User", id: `u${i}` }))),
    400,
    "TOO_MANY_REPRESENTATIONS",
  ],
  [
    "there are too many representations in two lists together",
    () =>
      usual(
        "query ($r: [_Any!]!) { a: _entities(representations: $r) { __typename } b: _entities(representations: $r) { __typename } }",
        { r: Array.from({ length: 1_001 }, (_, i) => ({ __typename: "User", id: `u${i}` })) },
      ),
    400,
    "TOO_MANY_REPRESENTATIONS",
  ],
  [
    "there are too many users",
    () =>
      usual("query ($ids: [ID!]!) { safetyUsers(ids: $ids) { id } }", {
        ids: Array.from({ length: 1_001 }, (_, i) => `u${i}`),
      }),
    400,
    "TOO_MANY_USERS",
  ],
  ["an id of a user is none", () => usual('{ safetyUsers(ids: ["a b"]) { id } }'), 400, "BAD_USER_INPUT"],
  ["the store is down", () => at("down").ask(PAGE, users("maya"), READ), 200, "SAFETY_DATA_UNAVAILABLE"],
  ["a profile is malformed", () => usual(PAGE, users("mila")), 200, "SAFETY_DATA_MALFORMED"],
  ["there is a bug", () => at("broken").ask(PAGE, users("maya"), READ), 200, "INTERNAL_SERVER_ERROR"],
  ["the query is not GraphQL", () => usual("{ safetyPolicy { "), 400, "GRAPHQL_PARSE_FAILED"],
  ["a field is unknown", () => usual("{ safetyPolice { id } }"), 400, "GRAPHQL_VALIDATION_FAILED"],
  [
    "the schema is asked for in production",
    () => asRouter("{ __schema { description } }"),
    400,
    "GRAPHQL_VALIDATION_FAILED",
  ],
  [
    "the operation is not there",
    () => post(JSON.stringify({ query: "query A { __typename }", operationName: "B" })),
    400,
    "OPERATION_RESOLUTION_FAILURE",
  ],
  ["the query is too deep", () => usual(nested(20)), 400, "QUERY_TOO_COMPLEX"],
  [
    "the query has too many aliases",
    () => usual(`{ ${Array.from({ length: 101 }, (_, i) => `a${i}: safetyPolicy { id }`).join(" ")} }`),
    400,
    "QUERY_TOO_COMPLEX",
  ],
  [
    "the query has too many tokens",
    () => usual(`{ ${"safetyPolicy { id } ".repeat(3_000)} }`),
    400,
    "QUERY_TOO_COMPLEX",
  ],
  [
    "the query is sent by hash",
    () => post(JSON.stringify({ extensions: { persistedQuery: { version: 1, sha256Hash: "0".repeat(64) } } })),
    200,
    "PERSISTED_QUERY_NOT_SUPPORTED",
  ],
  ["the body is not JSON", () => post('{"query":'), 400, "BAD_REQUEST"],
  ["the body is empty", () => post(""), 400, "BAD_REQUEST"],
  ["there is no body", () => at("usual").send({ method: "POST" }), 400, "BAD_REQUEST"],
  ["the body has no query", () => post("{}"), 400, "BAD_REQUEST"],
  ["the query is no text", () => post('{"query":["{ __typename }"]}'), 400, "BAD_REQUEST"],
  ["operations come in a batch", () => post('[{"query":"{ __typename }"}]'), 400, "BAD_REQUEST"],
  ["variables are a text", () => post('{"query":"{ __typename }","variables":"{}"}'), 400, "BAD_REQUEST"],
  ["the body poisons prototypes", () => post('{"query":"{ __typename }","__proto__":{"a":1}}'), 400, "BAD_REQUEST"],
  [
    "the answer cannot be accepted",
    () => post('{"query":"{ __typename }"}', { ...JSON_BODY, accept: "image/png" }),
    406,
    "BAD_REQUEST",
  ],
  [
    "the body is a form",
    () => post("query=1", { "content-type": "application/x-www-form-urlencoded" }),
    415,
    "UNSUPPORTED_MEDIA_TYPE",
  ],
  [
    "the body is text",
    () => post('{"query":"{ __typename }"}', { "content-type": "text/plain" }),
    415,
    "UNSUPPORTED_MEDIA_TYPE",
  ],
  [
    "the body is too large",
    () => post(JSON.stringify({ query: `#${"x".repeat(1_100_000)}` })),
    413,
    "PAYLOAD_TOO_LARGE",
  ],
  [
    "a query comes by GET",
    () => at("usual").send({ method: "GET" }, "/graphql?query={__typename}"),
    405,
    "METHOD_NOT_ALLOWED",
  ],
  [
    "a query comes by PUT",
    () => at("usual").send({ method: "PUT", headers: JSON_BODY, body: "{}" }),
    405,
    "METHOD_NOT_ALLOWED",
  ],
  ["a query comes by DELETE", () => at("usual").send({ method: "DELETE" }), 405, "METHOD_NOT_ALLOWED"],
  ["the path is unknown", () => at("usual").send({ method: "GET" }, "/"), 404, "NOT_FOUND"],
  ["the path is malformed", () => at("usual").send({ method: "GET" }, "/%zz"), 404, "NOT_FOUND"],
  ["the page is not for production", () => asRouterGet("/graphiql"), 404, "NOT_FOUND"],
  [
    "the keys of tokens cannot be had",
    async () => {
      const { privateKey } = await generateKeyPair("ES256");
      const token = await new SignJWT({ sub: "maya" }).setProtectedHeader({ alg: "ES256" }).sign(privateKey);
      return at("tokens").ask(PAGE, users("maya"), { authorization: `Bearer ${token}` });
    },
    503,
    "IDENTITY_UNAVAILABLE",
  ],
];

test.each(CASES)("%s", async (_what, ask, status, code) => {
  const answer = await ask();
  expect([answer.status, answer.errors[0]?.extensions["code"]]).toEqual([status, code]);
  expect(answer.headers.get("content-type")).toMatch(/^application\/json/);
  expect(answer.headers.get("cache-control")).toBe("no-store");
  for (const { message, extensions } of answer.errors) {
    expect(Object.keys(extensions)).toEqual(["code"]);
    expect(message).not.toMatch(/maya|hunter2|node_modules|\.ts:|at \w+ \(/);
  }
});

test("every code of the table has been provoked, and no other", () => {
  const provoked = new Set(CASES.map(([, , , code]) => code));
  expect([...provoked].sort()).toEqual(Object.keys(ERROR_CODES).sort());
});

test("a request that is not HTTP is refused in JSON", async () => {
  const socket = connect(Number(new URL(at("usual").url).port), "127.0.0.1");
  await once(socket, "connect");
  socket.write("HELLO\r\n\r\n");
  let text = "";
  for await (const chunk of socket) text += String(chunk);
  expect(text).toMatch(/^HTTP\/1.1 400 .*"code":"BAD_REQUEST"/s);
});

test("a failing store nulls the two fields and leaves `User` standing", async () => {
  const { people } = await at("down").ask(PAGE, users("maya", "noah"), READ);
  expect(people).toEqual([
    { id: "maya", safetySettings: null, featureAccess: null },
    { id: "noah", safetySettings: null, featureAccess: null },
  ]);
});

test("a fault is logged under the request's id, without anybody's data", async () => {
  const answer = await at("broken").ask(PAGE, users("maya"), { ...READ, "x-request-id": "trace-7" });
  expect(answer.headers.get("x-request-id")).toBe("trace-7");
  const faults = at("broken")
    .logged()
    .split("\n")
    .filter((line) => line.includes("trace-7") && line.includes("internal fault"));
  expect(faults).toHaveLength(1);
  expect(faults[0]).toMatch(/"at":\["at /);
  expect(at("broken").logged()).not.toMatch(/maya|2014-03-09/);
});

test("suggestions are for development alone", async () => {
  const hint = "Did you mean";
  expect((await usual("{ safetyPolice { id } }")).errors[0]?.message).toContain(hint);
  expect((await asRouter("{ safetyPolice { id } }")).errors[0]?.message).not.toContain(hint);
});

function asRouter(query: string): Promise<Answer> {
  return at("production").ask(query, {}, { "router-authorization": "Bearer a-secret-of-some-length" });
}

function asRouterGet(path: string): Promise<Answer> {
  return at("production").send({ headers: { "router-authorization": "Bearer a-secret-of-some-length" } }, path);
}

function nested(depth: number): string {
  const ward = "safetySettings { autoplay { approval { ward { ";
  return `{ safetyUsers(ids: []) { ${ward.repeat(depth / 4)} id ${"} } } }".repeat(depth / 4)} } }`;
}
