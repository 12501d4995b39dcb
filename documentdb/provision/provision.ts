import { mkdir, readdir, rename, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { serverUser } from "../postgres/server-user.js";
import { ownedName, removeAbandoned } from "./abandoned-folders.js";
import { cacheFolder } from "./cache-folder.js";
import { makeTemplate } from "./database-template.js";
import { PROGRAMS_FOLDER, writeLoaderScripts } from "./loader-scripts.js";
import { isNeedless } from "./needless-packages.js";
import { ENGINE_PACKAGE, findPackageSource, type PackageFile } from "./package-source.js";
import { runCommand } from "./run-command.js";
import { unpackInto } from "./unpack.js";

/** A server that is unpacked and known to work. */
export interface UnpackedServer {
  /** Its version and architecture; data written by it can be read by a server of the same name. */
  readonly name: string;
  readonly postgres: string;
  /** An empty database to copy. */
  readonly template: string;
}

/** Where progress is told; unpacking takes from 20 seconds to two minutes. */
export type Report = (line: string) => void;

const TREE = "documentdb";
const UNFINISHED = "unfinished";

/**
 * The newest server in the cache, or else one unpacked from this machine's package mirror. A tree
 * is made beside its place and moved there when it is whole, so a half one is never seen; when two
 * processes make the same, the first to finish wins.
 */
export async function provision(
  report: Report = reportToStderr,
  cache: string = cacheFolder(),
): Promise<UnpackedServer> {
  await mkdir(cache, { recursive: true, mode: 0o755 });
  const architecture = (await runCommand("dpkg", ["--print-architecture"])).trim();
  return (await newestIn(cache, architecture)) ?? (await unpackNew(cache, architecture, report));
}

async function newestIn(cache: string, architecture: string): Promise<UnpackedServer | undefined> {
  const names = await readdir(cache);
  const trees = names.filter((name) => name.startsWith(`${TREE}-`) && name.endsWith(`-${architecture}`));
  const dated = await Promise.all(
    trees.map(async (name) => ({ name, madeAt: (await stat(join(cache, name))).mtimeMs })),
  );
  const newest = dated.toSorted((a, b) => b.madeAt - a.madeAt)[0];
  return newest && serverIn(cache, newest.name);
}

async function unpackNew(cache: string, architecture: string, report: Report): Promise<UnpackedServer> {
  await removeAbandoned(cache, UNFINISHED);
  const folder = join(cache, ownedName(UNFINISHED));
  const scratch = join(folder, "downloads");
  const root = join(folder, "root");
  try {
    report("looking for the packages (this happens once; it takes 20 seconds to two minutes)");
    const source = await findPackageSource(scratch);
    const wanted = source.packages.filter(({ name }) => !isNeedless(name));
    report(`fetching ${String(wanted.length)} packages, ${megabytes(wanted)} MB, from ${source.release}`);
    await source.download(
      wanted.map(({ name }) => name),
      scratch,
    );
    report("unpacking");
    await mkdir(root);
    await unpackInto(root, scratch);
    await writeLoaderScripts(root);
    await rm(scratch, { recursive: true });
    report("making an empty database");
    await makeTemplate(root, join(folder, "template"), serverUser());
    const server = serverIn(cache, `${TREE}-${versionOf(source.packages)}-${architecture}`);
    await moveIntoPlace(folder, join(cache, server.name));
    report(`ready: ${server.name}`);
    return server;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function moveIntoPlace(folder: string, place: string): Promise<void> {
  try {
    await rename(folder, place);
  } catch (error) {
    const taken = error instanceof Error && "code" in error && error.code === "ENOTEMPTY";
    if (!taken) throw error;
  }
}

function serverIn(cache: string, name: string): UnpackedServer {
  return {
    name,
    postgres: join(cache, name, "root", PROGRAMS_FOLDER, "postgres"),
    template: join(cache, name, "template"),
  };
}

function versionOf(packages: readonly PackageFile[]): string {
  const version = packages.find(({ name }) => name === ENGINE_PACKAGE)?.version;
  if (version === undefined) throw new Error(`${ENGINE_PACKAGE} is not among its own packages`);
  return version.replaceAll(/[^\w.+~-]/g, "_");
}

function megabytes(packages: readonly PackageFile[]): string {
  return (packages.reduce((sum, { bytes }) => sum + bytes, 0) / 1e6).toFixed(0);
}

function reportToStderr(line: string): void {
  process.stderr.write(`documentdb: ${line}\n`);
}
