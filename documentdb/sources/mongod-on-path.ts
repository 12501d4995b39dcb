import { constants } from "node:fs";
import { access } from "node:fs/promises";
import { delimiter, join } from "node:path";
import type { DatabaseSource } from "../database.js";
import { startMongod } from "./memory-server.js";

/** The `mongod` that a shell would find. */
export function mongodOnPath(path: string | undefined): DatabaseSource {
  return {
    engine: "mongod",
    description: "a `mongod` on the PATH",
    async open() {
      const systemBinary = await findProgram("mongod", path ?? "");
      if (systemBinary === undefined) throw new Error("there is none");
      return startMongod("mongod", { systemBinary });
    },
  };
}

async function findProgram(name: string, path: string): Promise<string | undefined> {
  for (const folder of path.split(delimiter)) {
    const program = join(folder, name);
    const runnable = access(program, constants.X_OK);
    if (
      folder !== "" &&
      (await runnable.then(
        () => true,
        () => false,
      ))
    )
      return program;
  }
  return undefined;
}
