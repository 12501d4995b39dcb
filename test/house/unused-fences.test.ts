import { plant } from "./planted-house.js";
import type { PlantedHouse } from "./planted-house.js";

const SOURCES = {
  "src/main.ts": 'import "fastify";\nimport { total } from "./profiles/part.js";\nconsole.log(total);\n',
  "src/cli/main.ts": 'import "commander";\n',
  "src/profiles/part.ts": `
    export const unused = 1;
    export const testedOnly = 2;
    export const usedHereOnly = 3;
    export const usedHereAndTested = 4;
    export const total = usedHereOnly + usedHereAndTested;
  `,
  "src/profiles/forgotten.ts": "export const forgotten = 1;\n",
  "test/part.test.ts": `
    import { testedOnly, usedHereAndTested } from "../src/profiles/part.js";
    it("holds", () => expect([testedOnly, usedHereAndTested]).toEqual([2, 4]));
  `,
};

interface Report {
  readonly issues: readonly {
    readonly file: string;
    readonly files?: readonly { readonly name: string }[];
    readonly exports?: readonly { readonly name: string }[];
    readonly dependencies?: readonly { readonly name: string }[];
  }[];
}

describe("knip", () => {
  let house: PlantedHouse;
  let everywhere: Report;
  let production: Report;

  beforeAll(async () => {
    house = await plant(SOURCES);
    const runs = await Promise.all([
      house.run("knip", "--reporter", "json"),
      house.run("knip", "--reporter", "json", "--production", "--strict"),
    ]);
    [everywhere, production] = runs.map(({ stdout }) => JSON.parse(stdout) as Report) as [Report, Report];
  }, 60_000);

  afterAll(() => house.remove());

  const exportsOf = ({ issues }: Report, path: string) =>
    issues.filter(({ file }) => file === path).flatMap((issue) => issue.exports?.map(({ name }) => name) ?? []);
  const filesOf = ({ issues }: Report) => issues.flatMap((issue) => issue.files?.map(({ name }) => name) ?? []);
  const packagesOf = ({ issues }: Report) =>
    issues.flatMap((issue) => issue.dependencies?.map(({ name }) => name) ?? []);

  test("refuses an export that no other file uses", () => {
    expect(exportsOf(everywhere, "src/profiles/part.ts")).toEqual(["unused", "usedHereOnly"]);
  });

  test("refuses an export that only a test uses, unless its own file does too", () => {
    expect(exportsOf(production, "src/profiles/part.ts")).toEqual(["unused", "testedOnly"]);
  });

  test("refuses a file that nothing uses", () => {
    expect(filesOf(everywhere)).toEqual(["src/profiles/forgotten.ts"]);
  });

  test("refuses a dependency that nothing uses", () => {
    expect(packagesOf(everywhere)).toContain("mongoose");
    expect(packagesOf(everywhere)).not.toContain("fastify");
  });
});
