import { readExactly, type Fields } from "./bson.js";
import { CommandError } from "./command-error.js";
import { CODE, codeOfSqlError, unpackSqlState } from "./error-codes.js";
import { describe } from "./error-reply.js";
import type { Request } from "./request.js";
import { bson, call, documentIn, sequence, text, type Row, type Sql } from "./sql.js";

type WriteName = "insert" | "update" | "delete";

/** Runs an insert, update or delete. */
export async function write(name: WriteName, request: Request, sql: Sql): Promise<Buffer | Fields> {
  const row = await call(
    sql,
    `documentdb_api.${name}`,
    text(request.database),
    bson(request.bytes),
    sequence(request.documents),
    text(retryKey(request)),
  );
  return row["p_success"] === "t" ? documentIn(row, "p_result") : writeErrors(row, request);
}

/** Runs a findAndModify, which finds and changes one document in one step. */
export async function findAndModify(request: Request, sql: Sql): Promise<Buffer> {
  const row = await call(
    sql,
    "documentdb_api.find_and_modify",
    text(request.database),
    bson(request.bytes),
    text(retryKey(request)),
  );
  return documentIn(row, "p_result");
}

// With this key the engine answers a single write that is sent again as it did the first time.
function retryKey({ session }: Request): string | null {
  if (session?.number === undefined || session.inTransaction) return null;
  return `${session.id}/${String(session.number)}`;
}

function writeErrors(row: Row, { session }: Request): Fields {
  const reply = readExactly(documentIn(row, "p_result"));
  const errors: unknown = reply["writeErrors"];
  if (!Array.isArray(errors)) return reply;
  const coded = errors.map((error: { code: unknown; errmsg: unknown }) => {
    const message = String(error.errmsg);
    const code = codeOfSqlError(unpackSqlState(Number(error.code)), message);
    return { ...error, code, errmsg: describe(code, message) };
  });
  const failed = { ...reply, writeErrors: coded };
  const first = coded[0];
  if (session?.inTransaction !== true || first === undefined) return failed;
  // In a transaction a conflict is the command's own failure; any other error is a reply like
  // outside, but it ends the transaction all the same.
  const own = first.code === CODE.writeConflict ? undefined : failed;
  throw new CommandError(first.code, first.errmsg, own);
}
