import { once } from "node:events";
import { connect } from "node:net";
import { Writable } from "node:stream";
import { ProfileStoreUnavailable, type ProfileStore } from "../../src/profiles/profile-store.js";
import { makeLog } from "../../src/server/log.js";
import { storeOfPeople } from "./people.js";
import { as, service, startService, theServed, users, type Service } from "./service.js";

const QUERY =
  "query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on User { safetySettings { id } } } }";

let running: Service;
beforeAll(async () => {
  running = await startService();
});
afterAll(() => running.stop());

describe("health", () => {
  test("is green while the store answers", async () => {
    expect((await running.send({}, "/healthz")).text).toBe('{"status":"up"}');
    const ready = await running.send({}, "/readyz");
    expect([ready.status, ready.text]).toEqual([200, '{"status":"ready","reasons":[]}']);
  });

  test("turns red when the store does not answer, and green again when it does", async () => {
    let isDown = false;
    let pings = 0;
    const store: ProfileStore = Object.assign(storeOfPeople(), {
      ping: async () => {
        pings += 1;
        if (isDown) throw new ProfileStoreUnavailable("down");
      },
    });
    const service = await startService({ store });
    const status = async () => (await service.send({}, "/readyz")).status;
    expect(await status()).toBe(200);
    isDown = true;
    // What the store said stands for a second, however many ask.
    expect([await status(), await status(), pings]).toEqual([200, 200, 1]);
    await expectWithin(3_000, async () => (await status()) === 503);
    expect((await service.send({}, "/healthz")).status).toBe(200);
    isDown = false;
    await expectWithin(3_000, async () => (await status()) === 200);
    await service.stop();
  });
});

describe("request ids", () => {
  test("the router's is kept and sent back", async () => {
    const { headers } = await running.ask("{ __typename }", {}, { "x-request-id": "router-42.a:b" });
    expect(headers.get("x-request-id")).toBe("router-42.a:b");
  });

  test.each(["", "has space", "x".repeat(129), "<script>", '"; drop'])(
    "`%s` is no id, and a new one is made",
    async (sent) => {
      const { headers } = await running.ask("{ __typename }", {}, { "x-request-id": sent });
      expect(headers.get("x-request-id")).toMatch(/^[0-9a-f-]{36}$/);
    },
  );
});

test("the log says what was answered and how long it took, and nothing of people or secrets", async () => {
  const headers = {
    ...as("maya"),
    authorization: "Bearer token-of-maya",
    cookie: "session=1",
    "x-request-id": "log-1",
  };
  await running.ask(QUERY, users("maya", "noah", "mila"), headers);
  await expectWithin(1_000, async () => running.logged().includes('"log-1"'));
  const lines = running
    .logged()
    .split("\n")
    .filter((line) => line.includes('"log-1"'))
    .map((line) => JSON.parse(line) as Record<string, unknown>);
  expect(lines.map(({ msg }) => msg)).toEqual(["a stored profile cannot be read", "answered"]);
  expect(Object.keys(lines.at(-1) ?? {}).sort()).toEqual([
    "level",
    "ms",
    "msg",
    "requestId",
    "revision",
    "service",
    "status",
    "time",
  ]);
  expect(lines.map(({ revision }) => revision)).toEqual([theServed.id, theServed.id]);
  expect(running.logged()).not.toMatch(/maya|noah|mila|token-of|session|representations/);
});

test("headers that tell who asks are redacted, should anybody log them", async () => {
  let text = "";
  const log = makeLog(
    "info",
    new Writable({
      write: (chunk: Buffer, _, done) => {
        text += chunk.toString();
        done();
      },
    }),
  );
  const headers = {
    authorization: "s1",
    "router-authorization": "s2",
    "router-signature": "s3",
    "x-viewer-id": "s4",
    "x-viewer-scopes": "s5",
    cookie: "s6",
    accept: "kept",
  };
  log.info({ headers, req: { headers } }, "a request");
  expect(text).not.toMatch(/s[1-6]"/);
  expect(text).toContain("kept");
});

describe("metrics", () => {
  const metrics = async () => (await fetch(running.metricsUrl)).text();

  test("count requests, people, reads and errors, and name the policy", async () => {
    await running.ask(QUERY, users("maya", "noah"), service("youth-safety:read"));
    await running.ask(QUERY, users("maya"), as("noah"));
    await running.send({}, "/nowhere");
    await expectWithin(1_000, async () => (await metrics()).includes('route="none",status="404"'));
    const text = await metrics();
    for (const line of [
      /^youth_safety_http_request_duration_seconds_count\{route="\/graphql",status="200"\} \d+$/m,
      /^youth_safety_entities_per_request_bucket\{le="2"\} \d+$/m,
      /^youth_safety_store_read_duration_seconds_count\{outcome="ok"\} \d+$/m,
      /^youth_safety_store_read_ids_total \d+$/m,
      /^youth_safety_errors_total\{code="FORBIDDEN"\} \d+$/m,
      /^youth_safety_errors_total\{code="NOT_FOUND"\} \d+$/m,
      new RegExp(`^youth_safety_policy_info\\{revision="${theServed.id}",label="${theServed.label}"\\} 1$`, "m"),
      /^process_cpu_seconds_total /m,
    ]) {
      expect(text).toMatch(line);
    }
    expect(text).not.toMatch(/maya|noah/);
  });

  test("are not on the port of queries, and queries are not on theirs", async () => {
    expect((await running.send({}, "/metrics")).status).toBe(404);
    expect((await fetch(running.metricsUrl.replace("/metrics", "/graphql"), { method: "POST" })).status).toBe(404);
  });
});

test("a deadline is passed on to the store", async () => {
  const left: number[] = [];
  const store: ProfileStore = Object.assign(storeOfPeople(), {
    find: async (_: unknown, deadline: { msLeft(): number }) => {
      left.push(deadline.msLeft());
      return new Map();
    },
  });
  const service = await startService({ store, environment: { DEADLINE_MS: "2500" } });
  await service.ask(QUERY, users("maya"), as("maya"));
  expect(left).toHaveLength(1);
  expect(left[0]).toBeGreaterThan(0);
  expect(left[0]).toBeLessThanOrEqual(2_500);
  await service.stop();
});

test("a store that does not answer in time costs the two fields, and no more time than the deadline", async () => {
  const store: ProfileStore = Object.assign(storeOfPeople(), { find: () => new Promise<never>(() => undefined) });
  const service = await startService({ store, environment: { DEADLINE_MS: "50" } });
  const { people, errors } = await service.ask(QUERY, users("maya"), as("maya"));
  expect(people).toEqual([{ safetySettings: null }]);
  expect(errors[0]?.extensions["code"]).toBe("SAFETY_DATA_UNAVAILABLE");
  await service.stop();
});

describe("stopping", () => {
  test("finishes what is under way, and then takes nothing new", async () => {
    let answer: (() => void) | null = null;
    const store: ProfileStore = Object.assign(storeOfPeople(), {
      find: () =>
        new Promise<Awaited<ReturnType<ProfileStore["find"]>>>((resolve) => (answer = () => resolve(new Map()))),
    });
    const service = await startService({ store });
    const underWay = service.ask(QUERY, users("maya"), as("maya"));
    await expectWithin(3_000, async () => answer !== null);
    const stopped = service.stop();
    await expect(fetch(`${service.url}/healthz`)).rejects.toThrow("fetch failed");
    (answer as (() => void) | null)?.();
    const { status, people, headers } = await underWay;
    expect([status, people[0]?.safetySettings?.id, headers.get("connection")]).toEqual([
      200,
      "safety-settings/now/maya",
      "close",
    ]);
    await stopped;
  });

  test("answers what had begun to arrive, and readiness is red", async () => {
    const service = await startService();
    const { hostname, port } = new URL(service.url);
    const socket = connect(Number(port), hostname);
    let text = "";
    socket.on("data", (chunk: Buffer) => (text += chunk.toString()));
    socket.write("GET /readyz HTTP/1.1\r\nhost: here\r\n");
    // Another request on another connection: the first bytes of this one have been read by then.
    await service.send({}, "/healthz");
    const stopped = service.stop();
    socket.write("\r\n");
    await once(socket, "close");
    expect(text).toMatch(/^HTTP\/1.1 503 .*connection: close.*\{"status":"not ready","reasons":\["draining"\]\}$/s);
    await stopped;
  });

  test("does not wait for ever: after ten seconds what is left is cut off", async () => {
    let answer: (() => void) | null = null;
    const store: ProfileStore = Object.assign(storeOfPeople(), {
      find: () =>
        new Promise<Awaited<ReturnType<ProfileStore["find"]>>>((resolve) => (answer = () => resolve(new Map()))),
    });
    const service = await startService({ store, environment: { DEADLINE_MS: "60000" } });
    const underWay = service.ask(QUERY, users("maya"), as("maya")).then(
      () => "answered",
      () => "cut off",
    );
    await expectWithin(3_000, async () => answer !== null);
    const start = performance.now();
    await service.stop();
    expect(await underWay).toBe("cut off");
    expect(performance.now() - start).toBeLessThan(12_000);
    (answer as (() => void) | null)?.();
  }, 20_000);
});

/** Waits until something holds, without a fixed sleep. */
async function expectWithin(ms: number, holds: () => Promise<boolean>): Promise<void> {
  const end = performance.now() + ms;
  while (performance.now() < end) {
    if (await holds()) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error(`did not come to hold within ${ms} ms`);
}
