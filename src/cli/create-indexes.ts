import type { Command } from "commander";
import { databaseOption, withProfiles } from "./database-argument.js";

/** Adds `create-indexes`: makes the collection of profiles and its indexes, where they do not exist yet. */
export function registerCreateIndexes(program: Command): void {
  program
    .command("create-indexes")
    .description("make the collection of profiles and its indexes, where they do not exist yet")
    .addOption(databaseOption())
    .action(async ({ database }: { readonly database?: string }) => {
      const names = await withProfiles(database, (store) => store.createIndexes());
      process.stdout.write(`indexes: ${names.map((name) => `\`${name}\``).join(", ")}\n`);
    });
}
