import { readFileSync } from "node:fs";
import { join } from "node:path";
import { buildSchema } from "graphql";
import { run } from "./commands.js";
import { graphWith, red, report } from "./report-of.js";
import { ACCOUNTS, BULK, CONTRACT, SCREEN } from "./small-graph.js";

/** The contract with nothing deprecated, or deprecated until another day. */
function withoutDeprecation(contract: string, until?: string): string {
  return contract.replace(
    / @deprecated\(.*\)/,
    until ? ` @deprecated(reason: "Use \`live\`. Removed on ${until}.")` : "",
  );
}

test("a schema that is right passes every step, and is told step by step", async () => {
  const { ran, report: found } = await report({});
  expect(found).toMatchObject({ fine: true });
  expect(found.steps.map(({ step, outcome }) => [step, outcome])).toEqual([
    ["composition", "passed"],
    ["changes", "passed"],
    ["operations", "passed"],
    ["lint", "passed"],
    ["cost", "passed"],
    ["contract", "passed"],
    ["registries", "skipped"],
  ]);
  expect(ran.exitCode).toBe(0);
});

test.each([
  [
    "a schema that is no GraphQL",
    { schema: CONTRACT.replace("type Query {", "type Query") },
    [["composition", [expect.stringContaining("Syntax Error")]]],
  ],
  [
    "a type that a neighbour means otherwise",
    { files: { "neighbours/other.graphql": ACCOUNTS.replace("name: String!", "features: String") } },
    [["composition", expect.arrayContaining([expect.stringMatching(/^apollo at v2\.9: .*features/)])]],
  ],
  [
    "a hint of a composer that nobody allowed",
    { files: { "neighbours/accounts.graphql": ACCOUNTS.replace("type User", '"Somebody else."\ntype User') } },
    [["composition", expect.arrayContaining([expect.stringMatching(/hints INCONSISTENT_DESCRIPTION/)])]],
  ],
  [
    "a field that is gone without a word",
    {
      schema: CONTRACT.replace(/ {2}"Go LIVE."\n.*\n/, ""),
      files: {
        "operations/screen.graphql": SCREEN.replace("live", ""),
        "operations/internal/bulk.graphql": BULK.replace("live", ""),
      },
    },
    [["changes", [expect.stringMatching(/^breaking: Field `live` was removed.*deprecate first/)]]],
  ],
  [
    "a removal that is announced for tomorrow",
    { schema: withoutDeprecation(CONTRACT, "2026-11-23"), baseline: withoutDeprecation(CONTRACT) },
    [
      [
        "changes",
        ["`SmallFeatures.goLive` cannot be gone on 2026-11-23; 90 days' notice is promised: name 2027-02-20 or later"],
      ],
    ],
  ],
  [
    "a removal that is moved to an earlier day",
    { schema: CONTRACT.replace("2026-11-01", "2027-06-29"), baseline: CONTRACT.replace("2026-11-01", "2027-06-30") },
    [["changes", ["`SmallFeatures.goLive` cannot be gone on 2027-06-29; it was announced for 2027-06-30"]]],
  ],
  [
    "an enum value that is gone",
    { schema: CONTRACT.replace(/ {2}"Too young."\n.*\n/, "") },
    [["changes", [expect.stringMatching(/^breaking: Enum value `TOO_YOUNG` was removed/)]]],
  ],
  [
    "an argument that becomes required",
    { schema: CONTRACT.replace("locale: String", "locale: String!") },
    [
      ["changes", [expect.stringMatching(/^breaking: .*locale/)]],
      ["operations", [expect.stringMatching(/argument "locale".*required/)]],
    ],
  ],
  [
    "a field that a tag takes away from apps, which no comparison of the whole graph sees",
    { schema: CONTRACT.replace("live: Boolean!", 'live: Boolean! @tag(name: "internal")') },
    [
      [
        "contract",
        [expect.stringMatching(/^breaking: Field `live`/), expect.stringMatching(/Cannot query field "live"/)],
      ],
    ],
  ],
  [
    "an operation that asks for what is not there",
    { files: { "operations/screen.graphql": SCREEN.replace("live", "alive") } },
    [["operations", [expect.stringMatching(/Cannot query field "alive"/)]]],
  ],
  [
    "an operation that is no GraphQL",
    { files: { "operations/broken.graphql": "query {" } },
    [["operations", [expect.stringContaining("Syntax Error")]]],
  ],
  [
    "a kind of operation that the graph does not have",
    { files: { "operations/change.graphql": "mutation Change { setLive(on: true) { id } }" } },
    [["operations", ["The graph has no mutation"]]],
  ],
  [
    "an operation that is nested deeper than a parser goes",
    { files: { "operations/deep.graphql": `query Deep ${"{ me ".repeat(20_000)}{ id }${"}".repeat(20_000)}` } },
    [["operations", ["This is nested too deeply to be read"]]],
  ],
  [
    "fragments that spread each other",
    {
      files: {
        "operations/circle.graphql":
          "query Circle { me { ...A } } fragment A on User { id ...B } fragment B on User { id ...A }",
      },
    },
    [["operations", [expect.stringMatching(/Cannot spread fragment "A" within itself/)]]],
  ],
  [
    "an operation without a name",
    { files: { "operations/screen.graphql": "{ me { id } }" } },
    [["operations", expect.arrayContaining(["Give the operation a name"])]],
  ],
  [
    "two fragments of one name",
    { files: { "operations/again.graphql": "fragment Button on SmallFeatures { id }" } },
    [["operations", expect.arrayContaining([expect.stringMatching(/only one fragment named "Button"/)])]],
  ],
  [
    "an operation that forgets an `id`",
    { files: { "operations/screen.graphql": "query Screen { me { id features { live } } }" } },
    [
      [
        "operations",
        ["Select `id` of `SmallFeatures` under `features`, so that caches merge what different queries bring"],
      ],
    ],
  ],
  [
    "an app that asks what is for services",
    { files: { "operations/bulk.graphql": BULK.replace("Bulk", "BulkByAnApp") } },
    [["contract", [expect.stringMatching(/Cannot query field "people"/)]]],
  ],
  [
    "an operation past the budget",
    {
      files: {
        "operations/internal/bulk.graphql":
          "query Bulk($ids: [ID!]!) { a: people(ids: $ids) { ...P } b: people(ids: $ids) { ...P } c: people(ids: $ids) { ...P } d: people(ids: $ids) { ...P } } fragment P on User { id features { id live } }",
      },
    },
    [["cost", ["`Bulk` costs 1200 of 1000; ask for less of its lists, or for fewer people"]]],
  ],
  [
    "something that says nothing of itself",
    { schema: CONTRACT.replace('  "Go LIVE."\n', "") },
    [["lint", [expect.stringMatching(/Description is required for field "live"/)]]],
  ],
  [
    "a name in another style",
    { schema: CONTRACT.replace('  "Every feature."', '  "All."\n  every_one: Int\n  "Every feature."') },
    [["lint", [expect.stringMatching(/every_one.*camelCase/)]]],
  ],
  [
    "a deprecation without a reason",
    { schema: CONTRACT.replace(/@deprecated\(.*\)/, "@deprecated") },
    [["lint", [expect.stringMatching(/Deprecation reason is required/)]]],
  ],
  [
    "a deprecation without a day",
    { schema: CONTRACT.replace(" Removed on 2026-11-01.", "") },
    [["lint", [expect.stringMatching(/Removed on YYYY-MM-DD/)]]],
  ],
  [
    "a deprecation until a day that does not exist",
    { schema: CONTRACT.replace("2026-11-01", "2026-02-30") },
    [["lint", [expect.stringMatching(/Removed on YYYY-MM-DD/)]]],
  ],
] as const)("%s is refused", async (_what, parts, expected) => {
  const { ran, report: found } = await report(parts);
  expect(red(found)).toEqual(expected);
  expect({ fine: found.fine, exitCode: ran.exitCode }).toEqual({ fine: false, exitCode: 1 });
});

describe("what passes", () => {
  const findings = async (parts: Parameters<typeof report>[0], step: string) => {
    const { ran, report: found } = await report(parts);
    expect(ran.exitCode).toBe(0);
    return found.steps.find((it) => it.step === step)?.findings;
  };

  test("to remove on its day what was deprecated until then", async () => {
    const schema = CONTRACT.replace(/ {2}"Go LIVE, by its old name."\n.*\n/, "");
    expect(await findings({ schema }, "changes")).toEqual([
      { level: "note", message: expect.stringMatching(/^Field `goLive` .*was removed/) },
    ]);
  });

  test("to deprecate with the notice that is promised, and to give more time", async () => {
    const announced = withoutDeprecation(CONTRACT, "2027-02-20");
    const told = await findings({ schema: announced, baseline: withoutDeprecation(CONTRACT) }, "changes");
    expect(told).toEqual([{ level: "note", message: "Field `SmallFeatures.goLive` is deprecated" }]);
    const later = await findings({ schema: announced.replace("2027-02", "2027-03"), baseline: announced }, "changes");
    expect(later?.map(({ level }) => level)).toEqual(["note"]);
  });

  test("but not the day before", async () => {
    const schema = CONTRACT.replace(/ {2}"Go LIVE, by its old name."\n.*\n/, "");
    const { report: found } = await report({ schema, baseline: CONTRACT.replace("2026-11-01", "2026-11-23") });
    expect(red(found).map(([step]) => step)).toEqual(["changes"]);
  });

  test("to add a value to an enum, with a warning: clients read it as the strictest", async () => {
    const schema = CONTRACT.replace("  TOO_YOUNG", '  TOO_YOUNG\n  "Not here."\n  NOT_HERE');
    expect(await findings({ schema }, "changes")).toEqual([
      { level: "warning", message: expect.stringMatching(/^dangerous: Enum value `NOT_HERE` was added/) },
    ]);
  });

  test("to add a field, and to say things better", async () => {
    const schema = CONTRACT.replace('"A person."', '"Somebody."').replace(
      "  all:",
      '  some("For whom." locale: String): Int\n  all:',
    );
    const described = schema
      .replace('  "Every feature."\n  some', '  "Some."\n  some')
      .replace("  all:", '  "All."\n  all:');
    expect(await findings({ schema: described }, "changes")).toEqual([
      { level: "note", message: expect.stringMatching(/^Field `some` was added/) },
    ]);
  });

  test("to ask for what is deprecated, with a warning at its place", async () => {
    const files = { "operations/screen.graphql": SCREEN.replace("live", "goLive") };
    const [warning] = (await findings({ files }, "operations")) ?? [];
    expect(warning).toMatchObject({
      level: "warning",
      message: expect.stringContaining("goLive"),
      at: { line: 4, column: 39 },
    });
  });

  test("an operation within the budget, with what it costs", async () => {
    expect(await findings({}, "cost")).toEqual([
      { level: "note", message: "`Bulk` costs 300 of 1000" },
      { level: "note", message: "`Screen` costs 3 of 1000" },
    ]);
  });
});

describe("the variant for apps", () => {
  test("is written where it is wanted, without what is for services", async () => {
    const { folder, args } = graphWith();
    const file = join(folder, "apps.graphql");
    expect(await run("check", [...args, "--write-variant", file])).toMatchObject({ exitCode: 0 });
    const schema = buildSchema(readFileSync(file, "utf8"));
    expect(Object.keys(schema.getQueryType()?.getFields() ?? {})).toEqual(["me"]);
    expect(schema.getType("SmallFeatures")).toBeDefined();
  });

  test("goes nowhere that cannot be written", async () => {
    const { exitCode, complained } = await run("check", [
      ...graphWith().args,
      "--write-variant",
      "/nowhere/apps.graphql",
    ]);
    expect({ exitCode, complained }).toEqual({
      exitCode: 2,
      complained: "the file `/nowhere/apps.graphql` cannot be written",
    });
  });
});

describe("misuse", () => {
  test.each([
    ["an option that there is not", ["--shema", "x"], /unknown option '--shema'/],
    ["a word that is no option", ["now"], /too many arguments/],
    ["an option without its value", ["--schema"], /argument missing/],
    ["a schema that is not there", ["--schema", "nowhere.graphql"], /the file `nowhere.graphql` cannot be read/],
    ["a baseline that is not there", ["--baseline", "nowhere.graphql"], /`nowhere.graphql` cannot be read/],
    ["operations that are not there", ["--operations", "nowhere"], /the folder `nowhere` cannot be read/],
    ["a folder without operations", ["--operations", ".ci"], /the folder `.ci` holds no `.graphql` file/],
    ["neighbours that are not there", ["--neighbours", "nowhere"], /the folder `nowhere` cannot be read/],
    ["a neighbour that is no schema", ["--neighbours", "README.md"], /the folder `README.md` cannot be read/],
  ])("is told: %s", async (_what, extra, complaint) => {
    const { exitCode, printed, complained } = await run("check", [...graphWith().args, ...extra]);
    expect({ exitCode, printed }).toEqual({ exitCode: 2, printed: "" });
    expect(complained).toMatch(complaint);
  });

  test("is also a baseline that is no GraphQL, and a neighbour that is none", async () => {
    const baseline = await run("check", graphWith({ baseline: "type" }).args);
    const neighbour = await run("check", graphWith({ files: { "neighbours/accounts.graphql": "type" } }).args);
    expect([baseline.exitCode, neighbour.exitCode]).toEqual([2, 2]);
    expect(baseline.complained).toMatch(/^the baseline .* is not GraphQL: Syntax Error/);
    expect(neighbour.complained).toMatch(/^the neighbour .* is not GraphQL: Syntax Error/);
  });

  test("to ask for help is none", async () => {
    const { exitCode, printed } = await run("check", ["--help"]);
    expect(exitCode).toBe(0);
    expect(printed).toMatch(/--schema <file>[\s\S]*--operations <folder>[\s\S]*--baseline <file>[\s\S]*--json/);
  });
});

describe("the report", () => {
  const bad = { schema: CONTRACT.replace(" Removed on 2026-11-01.", "") };

  test("is for people, step by step, with places that editors open", async () => {
    const { folder, args } = graphWith(bad);
    const { printed } = await run("check", args);
    expect(printed).toMatch(/^ok {5}composition {2}youth-safety, accounts; by apollo v2\.9/);
    expect(printed).toContain(`  error    ${folder}/schema.graphql:19:20: say from when it is gone`);
    expect(printed).toMatch(/\n-- {5}registries {3}not asked about a schema that is refused here$/);
  });

  test("has annotations on GitHub, for what wants a reader", async () => {
    const { folder, args } = graphWith(bad);
    const { printed } = await run("check", args, { GITHUB_ACTIONS: "true" });
    const annotations = printed.split("\n").filter((line) => line.startsWith("::"));
    expect(annotations).toEqual([
      `::error file=${folder}/schema.graphql,line=19,col=20,title=schema lint::say from when it is gone, in the reason: \`Removed on YYYY-MM-DD.\``,
    ]);
  });

  test("is JSON when asked for, on GitHub too", async () => {
    const { printed } = await run("check", [...graphWith(bad).args, "--json"], { GITHUB_ACTIONS: "true" });
    expect(JSON.parse(printed)).toMatchObject({ fine: false });
  });
});
