import { createHash, createHmac } from "node:crypto";
import { SignJWT } from "jose";
import { instant } from "../profiles/profile-of.js";
import { NOW } from "./people.js";
import { startService, users, type Answer, type Service } from "./service.js";

const OLD = "the-secret-that-was-first";
const NEW = "the-secret-that-comes-next";
const KEY = "a-key-to-sign-requests-with";
const HIVE = "a-key-of-hive-gateway";
const TOKENS = "a-key-to-sign-the-tokens-of-viewers";

const QUERY =
  "query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on User { safetySettings { id } } } }";
const VARIABLES = users("maya");
const BODY = JSON.stringify({ query: QUERY, variables: VARIABLES });

type Headers = Readonly<Record<string, string>>;

const running = new Map<string, Service>();
beforeAll(async () => {
  const environments = {
    secret: { ROUTER_SECRETS: `${OLD}, ${NEW}` },
    signature: { ROUTER_HMAC_SECRETS: `${OLD},${KEY}` },
    hive: { HIVE_HMAC_SECRET: HIVE, JWT_SECRETS: TOKENS },
    all: { ROUTER_SECRETS: NEW, ROUTER_HMAC_SECRETS: KEY, HIVE_HMAC_SECRET: HIVE, JWT_SECRETS: TOKENS },
    open: {},
  };
  for (const [name, environment] of Object.entries(environments)) {
    running.set(name, await startService({ environment: { HOST: "127.0.0.1", ...environment } }));
  }
});
afterAll(async () => {
  for (const it of running.values()) await it.stop();
});

async function outcome(mode: string, headers: Headers, body = BODY): Promise<string> {
  const answer = await running
    .get(mode)
    ?.send({ method: "POST", headers: { "content-type": "application/json", ...headers }, body });
  return meaningOf(answer);
}

/** What came of a question about Maya. */
function meaningOf(answer: Answer | undefined): string {
  if (answer?.status !== 200) return `${answer?.status ?? "nothing"} ${String(answer?.errors[0]?.extensions["code"])}`;
  return answer.people[0]?.safetySettings ? "answered" : String(answer.errors[0]?.extensions["code"]);
}

const MAYA = { "x-viewer-id": "maya" };
const REFUSED = "401 UNAUTHENTICATED";

describe("a shared secret", () => {
  test.each<[string, Headers, string]>([
    ["the first of two", { "router-authorization": `Bearer ${OLD}` }, "answered"],
    ["the second of two", { "router-authorization": `Bearer ${NEW}` }, "answered"],
    ["another", { "router-authorization": `Bearer ${NEW}x` }, REFUSED],
    ["the start of one", { "router-authorization": `Bearer ${NEW.slice(0, -1)}` }, REFUSED],
    ["both as configured", { "router-authorization": `Bearer ${OLD}, ${NEW}` }, REFUSED],
    ["an empty one", { "router-authorization": "Bearer " }, REFUSED],
    ["without `Bearer`", { "router-authorization": NEW }, REFUSED],
    ["in the wrong header", { authorization: `Bearer ${NEW}` }, REFUSED],
    ["none", {}, REFUSED],
  ])("%s", async (_what, headers, expected) => {
    expect(await outcome("secret", { ...MAYA, ...headers })).toBe(expected);
  });

  test("is asked for before the body is read", async () => {
    expect(await outcome("secret", MAYA, "{ not JSON")).toBe(REFUSED);
  });
});

describe("a signature", () => {
  const seconds = NOW / 1_000;
  const sign = (parts: { time?: number; body?: string; id?: string; scopes?: string; key?: string } = {}): Headers => {
    const { time = seconds, body = BODY, id = "maya", scopes = "", key = KEY } = parts;
    const lines = ["v1", String(time), createHash("sha256").update(body).digest("hex"), id, scopes];
    const signature = createHmac("sha256", key).update(lines.join("\n")).digest("hex");
    return { "router-signature": `t=${time},v1=${signature}` };
  };

  test.each<[string, Headers, string]>([
    ["with the second of two keys", { ...MAYA, ...sign() }, "answered"],
    ["with the first of two keys", { ...MAYA, ...sign({ key: OLD }) }, "answered"],
    ["with another key", { ...MAYA, ...sign({ key: NEW }) }, REFUSED],
    ["60 seconds ago", { ...MAYA, ...sign({ time: seconds - 60 }) }, "answered"],
    ["61 seconds ago", { ...MAYA, ...sign({ time: seconds - 61 }) }, REFUSED],
    ["60 seconds ahead", { ...MAYA, ...sign({ time: seconds + 60 }) }, "answered"],
    ["61 seconds ahead", { ...MAYA, ...sign({ time: seconds + 61 }) }, REFUSED],
    ["over another body", { ...MAYA, ...sign({ body: BODY.replace("maya", "noah") }) }, REFUSED],
    ["over another viewer", { ...MAYA, ...sign({ id: "dana" }) }, REFUSED],
    ["over no viewer", { ...MAYA, ...sign({ id: "" }) }, REFUSED],
    ["over other scopes", { ...MAYA, "x-viewer-scopes": "youth-safety:read", ...sign() }, REFUSED],
    [
      "over the scopes that are sent",
      { "x-viewer-scopes": "youth-safety:read", ...sign({ id: "", scopes: "youth-safety:read" }) },
      "answered",
    ],
    [
      "with the time moved",
      { ...MAYA, "router-signature": String(sign()["router-signature"]).replace(`t=${seconds}`, `t=${seconds + 1}`) },
      REFUSED,
    ],
    [
      "in another form",
      { ...MAYA, "router-signature": String(sign()["router-signature"]).replace(",v1", ", v1") },
      REFUSED,
    ],
    ["of nothing", MAYA, REFUSED],
    ["by a secret instead", { ...MAYA, "router-authorization": `Bearer ${KEY}` }, REFUSED],
  ])("%s", async (_what, headers, expected) => {
    expect(await outcome("signature", headers)).toBe(expected);
  });

  test("covers the body byte by byte", async () => {
    expect(await outcome("signature", { ...MAYA, ...sign() }, BODY.replace("{", "{ "))).toBe(REFUSED);
  });
});

describe("Hive Gateway's signature", () => {
  const hive = (parts: { query?: string; variables?: object; key?: string } = {}): string => {
    const { query = QUERY, variables = VARIABLES, key = HIVE } = parts;
    // What the gateway signs: keys in order at every level, here written by hand.
    const signed = `{"query":${JSON.stringify(query)},"variables":{"representations":[{"__typename":"User","id":"maya"}]}}`;
    const extensions = { "hmac-signature": createHmac("sha256", key).update(signed).digest("base64") };
    return JSON.stringify({ extensions, variables, query });
  };
  const token = async (claims: object) =>
    `Bearer ${await new SignJWT({ ...claims }).setProtectedHeader({ alg: "HS256" }).sign(new TextEncoder().encode(TOKENS))}`;

  test.each<[string, string, string]>([
    [
      "with keys in another order",
      hive({ variables: { representations: [{ id: "maya", __typename: "User" }] } }),
      "answered",
    ],
    ["with another key", hive({ key: KEY }), REFUSED],
    ["over another query", hive({ query: QUERY }).replace("{ id }", "{ id version }"), REFUSED],
    ["over other variables", hive({ variables: users("noah") }), REFUSED],
    ["of nothing", BODY, REFUSED],
    ["that is no text", BODY.replace("{", '{"extensions":{"hmac-signature":1},'), REFUSED],
    [
      "over variables nested without end",
      `{"query":"{a}","extensions":{"hmac-signature":"x"},"variables":{"a":${"[".repeat(200_000)}${"]".repeat(200_000)}}}`,
      REFUSED,
    ],
  ])("%s", async (_what, body, expected) => {
    expect(await outcome("hive", { authorization: await token({ sub: "maya" }) }, body)).toBe(expected);
  });

  test("without variables it is over the query alone", async () => {
    const query = "{ safetyPolicy { label } }";
    const signature = createHmac("sha256", HIVE).update(JSON.stringify({ query })).digest("base64");
    const body = (variables: object | undefined) =>
      JSON.stringify({ query, variables, extensions: { "hmac-signature": signature } });
    for (const variables of [undefined, {}]) {
      const answer = await running.get("hive")?.send({
        method: "POST",
        headers: { "content-type": "application/json" },
        body: body(variables),
      });
      expect(answer?.data?.safetyPolicy?.label).toBe("2026-11-22.1");
    }
  });

  test("vouches for the gateway alone: headers name nobody", async () => {
    expect(await outcome("hive", MAYA, hive())).toBe("UNAUTHENTICATED");
    expect(await outcome("hive", { "x-viewer-scopes": "youth-safety:read" }, hive())).toBe("UNAUTHENTICATED");
    expect(await outcome("all", MAYA, hive())).toBe("UNAUTHENTICATED");
    expect(await outcome("all", { ...MAYA, "router-authorization": `Bearer ${NEW}` }, hive())).toBe("answered");
  });

  test("a broken token does not fall back to headers", async () => {
    expect(await outcome("hive", { ...MAYA, authorization: "Bearer broken" }, hive())).toBe(REFUSED);
  });
});

describe("what needs the proof", () => {
  test("the schema", async () => {
    const sdl = (headers: Headers) => running.get("secret")?.ask("{ _service { sdl } }", {}, headers);
    expect((await sdl({}))?.status).toBe(401);
    const shown = await sdl({ "router-authorization": `Bearer ${NEW}` });
    expect(shown?.text).toContain("type User");
  });

  test.each(["/healthz", "/readyz"])("not %s", async (path) => {
    expect((await running.get("secret")?.send({}, path))?.status).toBe(200);
  });

  test("nobody's, while no secret is configured", async () => {
    expect(await outcome("open", MAYA)).toBe("answered");
  });
});

test("the window of a signature moves with the clock", async () => {
  let now = NOW;
  const service = await startService({
    environment: { ROUTER_HMAC_SECRETS: KEY, HOST: "127.0.0.1" },
    clock: () => now,
  });
  const lines = ["v1", String(NOW / 1_000), createHash("sha256").update(BODY).digest("hex"), "maya", ""];
  const signature = createHmac("sha256", KEY).update(lines.join("\n")).digest("hex");
  const replay = async () =>
    meaningOf(
      await service.send({
        method: "POST",
        headers: {
          "content-type": "application/json",
          ...MAYA,
          "router-signature": `t=${NOW / 1_000},v1=${signature}`,
        },
        body: BODY,
      }),
    );
  expect(await replay()).toBe("answered");
  now = instant("2026-11-22T20:01:01Z");
  expect(await replay()).toBe(REFUSED);
  await service.stop();
});
