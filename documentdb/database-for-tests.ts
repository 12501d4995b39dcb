import type { Database, DatabaseSource } from "./database.js";
import { documentdbSource } from "./sources/documentdb.js";
import { downloadedSource } from "./sources/downloaded.js";
import { givenSource } from "./sources/given.js";
import { mongodOnPath } from "./sources/mongod-on-path.js";

/**
 * A database for tests and benchmarks: the server in `MONGODB_URI`, a `mongod` on the PATH,
 * mongodb-memory-server's download, or DocumentDB, whichever can be had first. A `MONGODB_URI`
 * that is set is never passed over. Says on stderr which one serves; rejects with one message that
 * tells why each of them cannot be had.
 */
export async function openDatabase(
  environment: Readonly<Record<string, string | undefined>> = process.env,
): Promise<Database> {
  const uri = environment["MONGODB_URI"];
  const given = givenSource(uri);
  if (uri !== undefined && uri !== "") return openFirst([given]);
  return openFirst([given, mongodOnPath(environment["PATH"]), downloadedSource(), documentdbSource()]);
}

/** Opens the first source that can be had, in the order given. */
export async function openFirst(
  sources: readonly DatabaseSource[],
  report: (line: string) => void = reportToStderr,
): Promise<Database> {
  const reasons: string[] = [];
  for (const source of sources) {
    try {
      const database = await source.open();
      report(`database: ${source.description} serves at ${withoutPassword(database.uri)}`);
      return database;
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      reasons.push(`  ${source.description}: ${reason}`);
    }
  }
  throw new Error(`no server that speaks MongoDB's protocol can be had:\n${reasons.join("\n")}`);
}

function withoutPassword(uri: string): string {
  return uri.replace(/\/\/[^@/]*@/, "//");
}

function reportToStderr(line: string): void {
  process.stderr.write(`${line}\n`);
}
