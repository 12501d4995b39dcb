import { chown, mkdir, rename, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { ownedName, removeAbandoned } from "../provision/abandoned-folders.js";
import { runCommand } from "../provision/run-command.js";
import type { ServerUser } from "./server-user.js";

const RUN = "documentdb";
const UNFINISHED = "unfinished";

/** The folders one server works in. */
export interface ServerFolders {
  readonly data: string;
  readonly socket: string;
  /** Removes what was only made for this run; a data folder that was asked for stays. */
  remove(): Promise<void>;
}

/**
 * Folders that the server's user owns: the data in `dataFolder`, or in a temporary folder when
 * there is none, copied from the template when it is new.
 */
export async function openFolders(
  dataFolder: string | undefined,
  template: string,
  user: ServerUser,
): Promise<ServerFolders> {
  await removeAbandoned(tmpdir(), RUN);
  // The socket's path may not be longer than 107 bytes, so it never lies in a folder of the caller's.
  const run = join(tmpdir(), ownedName(RUN));
  await makeOwned(run, user);
  const socket = join(run, "socket");
  await makeOwned(socket, user);
  const data = dataFolder ?? join(run, "data");
  await copyTemplate(template, data);
  return { data, socket, remove: async () => rm(run, { recursive: true, force: true }) };
}

async function makeOwned(folder: string, user: ServerUser): Promise<void> {
  await mkdir(folder, { mode: 0o700 });
  if (user.uid !== undefined) await chown(folder, user.uid, user.gid);
}

async function copyTemplate(template: string, data: string): Promise<void> {
  if (await exists(join(data, "PG_VERSION"))) return;
  const parent = dirname(data);
  await mkdir(parent, { recursive: true });
  await removeAbandoned(parent, UNFINISHED);
  // Copied beside its place and moved there, so that a half copy is never taken for data.
  const copy = join(parent, ownedName(UNFINISHED));
  await runCommand("cp", ["-a", template, copy]);
  await rename(copy, data);
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
