import fc from "fast-check";
import type { Decisions } from "../../../src/policy/answer.js";
import { ageOn, dateAt, UTC, type Instant } from "../../../src/policy/calendar.js";
import { compilePolicy } from "../../../src/policy/compile.js";
import type { ChangeBox, FactBox } from "../../../src/policy/difference/item-difference.js";
import { placeOfRegion } from "../../../src/policy/difference/place-of-region.js";
import { differenceOf, type PolicyDifference } from "../../../src/policy/difference/policy-difference.js";
import type { Item, Value } from "../../../src/policy/item.js";
import { valueKey } from "../../../src/policy/lattice.js";
import type { Policy } from "../../../src/policy/policy.js";
import type { PolicyDocuments } from "../../../src/policy/rule.js";
import { ASSURANCE_LEVELS, type Subject } from "../../../src/policy/subject.js";
import { documents, instant, subject } from "../properties/generators.js";

/** Two policies: unlike each other, or one with a few rules of the other in place of its own. */
const pair: fc.Arbitrary<readonly [PolicyDocuments, PolicyDocuments]> = fc
  .tuple(documents(), documents(), fc.boolean(), fc.nat(3))
  .map(([one, other, isClose, kept]) => {
    const swapped = { ...one, rules: [...one.rules.slice(kept), ...other.rules.slice(0, kept)].toSorted(byId) };
    return [one, isClose ? withoutDoubles(swapped) : other] as const;
  });

const asked = fc
  .tuple(pair, instant)
  .chain(([policies, at]) =>
    fc.tuple(
      fc.constant(policies),
      fc.constant(at),
      fc.array(subject(policies[0].catalogue.items, at), { minLength: 3, maxLength: 3 }),
    ),
  );

function byId(a: { readonly id: string }, b: { readonly id: string }): number {
  return a.id < b.id ? -1 : 1;
}

function withoutDoubles(set: PolicyDocuments): PolicyDocuments {
  return { ...set, rules: set.rules.filter((rule, index) => set.rules[index - 1]?.id !== rule.id) };
}

/** A person of whom the boxes speak: at home, new today, with a known zone; of whom guardians have said `approvals`. */
function settled(person: Subject, approvals: Subject["approvals"]): Subject {
  const zone = person.zone ?? UTC;
  return { ...person, zone, present: null, joined: null, assuranceUntil: null, limits: new Map(), approvals };
}

function boxesAround(difference: PolicyDifference, given: ChangeBox["given"], person: Subject, at: Instant) {
  const place = placeOfRegion(difference.world)(person.residence);
  const date = dateAt(at, person.zone ?? UTC);
  const age = person.born.latest === null ? 0 : ageOn(person.born.latest, date);
  const level = ASSURANCE_LEVELS.indexOf(person.assurance);
  const isIn = ({ dates, places, ages, levels, linked }: FactBox): boolean =>
    (dates?.some(({ from, until }) => from <= date && (until === null || date < until)) ?? true) &&
    (places?.some(({ region }) => region === place.region) ?? true) &&
    ages.from <= age &&
    age < (ages.below ?? Infinity) &&
    ASSURANCE_LEVELS.indexOf(levels.from) <= level &&
    level <= ASSURANCE_LEVELS.indexOf(levels.to) &&
    (linked ?? person.guardian === "LINKED") === (person.guardian === "LINKED");
  return (item: Item) =>
    difference.boxes.filter((box) => box.given === given && box.item.before.key === item.key && isIn(box.facts));
}

const keyOf = (value: Value | null | undefined): string =>
  value === null || value === undefined ? "-" : valueKey(value);

/** What holds of an item: its cap and default. */
function saidOf(decisions: Decisions, item: Item): string {
  const answer = decisions.answers[item.index];
  return `${keyOf(answer?.cap)} ${keyOf(answer?.default)}`;
}

function decide(policies: readonly [Policy, Policy], person: Subject, at: Instant) {
  const [one, other] = policies.map((policy) => policy.decide(person, new Map(), at));
  if (!one || !other) throw new Error("two policies are asked");
  return [one, other] as const;
}

test("a person is in exactly one box of an item when its cap or default differs for them, and else in none", () => {
  fc.assert(
    fc.property(asked, ([documentsPair, at, people]) => {
      const difference = differenceOf(...documentsPair);
      const policies = [compilePolicy(documentsPair[0]), compilePolicy(documentsPair[1])] as const;
      for (const one of people) {
        const person = settled(one, new Map());
        const [was, is] = decide([...policies], person, at);
        const around = boxesAround(difference, "nothing", person, at);
        for (const item of documentsPair[0].catalogue.items) {
          const boxes = around(item);
          expect(boxes).toHaveLength(saidOf(was, item) === saidOf(is, item) ? 0 : 1);
          const [cap, byDefault] = [boxes[0]?.change.cap, boxes[0]?.change.default];
          if (cap) expect([cap.before, cap.after]).toEqual([was, is].map(({ answers }) => answers[item.index]?.cap));
          if (byDefault)
            expect([byDefault.before, byDefault.after]).toEqual(
              [was, is].map(({ answers }) => answers[item.index]?.default),
            );
        }
      }
    }),
    { seed: 43, numRuns: 25 },
  );
});

test("whoever is in no box has the same caps and defaults whatever guardians approve", () => {
  fc.assert(
    fc.property(asked, ([documentsPair, at, people]) => {
      const difference = differenceOf(...documentsPair);
      const policies = [compilePolicy(documentsPair[0]), compilePolicy(documentsPair[1])] as const;
      for (const one of people) {
        const person = settled(
          one,
          new Map([...one.approvals].map(([key, { value }]) => [key, { value, until: null }])),
        );
        const [was, is] = decide([...policies], person, at);
        const [nothing, approved] = (["nothing", "every approval"] as const).map((given) =>
          boxesAround(difference, given, person, at),
        );
        for (const item of documentsPair[0].catalogue.items) {
          expect(approved?.(item).length).toBeLessThanOrEqual(1);
          if ((nothing?.(item).length ?? 0) + (approved?.(item).length ?? 0) > 0) continue;
          expect(saidOf(was, item)).toBe(saidOf(is, item));
        }
      }
    }),
    { seed: 44, numRuns: 25 },
  );
});

test("a box of approvals tells how far all of them reach", () => {
  fc.assert(
    fc.property(asked, ([documentsPair, at, people]) => {
      const difference = differenceOf(...documentsPair);
      const policies = [compilePolicy(documentsPair[0]), compilePolicy(documentsPair[1])] as const;
      const everything = new Map(
        documentsPair[0].catalogue.items.map(({ key }) => [key, { value: null, until: null }] as const),
      );
      for (const one of people) {
        const person = { ...settled(one, everything), guardian: "LINKED" as const };
        const [was, is] = decide([...policies], person, at);
        const around = boxesAround(difference, "every approval", person, at);
        for (const item of documentsPair[0].catalogue.items)
          for (const { change } of around(item)) {
            const caps = [was, is].map(({ answers }) => keyOf(answers[item.index]?.cap));
            if (change.cap) expect(caps).toEqual([change.cap.before, change.cap.after].map(keyOf));
            else expect(caps[0]).toBe(caps[1]);
          }
      }
    }),
    { seed: 45, numRuns: 25 },
  );
});

test("a policy does not differ from itself, and a rule that says nothing new is idle", () => {
  fc.assert(
    fc.property(documents(), (set) => {
      const { boxes, catalogue, rules, loosens } = differenceOf(set, set);
      expect({ boxes, catalogue, rules, loosens }).toEqual({ boxes: [], catalogue: [], rules: [], loosens: false });
      const [first] = set.rules;
      const twice = { ...set, rules: [...set.rules, ...(first ? [{ ...first, id: "r99" as typeof first.id }] : [])] };
      const again = differenceOf(set, twice);
      expect(again.boxes).toEqual([]);
      expect(again.rules).toMatchObject([{ rule: "r99", kind: "added", isIdle: true }]);
    }),
    { seed: 46, numRuns: 10 },
  );
});

test("more rules are never looser, and fewer never stricter", () => {
  fc.assert(
    fc.property(documents(), fc.nat(8), (set, index) => {
      const fewer = { ...set, rules: set.rules.filter((_, place) => place !== index % set.rules.length) };
      expect(differenceOf(fewer, set).loosens).toBe(false);
      expect(differenceOf(set, fewer).boxes.filter(({ change }) => change.direction === "stricter")).toEqual([]);
    }),
    { seed: 47, numRuns: 15 },
  );
});
