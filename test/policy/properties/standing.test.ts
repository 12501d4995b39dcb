import fc from "fast-check";
import { addDays, startOfDay, type Instant, type TimeZone } from "../../../src/policy/calendar.js";
import { compilePolicy } from "../../../src/policy/compile.js";
import type { Value } from "../../../src/policy/item.js";
import { valueKey } from "../../../src/policy/lattice.js";
import type { PolicyDocuments } from "../../../src/policy/rule.js";
import { standingReader, type Standing } from "../../../src/policy/standing.js";
import type { Choices, Subject } from "../../../src/policy/subject.js";
import { documentsOf, type WrittenRule } from "../fixtures/documents.js";
import { at, day, subjectOf } from "../people.js";
import { documents, instant, question, SMALL_CATALOGUE, subject } from "./generators.js";

const keyOf = (value: Value | null): string => (value === null ? "-" : valueKey(value));
const said = (standings: readonly Pick<Standing, "item" | "value" | "preferred" | "cap">[]) =>
  standings.map(({ item, value, preferred, cap }) => [item.key, ...[value, preferred, cap].map(keyOf)]);

const NO_CHOICES: Choices = new Map();

/** Asks one reader about everybody in turn, so that whoever is wrongly taken for somebody else is found. */
function expectTheSame(set: PolicyDocuments, people: readonly (readonly [Subject, Choices, Instant])[]): void {
  const [read, policy] = [standingReader(set), compilePolicy(set)];
  for (const asked of people) expect(said(read(...asked))).toEqual(said(policy.decide(...asked).answers));
}

test("what stands is what is decided, over random rules and people", () => {
  fc.assert(
    fc.property(question(), ({ documents: set, subject: person, choices, at: now }) =>
      expectTheSame(set, [[person, choices, now]]),
    ),
    { seed: 51, numRuns: 150 },
  );
});

test("nobody is taken for somebody else", () => {
  const asked = fc
    .tuple(documents(), instant)
    .chain(([set, now]) =>
      fc.tuple(fc.constant(set), fc.constant(now), fc.array(subject(set.catalogue.items, now), { maxLength: 8 })),
    );
  fc.assert(
    fc.property(asked, ([set, now, people]) =>
      expectTheSame(
        set,
        people.map((person) => [person, NO_CHOICES, now]),
      ),
    ),
    { seed: 53, numRuns: 20 },
  );
});

test("people alike share one list", () => {
  fc.assert(
    fc.property(question(), ({ documents: set, subject: person, choices, at: now }) => {
      const read = standingReader(set);
      expect(read(person, choices, now)).toBe(read({ ...person }, new Map(choices), now));
    }),
    { seed: 52, numRuns: 20 },
  );
});

const rule = (written: Partial<WrittenRule> & Pick<WrittenRule, "then">): WrittenRule => ({
  id: "one",
  layer: "PLATFORM",
  timeline: { "2019-03-01": "in force" },
  ...written,
});

test("a guardian's limit ends with guardians' powers, though no rule tells the ages apart", () => {
  const set = documentsOf(SMALL_CATALOGUE, [rule({ then: { messages: { "at most": "FRIENDS" } } })]);
  const person = (born: string): Subject =>
    subjectOf(set, { born, in: "US", zone: "UTC", guardian: "LINKED", limit: { messages: "NO_ONE" } });
  const now = at("2026-11-22T12:00:00Z");
  expectTheSame(
    set,
    ["2009-01-01", "2008-01-01", "2009-01-02"].map((born) => [person(born), NO_CHOICES, now] as const),
  );
});

test.each<TimeZone | null>([null, "UTC", "Pacific/Kiritimati", "Etc/GMT+12"] as (TimeZone | null)[])(
  "what is kept from the days around a rule's beginning and end, in zone %s",
  (zone) => {
    const set = documentsOf(SMALL_CATALOGUE, [
      rule({
        timeline: { "2025-06-01": "in force", "2025-06-10": "ended" },
        then: { messages: { default: "NO_ONE" } },
      }),
    ]);
    const days = Array.from({ length: 20 }, (_, index) => addDays(day("2025-05-26"), index));
    const people = days.flatMap((joined) =>
      days
        .filter((today) => today >= joined)
        .flatMap((today) =>
          [-14, -1, 0, 11, 13].map((hours) => {
            const person = subjectOf(set, { born: "2010-01-01", in: "US" });
            const now = (startOfDay(today, "UTC" as TimeZone) + hours * 3_600_000) as Instant;
            return [{ ...person, zone, joined }, NO_CHOICES, now] as const;
          }),
        ),
    );
    expectTheSame(set, people);
  },
);
