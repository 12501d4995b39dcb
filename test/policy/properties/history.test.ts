import fc from "fast-check";
import type { Decisions } from "../../../src/policy/answer.js";
import type { Instant } from "../../../src/policy/calendar.js";
import { compilePolicy } from "../../../src/policy/compile.js";
import type { PolicyDocuments } from "../../../src/policy/rule.js";
import type { Subject } from "../../../src/policy/subject.js";
import { documentsOf, type WrittenRule } from "../fixtures/documents.js";
import { fieldsOfEngine } from "../naive/compare.js";
import { at, subjectOf, type Described } from "../people.js";
import { documents, instant, SMALL_CATALOGUE, strictestCatalogue, subject } from "./generators.js";

const seen = (decisions: Decisions): readonly unknown[] =>
  decisions.answers.map((answer) => [
    ...fieldsOfEngine(decisions, answer),
    answer.unlocks.map(({ reaches }) => reaches),
  ]);

/** Somebody, and somebody else who differs in a few facts, asked about at most two years later. */
interface Two {
  readonly set: PolicyDocuments;
  readonly first: Subject;
  readonly second: Subject;
  readonly at: Instant;
  readonly later: Instant;
}

const FACTS = [
  "born",
  "assurance",
  "assuranceUntil",
  "residence",
  "present",
  "guardian",
  "zone",
  "joined",
  "approvals",
  "limits",
] as const;

// Approvals end and come again: what is easily mistaken for another's is asked for more often.
const differing = fc.oneof(
  fc.subarray([...FACTS], { maxLength: 2 }),
  fc.constantFrom(["approvals"] as const, ["limits"] as const, ["born"] as const, ["present"] as const),
);

const two: fc.Arbitrary<Two> = fc.tuple(documents(strictestCatalogue), instant).chain(([set, now]) =>
  fc
    .tuple(subject(set.catalogue.items, now), subject(set.catalogue.items, now), differing, fc.nat(730))
    .map(([first, other, differ, days]) => ({
      set,
      first,
      second: { ...first, ...Object.fromEntries(differ.map((fact) => [fact, other[fact]])) },
      at: now,
      later: (now + days * 86_400_000) as Instant,
    })),
);

test("what a policy was asked before never changes an answer", () => {
  fc.assert(
    fc.property(two, ({ set, first, second, at: now, later }) => {
      const asked = compilePolicy(set);
      const before = seen(asked.decide(first, new Map(), now));
      const after = seen(asked.decide(second, new Map(), later));
      expect(after).toEqual(seen(compilePolicy(set).decide(second, new Map(), later)));
      expect(seen(asked.decide(first, new Map(), now))).toEqual(before);
    }),
    { seed: 81, numRuns: 100 },
  );
});

describe("nobody is answered with the approval of somebody else", () => {
  const set = documentsOf(SMALL_CATALOGUE, [
    {
      id: "account-14",
      layer: "LAW",
      timeline: { "2019-03-01": "in force" },
      when: { age: "under 14" },
      then: { account: { "at most": "DENIED", "guardian may allow": "ALLOWED" } },
    },
  ]);
  const now = "2025-06-25T12:00:00Z";
  const nina: Described = { born: "2013-01-01", in: "US", zone: "UTC", guardian: "LINKED" };
  const approved: readonly (readonly [string, Described, number])[] = [
    ["not approved", nina, 0],
    ["approved without an end", { ...nina, approve: { account: true } }, 2],
    ["approved until tomorrow", { ...nina, approve: { account: { until: "2025-06-26T12:00:00Z" } } }, 2],
    ["approved until this very instant", { ...nina, approve: { account: { until: now } } }, 0],
    ["approved until yesterday", { ...nina, approve: { account: { until: "2025-06-24T12:00:00Z" } } }, 0],
    ["approved, the link revoked", { ...nina, guardian: "NONE", approve: { account: true } }, 0],
  ];
  const pairs = approved.flatMap(([before, first]) =>
    approved.map(([name, second, cap]) => [name, before, second, first, cap] as const),
  );

  test.each(pairs)("Nina, 12, %s, asked about after a Nina who was %s", (_, __, second, first, cap) => {
    const policy = compilePolicy(set);
    const capOf = (who: Described): unknown =>
      policy.decide(subjectOf(set, who), new Map(), at(now)).answers.find(({ item }) => item.key === "account")?.cap;
    capOf(first);
    expect(capOf(second)).toBe(cap);
  });
});

describe("nobody is answered with the rules of somebody else's place", () => {
  const account = (id: string, where: string, age: number, cap: string): WrittenRule => ({
    id,
    layer: "LAW",
    timeline: { "2019-03-01": "in force" },
    where,
    when: { age: `under ${age}` },
    then: { account: { "at most": cap } },
  });
  const set = documentsOf(SMALL_CATALOGUE, [
    account("au", "AU", 16, "DENIED"),
    account("de", "DE", 16, "LIMITED"),
    account("us-tx", "US-TX", 16, "DENIED"),
    account("us-va", "US-VA", 16, "LIMITED"),
  ]);
  const nowhere: Described = { born: "2013-01-01", zone: "UTC" };
  const nina: Described = { ...nowhere, in: "GB" };
  const places: readonly (readonly [string, Described, number])[] = [
    ["at home in Great Britain", nina, 2],
    ["living in Australia", { ...nina, in: "AU" }, 0],
    ["living in Germany", { ...nina, in: "DE" }, 1],
    ["in Australia for now", { ...nina, present: "AU" }, 0],
    ["in Germany for now", { ...nina, present: "DE" }, 1],
    ["in Texas for now", { ...nina, present: "US-TX" }, 0],
    ["in Virginia for now", { ...nina, present: "US-VA" }, 1],
    ["in the United States, who knows where", { ...nina, in: "US" }, 0],
    ["who knows where", nowhere, 0],
  ];
  const pairs = places.flatMap(([before, first]) =>
    places.map(([name, second, cap]) => [name, before, second, first, cap] as const),
  );

  test.each(pairs)("Nina, 12, %s, asked about after a Nina %s", (_, __, second, first, cap) => {
    const policy = compilePolicy(set);
    const capOf = (who: Described): unknown =>
      policy
        .decide(subjectOf(set, who), new Map(), at("2025-06-25T12:00:00Z"))
        .answers.find(({ item }) => item.key === "account")?.cap;
    capOf(first);
    expect(capOf(second)).toBe(cap);
  });
});
