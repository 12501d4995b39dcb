import { MemoryProfileStore } from "../../src/profiles/memory-profile-store.js";
import { MongoProfileStore } from "../../src/profiles/mongo-profile-store.js";
import type { ProfileStore } from "../../src/profiles/profile-store.js";
import type { UserId } from "../../src/profiles/user-id.js";
import { openOwnDatabase, uriOfTestRun } from "../documentdb/own-database.js";
import { idOf } from "./profile-of.js";

/** An empty store to try, and a way into it past its own checks. */
export interface StoreUnderTest {
  readonly store: ProfileStore;
  /** Stores a document as it is, under its `_id`. */
  plant(document: { readonly _id: string; readonly [field: string]: unknown }): Promise<void>;
  close(): Promise<void>;
}

/** Every kind of store there is. */
export const STORES: readonly { readonly kind: string; readonly open: () => Promise<StoreUnderTest> }[] = [
  { kind: "in this process", open: openInMemory },
  { kind: "in MongoDB", open: openInMongo },
];

async function openInMemory(): Promise<StoreUnderTest> {
  const documents = new Map<UserId, unknown>();
  const store = new MemoryProfileStore(documents);
  return {
    store,
    plant: async (document) => {
      documents.set(idOf(document._id), document);
    },
    close: () => store.close(),
  };
}

async function openInMongo(): Promise<StoreUnderTest> {
  const own = await openOwnDatabase();
  const store = new MongoProfileStore(withDatabase(uriOfTestRun(), own.db.databaseName));
  return {
    store,
    plant: async (document) => {
      await own.db.collection<{ _id: string }>("profiles").insertOne(document);
    },
    close: async () => {
      await store.close();
      await own.close();
    },
  };
}

/** A connection string that names a database. */
export function withDatabase(uri: string, name: string): string {
  const named = new URL(uri);
  named.pathname = `/${name}`;
  return named.href;
}
