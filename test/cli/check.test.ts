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

// How long a review is good for would make this depend on the day.
const asIfReviewed = () => change("deployment.yaml", "review every: 12 months", "");

test("of the shipped rules there is nothing but notes", async () => {
  await asIfReviewed();
  const { code, out, err } = await runCommand("check", folder);
  expect({ code, err }).toEqual({ code: 0, err: "" });
  expect(out).toMatch(/^no errors, no warnings, \d+ notes \(--notes lists them\)\n$/);
});

test("--notes lists them, each at its place", async () => {
  await asIfReviewed();
  const { code, out } = await runCommand("check", folder, "--notes");
  expect(code).toBe(0);
  expect(out).toMatch(/^notes:\n {2}laws\/au-smma\.yaml:\d+:\d+: `au-smma-self-declared` is only ever unconfirmed/);
  expect(out).toMatch(/\n\nno errors, no warnings, \d+ notes\n$/);
});

test("a warning ends with 1", async () => {
  await asIfReviewed();
  await change("platform.yaml", "dailyScreenTime: { default: 60 } }", "dailyScreenTime: { default: NO_LIMIT } }");
  const { code, out } = await runCommand("check", folder);
  expect(code).toBe(1);
  expect(out).toMatch(
    /^warnings:\n {2}platform\.yaml:\d+:13: `screen-time-60` only says .* \(needless-statement\)\n\n/,
  );
  expect(out).toMatch(/no errors, 1 warning, \d+ notes/);
});

test.each<[what: string, file: string, from: string, to: string, line: RegExp]>([
  [
    "a word that nobody knows",
    "platform.yaml",
    "layer: PLATFORM",
    "layer: PLATFROM",
    /^errors:\n {2}platform\.yaml:\d+:8: .* \(unreadable\)\n/,
  ],
  [
    "silence about somebody under age",
    "platform.yaml",
    "      liveStreaming: { at most: ALLOWED }\n",
    "",
    /^errors:\n {2}catalogue\.yaml:\d+:3: no rule says anything about `liveStreaming` for people aged 16 .* \(gap\)\n/,
  ],
  [
    "a rule that can never be in force",
    "laws/us-ca-sb976.yaml",
    "timeline: { 2025-01-01: in force, 2027-01-01: ended }",
    "timeline: { 2025-01-01: in force, 2025-05-01: ended }\n    each year: { from: 06-01, until: 09-01 }",
    /^errors:\n {2}laws\/us-ca-sb976\.yaml:\d+:9: `us-ca-sb976-feed` is never in force.* \(never-in-force\)\n/,
  ],
])("%s ends with 3", async (_, file, from, to, line) => {
  await change(file, from, to);
  const { code, out, err } = await runCommand("check", folder);
  expect({ code, err }).toEqual({ code: 3, err: "" });
  expect(out).toMatch(line);
});

test("--json prints everything with its codes", async () => {
  await asIfReviewed();
  const { code, out } = await runCommand("check", folder, "--json");
  expect(code).toBe(0);
  expect(JSON.parse(out)).toMatchObject({
    revision: expect.stringMatching(/^[0-9a-f]{64}$/),
    findings: expect.arrayContaining([
      {
        severity: "note",
        code: "switched-off",
        place: { file: "platform.yaml", line: expect.any(Number), column: 9 },
        message: expect.stringContaining("`private-by-default-18` is only ever unconfirmed"),
      },
    ]),
  });
});

test("--json says what cannot be read in the same way", async () => {
  await change("platform.yaml", "layer: PLATFORM", "layer: PLATFROM");
  const { code, out } = await runCommand("check", folder, "--json");
  expect(code).toBe(3);
  expect(JSON.parse(out)).toMatchObject({ revision: null, findings: [{ severity: "error", code: "unreadable" }] });
});

test("a folder that is not there ends with 3, an unknown option with 2", async () => {
  expect(await runCommand("check", join(folder, "nowhere"))).toMatchObject({
    code: 3,
    out: expect.stringContaining("cannot be read"),
  });
  expect(await runCommand("check", "--strict")).toMatchObject({ code: 2 });
});
