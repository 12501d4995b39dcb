import type { Pool, PoolClient } from "pg";

/** One argument of an SQL function of the engine. */
export interface Argument {
  readonly type: "text" | "documentdb_core.bson" | "documentdb_core.bsonsequence" | "boolean";
  readonly value: string | Buffer | null;
}

/** A row of results: documents are BSON bytes, everything else is PostgreSQL's text form. */
export type Row = Readonly<Record<string, Buffer | string | null>>;

/** Where the engine's SQL functions are called: the pool, or the one client of a transaction. */
export type Sql = Pick<Pool | PoolClient, "query">;

export const text = (value: string | null): Argument => ({ type: "text", value });
export const bson = (value: Buffer): Argument => ({ type: "documentdb_core.bson", value });
export const sequence = (value: Buffer | null): Argument => ({
  type: "documentdb_core.bsonsequence",
  value,
});
export const boolean = (value: boolean): Argument => ({ type: "boolean", value: String(value) });

// The engine prints documents as `BSONHEX...`; its binary output form cannot be read back.
const HEX_PREFIX = "BSONHEX";
const types = {
  getTypeParser: () => (value: string) =>
    value.startsWith(HEX_PREFIX) ? Buffer.from(value.slice(HEX_PREFIX.length), "hex") : value,
};

/**
 * Calls one SQL function, prepared under its own name, and answers its only row. A function
 * without named results answers them in the column `result`.
 */
export async function call(sql: Sql, name: string, ...values: Argument[]): Promise<Row> {
  const list = values.map(({ type }, index) => `$${String(index + 1)}::${type}`).join(", ");
  const { rows } = await sql.query<Row>({
    name,
    text: `SELECT * FROM ${name}(${list}) AS result`,
    values: values.map(({ value }) => value),
    types,
  });
  const row = rows[0];
  if (row === undefined) throw new Error(`${name} answered no row`);
  return row;
}

/** The document in a column of a row; throws when the column holds none. */
export function documentIn(row: Row, column: string): Buffer {
  const value = row[column];
  if (!Buffer.isBuffer(value)) throw new Error(`column ${column} holds no document`);
  return value;
}
