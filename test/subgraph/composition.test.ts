import { ROUTER_COMPATIBILITY_VERSION_ONE, federateSubgraphs } from "@wundergraph/composition";
import { Source, parse } from "graphql";
import { allowedHints, judgeHints, type AllowedHint, type HintsOf } from "../../registry/allowed-hints.js";
import { COMPOSERS, type Composed, type Composer } from "../../registry/composers.js";
import { readNeighbours, readSubgraph, type Subgraph } from "../../registry/subgraph.js";

const OWN = readSubgraph("schema.graphql");
const NEIGHBOURS = readNeighbours("examples/supergraph");
const named = COMPOSERS.map((composer) => [composer.name, composer.version, composer] as const);

/** What has to be in a supergraph for routers to act on it. */
const ROUTERS_READ = ["@authenticated", "@requiresScopes", "@cost", "@listSize", "@tag"];
const IN_COSMOS_CONFIGURATION = ["@cost", "@listSize"];

/** What composed, or a failed test with the composer's words. */
function graphOf(composed: Composed): Extract<Composed, { readonly supergraph: string }> {
  if ("errors" in composed) throw new Error(composed.errors.join("\n"));
  return composed;
}

/** The accounts subgraph with other words in it. */
function withAccounts(change: (sdl: string) => string): readonly Subgraph[] {
  return [OWN, ...NEIGHBOURS].map((subgraph) =>
    subgraph.name === "accounts" ? { ...subgraph, ...changed(subgraph, change) } : subgraph,
  );
}

function changed({ source }: Subgraph, change: (sdl: string) => string): Pick<Subgraph, "source" | "typeDefs"> {
  const body = change(source.body);
  return { source: new Source(body, source.name), typeDefs: parse(body) };
}

test("the neighbours are those of the example", () => {
  expect(NEIGHBOURS.map(({ name }) => name)).toEqual(["accounts", "content"]);
});

test("every composer that federations use has its say, the Guild's up to what it knows", () => {
  expect(named.map(([name, version]) => `${name} ${version}`)).toEqual([
    "apollo v2.9",
    "guild v2.9",
    "cosmo v2.9",
    "apollo v2.12",
    "cosmo v2.12",
  ]);
});

describe.each(named)("%s at %s", (name, _version, { compose }) => {
  const composed = compose([OWN, ...NEIGHBOURS]);

  test("joins the subgraph with its neighbours, and clients see nothing of federation's", () => {
    const { api } = graphOf(composed);
    const fieldsOf = (name: string): readonly string[] => {
      const type = api.getType(name);
      return type && "getFields" in type ? Object.keys(type.getFields()).sort() : [];
    };
    expect(fieldsOf("User")).toEqual(["featureAccess", "id", "name", "safetyPreview", "safetySettings"]);
    expect(fieldsOf("Query")).toEqual(["me", "posts", "safetyPolicy", "safetyUsers", "user", "users"]);
    expect(fieldsOf("SafetyQuietHoursSetting")).toContain("scheduleValidUntil");
    const types = Object.keys(api.getTypeMap()).filter((name) => !name.startsWith("__"));
    expect(
      types.filter(
        (name) => !/^(Safety|Query$|User$|Post$|DateTime$|Date$|ID$|Int$|String$|Boolean$|Float$)/.test(name),
      ),
    ).toEqual([]);
  });

  test("keeps what routers read", () => {
    const { supergraph } = graphOf(composed);
    // Cosmo's routers read costs from their own configuration, which has a test below.
    const here = ROUTERS_READ.filter((directive) => name !== "cosmo" || !IN_COSMOS_CONFIGURATION.includes(directive));
    expect(here.filter((directive) => !supergraph.includes(directive))).toEqual([]);
  });

  test("refuses a neighbour that means something else by one of its fields", () => {
    const clash = withAccounts((sdl) =>
      sdl
        .replace("name: String!", "name: String!\n  safetySettings: String @shareable")
        .replace('["@key"', '["@key", "@shareable"'),
    );
    expect(compose(clash)).toHaveProperty("errors");
  });

  test("refuses a neighbour whose `User` has no key in common", () => {
    const keyless = withAccounts((sdl) =>
      sdl.replace('@key(fields: "id")', '@key(fields: "name")').replace("  id: ID!\n", ""),
    );
    expect(compose(keyless)).toHaveProperty("errors");
  });
});

test("all composers make the same fields of it", () => {
  const fields = COMPOSERS.map(({ compose }) => {
    const { api } = graphOf(compose([OWN, ...NEIGHBOURS]));
    return Object.values(api.getTypeMap()).flatMap((type) =>
      "getFields" in type && !type.name.startsWith("__")
        ? Object.values(type.getFields()).map((field) => `${type.name}.${field.name}: ${String(field.type)}`)
        : [],
    );
  });
  const [first = []] = fields;
  expect(first.length).toBeGreaterThan(250);
  for (const other of fields) expect(other.sort()).toEqual(first.sort());
});

test("Cosmo's router is told the same costs and sizes", () => {
  const result = federateSubgraphs({
    subgraphs: [OWN, ...NEIGHBOURS].map(({ name, typeDefs }) => ({ name, url: "", definitions: typeDefs })),
    version: ROUTER_COMPATIBILITY_VERSION_ONE,
  });
  const costs = result.success ? result.subgraphConfigBySubgraphName.get("youth-safety")?.costs : undefined;
  expect([...(costs?.fieldWeights ?? [])].map(([field, { weight }]) => [field, weight])).toEqual([
    ["User.safetySettings", 2],
    ["User.featureAccess", 2],
    ["User.safetyPreview", 10],
    ["SafetySettings.all", 0],
    ["SafetyFeatureAccess.all", 0],
    ["SafetyPolicy.table", 50],
  ]);
  expect(costs?.listSizes.get("Query.safetyUsers")).toMatchObject({ assumedSize: 100 });
});

describe("hints", () => {
  const [apollo] = COMPOSERS;
  const about = (by: Composer | undefined, ...messages: readonly string[]): readonly HintsOf[] =>
    by ? [{ by, hints: messages.map((message) => ({ code: "INCONSISTENT_DESCRIPTION", message })) }] : [];
  const allowed: AllowedHint = {
    composer: "apollo",
    code: "INCONSISTENT_DESCRIPTION",
    about: '"User"',
    why: "each team describes what it adds to the person",
  };

  test("none is left that nobody allowed, and none allowed that nobody gives", () => {
    const hints = COMPOSERS.map((by) => ({ by, hints: graphOf(by.compose([OWN, ...NEIGHBOURS])).hints }));
    expect(judgeHints(hints, allowedHints())).toEqual([]);
  });

  test("an allowed one passes, another one does not", () => {
    const hints = about(apollo, 'Element "User" has two descriptions', 'Element "Post" has two descriptions');
    expect(judgeHints(hints, [allowed])).toEqual([
      { level: "error", message: expect.stringContaining('INCONSISTENT_DESCRIPTION: Element "Post" has two') },
    ]);
  });

  test("an allowance outlives its hint as a warning", () => {
    expect(judgeHints([], [allowed])).toEqual([{ level: "warning", message: expect.stringContaining("no longer") }]);
  });

  test("composers do give them: the accounts team describes `User` otherwise", () => {
    const told = withAccounts((sdl) => sdl.replace("type User", '"Somebody with a name."\ntype User'));
    const { hints } = graphOf(COMPOSERS[0]?.compose(told) ?? { errors: [] });
    expect(hints.map(({ code }) => code)).toEqual(["INCONSISTENT_DESCRIPTION"]);
  });
});
