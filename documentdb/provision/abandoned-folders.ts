import { readdir, rm } from "node:fs/promises";
import { join } from "node:path";

/** A name for a folder of this process, which tells others whose it is. */
export function ownedName(prefix: string): string {
  return `${prefix}-${String(process.pid)}-${Math.random().toString(36).slice(2, 8)}`;
}

/** Removes the folders in `parent` that `ownedName` named for a process that is gone. */
export async function removeAbandoned(parent: string, prefix: string): Promise<void> {
  const owned = new RegExp(`^${prefix}-(\\d+)-[a-z0-9]+$`);
  for (const name of await readdir(parent)) {
    const owner = owned.exec(name)?.[1];
    if (owner !== undefined && !isAlive(Number(owner))) {
      await rm(join(parent, name), { recursive: true, force: true });
    }
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // A process of another user cannot be asked, but it is there.
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}
