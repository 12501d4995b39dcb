import { execFileSync } from "node:child_process";
import { mkdirSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Instant } from "../../src/policy/calendar.js";
import { filesOfPolicy, revisionId, type PolicyFiles } from "../../src/policy-folder.js";
import { MOST_KEPT, PolicyHistory } from "../../src/server/policy-history.js";
import { NOW } from "./people.js";
import { emptyFolder, HALF_AN_HOUR_HOLDS, platformAlone, written } from "./policy-folders.js";

const HOUR = 60 * 60 * 1_000;

const filesOf = async (label: string): Promise<PolicyFiles> =>
  filesOfPolicy(written({ ...platformAlone(label), "tests/time.yaml": HALF_AN_HOUR_HOLDS }));

/** Keeps a revision. */
async function kept(history: PolicyHistory, label: string, now = NOW): Promise<string> {
  const files = await filesOf(label);
  const id = revisionId(files);
  await history.keep(files, { id, label }, now);
  return id;
}

const hours = (count: number) => (NOW + count * HOUR) as Instant;

test("what is kept is found, byte by byte and with its cases", async () => {
  const history = new PolicyHistory(join(emptyFolder(), "not", "there", "yet"));
  const id = await kept(history, "old");
  expect(await history.find(id)).toEqual({ files: await filesOf("old") });
  expect(await history.list()).toEqual([{ id, label: "old", activatedAt: NOW }]);
});

test("a kept revision can be verified by anybody", async () => {
  const folder = emptyFolder();
  const id = await kept(new PolicyHistory(folder), "old");
  const told = execFileSync("sha256sum", ["--check", "--strict", "SHA256SUMS"], { cwd: join(folder, id) }).toString();
  expect(told.trimEnd().split("\n").sort()).toEqual([
    "catalogue.yaml: OK",
    "label.txt: OK",
    "platform.yaml: OK",
    "tests/time.yaml: OK",
  ]);
});

test("the same again moves it to the front, and is no second one", async () => {
  const history = new PolicyHistory(emptyFolder());
  const [old, young] = [await kept(history, "old", hours(0)), await kept(history, "young", hours(1))];
  expect((await history.list()).map(({ id }) => id)).toEqual([young, old]);
  await kept(history, "old", hours(2));
  expect((await history.list()).map(({ id, activatedAt }) => [id, activatedAt])).toEqual([
    [old, hours(2)],
    [young, hours(1)],
  ]);
});

test("of many, those that were active longest ago are forgotten", async () => {
  const folder = emptyFolder();
  const history = new PolicyHistory(folder);
  const ids: string[] = [];
  for (let index = 0; index < MOST_KEPT + 2; index += 1) ids.push(await kept(history, `r${index}`, hours(index)));
  expect((await history.list()).map(({ id }) => id)).toEqual(ids.slice(2).reverse());
  expect(readdirSync(folder)).toHaveLength(MOST_KEPT);
});

test("the one that is active is not forgotten, whatever the clock says", async () => {
  const history = new PolicyHistory(emptyFolder());
  for (let index = 0; index < MOST_KEPT; index += 1) await kept(history, `r${index}`, hours(index + 10));
  const active = await kept(history, "active", hours(0));
  expect(await history.find(active)).not.toBeNull();
});

test("what a writer that died has left is removed after a while, and what is being written is not", async () => {
  const folder = emptyFolder();
  const [abandoned, current] = [".incoming-abandoned", ".incoming-current"].map((name) => join(folder, name));
  for (const path of [abandoned, current]) mkdirSync(path ?? "");
  utimesSync(abandoned ?? "", hours(-2) / 1_000, hours(-2) / 1_000);
  utimesSync(current ?? "", hours(0) / 1_000, hours(0) / 1_000);
  const id = await kept(new PolicyHistory(folder), "old");
  expect(readdirSync(folder).sort()).toEqual([".incoming-current", id].sort());
});

test("two processes that keep the same at once keep it once", async () => {
  const folder = emptyFolder();
  const ids = await Promise.all(Array.from({ length: 8 }, () => kept(new PolicyHistory(folder), "old")));
  expect(new Set(ids).size).toBe(1);
  expect(readdirSync(folder)).toEqual([ids[0]]);
  expect(await new PolicyHistory(folder).find(ids[0] ?? "")).toHaveProperty("files");
});

describe("is found to be damaged:", () => {
  test.each<[string, (place: string) => void, string]>([
    [
      "a rule that was loosened",
      (place) => writeFileSync(join(place, "platform.yaml"), "rules: []\n"),
      "platform.yaml",
    ],
    ["a case that is gone", (place) => rmSync(join(place, "tests/time.yaml")), "tests/time.yaml"],
    ["a file that was added", (place) => writeFileSync(join(place, "deployment.yaml"), "{}\n"), "deployment.yaml"],
    ["a file that is empty", (place) => writeFileSync(join(place, "catalogue.yaml"), ""), "catalogue.yaml"],
    ["no list of what there was", (place) => rmSync(join(place, "SHA256SUMS")), "SHA256SUMS"],
    ["an empty list", (place) => writeFileSync(join(place, "SHA256SUMS"), ""), "catalogue.yaml"],
  ])("%s", async (_, damage, file) => {
    const folder = emptyFolder();
    const history = new PolicyHistory(folder);
    const id = await kept(history, "old");
    damage(join(folder, id));
    const found = await history.find(id);
    expect(found !== null && "problems" in found && found.problems.map(({ message }) => message)).toContain(
      `\`${file}\` is not what was kept: take the revision from where your rules are kept, and reload`,
    );
    // Whoever activates it again mends it.
    await kept(history, "old");
    expect(await history.find(id)).toEqual({ files: await filesOf("old") });
  });

  test("another revision under its name, with a list that fits", async () => {
    const folder = emptyFolder();
    const history = new PolicyHistory(folder);
    const [old, young] = [await kept(history, "old"), await kept(history, "young")];
    rmSync(join(folder, old), { recursive: true });
    execFileSync("cp", ["-r", join(folder, young), join(folder, old)]);
    expect(await history.find(old)).toHaveProperty("problems.0.place.file", "SHA256SUMS");
  });
});

test.each(["", "old", "../x", "a".repeat(63), "A".repeat(64), `${"a".repeat(64)}/`, "..\0"])(
  "`%s` is the id of nothing",
  async (id) => {
    expect(await new PolicyHistory(emptyFolder()).find(id)).toBeNull();
  },
);

test("a folder that cannot be written rejects", async () => {
  const file = join(written({ file: "" }), "file");
  expect(statSync(file).isFile()).toBe(true);
  await expect(kept(new PolicyHistory(file), "old")).rejects.toHaveProperty("code", "ENOTDIR");
});
