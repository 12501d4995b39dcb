import { BSON } from "bson";
import { OPCODE } from "../../../documentdb/gateway/wire-messages.js";

/** A message of one kind with whatever follows its header. */
export function frame(opcode: number, payload: Buffer, requestId = 1): Buffer {
  const header = Buffer.alloc(16);
  header.writeInt32LE(16 + payload.length, 0);
  header.writeInt32LE(requestId, 4);
  header.writeInt32LE(opcode, 12);
  return Buffer.concat([header, payload]);
}

/** An OP_MSG with these flags and sections. */
export function message(flags: number, ...sections: Buffer[]): Buffer {
  const bits = Buffer.alloc(4);
  bits.writeUInt32LE(flags);
  return frame(OPCODE.message, Buffer.concat([bits, ...sections]));
}

/** The section that holds the command itself. */
export function bodySection(document: object): Buffer {
  return Buffer.concat([Buffer.from([0]), BSON.serialize(document)]);
}

/** A section that holds documents beside the command. */
export function sequenceSection(name: string, ...documents: object[]): Buffer {
  const content = Buffer.concat([Buffer.from(`${name}\0`), ...documents.map((each) => BSON.serialize(each))]);
  const head = Buffer.alloc(5);
  head.writeUInt8(1, 0);
  head.writeInt32LE(4 + content.length, 1);
  return Buffer.concat([head, content]);
}

/** A whole command as a driver sends it. */
export function command(document: object): Buffer {
  return message(0, bodySection(document));
}
