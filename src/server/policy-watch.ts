import { watch, type FSWatcher } from "node:fs";
import { readdir } from "node:fs/promises";
import { join } from "node:path";

/** Milliseconds without a change after which files are taken to be written. */
const SETTLED = 200;
/** Milliseconds after which a folder that is away is looked for again. */
const RETRY = 1_000;

/**
 * Calls `changed` after files of a folder, or of one inside it, were changed and then left alone for a moment. Each folder
 * is watched by itself and all of them anew after every change, so that folders that come, go or are exchanged as a whole
 * are noticed too. It keeps no process alive.
 */
export function watchPolicyFolder(folder: string, changed: () => void): { close(): void } {
  let watchers: readonly FSWatcher[] = [];
  let timer: NodeJS.Timeout | null = null;
  let isClosed = false;

  const inTime = (ms: number, run: () => void): void => {
    if (timer) clearTimeout(timer);
    timer = isClosed ? null : setTimeout(run, ms).unref();
  };
  const close = (): void => {
    for (const watcher of watchers) watcher.close();
    watchers = [];
  };
  const noticed = (): void => inTime(SETTLED, () => void rewatch(changed));

  async function rewatch(then: () => void): Promise<void> {
    const next: FSWatcher[] = [];
    try {
      for (const path of await foldersIn(folder)) {
        const watcher = watch(path, { persistent: false }, noticed);
        // A folder that goes away is noticed by the one that it was in.
        watcher.on("error", noticed);
        next.push(watcher);
      }
    } catch {
      for (const watcher of next) watcher.close();
      inTime(RETRY, () => void rewatch(then));
      return;
    }
    close();
    if (isClosed) for (const watcher of next) watcher.close();
    else {
      watchers = next;
      // Only now, so that nothing changes unseen between reading and watching.
      then();
    }
  }

  void rewatch(changed);
  return {
    close: () => {
      isClosed = true;
      if (timer) clearTimeout(timer);
      close();
    },
  };
}

async function foldersIn(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const inside = entries.filter((entry) => entry.isDirectory() && !entry.name.startsWith("."));
  const below = await Promise.all(inside.map(({ name }) => foldersIn(join(folder, name))));
  return [folder, ...below.flat()];
}
