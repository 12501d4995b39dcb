import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { SHIPPED_POLICY } from "../../src/cli/policy-argument.js";
import { runCommand } from "./command-run.js";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "policy-"));
  await cp(SHIPPED_POLICY, folder, { recursive: true });
});
afterEach(() => rm(folder, { recursive: true }));

async function change(file: string, from: string, to: string): Promise<void> {
  const text = await readFile(join(folder, file), "utf8");
  expect(text).toContain(from);
  await writeFile(join(folder, file), text.replace(from, to));
}

test("the shipped cases hold", async () => {
  const { code, out, err } = await runCommand("test");
  expect({ code, err }).toEqual({ code: 0, err: "" });
  expect(out).toMatch(/^\d+ cases hold\n$/);
});

test("a rule that changed is found by the cases, each at its place", async () => {
  await change("platform.yaml", "timeline: { 2022-11-23: in force }", "timeline: { 2022-11-24: in force }");
  const { code, out } = await runCommand("test", folder);
  expect(code).toBe(1);
  expect(out).toMatch(/^tests\/live-and-gifts\.yaml:\d+:\d+: .*2022-11-23.*/m);
});

test("--json prints what does not hold", async () => {
  await change("platform.yaml", "timeline: { 2022-11-23: in force }", "timeline: { 2022-11-24: in force }");
  const { code, out } = await runCommand("test", folder, "--json");
  expect(code).toBe(1);
  expect(JSON.parse(out)).toMatchObject({
    cases: expect.any(Number),
    problems: expect.arrayContaining([
      expect.objectContaining({ place: expect.objectContaining({ file: "tests/live-and-gifts.yaml" }) }),
    ]),
  });
});

test.each<[what: string, spoil: () => Promise<void>, code: number, message: string]>([
  ["cases that cannot be read", () => change("tests/ads.yaml", "cases:", "casses:"), 3, "did you mean `cases`?"],
  [
    "rules that cannot be read",
    () => change("platform.yaml", "layer: PLATFORM", "layer: PLATFROM"),
    3,
    "platform.yaml:",
  ],
  ["no cases", () => rm(join(folder, "tests"), { recursive: true }), 2, "has no folder `tests`"],
])("%s", async (_, spoil, code, message) => {
  await spoil();
  const run = await runCommand("test", folder);
  expect(run).toMatchObject({ code, out: "", err: expect.stringContaining(message) });
});
