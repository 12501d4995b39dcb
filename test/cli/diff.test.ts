import { jest } from "@jest/globals";
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { SHIPPED_POLICY } from "../../src/cli/policy-argument.js";
import { runCommand } from "./command-run.js";

// A machine that many share can be slow.
jest.setTimeout(60_000);

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "policy-"));
  await cp(SHIPPED_POLICY, folder, { recursive: true });
});
afterEach(() => rm(folder, { recursive: true }));

async function change(file: string, from: string, to: string): Promise<void> {
  const text = await readFile(join(folder, file), "utf8");
  expect(text).toContain(from);
  await writeFile(
    join(folder, file),
    text.replace(from, () => to),
  );
}

const NEW_RULE = `rules:
  - id: eu-messages-16
    timeline: { 2027-01-01: in force }
    where: EU
    when: { age: under 16 }
    then: { comments: { at most: NO_ONE } }
    cite: own
`;

test("a policy does not differ from itself", async () => {
  expect(await runCommand("diff", SHIPPED_POLICY, folder)).toMatchObject({
    code: 0,
    out: expect.stringMatching(/\n\nnothing differs\n$/),
    err: "",
  });
});

test("a new rule is told by its boxes, and is no finding", async () => {
  await change("platform.yaml", "rules:\n", NEW_RULE);
  const { code, out, err } = await runCommand("diff", SHIPPED_POLICY, folder);
  expect({ code, err }).toEqual({ code: 0, err: "" });
  expect(out).toMatch(
    /^ {2}comments, 13 to 15, in EU and an unknown region, from 2027-01-01 on: at most FRIENDS -> NO_ONE \(stricter\), by eu-messages-16$/m,
  );
  expect(out).toMatch(/^ {2}eu-messages-16 added, platform\.yaml:\d+$/m);
  expect(out).toMatch(/\nnothing is looser, 1 stricter\n$/);
});

test("what loosens ends with 1, and comes first", async () => {
  await change("platform.yaml", "rules:\n", NEW_RULE);
  const { code, out } = await runCommand("diff", folder, SHIPPED_POLICY);
  expect(code).toBe(1);
  expect(out).toMatch(
    /\n\nLooser\n {2}comments, 13 to 15, .*: at most NO_ONE -> FRIENDS \(LOOSER\), .*by eu-messages-16\n/,
  );
  expect(out).toMatch(/\n2 looser, 0 stricter\n$/);
});

test("names and descriptions that changed are told", async () => {
  await change("texts/en.yaml", "Direct messages", "Messages");
  const { code, out } = await runCommand("diff", SHIPPED_POLICY, folder);
  expect(code).toBe(0);
  expect(out).toContain('directMessages (en): label: "Direct messages" -> "Messages"');
  expect(out).toMatch(/\nnothing changes that anybody may do\n$/);
});

test("--json tells the same to machines", async () => {
  await change("platform.yaml", "rules:\n", NEW_RULE);
  const { out } = await runCommand("diff", folder, SHIPPED_POLICY, "--json");
  expect(JSON.parse(out)).toMatchObject({
    loosens: true,
    changes: expect.arrayContaining([
      expect.objectContaining({
        item: "comments",
        direction: "looser",
        approved: false,
        cap: { old: "NO_ONE", new: "FRIENDS", direction: "looser" },
        ages: { from: 13, below: 16 },
        default: { old: "NO_ONE", new: "FRIENDS", direction: "looser" },
        regions: expect.arrayContaining(["DE", "FR"]),
        dates: [{ from: "2027-01-01", until: null }],
        assurance: { from: "UNKNOWN", to: "VERIFIED" },
        guardianLinked: null,
        by: ["eu-messages-16"],
        words: expect.stringContaining("13 to 15, in EU, from 2027-01-01 on: at most NO_ONE -> FRIENDS (LOOSER)"),
      }),
    ]),
    rules: [{ rule: "eu-messages-16", kind: "removed", changesNothing: false }],
  });
});

test.each<[string, () => Promise<readonly string[]>, number, string]>([
  ["one folder", async () => [folder], 2, "missing required argument 'new'"],
  ["three folders", async () => [folder, folder, folder], 2, "too many arguments"],
  ["a folder that is not there", async () => [folder, join(folder, "nowhere")], 3, "cannot be read"],
  [
    "rules that cannot be read",
    async () => {
      await change("platform.yaml", "layer: PLATFORM", "layer: PLATFROM");
      return [SHIPPED_POLICY, folder];
    },
    3,
    "platform.yaml:",
  ],
])("%s", async (_, args, code, message) => {
  expect(await runCommand("diff", ...(await args()))).toMatchObject({
    code,
    out: "",
    err: expect.stringContaining(message),
  });
});
