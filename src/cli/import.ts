import { basename } from "node:path";
import type { Command } from "commander";
import { filesBeside, importPeople, ImportRefused, type ImportListener } from "../profiles/import/import-people.js";
import type { ImportState } from "../profiles/import/import-state.js";
import { systemErrorIn } from "../profiles/system-error.js";
import { databaseOption, withProfiles } from "./database-argument.js";
import { openDoor } from "./door.js";
import { EXIT, Misuse } from "./misuse.js";
import { SHIPPED_POLICY } from "./policy-argument.js";

interface ImportOptions {
  readonly database?: string;
  readonly policy: string;
  readonly restart: boolean;
}

const MOST_REPORTED = 1_000;
const PROGRESS_EVERY_MS = 1_000;

/** Adds `import FILE.ndjson`: stores people by the million, and goes on where it was stopped. */
export function registerImport(program: Command): void {
  program
    .command("import")
    .description(
      "store the people of a file with one person a line, as in a list for `seed`; given again, it goes on where it ended",
    )
    .argument(
      "<file>",
      "NDJSON; FILE.import.json beside it says how far it came, FILE.rejected.ndjson keeps lines that cannot be read",
    )
    .addOption(databaseOption())
    .option("--policy <DIR>", "the folder of the rules that say which settings and values there are", SHIPPED_POLICY)
    .option("--restart", "begin anew, whatever was done before", false)
    .action(importFile);
}

async function importFile(file: string, { database, policy, restart }: ImportOptions): Promise<void> {
  const door = await openDoor(policy);
  const state = await withProfiles(database, async (store) => {
    const order = { file, store, database: store.address, door, restart, listener: tellOnStderr(file) };
    return importPeople(order).catch(asMisuse);
  });
  process.stdout.write(`${summary(state)}\n`);
  if (state.rejected > 0) {
    process.stderr.write(
      `the lines that were rejected are in \`${filesBeside(file).rejected}\`: repair them there and import that file\n`,
    );
    process.exitCode = EXIT.findings;
  }
}

/** Tells what happens: a line for a rejected line, up to a number of them, and one a second for progress. */
function tellOnStderr(file: string): ImportListener {
  let reported = 0;
  let told = performance.now();
  return {
    rejected(line, problem) {
      reported += 1;
      if (reported <= MOST_REPORTED) process.stderr.write(`${file}:${line}: ${problem}\n`);
      if (reported === MOST_REPORTED) process.stderr.write("further problems are not shown\n");
    },
    stored(state, size) {
      if (performance.now() - told < PROGRESS_EVERY_MS && state.bytes < size) return;
      told = performance.now();
      const share = size === 0 ? 100 : Math.floor((state.bytes / size) * 100);
      process.stderr.write(`${basename(file)}: ${share} %, ${summary(state)}\n`);
    },
  };
}

function summary({ lines, imported, rejected }: ImportState): string {
  return `lines done: ${lines}, people stored: ${imported}, lines rejected: ${rejected}`;
}

function asMisuse(error: unknown): never {
  if (error instanceof ImportRefused) throw new Misuse(error.message);
  const systemError = systemErrorIn(error);
  throw systemError ? new Misuse(`a file failed: ${systemError.code} (${systemError.syscall})`) : error;
}
