import { MalformedMessage } from "./malformed-message.js";

/** The largest message either side may send, as announced in the handshake. */
export const MAX_MESSAGE_BYTES = 48_000_000;

/** The message kinds a driver sends: a command, or the query that opens an older handshake. */
export const OPCODE = { reply: 1, query: 2004, message: 2013 } as const;

const HEADER_BYTES = 16;
const CHECKSUM_PRESENT = 1;
const MORE_TO_COME = 2;
const REQUIRED_FLAGS = 0xffff;

/** One command as it came off the wire; nothing in it has been decoded yet. */
export interface WireMessage {
  readonly requestId: number;
  readonly body: Buffer;
  /** The documents sent beside the body (section kind 1), back to back. */
  readonly documents: Buffer | null;
  readonly wantsReply: boolean;
}

/** The four numbers that open every message. */
export interface Header {
  readonly length: number;
  readonly requestId: number;
  readonly opcode: number;
}

/** Reads a message's header; throws `MalformedMessage` when no message can be so long or so short. */
export function readHeader(frame: Buffer): Header {
  const length = readMessageLength(frame);
  if (frame.length < HEADER_BYTES) throw new MalformedMessage("header is cut short");
  return { length, requestId: frame.readInt32LE(4), opcode: frame.readInt32LE(12) };
}

/** The length a message claims for itself; throws `MalformedMessage` when it is out of bounds. */
export function readMessageLength(bytes: Buffer): number {
  const length = bytes.readInt32LE(0);
  if (length < HEADER_BYTES || length > MAX_MESSAGE_BYTES) {
    throw new MalformedMessage(`message length ${String(length)} is out of bounds`);
  }
  return length;
}

/** Reads an OP_MSG; throws `MalformedMessage` when its sections do not add up. */
export function readMessage(frame: Buffer): WireMessage {
  const { requestId } = readHeader(frame);
  if (frame.length < HEADER_BYTES + 9) throw new MalformedMessage("message has no body");
  const flags = frame.readUInt32LE(HEADER_BYTES);
  if ((flags & REQUIRED_FLAGS & ~(CHECKSUM_PRESENT | MORE_TO_COME)) !== 0) {
    throw new MalformedMessage("message has a flag that must be understood");
  }
  const end = frame.length - (flags & CHECKSUM_PRESENT ? 4 : 0);
  const sections = readSections(frame.subarray(HEADER_BYTES + 4, end));
  return { requestId, ...sections, wantsReply: (flags & MORE_TO_COME) === 0 };
}

function readSections(bytes: Buffer): { body: Buffer; documents: Buffer | null } {
  let body: Buffer | undefined;
  const documents: Buffer[] = [];
  for (let at = 0; at < bytes.length;) {
    if (at + 5 > bytes.length) throw new MalformedMessage("section is cut short");
    const kind = bytes.readUInt8(at);
    const length = bytes.readInt32LE(at + 1);
    const section = bytes.subarray(at + 1, at + 1 + length);
    if (length < 5 || section.length !== length) {
      throw new MalformedMessage("section is longer than its message");
    }
    if (kind === 0 && body === undefined) body = section;
    else if (kind === 1) documents.push(readSequence(section));
    else throw new MalformedMessage(`section of kind ${String(kind)} is not expected`);
    at += 1 + length;
  }
  if (body === undefined) throw new MalformedMessage("message has no body");
  return { body, documents: documents.length === 0 ? null : Buffer.concat(documents) };
}

function readSequence(section: Buffer): Buffer {
  const endOfName = section.indexOf(0, 4);
  if (endOfName === -1) throw new MalformedMessage("document sequence has no name");
  return section.subarray(endOfName + 1);
}

/** An OP_MSG that answers `requestId` with one BSON document. */
export function messageReply(requestId: number, document: Buffer): Buffer {
  const head = replyHeader(21, document.length, requestId, OPCODE.message);
  return Buffer.concat([head, document]);
}

/** An OP_REPLY, which only the older handshake is answered with. */
export function queryReply(requestId: number, document: Buffer): Buffer {
  const head = replyHeader(36, document.length, requestId, OPCODE.reply);
  const AWAIT_CAPABLE = 8;
  head.writeInt32LE(AWAIT_CAPABLE, 16);
  head.writeInt32LE(1, 32);
  return Buffer.concat([head, document]);
}

function replyHeader(size: number, bodySize: number, requestId: number, opcode: number): Buffer {
  const head = Buffer.alloc(size);
  head.writeInt32LE(size + bodySize, 0);
  head.writeInt32LE(requestId, 8);
  head.writeInt32LE(opcode, 12);
  return head;
}
