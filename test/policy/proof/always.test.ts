import fc from "fast-check";
import { compilePolicy } from "../../../src/policy/compile.js";
import { ageOn, dateAt, LATEST_MIDNIGHT } from "../../../src/policy/calendar.js";
import type { Answer } from "../../../src/policy/answer.js";
import { isAtLeastAsStrict, sameValue } from "../../../src/policy/lattice.js";
import type { CounterExample } from "../../../src/policy/proof/counter-example.js";
import { answerInWords } from "../../../src/policy/proof/counter-example-words.js";
import type { PolicyDocuments } from "../../../src/policy/rule.js";
import { amountOf, le } from "../naive/amounts.js";
import { naiveBounds } from "../naive/decide.js";
import { AGES, question, strictestCatalogue } from "../properties/generators.js";
import { alwaysOf, proveOne, smallDocuments } from "./small-proof.js";

/** What the served policy answers to the question of a counter-example. */
function served(documents: PolicyDocuments, { item, is: { question: asked } }: CounterExample): Answer {
  const answer = compilePolicy(documents).decide(asked.subject, asked.choices, asked.at).answers[item.index];
  if (!answer) throw new Error("nothing is answered");
  return answer;
}

test.each<[string, Parameters<typeof alwaysOf>[0]]>([
  ["a cap", { when: { age: "under 16" }, then: { messages: { "at most": "NO_ONE" } } }],
  ["an age that no rule names", { when: { age: "under 10" }, then: { messages: { "at most": "NO_ONE" } } }],
  ["what follows from a need", { when: { age: "under 16" }, then: { chat: { "at most": "DENIED" } } }],
  [
    "a cap that an approval lifts",
    { when: { age: "under 13" }, then: { screenTime: { "at most": 60, "guardian may allow": 90 } } },
  ],
  ["a default", { when: { age: "under 18" }, then: { messages: { default: "NO_ONE" } } }],
  [
    "windows",
    {
      timeline: { "2021-08-12": "in force" },
      when: { age: "under 16" },
      then: { quiet: { "at least": ["23:00-05:00"] } },
    },
  ],
  ["one place", { where: "AU", when: { age: "under 16" }, then: { account: { "at most": "DENIED" } } }],
  [
    "those without a guardian",
    { where: "BR", when: { age: "under 16", guardian: "not linked" }, then: { account: { "at most": "LIMITED" } } },
  ],
])("it holds: %s", (_, written) => {
  expect(proveOne(smallDocuments(), alwaysOf(written)).counterExample).toBeNull();
});

test.each<[string, Parameters<typeof alwaysOf>[0], string]>([
  [
    "an age above the rule's",
    { when: { age: "under 17" }, then: { messages: { "at most": "NO_ONE" } } },
    "`messages` can be `EVERYONE` for somebody of 16 in AU on 2019-03-02 (no rule binds)",
  ],
  [
    "a day before the rule's",
    { when: { age: "under 16" }, then: { quiet: { "at least": ["22:00-06:00"] } } },
    "`quiet` can be `NONE` for somebody of 0 in AU on 2019-03-02 (no rule binds)",
  ],
  [
    "a day after its end",
    { timeline: { "2020-01-01": "in force" }, when: { age: "under 16" }, then: { visibility: { default: "PRIVATE" } } },
    "`visibility` starts at `PUBLIC` for somebody of 13 in AU on 2022-01-01 (no rule binds)",
  ],
  [
    "an approval that lifts more",
    { when: { age: "under 13" }, then: { screenTime: { "at most": 60 } } },
    "`screenTime` can be `61` for somebody of 0 in AU with a guardian who approves screenTime up to 61 on 2019-03-02 (by `time-13`)",
  ],
  [
    "an approval of what is needed",
    { where: "US", when: { age: "under 13" }, then: { live: { "at most": "DENIED" } } },
    "`live` can be `ALLOWED` for somebody of 0 in US-AK with a guardian who approves account on 2019-03-02 (no rule binds)",
  ],
  [
    "another place",
    { when: { age: "under 16" }, then: { account: { "at most": "DENIED" } } },
    "`account` can be `LIMITED` for somebody of 0 in BR on 2019-03-02 (by `br-linked`)",
  ],
  [
    "those with a guardian",
    { where: "BR", when: { age: "under 16" }, then: { account: { "at most": "LIMITED" } } },
    "`account` can be `ALLOWED` for somebody of 0 in BR with a guardian on 2019-03-02 (no rule binds)",
  ],
  [
    "those who are proven",
    { where: "US-CA", then: { live: { "at most": "DENIED", "guardian may allow": "ALLOWED" } } },
    "`live` can be `ALLOWED` for somebody of 18 in US-CA whose age is ESTIMATED on 2019-03-02 (no rule binds)",
  ],
])("it does not hold, and the smallest counter-example says so: %s", (_, written, says) => {
  const documents = smallDocuments();
  const { counterExample } = proveOne(documents, alwaysOf(written));
  if (!counterExample) throw new Error("it holds");
  expect(answerInWords(counterExample)).toBe(says);
  const answer = served(documents, counterExample);
  const is = counterExample.field === "default" ? answer.default : answer.value;
  expect(is !== null && sameValue(is, counterExample.is.value)).toBe(true);
});

test("a proof is right about everybody who is asked about, and its counter-examples are", () => {
  const cases = fc.record({
    asked: question(strictestCatalogue),
    age: fc.constantFrom(...AGES),
    item: fc.nat(),
    cap: fc.nat(),
    where: fc.constantFrom("WORLD", "US", "US-CA", "DE"),
  });
  const seen = { holds: 0, fails: 0 };
  fc.assert(
    fc.property(cases, ({ asked, age, item: pick, cap, where }) => {
      const { documents, subject, at } = asked;
      const items = documents.catalogue.items.filter((one) => one.kind === "feature" || one.control !== "windows");
      const item = items[pick % items.length];
      if (!item) throw new Error("there are items");
      const words =
        item.kind === "feature"
          ? ["DENIED", "LIMITED"]
          : item.control === "minutes"
            ? [0, 30, 60]
            : "values" in item
              ? item.values.slice(0, -1)
              : [];
      const bound = words[cap % words.length] ?? "";
      const invariant = alwaysOf({ where, when: { age: `under ${age}` }, then: { [item.key]: { "at most": bound } } });
      const most = invariant.kind === "always" ? (invariant.rule.effects[0]?.cap?.value ?? 0) : 0;
      const { counterExample } = proveOne(documents, invariant);
      seen[counterExample ? "fails" : "holds"] += 1;
      if (counterExample) {
        const { question: found, value } = counterExample.is;
        const naive = naiveBounds({ documents, ...found }, null)[item.index];
        expect(naive?.cap).toEqual(amountOf(value));
        expect(isAtLeastAsStrict(value, most)).toBe(false);
      }
      const isMeant =
        (where === "WORLD" || subject.residence === null || subject.residence.startsWith(where)) &&
        (subject.born.latest === null || ageOn(subject.born.latest, dateAt(at, subject.zone ?? LATEST_MIDNIGHT)) < age);
      const answer = naiveBounds({ documents, subject, at }, null)[item.index];
      if (!counterExample && isMeant && answer) expect(le(answer.cap, amountOf(most))).toBe(true);
    }),
    { seed: 2026, numRuns: 50 },
  );
  expect(Math.min(seen.holds, seen.fails)).toBeGreaterThan(2);
});
