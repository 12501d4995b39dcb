import fc from "fast-check";
import { largestBoxes, type Axis, type GridBox } from "../../../src/policy/difference/grid-boxes.js";

const axis = fc.record({ size: fc.integer({ min: 1, max: 4 }), isOrdered: fc.boolean() });
const grid = fc
  .array(axis, { minLength: 1, maxLength: 4 })
  .chain((axes) =>
    fc.tuple(fc.constant(axes), fc.array(fc.nat(2), { minLength: cellsOf(axes), maxLength: cellsOf(axes) })),
  );

function cellsOf(axes: readonly Axis[]): number {
  return axes.reduce((product, { size }) => product * size, 1);
}

/** The cells of a box, by their place in the grid. */
function insideOf({ sides }: GridBox, axes: readonly Axis[]): readonly number[] {
  return sides.reduce<readonly number[]>(
    (cells, side, index) => cells.flatMap((cell) => side.map((one) => cell * (axes[index]?.size ?? 0) + one)),
    [0],
  );
}

test("every marked cell lies in exactly one box of its mark, and no other cell in any", () => {
  fc.assert(
    fc.property(grid, ([axes, marks]) => {
      const covered = marks.map(() => 0);
      for (const box of largestBoxes(axes, Int32Array.from(marks)))
        for (const cell of insideOf(box, axes)) {
          expect(covered[cell]).toBe(0);
          covered[cell] = box.mark;
        }
      expect(covered).toEqual(marks);
    }),
    { seed: 41, numRuns: 300 },
  );
});

test("the coordinates of an ordered axis go together only as unbroken runs", () => {
  fc.assert(
    fc.property(grid, ([axes, marks]) => {
      for (const { sides } of largestBoxes(axes, Int32Array.from(marks)))
        sides.forEach((side, index) => {
          const isRun = side.every((one, place) => one === (side[0] ?? 0) + place);
          expect(isRun || axes[index]?.isOrdered === false).toBe(true);
        });
    }),
    { seed: 42, numRuns: 300 },
  );
});

const ORDERED: Axis = { size: 4, isOrdered: true };
const LOOSE: Axis = { size: 4, isOrdered: false };

test.each<[string, readonly Axis[], readonly number[], readonly GridBox["sides"][]]>([
  [
    "everything",
    [ORDERED, LOOSE],
    Array<number>(16).fill(1),
    [
      [
        [0, 1, 2, 3],
        [0, 1, 2, 3],
      ],
    ],
  ],
  ["nothing", [ORDERED, LOOSE], Array<number>(16).fill(0), []],
  ["places that are not neighbours", [LOOSE], [1, 0, 1, 0], [[[0, 2]]]],
  ["ages that are not neighbours", [ORDERED], [1, 0, 1, 0], [[[0]], [[2]]]],
  [
    "an L has two",
    [ORDERED, LOOSE],
    [1, 1, 1, 1, /**/ 1, 0, 0, 0, /**/ 1, 0, 0, 0, /**/ 0, 0, 0, 0],
    [
      [[0, 1, 2], [0]],
      [[0], [1, 2, 3]],
    ],
  ],
])("of %s", (_, axes, marks, sides) => {
  expect(largestBoxes(axes, Int32Array.from(marks)).map((box) => box.sides)).toEqual(sides);
});

test("a thousand cells in two stripes are two boxes, quickly", () => {
  const axes = [10, 10, 10].map((size) => ({ size, isOrdered: false }));
  const marks = Int32Array.from({ length: 1_000 }, (_, cell) => (Math.floor(cell / 100) % 2 === 0 ? 1 : 2));
  expect(largestBoxes(axes, marks).map(({ mark }) => mark)).toEqual([1, 2]);
});
