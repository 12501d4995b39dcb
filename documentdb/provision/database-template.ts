import { chown, mkdir } from "node:fs/promises";
import { join } from "node:path";
import { ENGINE_SETTINGS, settingArguments } from "../postgres/settings.js";
import type { ServerUser } from "../postgres/server-user.js";
import { PROGRAMS_FOLDER } from "./loader-scripts.js";
import { runCommand } from "./run-command.js";

/** Whom PostgreSQL knows as its superuser in every database made here. */
export const SUPERUSER = "mongo";

/**
 * Makes an empty database with the extension in it. New databases are copies of this one, which
 * takes a fraction of the time; that it could be made also proves that the unpacked tree works.
 */
export async function makeTemplate(root: string, folder: string, user: ServerUser): Promise<void> {
  const programs = join(root, PROGRAMS_FOLDER);
  const as = { ...user, cwd: "/" };
  await mkdir(folder, { mode: 0o700 });
  if (user.uid !== undefined) await chown(folder, user.uid, user.gid);
  await runCommand(
    join(programs, "initdb"),
    ["-D", folder, "-U", SUPERUSER, "-A", "trust", "--no-locale", "-E", "UTF8", "--no-sync"],
    as,
  );
  const single = ["--single", ...settingArguments(ENGINE_SETTINGS), "-D", folder, "postgres"];
  const made = await runCommand(
    join(programs, "postgres"),
    single,
    as,
    "CREATE EXTENSION documentdb CASCADE;\nSELECT extname FROM pg_extension;\n",
  );
  if (!made.includes('extname = "documentdb"')) {
    throw new Error(`the extension could not be created: ${made.slice(-800)}`);
  }
}
