import { APPLIES, type CellFacts, type Cells } from "../../../src/policy/cells.js";
import type { Value } from "../../../src/policy/item.js";
import { isLooser, join, meet, top } from "../../../src/policy/lattice.js";
import { answerInWords, boundInWords } from "../../../src/policy/proof/counter-example-words.js";
import { SERVED, type Evaluation } from "../../../src/policy/proof/evaluation.js";
import { PROMISES, type Promised } from "../../../src/policy/proof/invariant.js";
import type { Table } from "../../../src/policy/table.js";
import { alwaysOf, promiseOf, proveFaulty, proveOne, smallDocuments } from "./small-proof.js";

test.each(PROMISES)("%s: it holds for the engine", (promise) => {
  const { counterExample, inputs, compared } = proveOne(smallDocuments(), promiseOf(promise));
  expect(counterExample && `${answerInWords(counterExample)}, ${boundInWords(counterExample)}`).toBeNull();
  expect({ inputs: inputs > 1_000, compared: compared > 0 }).toEqual({ inputs: true, compared: true });
});

/** Reads whether rules apply in another way than the engine. */
function applying(wrong: (facts: CellFacts, rule: Table["rules"][number], table: Table) => boolean | null) {
  return (table: Table): Table => {
    const flagOf: Cells["flagOf"] = (index, facts) => {
      const rule = table.rules[index];
      const applies = rule ? wrong(facts, rule, table) : null;
      return applies === null ? table.cells.flagOf(index, facts) : applies ? APPLIES : 0;
    };
    return { ...table, cells: { ...table.cells, flagOf } };
  };
}

/** Faults in how it is found which rules apply: by a wrong reading, or by a slip. */
const FAULTY_TABLES: readonly (readonly [Promised, string, (table: Table) => Table])[] = [
  [
    "older is never stricter",
    "bands: a rule for those under 16 is for 13 to 15",
    applying(({ youngest }, { age }, { cells }) =>
      age?.kind === "under" && age.age === 16 && youngest < cells.segmentOf(13) ? false : null,
    ),
  ],
  [
    "more assurance is never stricter",
    "a proof counts against whoever has it",
    applying(({ assurance }, { age }) => (age?.kind === "not proven" ? assurance > 2 : null)),
  ],
  [
    "unknown is never looser",
    "an age without an upper end is read as the oldest it could be",
    applying(({ oldest }, { age }, { cells }) => (age && oldest === cells.segmentOf(Infinity) ? false : null)),
  ],
  [
    "unknown is never looser",
    "in an unknown zone only the last date counts",
    (table) => ({ ...table, dates: { ...table.dates, inForce: (_, last) => table.dates.inForce(last, last) } }),
  ],
  [
    "a second place never loosens",
    "only the place counts where somebody is",
    (table) => ({ ...table, places: { ...table.places, both: (_, present) => present } }),
  ],
  [
    "linking a guardian never tightens",
    "a rule for those without a guardian is for those with one",
    ({ cells, ...table }) => ({
      ...table,
      cells: {
        ...cells,
        flagOf: (index, facts) =>
          cells.flagOf(index, table.rules[index]?.unlinkedOnly ? { ...facts, linked: !facts.linked } : facts),
      },
    }),
  ],
];

/** The cap of an item is changed in a way that hears what the guardians said. */
function changing(
  change: (
    cap: Value,
    said: { approved: Value | undefined; limit: Value | undefined; open: Value },
    isMinor: boolean,
  ) => Value,
): Evaluation {
  return {
    ...SERVED,
    caps(table, flags, standing) {
      const caps = SERVED.caps(table, flags, standing);
      return (terms, grants) => {
        const { key } = terms.item;
        const said = { approved: grants.approved.get(key), limit: grants.limits.get(key), open: terms.top };
        const cap = caps(terms, grants);
        return standing.linked ? change(cap, said, standing.isMinor) : cap;
      };
    },
  };
}

/** The default or cap of the highest layer that says something beats all others. */
function layered(highest: "LAW" | "PLATFORM"): Evaluation {
  return {
    ...SERVED,
    default(flags, terms, open) {
      const applies = terms.defaults.filter(({ index }) => flags[index] !== 0);
      const counted = applies.filter(({ rule }) => rule.layer === highest);
      return (counted.length > 0 ? counted : applies).map(({ value }) => value).reduce(meet, open);
    },
  };
}

/** Faults in what is made of the rules that apply. */
const FAULTY_EVALUATIONS: readonly (readonly [Promised, string, Evaluation])[] = [
  [
    "older is never stricter",
    "minorApprovals: approvals end when guardians' powers do",
    {
      ...SERVED,
      caps: (table, flags, standing) =>
        SERVED.caps(table, flags, { ...standing, linked: standing.linked && standing.isMinor }),
    },
  ],
  [
    "an approval never tightens",
    "what is approved takes the place of the cap",
    changing((cap, { approved }) => approved ?? cap),
  ],
  [
    "a limit only tightens",
    "a limit takes the place of the cap",
    changing((cap, { limit }, isMinor) => (isMinor ? (limit ?? cap) : cap)),
  ],
  [
    "nobody passes a floor",
    "an approval lifts whatever there is",
    changing((cap, { approved }) => (approved === undefined ? cap : join(cap, approved))),
  ],
  ["nobody passes a floor", "a choice holds, whatever the cap", { ...SERVED, value: (wanted) => wanted }],
  ["adding a rule never loosens", "layers: a law's default beats the platform's", layered("LAW")],
  ["unknown is never looser", "layers: a law's default beats the platform's", layered("LAW")],
  [
    "laws hold whatever the platform says",
    "layers, the other way: the platform's default beats a law's",
    layered("PLATFORM"),
  ],
];

const NEVER_LIVE = alwaysOf({
  where: "AU",
  when: { age: "under 16" },
  then: { live: { "at most": "DENIED" } },
});

describe("a fault is found", () => {
  test.each(FAULTY_TABLES)("%s: %s", (promise, _, fault) => {
    expect(proveFaulty(smallDocuments(), promiseOf(promise), fault).counterExample).not.toBeNull();
  });

  test.each(FAULTY_EVALUATIONS)("%s: %s", (promise, _, evaluation) => {
    expect(proveOne(smallDocuments(), promiseOf(promise), { evaluation }).counterExample).not.toBeNull();
  });

  test("verified: whoever is proven is free of rules for everybody under an age", () => {
    const verified = applying(({ assurance }, { age }) => (age?.kind === "under" && assurance > 2 ? false : null));
    const { counterExample } = proveFaulty(smallDocuments(), NEVER_LIVE, verified);
    expect(counterExample?.is.question.subject).toMatchObject({ residence: "AU", assurance: "ESTIMATED" });
  });

  test.each([
    ["region", "fallback: an unknown region is read as Germany", { region: "DE" }],
    ["subdivision", "subdivision: `US` has no law of a state", { region: "strictest", subdivision: { US: "country" } }],
  ] as const)("unknown is never looser, %s: %s", (fact, _, unknown) => {
    const documents = smallDocuments(unknown);
    const { counterExample } = proveOne(documents, promiseOf("unknown is never looser"));
    expect(counterExample?.is.question.subject.residence).toBe(fact === "region" ? null : "US");
    const exceptions = [{ item: null, birthday: null, fact, because: "so it was decided" }];
    expect(proveOne(documents, promiseOf("unknown is never looser", { exceptions })).counterExample).toBeNull();
  });
});

describe("an exception", () => {
  const bands = FAULTY_TABLES[0]?.[2] ?? ((table) => table);
  const older = (exceptions: readonly { birthday?: number; item?: string }[]) => {
    const documents = smallDocuments();
    const read = exceptions.map(({ birthday = null, item }) => ({
      item: documents.catalogue.items.find(({ key }) => key === item) ?? null,
      birthday,
      fact: null,
      because: "so it was decided",
    }));
    return proveFaulty(documents, promiseOf("older is never stricter", { exceptions: read }), bands).counterExample;
  };

  test("for a birthday leaves the others", () => {
    expect(older([{ birthday: 16 }])).not.toBeNull();
    expect(older([{ birthday: 13 }])).toBeNull();
  });

  test("for an item leaves the others", () => {
    const first = older([]);
    const second = older([{ item: first?.item.key ?? "" }]);
    expect(second?.item.key).not.toBe(first?.item.key);
  });
});

test("the smallest counter-example says as little as it can", () => {
  const lifts = changing((cap, { approved, open }) => (approved !== undefined && isLooser(open, cap) ? open : cap));
  const { counterExample } = proveOne(smallDocuments(), promiseOf("nobody passes a floor"), { evaluation: lifts });
  expect(counterExample?.is.question.subject).toMatchObject({
    assurance: "UNKNOWN",
    guardian: "LINKED",
    present: null,
    limits: new Map(),
  });
  expect(counterExample?.is.question.subject.approvals.size).toBe(1);
  expect(counterExample?.is.value).toEqual(counterExample && top(counterExample.item));
});
