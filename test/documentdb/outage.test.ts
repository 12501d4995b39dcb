import { openDatabase } from "../../documentdb/database-for-tests.js";
import type { Database } from "../../documentdb/database.js";
import { startTcpProxy, type TcpProxy } from "../../documentdb/tcp-proxy.js";
import { openOwnDatabase, uriOfTestRun, type OwnDatabase } from "./own-database.js";

const unreachable = /ECONNREFUSED|ECONNRESET|closed/;

describe("a server of one's own", () => {
  let database: Database;
  let own: OwnDatabase;
  beforeAll(async () => {
    database = await openDatabase();
    own = await openOwnDatabase(database.uri);
  }, 180_000);
  afterAll(async () => {
    await own.close().finally(() => database.stop());
  }, 60_000);

  // Somebody else's server is not ours to stop; what is left to see is that the type says so.
  test("is down in between and has its data, its indexes and its clients back afterwards", async () => {
    await own.people.insertOne({ _id: "maya", age: 12 });
    await own.people.createIndexes([{ key: { age: 1 }, unique: true }]);
    if (database.restartable) {
      await database.stopServer();
      await expect(own.people.findOne({ _id: "maya" })).rejects.toThrow(unreachable);
      await database.startServer();
    } else {
      expect(database.engine).toBe("given");
    }
    expect(await own.people.findOne({ _id: "maya" })).toEqual({ _id: "maya", age: 12 });
    await expect(own.people.insertOne({ _id: "leo", age: 12 })).rejects.toMatchObject({ code: 11000 });
  }, 60_000);
});

describe("a proxy in front of the server", () => {
  let proxy: TcpProxy;
  let own: OwnDatabase;
  beforeEach(async () => {
    proxy = await startTcpProxy(uriOfTestRun());
    own = await openOwnDatabase(`${proxy.uri}&socketTimeoutMS=400&connectTimeoutMS=400`);
    await own.people.insertOne({ _id: "maya", age: 12 });
  });
  afterEach(async () => {
    proxy.restore();
    await own.close();
    await proxy.stop();
  });

  test("that is cut refuses, and works again when it is restored", async () => {
    proxy.cut();
    await expect(own.people.findOne({ _id: "maya" })).rejects.toThrow(unreachable);
    proxy.restore();
    expect(await own.people.findOne({ _id: "maya" })).toEqual({ _id: "maya", age: 12 });
  });

  test("that is stalled keeps a client waiting until it gives up by itself", async () => {
    proxy.stall();
    await expect(own.people.findOne({ _id: "maya" })).rejects.toThrow(/timed out/);
    proxy.restore();
    expect(await own.people.findOne({ _id: "maya" })).toEqual({ _id: "maya", age: 12 });
  });

  test("that stalls for a moment loses nothing", async () => {
    proxy.stall();
    const found = own.people.findOne({ _id: "maya" });
    proxy.restore();
    expect(await found).toEqual({ _id: "maya", age: 12 });
  });

  test("lets a transaction through", async () => {
    await own.client.withSession((session) =>
      session.withTransaction(() => own.people.updateOne({ _id: "maya" }, { $inc: { age: 1 } }, { session })),
    );
    expect(await own.people.findOne({ _id: "maya" })).toEqual({ _id: "maya", age: 13 });
  });

  test.each(["http://127.0.0.1/", "mongodb+srv://example.org/"])("stands in front of no `%s`", async (uri) => {
    await expect(startTcpProxy(uri)).rejects.toThrow(/`mongodb:\/\/host:port`/);
  });
});
