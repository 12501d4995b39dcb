import { writeFileSync } from "node:fs";
import { checkSchema } from "./check-schema.js";
import { skipped } from "./finding.js";
import { Misuse } from "./misuse.js";
import { command, formOf, run, type Options, type Surroundings } from "./options.js";
import { registriesStep } from "./registries.js";
import { isFine, show } from "./report.js";

interface CheckOptions extends Options {
  readonly writeVariant?: string;
}

/** `schema:check`: checks a schema, asks the registries about one that passes, and resolves with the exit code. */
export async function check(args: readonly string[], surroundings: Surroundings): Promise<number> {
  const { environment, today, print } = surroundings;
  const program = command(
    "schema:check",
    "Check a schema against its neighbours, its clients and what is published",
  ).option("--write-variant <file>", "also write the graph as apps see it");
  return run(program, args, surroundings, async () => {
    const options = program.opts<CheckOptions>();
    const { results, variant } = await checkSchema({ ...options, today });
    if (options.writeVariant !== undefined && variant !== null) writeTo(options.writeVariant, variant);
    const asked = isFine(results)
      ? registriesStep("check", options.schema, environment)
      : skipped("registries", "not asked about a schema that is refused here");
    const all = [...results, asked];
    print(show(all, formOf(options, surroundings)));
    return isFine(all);
  });
}

function writeTo(file: string, text: string): void {
  try {
    writeFileSync(file, `${text.trimEnd()}\n`);
  } catch {
    throw new Misuse(`the file \`${file}\` cannot be written`);
  }
}
