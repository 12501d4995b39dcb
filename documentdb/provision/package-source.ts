import { access, mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { runCommand } from "./run-command.js";

/** What has to be installed for a PostgreSQL server with the DocumentDB extension. */
export const ENGINE_PACKAGE = "postgresql-18-documentdb";

// Debian's names for the releases that carry the package, older first.
const RELEASES = ["forky", "sid"] as const;
/** The keys that Debian signs its releases with; without them nothing is fetched. */
export const DEBIAN_KEYRING = "/usr/share/keyrings/debian-archive-keyring.gpg";

/** One package to fetch. */
export interface PackageFile {
  readonly name: string;
  readonly version: string;
  readonly bytes: number;
}

/** A release on a mirror that can be installed from. */
export interface PackageSource {
  readonly release: string;
  /** The engine's package and all it depends on. */
  readonly packages: readonly PackageFile[];
  /** Fetches the named packages into `folder`, each checked against the release's signature. */
  download(names: readonly string[], folder: string): Promise<void>;
}

/**
 * Finds a release that carries the engine on the mirrors this machine already uses. Its package
 * lists are kept in `scratch`; the machine's own package state is neither read nor changed.
 */
export async function findPackageSource(scratch: string): Promise<PackageSource> {
  await access(DEBIAN_KEYRING).catch(() => {
    throw new Error("this machine has no keys to Debian's packages");
  });
  const failures: string[] = [];
  for (const mirror of await mirrorsInUse()) {
    for (const release of RELEASES) {
      try {
        return await openSource(mirror, release, join(scratch, release));
      } catch (error) {
        failures.push(`${release}: ${error instanceof Error ? error.message : String(error)}`);
      }
    }
  }
  if (failures.length === 0) throw new Error("apt knows no package mirror on this machine");
  throw new Error(`no package mirror carries ${ENGINE_PACKAGE} (${failures.join("; ")})`);
}

async function mirrorsInUse(): Promise<string[]> {
  const listed = await runCommand("apt-get", ["indextargets", "--no-release-info", "--format", "$(REPO_URI)"]);
  const mirrors = [...new Set(listed.split("\n").filter((line) => line !== ""))];
  // Debian's own comes first where it can be told; others fail the signature check.
  const isDebian = (uri: string): number => (/\/debian\/?$/.test(uri) ? 0 : 1);
  return mirrors.toSorted((a, b) => isDebian(a) - isDebian(b));
}

async function openSource(mirror: string, release: string, folder: string): Promise<PackageSource> {
  await mkdir(join(folder, "lists", "partial"), { recursive: true });
  await mkdir(join(folder, "archives", "partial"), { recursive: true });
  // An empty status file: nothing counts as installed, so every dependency is listed.
  await writeFile(join(folder, "status"), "");
  await writeFile(join(folder, "sources.list"), `deb [signed-by=${DEBIAN_KEYRING}] ${mirror} ${release} main\n`);
  const options = aptOptions(folder);
  await runCommand("apt-get", [...options, "-q", "update", "--error-on=any"]);
  const listed = await runCommand("apt-get", [...options, "-y", "--print-uris", "install", ENGINE_PACKAGE]);
  return {
    release,
    packages: listed.split("\n").flatMap(readPackageLine),
    async download(names, into) {
      await runCommand("apt-get", [...options, "-q", "download", ...names], { cwd: into });
    },
  };
}

function aptOptions(folder: string): string[] {
  const settings = {
    "Dir::Etc::sourcelist": join(folder, "sources.list"),
    "Dir::Etc::sourceparts": join(folder, "none"),
    "Dir::Etc::preferences": join(folder, "none"),
    "Dir::Etc::preferencesparts": join(folder, "none"),
    "Dir::State::Lists": join(folder, "lists"),
    "Dir::State::status": join(folder, "status"),
    "Dir::Cache": folder,
    "Dir::Cache::archives": join(folder, "archives"),
    "APT::Install-Recommends": "false",
    "APT::Sandbox::User": "",
    "Debug::NoLocking": "1",
    "Acquire::Languages": "none",
    "Acquire::Retries": "2",
    "Acquire::http::Timeout": "20",
    "Acquire::https::Timeout": "20",
  };
  return Object.entries(settings).flatMap(([name, value]) => ["-o", `${name}=${value}`]);
}

// 'uri' name_version_architecture.deb bytes checksum
function readPackageLine(line: string): PackageFile[] {
  const found = /^'[^']+' ([^_]+)_([^_]+)_[^_]+\.deb (\d+)/.exec(line);
  if (found === null) return [];
  const [, name = "", version = "", bytes = ""] = found;
  return [{ name, version: decodeURIComponent(version), bytes: Number(bytes) }];
}
