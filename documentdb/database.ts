/** Which kind of server a database is served by. */
export type EngineName = "given" | "mongod" | "downloaded" | "documentdb";

/** A database that can be taken down and brought back, to see what its clients make of an outage. */
export interface RestartableDatabase {
  readonly restartable: true;
  readonly uri: string;
  readonly engine: EngineName;
  /** Takes the server down and keeps its data. */
  stopServer(): Promise<void>;
  /** Brings the server back at the same `uri` with its data. */
  startServer(): Promise<void>;
  /** Ends it for good and removes its data. */
  stop(): Promise<void>;
}

/** A database that belongs to somebody else: only a `TcpProxy` in front of it can make it fail. */
export interface GivenDatabase {
  readonly restartable: false;
  readonly uri: string;
  readonly engine: EngineName;
  /** Does nothing: whoever started it ends it. */
  stop(): Promise<void>;
}

/** A replica set that mongoose can connect to at `uri` and run transactions on. */
export type Database = RestartableDatabase | GivenDatabase;

/** One way to come by a database. */
export interface DatabaseSource {
  readonly engine: EngineName;
  /** What it is, in the words of a message. */
  readonly description: string;
  /** Rejects with the reason when it cannot be had on this machine. */
  open(): Promise<Database>;
}
