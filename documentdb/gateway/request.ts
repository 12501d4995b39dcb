import { BSON } from "bson";
import { readTopLevel, type Fields } from "./bson.js";
import { MalformedMessage } from "./malformed-message.js";
import type { WireMessage } from "./wire-messages.js";

/** A command as a client sent it, read just far enough to know who has to do it. */
export interface Request {
  readonly name: string;
  readonly database: string;
  /** The collection named by the command; empty when it names none. */
  readonly collection: string;
  /** Top-level fields, as `readTopLevel` gives them. */
  readonly fields: Fields;
  /** The whole command, which the engine reads for itself. */
  readonly bytes: Buffer;
  readonly documents: Buffer | null;
  readonly session: SessionPart | undefined;
}

/** What a command says about the session it runs in. */
export interface SessionPart {
  readonly id: string;
  /** Counts the session's transactions and retryable writes; a retried write repeats its number. */
  readonly number: bigint | undefined;
  readonly inTransaction: boolean;
  readonly startsTransaction: boolean;
}

/** Reads a message into a request; throws `MalformedMessage` when its body is no command. */
export function readRequest({ body, documents }: WireMessage): Request {
  const fields = readBody(body);
  const name = Object.keys(fields)[0];
  if (name === undefined) throw new MalformedMessage("command has no name");
  const { $db: database, [name]: subject } = fields;
  return {
    name,
    database: typeof database === "string" ? database : "admin",
    collection: typeof subject === "string" ? subject : "",
    fields,
    bytes: body,
    documents,
    session: readSession(fields),
  };
}

function readBody(body: Buffer): Fields {
  try {
    return readTopLevel(body);
  } catch (error) {
    throw new MalformedMessage("command is not a BSON document", { cause: error });
  }
}

function readSession(fields: Fields): SessionPart | undefined {
  const { lsid, txnNumber, autocommit, startTransaction } = fields;
  if (!Buffer.isBuffer(lsid)) return undefined;
  return {
    id: sessionId(lsid),
    number: typeof txnNumber === "bigint" ? txnNumber : undefined,
    inTransaction: autocommit === false,
    startsTransaction: startTransaction === true,
  };
}

/** A session's id as text, from the bytes of the document drivers name it with. */
export function sessionId(lsid: Buffer): string {
  const { id } = BSON.deserialize(lsid);
  return id instanceof BSON.Binary ? id.toString("hex") : lsid.toString("hex");
}
