import fc from "fast-check";
import { APPLIES } from "../../../src/policy/cells.js";
import { findGaps } from "../../../src/policy/gaps.js";
import type { PolicyDocuments } from "../../../src/policy/rule.js";
import { itemCases } from "../../../src/policy/space/item-cases.js";
import {
  placeName,
  pointsOf,
  policySpace,
  ruleSets,
  sizeOf,
  type ItemSpace,
  type Point,
} from "../../../src/policy/space/item-space.js";
import { ASSURANCE_LEVELS } from "../../../src/policy/subject.js";
import { asIs, cellAt, situationOf } from "../../../src/policy/situation.js";
import { readTable } from "../../../src/policy/table.js";
import { workedDocuments } from "../fixtures/worked.js";
import { question } from "../properties/generators.js";

const idsAt = (documents: PolicyDocuments): ((space: ItemSpace, points: readonly Point[]) => readonly string[]) => {
  const { rules } = readTable(documents);
  return (space, points) => {
    const setAt = ruleSets(space);
    const indices = points.flatMap((point) => {
      const { caps, defaults } = setAt(point);
      return [...caps, ...defaults].map(({ index }) => index);
    });
    return [...new Set(indices)].map((index) => rules[index]?.id ?? "none").sort();
  };
};

test("whoever somebody is, the rules that apply are those of their points", () => {
  fc.assert(
    fc.property(question(), ({ documents, subject, at }) => {
      const { table, spaces } = policySpace(documents);
      const idsOf = idsAt(documents);
      const situation = situationOf(table, subject, at);
      const [state] = situation.states;
      const { flags } = cellAt(situation, 0, asIs(situation));
      const readings = [situation.residence, ...(situation.present ? [situation.present] : [])];
      const level = state?.assurance ?? 0;
      const youngest = state?.youngest ?? 0;
      // Where the zone or a second place is known to be two, the rules of all of them apply.
      for (const space of spaces) {
        const { terms, dates, places, ages, levels } = space;
        const age = ages.findLast((one) => table.cells.segmentOf(one) <= youngest) ?? 0;
        const weakest = levels.findLast((one) => ASSURANCE_LEVELS.indexOf(one) <= level) ?? "UNKNOWN";
        const mine = dates.filter(({ inForce }) =>
          terms.rules.every((rule) => !inForce.rules[rule] || state?.inForce.rules[rule]),
        );
        const here = places.filter(({ reading }) =>
          readings.some((one) => terms.rules.every((rule) => one.reach[rule] === reading.reach[rule])),
        );
        const points = mine.flatMap((date) =>
          here.map((place) => ({ date, place, age, level: weakest, linked: situation.linked })),
        );
        const applying = terms.rules.filter((rule) => ((flags[rule] ?? 0) & APPLIES) !== 0);
        expect(here).toHaveLength(
          new Set(readings.map((one) => terms.rules.map((rule) => one.reach[rule]).join())).size,
        );
        expect(idsOf(space, points)).toEqual(applying.map((rule) => table.rules[rule]?.id).sort());
      }
    }),
    { seed: 41, numRuns: 150 },
  );
});

describe("the worked rules", () => {
  const documents = workedDocuments();
  const { table, spaces } = policySpace(documents);

  test("every case is shown once, by its first point, and every point is in a case", () => {
    for (const space of spaces) {
      const setAt = ruleSets(space);
      const first = new Map<string, Point>();
      for (const point of pointsOf(space)) {
        const { caps, defaults } = setAt(point);
        const key = `${[...caps, ...defaults].map(({ index }) => index).join()} ${point.linked}`;
        if (!first.has(key)) first.set(key, point);
      }
      expect(itemCases(space).map((one) => one.first)).toEqual([...first.values()]);
    }
  });

  test("a space is no larger than its axes", () => {
    for (const space of spaces) expect([...pointsOf(space)]).toHaveLength(sizeOf(space));
  });

  test("every place has a name of its own", () => {
    const names = spaces.map(({ places }) => places.flatMap((one) => one.places.map(placeName)));
    expect(names.map((one) => new Set(one).size)).toEqual(names.map((one) => one.length));
    expect(names[0]).toEqual(
      expect.arrayContaining(["US-CA", "the rest of US", "US without its subdivision", "elsewhere", "unknown"]),
    );
  });

  test("nothing is left unsaid", () => {
    expect(findGaps(documents)).toEqual([]);
    expect(table.items.length).toBe(spaces.length);
  });
});
