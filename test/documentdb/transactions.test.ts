import type mongoose from "mongoose";
import { openOwnDatabase, type OwnDatabase, type Person } from "./own-database.js";

let database: OwnDatabase;
beforeEach(async () => {
  database = await openOwnDatabase();
  await database.people.insertMany([
    { _id: "maya", age: 12, revision: 0 },
    { _id: "leo", age: 15, revision: 0 },
  ]);
});
afterEach(() => database.close());

const older = { $inc: { age: 1 } };

async function ages(session?: mongoose.mongo.ClientSession): Promise<Record<string, number | undefined>> {
  const found = await database.people.find({}, session && { session }).toArray();
  return Object.fromEntries(found.map(({ _id, age }: Person) => [_id, age]));
}

async function inSession(work: (session: mongoose.mongo.ClientSession) => Promise<void>): Promise<void> {
  await database.client.withSession(async (session) => {
    session.startTransaction();
    await work(session);
  });
}

test("a commit makes all writes visible at once; before it only the transaction sees them", async () => {
  await inSession(async (session) => {
    await database.people.updateOne({ _id: "maya" }, older, { session });
    await database.people.insertOne({ _id: "kim", age: 8 }, { session });
    expect(await ages(session)).toEqual({ maya: 13, leo: 15, kim: 8 });
    expect(await ages()).toEqual({ maya: 12, leo: 15 });
    await session.commitTransaction();
  });
  expect(await ages()).toEqual({ maya: 13, leo: 15, kim: 8 });
});

test("an abort leaves nothing behind", async () => {
  await inSession(async (session) => {
    await database.people.deleteOne({ _id: "leo" }, { session });
    await database.people.updateMany({}, older, { session });
    await session.abortTransaction();
  });
  expect(await ages()).toEqual({ maya: 12, leo: 15 });
});

test("a session that ends without a commit leaves nothing behind and holds nothing up", async () => {
  await inSession(async (session) => {
    await database.people.updateOne({ _id: "maya" }, older, { session });
  });
  await database.people.updateOne({ _id: "maya" }, { $set: { age: 30 } }, { maxTimeMS: 2000 });
  expect(await ages()).toEqual({ maya: 30, leo: 15 });
});

test("a transaction goes on seeing what it saw first", async () => {
  await inSession(async (session) => {
    expect(await ages(session)).toEqual({ maya: 12, leo: 15 });
    await database.people.updateOne({ _id: "maya" }, older);
    expect(await ages(session)).toEqual({ maya: 12, leo: 15 });
    await session.commitTransaction();
  });
});

describe("a write conflict is told at once, with the label to try again", () => {
  const conflict = { code: 112, codeName: "WriteConflict" };
  const change = {
    updateOne: (session) => database.people.updateOne({ _id: "maya" }, older, { session }),
    findOneAndUpdate: (session) => database.people.findOneAndUpdate({ _id: "maya" }, older, { session }),
    deleteOne: (session) => database.people.deleteOne({ _id: "maya" }, { session }),
  } satisfies Record<string, (session: mongoose.mongo.ClientSession) => Promise<unknown>>;

  test.each(Object.entries(change))("%s on what an open transaction has changed", async (_name, write) => {
    await inSession(async (first) => {
      await database.people.updateOne({ _id: "maya" }, older, { session: first });
      await inSession(async (second) => {
        const error: unknown = await write(second).catch((reason: unknown) => reason);
        expect(error).toMatchObject(conflict);
        expect((error as mongoose.mongo.MongoError).hasErrorLabel("TransientTransactionError")).toBe(true);
      });
      await first.commitTransaction();
    });
    expect(await ages()).toEqual({ maya: 13, leo: 15 });
  });

  test.each(Object.entries(change))("%s on what was changed since the first read", async (_name, write) => {
    await inSession(async (session) => {
      await ages(session);
      await database.people.updateOne({ _id: "maya" }, older);
      await expect(write(session)).rejects.toMatchObject(conflict);
    });
  });
});

test("any other error ends the transaction too: neither later writes nor the commit count", async () => {
  await inSession(async (session) => {
    await database.people.updateOne({ _id: "leo" }, older, { session });
    const duplicate = database.people.insertOne({ _id: "maya" }, { session });
    await expect(duplicate).rejects.toMatchObject({ code: 11000 });
    const late = database.people.updateOne({ _id: "leo" }, older, { session });
    await expect(late).rejects.toMatchObject({ code: 251, codeName: "NoSuchTransaction" });
    await expect(session.commitTransaction()).rejects.toMatchObject({ code: 251 });
  });
  expect(await ages()).toEqual({ maya: 12, leo: 15 });
});

test("a commit that is sent twice is answered twice and done once", async () => {
  await inSession(async (session) => {
    await database.people.updateOne({ _id: "maya" }, older, { session });
    await session.commitTransaction();
    await session.commitTransaction();
  });
  expect(await ages()).toEqual({ maya: 13, leo: 15 });
});

test("a query in a transaction comes in pages of the same moment", async () => {
  await database.people.insertMany(Array.from({ length: 500 }, (_, i) => ({ _id: `p${String(i)}`, age: 1 })));
  await inSession(async (session) => {
    const cursor = database.people.find({ age: 1 }, { session, batchSize: 100 });
    expect(await cursor.next()).not.toBeNull();
    await database.people.updateMany({ age: 1 }, { $set: { age: 2 } });
    expect(await cursor.toArray()).toHaveLength(499);
    await session.commitTransaction();
  });
});

test("of 50 transactions that read and write one document none is lost", async () => {
  const { client, people } = database;
  const one = Array.from({ length: 50 }, () =>
    client.withSession((session) =>
      session.withTransaction(async () => {
        const person = await people.findOne({ _id: "maya" }, { session });
        const revision = (person?.revision ?? NaN) + 1;
        await people.updateOne({ _id: "maya" }, { $set: { revision } }, { session });
      }),
    ),
  );
  await Promise.all(one);
  expect(await people.findOne({ _id: "maya" })).toMatchObject({ revision: 50 });
}, 60_000);
