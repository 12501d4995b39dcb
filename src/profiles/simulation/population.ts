import { z } from "zod";
import { birthIntervalOfBounds, OLDEST_AGE, UNKNOWN_BIRTH } from "../../policy/birth-interval.js";
import { dateAt, UTC, type Instant } from "../../policy/calendar.js";
import { inOrder, type PolicyProblem, type PolicySource } from "../../policy/language/policy-problem.js";
import { readShape } from "../../policy/language/shape-problems.js";
import { map, proseShape } from "../../policy/language/word-shapes.js";
import { readYaml } from "../../policy/language/yaml-source.js";
import { parseRegion } from "../../policy/regions.js";
import {
  ASSURANCE_LEVELS,
  type AssuranceLevel,
  type BirthInterval,
  type RegionCode,
  type Subject,
} from "../../policy/subject.js";

const AGES = /^(\d{1,3})(?:\.\.(\d{1,3}))?$/;
const UNKNOWN = "unknown";
const WHOLE = 100;

const countShape = z
  .number({ error: "is not a number of people: write `120000`" })
  .min(0, { error: "is less than nobody: write `120000`" })
  .max(1e11, { error: "is more people than there are: write `120000`" });
const percentShape = z
  .number({ error: "is not a percentage: write a number from 0 to 100" })
  .min(0, { error: "is not a percentage: write a number from 0 to 100" })
  .max(WHOLE, { error: "is not a percentage: write a number from 0 to 100" });

/** How many people of which age live where, for when no user data may be used; nothing else is known of them but what is said of all. */
export const populationShape = map(
  {
    about: proseShape.describe("Where the numbers come from"),
    assurance: z
      .partialRecord(z.enum(ASSURANCE_LEVELS), percentShape, {
        error: "is not a map of levels: write `{ SELF_DECLARED: 100 }`",
      })
      .optional()
      .describe("How well ages are known, in percent of everybody; left out: all SELF_DECLARED"),
    "guardian linked": percentShape
      .optional()
      .describe("Who has a linked guardian, in percent of those young enough for guardians' powers; left out: nobody"),
    people: z
      .array(
        map(
          {
            region: proseShape.describe("ISO 3166-1 or 3166-2, such as BR or US-CA, or `unknown`"),
            ages: z
              .record(
                z.string().regex(/^(\d{1,3}(\.\.\d{1,3})?|unknown)$/, {
                  error: "is not an age: write `13`, `13..15` or `unknown`",
                }),
                countShape,
                {
                  error: "is not a map of ages: write `{ 13..15: 120000 }`",
                },
              )
              .describe("How many people, by completed years: 13, 13..15 (as many of each year), or `unknown`"),
          },
          "people of one region: write `{ region: BR, ages: { 13..15: 120000 } }`",
        ),
        { error: "is not a list of regions" },
      )
      .min(1, { error: "is empty: write `{ region: BR, ages: { 13..15: 120000 } }`" }),
  },
  "a population",
);

/** People of whom the same is known. */
export interface Crowd {
  readonly ages: { readonly from: number; readonly to: number } | null;
  readonly region: RegionCode | null;
  readonly count: number;
}

/** A population in numbers: no person is in it. */
export interface Population {
  readonly crowds: readonly Crowd[];
  /** In percent of everybody, with those levels that somebody has. */
  readonly assurance: readonly (readonly [AssuranceLevel, number])[];
  /** In percent of those for whom guardians have powers. */
  readonly linked: number;
}

/** A population read, or everything that is wrong with its file. */
export type ReadPopulation =
  | { readonly ok: true; readonly population: Population }
  | { readonly ok: false; readonly problems: readonly PolicyProblem[] };

/** Reads a population from YAML or JSON. */
export function readPopulation(file: PolicySource): ReadPopulation {
  const source = readYaml(file);
  const shaped = source.value === undefined ? null : readShape(populationShape, source.value, source.report);
  const assurance = shaped?.assurance ?? { SELF_DECLARED: WHOLE };
  const levels = ASSURANCE_LEVELS.flatMap((level) => (assurance[level] ? [[level, assurance[level]] as const] : []));
  const sum = levels.reduce((total, [, percent]) => total + percent, 0);
  if (Math.abs(sum - WHOLE) > 1e-6) source.report(["assurance"], `the levels come to ${sum} percent: make them 100`);
  const crowds = (shaped?.people ?? []).flatMap(({ region, ages }, index): readonly Crowd[] => {
    const place = region === UNKNOWN ? null : parseRegion(region);
    if (region !== UNKNOWN && place === null)
      source.report(
        ["people", index, "region"],
        `\`${region}\` is not a region: write a code like \`BR\` or \`US-CA\`, or \`unknown\``,
      );
    return Object.entries(ages).flatMap(([word, count]) => {
      const [, from = "", to = from] = AGES.exec(word) ?? [];
      const span = word === UNKNOWN ? null : { from: Number(from), to: Number(to) };
      if (span && (span.from > span.to || span.to > OLDEST_AGE)) {
        source.report(
          ["people", index, "ages", word],
          `\`${word}\` is not a span of ages up to ${OLDEST_AGE}: write the younger age first`,
          "key",
        );
        return [];
      }
      return [{ ages: span, region: place, count }];
    });
  });
  return source.problems.length > 0
    ? { ok: false, problems: inOrder(source.problems) }
    : { ok: true, population: { crowds, assurance: levels, linked: shaped?.["guardian linked"] ?? 0 } };
}

/** Some people alike, as the rules read them. */
export interface WeightedSubject {
  readonly subject: Subject;
  readonly weight: number;
}

/** The people of a population who can be told apart: aged as they are at an instant, new, at home, on the clock of UTC. */
export function* subjectsOf(
  { crowds, assurance, linked }: Population,
  guardianPowersUnder: number,
  at: Instant,
): Generator<WeightedSubject, void, undefined> {
  for (const { ages, region, count } of crowds)
    for (const age of ages === null ? [null] : wholeAges(ages))
      for (const [level, percent] of assurance) {
        const weight = (count * percent) / WHOLE / (ages === null ? 1 : ages.to - ages.from + 1);
        const shareLinked = (age ?? 0) < guardianPowersUnder ? linked / WHOLE : 0;
        const born = age === null ? UNKNOWN_BIRTH : birthIntervalOfBounds(age, age, dateAt(at, UTC));
        const assured = age === null ? "UNKNOWN" : level;
        for (const [guardian, share] of [
          ["NONE", 1 - shareLinked],
          ["LINKED", shareLinked],
        ] as const)
          if (weight * share > 0)
            yield { weight: weight * share, subject: subjectWith(born, assured, region, guardian) };
      }
}

function wholeAges({ from, to }: { readonly from: number; readonly to: number }): readonly number[] {
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}

function subjectWith(
  born: BirthInterval,
  assurance: AssuranceLevel,
  residence: RegionCode | null,
  guardian: Subject["guardian"],
): Subject {
  return {
    born,
    assurance,
    assuranceUntil: null,
    residence,
    present: null,
    guardian,
    zone: UTC,
    joined: null,
    approvals: new Map(),
    limits: new Map(),
  };
}
