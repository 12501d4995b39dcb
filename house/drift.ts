import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";

/** An npm script and the committed files that it writes. */
export interface Generator {
  readonly script: string;
  readonly writes: readonly string[];
}

/**
 * Runs a generator in a folder and says, one line each, which files were not what it writes. The files are right afterwards.
 * Compares contents, not `git status`, so that it also holds in a copy without history.
 */
export function driftOf({ script, writes }: Generator, folder: string): readonly string[] {
  const before = writes.map((path) => contents(join(folder, path)));
  const { status } = spawnSync("npm", ["run", "--silent", script], {
    cwd: folder,
    stdio: ["ignore", "ignore", "inherit"],
  });
  if (status !== 0) return [`\`npm run ${script}\` ended with ${status ?? "a signal"}`];
  return writes
    .filter((path, index) => contents(join(folder, path)) !== before[index])
    .map((path) => `\`${path}\` was out of date; commit what \`npm run ${script}\` has written now`);
}

function contents(path: string): string | null {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return null;
  }
}
