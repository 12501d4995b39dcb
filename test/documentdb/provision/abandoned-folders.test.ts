import { spawnSync } from "node:child_process";
import { mkdir, mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ownedName, removeAbandoned } from "../../../documentdb/provision/abandoned-folders.js";

test("folders of processes that are gone are removed, and nothing else", async () => {
  const parent = await mkdtemp(join(tmpdir(), "abandoned-"));
  const { pid: gone } = spawnSync("true");
  const mine = ownedName("run");
  const others = [`walk-${gone}-abc123`, `run-${gone}`, "run-of-the-mill", "run-1-init00"];
  for (const name of [mine, `run-${gone}-abc123`, ...others])
    await mkdir(join(parent, name, "data"), { recursive: true });
  await removeAbandoned(parent, "run");
  expect((await readdir(parent)).toSorted()).toEqual([mine, ...others].toSorted());
  await rm(parent, { recursive: true });
});
