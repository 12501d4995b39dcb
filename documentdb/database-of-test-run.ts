import type { Database } from "./database.js";
import { openDatabase } from "./database-for-tests.js";

declare global {
  // Jest loads the setup and the teardown apart, so that a module of theirs shares nothing.
  var databaseOfTestRun: Database | undefined;
}

/** Starts the one database of a test run and puts its URI into `TEST_MONGODB_URI`. */
export async function startDatabaseOfTestRun(): Promise<void> {
  const database = await openDatabase();
  globalThis.databaseOfTestRun = database;
  process.env["TEST_MONGODB_URI"] = database.uri;
}

/** Ends what `startDatabaseOfTestRun` started. */
export async function stopDatabaseOfTestRun(): Promise<void> {
  await globalThis.databaseOfTestRun?.stop();
}
