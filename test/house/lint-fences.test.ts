import { plant } from "./planted-house.js";
import type { PlantedHouse } from "./planted-house.js";

interface Row {
  readonly file: string;
  readonly source: string;
  /** The rule that refuses it; null: nothing does. */
  readonly refusedBy: string | null;
}

const POLICY = "src/policy";
const doc = (declaration: string) => `/** What callers may rely on. */\n${declaration}\n`;

const ROWS: Readonly<Record<string, Row>> = {
  "policy may compute": {
    file: `${POLICY}/allowed.ts`,
    source: doc("export const older = (age: number) => Math.max(age, 18);"),
    refusedBy: null,
  },
  "policy reads no clock": pure("Date.now()", "no-restricted-globals"),
  "policy takes no date for granted": pure("new Date(0)", "no-restricted-globals"),
  "policy measures no time": pure("performance.now()", "no-restricted-globals"),
  "policy reads no clock of Temporal": {
    file: `${POLICY}/temporal-now.ts`,
    source: `import { Temporal } from "temporal-polyfill";\n${doc("export const found = Temporal.Now.instant();")}`,
    refusedBy: "no-restricted-properties",
  },
  "policy draws no lots": pure("Math.random()", "no-restricted-properties"),
  "policy makes no ids": pure("crypto.randomUUID()", "no-restricted-globals"),
  "policy does not know its process": pure("process.argv", "no-restricted-globals"),
  "policy keeps no global state": pure("globalThis", "no-restricted-globals"),
  "policy prints nothing": pure('console.log("found")', "no-restricted-globals"),
  "policy waits for nothing": pure("setTimeout(() => undefined, 1)", "no-restricted-globals"),
  "policy asks no network": pure('fetch("http://127.0.0.1")', "no-restricted-globals"),
  "policy does not know where it lies": pure("import.meta.url", "no-restricted-syntax"),
  "policy knows its imports before it runs": pure('import("./allowed.js")', "no-restricted-syntax"),
  "policy sorts alike on every machine": pure('"a".localeCompare("b")', "no-restricted-properties"),

  "a room may read a clock": {
    file: "src/subgraph/clock.ts",
    source: doc("export const now = () => Date.now();"),
    refusedBy: null,
  },
  "a room reads no environment": {
    file: "src/subgraph/environment.ts",
    source: doc('export const port = process.env["PORT"];'),
    refusedBy: "no-restricted-properties",
  },
  "a room reads no environment by another name": {
    file: "src/profiles/environment.ts",
    source: `import { env } from "node:process";\n${doc('export const port = env["PORT"];')}`,
    refusedBy: "no-restricted-imports",
  },
  "the configuration reads the environment": {
    file: "src/config.ts",
    source: doc('export const port = process.env["PORT"];'),
    refusedBy: null,
  },
  "a room logs through its logger": {
    file: "src/subgraph/print.ts",
    source: doc('export const print = () => console.log("found");'),
    refusedBy: "no-console",
  },
  "a command prints": {
    file: "src/cli/print.ts",
    source: doc('export const print = () => console.log("found");'),
    refusedBy: null,
  },
  "what is exported says what it promises": {
    file: "src/subgraph/silent.ts",
    source: "export const silent = 1;\n",
    refusedBy: "jsdoc/require-jsdoc",
  },
  "an exported type says what it promises": {
    file: "src/subgraph/silent-type.ts",
    source: "export interface Silent {\n  readonly id: string;\n}\n",
    refusedBy: "jsdoc/require-jsdoc",
  },
  "exports have names": {
    file: "src/subgraph/nameless.ts",
    source: doc("export default 1;"),
    refusedBy: "no-restricted-syntax",
  },
  "exports of the policy have names": {
    file: `${POLICY}/nameless.ts`,
    source: doc("export default 1;"),
    refusedBy: "no-restricted-syntax",
  },
  "nothing is any": {
    file: "src/subgraph/any.ts",
    source: doc("export const anything = (value: any) => [value];"),
    refusedBy: "@typescript-eslint/no-explicit-any",
  },
  "nothing is there because we say so": {
    file: "src/subgraph/non-null.ts",
    source: doc("export const first = (list: readonly string[]) => list[0]!;"),
    refusedBy: "@typescript-eslint/no-non-null-assertion",
  },
  "no promise is dropped": {
    file: "src/subgraph/floating.ts",
    source: doc("export function floating(work: () => Promise<void>): void {\n  work();\n}"),
    refusedBy: "@typescript-eslint/no-floating-promises",
  },
  "every case is answered": {
    file: "src/subgraph/switch.ts",
    source: doc(
      'export function rank(level: "DENIED" | "ALLOWED"): number {\n  switch (level) {\n    case "DENIED":\n      return 0;\n  }\n  return 1;\n}',
    ),
    refusedBy: "@typescript-eslint/switch-exhaustiveness-check",
  },
  "a rule is not switched off without a reason": {
    file: "src/subgraph/unexplained.ts",
    source: doc("// eslint-disable-next-line no-console\nexport const print = () => console.log(1);"),
    refusedBy: "@eslint-community/eslint-comments/require-description",
  },
  "a rule may be switched off with a reason": {
    file: "src/subgraph/explained.ts",
    source: doc(
      "// eslint-disable-next-line no-console -- seen before a logger exists\nexport const print = () => console.log(1);",
    ),
    refusedBy: null,
  },

  "no test is left out": {
    file: "test/skipped.test.ts",
    source: 'it.skip("holds", () => expect(1).toBe(1));\n',
    refusedBy: "jest/no-disabled-tests",
  },
  "no test is singled out": {
    file: "test/focused.test.ts",
    source: 'it.only("holds", () => expect(1).toBe(1));\n',
    refusedBy: "jest/no-focused-tests",
  },
  "a test expects something": {
    file: "test/empty.test.ts",
    source: 'it("holds", () => undefined);\n',
    refusedBy: "jest/expect-expect",
  },
  "a good test passes": {
    file: "test/good.test.ts",
    source: 'it("holds", () => expect(1).toBe(1));\n',
    refusedBy: null,
  },
};

const DESCRIBED = `"Anything that can be asked."
type Query {
  "Whether it runs."
  up: Boolean
}
`;

const FLAWED = `"Anything that can be asked."
type Query {
  undescribed: Boolean
  "In another writing."
  Is_up: Boolean
  "Without a reason."
  up: Boolean @deprecated
}
`;

function pure(expression: string, refusedBy: string): Row {
  const name = expression.toLowerCase().replaceAll(/[^a-z]+/g, "-");
  return { file: `${POLICY}/${name}.ts`, source: doc(`export const found = () => ${expression};`), refusedBy };
}

async function refusals(
  house: PlantedHouse,
  ...paths: string[]
): Promise<ReadonlyMap<string, readonly (string | null)[]>> {
  const { stdout } = await house.run("eslint", "--format", "json", ...paths);
  const files = JSON.parse(stdout) as { filePath: string; messages: { ruleId: string | null }[] }[];
  return new Map(
    files.map(({ filePath, messages }) => [
      filePath.slice(house.folder.length + 1),
      [...new Set(messages.map(({ ruleId }) => ruleId))],
    ]),
  );
}

describe("ESLint", () => {
  let house: PlantedHouse;
  let refused: ReadonlyMap<string, readonly (string | null)[]>;

  beforeAll(async () => {
    house = await plant(Object.fromEntries(Object.values(ROWS).map(({ file, source }) => [file, source])));
    refused = await refusals(house, "src", "test");
  }, 60_000);

  afterAll(() => house.remove());

  test.each(Object.entries(ROWS))("%s", (_name, { file, refusedBy }) => {
    expect(refused.get(file)).toEqual(refusedBy === null ? [] : expect.arrayContaining([refusedBy]));
  });
});

describe("ESLint on schema.graphql", () => {
  test.each([
    ["passes a described contract", DESCRIBED, []],
    [
      "refuses what nobody described, named in another way or deprecated without a reason",
      FLAWED,
      ["require-deprecation-reason", "require-description", "naming-convention"],
    ],
  ])(
    "%s",
    async (_name, schema, rules) => {
      const house = await plant({ "schema.graphql": schema });
      try {
        const refused = await refusals(house, "schema.graphql");
        expect(new Set(refused.get("schema.graphql"))).toEqual(new Set(rules.map((rule) => `@graphql-eslint/${rule}`)));
      } finally {
        await house.remove();
      }
    },
    60_000,
  );
});
