import { compilePolicy } from "../../../src/policy/compile.js";
import { formatProblem } from "../../../src/policy/language/policy-problem.js";
import { runCase } from "../../../src/policy/language/policy-case.js";
import { readCases } from "../../../src/policy/language/read-cases.js";
import { read, SMALL } from "./small-policy.js";

const small = read(SMALL);
if (!small.ok) throw new Error("the small policy is broken");
const { documents } = small;
const policy = compilePolicy(documents);

const CASES = `people:
  Maya: { about: "15, Virginia", born: 2010-06-01, in: US-VA, zone: America/New_York, assurance: SELF_DECLARED }
  Max: { age: 13..17, seen on: 2026-01-01, in: DE, guardian: LINKED, limit: { dailyScreenTime: 30 }, approve: { comments: fully } }
cases:
  - name: Comments
    person: Maya
    on:
      2021-01-12: { comments: EVERYONE }
      2021-01-13: { comments: { value: FRIENDS, cap: FRIENDS, decided by: PLATFORM, rule: comments-16, minimum age: 16, available from: 2026-06-01 } }
      2026-06-01: { comments: { value: EVERYONE, available from: never } }
  - name: Time
    person: Max
    at:
      2026-02-01T12:00:00Z: { dailyScreenTime: 30, quietHours: ["21:00-08:00"] }
`;

function problemsIn(text: string): readonly string[] {
  const cases = readCases([{ file: "tests/a.yaml", text }], documents.catalogue.items);
  return cases.ok ? [] : cases.problems.map(formatProblem);
}

function differencesIn(text: string): readonly string[] {
  const cases = readCases([{ file: "tests/a.yaml", text }], documents.catalogue.items);
  if (!cases.ok) throw new Error(cases.problems.map(formatProblem).join("\n"));
  return cases.cases.flatMap((policyCase) => runCase(policy, policyCase)).map(formatProblem);
}

function replaced(from: string, to: string): string {
  expect(CASES).toContain(from);
  return CASES.replace(from, () => to);
}

test("cases that hold differ in nothing", () => {
  expect(problemsIn(CASES)).toEqual([]);
  expect(differencesIn(CASES)).toEqual([]);
});

test("a day is asked about at its first and at its last instant, a moment once", () => {
  const cases = readCases([{ file: "tests/a.yaml", text: CASES }], documents.catalogue.items);
  const instants = cases.ok
    ? cases.cases.map(({ moments }) => moments.map((moment) => moment.instants.map((at) => new Date(at).toISOString())))
    : [];
  expect(instants[0]?.[0]).toEqual(["2021-01-12T05:00:00.000Z", "2021-01-13T04:59:59.999Z"]);
  expect(instants[1]).toEqual([["2026-02-01T12:00:00.000Z"]]);
});

test.each([
  [
    "value",
    "2021-01-12: { comments: EVERYONE }",
    "2021-01-12: { comments: NO_ONE }",
    "8:31: Comments (Maya), 2021-01-12: value of `comments` is `EVERYONE`, expected `NO_ONE`",
  ],
  [
    "cap",
    "cap: FRIENDS",
    "cap: EVERYONE",
    "9:21: Comments (Maya), 2021-01-13: cap of `comments` is `FRIENDS`, expected `EVERYONE`",
  ],
  [
    "layer",
    "decided by: PLATFORM",
    "decided by: LAW",
    "9:21: Comments (Maya), 2021-01-13: decided by of `comments` is `PLATFORM`, expected `LAW`",
  ],
  [
    "rule",
    "rule: comments-16",
    "rule: quiet-16",
    "9:21: Comments (Maya), 2021-01-13: rule of `comments` is `comments-16`, expected `quiet-16`",
  ],
  [
    "minimum age",
    "minimum age: 16",
    "minimum age: none",
    "9:21: Comments (Maya), 2021-01-13: minimum age of `comments` is `16`, expected `none`",
  ],
  [
    "date",
    "available from: 2026-06-01",
    "available from: never",
    "9:21: Comments (Maya), 2021-01-13: available from of `comments` is `2026-06-01`, expected `never`",
  ],
  [
    "windows",
    '["21:00-08:00"]',
    "[]",
    "14:64: Time (Max), 2026-02-01T12:00:00Z: value of `quietHours` is `21:00-08:00`, expected `NONE`",
  ],
])("another %s is a difference at its place", (_, from, to, difference) => {
  expect([...new Set(differencesIn(replaced(from, to)))].map((line) => line.replace("tests/a.yaml:", ""))).toEqual([
    difference,
  ]);
});

test.each([
  [
    "a person nobody knows",
    "person: Maya",
    "person: Maja",
    "6:13: `Maja` is not among the `people`; did you mean `Maya`?",
  ],
  [
    "an unknown item",
    "{ comments: EVERYONE }",
    "{ coments: EVERYONE }",
    "8:21: `coments` is not in the catalogue; did you mean `comments`?",
  ],
  [
    "an unknown value",
    "{ comments: EVERYONE }",
    "{ comments: ALL }",
    "8:31: `ALL` is not a value of `comments`: one of `NO_ONE`, `FRIENDS`, `EVERYONE`",
  ],
  [
    "an unknown expectation",
    "decided by: PLATFORM",
    "decidedby: PLATFORM",
    "9:63: `decidedby` is not used here; did you mean `decided by`?",
  ],
  [
    "another layer",
    "decided by: PLATFORM",
    "decided by: HOUSE",
    "9:75: `HOUSE` is not a layer: one of LAW, PLATFORM, GUARDIAN, USER, DEFAULT",
  ],
  [
    "a day that is none",
    "2021-01-12:",
    "2021-02-30:",
    "8:7: `2021-02-30` is not a day of the calendar: write `2026-01-31`",
  ],
  ["a day without a zone", "zone: America/New_York, ", "", ""],
  [
    "an instant without a zone",
    "2026-02-01T12:00:00Z:",
    "2026-02-01T12:00:00:",
    "14:7: `2026-02-01T12:00:00` is not an instant: write `2026-01-31T20:00:00Z`",
  ],
  [
    "a birth that is none",
    "2010-06-01",
    "2010-06-31",
    "2:40: `2010-06-31` is not a birth: write `2010-05-04`, `2010-05` or `2010`",
  ],
  ["ages without a day", ", seen on: 2026-01-01", "", "3:10: `age` needs the day on which it held: write `seen on`"],
  ["ages the wrong way round", "13..17", "17..13", "3:15: `17..13` ends before it starts"],
  [
    "a region that is none",
    "in: US-VA",
    "in: VA-US",
    "2:56: `VA-US` is not a region: write a code like `BR` or `US-CA`",
  ],
  [
    "a case that asks nothing",
    '  - name: Time\n    person: Max\n    at:\n      2026-02-01T12:00:00Z: { dailyScreenTime: 30, quietHours: ["21:00-08:00"] }\n',
    "  - name: Time\n    person: Max\n",
    "11:5: `Time` asks nothing: write `on` with a day, or `at` with an instant",
  ],
])("%s is a problem", (what, from, to, problem) => {
  const problems = problemsIn(replaced(from, to)).map((line) => line.replace("tests/a.yaml:", ""));
  if (what !== "a day without a zone") expect(problems).toEqual([problem]);
  else {
    expect(problems).toEqual(
      [8, 9, 10].map(
        (line) =>
          `${line}:7: a day without a time zone has no beginning: give the person a \`zone\`, or write an instant under \`at\``,
      ),
    );
  }
});
