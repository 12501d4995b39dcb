import { parse, visit, type GraphQLObjectType } from "graphql";
import { buildSchema } from "../../src/subgraph/schema.js";
import { as, configOf, service, startService, users, type Service } from "./service.js";
import { wholeSelection } from "./whole-selection.js";

const READ = service("youth-safety:read");
const schema = buildSchema();

let running: Service;
beforeAll(async () => {
  running = await startService();
});
afterAll(() => running.stop());

test("the whole contract can be asked for at once, by a person about themselves", async () => {
  const user = schema.getType("User") as GraphQLObjectType;
  const preview = schema.getType("SafetyPreview") as GraphQLObjectType;
  const query = `query ($representations: [_Any!]!, $at: DateTime!) {
    _entities(representations: $representations) { ... on User ${wholeSelection(schema, user)} }
    preview: _entities(representations: $representations) { ... on User { safetyPreview(at: $at) ${wholeSelection(schema, preview, ["User"])} } }
    safetyPolicy { table(region: "DE") { region on rows { item { key } cells { fromAge untilAge default allowed decidedBy reason { code text } unlocks { reaches steps { kind text } } } } } }
  }`;
  const { errors, status } = await running.ask(query, { ...users("noah"), at: "2027-06-01T00:00:00Z" }, as("noah"));
  expect({ status, errors }).toEqual({ status: 200, errors: [] });

  let fields = 0;
  visit(parse(query), { Field: () => void (fields += 1) });
  expect(fields).toBeGreaterThan(1_000);
  expect(parse(query, { maxLexicalTokens: configOf().limits.tokens }).definitions).toHaveLength(1);
}, 30_000);

const aliases = (count: number) =>
  `{ ${Array.from({ length: count }, (_, i) => `a${i}: safetyPolicy { id }`).join(" ")} }`;
const deep = (levels: number) =>
  `{ safetyUsers(ids: []) ${"{ safetySettings { autoplay { approval { ward ".repeat(levels)}{ id }${" } } } }".repeat(levels)} }`;
// `{`, then five tokens a field, then `}`.
const long = (fields: number) => `{ ${"safetyPolicy { id } ".repeat(fields)}}`;

describe.each<[string, Readonly<Record<string, string>>, string, string]>([
  ["depth", { MAX_QUERY_DEPTH: "6" }, deep(1), deep(2)],
  ["aliases", { MAX_QUERY_ALIASES: "5" }, aliases(5), aliases(6)],
  ["tokens", { MAX_QUERY_TOKENS: "82" }, long(20), long(21)],
])("%s", (_what, environment, within, beyond) => {
  test("a limit is met exactly", async () => {
    const limited = await startService({ environment });
    expect((await limited.ask(within, {}, READ)).errors).toEqual([]);
    const { status, errors } = await limited.ask(beyond, {}, READ);
    expect([status, errors.map(({ extensions }) => extensions["code"])]).toEqual([400, ["QUERY_TOO_COMPLEX"]]);
    await limited.stop();
  });
});

test("fragments neither hide depth nor add to it", async () => {
  const limited = await startService({ environment: { MAX_QUERY_DEPTH: "4" } });
  const spread =
    "{ ...A } fragment A on Query { ... { safetyUsers(ids: []) { ...B } } } fragment B on User { safetySettings { autoplay { id } } }";
  expect((await limited.ask(spread, {}, READ)).errors).toEqual([]);
  const { errors } = await limited.ask(spread.replace("{ id }", "{ reason { id } }"), {}, READ);
  expect(errors[0]?.extensions["code"]).toBe("QUERY_TOO_COMPLEX");
  await limited.stop();
});

test("fragments that grow without end are refused", async () => {
  const letters = "abcdefghijklmnopqrst".split("");
  const bomb = letters.map(
    (it, i) =>
      `fragment ${it} on User { ${letters[i + 1] ? `...${letters[i + 1]} x: safetySettings { autoplay { approval { ward { ...${letters[i + 1]} } } } }` : "id"} }`,
  );
  const { status, errors } = await running.ask(`{ safetyUsers(ids: []) { ...a } } ${bomb.join(" ")}`, {}, READ);
  expect([status, errors[0]?.extensions["code"]]).toEqual([400, "QUERY_TOO_COMPLEX"]);
});

test.each([
  ["representations", { MAX_REPRESENTATIONS: "3" }],
  ["users", { MAX_USERS: "3" }],
])("the number of %s is met exactly", async (what, environment) => {
  const limited = await startService({ environment });
  const ask = async (count: number) => {
    const ids = Array.from({ length: count }, (_, i) => `u${i}`);
    const { errors } =
      what === "users"
        ? await limited.ask("query ($ids: [ID!]!) { safetyUsers(ids: $ids) { id } }", { ids }, READ)
        : await limited.ask(
            "query ($representations: [_Any!]!) { _entities(representations: $representations) { __typename } }",
            users(...ids),
          );
    return errors.length;
  };
  expect(await ask(3)).toBe(0);
  expect(await ask(4)).toBe(1);
  await limited.stop();
});

test("a body may have as many bytes as the limit says", async () => {
  const limited = await startService({ environment: { MAX_BODY_BYTES: "1024" } });
  const status = async (bytes: number) => {
    const body = JSON.stringify({ query: "{ safetyPolicy { id } } #" });
    const padded = body.replace("#", "#".padEnd(bytes - body.length + 1, "x"));
    return (await limited.send({ method: "POST", headers: { "content-type": "application/json" }, body: padded }))
      .status;
  };
  expect(await status(1_024)).toBe(200);
  expect(await status(1_025)).toBe(413);
  await limited.stop();
});
