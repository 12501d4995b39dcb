import { appendFile, cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runCommand, type CommandRun } from "../cli/command-run.js";

const PAGE = await readFile("docs/writing-policies.md", "utf8");

/** A block of the page: what its fence says, and what it holds. */
interface Block {
  readonly fence: string;
  readonly text: string;
}

const BLOCKS: readonly Block[] = [...PAGE.matchAll(/^```(\S.*)\n([^]*?)^```$/gm)].map(([, fence = "", text = ""]) => ({
  fence,
  text,
}));

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "writing-policies-"));
});
afterAll(() => rm(folder, { recursive: true }));

/** Does what the page tells a newcomer to do, in a folder of its own; null: a command that is not ours. */
async function follow(line: string): Promise<CommandRun | null> {
  const words = line.split(" ");
  const at = (path: string): string => join(folder, path);
  if (line === "cp -r policies mine") await cp("policies", at("mine"), { recursive: true });
  if (words[1] !== "youth-safety") return null;
  return runCommand(...words.slice(2).map((word) => (/^(mine|report\.html)$/.test(word) ? at(word) : word)));
}

/** Counts change with every case that is added, and mean nothing here. */
function withoutCounts(text: string): string {
  return text.replace(/\d+ (cases|notes)/g, "N $1");
}

// One walk through the page: each step needs those before it.
test("every step of the page works as it says", async () => {
  let last: CommandRun | null = null;
  for (const { fence, text } of BLOCKS) {
    const [language, where = ""] = fence.split(" ");
    const [how, path = ""] = where.split("=");
    if (language === "yaml" && how === "file") await writeFile(join(folder, path), text);
    else if (language === "yaml" && how === "append") await appendFile(join(folder, path), text);
    else if (language === "sh") for (const line of text.trim().split("\n")) last = await follow(line);
    else if (language === "text") {
      const shown = withoutCounts(text).trimEnd().split("\n");
      expect(withoutCounts(last?.out ?? "")).toEqual(expect.stringContaining(shown[0] ?? ""));
      expect(shown.filter((line) => !withoutCounts(last?.out ?? "").includes(line))).toEqual([]);
    } else throw new Error(`a block of \`${fence}\` is not tested: say what it is`);
    expect({ fence, code: last?.code ?? 0, err: last?.err ?? "" }).toEqual({ fence, code: 0, err: "" });
  }
  expect(await readFile(join(folder, "report.html"), "utf8")).toContain("Vermont Age-Appropriate Design Code Act");
}, 300_000);

test("the mistake that the page proposes is found", async () => {
  const file = join(folder, "mine/laws/us-vt-aadc.yaml");
  await writeFile(file, (await readFile(file, "utf8")).replace("in force", "in forse"));
  expect(await runCommand("check", join(folder, "mine"))).toMatchObject({
    code: 3,
    out: expect.stringMatching(/laws\/us-vt-aadc\.yaml:\d+:\d+: `in forse`/),
  });
});
