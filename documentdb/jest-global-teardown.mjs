// @ts-check
import { tsImport } from "tsx/esm/api";

/** Ends the database that the global setup started. */
export default async function stopDatabase() {
  /** @type {typeof import('./database-of-test-run.js')} */
  const { stopDatabaseOfTestRun } = await tsImport("./database-of-test-run.ts", import.meta.url);
  await stopDatabaseOfTestRun();
}
