import { parse, visit, type DocumentNode } from "graphql";
import { NOW } from "../server/people.js";
import { service, startService, users, type Service } from "../server/service.js";

// The list of Apollo's compatibility suite for subgraphs, asked of the running service: what the contract uses works as
// routers expect, and what it does not use is not there.

const READER = service("youth-safety:read");

/** The federation directives that the contract uses. Each has a test here. */
const USED = ["@key", "@tag", "@authenticated", "@requiresScopes", "@cost", "@listSize"];

/** What else the suite asks of subgraphs; nothing of it is in the contract, so there is nothing to support. */
const NOT_USED = [
  "@shareable",
  "@external",
  "@requires",
  "@provides",
  "@override",
  "@inaccessible",
  "@extends",
  "@composeDirective",
  "@interfaceObject",
  "@policy",
  "@context",
  "@fromContext",
];

let running: Service;
let sdl: string;
let contract: DocumentNode;

beforeAll(async () => {
  running = await startService();
  const { data } = await running.ask("{ _service { sdl } }");
  ({ sdl } = (data as unknown as { readonly _service: { readonly sdl: string } })._service);
  contract = parse(sdl);
});

/** Where a directive is applied, as `Type.field`. */
function applied(name: string): readonly string[] {
  const found: string[] = [];
  for (const definition of contract.definitions) {
    if (!("name" in definition)) continue;
    const owner = definition.name.value;
    if (has(definition, name)) found.push(owner);
    const fields = "fields" in definition ? (definition.fields ?? []) : [];
    found.push(...fields.filter((field) => has(field, name)).map((field) => `${owner}.${field.name.value}`));
  }
  return found;
}

function has(node: object, name: string): boolean {
  const directives = "directives" in node && Array.isArray(node.directives) ? node.directives : [];
  return directives.some((directive) => `@${directive.name.value}` === name);
}

const typeOf = async (name: string): Promise<unknown> => {
  const fields = "fields { name type { kind name } }";
  const { data } = await running.ask(`{ __type(name: "${name}") { kind ${fields} possibleTypes { name } } }`);
  return (data as unknown as { readonly __type: unknown }).__type;
};

describe("the specification", () => {
  test("`_service` tells the contract, `_entities` takes any representation, `_Entity` is a person", async () => {
    // The suite has `String!`; @apollo/subgraph 2.14 writes `String` and always answers, which is what composers ask.
    const sdlField = { name: "sdl", type: { kind: "SCALAR", name: "String" } };
    expect(await typeOf("_Service")).toMatchObject({ kind: "OBJECT", fields: [sdlField] });
    expect(await typeOf("_Any")).toMatchObject({ kind: "SCALAR" });
    expect(await typeOf("_Entity")).toMatchObject({ kind: "UNION", possibleTypes: [{ name: "User" }] });
    expect(await typeOf("link__Purpose")).toMatchObject({ kind: "ENUM" });
    expect(await typeOf("federation__FieldSet")).toMatchObject({ kind: "SCALAR" });
  });

  test("`_service` answers without a viewer, as registries and composers ask", () => {
    expect(sdl).toContain("type Query");
    expect(sdl).toContain("type User");
  });
});

describe("@link", () => {
  test("is to one version of federation, and imports what is used and nothing else", () => {
    const links = [...sdl.matchAll(/@link\(\s*url: "([^"]+)",?\s*import: \[([^\]]*)\]/g)];
    expect(links.map(([, url]) => url)).toEqual(["https://specs.apollo.dev/federation/v2.9"]);
    const imported = links[0]?.[2]?.match(/@\w+/g) ?? [];
    expect([...imported].sort()).toEqual([...USED].sort());
  });

  test("brings no directive under a long name into what the contract says", () => {
    const long = new Set<string>();
    visit(contract, {
      Directive({ name }) {
        if (name.value.includes("__")) long.add(name.value);
      },
    });
    expect([...long]).toEqual([]);
  });
});

describe("@key", () => {
  test("is one field of one type: no multiple, composite or second key", () => {
    expect(applied("@key")).toEqual(["User"]);
    expect(sdl).toMatch(/type User\s+@key\(fields: "id"(, resolvable: true)?\)/);
  });

  test("leads to the person", async () => {
    const { people } = await running.ask(ENTITIES, users("maya"), READER);
    expect(people).toEqual([{ __typename: "User", id: "maya", featureAccess: { liveStreaming: { allowed: false } } }]);
  });

  test("leads to everybody of a list in its order, whatever else a router sends along", async () => {
    const representations = ["ava", "noah", "ava"].map((id) => ({ __typename: "User", id, name: "a name" }));
    const { people, errors } = await running.ask(ENTITIES, { representations }, READER);
    expect(errors).toEqual([]);
    expect(people.map(({ id, featureAccess }) => [id, featureAccess?.liveStreaming.allowed])).toEqual([
      ["ava", true],
      ["noah", false],
      ["ava", true],
    ]);
  });

  test("of a type that is not ours is refused, for the whole list and by its code", async () => {
    const representations = [{ __typename: "Post", id: "1" }];
    const { errors } = await running.ask(ENTITIES, { representations }, READER);
    expect(errors.map(({ extensions: { code } }) => code)).toEqual(["BAD_USER_INPUT"]);
  });
});

const ENTITIES = `query ($representations: [_Any!]!) {
  _entities(representations: $representations) {
    __typename
    ... on User { id featureAccess { liveStreaming { allowed } } }
  }
}`;

test("@tag marks what only services see, under its short name", () => {
  expect(applied("@tag")).toEqual(["Query.safetyUsers"]);
  expect(sdl).toContain('@tag(name: "internal")');
});

describe("@authenticated", () => {
  test("stands on what is about a person", () => {
    expect(applied("@authenticated")).toEqual(["User.safetySettings", "User.featureAccess", "User.safetyPreview"]);
  });

  test.each([
    ["safetySettings { id }"],
    ["featureAccess { id }"],
    [`safetyPreview(at: "${new Date(NOW).toISOString()}") { id }`],
  ])("is checked here too, for gateways that ignore it: %s", async (field) => {
    const query = `query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on User { ${field} } } }`;
    const { errors } = await running.ask(query, users("maya"));
    expect(errors.map(({ extensions: { code } }) => code)).toEqual(["UNAUTHENTICATED"]);
  });
});

describe("@requiresScopes", () => {
  test("names the scope of services", () => {
    expect(applied("@requiresScopes")).toEqual(["Query.safetyUsers"]);
    expect(sdl).toContain('@requiresScopes(scopes: [["youth-safety:read"]])');
  });

  test.each([
    [{}, "UNAUTHENTICATED"],
    [{ "x-viewer-id": "maya" }, "FORBIDDEN"],
    [service("youth-safety:other"), "FORBIDDEN"],
  ])("is checked here too: %j gets %s", async (headers, code) => {
    const { errors } = await running.ask('{ safetyUsers(ids: ["maya"]) { id } }', {}, headers);
    expect(errors.map(({ extensions }) => extensions["code"])).toEqual([code]);
  });
});

test("@cost and @listSize arrive with their weights and sizes", () => {
  expect(applied("@cost")).toEqual(
    expect.arrayContaining(["User.safetySettings", "SafetySettings", "SafetyPolicy.table"]),
  );
  expect(sdl).toMatch(/safetySettings: SafetySettings @authenticated @cost\(weight: 2\)/);
  expect(sdl).toMatch(/@listSize\(assumedSize: 100\)/);
});

test.each(NOT_USED)("%s is not in the contract", (name) => {
  expect(applied(name)).toEqual([]);
  expect(applied(name.replace("@", "@federation__"))).toEqual([]);
});

test("the directives that are used are those that are tested here", () => {
  const names = new Set<string>();
  visit(contract, {
    Directive({ name }) {
      names.add(`@${name.value}`);
    },
  });
  expect([...names].sort()).toEqual([...USED, "@link"].sort());
});

test("a federated trace is not answered: it tells how long each field took, and routers measure requests themselves", async () => {
  const { text } = await running.send({
    method: "POST",
    headers: { "content-type": "application/json", "apollo-federation-include-trace": "ftv1" },
    body: JSON.stringify({ query: "{ __typename }" }),
  });
  expect(JSON.parse(text)).toEqual({ data: { __typename: "Query" } });
});
