import type { Fields } from "./bson.js";
import type { Pool } from "pg";
import { CommandError } from "./command-error.js";
import { commandTable, type Command } from "./commands.js";
import { CODE } from "./error-codes.js";
import { errorReply } from "./error-reply.js";
import { sessionId, type Request, type SessionPart } from "./request.js";
import type { Transactions } from "./transactions.js";

const OK: Fields = { ok: 1 };

/** Takes each request to the command of its name, inside the session's transaction when it has one. */
export class CommandRunner {
  readonly #commands: ReadonlyMap<string, Command>;
  readonly #pool: Pool;
  readonly #transactions: Transactions;

  constructor(address: string, pool: Pool, transactions: Transactions) {
    this.#commands = commandTable(address);
    this.#pool = pool;
    this.#transactions = transactions;
  }

  /** Always answers: a failure is a reply with its code, never a rejection. */
  async answer(request: Request): Promise<Buffer | Fields> {
    try {
      return await this.#run(request);
    } catch (error) {
      return errorReply(error, request.session?.inTransaction ?? false);
    }
  }

  async #run(request: Request): Promise<Buffer | Fields> {
    const { name, session } = request;
    switch (name) {
      case "commitTransaction":
        await this.#transactions.commit(sessionOf(request));
        return OK;
      case "abortTransaction":
        await this.#transactions.abort(sessionOf(request).id);
        return OK;
      case "endSessions":
      case "killSessions":
        await Promise.all(sessionsIn(request).map((id) => this.#transactions.endSession(id)));
        return OK;
    }
    const command = this.#commands.get(name);
    if (command === undefined) {
      throw new CommandError(CODE.commandNotFound, `no such command: '${name}'`);
    }
    if (session?.inTransaction !== true) return command(request, this.#pool);
    return this.#transactions.run(session, async (sql) => command(request, sql));
  }
}

function sessionOf({ name, session }: Request): SessionPart {
  if (session === undefined) throw new CommandError(CODE.badValue, `${name} needs a session`);
  return session;
}

function sessionsIn({ name, fields }: Request): string[] {
  const sessions: unknown = fields[name];
  return Array.isArray(sessions) ? sessions.filter((session) => Buffer.isBuffer(session)).map(sessionId) : [];
}
