import type { Pool, PoolClient } from "pg";
import { CommandError } from "./command-error.js";
import { CODE } from "./error-codes.js";
import type { SessionPart } from "./request.js";
import type { Sql } from "./sql.js";

// PostgreSQL waits for a locked row where MongoDB answers "write conflict" at once. The wait is in vain
// when the holder commits, so the shorter the better: 200 transactions on one document took 66 seconds
// at 10 ms and 14 at 1 ms.
const LOCK_TIMEOUT_MS = 2;
const BEGIN = `BEGIN ISOLATION LEVEL REPEATABLE READ; SET LOCAL lock_timeout = ${String(LOCK_TIMEOUT_MS)}`;

interface Transaction {
  readonly number: bigint | undefined;
  state: "open" | "committed" | "aborted";
  readonly client: Promise<PoolClient>;
  /** Ends the transaction when PostgreSQL hangs up on its client, as it does when nothing happens for long. */
  readonly onLost: () => void;
}

/** The latest transaction of each session: one PostgreSQL client each, at REPEATABLE READ. */
export class Transactions {
  readonly #pool: Pool;
  readonly #latest = new Map<string, Transaction>();

  constructor(pool: Pool) {
    this.#pool = pool;
  }

  /**
   * Runs one statement of the session's transaction. A statement that fails ends it: what it did
   * is undone, and later statements and the commit are told there is no such transaction.
   */
  async run<T>(session: SessionPart, statement: (sql: Sql) => Promise<T>): Promise<T> {
    const transaction = await this.#transactionOf(session);
    try {
      return await statement(await transaction.client);
    } catch (error) {
      await this.#end(transaction, "aborted");
      throw error;
    }
  }

  /** Makes the transaction's writes visible, all at once; a commit that is sent again is answered again. */
  async commit(session: SessionPart): Promise<void> {
    const transaction = this.#latest.get(session.id);
    if (transaction?.number !== session.number || transaction === undefined) throw noSuchTransaction();
    if (transaction.state === "aborted") throw noSuchTransaction();
    if (transaction.state === "open") await this.#end(transaction, "committed");
  }

  /** Undoes the session's open transaction, when it has one. */
  async abort(id: string): Promise<void> {
    const transaction = this.#latest.get(id);
    if (transaction?.state === "open") await this.#end(transaction, "aborted");
  }

  /** Forgets a session, undoing what it left open. */
  async endSession(id: string): Promise<void> {
    await this.abort(id);
    this.#latest.delete(id);
  }

  /** Undoes every open transaction. */
  async close(): Promise<void> {
    await Promise.allSettled([...this.#latest.keys()].map((id) => this.endSession(id)));
  }

  async #transactionOf(session: SessionPart): Promise<Transaction> {
    if (session.startsTransaction) {
      await this.abort(session.id);
      return this.#begin(session);
    }
    const transaction = this.#latest.get(session.id);
    if (transaction?.state !== "open" || transaction.number !== session.number) {
      throw noSuchTransaction();
    }
    return transaction;
  }

  #begin({ id, number }: SessionPart): Transaction {
    const onLost = () => void this.#end(begun, "aborted");
    const begun: Transaction = { number, state: "open", client: this.#openClient(onLost), onLost };
    this.#latest.set(id, begun);
    return begun;
  }

  async #openClient(onLost: () => void): Promise<PoolClient> {
    const client = await this.#pool.connect();
    client.on("error", onLost);
    try {
      await client.query(BEGIN);
      return client;
    } catch (error) {
      release(client, onLost, true);
      throw error;
    }
  }

  async #end(transaction: Transaction, state: "committed" | "aborted"): Promise<void> {
    if (transaction.state !== "open") return;
    transaction.state = state;
    const client = await transaction.client.catch(() => undefined);
    if (client === undefined) return;
    let broken = true;
    try {
      await client.query(state === "committed" ? "COMMIT" : "ROLLBACK");
      broken = false;
    } catch (error) {
      if (state === "aborted") return;
      transaction.state = "aborted";
      throw error;
    } finally {
      release(client, transaction.onLost, broken);
    }
  }
}

function release(client: PoolClient, onLost: () => void, broken: boolean): void {
  client.off("error", onLost);
  // A client in doubt is closed, which undoes whatever it still had open.
  client.release(broken);
}

function noSuchTransaction(): CommandError {
  return new CommandError(CODE.noSuchTransaction, "the transaction was aborted, or none was started");
}
