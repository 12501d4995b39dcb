import mongoose, { Schema, type Connection } from "mongoose";
import { openOwnDatabase, uriOfTestRun, type OwnDatabase } from "./own-database.js";

function peopleModel(on: Connection) {
  const schema = new Schema(
    {
      _id: String,
      email: String,
      choices: Schema.Types.Map,
      guardians: [{ _id: false, guardian: String, since: Date }],
    },
    { optimisticConcurrency: true },
  );
  schema.index({ email: 1 }, { unique: true, sparse: true });
  return on.model("Person", schema);
}

let own: OwnDatabase;
let connection: Connection;
let People: ReturnType<typeof peopleModel>;
beforeEach(async () => {
  own = await openOwnDatabase();
  connection = await mongoose.createConnection(uriOfTestRun(), { dbName: own.db.databaseName }).asPromise();
  People = peopleModel(connection);
  await People.init();
});
afterEach(async () => {
  await connection.close();
  await own.close();
});

const since = new Date("2024-05-06T07:08:09Z");
const maya = {
  _id: "maya",
  email: "maya@example.org",
  choices: { chat: "friends" },
  guardians: [{ guardian: "ana", since }],
};

test("a model makes its indexes and a lean find answers plain documents", async () => {
  await People.create(maya);
  expect(await People.find({ _id: { $in: ["maya", "leo"] } }).lean()).toEqual([{ ...maya, __v: 0 }]);
  await expect(People.create({ ...maya, _id: "leo" })).rejects.toMatchObject({ code: 11000 });
  await People.create([{ _id: "kim" }, { _id: "zoe" }]);
  expect(await People.countDocuments()).toBe(3);
});

test("of two who change one document the second is told its version is old", async () => {
  await People.create(maya);
  const [first, second] = await Promise.all([People.findById("maya"), People.findById("maya")]);
  first?.choices?.set("chat", "nobody");
  second?.guardians.push({ guardian: "leo", since });
  await first?.save();
  await expect(second?.save()).rejects.toMatchObject({ name: "VersionError" });
});

test("a transaction of the connection stores all or nothing", async () => {
  const stopped = connection.transaction(async (session) => {
    await People.create([maya], { session });
    throw new Error("changed my mind");
  });
  await expect(stopped).rejects.toThrow("changed my mind");
  expect(await People.countDocuments()).toBe(0);
  await connection.transaction(async (session) => {
    await People.create([maya], { session });
    await People.updateOne({ _id: "maya" }, { $set: { "choices.chat": "nobody" } }, { session });
  });
  expect((await People.findById("maya"))?.choices?.get("chat")).toBe("nobody");
});
