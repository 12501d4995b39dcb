import { mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { watchPolicyFolder } from "../../src/server/policy-watch.js";
import { emptyFolder, written } from "./policy-folders.js";

const closing: (() => void)[] = [];
afterAll(() => {
  for (const close of closing) close();
});

/** Watches a folder from when it is watched; `calls` counts how often a change was told. */
async function watched(folder: string): Promise<{ calls: () => number; close: () => void }> {
  let calls = 0;
  const watch = watchPolicyFolder(folder, () => (calls += 1));
  closing.push(() => watch.close());
  await until(() => calls === 1);
  return { calls: () => calls, close: () => watch.close() };
}

/** How many changes have been told, when it is so many or after a long while. */
async function told(calls: () => number, wanted: number): Promise<number> {
  await until(() => calls() === wanted);
  return calls();
}

async function until(holds: () => boolean): Promise<void> {
  const end = performance.now() + 10_000;
  while (!holds() && performance.now() < end) await new Promise((resolve) => setTimeout(resolve, 10));
}

const FILES = { "catalogue.yaml": "a", "laws/x.yaml": "a", "tests/laws/x.yaml": "a" };

test.each<[string, (folder: string) => void]>([
  ["a file", (folder) => writeFileSync(join(folder, "catalogue.yaml"), "b")],
  ["a file of a folder inside", (folder) => writeFileSync(join(folder, "laws/x.yaml"), "b")],
  ["a file of a folder inside that", (folder) => writeFileSync(join(folder, "tests/laws/x.yaml"), "b")],
  [
    "a file that is exchanged, as editors do",
    (folder) => {
      writeFileSync(join(folder, "laws/.x.yaml.new"), "b");
      renameSync(join(folder, "laws/.x.yaml.new"), join(folder, "laws/x.yaml"));
    },
  ],
  ["a file that goes", (folder) => rmSync(join(folder, "laws/x.yaml"))],
  ["a folder that goes", (folder) => rmSync(join(folder, "laws"), { recursive: true })],
])("%s that changes is told, and so is the next change", async (_, change) => {
  const folder = written(FILES);
  const { calls } = await watched(folder);
  change(folder);
  expect(await told(calls, 2)).toBe(2);
  writeFileSync(join(folder, "catalogue.yaml"), "c");
  expect(await told(calls, 3)).toBe(3);
});

test("many changes, one soon after the other, are told once", async () => {
  const folder = written(FILES);
  const { calls } = await watched(folder);
  for (let index = 0; index < 10; index += 1) {
    writeFileSync(join(folder, `laws/${index}.yaml`), "a");
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  expect(await told(calls, 2)).toBe(2);
  await new Promise((resolve) => setTimeout(resolve, 500));
  expect(calls()).toBe(2);
});

test("a folder that comes later is watched too", async () => {
  const folder = written(FILES);
  const { calls } = await watched(folder);
  mkdirSync(join(folder, "texts"));
  expect(await told(calls, 2)).toBe(2);
  writeFileSync(join(folder, "texts/en.yaml"), "a");
  expect(await told(calls, 3)).toBe(3);
});

test("a folder that is exchanged as a whole is watched on", async () => {
  const parent = emptyFolder();
  const folder = join(parent, "policies");
  written(FILES, folder);
  written(FILES, join(parent, "next"));
  const { calls } = await watched(folder);
  renameSync(folder, join(parent, "last"));
  renameSync(join(parent, "next"), folder);
  expect(await told(calls, 2)).toBe(2);
  writeFileSync(join(folder, "laws/x.yaml"), "b");
  expect(await told(calls, 3)).toBe(3);
});

test("a folder that is away for a while is found again", async () => {
  const folder = join(emptyFolder(), "policies");
  written(FILES, folder);
  const { calls } = await watched(folder);
  rmSync(folder, { recursive: true });
  await new Promise((resolve) => setTimeout(resolve, 400));
  expect(calls()).toBe(1);
  written(FILES, folder);
  expect(await told(calls, 2)).toBe(2);
});

test("nothing is told any more after it was closed", async () => {
  const folder = written(FILES);
  const { calls, close } = await watched(folder);
  writeFileSync(join(folder, "catalogue.yaml"), "b");
  close();
  await new Promise((resolve) => setTimeout(resolve, 500));
  expect(calls()).toBe(1);
});
