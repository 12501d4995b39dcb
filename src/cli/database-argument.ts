import { Option } from "commander";
import { MongoProfileStore, MongoUriInvalid } from "../profiles/mongo-profile-store.js";
import { ProfileStoreUnavailable } from "../profiles/profile-store.js";
import { Misuse } from "./misuse.js";

/** Names the database that a command writes to. */
export function databaseOption(): Option {
  return new Option(
    "--database <uri>",
    "MongoDB connection string; better given by the variable, because others can read command lines",
  ).env("MONGODB_URI");
}

/**
 * Does work with the profiles of a database and hangs up. Throws `Misuse` when no database is named, when its name cannot be read,
 * and when it fails: every command can then be given again.
 */
export async function withProfiles<Result>(
  uri: string | undefined,
  work: (store: MongoProfileStore) => Promise<Result>,
): Promise<Result> {
  if (uri === undefined || uri === "")
    throw new Misuse("no database is named: set `MONGODB_URI`, e.g. to `mongodb://127.0.0.1:27017/youth-safety`");
  const store = openStore(uri);
  try {
    return await work(store);
  } catch (error) {
    if (!(error instanceof ProfileStoreUnavailable)) throw error;
    throw new Misuse(
      `the database failed (${error.failure}): see that it can be reached and written to, and give the same command again`,
    );
  } finally {
    await store.close();
  }
}

function openStore(uri: string): MongoProfileStore {
  try {
    return new MongoProfileStore(uri, { maxPoolSize: 5 });
  } catch (error) {
    if (error instanceof MongoUriInvalid) throw new Misuse(error.message);
    throw error;
  }
}
