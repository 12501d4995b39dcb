import { BSON } from "bson";
import type { Fields } from "./bson.js";
import { CommandError } from "./command-error.js";
import { Cursors } from "./cursors.js";
import { CODE } from "./error-codes.js";
import { buildInfo, hello } from "./handshake.js";
import type { Request } from "./request.js";
import { boolean, bson, call, documentIn, text, type Sql } from "./sql.js";
import { findAndModify, write } from "./write-commands.js";

/** Runs one command where `sql` points to: the pool, or the transaction's own client. */
export type Command = (request: Request, sql: Sql) => Promise<Buffer | Fields> | Fields;

const OK: Fields = { ok: 1 };

/** Every command this server knows by its name, except those that end transactions and sessions. */
export function commandTable(address: string): ReadonlyMap<string, Command> {
  const cursors = new Cursors();
  const first =
    (name: string): Command =>
    ({ database, bytes }, sql) =>
      cursors.first(sql, `documentdb_api.${name}_cursor_first_page`, database, bytes);
  const answer =
    (name: string, column: string): Command =>
    async ({ database, bytes }, sql) =>
      documentIn(await call(sql, name, text(database), bson(bytes)), column);

  return new Map<string, Command>([
    ["hello", () => hello(address)],
    ["isMaster", () => hello(address)],
    ["ismaster", () => hello(address)],
    ["buildInfo", buildInfo],
    ["ping", () => OK],

    ["find", first("find")],
    ["aggregate", first("aggregate")],
    ["listCollections", first("list_collections")],
    ["listIndexes", first("list_indexes")],
    ["getMore", ({ fields, bytes }, sql) => cursors.next(sql, cursorId(fields["getMore"]), bytes)],
    ["killCursors", (request) => killCursors(request, cursors)],
    ["count", answer("documentdb_api.count_query", "document")],
    ["distinct", answer("documentdb_api.distinct_query", "document")],

    ["insert", (request, sql) => write("insert", request, sql)],
    ["update", (request, sql) => write("update", request, sql)],
    ["delete", (request, sql) => write("delete", request, sql)],
    ["findAndModify", findAndModify],

    ["create", answer("documentdb_api.create_collection_view", "result")],
    ["createIndexes", createIndexes],
    ["dropIndexes", answer("documentdb_api_internal.drop_indexes_non_concurrently", "result")],
    ["drop", drop],
    ["dropDatabase", dropDatabase],
    ["listDatabases", listDatabases],
  ]);
}

function killCursors({ fields }: Request, cursors: Cursors): Fields {
  const { cursors: listed } = fields;
  const ids = Array.isArray(listed) ? listed.map(cursorId) : [];
  const cursorsKilled = ids.filter((id) => cursors.close(id));
  const cursorsNotFound = ids.filter((id) => !cursorsKilled.includes(id));
  return { cursorsKilled, cursorsNotFound, cursorsAlive: [], cursorsUnknown: [], ok: 1 };
}

function cursorId(value: unknown): bigint {
  if (typeof value === "bigint" || typeof value === "number") return BigInt(value);
  throw new CommandError(CODE.badValue, "a cursor id is a number");
}

async function createIndexes({ database, bytes }: Request, sql: Sql): Promise<Fields> {
  const name = "documentdb_api_internal.create_indexes_non_concurrently";
  const row = await call(sql, name, text(database), bson(bytes), boolean(true));
  // The engine answers by shard, and here there is one.
  const { raw }: { raw?: Record<string, Fields> } = BSON.deserialize(documentIn(row, "result"));
  return { ...raw?.["defaultShard"], ok: 1 };
}

async function drop({ database, collection }: Request, sql: Sql): Promise<Fields> {
  await call(sql, "documentdb_api.drop_collection", text(database), text(collection));
  return { ns: `${database}.${collection}`, ok: 1 };
}

async function dropDatabase({ database }: Request, sql: Sql): Promise<Fields> {
  await call(sql, "documentdb_api.drop_database", text(database));
  return { dropped: database, ok: 1 };
}

async function listDatabases({ bytes }: Request, sql: Sql): Promise<Buffer> {
  return documentIn(await call(sql, "documentdb_api.list_databases", bson(bytes)), "result");
}
