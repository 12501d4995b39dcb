import type { RunningGateway } from "../../examples/supergraph/gateway.js";
import { signIn } from "../../examples/supergraph/sign-in.js";
import type { Answer } from "../server/service.js";
import { ask, codesOf, NOBODY, person, SERVICE } from "./ask-gateway.js";
import {
  CROWD,
  PAGE,
  SAFETY,
  SHARED_SECRET,
  startSubgraphs,
  TOKEN_KEY,
  type SupergraphUnderTest,
} from "./supergraph-under-test.js";

/* eslint-disable jest/no-export -- one suite that every gateway has to pass, each in a test file of its own */
/** One gateway, to be held to what every gateway before this subgraph has to keep. */
export interface GatewayUnderTest {
  /** How the subgraph is told what proves this gateway. */
  readonly proof: Readonly<Record<string, string>>;
  readonly start: (supergraph: string, options: GatewayOptions) => Promise<RunningGateway>;
}

/** What can differ between two gateways of a kind. */
export interface GatewayOptions {
  readonly secret: string;
  /** Milliseconds that a subgraph may take. */
  readonly patience: number;
}

/** Both answers of this subgraph, beside what accounts knows. */
const PERSON = "id name safetySettings { directMessages { value } } featureAccess { liveStreaming { allowed } }";
const OF_NOAHS_AGE = {
  safetySettings: { directMessages: { value: "NO_ONE" } },
  featureAccess: { liveStreaming: { allowed: false } },
};
const PROTECTED = { safetySettings: null, featureAccess: null };
const START = 120_000;

/** Declares the tests that every gateway has to pass. */
export function itKeepsThePromises({ proof, start }: GatewayUnderTest): void {
  let graph: SupergraphUnderTest;
  let gateway: RunningGateway;
  /** Does not wait for long, and has a secret that is not the subgraph's. */
  let hasty: RunningGateway;
  beforeAll(async () => {
    graph = await startSubgraphs(proof);
    [gateway, hasty] = await Promise.all([
      start(graph.supergraph, { secret: SHARED_SECRET, patience: 20_000 }),
      start(graph.supergraph, { secret: "a-secret-that-is-somebody-else's", patience: 1_500 }),
    ]);
  }, START);
  afterAll(async () => {
    await Promise.all([gateway.stop(), hasty.stop()]);
    await graph.stop();
  }, START);
  beforeEach(() => {
    graph.behave("answers");
    graph.calls.length = 0;
    graph.safety.reads.length = 0;
  });

  const asked = () => graph.calls.map(({ subgraph }) => subgraph).toSorted();

  test("the page is served as it was given", async () => {
    const response = await fetch(gateway.pageUrl, { headers: { accept: "text/html" } });
    expect([response.status, await response.text()]).toEqual([200, PAGE]);
  });

  describe("lists", () => {
    const USERS = `query ($ids: [ID!]!) { users(ids: $ids) { ${PERSON} } }`;
    test.each([1, 100, 1_000])("%i people are one request and one read", async (count) => {
      const ids = CROWD.slice(0, count);
      const { data, errors } = await ask(gateway.url, USERS, SERVICE, { ids });
      expect(errors).toEqual([]);
      expect(data?.users).toEqual(ids.map((id) => ({ id, name: `Called ${id}`, ...OF_NOAHS_AGE })));
      expect(asked()).toEqual(["accounts", SAFETY]);
      expect(graph.safety.reads).toEqual([count]);
    });

    const POSTS = `query ($first: Int!) { posts(first: $first) { id author { ${PERSON} } } }`;
    test.each([1, 100, 1_000])("%i authors of posts are one request and one read", async (first) => {
      const { data, errors } = await ask(gateway.url, POSTS, SERVICE, { first });
      expect(errors).toEqual([]);
      const authors = CROWD.slice(0, first).map((id) => ({ id, name: `Called ${id}`, ...OF_NOAHS_AGE }));
      expect(data?.posts?.map(({ author }) => author)).toEqual(authors);
      expect(asked()).toEqual(["accounts", "content", SAFETY]);
      expect(graph.safety.reads).toEqual([first]);
    });

    test("without the accounts, no detour by them: content gives the id, and that is enough", async () => {
      const query = "{ posts(first: 3) { author { id safetySettings { directMessages { value } } } } }";
      const { data } = await ask(gateway.url, query, SERVICE);
      expect(data?.posts?.[2]?.author).toEqual({ id: "person-2", safetySettings: OF_NOAHS_AGE.safetySettings });
      expect(asked()).toEqual(["content", SAFETY]);
    });

    test("what is asked for under several names is still one request to this subgraph", async () => {
      const names = "one: safetySettings { comments { value } } two: safetySettings { directMessages { value } }";
      const query = `{ users(ids: ["maya", "noah"]) { ${names} featureAccess { id } } }`;
      expect((await ask(gateway.url, query, SERVICE)).errors).toEqual([]);
      expect(asked()).toEqual(["accounts", SAFETY]);
      expect(graph.safety.reads).toEqual([2]);
    });

    test("without these fields this subgraph is not asked", async () => {
      await ask(gateway.url, '{ users(ids: ["maya"]) { id name } }', SERVICE);
      expect(asked()).toEqual(["accounts"]);
    });
  });

  describe("identity", () => {
    const MAYA = `{ user(id: "maya") { ${PERSON} } }`;
    const shown = {
      safetySettings: { directMessages: { value: "NO_ONE" } },
      featureAccess: { liveStreaming: { allowed: false } },
    };
    test.each([
      ["Maya sees her own", person("maya"), shown, []],
      ["Dana, who guards her, sees hers", person("dana"), shown, []],
      ["a service that may read sees hers", SERVICE, shown, []],
      ["Noah, a stranger, does not", person("noah"), PROTECTED, ["FORBIDDEN"]],
      ["a service of another kind does not", { id: null, scopes: ["billing:read"] }, PROTECTED, ["FORBIDDEN"]],
    ])("%s", async (_, viewer, answers, codes) => {
      const { status, data, errors } = await ask(gateway.url, MAYA, viewer);
      expect(status).toBe(200);
      expect(data?.user).toEqual({ id: "maya", name: "Called maya", ...answers });
      expect(codesOf(errors)).toEqual(codes);
    });

    test("nobody sees nothing, and is told to sign in", async () => {
      const { data, errors } = await ask(gateway.url, MAYA, NOBODY);
      expect(data?.user).toEqual({ id: "maya", name: "Called maya", ...PROTECTED });
      expect(codesOf(errors)).toEqual(["UNAUTHENTICATED"]);
      expect(graph.safety.reads).toEqual([]);
    });

    test("`me` is who is signed in", async () => {
      const query = "{ me { id safetySettings { directMessages { value } } } }";
      const { data } = await ask(gateway.url, query, person("maya"));
      expect(data?.me).toEqual({ id: "maya", safetySettings: shown.safetySettings });
      expect((await ask(gateway.url, "{ me { id } }", SERVICE)).data).toEqual({ me: null });
    });

    test("who a client says it is does not count, and its secrets do not pass", async () => {
      const claims = { "x-viewer-id": "maya", "x-viewer-scopes": "youth-safety:read youth-safety:age" };
      const { data, errors } = await ask(gateway.url, MAYA, person("noah"), {}, claims);
      expect(data?.user).toEqual({ id: "maya", name: "Called maya", ...PROTECTED });
      expect(errors[0]?.extensions["code"]).toBe("FORBIDDEN");
      expect((await ask(gateway.url, "{ me { id } }", NOBODY, {}, claims)).data).toEqual({ me: null });
    });

    test("a token that is not good is refused, and nobody is asked anything", async () => {
      const headers = { authorization: `Bearer ${await signIn(person("maya"), "a-key-of-somebody-else-entirely")}` };
      const { status, data } = await ask(gateway.url, MAYA, NOBODY, {}, headers);
      expect([status, data]).toEqual([401, null]);
      expect(asked()).toEqual([]);
    });

    test("fields for services alone are for them, and the rules are for everyone", async () => {
      const query = '{ safetyPolicy { label } safetyUsers(ids: ["maya", "noah"]) { id } }';
      const { data: forService } = await ask(gateway.url, query, SERVICE);
      expect(forService?.safetyUsers).toEqual([{ id: "maya" }, { id: "noah" }]);
      for (const viewer of [person("maya"), NOBODY]) {
        const { data, errors } = await ask(gateway.url, query, viewer);
        expect([data?.safetyPolicy?.label, data?.safetyUsers]).toEqual([forService?.safetyPolicy?.label, null]);
        expect(errors).toHaveLength(1);
      }
    });

    test("the reader's language and the request's id are passed on, cookies are not", async () => {
      const headers = { "accept-language": "pt-BR, en;q=0.5", cookie: "session=maya" };
      await ask(gateway.url, MAYA, person("maya"), {}, headers);
      await ask(gateway.url, MAYA, person("dana"), {}, headers);
      const sent = graph.calls.filter(({ subgraph }) => subgraph === SAFETY).map((call) => call.headers);
      expect(sent.map((it) => it["accept-language"])).toEqual(["pt-BR, en;q=0.5", "pt-BR, en;q=0.5"]);
      expect(sent.map((it) => it.cookie)).toEqual([undefined, undefined]);
      expect(new Set(sent.map((it) => it["x-request-id"])).size).toBe(2);
      expect(sent[0]?.["x-request-id"]).toMatch(/^[\w-]{8,}$/);
    });

    test("the proof of the gateway goes to this subgraph alone", async () => {
      await ask(gateway.url, MAYA, person("maya"));
      const others = graph.calls.filter(({ subgraph }) => subgraph !== SAFETY);
      expect(others).toHaveLength(1);
      expect(JSON.stringify(others)).not.toMatch(/router-authorization|hmac-signature|a-secret-of/);
    });
  });

  describe("faults", () => {
    const MANY = `{ users(ids: ["maya", "mila", "ava"]) { ${PERSON} } posts(first: 2) { id author { id name } } }`;
    const names = ["Called maya", "Called mila", "Called ava"];

    test("what is stored about one person cannot be read: she is protected, and everybody else is answered", async () => {
      const { data, errors } = await ask(gateway.url, MANY, SERVICE);
      expect(data?.users?.map((who) => [who?.name, who?.safetySettings !== null, who?.featureAccess !== null])).toEqual(
        [
          ["Called maya", true, true],
          ["Called mila", false, false],
          ["Called ava", true, true],
        ],
      );
      // Hive Gateway leaves the position in the list out of the path.
      const places = errors.map(({ path = [] }) => path.filter((part) => part !== 1).join("."));
      expect(places.toSorted()).toEqual(["users.featureAccess", "users.safetySettings"]);
      expect(codesOf(errors)).toEqual(["SAFETY_DATA_MALFORMED"]);
    });

    test("somebody whom accounts does not know is null, and harms nobody", async () => {
      const { data, errors } = await ask(
        gateway.url,
        '{ users(ids: ["nobody", "ava"]) { id featureAccess { id } } }',
        SERVICE,
      );
      expect(data?.users).toEqual([null, { id: "ava", featureAccess: { id: "safety-features/now/ava" } }]);
      expect(errors).toEqual([]);
    });

    const EVERYTHING_ELSE = {
      status: 200,
      names,
      answers: names.map(() => [null, null]),
      authors: ["Called person-0", "Called person-1"],
      codes: ["SUBGRAPH_UNAVAILABLE"],
      // Where it is, what it is written in and what proves the gateway are nobody's business.
      told: null,
    };
    const whatArrives = async (url: string) => {
      const { status, data, errors, text } = await ask(url, MANY, SERVICE);
      return {
        status,
        names: data?.users?.map((who) => who?.name),
        answers: data?.users?.map((who) => [who?.safetySettings, who?.featureAccess]),
        authors: data?.posts?.map(({ author }) => author?.name),
        codes: codesOf(errors),
        told: /127\.0\.0\.1|ECONN|node_modules|stack|router may ask|hmac-signature/.exec(text),
      };
    };

    test("it hangs up: its fields are null with a code, and everything else arrives", async () => {
      graph.behave("hangs up");
      expect(await whatArrives(gateway.url)).toEqual(EVERYTHING_ELSE);
    });

    test("it never answers: the gateway waits only so long", async () => {
      graph.behave("never answers");
      expect(await whatArrives(hasty.url)).toEqual(EVERYTHING_ELSE);
    });

    test("it refuses the gateway's proof: nobody is told to sign in again", async () => {
      expect(await whatArrives(hasty.url)).toEqual(EVERYTHING_ELSE);
      expect(graph.safety.reads).toEqual([]);
    });

    test("it is back: so are the answers", async () => {
      graph.behave("hangs up");
      expect(await whatArrives(gateway.url)).toEqual(EVERYTHING_ELSE);
      graph.behave("answers");
      const { errors } = await ask(gateway.url, '{ users(ids: ["maya"]) { featureAccess { id } } }', SERVICE);
      expect(errors).toEqual([]);
    });
  });

  describe("past the gateway", () => {
    const directly = (headers: Readonly<Record<string, string>>, body: object): Promise<Answer> =>
      graph.safety.send({
        method: "POST",
        headers: { "content-type": "application/json", ...headers },
        body: JSON.stringify(body),
      });
    const query =
      'query { _entities(representations: [{ __typename: "User", id: "maya" }]) { ... on User { safetySettings { id } } } }';

    test.each([
      ["nothing to show", {}, { query }],
      ["a name", { "x-viewer-id": "maya" }, { query }],
      ["a secret that is wrong", { "router-authorization": "Bearer a-secret", "x-viewer-id": "maya" }, { query }],
      ["a signature that is wrong", {}, { query, extensions: { "hmac-signature": "bWF5YQ==" } }],
      ["a question about the schema", {}, { query: "{ _service { sdl } }" }],
    ])("the subgraph refuses whoever comes with %s", async (_, headers, body) => {
      const { status, data, errors } = await directly(headers, body);
      expect([status, data, errors[0]?.extensions["code"]]).toEqual([401, null, "UNAUTHENTICATED"]);
      expect(graph.safety.reads).toEqual([]);
    });

    test("also with a token that is good: it says who asks, not that the gateway does", async () => {
      const token = { authorization: `Bearer ${await signIn(person("maya"), TOKEN_KEY)}` };
      expect((await directly(token, { query })).status).toBe(401);
    });
  });
}
/* eslint-enable jest/no-export */
