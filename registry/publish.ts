// Publishes the schema when it may land: `npm run schema:publish`. To registries first, then the baseline and the changelog.
import { writeFileSync } from "node:fs";
import { withChanges } from "./changelog.js";
import { checkSchema } from "./check-schema.js";
import { ran, skipped, type StepResult } from "./finding.js";
import { Misuse } from "./misuse.js";
import { command, run, type Options } from "./options.js";
import { registriesStep } from "./registries.js";
import { isFine, show } from "./report.js";
import { textOf } from "./subgraph.js";
import { formOf, today } from "./surroundings.js";

interface PublishOptions extends Options {
  readonly changelog: string;
}

const program = command("schema:publish", "Publish a schema that passes every check").option(
  "--changelog <file>",
  "where the changes of the contract are told",
  "CHANGELOG.md",
);

process.exitCode = await run(program, process.argv.slice(2), async () => {
  const options = program.opts<PublishOptions>();
  const day = today();
  const { results, changes } = await checkSchema({ ...options, today: day });
  const changelog = withChanges(textOf(options.changelog), changes, day);
  if (changelog === null) throw new Misuse(`\`${options.changelog}\` has no section \`## [Unreleased]\``);
  const all = [...results, ...published(options, isFine(results), changelog)];
  console.log(show(all, formOf(options, process.env)));
  return isFine(all);
});

/** Nothing here moves before every registry has taken the schema, so that a failure can simply be tried again. */
function published(options: PublishOptions, mayLand: boolean, changelog: string): readonly StepResult[] {
  if (!mayLand) return [skipped("registries", "not told of a schema that is refused here")];
  const registries = registriesStep("publish", options.schema, process.env);
  if (!isFine([registries])) return [registries];
  writeFileSync(options.baseline, textOf(options.schema));
  writeFileSync(options.changelog, changelog);
  return [registries, ran("baseline", `\`${options.baseline}\` is what \`${options.schema}\` says`, [])];
}
