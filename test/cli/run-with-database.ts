import { runCommand, type CommandRun } from "./command-run.js";

/** Runs a command where the environment names a database, or none. */
export async function runWithDatabase(uri: string | null, ...args: readonly string[]): Promise<CommandRun> {
  const before = process.env["MONGODB_URI"];
  if (uri === null) delete process.env["MONGODB_URI"];
  else process.env["MONGODB_URI"] = uri;
  try {
    return await runCommand(...args);
  } finally {
    if (before === undefined) delete process.env["MONGODB_URI"];
    else process.env["MONGODB_URI"] = before;
  }
}

/** Databases that cannot be written to, with what is said about them. */
export const BAD_DATABASES: readonly (readonly [string, string | null, RegExp])[] = [
  ["no database", null, /^no database is named: set `MONGODB_URI`.*\n$/],
  ["an empty name", "", /^no database is named: set `MONGODB_URI`.*\n$/],
  [
    "what is no connection string",
    "maya:secret@host",
    /^`MONGODB_URI` is not a MongoDB connection string: write .*\n$/,
  ],
  [
    "a database that is not there",
    "mongodb://127.0.0.1:9/people",
    /^the database failed \(MongooseServerSelectionError\): see that .*\n$/,
  ],
];
