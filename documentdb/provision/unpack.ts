import { readdir, rm, symlink } from "node:fs/promises";
import { join } from "node:path";
import { runCommand } from "./run-command.js";

const SHARE = "usr/share/postgresql/18";
// Read by people, compilers and other programs, never by the server.
const UNREAD = ["usr/lib/postgresql/18/lib/bitcode", "usr/share/doc", "usr/share/locale", "usr/share/man"];

/** Unpacks every package file in `downloads` into `root`, without installing anything. */
export async function unpackInto(root: string, downloads: string): Promise<void> {
  for (const file of await readdir(downloads)) {
    if (file.endsWith(".deb")) await runCommand("dpkg-deb", ["-x", join(downloads, file), root]);
  }
  await Promise.all(UNREAD.map((path) => rm(join(root, path), { recursive: true, force: true })));
  // An install script would have made this link.
  await symlink("postgis-3.control", join(root, SHARE, "extension/postgis.control"));
}
