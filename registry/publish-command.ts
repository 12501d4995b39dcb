import { writeFileSync } from "node:fs";
import { withChanges } from "./changelog.js";
import { checkSchema } from "./check-schema.js";
import { ran, skipped, type StepResult } from "./finding.js";
import { Misuse } from "./misuse.js";
import { command, formOf, run, type Options, type Surroundings } from "./options.js";
import { registriesStep, type Environment } from "./registries.js";
import { isFine, show } from "./report.js";
import { textOf } from "./subgraph.js";

interface PublishOptions extends Options {
  readonly changelog: string;
}

/** `schema:publish`: publishes a schema that passes every check to the registries, then moves the baseline and the changelog. Resolves with the exit code. */
export async function publish(args: readonly string[], surroundings: Surroundings): Promise<number> {
  const { environment, today, print } = surroundings;
  const program = command("schema:publish", "Publish a schema that passes every check").option(
    "--changelog <file>",
    "where the changes of the contract are told",
    "CHANGELOG.md",
  );
  return run(program, args, surroundings, async () => {
    const options = program.opts<PublishOptions>();
    const { results, changes } = await checkSchema({ ...options, today });
    const changelog = withChanges(textOf(options.changelog), changes, today);
    if (changelog === null) throw new Misuse(`\`${options.changelog}\` has no section \`## [Unreleased]\``);
    const all = [...results, ...(isFine(results) ? publishTo(options, changelog, environment) : [refused()])];
    print(show(all, formOf(options, surroundings)));
    return isFine(all);
  });
}

/** Nothing here moves before every registry has taken the schema, so that a failure can simply be tried again. */
function publishTo(options: PublishOptions, changelog: string, environment: Environment): readonly StepResult[] {
  const registries = registriesStep("publish", options.schema, environment);
  if (!isFine([registries])) return [registries];
  writeFileSync(options.baseline, textOf(options.schema));
  writeFileSync(options.changelog, changelog);
  return [registries, ran("baseline", `\`${options.baseline}\` is now what \`${options.schema}\` says`, [])];
}

function refused(): StepResult {
  return skipped("registries", "not told of a schema that is refused here");
}
