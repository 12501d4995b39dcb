import { jest } from "@jest/globals";
import mongoose from "mongoose";
import { startTcpProxy, type TcpProxy } from "../../documentdb/tcp-proxy.js";
import { deadlineIn } from "../../src/profiles/deadline.js";
import { MongoProfileStore, MongoUriInvalid } from "../../src/profiles/mongo-profile-store.js";
import { ProfileStoreUnavailable } from "../../src/profiles/profile-store.js";
import { openOwnDatabase, uriOfTestRun, type OwnDatabase } from "../documentdb/own-database.js";
import { maya } from "./people.js";
import { idOf, profileOf } from "./profile-of.js";
import { withDatabase } from "./stores-under-test.js";

// A machine that many share can be slow.
jest.setTimeout(60_000);

let own: OwnDatabase;
let proxy: TcpProxy;
let store: MongoProfileStore;

beforeEach(async () => {
  own = await openOwnDatabase();
  proxy = await startTcpProxy(uriOfTestRun());
  store = new MongoProfileStore(`${withDatabase(proxy.uri, own.db.databaseName)}&monitorCommands=true`);
});
afterEach(async () => {
  await store.close();
  await proxy.stop();
  await own.close();
});

const find = (ms = 20_000) => store.find([maya.id], deadlineIn(ms));

/** Asks until there is an answer. */
async function findAtLast(): Promise<unknown> {
  const patience = deadlineIn(30_000);
  for (;;) {
    try {
      return await find(2_000);
    } catch (error) {
      if (!(error instanceof ProfileStoreUnavailable) || patience.msLeft() === 0) throw error;
    }
  }
}

/** The commands that any client sends meanwhile. */
async function commandsDuring(work: () => Promise<unknown>): Promise<readonly string[]> {
  const emit = jest.spyOn(mongoose.mongo.MongoClient.prototype, "emit");
  try {
    await work();
    return emit.mock.calls
      .filter(([event]) => event === "commandStarted")
      .map(([, started]) => (started as unknown as mongoose.mongo.CommandStartedEvent).commandName);
  } finally {
    emit.mockRestore();
  }
}

describe("what it asks the database", () => {
  test.each([1, 100, 1_000])("%i people are one command, and one answer", async (count) => {
    const ids = Array.from({ length: count }, (_, index) => idOf(`person-${index}`));
    await store.put(ids.map((id) => profileOf(id)));
    const commands = await commandsDuring(async () => {
      expect((await store.find(ids, deadlineIn(20_000))).size).toBe(count);
    });
    expect(commands).toEqual(["find"]);
  });

  test("nothing is asked, made or connected before the first use", async () => {
    proxy.cut();
    const commands = await commandsDuring(async () => {
      const unused = new MongoProfileStore(withDatabase(proxy.uri, own.db.databaseName));
      await unused.close();
    });
    expect(commands).toEqual([]);
  });

  test("reading makes neither a collection nor an index", async () => {
    const commands = await commandsDuring(async () => {
      for (let read = 0; read < 20; read += 1) await find();
    });
    expect(new Set(commands.filter((command) => command !== "endSessions"))).toEqual(new Set(["find"]));
    expect(await own.db.listCollections().toArray()).toEqual([]);
  });

  test("the collection and its indexes are made when asked, and asking again changes nothing", async () => {
    const names = ["_id_", "wards of a guardian"];
    expect(await store.createIndexes()).toEqual(names);
    await store.put([maya]);
    expect(await store.createIndexes()).toEqual(names);
    expect(await find()).toEqual(new Map([[maya.id, maya]]));
  });
});

describe("when the database cannot be reached", () => {
  test("at the start: reads fail in time, and succeed once it is there, without a restart", async () => {
    proxy.cut();
    await expect(find(200)).rejects.toMatchObject({ code: "SAFETY_DATA_UNAVAILABLE", failure: "deadline" });
    await expect(find()).rejects.toMatchObject({ code: "SAFETY_DATA_UNAVAILABLE" });
    await expect(store.ping(deadlineIn(20_000))).rejects.toBeInstanceOf(ProfileStoreUnavailable);
    proxy.restore();
    expect(await findAtLast()).toEqual(new Map());
  });

  test("later on: the same", async () => {
    await store.put([maya]);
    proxy.cut();
    await expect(find()).rejects.toMatchObject({ code: "SAFETY_DATA_UNAVAILABLE" });
    await expect(store.put([maya])).rejects.toBeInstanceOf(ProfileStoreUnavailable);
    proxy.restore();
    expect(await findAtLast()).toEqual(new Map([[maya.id, maya]]));
  });

  test("when it answers nothing at all: reads fail at their deadline, and not before", async () => {
    await store.put([maya]);
    proxy.stall();
    const began = performance.now();
    await expect(find(300)).rejects.toMatchObject({ code: "SAFETY_DATA_UNAVAILABLE", failure: "deadline" });
    expect(performance.now() - began).toBeGreaterThan(290);
    proxy.restore();
    expect(await findAtLast()).toEqual(new Map([[maya.id, maya]]));
  });

  test("errors tell neither who was asked for nor where the database is", async () => {
    proxy.cut();
    const error = await store
      .find([idOf("maya-of-sunset-avenue")], deadlineIn(20_000))
      .catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(ProfileStoreUnavailable);
    const told = error instanceof Error ? `${String(error)} ${JSON.stringify(error)} ${String(error.cause)}` : "";
    expect(told).not.toMatch(/maya|127\.0\.0\.1/);
    expect(told).toContain("MongooseServerSelectionError");
  });

  test("a store that never connected can be closed", async () => {
    proxy.cut();
    const reading = find().catch((reason: unknown) => reason);
    await store.close();
    expect(await reading).toBeInstanceOf(ProfileStoreUnavailable);
  });
});

describe("the connection string", () => {
  test.each([
    "",
    "maya",
    "http://localhost",
    "mongodb://",
    "mongodb://maya:secret@host:port/db",
    "postgres://localhost/db",
  ])("`%s` is refused at once, and not repeated", (uri) => {
    expect(() => new MongoProfileStore(uri)).toThrow(MongoUriInvalid);
    expect(() => new MongoProfileStore(uri)).not.toThrow(/maya|secret/);
  });

  test.each([
    [
      "mongodb://maya:secret@one.example:27017,two.example/safety?replicaSet=rs",
      "one.example:27017,two.example:27017/safety",
    ],
    ["mongodb://localhost", "localhost:27017/youth-safety"],
    ["mongodb://localhost:27018/?replicaSet=rs", "localhost:27018/youth-safety"],
    ["mongodb+srv://maya:secret@cluster.example/test", "cluster.example/test"],
  ])("%s: its people are at %s", async (uri, address) => {
    const unused = new MongoProfileStore(uri);
    expect(unused.address).toBe(address);
    await unused.close();
  });
});
