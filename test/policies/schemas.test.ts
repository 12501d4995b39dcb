import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv } from "ajv";
import { parse } from "yaml";
import { policySchemas, SCHEMAS } from "../../house/policy-schemas.js";
import { POLICIES } from "./the-platform.js";

const ajv = new Ajv({ strict: false, allErrors: true });
const fromPolicies = (path: string): string => readFileSync(join(POLICIES, path), "utf8");
const files = readdirSync(POLICIES, { recursive: true, encoding: "utf8" }).filter((path) => path.endsWith(".yaml"));

describe("the schemas for editors", () => {
  test.each([...policySchemas()])("%s is what its generator writes", (name, schema) => {
    expect(JSON.parse(readFileSync(join(SCHEMAS, name), "utf8"))).toEqual(JSON.parse(JSON.stringify(schema)));
  });

  test("are all generated", () => {
    expect(readdirSync(SCHEMAS).sort()).toEqual([...policySchemas().keys()].sort());
  });

  test.each(files)("fit %s, which names its schema in its first line", (path) => {
    const text = fromPolicies(path);
    const schema = /^# yaml-language-server: \$schema=(\S+)$/m.exec(text.split("\n")[0] ?? "")?.[1] ?? "";
    const isFit = ajv.compile(JSON.parse(fromPolicies(join(path, "..", schema))) as object);
    isFit(parse(text));
    expect(isFit.errors ?? []).toEqual([]);
  });

  test.each([
    ["a misspelt item", "comments: { at most: FRIENDS, default: FRIENDS }", "coments: { at most: FRIENDS }"],
    ["a value of another item", "comments: { at most: FRIENDS, default: FRIENDS }", "comments: { at most: PUBLIC }"],
    ["at least for a chain", "comments: { at most: FRIENDS, default: FRIENDS }", "comments: { at least: FRIENDS }"],
    ["a default for a feature", "liveStreaming: { at most: DENIED }", "liveStreaming: { default: DENIED }"],
    [
      "LIMITED where nothing says what holds",
      "liveStreaming: { at most: DENIED }",
      "liveStreaming: { at most: LIMITED }",
    ],
    ["a band of ages", "{ age: under 13 }", "{ age: 13 to 15 }"],
    ["another status", "{ 2019-03-01: in force }", "{ 2019-03-01: stayed }"],
  ])("refuse %s", (_, from, to) => {
    const text = fromPolicies("platform.yaml");
    expect(text).toContain(from);
    const isFit = ajv.compile(JSON.parse(readFileSync(join(SCHEMAS, "rules.schema.json"), "utf8")) as object);
    expect(isFit(parse(text.replace(from, () => to)))).toBe(false);
  });
});
