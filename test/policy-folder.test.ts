import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { readPolicyFolder } from "../src/policy-folder.js";
import { formatProblem } from "../src/policy/language/policy-problem.js";
import { SMALL } from "./policy/language/small-policy.js";

/** The small policy with something said about everybody under 18. */
const WHOLE: Readonly<Record<string, string>> = {
  ...SMALL,
  "platform.yaml": `${SMALL["platform.yaml"] ?? ""}  - id: said
    timeline: { 2019-03-01: in force }
    when: { age: under 18 }
    then:
      comments: { default: EVERYONE }
      autoplay: { default: OFF }
      dailyScreenTime: { default: 60 }
      quietHours: { default: [] }
      account: { at most: ALLOWED }
      commenting: { at most: ALLOWED }
`,
};

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true });
});

function folderOf(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = mkdtempSync(join(tmpdir(), "policy-"));
  folders.push(folder);
  for (const [file, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), content);
  }
  return folder;
}

async function problemsIn(files: Readonly<Record<string, string | Uint8Array>>): Promise<readonly string[]> {
  const read = await readPolicyFolder(folderOf(files));
  return read.ok ? [] : read.problems.map(formatProblem);
}

async function revisionOf(
  files: Readonly<Record<string, string>>,
): Promise<{ readonly id: string; readonly label: string }> {
  const read = await readPolicyFolder(folderOf(files));
  if (!read.ok) throw new Error(read.problems.map(formatProblem).join("\n"));
  return read.revision;
}

test("a folder is read with its laws", async () => {
  const read = await readPolicyFolder(folderOf(WHOLE));
  expect(read.ok && read.documents.rules.map(({ id }) => id)).toEqual(["us-va-60", "comments-16", "quiet-16", "said"]);
});

describe("a revision", () => {
  test("has the same id for the same files, wherever they lie", async () => {
    expect(await revisionOf(WHOLE)).toEqual(await revisionOf(Object.fromEntries(Object.entries(WHOLE).reverse())));
    expect((await revisionOf(WHOLE)).id).toMatch(/^[0-9a-f]{64}$/);
  });

  test.each([
    ["a comment", { ...WHOLE, "platform.yaml": `${WHOLE["platform.yaml"] ?? ""}# said\n` }],
    [
      "a file's name",
      {
        ...Object.fromEntries(Object.entries(WHOLE).filter(([file]) => file !== "laws/us-va.yaml")),
        "laws/us-vb.yaml": WHOLE["laws/us-va.yaml"] ?? "",
      },
    ],
    ["another file", { ...WHOLE, "deployment.yaml": "comply anyway: []\n" }],
  ])("has another id after a change of %s", async (_, files) => {
    expect((await revisionOf(files)).id).not.toBe((await revisionOf(WHOLE)).id);
  });

  test("is not changed by what stands beside the policy", async () => {
    const beside = {
      "tests/a.yaml": "x",
      "schemas/a.yaml": "x",
      "README.md": "x",
      ".hidden.yaml": "x",
      ".git/a.yaml": "x",
    };
    expect(await revisionOf({ ...WHOLE, ...beside })).toEqual(await revisionOf(WHOLE));
  });

  test("is labelled by the catalogue, or else by its id", async () => {
    const { id, label } = await revisionOf(WHOLE);
    expect(label).toBe(id.slice(0, 12));
    const named = { ...WHOLE, "catalogue.yaml": `revision: 2026-11-22.1\n${WHOLE["catalogue.yaml"] ?? ""}` };
    expect((await revisionOf(named)).label).toBe("2026-11-22.1");
  });
});

describe("a problem", () => {
  test("is a folder that is not there, alone", async () => {
    const folder = join(folderOf({}), "nowhere");
    const read = await readPolicyFolder(folder);
    expect(read.ok ? [] : read.problems.map(({ message }) => message)).toEqual([
      `the policy folder \`${folder}\` cannot be read: ENOENT`,
    ]);
  });

  test.each<[what: string, file: string, content: string | Uint8Array, problem: string]>([
    [
      "a misnamed file",
      "platfrom.yaml",
      "x",
      "platfrom.yaml:1:1: `platfrom.yaml` is not a file of a policy; did you mean `platform.yaml`?",
    ],
    [
      "another ending",
      "laws/br.yml",
      "x",
      "laws/br.yml:1:1: `laws/br.yml` is not a file of a policy; did you mean `laws/*.yaml`?",
    ],
    [
      "a misnamed folder",
      "statutes/brazil.yaml",
      "x",
      "statutes/brazil.yaml:1:1: `statutes/brazil.yaml` is not a file of a policy: there are catalogue.yaml, platform.yaml, deployment.yaml, invariants.yaml, laws/*.yaml, texts/*.yaml",
    ],
    [
      "a folder too deep",
      "laws/us/virginia.yaml",
      "x",
      "laws/us/virginia.yaml:1:1: `laws/us/virginia.yaml` is not a file of a policy: there are catalogue.yaml, platform.yaml, deployment.yaml, invariants.yaml, laws/*.yaml, texts/*.yaml",
    ],
    [
      "a file that is not UTF-8",
      "laws/br.yaml",
      new Uint8Array([0x6c, 0xe4, 0x0a]),
      "laws/br.yaml:1:1: the file is not text in UTF-8: save it as UTF-8",
    ],
    [
      "a file in UTF-16",
      "platform.yaml",
      Buffer.from("\uFEFFlayer: PLATFORM\n", "utf16le"),
      "platform.yaml:1:1: the file is not text in UTF-8: save it as UTF-8",
    ],
    [
      "a file too large",
      "laws/br.yaml",
      new Uint8Array(4_000_001),
      "laws/br.yaml:1:1: the file has 4000001 bytes, and 4000000 are the most: split it",
    ],
    [
      "a mistake inside a file",
      "laws/br.yaml",
      "layer: LAW\nlaw: { title: X }\nrules: [{ id: br, timeline: { 2026-02-30: in force }, then: {} }]\n",
      "laws/br.yaml:3:31: `2026-02-30` is not a day of the calendar",
    ],
  ])("is %s", async (_, file, content, problem) => {
    expect(await problemsIn({ ...WHOLE, [file]: content })).toEqual([problem]);
  });

  test("is an item that nothing is said about (V1)", async () => {
    const silent = {
      ...WHOLE,
      "platform.yaml": (WHOLE["platform.yaml"] ?? "").replace("      autoplay: { default: OFF }\n", ""),
    };
    expect(await problemsIn(silent)).toEqual([expect.stringMatching(/^catalogue\.yaml:11:3: .*`autoplay`/)]);
  });

  test("does not hide the others", async () => {
    expect(await problemsIn({ ...WHOLE, "law.yaml": "x", "laws/br.yaml": "" })).toEqual([
      "law.yaml:1:1: `law.yaml` is not a file of a policy: there are catalogue.yaml, platform.yaml, deployment.yaml, invariants.yaml, laws/*.yaml, texts/*.yaml",
      "laws/br.yaml:1:1: the file is empty",
    ]);
  });
});
