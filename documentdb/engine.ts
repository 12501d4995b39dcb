import { resolve } from "node:path";
import { startGateway, type Gateway } from "./gateway/gateway.js";
import { REPLICA_SET } from "./gateway/handshake.js";
import { openFolders, type ServerFolders } from "./postgres/data-folder.js";
import { startPostgres, type PostgresServer } from "./postgres/postgres-server.js";
import { serverUser } from "./postgres/server-user.js";
import { DURABLE_SETTINGS, ENGINE_SETTINGS, GATEWAY_SETTINGS, THROWAWAY_SETTINGS } from "./postgres/settings.js";
import { SUPERUSER } from "./provision/database-template.js";
import { provision, type UnpackedServer } from "./provision/provision.js";

/** How an engine is started. */
export interface EngineOptions {
  /** Where clients connect on 127.0.0.1; a free port when left out. */
  readonly port?: number;
  /**
   * Where data is kept between runs; without one it is thrown away with `stop`. When root asks, the
   * server runs as another user, who must be let into the folders above it.
   */
  readonly dataFolder?: string;
}

/** A running database that speaks MongoDB's protocol as a replica set of one. */
export interface Engine {
  readonly uri: string;
  /** The server's name and version. */
  readonly name: string;
  /** Takes the server down and keeps its data; clients find nobody at `uri`. */
  stopServer(): Promise<void>;
  /** Brings a stopped server back at the same `uri`, with its data. */
  startServer(): Promise<void>;
  /** Ends for good within 20 seconds, removing data that has no folder of its own. */
  stop(): Promise<void>;
}

/**
 * Starts PostgreSQL with the DocumentDB extension and the gateway in front of it. The first start
 * on a machine unpacks them; afterwards it takes about a second. Nothing outlives this process.
 */
export async function startEngine(options: EngineOptions = {}): Promise<Engine> {
  const server = await provision();
  const dataFolder = options.dataFolder === undefined ? undefined : resolve(options.dataFolder);
  const folders = await openFolders(dataFolder, server.template, serverUser());
  let running: Running | undefined;
  try {
    running = await run(server, folders, dataFolder !== undefined, options.port ?? 0);
  } catch (error) {
    await folders.remove();
    throw error;
  }
  const { port } = running.gateway;

  async function stopServer(): Promise<void> {
    const stopping = running;
    running = undefined;
    // Together: the gateway waits for statements that only end with the server.
    await Promise.all([stopping?.gateway.stop(), stopping?.postgres.stop()]);
  }

  return {
    uri: `mongodb://127.0.0.1:${String(port)}/?replicaSet=${REPLICA_SET}`,
    name: server.name,
    stopServer,
    async startServer() {
      running ??= await run(server, folders, dataFolder !== undefined, port);
    },
    async stop() {
      await stopServer();
      await folders.remove();
    },
  };
}

interface Running {
  readonly postgres: PostgresServer;
  readonly gateway: Gateway;
}

async function run(server: UnpackedServer, folders: ServerFolders, durable: boolean, port: number): Promise<Running> {
  const postgres = await startPostgres({
    program: server.postgres,
    dataFolder: folders.data,
    socketFolder: folders.socket,
    user: serverUser(),
    settings: {
      ...ENGINE_SETTINGS,
      ...GATEWAY_SETTINGS,
      ...(durable ? DURABLE_SETTINGS : THROWAWAY_SETTINGS),
    },
  });
  try {
    const gateway = await startGateway({ socketFolder: folders.socket, user: SUPERUSER }, port);
    return { postgres, gateway };
  } catch (error) {
    await postgres.stop();
    throw error;
  }
}
