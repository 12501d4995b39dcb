import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { driftOf } from "../../house/drift.js";

describe("driftOf", () => {
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "youth-safety-drift-"));
    const scripts = {
      generate: `node -e 'require("fs").writeFileSync("ages.md", "13, 16, 18\\n")'`,
      broken: "node -e 'process.exit(3)'",
    };
    await writeFile(join(folder, "package.json"), JSON.stringify({ scripts }));
  });

  afterEach(() => rm(folder, { recursive: true }));

  test.each([
    ["as written", "13, 16, 18\n", []],
    ["edited by hand", "13, 15, 18\n", ["`ages.md` was out of date; commit what `npm run generate` has written now"]],
    ["missing", null, ["`ages.md` was out of date; commit what `npm run generate` has written now"]],
  ])("a file that is %s", async (_name, committed, expected) => {
    if (committed !== null) await writeFile(join(folder, "ages.md"), committed);

    expect(driftOf({ script: "generate", writes: ["ages.md"] }, folder)).toEqual(expected);
    expect(await readFile(join(folder, "ages.md"), "utf8")).toBe("13, 16, 18\n");
  });

  test("a generator that fails is no clean bill", async () => {
    await writeFile(join(folder, "ages.md"), "13, 16, 18\n");

    expect(driftOf({ script: "broken", writes: ["ages.md"] }, folder)).toEqual(["`npm run broken` ended with 3"]);
  });
});
