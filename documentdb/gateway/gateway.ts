import { once } from "node:events";
import { createServer, type Socket } from "node:net";
import { Pool } from "pg";
import { CommandRunner } from "./command-runner.js";
import { serve } from "./connection.js";
import { Transactions } from "./transactions.js";

/** How many transactions may be open at once; the server must allow as many connections and some more. */
export const MAX_TRANSACTIONS = 240;
/** How many statements outside transactions may run at once. */
export const MAX_STATEMENTS = 24;

/** Where PostgreSQL listens. */
export interface PostgresAddress {
  readonly socketFolder: string;
  readonly user: string;
}

/** A running gateway. */
export interface Gateway {
  readonly port: number;
  /** Hangs up on every client; what they had not committed is undone. */
  stop(): Promise<void>;
}

/**
 * Serves MongoDB's wire protocol on 127.0.0.1 from a PostgreSQL that has the DocumentDB extension.
 * Port 0 takes a free one.
 */
export async function startGateway(postgres: PostgresAddress, port: number): Promise<Gateway> {
  // Two pools: a statement must never wait for transactions that wait for that statement's locks.
  const statements = createPool(postgres, MAX_STATEMENTS);
  const transactionClients = createPool(postgres, MAX_TRANSACTIONS);
  const transactions = new Transactions(transactionClients);
  const sockets = new Set<Socket>();

  const server = createServer();
  server.listen(port, "127.0.0.1");
  await once(server, "listening");
  const taken = portOf(server.address());
  const address = `127.0.0.1:${String(taken)}`;
  const runner = new CommandRunner(address, statements, transactions);
  server.on("connection", (socket) => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
    void serve(socket, address, runner);
  });

  return {
    port: taken,
    async stop() {
      const closed = once(server, "close");
      server.close();
      for (const socket of sockets) socket.destroy();
      await closed;
      await transactions.close();
      await Promise.all([statements.end(), transactionClients.end()]);
    },
  };
}

function createPool({ socketFolder, user }: PostgresAddress, max: number): Pool {
  const pool = new Pool({ host: socketFolder, user, database: "postgres", max });
  // Without a listener an idle client that PostgreSQL hangs up on would end this process.
  pool.on("error", () => undefined);
  return pool;
}

function portOf(address: ReturnType<ReturnType<typeof createServer>["address"]>): number {
  if (address === null || typeof address === "string") throw new Error("gateway has no port");
  return address.port;
}
