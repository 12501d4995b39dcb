import { openDatabase, openFirst } from "../../documentdb/database-for-tests.js";
import type { Database, DatabaseSource, EngineName } from "../../documentdb/database.js";

function source(engine: EngineName, outcome: "serves" | Error): DatabaseSource {
  const uri = `mongodb://ana:secret@127.0.0.1/${engine}`;
  const database: Database = { restartable: false, uri, engine, stop: () => Promise.resolve() };
  return {
    engine,
    description: `the ${engine} one`,
    open: () => (outcome === "serves" ? Promise.resolve(database) : Promise.reject(outcome)),
  };
}

const absent = new Error("there is none");

test("the first that can be had serves, in one line without its password", async () => {
  const lines: string[] = [];
  const sources = [source("given", absent), source("mongod", "serves"), source("documentdb", "serves")];
  const database = await openFirst(sources, (line) => lines.push(line));
  expect(database.engine).toBe("mongod");
  expect(lines).toEqual(["database: the mongod one serves at mongodb://127.0.0.1/mongod"]);
});

test("when none can be had, one message names each and its reason", async () => {
  const sources = [source("given", absent), source("mongod", new Error("it does not start"))];
  await expect(openFirst(sources, () => undefined)).rejects.toThrow(
    "no server that speaks MongoDB's protocol can be had:\n  the given one: there is none\n  the mongod one: it does not start",
  );
});

test("a `MONGODB_URI` that nobody answers at is never passed over", async () => {
  const MONGODB_URI = "mongodb://127.0.0.1:1/?serverSelectionTimeoutMS=50";
  await expect(openDatabase({ MONGODB_URI })).rejects.toThrow(/the server in `MONGODB_URI`: .*ECONNREFUSED/);
});
