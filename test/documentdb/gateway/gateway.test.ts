import { once } from "node:events";
import { connect, type Socket } from "node:net";
import { BSON } from "bson";
import { FrameReader } from "../../../documentdb/gateway/frame-reader.js";
import { startGateway, type Gateway } from "../../../documentdb/gateway/gateway.js";
import { OPCODE, readMessage } from "../../../documentdb/gateway/wire-messages.js";
import { bodySection, command, frame, message } from "./wire-bytes.js";

// Nothing here reaches PostgreSQL, so there is none.
const nowhere = { socketFolder: "/nonexistent", user: "nobody" };

let gateway: Gateway;
let socket: Socket;
beforeEach(async () => {
  gateway = await startGateway(nowhere, 0);
  socket = await open();
});
afterEach(async () => {
  socket.destroy();
  await gateway.stop();
});

async function open(): Promise<Socket> {
  const opened = connect(gateway.port, "127.0.0.1");
  await once(opened, "connect");
  return opened;
}

async function reply(from: Socket): Promise<Buffer> {
  const frames = new FrameReader();
  for await (const chunk of from.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    for (const whole of frames.push(chunk)) return whole;
  }
  throw new Error("the gateway hung up");
}

async function ask(document: object): Promise<object> {
  socket.write(command(document));
  return BSON.deserialize(readMessage(await reply(socket)).body);
}

test.each(["hello", "isMaster", "ismaster"])("`%s` presents a replica set's only member and primary", async (name) => {
  const address = `127.0.0.1:${gateway.port}`;
  expect(await ask({ [name]: 1, $db: "admin" })).toMatchObject({
    isWritablePrimary: true,
    setName: "documentdb",
    hosts: [address],
    primary: address,
    ok: 1,
  });
});

test("the older handshake is answered in its own form", async () => {
  const query = Buffer.concat([
    Buffer.alloc(4),
    Buffer.from("admin.$cmd\0"),
    Buffer.alloc(8),
    BSON.serialize({ isMaster: 1 }),
  ]);
  socket.write(frame(OPCODE.query, query, 9));
  const answer = await reply(socket);
  expect([answer.readInt32LE(8), answer.readInt32LE(12), answer.readInt32LE(32)]).toEqual([9, OPCODE.reply, 1]);
  expect(BSON.deserialize(answer.subarray(36))).toMatchObject({ isWritablePrimary: true, ok: 1 });
});

test.each<[string, object, object]>([
  ["ping", { ping: 1 }, { ok: 1 }],
  ["buildInfo", { buildInfo: 1 }, { version: "7.0.0", ok: 1 }],
  ["a command that is not known", { makeTea: 1 }, { ok: 0, code: 59, codeName: "CommandNotFound" }],
  ["a cursor that is not open", { getMore: 5n, collection: "people" }, { ok: 0, code: 43, codeName: "CursorNotFound" }],
  ["a cursor id that is no number", { getMore: "five" }, { ok: 0, code: 2, codeName: "BadValue" }],
  ["closing such a cursor", { killCursors: "people", cursors: [5n] }, { cursorsKilled: [], ok: 1 }],
  ["a commit without a session", { commitTransaction: 1 }, { ok: 0, code: 2 }],
  ["a database that is down", { count: "people" }, { ok: 0, code: 1, codeName: "InternalError" }],
])("%s is answered", async (_what, document, answer) => {
  expect(await ask({ ...document, $db: "test" })).toMatchObject(answer);
});

test("a message that wants no reply gets none", async () => {
  const MORE_TO_COME = 2;
  socket.write(message(MORE_TO_COME, bodySection({ makeTea: 1 })));
  expect(await ask({ ping: 1 })).toEqual({ ok: 1 });
});

test("commands that come together are answered in order", async () => {
  socket.write(Buffer.concat([command({ ping: 1 }), command({ makeTea: 1 })]));
  const frames = new FrameReader();
  const answers: unknown[] = [];
  for await (const chunk of socket as AsyncIterable<Buffer>) {
    for (const whole of frames.push(chunk)) answers.push(BSON.deserialize(readMessage(whole).body)["ok"]);
    if (answers.length === 2) break;
  }
  expect(answers).toEqual([1, 0]);
});

function length(claimed: number): Buffer {
  const bytes = command({ ping: 1 });
  bytes.writeInt32LE(claimed);
  return bytes;
}

test.each<[string, Buffer]>([
  ["a length of 0", length(0)],
  ["a length below its header's", length(15)],
  ["a negative length", length(-1)],
  ["a length over 48 MB", length(48_000_001)],
  ["an opcode that is not known", frame(2099, Buffer.alloc(8))],
  ["an opcode that was retired", frame(2002, Buffer.alloc(8))],
  ["a compressed message nobody agreed on", frame(2012, Buffer.alloc(8))],
  ["a message without a body", message(0)],
  ["a body that is no BSON", message(0, Buffer.from([0, 12, 0, 0, 0, 99, 99, 99, 99, 99, 99, 99, 0]))],
  ["a command without a name", command({})],
  ["a web request", Buffer.from("GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n")],
])("%s closes its own connection and no other", async (_what, bytes) => {
  const other = await open();
  other.on("error", () => undefined).end(bytes);
  other.resume();
  await once(other, "close");
  expect(await ask({ ping: 1 })).toEqual({ ok: 1 });
});

test("a client that hangs up in the middle of a message, or before its answer, harms nobody", async () => {
  const half = await open();
  half.write(command({ ping: 1 }).subarray(0, 20));
  half.resetAndDestroy();
  const impatient = await open();
  impatient.write(command({ count: "people", $db: "test" }));
  impatient.resetAndDestroy();
  expect(await ask({ ping: 1 })).toEqual({ ok: 1 });
});

test("stopping hangs up on clients", async () => {
  const closed = once(socket.resume(), "close");
  await gateway.stop();
  await closed;
  gateway = await startGateway(nowhere, gateway.port);
  socket = await open();
  expect(await ask({ ping: 1 })).toEqual({ ok: 1 });
});
