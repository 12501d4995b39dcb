import type { Option } from "commander";
import { type Command } from "commander";
import { formatInstant, parseInstant, type Instant } from "../policy/calendar.js";
import type { ItemsByKey } from "../profiles/guardian-decisions.js";
import { subjectsOf } from "../profiles/simulation/population.js";
import { Simulation } from "../profiles/simulation/simulation.js";
import { databaseOption, withProfiles } from "./database-argument.js";
import { EXIT, Misuse } from "./misuse.js";
import { loadPolicy, SHIPPED_POLICY, type LoadedPolicy } from "./policy-argument.js";
import { simulationJson, simulationPage, type Simulated } from "./simulation-page.js";
import { populationOf, sampledPeople, storedPeople, type PeopleBatch } from "./simulated-people.js";

interface SimulateOptions {
  readonly policy: string;
  readonly mongodb?: string | true;
  readonly database?: string;
  readonly sample?: string;
  readonly weights?: string;
  readonly at?: string;
  readonly suppressBelow?: string;
  readonly json?: boolean;
}

const SUPPRESS_BELOW = 10;
const PROGRESS_EVERY_MS = 1_000;

/** Adds `simulate NEW`: how many people gain, lose or see their choice clamped. Exit codes 0 done, 1 some people could not be read, 2 misuse, 3 broken policy. */
export function registerSimulate(program: Command): void {
  program
    .command("simulate")
    .description(
      "count who would gain and lose by another policy, by item, region and age; reads people from one of --mongodb, --sample and --weights, and writes nothing",
    )
    .argument("<new>", "the folder of the rules as they would be")
    .option("--policy <DIR>", "the folder of the rules as they are", SHIPPED_POLICY)
    .option("--mongodb [uri]", "everybody in the database, named here or by MONGODB_URI")
    .option("--sample <FILE>", "the people of a file with one person a line, as for `import`")
    .option("--weights <FILE>", "numbers of people by age and region, see examples/population.yaml; no user data")
    .option("--at <INSTANT>", "when both policies are asked, e.g. 2027-01-01T12:00:00Z (default: now)")
    .option(
      "--suppress-below <N>",
      `tell no count below this, and only multiples of it (default: ${SUPPRESS_BELOW}; 1 for --weights)`,
    )
    .option("--json", "print JSON instead of a page")
    .addOption(hidden(databaseOption()))
    .action(simulate);
}

function hidden(option: Option): Option {
  return option.hideHelp();
}

async function simulate(folder: string, options: SimulateOptions): Promise<void> {
  const from = sourceIn(options);
  const tellFrom = tellFromIn(options);
  const [before, after] = [await loadPolicy(options.policy), await loadPolicy(folder)];
  const at = instantIn(options, before, after);
  const simulation = new Simulation({ before: before.documents, after: after.documents, at, tellFrom });
  let malformed = 0;
  switch (from) {
    case "weights": {
      const { guardianPowersUnder } = before.policy.catalogue;
      for (const { subject, weight } of subjectsOf(await populationOf(options.weights ?? ""), guardianPowersUnder, at))
        simulation.addSubject(subject, weight);
      break;
    }
    case "sample":
      malformed = await addAll(
        simulation,
        sampledPeople(options.sample ?? "", { now: now(), items: itemsOf(before, after) }),
      );
      break;
    case "mongodb": {
      const uri = options.mongodb === true ? options.database : options.mongodb;
      malformed = await withProfiles(uri, (store) => addAll(simulation, storedPeople(store)));
      break;
    }
    default:
      from satisfies never;
  }
  const simulated: Simulated = { before, after, at, simulation, malformed, tellFrom };
  process.stdout.write(options.json === true ? simulationJson(simulated) : simulationPage(simulated));
  if (malformed > 0) process.exitCode = EXIT.findings;
}

/** Asks about everybody, with a line of progress a second; resolves with how many could not be read. */
async function addAll(simulation: Simulation, batches: AsyncIterable<PeopleBatch>): Promise<number> {
  const begun = performance.now();
  let [told, people, malformed] = [begun, 0, 0];
  for await (const batch of batches) {
    for (const profile of batch.profiles) simulation.addProfile(profile);
    people += batch.profiles.length;
    malformed += batch.malformed;
    const clock = performance.now();
    if (clock - told < PROGRESS_EVERY_MS) continue;
    told = clock;
    const share = batch.share === null ? "" : `${Math.floor(batch.share * 100)} %, `;
    const rate = Math.round(people / ((clock - begun) / 1_000));
    process.stderr.write(`${share}people read: ${people}, ${rate} a second\n`);
  }
  return malformed;
}

const SOURCES = ["mongodb", "sample", "weights"] as const;

function sourceIn(options: SimulateOptions): (typeof SOURCES)[number] {
  const [source, ...more] = SOURCES.filter((one) => options[one] !== undefined);
  if (!source || more.length > 0) throw new Misuse("name one of `--mongodb`, `--sample FILE` and `--weights FILE`");
  return source;
}

function tellFromIn({ suppressBelow, weights }: SimulateOptions): number {
  if (suppressBelow === undefined) return weights === undefined ? SUPPRESS_BELOW : 1;
  if (/^[1-9]\d{0,5}$/.test(suppressBelow)) return Number(suppressBelow);
  throw new Misuse(`\`--suppress-below ${suppressBelow}\` is not a number of people: write 1 to 999999`);
}

function instantIn({ at: text }: SimulateOptions, before: LoadedPolicy, after: LoadedPolicy): Instant {
  const at = text === undefined ? now() : parseInstant(text);
  if (at === null)
    throw new Misuse(`\`--at ${text ?? ""}\` is not an instant: write one such as \`2027-01-01T12:00:00Z\``);
  for (const { policy, revision } of [before, after]) {
    const { from, until } = policy.coverage;
    if (at < from || at >= until)
      throw new Misuse(
        `\`--at ${formatInstant(at)}\`: the rules of ${revision.label} cover ${formatInstant(from)} until before ${formatInstant(until)}`,
      );
  }
  return at;
}

function now(): Instant {
  return Date.now() as Instant; // whole milliseconds since 1970, which is what an instant is
}

/** What people may have chosen under either policy; of an item that both declare, what they chose under the one before. */
function itemsOf(before: LoadedPolicy, after: LoadedPolicy): ItemsByKey {
  return new Map(
    [after, before].flatMap(({ policy }) => policy.catalogue.items.map((item) => [item.key, item] as const)),
  );
}
