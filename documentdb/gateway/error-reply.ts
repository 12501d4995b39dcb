import type { Fields } from "./bson.js";
import { CommandError } from "./command-error.js";
import { CODE, codeOfSqlError, nameOfCode } from "./error-codes.js";

// What a driver may answer by running the whole transaction again.
const TRANSIENT: ReadonlySet<number> = new Set([CODE.writeConflict, CODE.noSuchTransaction]);

/** The reply that tells a client its command failed; `inTransaction` adds the retry label where it applies. */
export function errorReply(error: unknown, inTransaction: boolean): Fields {
  const failure = asCommandError(error);
  if (failure.reply !== undefined) return failure.reply;
  const { code } = failure;
  return {
    ok: 0,
    errmsg: describe(code, failure.message),
    code,
    codeName: nameOfCode(code),
    ...(inTransaction && TRANSIENT.has(code) ? { errorLabels: ["TransientTransactionError"] } : {}),
  };
}

// An SQL error by its SQLSTATE, anything else as an internal error.
function asCommandError(error: unknown): CommandError {
  if (error instanceof CommandError) return error;
  if (!(error instanceof Error)) return new CommandError(CODE.internalError, String(error));
  const state = "code" in error && typeof error.code === "string" ? error.code : "";
  return new CommandError(codeOfSqlError(state, error.message), error.message);
}

/** An error message as drivers and mongoose expect it: a duplicate key is recognised by its first word. */
export function describe(code: number, message: string): string {
  return code === CODE.duplicateKey ? `E11000 duplicate key error: ${message}` : message;
}
