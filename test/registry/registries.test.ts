import { readFileSync } from "node:fs";
import { join } from "node:path";
import { registriesStep } from "../../registry/registries.js";
import { folderWith, run } from "./commands.js";
import { graphWith } from "./report-of.js";

/** A program that writes down how it was called, says something, and ends as it is told to. */
const FAKE = `#!/bin/sh
echo "$(basename "$0") $*" >> "$RECORD"
echo "$(basename "$0") has looked"
exit \${ENDS_WITH:-0}
`;

/** An environment whose PATH holds the command lines of all registries, and what they were called with. */
function withFakes(environment: Readonly<Record<string, string>>) {
  const folder = folderWith({ rover: FAKE, hive: FAKE, wgc: FAKE, record: "" });
  const record = join(folder, "record");
  return {
    environment: { PATH: `${folder}:/usr/bin:/bin`, RECORD: record, ...environment },
    calls: () => readFileSync(record, "utf8").split("\n").filter(Boolean),
  };
}

const APOLLO = { APOLLO_KEY: "service:safety:secret", APOLLO_GRAPH_REF: "platform@main" };
const HIVE = { HIVE_TOKEN: "secret" };
const COSMO = { COSMO_API_KEY: "secret" };
const ROUTING_URL = "http://youth-safety:4001/graphql";

test.each([
  [
    "check",
    APOLLO,
    [
      "rover subgraph lint platform@main --name youth-safety --schema s.graphql",
      "rover subgraph check platform@main --name youth-safety --schema s.graphql",
    ],
  ],
  ["check", HIVE, ["hive schema:check --service youth-safety s.graphql"]],
  [
    "check",
    { ...HIVE, HIVE_TARGET: "org/platform/main" },
    ["hive schema:check --service youth-safety --target org/platform/main s.graphql"],
  ],
  ["check", COSMO, ["wgc subgraph check youth-safety --schema s.graphql"]],
  [
    "check",
    { ...COSMO, COSMO_NAMESPACE: "staging" },
    ["wgc subgraph check youth-safety --schema s.graphql --namespace staging"],
  ],
  [
    "publish",
    { ...APOLLO, ...HIVE, ...COSMO, ROUTING_URL },
    [
      `rover subgraph publish platform@main --name youth-safety --schema s.graphql --routing-url ${ROUTING_URL}`,
      `hive schema:publish --service youth-safety --url ${ROUTING_URL} s.graphql`,
      `wgc subgraph publish youth-safety --schema s.graphql --routing-url ${ROUTING_URL} --fail-on-composition-error`,
    ],
  ],
] as const)("%s by %j", (act, environment, calls) => {
  const fakes = withFakes(environment);
  expect(registriesStep(act, "s.graphql", fakes.environment)).toMatchObject({ outcome: "passed" });
  expect(fakes.calls()).toEqual(calls);
});

test("no token is on a command line", () => {
  const fakes = withFakes({ ...APOLLO, ...HIVE, ...COSMO, ROUTING_URL });
  registriesStep("publish", "s.graphql", fakes.environment);
  expect(fakes.calls().join("\n")).not.toContain("secret");
});

test("without a token nobody is asked", () => {
  const fakes = withFakes({});
  expect(registriesStep("check", "s.graphql", fakes.environment)).toMatchObject({ outcome: "skipped" });
  expect(fakes.calls()).toEqual([]);
});

test.each([
  [{ APOLLO_KEY: "secret" }, "check", "APOLLO_KEY is set, so set APOLLO_GRAPH_REF as well"],
  [{ APOLLO_KEY: "secret" }, "publish", "APOLLO_KEY is set, so set APOLLO_GRAPH_REF and ROUTING_URL as well"],
  [HIVE, "publish", "HIVE_TOKEN is set, so set ROUTING_URL as well"],
  [COSMO, "publish", "COSMO_API_KEY is set, so set ROUTING_URL as well"],
] as const)("%j cannot %s: %s", (environment, act, message) => {
  const fakes = withFakes(environment);
  expect(registriesStep(act, "s.graphql", fakes.environment).findings).toEqual([{ level: "error", message }]);
  expect(fakes.calls()).toEqual([]);
});

test("a command line that is not installed is an error that says so", () => {
  const { outcome, findings } = registriesStep("check", "s.graphql", { ...HIVE, PATH: "/nowhere" });
  expect(outcome).toBe("failed");
  expect(findings.map(({ message }) => message)).toEqual([
    "HIVE_TOKEN is set, but `hive` cannot be run: install it, or unset it",
  ]);
});

test("what a registry refuses is refused, in its own words", () => {
  const { environment } = withFakes({ ...COSMO, ENDS_WITH: "3" });
  expect(registriesStep("check", "s.graphql", environment)).toMatchObject({
    outcome: "failed",
    findings: [{ level: "error", message: "`wgc subgraph check` ended with 3: wgc has looked" }],
  });
});

test("the check asks the registries about a schema that passes, and about no other", async () => {
  const fakes = withFakes(HIVE);
  const { args } = graphWith();
  expect(await run("check", args, fakes.environment)).toMatchObject({ exitCode: 0 });
  expect(await run("check", graphWith({ schema: "type" }).args, fakes.environment)).toMatchObject({ exitCode: 1 });
  expect(fakes.calls()).toEqual([`hive schema:check --service youth-safety ${args[1]}`]);
});

test("a registry that refuses turns the check red", async () => {
  const { environment } = withFakes({ ...HIVE, ENDS_WITH: "1" });
  const { exitCode, printed } = await run("check", graphWith().args, environment);
  expect(exitCode).toBe(1);
  expect(printed).toContain("`hive schema:check --service` ended with 1: hive has looked");
});
