import { readCases } from "../../../src/policy/language/read-cases.js";
import { runCase } from "../../../src/policy/language/policy-case.js";
import { mutantCount, mutants, type Mutant } from "../../../src/policy/mutation/mutants.js";
import { compilePolicy } from "../../../src/policy/compile.js";
import type { PolicyDocuments } from "../../../src/policy/rule.js";
import { documentsOf } from "../fixtures/documents.js";

const CATALOGUE: Parameters<typeof documentsOf>[0] = {
  since: "2019-03-01",
  settings: {
    comments: { values: ["NO_ONE", "FRIENDS", "EVERYONE"], open: "EVERYONE" },
  },
  features: { account: {}, liveStreaming: { needs: { account: "ALLOWED" } } },
};

const RULES: Parameters<typeof documentsOf>[1] = [
  {
    id: "account-13",
    layer: "PLATFORM",
    timeline: { "2019-03-01": "in force" },
    when: { age: "under 13" },
    then: { account: { "at most": "DENIED" } },
  },
  {
    id: "live-18",
    layer: "PLATFORM",
    timeline: { "2022-11-23": "in force" },
    when: { age: "under 18" },
    then: { liveStreaming: { "at most": "DENIED" } },
  },
  {
    id: "said",
    layer: "PLATFORM",
    timeline: { "2019-03-01": "in force" },
    when: { age: "under 18" },
    then: {
      comments: { default: "FRIENDS" },
      liveStreaming: { "at most": "ALLOWED" },
      account: { "at most": "ALLOWED" },
    },
  },
];

const documents = documentsOf(CATALOGUE, RULES);

function casesOf(text: string) {
  const read = readCases([{ file: "tests/some.yaml", text }], documents.catalogue.items);
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return read.cases;
}

const NOOR = `people:
  Noor: { about: "17, 18 on 14 March 2024", born: 2006-03-14, in: GB, zone: Europe/London }
cases:
  - name: LIVE from 18
    person: Noor
    on:`;

function fates(text: string, of: PolicyDocuments = documents): ReadonlyMap<string, Mutant> {
  return new Map([...mutants(of, casesOf(text))].map((mutant) => [`${mutant.rule.id}: ${mutant.what}`, mutant]));
}

test("every change is tried", () => {
  const tried = fates(`${NOOR} { 2022-11-23: { liveStreaming: DENIED } }`);
  expect(tried.size).toBe(mutantCount(documents));
  expect([...tried.keys()]).toEqual(
    expect.arrayContaining([
      "live-18: removed",
      "live-18: age 18 -> 17",
      "live-18: age 18 -> 19",
      "live-18: 2022-11-23 -> 2022-11-22 (in force)",
      "live-18: 2022-11-23 -> 2022-11-24 (in force)",
      "live-18: 2022-11-23: in force -> enjoined",
      "live-18: liveStreaming: at most DENIED -> ALLOWED",
      "live-18: liveStreaming: a guardian's approval would lift it",
      "said: comments: default FRIENDS -> NO_ONE",
      "said: comments: default FRIENDS -> EVERYONE",
    ]),
  );
});

test.each<[asked: string, what: string, fate: Mutant["fate"]]>([
  ["2022-11-23: { liveStreaming: DENIED }", "live-18: removed", "noticed"],
  ["2022-11-23: { liveStreaming: DENIED }", "live-18: 2022-11-23 -> 2022-11-24 (in force)", "noticed"],
  ["2022-11-24: { liveStreaming: DENIED }", "live-18: 2022-11-23 -> 2022-11-24 (in force)", "survived"],
  ["2022-11-22: { liveStreaming: ALLOWED }", "live-18: 2022-11-23 -> 2022-11-22 (in force)", "noticed"],
  ["2022-11-23: { liveStreaming: DENIED }", "live-18: age 18 -> 17", "survived"],
  ["2024-03-13: { liveStreaming: DENIED }", "live-18: age 18 -> 17", "noticed"],
  ["2024-03-14: { liveStreaming: ALLOWED }", "live-18: age 18 -> 19", "noticed"],
  ["2024-03-13: { liveStreaming: DENIED }", "live-18: liveStreaming: a guardian's approval would lift it", "survived"],
  [
    "2024-03-13: { liveStreaming: { reason: BELOW_MINIMUM_AGE } }",
    "live-18: liveStreaming: a guardian's approval would lift it",
    "noticed",
  ],
  ["2022-11-23: { liveStreaming: { minimum age: 18 } }", "live-18: age 18 -> 19", "noticed"],
  // Nothing is known of days before the first, so a day earlier says the same.
  ["2022-11-23: { liveStreaming: DENIED }", "said: 2019-03-01 -> 2019-02-28 (in force)", "same"],
  // Without it nobody would have said anything about people under 18.
  ["2022-11-23: { liveStreaming: DENIED }", "said: removed", "refused"],
])("asked %s, the change %s is %s", (asked, what, fate) => {
  expect(fates(`${NOOR} { ${asked} }`).get(what)?.fate).toBe(fate);
});

test("each survivor comes with a case that holds now, and that notices it", () => {
  const survivors = [...fates(`${NOOR} { 2022-11-23: { liveStreaming: DENIED } }`).values()].filter(
    ({ fate }) => fate === "survived",
  );
  expect(survivors.length).toBeGreaterThan(5);
  for (const { rule, what, killer } of survivors) {
    const text = `people:\n  ${killer?.people ?? ""}\ncases:\n  ${killer?.cases ?? ""}\n`;
    expect(casesOf(text).flatMap((one) => runCase(compilePolicy(documents), one))).toEqual([]);
    expect({ what, fate: fates(text).get(`${rule.id}: ${what}`)?.fate }).toEqual({ what, fate: "noticed" });
  }
});
