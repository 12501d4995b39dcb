import { jest } from "@jest/globals";
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { SHIPPED_POLICY } from "../../src/cli/policy-argument.js";
import { openOwnDatabase, type OwnDatabase } from "../documentdb/own-database.js";
import { openOwnProfiles, type OwnProfiles } from "./own-profiles.js";
import { runWithDatabase } from "./run-with-database.js";

// A machine that many share can be slow.
jest.setTimeout(120_000);

const AT = "2027-02-01T12:00:00Z";

let folder: string;
let policy: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "simulate-"));
  policy = join(folder, "policy");
  await cp(SHIPPED_POLICY, policy, { recursive: true });
  const platform = await readFile(join(policy, "platform.yaml"), "utf8");
  await writeFile(
    join(policy, "platform.yaml"),
    platform.replace(
      "rules:\n",
      `rules:
  - id: br-comments-16
    timeline: { 2027-01-01: in force }
    where: BR
    when: { age: under 16 }
    then: { comments: { at most: NO_ONE } }
    cite: own
`,
    ),
  );
});
afterAll(() => rm(folder, { recursive: true }));

const simulate = (...args: readonly string[]) => runWithDatabase(null, "simulate", policy, "--at", AT, ...args);

async function fileOf(name: string, text: string): Promise<string> {
  const file = join(folder, name);
  await writeFile(file, text);
  return file;
}

/** People of 15 in Brazil, some of whom have let their friends comment. */
const people = (count: number, chosen: number) =>
  Array.from({ length: count }, (_, index) =>
    JSON.stringify({
      id: `person-${index}`,
      age: { born: "2011-05-04" },
      residence: "BR",
      choices: index < chosen ? { comments: "FRIENDS" } : {},
    }),
  )
    .join("\n")
    .concat("\n");

describe("a sample", () => {
  test("is told by item, age and region, and small counts are not", async () => {
    const file = await fileOf("people.ndjson", people(57, 4));
    const { code, out } = await simulate("--sample", file);
    expect(code).toBe(0);
    expect(out).toContain("people: 50 (each region and age rounded down to a multiple of 10 before it is added)");
    expect(out).toMatch(/^comments +few +few +50 \(100\.0 %\)$/m);
    expect(out).not.toMatch(/person-|\b57\b|\b53\b|\b4\b/);
  });

  test("--suppress-below 1 tells everybody", async () => {
    const file = await fileOf("people.ndjson", people(57, 4));
    const { out } = await simulate("--sample", file, "--suppress-below", "1");
    expect(out).toMatch(/^people: 57$/m);
    expect(out).toMatch(/^comments +4 \(7\.0 %\) +4 \(7\.0 %\) +53 \(93\.0 %\)$/m);
  });

  test("lines that cannot be read are counted, not told, and are a finding", async () => {
    const file = await fileOf("people.ndjson", `${people(20, 20)}{"id":"maya","age":{"born":"4 May"}}\nno JSON\n\n`);
    const { code, out, err } = await simulate("--sample", file);
    expect(code).toBe(1);
    expect(out).toContain("not counted, because they cannot be read: 2\n");
    expect(out + err).not.toMatch(/maya|4 May/);
  });

  test("--json tells the same to machines, null for few", async () => {
    const file = await fileOf("people.ndjson", people(57, 4));
    const { out } = await simulate("--sample", file, "--json");
    expect(JSON.parse(out)).toMatchObject({
      at: "2027-02-01T12:00:00.000Z",
      roundedDownTo: 10,
      people: 50,
      malformed: 0,
      items: {
        comments: {
          total: { people: 50, outcomes: { gains: 0, loses: null, clamped: null, mayChooseLess: 50 } },
          byGroup: [{ place: "BR", age: "15", people: 50 }],
        },
        directMessages: { byGroup: [] },
      },
    });
  });
});

describe("weights", () => {
  test("tell whole people, and need nobody's data", async () => {
    const { code, out, err } = await simulate("--weights", "examples/population.yaml");
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(out).toMatch(/^ {2}in BR .*900,000/m);
  });

  test("under the same rules nothing changes", async () => {
    const { out } = await runWithDatabase(
      null,
      "simulate",
      SHIPPED_POLICY,
      "--weights",
      "examples/population.yaml",
      "--policy",
      SHIPPED_POLICY,
    );
    expect(out).toMatch(/\n\nnothing changes for anybody\n$/);
  });

  test("--policy is the one before: turned around, who lost gains", async () => {
    const { out } = await runWithDatabase(
      null,
      ...["simulate", SHIPPED_POLICY, "--policy", policy, "--at", AT, "--weights", "examples/population.yaml"],
    );
    expect(out).toMatch(/^comments +\S.* may choose more|^any item/m);
    expect(out).not.toMatch(/\blose\b/);
  });
});

describe("the database", () => {
  let profiles: OwnProfiles;
  let own: OwnDatabase;
  beforeEach(async () => {
    profiles = await openOwnProfiles();
    own = await openOwnDatabase();
    const file = await fileOf("stored.ndjson", people(40, 20));
    await runWithDatabase(profiles.uri, "import", file, "--restart");
  });
  afterEach(async () => {
    await own.close();
    await profiles.close();
  });

  test.each<[string, string | null, (uri: string) => readonly string[]]>([
    ["by its option", null, (uri) => ["--mongodb", uri]],
    ["by the variable", "variable", () => ["--mongodb"]],
  ])("is named %s, read, and left as it was", async (_, variable, options) => {
    const uri = variable === null ? null : profiles.uri;
    const run = await runWithDatabase(uri, "simulate", policy, "--at", AT, ...options(profiles.uri));
    expect(run.code).toBe(0);
    expect(run.out).toMatch(/^people: 40 /m);
    expect(run.out).toMatch(/^comments +20 \(50\.0 %\) +20 \(50\.0 %\) +20 \(50\.0 %\)$/m);
    expect(await profiles.count()).toBe(40);
    expect((await profiles.find("person-0")).get("person-0")).toMatchObject({ revision: 0 });
  });

  test("people who cannot be read are counted, and a finding", async () => {
    const name = new URL(profiles.uri).pathname.slice(1);
    await own.client.db(name).collection<{ _id: string }>("profiles").insertOne({ _id: "torn-person" });
    const { code, out, err } = await runWithDatabase(profiles.uri, "simulate", policy, "--at", AT, "--mongodb");
    expect(code).toBe(1);
    expect(out).toContain("not counted, because they cannot be read: 1\n");
    expect(out + err).not.toContain("torn-person");
  });
});

test.each<[string, readonly string[], RegExp]>([
  ["no people", [], /^name one of `--mongodb`, `--sample FILE` and `--weights FILE`\n$/],
  ["people twice", ["--mongodb", "--weights", "examples/population.yaml"], /^name one of /],
  ["a file that is not there", ["--sample", "nowhere.ndjson"], /^cannot read `nowhere\.ndjson`: ENOENT\n$/],
  ["a folder", ["--sample", tmpdir()], /^cannot read `.*`: EISDIR\n$/],
  ["weights that are not there", ["--weights", "nowhere.yaml"], /^cannot read `nowhere\.yaml`: ENOENT\n$/],
  ["weights that are none", ["--weights", "package.json"], /^package\.json:1:1: /],
  ["no database", ["--mongodb"], /^no database is named: set `MONGODB_URI`/],
  ["what is no database", ["--mongodb", "maya:secret@host"], /is not a MongoDB connection string/],
  ["a database that is not there", ["--mongodb", "mongodb://127.0.0.1:9/people"], /^the database failed \(/],
  ["a day that is no instant", ["--weights", "examples/population.yaml", "--at", "2027-01-01"], /is not an instant/],
  [
    "an instant before all rules",
    ["--weights", "examples/population.yaml", "--at", "1999-01-01T00:00:00Z"],
    /the rules of .* cover 2019-/,
  ],
  ["less than nobody", ["--weights", "examples/population.yaml", "--suppress-below", "0"], /is not a number of people/],
])("%s is misuse", async (_, args, message) => {
  const { code, out, err } = await simulate(...args);
  expect({ code, out }).toEqual({ code: 2, out: "" });
  expect(err).toMatch(message);
  expect(err).not.toMatch(/secret/);
});

test("a policy that cannot be read is broken", async () => {
  const { code, err } = await runWithDatabase(null, "simulate", folder, "--weights", "examples/population.yaml");
  expect(code).toBe(3);
  expect(err).toContain("catalogue.yaml");
});
