import { latestBirth, startOfDay, type Instant, type TimeZone } from "../../../src/policy/calendar.js";
import type { Item, ItemKey, Value } from "../../../src/policy/item.js";
import { meet, top } from "../../../src/policy/lattice.js";
import type { PolicyDocuments } from "../../../src/policy/rule.js";
import { pointsOf, policySpace, ruleSets, type ItemSpace, type Point } from "../../../src/policy/space/item-space.js";
import type { Subject } from "../../../src/policy/subject.js";
import { capOf } from "../../../src/policy/terms.js";
import { shipped } from "../../policies/the-platform.js";
import { workedDocuments } from "../fixtures/worked.js";
import { amountOf, type Amount } from "../naive/amounts.js";
import { capAmong, contributions, requirements } from "../naive/caps.js";
import { momentAt, type Change } from "../naive/changes.js";
import { defaultNow } from "../naive/defaults.js";
import { factsAt, personOf } from "../naive/person.js";
import { applying } from "../naive/rules.js";

/** What guardians have approved: nothing, all they can, or something in between. */
const APPROVALS = ["nothing", "everything", "a little"] as const;
const UTC = "Etc/UTC" as TimeZone;

const approvedIn = (state: (typeof APPROVALS)[number], item: Item): Value | null => {
  if (state === "nothing") return null;
  if (state === "everything" || typeof top(item) !== "number") return top(item);
  return item.kind === "setting" && item.control === "minutes" ? 75 : 1;
};

/** Somebody who is at a point. */
function personAt(
  { date, place, age, level, linked }: Point,
  approvals: Subject["approvals"],
): { subject: Subject; at: Instant } {
  const today = date.spans[0]?.from;
  const region = place.places[0]?.region;
  if (today === undefined || region === undefined) throw new Error("a class without a day or a place");
  const born = latestBirth(today, age);
  return {
    at: startOfDay(today, UTC),
    subject: {
      born: { earliest: born, latest: born },
      assurance: level,
      assuranceUntil: null,
      residence: region,
      present: null,
      guardian: linked ? "LINKED" : "NONE",
      zone: UTC,
      joined: null,
      approvals,
      limits: new Map(),
    },
  };
}

/** The cap and the default that the rules of a point make. */
function boundsAt(
  space: ItemSpace,
  point: Point,
  set: ReturnType<ReturnType<typeof ruleSets>>,
  approved: (item: Item) => Value | null,
): readonly (Amount | null)[] {
  const { item, top: open } = space.terms;
  const cap = set.caps.reduce(
    (value: Value, term) => meet(value, capOf(term, point.linked ? approved(term.source) : null)),
    open,
  );
  const byDefault =
    item.kind === "feature" ? null : set.defaults.reduce((value: Value, term) => meet(value, term.value), item.open);
  return [amountOf(cap), byDefault === null ? null : amountOf(byDefault)];
}

/** Points at which the naive evaluator says otherwise. Only rules that speak of an item or of what it needs are put to it: the others would take it a minute. */
function differences(documents: PolicyDocuments): { readonly asked: number; readonly different: readonly string[] } {
  const { spaces } = policySpace(documents);
  const { items } = documents.catalogue;
  const different: string[] = [];
  let asked = 0;
  for (const state of APPROVALS) {
    const approved = (item: Item): Value | null => approvedIn(state, item);
    const approvals = new Map(
      items.flatMap((item): [ItemKey, { value: Value; until: null }][] => {
        const value = approved(item);
        return value === null ? [] : [[item.key, { value, until: null }]];
      }),
    );
    for (const space of spaces) {
      const { item } = space.terms;
      const spokenOf = new Set([item.key, ...(item.kind === "feature" ? requirements(documents, item).keys() : [])]);
      const setAt = ruleSets(space);
      const moments = new Map<Instant, Change>();
      for (const point of pointsOf(space)) {
        if (state !== "nothing" && !point.linked) continue;
        asked += 1;
        const { subject, at } = personAt(point, approvals);
        const person = personOf(documents, subject, null);
        const moment = moments.get(at) ?? relevantAt(momentAt(documents, person, at), spokenOf);
        moments.set(at, moment);
        const facts = factsAt(person, moment);
        const rules = applying(documents, facts, null);
        const cap = capAmong(item, contributions(documents, item, facts, rules, null));
        const byDefault = defaultNow(documents, item, facts, null);
        const bounds = boundsAt(space, point, setAt(point), approved);
        if (bounds[0] !== cap || bounds[1] !== byDefault)
          different.push(
            `${item.key}: ${state}, ${at}, ${subject.residence ?? "unknown"}, ${point.age}, ${point.level}`,
          );
      }
    }
  }
  return { asked, different };
}

function relevantAt(moment: Change, items: ReadonlySet<ItemKey>): Change {
  return { ...moment, inForce: moment.inForce.filter((rule) => rule.effects.some((effect) => items.has(effect.item))) };
}

describe("on every point of every item's space, a naive evaluator says the same about", () => {
  test.each([
    ["the shipped rules", shipped.documents, 40_000],
    ["the worked rules", workedDocuments(), 10_000],
    [
      "the worked rules with all that is disputed in force",
      workedDocuments({ complyAnyway: ["us-ca-sb976-night", "us-va-sb854"] }),
      10_000,
    ],
  ])("%s", (_, documents, atLeast) => {
    const { asked, different } = differences(documents);
    expect(different).toEqual([]);
    expect(asked).toBeGreaterThan(atLeast);
  });
});
