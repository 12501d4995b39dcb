import { jest } from "@jest/globals";
import mongoose from "mongoose";
import { MongoProfileStore } from "../../src/profiles/mongo-profile-store.js";
import { ProfileMalformed } from "../../src/profiles/profile-malformed.js";
import { ProfileStoreUnavailable, type Found } from "../../src/profiles/profile-store.js";
import { openOwnDatabase, uriOfTestRun, type OwnDatabase } from "../documentdb/own-database.js";
import { profileOf } from "./profile-of.js";
import { withDatabase } from "./stores-under-test.js";

// A machine that many share can be slow.
jest.setTimeout(60_000);

let own: OwnDatabase;
let store: MongoProfileStore;
beforeEach(async () => {
  own = await openOwnDatabase();
  store = new MongoProfileStore(`${withDatabase(uriOfTestRun(), own.db.databaseName)}&monitorCommands=true`);
});
afterEach(async () => {
  await store.close();
  await own.close();
});

async function batchesOf(size: number): Promise<readonly (readonly Found[])[]> {
  const batches: (readonly Found[])[] = [];
  for await (const batch of store.all(size)) batches.push(batch);
  return batches;
}

/** The commands that any client sends meanwhile. */
async function commandsDuring(work: () => Promise<unknown>): Promise<readonly mongoose.mongo.CommandStartedEvent[]> {
  const emit = jest.spyOn(mongoose.mongo.MongoClient.prototype, "emit");
  try {
    await work();
    return emit.mock.calls
      .filter(([event]) => event === "commandStarted")
      .map(([, started]) => started as unknown as mongoose.mongo.CommandStartedEvent);
  } finally {
    emit.mockRestore();
  }
}

const people = (count: number) => Array.from({ length: count }, (_, index) => profileOf(`person-${index}`));

test("everybody comes once, in batches of bounded size", async () => {
  await store.put(people(250));
  const batches = await batchesOf(100);
  expect(batches.map((batch) => batch.length)).toEqual([100, 100, 50]);
  const ids = batches.flat().map((one) => (one instanceof Error ? "" : one.id));
  expect([...ids].sort()).toEqual(
    people(250)
      .map(({ id }) => id)
      .sort(),
  );
});

test("who cannot be read is an error in their place", async () => {
  await store.put(people(2));
  await own.db.collection<{ _id: string }>("profiles").insertOne({ _id: "torn" });
  const [found = []] = await batchesOf(10);
  expect(found.filter((one) => one instanceof ProfileMalformed)).toHaveLength(1);
  expect(found).toHaveLength(3);
});

test("nobody is no batch", async () => {
  expect(await batchesOf(10)).toEqual([]);
});

test("it asks once, for a bounded time, where it harms nobody, and writes nothing", async () => {
  await store.put(people(30));
  const commands = await commandsDuring(() => batchesOf(20));
  expect(commands.map(({ commandName }) => commandName)).toEqual(["find", "getMore"]);
  expect(commands[0]?.command).toMatchObject({ batchSize: 20, maxTimeMS: 3_600_000 });
  expect(commands[0]?.command).toMatchObject({ $readPreference: { mode: "secondaryPreferred" } });
});

test("leaving early lets go of the cursor", async () => {
  await store.put(people(30));
  const commands = await commandsDuring(async () => {
    for await (const batch of store.all(10)) if (batch.length > 0) break;
  });
  expect(commands.map(({ commandName }) => commandName)).toEqual(["find", "killCursors"]);
});

test("a database that is not there is unavailable", async () => {
  const nowhere = new MongoProfileStore("mongodb://127.0.0.1:9/people");
  await expect(nowhere.all(10)[Symbol.asyncIterator]().next()).rejects.toBeInstanceOf(ProfileStoreUnavailable);
  await nowhere.close();
});
