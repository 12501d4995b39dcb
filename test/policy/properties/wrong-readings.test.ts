import fc from "fast-check";
import { workedDocuments, workedDocumentsWith } from "../fixtures/worked.js";
import { itemOf, wordOf } from "../fixtures/documents.js";
import type { PolicyDocuments } from "../../../src/policy/rule.js";
import { readable } from "../naive/amounts.js";
import { naiveBounds } from "../naive/decide.js";
import { WRONG_READINGS, type WrongReading } from "../naive/wrong-readings.js";
import { at, subjectOf, type Described } from "../people.js";
import { INVARIANTS, type InvariantName } from "./invariants.js";

/** The promises that each wrong reading of section 3 breaks. */
const BREAKS: Readonly<Record<WrongReading, readonly InvariantName[]>> = {
  layers: ["adding a rule never loosens", "an unknown region is never looser than any place it could be"],
  verified: ["a rule for everyone under an age binds everyone under it, and no approval goes further than it says"],
  fallback: ["an unknown region is never looser than any place it could be"],
  subdivision: ["a country without its subdivision is never looser than any subdivision"],
  bands: ["older is never stricter", "an unknown age is never looser than any age it could be"],
  minorApprovals: ["older is never stricter"],
};

describe.each(WRONG_READINGS)("the reading `%s` is caught", (reading) => {
  test.each(BREAKS[reading])("%s", (name) => {
    const result = fc.check(
      INVARIANTS[name]((asked) => naiveBounds(asked, reading)),
      { seed: 7, numRuns: 3_000, endOnFailure: true },
    );
    expect(result.failed).toBe(true);
  });
});

interface Example {
  readonly documents: PolicyDocuments;
  readonly who: Described;
  readonly at: string;
  readonly item: string;
  readonly field: "cap" | "default";
  readonly right: unknown;
  readonly wrong: unknown;
}

const EXAMPLES: Readonly<Record<WrongReading, Example>> = {
  layers: {
    documents: workedDocuments(),
    who: { born: "2009-05-04", in: "DE", zone: "Europe/Berlin" },
    at: "2026-11-22T12:00:00Z",
    item: "directMessages",
    field: "default",
    right: "NO_ONE",
    wrong: "FRIENDS",
  },
  verified: {
    documents: workedDocuments(),
    who: { born: "2026-05-04", in: "AU", zone: "Australia/Sydney", assurance: "ESTIMATED" },
    at: "2026-11-22T12:00:00Z",
    item: "account",
    field: "cap",
    right: "DENIED",
    wrong: "ALLOWED",
  },
  fallback: {
    documents: workedDocuments(),
    who: { born: "2015-05-04", zone: "Europe/London" },
    at: "2022-11-22T12:00:00Z",
    item: "account",
    field: "cap",
    right: "DENIED",
    wrong: "LIMITED",
  },
  subdivision: {
    documents: workedDocuments(),
    who: { born: "2010-05-04", in: "US", zone: "America/Chicago" },
    at: "2025-10-06T12:00:00Z",
    item: "personalizedFeed",
    field: "cap",
    right: "LIMITED",
    wrong: "ALLOWED",
  },
  bands: {
    documents: workedDocumentsWith("private-by-default-16", "account-13"),
    who: { born: "2010-05-04", in: "DE", zone: "Europe/Berlin" },
    at: "2022-11-22T12:00:00Z",
    item: "accountVisibility",
    field: "default",
    right: "PRIVATE",
    wrong: "PUBLIC",
  },
  minorApprovals: {
    documents: workedDocuments(),
    who: {
      born: "2009-01-01",
      in: "US-CA",
      zone: "America/Los_Angeles",
      guardian: "LINKED",
      approve: { personalizedFeed: true },
    },
    at: "2027-01-02T12:00:00Z",
    item: "personalizedFeed",
    field: "cap",
    right: "ALLOWED",
    wrong: "LIMITED",
  },
};

test.each(WRONG_READINGS)("`%s`: the smallest example", (reading) => {
  const { documents, who, at: instant, item: key, field, right, wrong } = EXAMPLES[reading];
  const item = itemOf(documents, key);
  const read = (as: WrongReading | null): unknown => {
    const amount = naiveBounds({ documents, subject: subjectOf(documents, who), at: at(instant) }, as)[item.index]?.[
      field
    ];
    return typeof amount === "number" ? wordOf(item, amount) : amount && readable(amount);
  };
  expect({ right: read(null), wrong: read(reading) }).toEqual({ right, wrong });
});
