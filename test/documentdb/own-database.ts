import { randomUUID } from "node:crypto";
import mongoose from "mongoose";

/** One person as these tests store them. */
export interface Person {
  _id: string;
  name?: string;
  age?: number;
  region?: string;
  revision?: number;
}

/** A database that no other test file uses, on the server of this test run. */
export interface OwnDatabase {
  readonly client: mongoose.mongo.MongoClient;
  readonly db: mongoose.mongo.Db;
  readonly people: mongoose.mongo.Collection<Person>;
  /** Removes the database and hangs up. */
  close(): Promise<void>;
}

export async function openOwnDatabase(uri = uriOfTestRun()): Promise<OwnDatabase> {
  const client = new mongoose.mongo.MongoClient(uri, { serverSelectionTimeoutMS: 5000, maxPoolSize: 60 });
  const db = client.db(`test-${randomUUID()}`);
  return {
    client,
    db,
    people: db.collection<Person>("people"),
    async close() {
      await db.dropDatabase();
      await client.close();
    },
  };
}

/** The URI that the global setup of the test run left for its test files. */
export function uriOfTestRun(): string {
  const uri = process.env["TEST_MONGODB_URI"];
  if (uri === undefined) throw new Error("TEST_MONGODB_URI is not set: is jest's global setup configured?");
  return uri;
}
