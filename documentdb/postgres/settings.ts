import { CURSOR_IDLE_SECONDS } from "../gateway/cursors.js";
import { MAX_STATEMENTS, MAX_TRANSACTIONS } from "../gateway/gateway.js";

/** Settings of a PostgreSQL server by name. */
export type Settings = Readonly<Record<string, string | number>>;

// The engine's connections to itself, one for each statement that makes a collection at the moment.
const OTHER_CONNECTIONS = 40;
const TRANSACTION_IDLE_LIMIT = "60s";

/** What the extension needs wherever it runs. */
export const ENGINE_SETTINGS: Settings = {
  shared_preload_libraries: "pg_cron,pg_documentdb_core,pg_documentdb",
  "cron.database_name": "postgres",
  "cron.use_background_workers": "on",
  "cron.log_run": "off",
  "cron.log_statement": "off",
  max_worker_processes: 16,
  jit: "off",
};

/** What the gateway counts on. */
export const GATEWAY_SETTINGS: Settings = {
  // Only a private socket: the gateway is the one door.
  listen_addresses: "",
  max_connections: MAX_TRANSACTIONS + MAX_STATEMENTS + OTHER_CONNECTIONS,
  "documentdb_core.enableCollation": "on",
  // Cursors kept in files belong to no connection, so any connection can go on with them.
  "documentdb.useFileBasedPersistedCursors": "on",
  "documentdb.defaultCursorExpiryTimeLimitSeconds": CURSOR_IDLE_SECONDS,
  idle_in_transaction_session_timeout: TRANSACTION_IDLE_LIMIT,
  log_min_messages: "log",
  log_checkpoints: "off",
};

/** For data that is kept: a crash of the machine may lose the last moments, never the whole. */
export const DURABLE_SETTINGS: Settings = { synchronous_commit: "off" };

/** For data that is thrown away when the server stops. */
export const THROWAWAY_SETTINGS: Settings = {
  fsync: "off",
  synchronous_commit: "off",
  full_page_writes: "off",
};

/** What depends on where the server's socket is. */
export function socketSettings(folder: string): Settings {
  return {
    unix_socket_directories: folder,
    // The engine makes new collections through a connection of its own, to itself.
    "documentdb.localhost_connection_string": `host=${folder}`,
  };
}

/** Settings as arguments of the server program. */
export function settingArguments(settings: Settings): string[] {
  return Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${String(value)}`]);
}
