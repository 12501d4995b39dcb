import type { DatabaseSource } from "../database.js";
import { startMongod } from "./memory-server.js";

const ANSWER_LIMIT_MS = 4_000;

/** The `mongod` that mongodb-memory-server downloads for itself, or has downloaded before. */
export function downloadedSource(): DatabaseSource {
  return {
    engine: "downloaded",
    description: "mongodb-memory-server's own download",
    async open() {
      const { DryMongoBinary } = await import("mongodb-memory-server-core");
      const version = await versionWanted();
      if ((await DryMongoBinary.locateBinary({ version })) === undefined) await askHost(version);
      return startMongod("downloaded", { version });
    },
  };
}

async function versionWanted(): Promise<string> {
  const { DEFAULT_VERSION, resolveConfig, ResolveConfigVariables } =
    await import("mongodb-memory-server-core/lib/util/resolveConfig.js");
  return resolveConfig(ResolveConfigVariables.VERSION) ?? DEFAULT_VERSION;
}

// Asked first, because a download from a host that cannot be reached takes minutes to fail.
async function askHost(version: string): Promise<void> {
  const { MongoBinaryDownloadUrl } = await import("mongodb-memory-server-core/lib/util/MongoBinaryDownloadUrl.js");
  const { platform, arch } = process;
  const url = await new MongoBinaryDownloadUrl({ platform, arch, version }).getDownloadUrl();
  const signal = AbortSignal.timeout(ANSWER_LIMIT_MS);
  const response = await fetch(url, { method: "HEAD", signal }).catch(() => undefined);
  if (response === undefined) throw new Error("its host does not answer");
  if (!response.ok) throw new Error(`its host answers ${String(response.status)}`);
}
