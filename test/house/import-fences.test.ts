import { plant } from "./planted-house.js";
import type { PlantedHouse } from "./planted-house.js";

/** A file, what it imports, and the rule that refuses it (null: nothing does). */
const ROWS: readonly (readonly [file: string, imports: string, refusedBy: string | null])[] = [
  ["src/main.ts", "./server.js", null],
  ["src/main.ts", "./config.js", null],
  ["src/main.ts", "node:fs", null],
  ["src/main.ts", "fastify", null],
  ["src/server.ts", "./subgraph/resolvers.js", null],
  ["src/subgraph/resolvers.ts", "../profiles/profile-store.js", null],
  ["src/profiles/profile-store.ts", "../policy/decide.js", null],
  ["src/policy/decide.ts", "zod", null],
  ["src/policy/decide.ts", "./rules.js", null],
  ["documentdb/gateway.ts", "pg", null],

  ["src/policy/climbs.ts", "../profiles/profile-store.js", "policy-imports-itself-alone"],
  ["src/policy/reads-files.ts", "node:fs", "policy-is-pure"],
  ["src/policy/reads-clock.ts", "node:perf_hooks", "policy-is-pure"],
  ["src/policy/knows-graphql.ts", "graphql", "policy-has-few-packages"],
  ["src/profiles/climbs.ts", "../subgraph/resolvers.js", "profiles-do-not-climb"],
  ["src/subgraph/climbs.ts", "../config.js", "subgraph-does-not-climb"],
  ["src/subgraph/asks-a-command.ts", "../cli/explain.js", "nothing-imports-the-top"],
  ["src/profiles/reads-rules.ts", "../policy-folder.js", "nothing-imports-the-top"],
  ["src/subgraph/admits-rules.ts", "../policy-admission.js", "nothing-imports-the-top"],
  ["src/cli/starts.ts", "../main.js", "only-the-start-starts"],
  ["src/profiles/uses-tests.ts", "../../test/people.js", "production-ships-alone"],
  ["src/profiles/uses-the-development-database.ts", "../../documentdb/gateway.js", "production-ships-alone"],
  ["src/profiles/uses-a-dev-dependency.ts", "pg", "production-needs-no-dev-dependency"],
  ["src/profiles/uses-an-undeclared-package.ts", "find-my-way", "packages-are-declared"],
  ["src/profiles/guesses.ts", "./nowhere.js", "imports-resolve"],
  ["src/profiles/egg.ts", "./hen.js", "no-cycles"],
  ["src/profiles/asks-for-help.ts", "./helpers.js", "rooms-say-what-they-are-about"],
  ["src/profiles/shouts.ts", "./profileStore.js", "files-are-named-in-kebab-case"],
];

/** What the rows import; a file that imports nothing is wanted only by a row. */
const IMPORTED: Readonly<Record<string, string>> = {
  "src/config.ts": "",
  "src/policy-folder.ts": "",
  "src/policy-admission.ts": "",
  "src/cli/explain.ts": "",
  "src/policy/rules.ts": "",
  "src/profiles/hen.ts": 'import "./egg.js";\nexport const found = 1;\n',
  "src/profiles/helpers.ts": "",
  "src/profiles/profileStore.ts": "",
  "src/profiles/unwanted.ts": "",
  "test/people.ts": "",
};

const NOTHING = "export const found = 1;\n";

interface Violation {
  readonly from: string;
  readonly to: string;
  readonly rule: { readonly name: string };
}

function sources(): Record<string, string> {
  const files: Record<string, string> = {};
  for (const [file, imports] of ROWS) files[file] = `import "${imports}";\n${files[file] ?? NOTHING}`;
  for (const [file, source] of Object.entries(IMPORTED)) files[file] = source || NOTHING;
  return files;
}

describe("dependency-cruiser", () => {
  let house: PlantedHouse;
  let violations: readonly Violation[];

  beforeAll(async () => {
    house = await plant(sources());
    const { stdout } = await house.run(
      "depcruise",
      "--config",
      ".dependency-cruiser.js",
      "--output-type",
      "json",
      "src",
      "test",
      "documentdb",
    );
    violations = (JSON.parse(stdout) as { summary: { violations: readonly Violation[] } }).summary.violations;
  }, 60_000);

  afterAll(() => house.remove());

  const rulesBroken = (file: string) => violations.filter(({ from }) => from === file).map(({ rule }) => rule.name);

  test.each(ROWS.filter(([, , refusedBy]) => refusedBy !== null))(
    "%s may not import %s",
    (file, _imports, refusedBy) => {
      expect(rulesBroken(file)).toContain(refusedBy);
    },
  );

  test.each(ROWS.filter(([, , refusedBy]) => refusedBy === null))("%s may import %s", (file) => {
    expect(rulesBroken(file)).toEqual([]);
  });

  test("a source that nothing imports is refused", () => {
    expect(rulesBroken("src/profiles/unwanted.ts")).toEqual(["no-orphans"]);
  });
});
