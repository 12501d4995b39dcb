import { readFile } from "node:fs/promises";
import { deadlineIn } from "../../src/profiles/deadline.js";
import { MongoProfileStore } from "../../src/profiles/mongo-profile-store.js";
import type { Found } from "../../src/profiles/profile-store.js";
import { openOwnDatabase, uriOfTestRun } from "../documentdb/own-database.js";
import { idOf } from "../profiles/profile-of.js";
import { withDatabase } from "../profiles/stores-under-test.js";

/** A database of profiles that no other test uses. */
export interface OwnProfiles {
  readonly uri: string;
  /** Who is stored, of these. */
  find(...names: readonly string[]): Promise<ReadonlyMap<string, Found>>;
  count(): Promise<number>;
  close(): Promise<void>;
}

export async function openOwnProfiles(): Promise<OwnProfiles> {
  const own = await openOwnDatabase();
  const uri = withDatabase(uriOfTestRun(), own.db.databaseName);
  const store = new MongoProfileStore(uri);
  return {
    uri,
    find: (...names) => store.find(names.map(idOf), deadlineIn(20_000)),
    count: () => own.db.collection("profiles").countDocuments(),
    close: async () => {
      await store.close();
      await own.close();
    },
  };
}

/** What a text file says; null when there is none. */
export function textOf(file: string): Promise<string | null> {
  return readFile(file, "utf8").catch(() => null);
}
