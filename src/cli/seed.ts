import { readFile } from "node:fs/promises";
import type { Command } from "commander";
import { readPeople } from "../profiles/people-file.js";
import { systemErrorIn } from "../profiles/system-error.js";
import { databaseOption, withProfiles } from "./database-argument.js";
import { openDoor } from "./door.js";
import { EXIT, Misuse } from "./misuse.js";
import { SHIPPED_POLICY } from "./policy-argument.js";

interface SeedOptions {
  readonly database?: string;
  readonly policy: string;
}

/** Adds `seed FILE`: stores all people of a file, or none when one of them cannot be read. */
export function registerSeed(program: Command): void {
  program
    .command("seed")
    .description("store the people of a file, all of them or none; see examples/people.yaml")
    .argument("<file>", "a list of people in YAML or JSON")
    .addOption(databaseOption())
    .option("--policy <DIR>", "the folder of the rules that say which settings and values there are", SHIPPED_POLICY)
    .action(seed);
}

async function seed(file: string, { database, policy }: SeedOptions): Promise<void> {
  const read = readPeople(await textOf(file), await openDoor(policy));
  if (!read.ok) {
    for (const { line, column, message } of read.problems)
      process.stderr.write(`${file}:${line}:${column}: ${message}\n`);
    process.stderr.write("nothing was stored\n");
    process.exitCode = EXIT.findings;
    return;
  }
  const profiles = read.people.map(({ profile }) => profile);
  const address = await withProfiles(database, async (store) => {
    await store.put(profiles);
    return store.address;
  });
  process.stdout.write(`people stored at ${address}: ${profiles.length}\n`);
}

async function textOf(file: string): Promise<string> {
  try {
    return await readFile(file, "utf8");
  } catch (error) {
    const systemError = systemErrorIn(error);
    throw systemError ? new Misuse(`cannot read \`${file}\`: ${systemError.code}`) : error;
  }
}
