import { openOwnDatabase, type OwnDatabase, type Person } from "./own-database.js";

let database: OwnDatabase;
beforeEach(async () => {
  database = await openOwnDatabase();
  await database.people.insertMany([
    { _id: "maya", name: "Maya", age: 12, region: "US-CA" },
    { _id: "leo", name: "Léo", age: 15, region: "FR" },
    { _id: "noor", name: "نور", age: 9, region: "GB" },
    { _id: "ana", name: "Ana", age: 17, region: "BR" },
  ]);
});
afterEach(() => database.close());

const thousand: Person[] = Array.from({ length: 1000 }, (_, i) => ({
  _id: `p${String(i).padStart(3, "0")}`,
  age: i % 7,
}));

describe("reading", () => {
  test.each<[object, string[]]>([
    [{}, ["ana", "leo", "maya", "noor"]],
    [{ _id: "maya" }, ["maya"]],
    [{ _id: { $in: ["noor", "ana", "nobody"] } }, ["ana", "noor"]],
    [{ age: { $gte: 12, $lt: 17 } }, ["leo", "maya"]],
    [{ region: { $exists: false } }, []],
    [{ $or: [{ name: "نور" }, { region: "FR" }] }, ["leo", "noor"]],
  ])("find %j answers %j", async (filter, ids) => {
    const found = await database.people.find(filter).sort({ _id: 1 }).toArray();
    expect(found.map(({ _id }) => _id)).toEqual(ids);
  });

  test("a document comes back as it was stored, whatever its types", async () => {
    const { Binary, Decimal128, Long, ObjectId } = await import("bson");
    const stored = {
      _id: new ObjectId(),
      date: new Date("2010-03-04T05:06:07.089Z"),
      long: Long.fromString("9007199254740993"),
      decimal: Decimal128.fromString("1.10"),
      double: 0.5,
      bytes: new Binary(Buffer.from([0, 1, 255])),
      nothing: null,
      nested: { list: [1, "two", { three: 3 }], empty: {} },
      text: "ünï💛",
    };
    const things = database.db.collection("things", { promoteValues: true, promoteLongs: false });
    await things.insertOne(stored);
    expect(await things.findOne({ _id: stored._id })).toEqual(stored);
  });

  test("$in of 1,000 comes in several pages, each person once", async () => {
    await database.people.insertMany(thousand);
    const ids = thousand.map(({ _id }) => _id);
    const cursor = database.people.find({ _id: { $in: ids } }).batchSize(150);
    expect((await cursor.toArray()).map(({ _id }) => _id).toSorted()).toEqual(ids);
  });

  test("a sorted cursor goes on where it was, though other connections are busy", async () => {
    await database.people.insertMany(thousand);
    const seen: (number | undefined)[] = [];
    for await (const { age } of database.people.find({ _id: /^p/ }).sort({ age: -1 }).batchSize(90)) {
      if (seen.length % 90 === 0) await Promise.all([1, 2, 3].map(() => database.people.countDocuments()));
      seen.push(age);
    }
    expect(seen).toEqual(thousand.map(({ age }) => age).toSorted((a = 0, b = 0) => b - a));
  });

  test("skip, limit and projection", async () => {
    const found = await database.people.find().sort({ age: 1 }).skip(1).limit(2).project({ name: 1, _id: 0 }).toArray();
    expect(found).toEqual([{ name: "Maya" }, { name: "Léo" }]);
  });

  test("counts, distinct values and groups", async () => {
    const { people } = database;
    expect(await people.countDocuments({ age: { $lt: 16 } })).toBe(3);
    expect(await people.estimatedDocumentCount()).toBe(4);
    expect(await people.distinct("region")).toEqual(expect.arrayContaining(["US-CA", "FR", "GB", "BR"]));
    const groups = people.aggregate([
      { $match: { age: { $gt: 9 } } },
      { $group: { _id: { $gte: ["$age", 16] }, people: { $sum: 1 } } },
      { $sort: { people: -1 } },
    ]);
    expect(await groups.toArray()).toEqual([
      { _id: false, people: 2 },
      { _id: true, people: 1 },
    ]);
  });
});

describe("writing", () => {
  test("updateOne, updateMany, replaceOne and deleteMany say what they did", async () => {
    const { people } = database;
    expect(await people.updateOne({ _id: "maya" }, { $inc: { age: 1 } })).toMatchObject({ modifiedCount: 1 });
    expect(await people.updateOne({ _id: "nobody" }, { $inc: { age: 1 } })).toMatchObject({ matchedCount: 0 });
    expect(await people.updateMany({ age: { $gte: 13 } }, { $set: { region: "IE" } })).toMatchObject({
      modifiedCount: 3,
    });
    expect(await people.replaceOne({ _id: "ana" }, { name: "Ana" })).toMatchObject({ modifiedCount: 1 });
    expect(await people.deleteMany({ region: "IE" })).toMatchObject({ deletedCount: 2 });
    expect(await people.find().sort({ _id: 1 }).toArray()).toEqual([
      { _id: "ana", name: "Ana" },
      { _id: "noor", name: "نور", age: 9, region: "GB" },
    ]);
  });

  test("findOneAndUpdate answers the document before or after, and makes it when asked to", async () => {
    const { people } = database;
    const older = { $inc: { age: 1 } };
    expect(await people.findOneAndUpdate({ _id: "leo" }, older)).toMatchObject({ age: 15 });
    expect(await people.findOneAndUpdate({ _id: "leo" }, older, { returnDocument: "after" })).toMatchObject({
      age: 17,
    });
    expect(await people.findOneAndUpdate({ _id: "kim" }, older)).toBeNull();
    const made = await people.findOneAndUpdate({ _id: "kim" }, older, { upsert: true, returnDocument: "after" });
    expect(made).toEqual({ _id: "kim", age: 1 });
    expect(await people.findOneAndDelete({ _id: "kim" })).toEqual({ _id: "kim", age: 1 });
  });

  test("bulkWrite does several kinds of writes in order", async () => {
    const result = await database.people.bulkWrite([
      { insertOne: { document: { _id: "kim", age: 8 } } },
      { updateOne: { filter: { _id: "kim" }, update: { $inc: { age: 1 } } } },
      { updateOne: { filter: { _id: "zoe" }, update: { $set: { age: 3 } }, upsert: true } },
      { deleteOne: { filter: { _id: "ana" } } },
    ]);
    expect(result).toMatchObject({ insertedCount: 1, modifiedCount: 1, upsertedCount: 1, deletedCount: 1 });
    expect(result.upsertedIds).toEqual({ 2: "zoe" });
  });

  test("an unordered insert stores what it can and names what it cannot", async () => {
    const documents = [{ _id: "kim" }, { _id: "maya" }, { _id: "zoe" }, { _id: "leo" }];
    const refused = database.people.insertMany(documents, { ordered: false });
    await expect(refused).rejects.toMatchObject({
      code: 11000,
      result: { insertedCount: 2 },
      writeErrors: [
        { index: 1, code: 11000 },
        { index: 3, code: 11000 },
      ],
    });
  });

  test("a document of 8 MB goes through in both directions", async () => {
    const name = "x".repeat(8_000_000);
    await database.people.insertOne({ _id: "long", name });
    expect((await database.people.findOne({ _id: "long" }))?.name).toHaveLength(name.length);
  });
});

describe("collections", () => {
  test("indexes and collections are made, listed and dropped", async () => {
    const { db, people } = database;
    await db.createCollection("audit");
    await people.createIndexes([
      { key: { region: 1, age: -1 }, name: "place" },
      { key: { name: 1 }, unique: true, partialFilterExpression: { name: { $exists: true } } },
    ]);
    expect((await people.indexes()).map(({ name }) => name).toSorted()).toEqual(["_id_", "name_1", "place"]);
    await people.dropIndex("place");
    expect((await people.indexes()).map(({ name }) => name).toSorted()).toEqual(["_id_", "name_1"]);
    expect((await db.listCollections().toArray()).map(({ name }) => name).toSorted()).toEqual(["audit", "people"]);
    await db.collection("audit").drop();
    expect(await db.listCollections({ name: "audit" }, { nameOnly: true }).toArray()).toEqual([]);
  });

  test("a dropped database is gone and can be made again", async () => {
    const { db, people } = database;
    await db.dropDatabase();
    expect(await people.countDocuments()).toBe(0);
    await people.insertOne({ _id: "maya" });
    const { databases } = await db.admin().listDatabases({ nameOnly: true });
    expect(databases.map(({ name }) => name)).toContain(db.databaseName);
  });
});

test("a closed cursor is closed on the server, too", async () => {
  await database.people.insertMany(thousand);
  const cursor = database.people.find().batchSize(10);
  await cursor.next();
  const { id } = cursor;
  await cursor.close();
  const more = database.db.command({ getMore: id, collection: "people" });
  await expect(more).rejects.toMatchObject({ code: 43, codeName: "CursorNotFound" });
});
