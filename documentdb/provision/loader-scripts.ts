import { readdir, rename, writeFile } from "node:fs/promises";
import { dirname, join, relative } from "node:path";

/** Where PostgreSQL's programs are inside an unpacked tree. */
export const PROGRAMS_FOLDER = "usr/lib/postgresql/18/bin";

const WRAPPED_PROGRAMS = ["postgres", "initdb"] as const;

/**
 * Makes the tree's programs run with the tree's own loader and libraries, because a program of a
 * newer release wants a newer C library than this machine's. The scripts find the tree from where
 * they stand, so that it can be moved.
 */
export async function writeLoaderScripts(root: string): Promise<void> {
  const programs = join(root, PROGRAMS_FOLDER);
  const loader = await findLoader(root);
  const libraries = [dirname(loader), join(dirname(programs), "lib")];
  const fromHere = (path: string): string => `$here/${relative(programs, path)}`;
  for (const program of WRAPPED_PROGRAMS) {
    const binary = `${program}.real`;
    await rename(join(programs, program), join(programs, binary));
    const script = [
      "#!/bin/sh",
      'here=$(cd "$(dirname "$0")" && pwd)',
      `exec "${fromHere(loader)}" --inhibit-cache --library-path "${libraries.map(fromHere).join(":")}" \\`,
      `  --argv0 "$here/${program}" "$here/${binary}" "$@"`,
      "",
    ];
    await writeFile(join(programs, program), script.join("\n"), { mode: 0o755 });
  }
}

async function findLoader(root: string): Promise<string> {
  const libraries = join(root, "usr/lib");
  for (const folder of await readdir(libraries, { withFileTypes: true })) {
    if (!folder.isDirectory() || !folder.name.includes("-linux-")) continue;
    const files = await readdir(join(libraries, folder.name));
    const loader = files.find((name) => /^ld-linux.*\.so\.\d+$/.test(name));
    if (loader !== undefined) return join(libraries, folder.name, loader);
  }
  throw new Error("the unpacked packages hold no program loader");
}
