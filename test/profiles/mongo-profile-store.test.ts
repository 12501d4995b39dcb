import { MongoProfileStore } from "../../src/profiles/mongo-profile-store.js";
import { openOwnDatabase, uriOfTestRun } from "../documentdb/own-database.js";
import { itKeepsTheStoreContract } from "./profile-store-contract.js";

describe("profiles in MongoDB", () => {
  itKeepsTheStoreContract(async () => {
    const own = await openOwnDatabase();
    const store = new MongoProfileStore(withDatabase(uriOfTestRun(), own.db.databaseName));
    return {
      store,
      plant: async (document) => {
        await own.db.collection<{ _id: string }>("profiles").insertOne({ ...document, _id: String(document["_id"]) });
      },
      close: async () => {
        await store.close();
        await own.close();
      },
    };
  });
});

/** A connection string with the database named in it. */
function withDatabase(uri: string, name: string): string {
  return uri.replace(/^(mongodb:\/\/[^/?]+)\/?([^?]*)/, `$1/${name}`);
}
