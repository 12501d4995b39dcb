import { prove, proveTable, withRules, type Proved } from "../../../src/policy/proof/prove.js";
import type { ProofOptions } from "../../../src/policy/proof/prove.js";
import type { Invariant, Promised } from "../../../src/policy/proof/invariant.js";
import { rulesToAdd } from "../../../src/policy/proof/prove-always.js";
import type { PolicyDocuments } from "../../../src/policy/rule.js";
import { readTable, type Table } from "../../../src/policy/table.js";
import { documentsOf, type WrittenCatalogue, type WrittenRule } from "../fixtures/documents.js";
import { SMALL_CATALOGUE } from "../properties/generators.js";

/** Rules of every kind, few enough to see why something is proved about them. */
const RULES: readonly WrittenRule[] = [
  law("us-consent", {
    where: "US",
    when: { age: "under 13" },
    then: { account: { "at most": "DENIED", "guardian may allow": "ALLOWED" } },
  }),
  law("us-ca-feed", {
    where: "US-CA",
    when: { age: "not proven 18", by: "ESTIMATED" },
    then: { live: { "at most": "DENIED", "guardian may allow": "ALLOWED" } },
  }),
  law("au-16", { where: "AU", when: { age: "under 16" }, then: { account: { "at most": "DENIED" } } }),
  law("br-linked", {
    where: "BR",
    when: { age: "under 16", guardian: "not linked" },
    then: { account: { "at most": "LIMITED" } },
  }),
  law("de-default", { where: "DE", when: { age: "under 18" }, then: { messages: { default: "FRIENDS" } } }),
  own("messages-16", { when: { age: "under 16" }, then: { messages: { "at most": "NO_ONE" } } }),
  own("messages-18", { when: { age: "under 18" }, then: { messages: { default: "NO_ONE" } } }),
  own("time-13", {
    when: { age: "under 13" },
    then: { screenTime: { "at most": 60, "guardian may allow": 90, default: 30 } },
  }),
  own("quiet-16", {
    timeline: { "2021-08-12": "in force" },
    when: { age: "under 16" },
    then: { quiet: { "at least": ["21:00-08:00"], "guardian may allow": ["22:00-06:00"] } },
  }),
  own("private-13", { when: { age: "under 13" }, then: { visibility: { "at most": "PRIVATE" } } }),
  own("private-16", {
    timeline: { "2020-01-01": "in force", "2022-01-01": "ended" },
    when: { age: "under 16" },
    then: { visibility: { default: "PRIVATE" } },
  }),
];

function law(id: string, rule: Omit<WrittenRule, "id" | "layer" | "timeline">): WrittenRule {
  return { id, layer: "LAW", timeline: { "2019-03-01": "in force" }, ...rule };
}

function own(id: string, rule: Partial<WrittenRule> & Pick<WrittenRule, "then">): WrittenRule {
  return { id, layer: "PLATFORM", timeline: { "2019-03-01": "in force" }, ...rule };
}

/** The small rules, with another reading of what is unknown if one is given. */
export function smallDocuments(unknown?: WrittenCatalogue["unknown"]): PolicyDocuments {
  return documentsOf({ ...SMALL_CATALOGUE, ...(unknown && { unknown }) }, RULES);
}

/** A promise about all items. */
export function promiseOf(promise: Promised, more: Partial<Extract<Invariant, { kind: "promise" }>> = {}): Invariant {
  const place = { file: "invariants.yaml", line: 1, column: 1 };
  return { kind: "promise", name: "promised", says: "So it is.", place, promise, items: null, exceptions: [], ...more };
}

/** An invariant of the kind `always`, in the words of a rule. */
export function alwaysOf(written: Partial<WrittenRule> & Pick<WrittenRule, "then">): Invariant {
  const [rule] = documentsOf(SMALL_CATALOGUE, [
    own("always", { timeline: { "1900-01-01": "in force" }, ...written }),
  ]).rules;
  if (!rule) throw new Error("no rule was read");
  return { kind: "always", name: "always", says: "So it is.", place: rule.place, rule };
}

/** Proves one invariant; throws where there is too much to look at. */
export function proveOne(documents: PolicyDocuments, invariant: Invariant, options: ProofOptions = {}): Proved {
  return onlyOne(prove(documents, [invariant], options));
}

/** Proves one invariant over a table that has been tampered with. */
export function proveFaulty(documents: PolicyDocuments, invariant: Invariant, fault: (table: Table) => Table): Proved {
  const table = readTable(withRules(documents, rulesToAdd([invariant])));
  return onlyOne(proveTable(fault(table), [invariant]));
}

function onlyOne(proof: ReturnType<typeof prove>): Proved {
  const [proved] = proof.ok ? proof.proved : [];
  if (!proved) throw new Error("nothing was proved");
  return proved;
}
