import { createHash } from "node:crypto";
import { readFile, stat } from "node:fs/promises";
import { formatProblem } from "../policy/language/policy-problem.js";
import { ndjsonLines, LONGEST_LINE } from "../profiles/import/ndjson-lines.js";
import { lineReader } from "../profiles/import/person-lines.js";
import type { MongoProfileStore } from "../profiles/mongo-profile-store.js";
import type { Door } from "../profiles/person.js";
import type { Profile } from "../profiles/profile.js";
import { readPopulation, type Population } from "../profiles/simulation/population.js";
import { systemErrorIn } from "../profiles/system-error.js";
import { Misuse } from "./misuse.js";

/** People read together, some of whom cannot be. */
export interface PeopleBatch {
  readonly profiles: readonly Profile[];
  readonly malformed: number;
  /** How much is read by now, from 0 to 1; null: nobody knows. */
  readonly share: number | null;
}

const BATCH = 1_000;

/** Everybody who is stored. */
export async function* storedPeople(store: MongoProfileStore): AsyncGenerator<PeopleBatch, void, undefined> {
  for await (const found of store.all(BATCH)) {
    const profiles = found.flatMap((one) => (one instanceof Error ? [] : [one]));
    yield { profiles, malformed: found.length - profiles.length, share: null };
  }
}

/** The people of a file with one a line, as `import` reads them. Throws `Misuse` for a file that cannot be read. */
export async function* sampledPeople(file: string, door: Door): AsyncGenerator<PeopleBatch, void, undefined> {
  const readLine = lineReader(door);
  let profiles: Profile[] = [];
  let malformed = 0;
  try {
    const { size } = await stat(file);
    // Nobody asks for the hash: the file is read once.
    for await (const line of ndjsonLines(file, { bytes: 0, lines: 0 }, createHash("sha256"), LONGEST_LINE)) {
      const read = readLine(line);
      if (read === null) continue;
      if (read.ok) profiles.push(read.person.profile);
      else malformed += 1;
      if (profiles.length + malformed < BATCH) continue;
      yield { profiles, malformed, share: line.until / size };
      [profiles, malformed] = [[], 0];
    }
    yield { profiles, malformed, share: 1 };
  } catch (error) {
    throw asMisuse(file, error);
  }
}

/** The population of a file. Throws `Misuse` with a line a problem. */
export async function populationOf(file: string): Promise<Population> {
  const text = await readFile(file, "utf8").catch((error: unknown) => {
    throw asMisuse(file, error);
  });
  const read = readPopulation({ file, text });
  if (!read.ok) throw new Misuse(read.problems.map(formatProblem).join("\n"));
  return read.population;
}

function asMisuse(file: string, error: unknown): unknown {
  const systemError = systemErrorIn(error);
  return systemError ? new Misuse(`cannot read \`${file}\`: ${systemError.code}`) : error;
}
