import type mongoose from "mongoose";
import { openOwnDatabase, type OwnDatabase } from "./own-database.js";

type Db = mongoose.mongo.Db;

let database: OwnDatabase;
beforeEach(async () => {
  database = await openOwnDatabase();
  await database.db.collection("people").insertMany([
    { _id: 1, name: "Maya", age: 12 },
    { _id: 2, name: "Léo", age: 15 },
  ] as object[]);
});
afterEach(() => database.close());

const update = (change: object) => (db: Db) => db.collection<{ _id: number }>("people").updateOne({ _id: 1 }, change);
const find = (filter: object) => (db: Db) => db.collection("people").find(filter).toArray();
const index = (key: object, name: string) => (db: Db) =>
  db.command({ createIndexes: "people", indexes: [{ key, name }] });

test.each<[number, string, (db: Db) => Promise<unknown>]>([
  [2, "an operator that is not known", find({ age: { $around: 12 } })],
  [2, "a push to what is no list", update({ $push: { age: 1 } })],
  [9, "an update modifier that is not known", update({ $grow: { age: 1 } })],
  [14, "adding to a text", update({ $inc: { name: 1 } })],
  [26, "indexes of a collection that is not there", (db) => db.collection("nobody").listIndexes().toArray()],
  [27, "dropping an index that is not there", (db) => db.collection("people").dropIndex("none")],
  [28, "a path through a text", update({ $set: { "name.first": "M" } })],
  [40, "two changes to one field", update({ $set: { age: 1 }, $inc: { age: 1 } })],
  [59, "a command that is not known", (db) => db.command({ makeTea: 1 })],
  [66, "a change of the id", update({ $set: { _id: 3 } })],
  [67, "an index of a kind that is not known", index({ age: "sideways" }, "odd")],
  [
    168,
    "an expression that is not known",
    (db) =>
      db
        .collection("people")
        .aggregate([{ $project: { a: { $tea: 1 } } }])
        .toArray(),
  ],
  [
    40324,
    "a stage that is not known",
    (db) =>
      db
        .collection("people")
        .aggregate([{ $tea: 1 }])
        .toArray(),
  ],
  [11000, "a second document with the same id", (db) => db.collection<{ _id: number }>("people").insertOne({ _id: 1 })],
])("%i: %s", async (code, _what, provoke) => {
  await expect(provoke(database.db)).rejects.toMatchObject({ code });
});

test.each<[number, string, Parameters<typeof index>]>([
  [85, "the same keys under another name", [{ age: 1 }, "other"]],
  [86, "other keys under the same name", [{ name: 1 }, "by-age"]],
])("%i: an index with %s", async (code, _what, [key, name]) => {
  await index({ age: 1 }, "by-age")(database.db);
  await expect(index(key, name)(database.db)).rejects.toMatchObject({ code });
});

test("11000: an update, an upsert and an index against a unique one, with the message mongoose knows", async () => {
  const people = database.db.collection<{ _id: number; name: string }>("people");
  await people.createIndexes([{ key: { name: 1 }, unique: true }]);
  const duplicate = { code: 11000, message: expect.stringMatching(/^E11000 duplicate key/) as string };
  await expect(people.updateOne({ _id: 2 }, { $set: { name: "Maya" } })).rejects.toMatchObject(duplicate);
  const upsert = people.findOneAndUpdate({ _id: 3 }, { $set: { name: "Maya" } }, { upsert: true });
  await expect(upsert).rejects.toMatchObject(duplicate);
  await people.updateMany({}, { $set: { region: "FR" } });
  await expect(people.createIndexes([{ key: { region: 1 }, unique: true }])).rejects.toMatchObject({ code: 11000 });
});

test("121: a document that the collection's validator refuses", async () => {
  await database.db.createCollection("strict", { validator: { $jsonSchema: { required: ["age"] } } });
  await expect(database.db.collection("strict").insertOne({})).rejects.toMatchObject({ code: 121 });
});

test("50: an update that waits longer for a transaction than it is allowed to take", async () => {
  const { client, people } = database;
  await people.insertOne({ _id: "maya", age: 12 });
  await client.withSession(async (session) => {
    session.startTransaction();
    await people.updateOne({ _id: "maya" }, { $inc: { age: 1 } }, { session });
    const late = people.updateOne({ _id: "maya" }, { $inc: { age: 1 } }, { maxTimeMS: 150 });
    await expect(late).rejects.toMatchObject({ code: 50, codeName: "MaxTimeMSExpired" });
    await session.abortTransaction();
  });
  expect(await people.findOne({ _id: "maya" })).toMatchObject({ age: 12 });
});
