import { readPeople } from "../../src/profiles/people-file.js";
import { readFileSync } from "node:fs";
import { parse, validate } from "graphql";
import { exampleQueries } from "../../src/server/example-queries.js";
import { asRouterSays, exampleViewers } from "../../src/server/example-viewers.js";
import { graphiqlPage } from "../../src/server/graphiql.js";
import { buildSchema } from "../../src/subgraph/schema.js";
import { itemsOf } from "../../src/subgraph/served-policy.js";
import { NOW } from "./people.js";
import { configOf, startService, theServed } from "./service.js";
import { hasPage } from "../../src/server/greeting.js";

const read = readPeople(readFileSync("examples/people.yaml", "utf8"), { now: NOW, items: itemsOf(theServed) });
if (!read.ok) throw new Error(read.problems.map(({ message }) => message).join("\n"));
const { people } = read;
const queries = exampleQueries(["maya", "noah"], "2032-01-01T00:00:00Z");

test("the page is whole in itself: it names no other host to load from", () => {
  const page = graphiqlPage(exampleViewers(people).map(asRouterSays), queries);
  const loads = [
    /<(script|link|img|iframe)[^>]+(src|href)=["']?https?:/i,
    /@import/i,
    /url\(["']?https?:/i,
    /importScripts\(["'`]https?:/i,
  ];
  for (const pattern of loads) expect(pattern.test(page)).toBe(false);
});

test("every example query is valid", () => {
  const schema = buildSchema();
  for (const query of queries) expect(validate(schema, parse(query))).toEqual([]);
});

test("every example query runs as it stands, without variables", async () => {
  const service = await startService();
  for (const query of queries) {
    const viewer = { "x-viewer-id": "maya", "x-viewer-scopes": "youth-safety:read youth-safety:age" };
    const { errors } = await service.ask(query, {}, viewer);
    expect(errors).toEqual([]);
  }
  await service.stop();
});

test("it asks as people, their guardians, services and nobody", () => {
  const viewers = exampleViewers(people.filter(({ profile }) => profile.id !== "dana"));
  expect(viewers.find(({ id }) => id === "maya")?.label).toMatch(/^maya: 12, California/);
  expect(viewers.find(({ id }) => id === "dana")?.label).toMatch(/^dana: guards maya/);
  expect(exampleViewers(people).filter(({ id }) => id === "dana")).toHaveLength(1);
  expect(viewers.slice(-3).map(({ id, scopes }) => [id, scopes])).toEqual([
    ["", "youth-safety:read"],
    ["", "youth-safety:read youth-safety:age"],
    ["", ""],
  ]);
  const asked = viewers.slice(-4).map((viewer) => asRouterSays(viewer).headers);
  expect(asked).toEqual([
    { "x-viewer-id": "dana" },
    { "x-viewer-scopes": "youth-safety:read" },
    { "x-viewer-scopes": "youth-safety:read youth-safety:age" },
    {},
  ]);
});

test("what people are called cannot break out of the page", () => {
  const page = graphiqlPage([{ label: '</script><b>"&', headers: { "x-viewer-id": "</script>" } }], []);
  expect(page).toContain('<option value="0">&lt;/script>&lt;b>&quot;&amp;</option>');
  expect(page).toContain('"x-viewer-id":"\\u003c/script>"');
});

test("it is served where it is given, and only an open service outside production gives it", async () => {
  const service = await startService({ graphiql: graphiqlPage([], queries) });
  const { status, headers } = await service.send({}, "/graphiql");
  expect([status, headers.get("content-type")]).toEqual([200, "text/html; charset=utf-8"]);
  await service.stop();
  expect(hasPage(configOf())).toBe(true);
  expect(hasPage(configOf({ ROUTER_SECRETS: "a-secret-of-some-length" }))).toBe(false);
});
