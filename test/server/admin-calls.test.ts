import { PolicyHistory } from "../../src/server/policy-history.js";
import { controlOf, emptyFolder, halfAnHour, platformAlone, written, type Controlled } from "./policy-folders.js";
import { startService, type Service } from "./service.js";

const TOKEN = "an-operators-token-1";
const NEXT_TOKEN = "an-operators-token-2";
const JSON_TYPE = { "content-type": "application/json" };

interface Operated extends Controlled {
  readonly running: Service;
  /** Calls the private port, with the token unless headers say otherwise. */
  call(
    method: string,
    path: string,
    init?: { body?: unknown; headers?: Readonly<Record<string, string>> },
  ): Promise<{
    status: number;
    headers: Headers;
    body: Readonly<Record<string, unknown>>;
  }>;
}

async function operated(
  environment: Readonly<Record<string, string>> = { ADMIN_TOKENS: `${TOKEN},${NEXT_TOKEN}` },
  parts: Parameters<typeof controlOf>[1] = {},
): Promise<Operated> {
  const controlled = await controlOf(platformAlone("old"), parts);
  const { control, shadow } = controlled;
  const running = await startService({ served: control.served, operations: { control, shadow }, environment });
  const call: Operated["call"] = async (method, path, { body, headers } = {}) => {
    const response = await fetch(new URL(path, running.metricsUrl), {
      method,
      headers: { authorization: `Bearer ${TOKEN}`, ...(body !== undefined && JSON_TYPE), ...headers },
      ...(body !== undefined && { body: typeof body === "string" ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, headers: response.headers, body: text === "" ? {} : JSON.parse(text) };
  };
  return { ...controlled, running, call };
}

let it: Operated;
beforeAll(async () => {
  it = await operated(undefined, { history: new PolicyHistory(emptyFolder()) });
});
afterAll(() => it.running.stop());

const CHANGING = [
  ["POST", "/policy/reload"],
  ["POST", "/policy/rollback"],
  ["POST", "/policy/shadow"],
  ["DELETE", "/policy/shadow"],
] as const;

describe.each(CHANGING)("%s %s", (method, path) => {
  test.each<[string, string, Readonly<Record<string, string>>]>([
    ["no token", "nothing", { authorization: "" }],
    ["another token", "Bearer", { authorization: "Bearer another-token-of-some-length" }],
    ["the beginning of a token", "Bearer", { authorization: `Bearer ${TOKEN.slice(0, -1)}` }],
    ["a token and more", "Bearer", { authorization: `Bearer ${TOKEN},${NEXT_TOKEN}` }],
    ["another scheme", "Basic", { authorization: `Basic ${TOKEN}` }],
    ["the header of routers", "router-authorization", { authorization: "", "router-authorization": `Bearer ${TOKEN}` }],
  ])("is refused with %s", async (_what, _scheme, headers) => {
    const attempts = it.control.status().attempts;
    const { status, headers: answered, body } = await it.call(method, path, { headers });
    expect([status, body]).toEqual([401, { error: "send `authorization: Bearer` with one of `ADMIN_TOKENS`" }]);
    expect(answered.get("www-authenticate")).toBe("Bearer");
    expect(it.control.status().attempts).toEqual(attempts);
  });

  test("is refused where no token is configured, whatever is sent", async () => {
    const closed = await operated({});
    const { status, body } = await closed.call(method, path);
    expect([status, String(body["error"])]).toEqual([403, expect.stringContaining("set `ADMIN_TOKENS`")]);
    // Looking is as open as the metrics.
    expect((await closed.call("GET", "/policy/status")).status).toBe(200);
    await closed.running.stop();
  });
});

test("a reload, a rollback and a reload are told, counted and logged", async () => {
  const old = it.control.served().id;
  written(halfAnHour("young"), it.folder);
  const reloaded = await it.call("POST", "/policy/reload", { headers: { authorization: `bearer ${NEXT_TOKEN}` } });
  expect(reloaded).toMatchObject({ status: 200, body: { outcome: "activated", label: "young", cause: "admin call" } });

  const back = await it.call("POST", "/policy/rollback", { body: { revision: old } });
  expect(back).toMatchObject({ status: 200, body: { act: "rollback", outcome: "activated", revision: old } });
  const { body } = await it.call("GET", "/policy/status", { headers: { authorization: "" } });
  expect(body).toMatchObject({
    active: {
      revision: old,
      label: "old",
      since: "2026-11-22T20:00:00.000Z",
      pinned: true,
      pinnedUntil: "the next reload or start, which brings back what the folder holds",
      warnings: expect.arrayContaining([expect.stringContaining("no case says")]),
    },
    lastAttempt: { act: "rollback", outcome: "activated", problems: [] },
    attemptsUnderWay: 0,
    history: { problem: null },
    shadow: null,
  });
  const text = await (await fetch(it.running.metricsUrl)).text();
  for (const line of [
    `youth_safety_policy_info{revision="${old}",label="old"} 1`,
    "youth_safety_policy_pinned 1",
    'youth_safety_policy_last_attempt_ok{of="active"} 1',
    'youth_safety_policy_attempts_total{act="rollback",cause="admin call",outcome="activated"} 1',
    'youth_safety_admin_calls_total{route="POST /policy/rollback",status="200"} 1',
  ])
    expect(text.split("\n")).toContain(line);
  expect(text).toMatch(/^youth_safety_policy_warnings [1-9]/m);
  expect(text).toMatch(/^youth_safety_policy_admission_seconds\{step="read"\} \d/m);
  expect(text).toMatch(/^youth_safety_admin_calls_total\{route="POST \/policy\/reload",status="401"\} \d+$/m);
  expect(it.running.logged()).toContain('"call":"POST /policy/rollback","status":200,"msg":"operator\'s call"');
  expect(it.running.logged() + it.logged()).not.toContain("an-operators-token");
  expect(await it.call("POST", "/policy/reload")).toMatchObject({ body: { outcome: "activated", label: "young" } });
});

test("a policy that is refused is told with what is wrong with it, and shows until the next attempt", async () => {
  const answering = it.control.served().id;
  written({ "platform.yaml": "rules: [" }, it.folder);
  const { status, body } = await it.call("POST", "/policy/reload");
  expect([status, body["outcome"], body["step"]]).toEqual([422, "refused", "read"]);
  expect(body["problems"]).toEqual([expect.stringMatching(/^platform\.yaml:1:\d+: /)]);
  expect((await it.call("GET", "/policy/status")).body).toMatchObject({
    active: { revision: answering },
    lastAttempt: { outcome: "refused", step: "read" },
  });
  expect(await (await fetch(it.running.metricsUrl)).text()).toContain(
    'youth_safety_policy_last_attempt_ok{of="active"} 0',
  );
  written(halfAnHour("young"), it.folder);
  expect((await it.call("POST", "/policy/reload")).status).toBe(200);
});

describe("is not made:", () => {
  const unknown = "0".repeat(64);

  test.each<[string, string, string, unknown, number]>([
    ["a rollback to what is not kept", "POST", "/policy/rollback", { revision: unknown }, 404],
    ["a rollback to nothing", "POST", "/policy/rollback", undefined, 400],
    ["a rollback to a label", "POST", "/policy/rollback", { revision: "old" }, 400],
    ["a rollback to a path", "POST", "/policy/rollback", { revision: "../../../etc" }, 400],
    ["a rollback with more than a revision", "POST", "/policy/rollback", { revision: unknown, force: true }, 400],
    ["a rollback to a list", "POST", "/policy/rollback", [unknown], 400],
    ["a rollback that is no JSON", "POST", "/policy/rollback", "{", 400],
    ["a rollback with a poisoned prototype", "POST", "/policy/rollback", '{"__proto__":{"revision":"x"}}', 400],
    ["a body of many bytes", "POST", "/policy/rollback", { revision: "x".repeat(20_000) }, 413],
    ["a shadow of a folder that the call names", "POST", "/policy/shadow", { directory: "/etc" }, 400],
    ["a shadow of what is not kept", "POST", "/policy/shadow", { revision: unknown }, 404],
    ["a shadow without a candidate", "POST", "/policy/shadow", undefined, 409],
    ["a reload by GET", "GET", "/policy/reload", undefined, 404],
    ["a query", "POST", "/graphql", { query: "{ __typename }" }, 404],
  ])("%s", async (_, method, path, body, expected) => {
    const answer = await it.call(method, path, { body });
    expect([answer.status, Object.keys(answer.body)]).toEqual([expected, ["error"]]);
    expect(String(answer.body["error"])).toMatch(/^[a-zA-Z]/);
  });

  test("what comes as a form", async () => {
    const headers = { "content-type": "application/x-www-form-urlencoded" };
    expect((await it.call("POST", "/policy/rollback", { body: "revision=x", headers })).status).toBe(415);
  });

  test("a rollback where nothing is kept", async () => {
    const forgetful = await operated();
    const { status, body } = await forgetful.call("POST", "/policy/rollback", { body: { revision: unknown } });
    expect([status, body]).toEqual([409, { error: "no revision is kept: set `POLICY_HISTORY_DIR`" }]);
    await forgetful.running.stop();
  });
});

test("a candidate is compared, shown and let go", async () => {
  const shadowFolder = written(halfAnHour("next"));
  const shadowing = await operated(undefined, { shadowFolder });
  expect(await shadowing.call("POST", "/policy/shadow", { body: "" })).toMatchObject({
    status: 200,
    body: { act: "shadow", label: "next" },
  });
  expect((await shadowing.call("GET", "/policy/status")).body).toMatchObject({
    active: { label: "old" },
    shadow: {
      lastAttempt: { act: "shadow" },
      comparing: { label: "next", people: { compared: 0, waiting: 0 }, divergences: [] },
    },
  });
  expect((await shadowing.call("DELETE", "/policy/shadow")).status).toBe(204);
  expect((await shadowing.call("GET", "/policy/status")).body).toMatchObject({ shadow: { comparing: null } });
  await shadowing.running.stop();
});

test("calls are not on the port of queries", async () => {
  const { status } = await it.running.send({ method: "POST" }, "/policy/reload");
  expect(status).toBe(404);
  expect((await it.running.send({}, "/policy/status")).status).toBe(404);
});
