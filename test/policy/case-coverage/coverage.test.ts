import { askedCells } from "../../../src/policy/case-coverage/asked-cells.js";
import { cellCoverage } from "../../../src/policy/case-coverage/cell-coverage.js";
import { pointInWords } from "../../../src/policy/case-coverage/point-words.js";
import { reasonCoverage } from "../../../src/policy/case-coverage/reason-coverage.js";
import { ruleCoverage } from "../../../src/policy/case-coverage/rule-coverage.js";
import { compilePolicy } from "../../../src/policy/compile.js";
import { readCases } from "../../../src/policy/language/read-cases.js";
import { readTable } from "../../../src/policy/table.js";
import { documentsOf } from "../fixtures/documents.js";

const documents = documentsOf(
  {
    since: "2019-03-01",
    settings: { comments: { values: ["NO_ONE", "FRIENDS", "EVERYONE"], open: "EVERYONE" } },
    features: { live: {} },
  },
  [
    {
      id: "live-16",
      layer: "PLATFORM",
      timeline: { "2019-03-01": "in force" },
      when: { age: "under 16" },
      then: { live: { "at most": "DENIED" } },
    },
    {
      id: "live-18",
      layer: "PLATFORM",
      timeline: { "2022-11-23": "in force" },
      when: { age: "under 18" },
      then: { live: { "at most": "DENIED" } },
    },
    { id: "court", layer: "PLATFORM", timeline: { "2022-11-23": "enjoined" }, then: { live: { "at most": "DENIED" } } },
    {
      id: "start",
      layer: "PLATFORM",
      timeline: { "2019-03-01": "in force" },
      when: { age: "under 18" },
      then: { comments: { default: "FRIENDS" } },
    },
    {
      id: "looser",
      layer: "PLATFORM",
      timeline: { "2019-03-01": "in force" },
      when: { age: "under 18" },
      then: { comments: { default: "EVERYONE" } },
    },
    {
      id: "open",
      layer: "PLATFORM",
      timeline: { "2019-03-01": "in force" },
      when: { age: "under 18" },
      then: { live: { "at most": "ALLOWED" } },
    },
  ],
);
const table = readTable(documents);

function asked(moments: string) {
  const text = `people:
  Noor: { about: "14 on 14 March 2020, 18 in 2024", born: 2006-03-14, in: GB, zone: Europe/London }
cases:
  - { name: some, person: Noor, on: { ${moments} } }
`;
  const read = readCases([{ file: "tests/some.yaml", text }], documents.catalogue.items);
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return askedCells(compilePolicy(documents), table, read.cases);
}

test.each<[moments: string, seen: Readonly<Record<string, string>>]>([
  [
    "2020-05-01: { live: DENIED }",
    { "live-16": "decided", "live-18": "silent", court: "off", start: "silent", looser: "silent", open: "applied" },
  ],
  // Who is asked about their comments says nothing about what the rules make of LIVE.
  [
    "2020-05-01: { comments: FRIENDS }",
    { "live-16": "silent", "live-18": "silent", court: "off", start: "decided", looser: "applied", open: "silent" },
  ],
  [
    "2022-11-23: { live: DENIED }",
    { "live-16": "silent", "live-18": "decided", court: "off", start: "silent", looser: "silent", open: "applied" },
  ],
])("asked %s, the rules were seen so", (moments, seen) => {
  const found = ruleCoverage(documents, table, asked(moments));
  expect(Object.fromEntries(found.map((one) => [one.rule.id, one.seen]))).toEqual(seen);
});

test("what only says that things are open is covered by holding, and what is off by being off", () => {
  const found = ruleCoverage(documents, table, asked("2020-05-01: { live: DENIED, comments: FRIENDS }"));
  expect(found.flatMap(({ rule, isCovered }) => (isCovered ? [] : [rule.id])).sort()).toEqual(["live-18", "looser"]);
});

test("the sets of rules that nobody asked about, the one that holds for most first", () => {
  const [comments, live] = cellCoverage(table, asked("2020-05-01: { live: DENIED }, 2022-11-23: { live: DENIED }"));
  // Under 16 before and after 2022; 16 and 17 before and after; 18 and over.
  expect(live).toMatchObject({ asked: 2, all: 5 });
  expect(live?.unasked.map(({ rules }) => rules.caps.map(({ rule }) => rule.id))).toEqual([
    expect.arrayContaining(["live-16", "live-18", "open"]),
    [expect.stringContaining("open")],
    [],
  ]);
  expect(comments).toMatchObject({ asked: 0, all: 2 });
  const shares = live?.unasked.map(({ share }) => share) ?? [];
  expect(shares).toEqual(shares.toSorted((a, b) => b - a));
  expect(shares.every((share) => share > 0 && share < 1)).toBe(true);
});

test("a combination of facts is told in words", () => {
  const [, live] = cellCoverage(table, asked("2022-11-23: { live: DENIED }"));
  expect(live?.unasked.map(({ point, nextAge }) => pointInWords(point, nextAge))).toContain(
    "aged 0 to 15 in elsewhere, unknown, from 2019-03-01 until 2022-11-23, UNKNOWN",
  );
});

test("the reasons that can be given, and which of them were seen", () => {
  const reasons = reasonCoverage(table, asked("2020-05-01: { live: DENIED, comments: FRIENDS }"));
  const codes = (key: string, isSeen: boolean) =>
    reasons.flatMap((one) => (one.item.key === key && one.isSeen === isSeen ? [one.code] : []));

  expect(codes("live", true)).toEqual(["BELOW_MINIMUM_AGE"]);
  expect(codes("live", false)).toEqual(["AGE_UNKNOWN", "AGE_VERIFICATION_NEEDED", "ALLOWED", "GUARDIAN_LIMIT"]);
  expect(codes("comments", true)).toEqual(["PLATFORM_DEFAULT"]);
  expect(codes("comments", false)).toEqual(["GUARDIAN_LIMIT", "KEPT", "USER_CHOICE"]);
});
