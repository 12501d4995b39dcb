import { existsSync, readFileSync } from "node:fs";
import { pino } from "pino";
import { parseAllDocuments } from "yaml";
import { readConfig } from "../../src/config.js";
import type { Instant } from "../../src/policy/calendar.js";
import { startServer } from "../../src/server.js";
import { loadPolicy } from "../../src/server/load-policy.js";
import { openStore } from "../../src/server/open-store.js";

const README = readFileSync("README.md", "utf8");

/** The first block of a language. */
function block(language: string): string {
  const [, text] = new RegExp(`^\`\`\`${language}\n(.*?)^\`\`\``, "ms").exec(README) ?? [];
  if (text === undefined) throw new Error(`README.md has no block of \`${language}\``);
  return text;
}

test("the service answers the README's query with the README's answer", async () => {
  const clock = () => Date.UTC(2026, 10, 22, 12) as Instant;
  const { served } = await loadPolicy("policies", clock());
  const { store } = await openStore(null, served, clock());
  const config = readConfig({ PORT: "0", METRICS_PORT: "0" });
  const log = pino({ level: "silent" });
  const server = await startServer({
    config,
    store,
    served: () => served,
    operations: null,
    clock,
    log,
    graphiql: null,
  });
  try {
    const response = await fetch(`${server.url}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json", "x-viewer-id": "ella" },
      body: JSON.stringify({
        query: block("graphql"),
        variables: { people: [{ __typename: "User", id: "ella" }] },
      }),
    });

    expect(await response.json()).toEqual(JSON.parse(block("json")));
  } finally {
    await server.stop();
    await store.close();
  }
});

test("the README's rules are the platform's", () => {
  const [platform] = parseAllDocuments(readFileSync("policies/platform.yaml", "utf8")).map((document) =>
    document.toJS(),
  );
  const rules = parseAllDocuments(block("yaml")).flatMap((document) => document.toJS());

  expect(platform.rules).toEqual(expect.arrayContaining(rules.map((rule: object) => expect.objectContaining(rule))));
});

test("the README links to files that are there", () => {
  const links = [...README.matchAll(/\]\(([^)#:]+)\)/g)].map(([, path = ""]) => path);

  expect(links.length).toBeGreaterThan(5);
  expect(links.filter((path) => !existsSync(path))).toEqual([]);
});
