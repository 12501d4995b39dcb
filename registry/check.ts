// Says whether the schema may land: `npm run schema:check`. What each step looks at: docs/registry.md.
import { checkSchema } from "./check-schema.js";
import { command, run, type Options } from "./options.js";
import { registriesStep } from "./registries.js";
import { isFine, show } from "./report.js";
import { skipped } from "./finding.js";
import { formOf, today } from "./surroundings.js";

const program = command("schema:check", "Check a schema against its neighbours, its clients and what is published");

process.exitCode = await run(program, process.argv.slice(2), async () => {
  const options = program.opts<Options>();
  const { results } = await checkSchema({ ...options, today: today() });
  const asked = isFine(results)
    ? registriesStep("check", options.schema, process.env)
    : skipped("registries", "not asked about a schema that is refused here");
  const all = [...results, asked];
  console.log(show(all, formOf(options, process.env)));
  return isFine(all);
});
