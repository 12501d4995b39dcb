import { jest } from "@jest/globals";
import { appendFile, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openOwnProfiles, textOf, type OwnProfiles } from "./own-profiles.js";
import { BAD_DATABASES, runWithDatabase } from "./run-with-database.js";

// A machine that many share can be slow.
jest.setTimeout(60_000);

let profiles: OwnProfiles;
let folder: string;
let file: string;
beforeEach(async () => {
  profiles = await openOwnProfiles();
  folder = await mkdtemp(join(tmpdir(), "import-"));
  file = join(folder, "people.ndjson");
});
afterEach(async () => {
  await profiles.close();
  await rm(folder, { recursive: true });
});

const importFile = (...args: readonly string[]) => runWithDatabase(profiles.uri, "import", file, ...args);
const people = (from: number, count: number) =>
  Array.from(
    { length: count },
    (_, index) => `{"id":"person-${from + index}","age":{"born":"2011-05-04"},"residence":"BR"}\n`,
  ).join("");

describe("import", () => {
  test("stores people by the batch, and shows how far it is", async () => {
    await writeFile(file, people(0, 2_100));
    const { code, out, err } = await importFile();
    expect({ code, out }).toEqual({ code: 0, out: "lines done: 2100, people stored: 2100, lines rejected: 0\n" });
    expect(err).toContain("people.ndjson: 100 %, lines done: 2100, people stored: 2100, lines rejected: 0\n");
    expect(await profiles.count()).toBe(2_100);
    expect((await profiles.find("person-7")).get("person-7")).toMatchObject({
      ages: [{ born: { stated: "2011-05-04" } }],
    });
  });

  test("keeps bad lines to be repaired and imported by themselves", async () => {
    await writeFile(file, `${people(0, 2)}{"id":"maya","age":{"born":"4 May 2011"}}\n${people(2, 2)}`);
    const { code, out, err } = await importFile();
    expect({ code, out }).toEqual({ code: 1, out: "lines done: 5, people stored: 4, lines rejected: 1\n" });
    expect(err).toContain(`${file}:3: \`age.born\` is not a birth: write a date`);
    expect(err).not.toMatch(/maya|4 May/);
    const rejected = join(folder, "people.rejected.ndjson");
    expect(err).toContain(`the lines that were rejected are in \`${rejected}\``);
    const kept = await textOf(rejected);
    expect(kept).toBe('{"id":"maya","age":{"born":"4 May 2011"}}\n');

    await writeFile(rejected, String(kept).replace("4 May 2011", "2011-05-04"));
    const repaired = await runWithDatabase(profiles.uri, "import", rejected);
    expect(repaired.code).toBe(0);
    expect(await profiles.count()).toBe(5);
  });

  test("given again goes on where it ended", async () => {
    await writeFile(file, people(0, 3));
    await importFile();
    await appendFile(file, people(3, 2));
    expect((await importFile()).out).toBe("lines done: 5, people stored: 5, lines rejected: 0\n");
    expect((await profiles.find("person-0")).get("person-0")).toMatchObject({ revision: 0 });
    expect((await importFile()).out).toBe("lines done: 5, people stored: 5, lines rejected: 0\n");
    expect(await profiles.count()).toBe(5);
  });

  test("with --restart begins anew", async () => {
    await writeFile(file, people(0, 3));
    await importFile();
    await writeFile(file, people(1, 4));
    expect((await importFile()).err).toContain("has changed where it was imported already");
    expect((await importFile("--restart")).out).toBe("lines done: 4, people stored: 4, lines rejected: 0\n");
    expect((await profiles.find("person-1")).get("person-1")).toMatchObject({ revision: 1 });
  });

  test("of a file that is all wrong not every line is told", async () => {
    await writeFile(file, "born 2011\n".repeat(1_200));
    const { code, err } = await importFile();
    expect(code).toBe(1);
    expect(err.split("\n").filter((line) => line.includes("is not JSON"))).toHaveLength(1_000);
    expect(err).toContain("further problems are not shown\n");
  });

  test.each([
    ["a file that is not there", ["nowhere.ndjson"], /^there is no file `nowhere\.ndjson`\n$/],
    ["a folder", [tmpdir()], /^a file failed: EISDIR \(read\)\n$/],
    ["no file", [], /missing required argument 'file'/],
    ["an option that is none", ["people.ndjson", "--resume"], /unknown option '--resume'/],
  ])("%s is misuse, told in one line", async (_, args, message) => {
    const { code, out, err } = await runWithDatabase(profiles.uri, "import", ...args);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toMatch(message);
    expect(err.trim().split("\n")).toHaveLength(1);
  });

  test.each(BAD_DATABASES)("%s is misuse, told in one line, and can be given again", async (_, uri, message) => {
    await writeFile(file, people(0, 3));
    const { code, out, err } = await runWithDatabase(uri, "import", file);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toMatch(message);
    expect(await importFile()).toMatchObject({ code: 0 });
  });
});

describe("create-indexes", () => {
  test("makes the indexes, and says so again when they are there", async () => {
    const made = { code: 0, out: "indexes: `_id_`, `wards of a guardian`\n", err: "" };
    expect(await runWithDatabase(profiles.uri, "create-indexes")).toEqual(made);
    expect(await runWithDatabase(profiles.uri, "create-indexes")).toEqual(made);
  });

  test.each(BAD_DATABASES)("%s is misuse", async (_, uri, message) => {
    const { code, out, err } = await runWithDatabase(uri, "create-indexes");
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toMatch(message);
  });
});
