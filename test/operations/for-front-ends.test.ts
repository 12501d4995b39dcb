import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { buildSchema, parse } from "graphql";
import { invalidParts } from "../../registry/operations-step.js";
import { person } from "../subgraph/ask.js";
import { startGraph, type Graph } from "./graph.js";

const PAGE = readFileSync("docs/for-front-ends.md", "utf8");
const EXAMPLES = "examples/operations";

/** A block of code on the page. */
interface Block {
  readonly language: string;
  readonly text: string;
  /** Who asks, as a comment before the block says. */
  readonly asker: string | null;
}

const blocks = [...PAGE.matchAll(/(?:<!-- asked by (\w+) -->\n\n)?^```(\w+)\n(.*?)^```$/gms)].map(
  ([, asker = null, language = "", text = ""]): Block => ({ asker, language, text }),
);
/** Questions, each with the answer that the page shows after it. */
const questions = blocks.flatMap((block, index) => {
  const next = blocks[index + 1];
  const answer = next?.language === "json" ? next.text : "{}";
  return block.language === "graphql" ? [{ ...block, answer }] : [];
});
const sources = readdirSync(EXAMPLES, { recursive: true, encoding: "utf8" })
  .filter((path) => path.endsWith(".ts"))
  .map((path) => readFileSync(join(EXAMPLES, path), "utf8"));

let graph: Graph;
beforeAll(async () => {
  graph = await startGraph();
});

test("every block is code that is checked below", () => {
  expect(new Set(blocks.map(({ language }) => language))).toEqual(new Set(["graphql", "json", "ts"]));
  expect(questions.map(({ asker }) => asker)).toEqual(["noah", "mila", "maya", "maya", "noah"]);
  const answered = blocks.filter(({ language }) => language === "json");
  expect(questions.filter(({ answer }) => answer !== "{}")).toHaveLength(answered.length);
});

test.each(questions)(
  "$asker's question is valid, and is answered as the page says",
  async ({ asker, text, answer }) => {
    const schema = buildSchema(readFileSync(`${EXAMPLES}/generated/schema.graphql`, "utf8"));
    expect(invalidParts(schema, parse(text))).toEqual([]);
    const ask = graph.fetchAs(person(asker ?? ""));
    const response = await ask("", { body: JSON.stringify({ query: text }) });
    const answered = await response.json();
    expect(answered).toMatchObject({ data: expect.anything(), ...JSON.parse(answer) });
    expect("errors" in answered).toBe(answer.includes('"errors"'));
  },
);

test.each(blocks.filter(({ language }) => language === "ts"))("code %# is that of the examples", ({ text }) => {
  expect(sources.filter((source) => source.includes(text))).toHaveLength(1);
});

test("the page leads to what is there", () => {
  const links = [...PAGE.matchAll(/\]\(([^)#:]+)\)/g)].map(([, path = ""]) => join("docs", path));
  expect(links.length).toBeGreaterThan(5);
  for (const link of links) expect(() => readdirOrRead(link)).not.toThrow();
});

test("the table names the folders of the examples", () => {
  const named = [...PAGE.matchAll(/^\| `([\w/-]+)` /gm)].map(([, name = ""]) => name.split("/")[0]);
  const folders = readdirSync(EXAMPLES, { withFileTypes: true }).filter((it) => it.isDirectory());
  expect(new Set(named)).toEqual(new Set(folders.map(({ name }) => name)));
});

function readdirOrRead(path: string): unknown {
  return path.includes(".") ? readFileSync(path) : readdirSync(path);
}
