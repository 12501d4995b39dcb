import { readFileSync } from "node:fs";
import { Ajv } from "ajv";
import { parse } from "yaml";
import { ageOn, dateAt, UTC } from "../../../src/policy/calendar.js";
import { formatProblem } from "../../../src/policy/language/policy-problem.js";
import { readPopulation, subjectsOf, type Population } from "../../../src/profiles/simulation/population.js";
import { instant } from "../profile-of.js";

const AT = instant("2026-11-22T12:00:00Z");
const EXAMPLE = readFileSync("examples/population.yaml", "utf8");

const read = (text: string) => readPopulation({ file: "people.yaml", text });

function populationIn(text: string): Population {
  const found = read(text);
  if (!found.ok) throw new Error(found.problems.map(formatProblem).join("\n"));
  return found.population;
}

/** `age region level guardian: weight`. */
const crowdsOf = (text: string): readonly string[] =>
  [...subjectsOf(populationIn(text), 18, AT)].map(({ subject, weight }) => {
    const { born, residence, assurance, guardian } = subject;
    const age = born.latest === null ? "?" : ageOn(born.latest, dateAt(AT, UTC));
    return `${age} ${residence ?? "?"} ${assurance} ${guardian}: ${Math.round(weight * 1_000) / 1_000}`;
  });

test("the example can be read, fits its schema, and is made of whole people", () => {
  const ajv = new Ajv({ strict: false, allErrors: true });
  const schema = JSON.parse(readFileSync("policies/schemas/population.schema.json", "utf8")) as object;
  expect(ajv.validate(schema, parse(EXAMPLE))).toBe(true);
  const people = [...subjectsOf(populationIn(EXAMPLE), 18, AT)].reduce((sum, { weight }) => sum + weight, 0);
  const written = [...EXAMPLE.matchAll(/: (\d{4,})/g)].reduce((sum, [, count]) => sum + Number(count), 0);
  expect(people).toBeCloseTo(written, 3);
});

test.each<[string, string, readonly string[]]>([
  [
    "a span has as many people of each age",
    "about: x\npeople: [{ region: BR, ages: { 13..15: 90 } }]",
    ["13 BR SELF_DECLARED NONE: 30", "14 BR SELF_DECLARED NONE: 30", "15 BR SELF_DECLARED NONE: 30"],
  ],
  [
    "guardians are those of people young enough for their powers",
    "about: x\nguardian linked: 20\npeople: [{ region: US-CA, ages: { 17: 10, 18: 10 } }]",
    ["17 US-CA SELF_DECLARED NONE: 8", "17 US-CA SELF_DECLARED LINKED: 2", "18 US-CA SELF_DECLARED NONE: 10"],
  ],
  [
    "levels share everybody",
    "about: x\nassurance: { VERIFIED: 25, UNKNOWN: 75 }\npeople: [{ region: BR, ages: { 16: 8 } }]",
    ["16 BR UNKNOWN NONE: 6", "16 BR VERIFIED NONE: 2"],
  ],
  [
    "of an unknown age nothing is proved",
    "about: x\nassurance: { VERIFIED: 100 }\npeople: [{ region: unknown, ages: { unknown: 5 } }]",
    ["? ? UNKNOWN NONE: 5"],
  ],
])("%s", (_, text, crowds) => {
  expect(crowdsOf(text)).toEqual(crowds);
});

test.each([
  ["no list", "about: x\npeople: 3", /^people\.yaml:2:9: .*is not a list of regions/],
  ["no people", "about: x", /`people` is missing/],
  ["no source", "people: [{ region: BR, ages: { 13: 1 } }]", /`about` is missing/],
  ["an age", "about: x\npeople: [{ region: BR, ages: { teens: 1 } }]", /is not an age/],
  ["a span backwards", "about: x\npeople: [{ region: BR, ages: { 15..13: 1 } }]", /2:32: .*is not a span of ages/],
  ["an age that nobody has", "about: x\npeople: [{ region: BR, ages: { 999: 1 } }]", /is not a span of ages up to 120/],
  ["a region", "about: x\npeople: [{ region: UK, ages: { 13: 1 } }]", /`UK` is not a region/],
  ["a count", "about: x\npeople: [{ region: BR, ages: { 13: many } }]", /is not a number of people/],
  ["less than nobody", "about: x\npeople: [{ region: BR, ages: { 13: -1 } }]", /less than nobody/],
  ["more than there are", "about: x\npeople: [{ region: BR, ages: { 13: 1e300 } }]", /more people than there are/],
  ["endlessly many", "about: x\npeople: [{ region: BR, ages: { 13: .inf } }]", /is not a number of people/],
  ["levels", "about: x\nassurance: { VERIFIED: 60 }\npeople: [{ region: BR, ages: { 13: 1 } }]", /come to 60 percent/],
  ["a level", "about: x\nassurance: { SURE: 100 }\npeople: [{ region: BR, ages: { 13: 1 } }]", /SURE/],
  ["another word", "about: x\npeeple: []\npeople: [{ region: BR, ages: { 13: 1 } }]", /did you mean `people`/],
  ["no YAML", "about: [", /^people\.yaml:\d+:\d+: /],
  ["nothing", "", /^people\.yaml:1:1: /],
])("%s that cannot be read is told at its place", (_, text, message) => {
  const found = read(text);
  expect(found.ok ? "" : found.problems.map(formatProblem).join("\n")).toMatch(message);
});
