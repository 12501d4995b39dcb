import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { connect } from "node:net";
import { Binary, BSON, type Document } from "bson";
import { FrameReader } from "../../documentdb/gateway/frame-reader.js";
import { readMessage } from "../../documentdb/gateway/wire-messages.js";
import { command } from "./gateway/wire-bytes.js";
import { openOwnDatabase, uriOfTestRun, type OwnDatabase } from "./own-database.js";

let database: OwnDatabase;
beforeEach(async () => {
  database = await openOwnDatabase();
  await database.people.insertOne({ _id: "maya", age: 12 });
});
afterEach(() => database.close());

// A driver sends a write again, with the same number, when it does not know what became of the first.
async function sendTwice(document: object): Promise<Document[]> {
  const { hostname, port } = new URL(uriOfTestRun());
  const socket = connect(Number(port), hostname);
  await once(socket, "connect");
  const lsid = { id: new Binary(randomBytes(16), Binary.SUBTYPE_UUID) };
  const bytes = command({ ...document, lsid, txnNumber: 1n, $db: database.db.databaseName });
  socket.write(Buffer.concat([bytes, bytes]));
  const frames = new FrameReader();
  const replies: Document[] = [];
  for await (const chunk of socket as AsyncIterable<Buffer>) {
    for (const frame of frames.push(chunk)) replies.push(BSON.deserialize(readMessage(frame).body));
    if (replies.length === 2) break;
  }
  return replies;
}

const grow = { $inc: { age: 1 } };

test.each<[string, object, object, object | null]>([
  ["insert", { insert: "people", documents: [{ _id: "kim" }] }, { n: 1, ok: 1 }, { age: 12 }],
  [
    "update",
    { update: "people", updates: [{ q: { _id: "maya" }, u: grow }] },
    { n: 1, nModified: 1, ok: 1 },
    { age: 13 },
  ],
  [
    "findAndModify",
    { findAndModify: "people", query: { _id: "maya" }, update: grow },
    { value: { age: 12 }, ok: 1 },
    { age: 13 },
  ],
  ["delete", { delete: "people", deletes: [{ q: { _id: "maya" }, limit: 1 }] }, { n: 1, ok: 1 }, null],
])("a single %s that is sent again is answered again and done once", async (_name, write, reply, left) => {
  expect(await sendTwice(write)).toMatchObject([reply, reply]);
  const maya = await database.people.findOne({ _id: "maya" });
  expect(maya && { age: maya.age }).toEqual(left);
});
