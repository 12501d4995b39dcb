import { writeFile } from "node:fs/promises";
import type { Command } from "commander";
import { analyse } from "../policy/analysis/analyse.js";
import { dateAt, formatDate, parseDate, UTC, dateOf, type CalendarDate, type Instant } from "../policy/calendar.js";
import { placeOfRegion } from "../policy/difference/place-of-region.js";
import { answerInWords, boundInWords, refusalInWords } from "../policy/proof/counter-example-words.js";
import { prove, type Proof } from "../policy/proof/prove.js";
import { parseRegion } from "../policy/regions.js";
import type { Catalogue } from "../policy/rule.js";
import { LAST_YEAR } from "../policy/rule-dates.js";
import { knownPlaces, type KnownPlace } from "../policy/space/item-space.js";
import { readTable } from "../policy/table.js";
import { Misuse } from "./misuse.js";
import { loadPolicy, SHIPPED_POLICY, type LoadedPolicy } from "./policy-argument.js";
import { changesToCome } from "./report/changes-to-come.js";
import { reportPage } from "./report/page.js";
import type { ProofResult } from "./report/report-source.js";
import { dayTable, regionGroups } from "./report/region-groups.js";

interface ReportOptions {
  readonly at?: string;
  readonly region?: readonly string[];
  readonly out?: string;
}

/** Adds `report [FOLDER]`: writes what a policy says, to whom, why and from when, as one HTML page. Exit codes 0 fine, 2 misuse, 3 broken policy. */
export function registerReport(program: Command): void {
  program
    .command("report")
    .description("write what the rules of a folder say, for whom, why and from when, as one HTML page to read or print")
    .argument("[folder]", "the folder of the rules", SHIPPED_POLICY)
    .option("--at <DATE>", "the day to report about, e.g. 2027-01-01 (default: today)")
    .option("--region <CODE...>", "only these regions, e.g. BR US-CA (default: all that the rules tell apart)")
    .option("--out <FILE>", "where to write the page (default: standard output)")
    .action(async (folder: string, options: ReportOptions) => {
      const loaded = await loadPolicy(folder);
      const madeAt = Date.now() as Instant; // whole milliseconds since 1970, which is what an instant is
      const page = pageOf(loaded, options, madeAt);
      if (options.out === undefined) process.stdout.write(page);
      else await write(options.out, page);
    });
}

function pageOf(
  { documents, invariants, texts, revision }: LoadedPolicy,
  options: ReportOptions,
  madeAt: Instant,
): string {
  const table = readTable(documents);
  const today = dateAt(madeAt, UTC);
  const on = options.at === undefined ? today : dayNamed(options.at, documents.catalogue);
  const world = knownPlaces(table);
  const places = options.region === undefined ? world : placesNamed(options.region, world);
  return reportPage({
    documents,
    texts,
    revision,
    on,
    madeAt,
    world,
    places,
    groups: regionGroups(table.items, places, dayTable(table, on)),
    days: changesToCome(table, places, on),
    findings: analyse(documents, { today }),
    proof: proofOf(prove(documents, invariants)),
  });
}

function proofOf(proof: Proof): ProofResult {
  if (!proof.ok) return { kind: "too large", why: refusalInWords(proof) };
  if (proof.proved.length === 0) return { kind: "none" };
  return {
    kind: "proved",
    invariants: proof.proved.map(({ invariant: { name, says }, inputs, counterExample }) => ({
      name,
      says,
      inputs,
      counterExample: counterExample && `${answerInWords(counterExample)}, ${boundInWords(counterExample)}`,
    })),
  };
}

function dayNamed(text: string, { since }: Catalogue): CalendarDate {
  const date = parseDate(text);
  if (date === null) throw new Misuse(`\`--at ${text}\` is not a day such as \`2027-01-01\``);
  const last = dateOf(LAST_YEAR - 1, 12, 31);
  if (date < since || date > last)
    throw new Misuse(`\`--at ${text}\`: the rules cover ${formatDate(since)} to ${formatDate(last)}`);
  return date;
}

function placesNamed(codes: readonly string[], world: readonly KnownPlace[]): readonly KnownPlace[] {
  const placeOf = placeOfRegion(world);
  const places = codes.map((code) => {
    const region = parseRegion(code);
    if (region === null) throw new Misuse(`\`--region ${code}\` is not a place of ISO 3166: write \`BR\` or \`US-CA\``);
    return placeOf(region);
  });
  return [...new Set(places)];
}

async function write(file: string, page: string): Promise<void> {
  try {
    await writeFile(file, page);
  } catch (error) {
    const why = typeof error === "object" && error !== null && "code" in error ? String(error.code) : "failed";
    throw new Misuse(`\`--out ${file}\` cannot be written: ${why}`);
  }
}
