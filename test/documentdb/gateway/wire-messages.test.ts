import { BSON } from "bson";
import fc from "fast-check";
import { FrameReader } from "../../../documentdb/gateway/frame-reader.js";
import { messageReply, readMessage } from "../../../documentdb/gateway/wire-messages.js";
import { bodySection, command, message, sequenceSection } from "./wire-bytes.js";

const ping = { ping: 1, $db: "admin" };

describe("messages out of a stream of bytes", () => {
  test("are the same however the stream is cut", () => {
    const messages = [command(ping), command({ find: "people", filter: { name: "نور" } }), command(ping)];
    const stream = Buffer.concat(messages);
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: stream.length })), (cuts) => {
        const reader = new FrameReader();
        const edges = [0, ...cuts.toSorted((a, b) => a - b), stream.length];
        const read = edges.slice(1).flatMap((end, i) => [...reader.push(stream.subarray(edges[i], end))]);
        expect(read.map((each) => each.toString("hex"))).toEqual(messages.map((each) => each.toString("hex")));
      }),
    );
  });

  test.each([-1, 0, 15, 48_000_001, 0x7fffffff])("cannot be %i bytes long", (length) => {
    const bytes = Buffer.alloc(16);
    bytes.writeInt32LE(length);
    expect(() => [...new FrameReader().push(bytes)]).toThrow("out of bounds");
  });
});

describe("a message", () => {
  test("has a body, documents beside it, and a reply unless it says otherwise", () => {
    const documents = [{ _id: 1 }, { _id: 2 }];
    const read = readMessage(message(2, sequenceSection("documents", ...documents), bodySection(ping)));
    expect(BSON.deserialize(read.body)).toEqual(ping);
    expect(read.documents).toEqual(Buffer.concat(documents.map((each) => BSON.serialize(each))));
    expect(read.wantsReply).toBe(false);
  });

  test("with a checksum is read without it", () => {
    const read = readMessage(message(1, bodySection(ping), Buffer.from("abcd")));
    expect(BSON.deserialize(read.body)).toEqual(ping);
  });

  test.each<[string, Buffer]>([
    ["is cut short", message(0)],
    ["no body", message(0, sequenceSection("documents", ping))],
    ["is not expected", message(0, bodySection(ping), bodySection(ping))],
    ["is not expected", message(0, Buffer.concat([Buffer.from([7]), BSON.serialize(ping)]))],
    ["longer than its message", message(0, bodySection(ping).subarray(0, -1))],
    ["has no name", message(0, Buffer.from([1, 5, 0, 0, 0, 65]))],
    ["must be understood", message(4, bodySection(ping))],
  ])("is refused when it %s", (why, bytes) => {
    expect(() => readMessage(bytes)).toThrow(why === "is cut short" ? "no body" : why);
  });

  test("of random bytes is read or refused, never anything else", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        const refused = /^(MalformedMessage|ok)$/;
        let outcome = "ok";
        try {
          readMessage(message(0, Buffer.from(bytes)));
        } catch (error) {
          outcome = error instanceof Error ? error.name : String(error);
        }
        expect(outcome).toMatch(refused);
      }),
    );
  });

  test("that replies names the request it answers", () => {
    const reply = messageReply(77, Buffer.from(BSON.serialize({ ok: 1 })));
    expect(reply.readInt32LE(0)).toBe(reply.length);
    expect(reply.readInt32LE(8)).toBe(77);
    expect(BSON.deserialize(readMessage(reply).body)).toEqual({ ok: 1 });
  });
});
