import type { DatabaseSource } from "../database.js";
import { startEngine } from "../engine.js";

/** PostgreSQL with the DocumentDB extension, unpacked from Debian's packages. */
export function documentdbSource(): DatabaseSource {
  return {
    engine: "documentdb",
    description: "DocumentDB from Debian's packages",
    async open() {
      return { ...(await startEngine()), restartable: true, engine: "documentdb" };
    },
  };
}
