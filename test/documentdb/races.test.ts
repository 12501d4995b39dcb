import { openOwnDatabase, type OwnDatabase } from "./own-database.js";

let database: OwnDatabase;
beforeEach(async () => {
  database = await openOwnDatabase();
});
afterEach(() => database.close());

const racers = Array.from({ length: 40 }, (_, number) => number);

test("of 40 compare-and-sets on one revision exactly one wins", async () => {
  const { people } = database;
  await people.insertOne({ _id: "maya", revision: 7 });
  const results = await Promise.all(
    racers.map((age) => people.updateOne({ _id: "maya", revision: 7 }, { $set: { age }, $inc: { revision: 1 } })),
  );
  expect(results.filter(({ modifiedCount }) => modifiedCount === 1)).toHaveLength(1);
  expect(await people.findOne({ _id: "maya" })).toMatchObject({ revision: 8 });
});

test("of 40 upserts of one new person exactly one makes them, and no other fails but as a duplicate", async () => {
  const { people } = database;
  const results = await Promise.allSettled(
    racers.map((age) =>
      people.updateOne({ _id: "maya", revision: 0 }, { $set: { age, revision: 1 } }, { upsert: true }),
    ),
  );
  const made = results.filter((result) => result.status === "fulfilled" && result.value.upsertedCount === 1);
  const failures = results.flatMap((result) =>
    result.status === "rejected" ? [result.reason as { code: number }] : [],
  );
  expect(made).toHaveLength(1);
  expect(failures.map(({ code }) => code).filter((code) => code !== 11000)).toEqual([]);
  expect(await people.countDocuments()).toBe(1);
});

test("40 increments without a condition are all counted", async () => {
  const { people } = database;
  await people.insertOne({ _id: "maya", age: 0 });
  await Promise.all(racers.map(() => people.updateOne({ _id: "maya" }, { $inc: { age: 1 } })));
  expect(await people.findOne({ _id: "maya" })).toMatchObject({ age: racers.length });
});

test("a collection that 40 inserts make at the same time is made once, with all of them in it", async () => {
  const { people } = database;
  await Promise.all(racers.map((number) => people.insertOne({ _id: `p${String(number)}` })));
  expect(await people.countDocuments()).toBe(racers.length);
});
