import fc from "fast-check";
import { OutcomeCounts, type Told, type ToldItem } from "../../../src/profiles/simulation/outcome-counts.js";
import { OUTCOMES, type Outcome } from "../../../src/profiles/simulation/person-outcome.js";

const GROUPS = [
  { place: "BR", age: "13" },
  { place: "BR", age: "14" },
  { place: "US-CA", age: "13" },
  { place: "US-CA", age: "18 and over" },
] as const;

/** How many people of each group have each outcome of the one item; the rest of them have none. */
type Written = readonly { readonly rest: number; readonly outcomes: Readonly<Partial<Record<Outcome, number>>> }[];

function toldOf(written: Written, tellFrom: number): ToldItem {
  const counts = new OutcomeCounts(1, tellFrom);
  written.forEach(({ rest, outcomes }, index) => {
    const group = GROUPS[index] ?? GROUPS[0];
    for (const outcome of OUTCOMES)
      for (let person = 0; person < (outcomes[outcome] ?? 0); person += 1)
        counts.add(group, [{ index: 0, outcomes: [outcome] }], 1);
    for (let person = 0; person < rest; person += 1) counts.add(group, [], 1);
  });
  return counts.told(0);
}

const written = fc.array(
  fc.record({
    rest: fc.nat(40),
    outcomes: fc.record({ gains: fc.nat(40), loses: fc.nat(40), clamped: fc.constantFrom(0, 1, 9, 10, 11) }),
  }),
  { minLength: 4, maxLength: 4 },
);

const toldNumbers = (told: ToldItem): readonly Told[] =>
  [told.total, ...told.byAge, ...told.byPlace, ...told.byGroup].flatMap(({ people, outcomes }) => [
    people,
    ...OUTCOMES.map((outcome) => outcomes[outcome]),
  ]);

test("whatever is told is a multiple of the smallest count that may be told", () => {
  fc.assert(
    fc.property(written, (people) => {
      for (const count of toldNumbers(toldOf(people, 10))) expect((count ?? 0) % 10).toBe(0);
    }),
    { seed: 61, numRuns: 60 },
  );
});

test("every total is the sum of the groups that are told, so that no subtraction tells more", () => {
  fc.assert(
    fc.property(written, (people) => {
      const { total, byAge, byPlace, byGroup } = toldOf(people, 10);
      for (const outcome of OUTCOMES)
        for (const rows of [byAge, byPlace, byGroup])
          expect(rows.reduce((sum, row) => sum + (row.outcomes[outcome] ?? 0), 0)).toBe(total.outcomes[outcome] ?? 0);
    }),
    { seed: 62, numRuns: 60 },
  );
});

test("who differs by less than may be told is told alike", () => {
  // In the same ten, and somebody or nobody.
  const near = (count: number, by: number): number =>
    count === 0 ? 0 : Math.max(1, Math.floor(count / 10) * 10 + (by % 10));
  fc.assert(
    fc.property(written, fc.nat(9), (people, by) => {
      const alike = people.map(({ rest, outcomes }) => {
        const moved = Object.fromEntries(Object.entries(outcomes).map(([name, count]) => [name, near(count, by)]));
        const sum = (of: typeof outcomes): number => Object.values(of).reduce((total, count) => total + count, 0);
        return { rest: Math.max(0, rest + sum(outcomes) - sum(moved as typeof outcomes)), outcomes: moved };
      });
      const [one, other] = [toldOf(people, 10), toldOf(alike, 10)];
      const outcomesIn = ({ byGroup }: ToldItem) =>
        byGroup.map(({ place, age, outcomes }) => ({ place, age, outcomes }));
      expect(outcomesIn(other)).toEqual(outcomesIn(one));
    }),
    { seed: 63, numRuns: 60 },
  );
});

test("some, but too few to tell, are null, and nobody is 0", () => {
  const told = toldOf([{ rest: 100, outcomes: { loses: 3 } }], 10);
  expect(told.total).toEqual({
    people: 100,
    outcomes: { gains: 0, loses: null, clamped: 0, mayChooseMore: 0, mayChooseLess: 0 },
  });
});

test("few of one group and twenty of another are twenty", () => {
  const told = toldOf(
    [
      { rest: 0, outcomes: { loses: 9 } },
      { rest: 0, outcomes: { loses: 20 } },
    ],
    10,
  );
  expect(told.total.outcomes.loses).toBe(20);
  expect(told.byAge.map(({ age, outcomes }) => [age, outcomes.loses])).toEqual([
    ["13", null],
    ["14", 20],
  ]);
});

test("from one on whole people are told, of whom shares have been added", () => {
  const counts = new OutcomeCounts(1, 1);
  for (const group of GROUPS.slice(0, 3)) counts.add(group, [{ index: 0, outcomes: ["loses"] }], 100 / 3);
  expect(counts.told(0).total).toMatchObject({ people: 100, outcomes: { loses: 100 } });
  expect(counts.told("any").total.outcomes.loses).toBe(100);
});

test("who gains one thing and loses another is counted once for each, and once as a person", () => {
  const counts = new OutcomeCounts(2, 1);
  counts.add(
    GROUPS[0],
    [
      { index: 0, outcomes: ["loses", "clamped"] },
      { index: 1, outcomes: ["loses", "gains"] },
    ],
    1,
  );
  expect(counts.told("any").total).toEqual({
    people: 1,
    outcomes: { gains: 1, loses: 1, clamped: 1, mayChooseMore: 0, mayChooseLess: 0 },
  });
  expect(counts.told(0).total.outcomes).toMatchObject({ gains: 0, loses: 1, clamped: 1 });
});
