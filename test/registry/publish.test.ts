import { readFileSync } from "node:fs";
import { join } from "node:path";
import { run } from "./commands.js";
import { graphWith, type Parts } from "./report-of.js";
import { CONTRACT } from "./small-graph.js";

const CHANGELOG = `# Changelog

## [Unreleased]

### Added

- A service.

## [0.1.0] - 2026-01-01

- The beginning.
`;
const NEXT = CONTRACT.replace('  "Every feature."', '  "Send gifts."\n  gifts: Boolean!\n  "Every feature."').replace(
  "  TOO_YOUNG",
  '  TOO_YOUNG\n  "Not here."\n  NOT_HERE',
);

/** Publishes, and reads what it left. */
async function publishing(parts: Parts, changelog = CHANGELOG, environment = {}) {
  const { folder, args } = graphWith({ ...parts, files: { "CHANGELOG.md": changelog, ...parts.files } });
  const ran = await run("publish", [...args, "--changelog", join(folder, "CHANGELOG.md")], environment);
  const text = (file: string) => readFileSync(join(folder, file), "utf8");
  return { ...ran, published: text("published.graphql"), changelog: text("CHANGELOG.md") };
}

test("moves the baseline and tells the changelog, what is dangerous first", async () => {
  const { exitCode, printed, published, changelog } = await publishing({ schema: NEXT });
  expect(exitCode).toBe(0);
  expect(printed).toMatch(/\nok {5}baseline {5}/);
  expect(published).toBe(NEXT);
  expect(changelog).toBe(
    CHANGELOG.replace(
      "- A service.\n",
      `- A service.

### Contract

- 2026-11-22: dangerous: Enum value \`NOT_HERE\` was added to enum \`SmallReason\`.
- 2026-11-22: Field \`gifts\` was added to object type \`SmallFeatures\`.
`,
    ),
  );
});

test("adds to what the changelog says already, newest first", async () => {
  const told = CHANGELOG.replace("- A service.\n", "- A service.\n\n### Contract\n\n- 2026-01-02: An older change.\n");
  const { changelog } = await publishing({ schema: NEXT }, told);
  expect(changelog).toMatch(
    /### Contract\n\n- 2026-11-22: .*\n- 2026-11-22: .*\n- 2026-01-02: An older change\.\n\n## /,
  );
});

test("says nothing of wording, but publishes it", async () => {
  const schema = CONTRACT.replace('"A person."', '"Somebody."');
  expect(await publishing({ schema })).toMatchObject({ exitCode: 0, published: schema, changelog: CHANGELOG });
});

test("leaves everything as it is when nothing has changed", async () => {
  expect(await publishing({})).toMatchObject({ exitCode: 0, published: CONTRACT, changelog: CHANGELOG });
});

test("publishes nothing that the check refuses", async () => {
  const schema = CONTRACT.replace(/ {2}"Too young."\n.*\n/, "");
  expect(await publishing({ schema })).toMatchObject({ exitCode: 1, published: CONTRACT, changelog: CHANGELOG });
});

test("moves nothing here that a registry did not take", async () => {
  const environment = { HIVE_TOKEN: "secret", ROUTING_URL: "http://youth-safety:4001/graphql", PATH: "/nowhere" };
  const { exitCode, published, changelog } = await publishing({ schema: NEXT }, CHANGELOG, environment);
  expect({ exitCode, published, changelog }).toEqual({ exitCode: 1, published: CONTRACT, changelog: CHANGELOG });
});

test("wants a changelog with a section of what is unreleased", async () => {
  const { exitCode, complained, published } = await publishing({ schema: NEXT }, "# Changelog\n");
  expect({ exitCode, published }).toEqual({ exitCode: 2, published: CONTRACT });
  expect(complained).toMatch(/has no section `## \[Unreleased\]`/);
});
