import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
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

describe("what the cases say about themselves", () => {
  const SMALL: Readonly<Record<string, string>> = {
    "catalogue.yaml": `since: 2019-03-01
proven by: VERIFIED
guardian powers: under 18
unknown: { region: strictest }
settings:
  comments: { values: [NO_ONE, FRIENDS, EVERYONE], open: EVERYONE }
features:
  account: {}
`,
    "platform.yaml": `layer: PLATFORM
rules:
  - { id: comments-16, timeline: { 2021-01-13: in force }, when: { age: under 16 }, then: { comments: { at most: FRIENDS } }, cite: own }
  - { id: comments-start, timeline: { 2019-03-01: in force }, when: { age: under 18 }, then: { comments: { default: EVERYONE }, account: { at most: ALLOWED } }, cite: own }
`,
    "tests/comments.yaml": `people:
  Elif: { about: "15", born: 2005-06-01, in: TR, zone: Europe/Istanbul }
cases:
  - { name: Friends under 16, person: Elif, on: { 2021-01-13: { comments: FRIENDS } } }
`,
  };
  let small: string;
  beforeEach(async () => {
    small = join(folder, "small");
    await mkdir(join(small, "tests"), { recursive: true });
    await Promise.all(Object.entries(SMALL).map(([file, text]) => writeFile(join(small, file), text)));
  });

  test("--coverage names the rules, sets of rules and reasons that no case has seen", async () => {
    const { code, out } = await runCommand("test", small, "--coverage");
    expect(code).toBe(0);
    expect(out).toContain("rules: 1 of 2 were seen to decide");
    expect(out).toContain(
      "platform.yaml:4:11: `comments-start` holds for somebody who was asked about, and never decides",
    );
    expect(out).toContain("sets of rules: 1 of 5 that can apply to an item were asked about");
    expect(out).toMatch(
      /comments, \d+% of it: aged 0 to 15 in elsewhere, unknown, from 2019-03-01 until 2021-01-13, UNKNOWN/,
    );
    expect(out).toMatch(/comments: not .*GUARDIAN_LIMIT.*USER_CHOICE/);
  });

  test("--mutants names the changes that no case notices, each with a case that would", async () => {
    const { code, out, err } = await runCommand("test", small, "--mutants");
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(out).toMatch(/mutants: \d+ small changes of the rules; a case notices \d+, /);
    expect(out).toContain("platform.yaml:3:11: `comments-16` age 16 -> 17");
    expect(out).toMatch(/people:\n {4}"Somebody of 16, \w\w": \{ born: 2005-01-13/);
  });

  test("--strict makes findings of both", async () => {
    expect(await runCommand("test", small, "--coverage", "--strict")).toMatchObject({ code: 1 });
    expect(await runCommand("test", small, "--mutants", "--strict")).toMatchObject({ code: 1 });
    expect(await runCommand("test", small, "--strict")).toMatchObject({ code: 0 });
  });

  test("--json prints them for machines", async () => {
    const { out } = await runCommand("test", small, "--coverage", "--mutants", "--json");
    expect(JSON.parse(out)).toMatchObject({
      cases: 1,
      problems: [],
      coverage: {
        rules: [
          { rule: "comments-16", seen: "decided", isCovered: true },
          { rule: "comments-start", seen: "applied", isCovered: false },
        ],
        ruleSets: expect.arrayContaining([expect.objectContaining({ item: "comments", asked: 1, all: 3 })]),
      },
      mutants: { survivors: expect.arrayContaining([expect.objectContaining({ rule: "comments-16" })]) },
    });
  });

  test("mutants wait until all cases hold", async () => {
    await writeFile(
      join(small, "tests/comments.yaml"),
      (SMALL["tests/comments.yaml"] ?? "").replace("comments: FRIENDS", "comments: NO_ONE"),
    );
    const { code, out } = await runCommand("test", small, "--mutants");
    expect(code).toBe(1);
    expect(out).not.toContain("mutants:");
  });

  test("a day before the records begin is a case that does not hold", async () => {
    await writeFile(
      join(small, "tests/comments.yaml"),
      (SMALL["tests/comments.yaml"] ?? "").replace("2021-01-13", "2018-01-13"),
    );
    const { code, out } = await runCommand("test", small);
    expect(code).toBe(1);
    expect(out).toContain("nothing is known about 2018-01-12T21:00:00.000Z: ask from 2019-03-01T12:00:00.000Z on");
  });
});
