import { formatGap, findGaps } from "../../src/policy/gaps.js";
import { documentsOf, type WrittenCatalogue, type WrittenRule } from "./fixtures/documents.js";
import { workedDocuments } from "./fixtures/worked.js";

const catalogue: WrittenCatalogue = {
  since: "2019-03-01",
  settings: { comments: { values: ["NO_ONE", "EVERYONE"], open: "EVERYONE" } },
  features: {},
};

function rule(change: Partial<WrittenRule>): WrittenRule {
  return {
    id: "comments",
    layer: "PLATFORM",
    timeline: { "2019-03-01": "in force" },
    when: { age: "under 18" },
    then: { comments: { default: "NO_ONE" } },
    ...change,
  };
}

test.each<[what: string, rules: readonly WrittenRule[], gaps: readonly string[]]>([
  ["a rule for everyone under 18", [rule({})], []],
  ["a rule for everyone", [rule({ when: {} })], []],
  ["no rule at all", [], ["for people aged 0 in countries that no rule names from 2019-03-01 on"]],
  [
    "under 16 only",
    [rule({ when: { age: "under 16" } })],
    ["for people aged 16 in countries that no rule names from 2019-03-01 on"],
  ],
  [
    "begun too late",
    [rule({ timeline: { "2020-01-01": "in force" } })],
    ["for people aged 0 in countries that no rule names from 2019-03-01 on"],
  ],
  ["ended", [rule({ timeline: { "2019-03-01": "in force", "2021-05-05": "ended" } })], ["from 2021-05-05 on"]],
  ["unconfirmed", [rule({ timeline: { "2019-03-01": "unconfirmed" } })], ["for people aged 0"]],
  ["only in one season", [rule({ "each year": { from: "09-01", until: "06-01" } })], ["from 2019-06-01 on"]],
  ["everywhere but in one state", [rule({ minus: "US-TX" })], ["for people aged 0 in US-TX from 2019-03-01 on"]],
  ["in one country", [rule({ where: "BR" })], ["in countries that no rule names"]],
  ["only without a guardian", [rule({ when: { age: "under 18", guardian: "not linked" } })], ["for people aged 0"]],
  ["only without proof", [rule({ when: { age: "not proven 18" } })], []],
  ["two halves", [rule({ id: "young", when: { age: "under 16" } }), rule({ id: "older" })], []],
])("%s", (_, rules, gaps) => {
  const found = findGaps(documentsOf(catalogue, rules)).map(formatGap);
  expect(found).toEqual(gaps.map((gap) => expect.stringContaining(gap)));
});

test("the worked rules leave nothing unsaid", () => {
  expect(findGaps(workedDocuments())).toEqual([]);
});
