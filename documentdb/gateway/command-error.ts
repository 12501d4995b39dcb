import type { Fields } from "./bson.js";

/** A command's failure with the MongoDB code that the client is told. */
export class CommandError extends Error {
  override readonly name = "CommandError";
  readonly code: number;
  /** What the client is sent when it is more than a code and a message: a list of write errors. */
  readonly reply: Fields | undefined;

  constructor(code: number, message: string, reply?: Fields) {
    super(message);
    this.code = code;
    this.reply = reply;
  }
}
