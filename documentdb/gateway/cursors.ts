import { CommandError } from "./command-error.js";
import { CODE } from "./error-codes.js";
import { bson, call, documentIn, text, type Row, type Sql } from "./sql.js";

/** As long as the engine itself keeps the files behind a cursor; see the server's settings. */
export const CURSOR_IDLE_SECONDS = 600;

interface Cursor {
  readonly database: string;
  continuation: Buffer;
  usedAt: number;
}

/** Open cursors: the engine says where to go on, and this remembers it between two pages. */
export class Cursors {
  readonly #open = new Map<bigint, Cursor>();

  /** The first page of a query, remembering its cursor when there is more to come. */
  async first(sql: Sql, name: string, database: string, command: Buffer): Promise<Buffer> {
    this.#dropIdle();
    const row = await call(sql, name, text(database), bson(command));
    if (Buffer.isBuffer(row["continuation"]) && typeof row["cursorid"] === "string") {
      const { continuation, cursorid } = row;
      this.#open.set(BigInt(cursorid), { database, continuation, usedAt: Date.now() });
    }
    return documentIn(row, "cursorpage");
  }

  /** The next page; throws `cursorNotFound` when the cursor was exhausted, closed or left idle. */
  async next(sql: Sql, id: bigint, command: Buffer): Promise<Buffer> {
    const cursor = this.#open.get(id);
    if (cursor === undefined) {
      throw new CommandError(CODE.cursorNotFound, `cursor id ${String(id)} not found`);
    }
    const row: Row = await call(
      sql,
      "documentdb_api.cursor_get_more",
      text(cursor.database),
      bson(command),
      bson(cursor.continuation),
    );
    cursor.usedAt = Date.now();
    if (Buffer.isBuffer(row["continuation"])) cursor.continuation = row["continuation"];
    else this.#open.delete(id);
    return documentIn(row, "cursorpage");
  }

  /** Closes a cursor; false when there was none. */
  close(id: bigint): boolean {
    return this.#open.delete(id);
  }

  #dropIdle(): void {
    const oldest = Date.now() - CURSOR_IDLE_SECONDS * 1000;
    for (const [id, { usedAt }] of this.#open) if (usedAt < oldest) this.#open.delete(id);
  }
}
