import type { EngineName, RestartableDatabase } from "../database.js";

/** Which `mongod` to run: one that is on this machine, or a version to download. */
export type MongodBinary = { readonly systemBinary: string } | { readonly version: string };

/** Runs a `mongod` as a replica set of one, with data that is thrown away at the end. */
export async function startMongod(engine: EngineName, binary: MongodBinary): Promise<RestartableDatabase> {
  // Loaded only when it is needed: it brings a driver of its own.
  const { MongoMemoryReplSet } = await import("mongodb-memory-server-core");
  const set = await MongoMemoryReplSet.create({
    binary,
    // The other engine of a `mongod` keeps nothing when it is stopped.
    replSet: { count: 1, storageEngine: "wiredTiger" },
  });
  return {
    restartable: true,
    uri: set.getUri(),
    engine,
    async stopServer() {
      await set.stop({ doCleanup: false });
    },
    startServer: async () => set.start(),
    async stop() {
      await set.stop({ doCleanup: true, force: true });
    },
  };
}
