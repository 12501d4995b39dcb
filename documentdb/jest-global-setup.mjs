// @ts-check
import { tsImport } from "tsx/esm/api";

// Jest compiles a TypeScript setup file alone and as CommonJS, so that it can import nothing of
// this project's. This one is JavaScript, and a loader that knows TypeScript does the rest.

/**
 * Starts one database for the whole test run and puts its URI into `TEST_MONGODB_URI`. Each test
 * file uses a database name of its own there.
 */
export default async function startDatabase() {
  /** @type {typeof import('./database-of-test-run.js')} */
  const { startDatabaseOfTestRun } = await tsImport("./database-of-test-run.ts", import.meta.url);
  await startDatabaseOfTestRun();
}
