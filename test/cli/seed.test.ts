import { jest } from "@jest/globals";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { openOwnProfiles, type OwnProfiles } from "./own-profiles.js";
import { BAD_DATABASES, runWithDatabase } from "./run-with-database.js";

// A machine that many share can be slow.
jest.setTimeout(60_000);

const EXAMPLES = fileURLToPath(new URL("../../examples/people.yaml", import.meta.url));

let profiles: OwnProfiles;
let folder: string;
beforeEach(async () => {
  profiles = await openOwnProfiles();
  folder = await mkdtemp(join(tmpdir(), "seed-"));
});
afterEach(async () => {
  await profiles.close();
  await rm(folder, { recursive: true });
});

const seed = (...args: readonly string[]) => runWithDatabase(profiles.uri, "seed", ...args);

async function fileOf(text: string, name = "people.yaml"): Promise<string> {
  const file = join(folder, name);
  await writeFile(file, text);
  return file;
}

describe("seed", () => {
  test("stores the example people, whom the service then finds", async () => {
    const { code, out, err } = await seed(EXAMPLES);
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(out).toMatch(/^people stored at \S+:\d+\/test-[-\da-f]+: \d+\n$/);
    expect(await profiles.count()).toBe(Number(/\d+$/m.exec(out)));
    const found = await profiles.find("maya", "tara", "nobody");
    expect([...found.keys()]).toEqual(["maya", "tara"]);
    expect(found.get("tara")).toMatchObject({
      residence: { region: "US-VA" },
      guardians: [{ guardian: "dana" }, { guardian: "omar" }],
    });
  });

  test("again it stores the same people, who have changed once more", async () => {
    await seed(EXAMPLES);
    const before = await profiles.count();
    await seed(EXAMPLES);
    expect(await profiles.count()).toBe(before);
    expect((await profiles.find("maya")).get("maya")).toMatchObject({ revision: 1 });
  });

  test("takes JSON as well, and the database as an option", async () => {
    const file = await fileOf('[{"id": "maya", "choices": {"autoplay": "OFF"}}]', "people.json");
    const { code, out } = await runWithDatabase(null, "seed", file, "--database", profiles.uri);
    expect(code).toBe(0);
    expect(out).toMatch(/: 1\n$/);
  });

  test("of a file with faults it stores nobody, and tells each fault at its place without repeating it", async () => {
    const file = await fileOf(
      "- { id: noah }\n- { id: maya, joined: yesterday }\n- { id: zoe, choices: { autoPlay: OFF } }\n",
    );
    const { code, out, err } = await seed(file);
    expect({ code, out }).toEqual({ code: 1, out: "" });
    expect(err.split("\n")).toEqual([
      `${file}:2:23: \`[1].joined\` is not a day: write \`2026-05-04\`, \`{ in: 3 days }\` or \`{ ago: 2 years }\``,
      `${file}:3:35: \`[2].choices.autoPlay\` is no setting or feature of this policy`,
      "nothing was stored",
      "",
    ]);
    expect(await profiles.count()).toBe(0);
  });

  test.each([
    ["a file that is not there", ["nowhere.yaml"], /^cannot read `nowhere\.yaml`: ENOENT\n$/],
    ["a folder", [tmpdir()], /^cannot read `.*`: EISDIR\n$/],
    ["no file", [], /missing required argument 'file'/],
    ["two files", ["one.yaml", "two.yaml"], /too many arguments/],
    ["an option that is none", [EXAMPLES, "--force"], /unknown option '--force'/],
  ])("%s is misuse, told in one line", async (_, args, message) => {
    const { code, out, err } = await seed(...args);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toMatch(message);
    expect(err.trim().split("\n")).toHaveLength(1);
  });

  test.each(BAD_DATABASES)("%s is misuse, told in one line", async (_, uri, message) => {
    const { code, out, err } = await runWithDatabase(uri, "seed", EXAMPLES);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toMatch(message);
    expect(err).not.toMatch(/secret/);
  });

  test("a policy that cannot be read says which settings there are to nobody", async () => {
    const { code, err } = await seed(EXAMPLES, "--policy", folder);
    expect(code).toBe(3);
    expect(err).toContain("catalogue.yaml");
    expect(await profiles.count()).toBe(0);
  });
});
