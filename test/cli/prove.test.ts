import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { POLICIES } from "../policies/the-platform.js";
import { runCommand } from "./command-run.js";

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true });
});

/** The shipped policy with one change to a file. */
function policyWith(file: string, from: string, to: string): string {
  const folder = mkdtempSync(join(tmpdir(), "prove-"));
  folders.push(folder);
  cpSync(POLICIES, folder, { recursive: true });
  const text = readFileSync(join(folder, file), "utf8");
  if (!text.includes(from)) throw new Error(`\`${from}\` is not in ${file}`);
  writeFileSync(
    join(folder, file),
    text.replace(from, () => to),
  );
  return folder;
}

interface Printed {
  readonly invariants: readonly {
    readonly name: string;
    readonly holds: boolean;
    readonly inputs: number;
    readonly counterExample: {
      readonly item: string;
      readonly field: "cap" | "default" | "value";
      readonly is: { readonly value: string; readonly explain: string };
      readonly boundOf: { readonly explain?: string; readonly value?: string };
    } | null;
  }[];
}

async function proved(folder: string, invariant: string): Promise<Printed["invariants"][number]> {
  const { code, out } = await runCommand("prove", folder, "--invariant", invariant, "--json");
  const [only] = (JSON.parse(out) as Printed).invariants;
  if (code !== 1 || only?.holds !== false) throw new Error(`exit code ${code}: ${out}`);
  return only;
}

/** Runs a command line as it was printed. */
async function paste(line: string): Promise<{ readonly value: unknown; readonly default: unknown }> {
  const words = [...line.matchAll(/'([^']*)'|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? "");
  expect(words.slice(0, 3)).toEqual(["npx", "youth-safety", "explain"]);
  const { code, out, err } = await runCommand(...words.slice(2), "--json");
  expect({ code, err }).toEqual({ code: 0, err: "" });
  const { items } = JSON.parse(out) as { items: Record<string, { value: unknown; default: unknown }> };
  const answer = items[words[3] ?? ""];
  if (!answer) throw new Error(out);
  return answer;
}

test("the shipped invariants hold, a line each", async () => {
  const { code, out } = await runCommand("prove");
  expect(code).toBe(0);
  expect(out).toMatch(/^holds {2}no-live-under-18 +[\d,]+ inputs, [\d,]+ rule sets compared$/m);
  expect(out).toMatch(/\d+ invariants, all of them hold\n$/);
});

test.each<[string, string, readonly [file: string, from: string, to: string], string, unknown]>([
  [
    "a cap",
    "no-direct-messages-under-16",
    [
      "platform.yaml",
      "when: { age: under 16 }\n    then: { directMessages:",
      "when: { age: under 15 }\n    then: { directMessages:",
    ],
    "value",
    "EVERYONE",
  ],
  [
    "a default",
    "private-by-default-under-16",
    [
      "platform.yaml",
      "then: { accountVisibility: { default: PRIVATE } }",
      "minus: GB\n    then: { accountVisibility: { default: PRIVATE } }",
    ],
    "default",
    "PUBLIC",
  ],
  [
    "an approval",
    "no-account-under-16-in-australia",
    [
      "laws/au-smma.yaml",
      "then: { account: { at most: DENIED } }",
      "then: { account: { at most: DENIED, guardian may allow: LIMITED } }",
    ],
    "value",
    "LIMITED",
  ],
  [
    "windows",
    "quiet-evenings-under-16",
    ["platform.yaml", '["21:00-08:00"]', '["21:30-08:00"]'],
    "value",
    [expect.objectContaining({ from: "21:30", until: "08:00" })],
  ],
])("a counter-example can be pasted, and shows what is wrong: %s", async (_, name, change, field, shown) => {
  const { counterExample } = await proved(policyWith(...change), name);
  const answer = await paste(counterExample?.is.explain ?? "");
  expect(answer).toMatchObject({ [field]: shown });
});

test("of two people both commands can be pasted, and the first has more", async () => {
  const folder = policyWith("catalogue.yaml", "region: strictest", "region: GB");
  const listed = readFileSync(join(folder, "invariants.yaml"), "utf8").replace(
    "promise: unknown is never looser",
    "promise: unknown is never looser\n    items: [account]\n    except: [{ item: comments, because: so }, { fact: region, because: so }]",
  );
  // Listed for one invariant, and forgotten for another.
  const again = "  - name: silence-again\n    says: So.\n    promise: unknown is never looser\n";
  writeFileSync(join(folder, "invariants.yaml"), `${listed}\n${again}`);
  const { counterExample } = await proved(folder, "silence-again");
  const [more, less] = [counterExample?.is.explain ?? "", counterExample?.boundOf.explain ?? ""];
  expect([await paste(more), await paste(less)]).not.toEqual([await paste(less), await paste(less)]);
  expect(more).not.toContain("--in");
});

test("people are told a story", async () => {
  const folder = policyWith(
    "platform.yaml",
    "then: { liveStreaming: { at most: DENIED } }\n    cite: live-2022",
    "minus: FR\n    then: { liveStreaming: { at most: DENIED } }\n    cite: live-2022",
  );
  const { code, out } = await runCommand("prove", folder, "--invariant", "no-live-under-18");
  expect(code).toBe(1);
  expect(out.split("\n").slice(1)).toEqual([
    "FAILS  no-live-under-18  Since 23 November 2022 nobody under 18 goes live.",
    "         `liveStreaming` can be `ALLOWED` for somebody of 16 in FR on 2022-11-23 (no rule binds),",
    "         and `DENIED` is the loosest it may be.",
    `           npx youth-safety explain liveStreaming --born 2006-11-23 --in FR --zone Etc/UTC --at 2022-11-23T00:00:00.000Z --policy ${folder}`,
    "1 invariant, and it does not hold",
    "",
  ]);
});

test.each([
  [
    "an unknown invariant",
    ["--invariant", "no-gift-under-18"],
    2,
    "there is no invariant `no-gift-under-18`; did you mean `no-gifts-under-18`?",
  ],
  ["a folder that is not there", ["/nowhere"], 3, "the policy folder `/nowhere` cannot be read"],
])("%s is told", async (_, args, code, message) => {
  expect(await runCommand("prove", ...args)).toMatchObject({ code, out: "", err: expect.stringContaining(message) });
});

test("a folder without invariants is told", async () => {
  const folder = policyWith("catalogue.yaml", "revision", "revision");
  rmSync(join(folder, "invariants.yaml"));
  expect(await runCommand("prove", folder)).toMatchObject({
    code: 2,
    err: expect.stringContaining("has no `invariants.yaml`"),
  });
});
