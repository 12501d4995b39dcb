/** One side of a grid. The coordinates of an ordered side go together only as unbroken runs, such as ages 13 to 15. */
export interface Axis {
  readonly size: number;
  readonly isOrdered: boolean;
}

/** A product of coordinates, some of each axis, ascending. All its cells have the same mark. */
export interface GridBox {
  readonly mark: number;
  readonly sides: readonly (readonly number[])[];
}

// Every order of the axes is tried where that is quick; of a large grid the first ones.
const MOST_CELLS_TRIED = 200_000;

/**
 * Puts the marked cells of a grid together as few large boxes: every cell whose mark is not 0 lies in exactly one of them, and no
 * other cell in any. `marks` has a number a cell, the last axis running fastest. Of several ways with as few boxes the first holds,
 * in which what differs along an earlier axis is put together earlier.
 */
export function largestBoxes(axes: readonly Axis[], marks: Int32Array): readonly GridBox[] {
  const { groups, sizes, cells } = withoutRepetition(axes, marks);
  const units = unitBoxes(sizes, cells);
  const orders = ordersOf(axes.map((_, axis) => axis).filter((axis) => (sizes[axis] ?? 0) > 1));
  const tried = orders.slice(0, Math.max(1, Math.floor(MOST_CELLS_TRIED / Math.max(1, units.length))));
  let best: readonly GridBox[] | null = null;
  for (const order of tried) {
    const boxes = mergedAlong(order, axes, units);
    if (best === null || boxes.length < best.length) best = boxes;
  }
  return (best ?? units).map(({ mark, sides }) => ({
    mark,
    sides: sides.map((side, axis) => side.flatMap((one) => groups[axis]?.[one] ?? []).sort((a, b) => a - b)),
  }));
}

interface Reduced {
  /** By axis, the coordinates that each coordinate of the reduced grid stands for. */
  readonly groups: readonly (readonly (readonly number[])[])[];
  readonly sizes: readonly number[];
  readonly cells: Int32Array;
}

/** The grid with coordinates taken together that nothing tells apart. */
function withoutRepetition(axes: readonly Axis[], marks: Int32Array): Reduced {
  let [sizes, cells] = [axes.map(({ size }) => size), marks];
  const groups = axes.map(({ isOrdered }, axis) => {
    const stride = sizes.slice(axis + 1).reduce((product, size) => product * size, 1);
    const size = sizes[axis] ?? 1;
    const whole = stride * size;
    const slices = Array.from({ length: size }, (_, coordinate) => sliceOf(cells, coordinate * stride, stride, whole));
    const found = groupsOf(
      slices.map((slice) => slice.join()),
      isOrdered,
    );
    const kept = found.map((group) => slices[group[0] ?? 0] ?? new Int32Array());
    const next = new Int32Array((cells.length / size) * kept.length);
    kept.forEach((slice, coordinate) => {
      for (let from = 0, to = coordinate * stride; from < slice.length; from += stride, to += stride * kept.length)
        next.set(slice.subarray(from, from + stride), to);
    });
    sizes = sizes.with(axis, kept.length);
    cells = next;
    return found;
  });
  return { groups, sizes, cells };
}

function sliceOf(cells: Int32Array, first: number, stride: number, whole: number): Int32Array {
  const slice = new Int32Array((cells.length / whole) * stride);
  for (let from = first, to = 0; from < cells.length; from += whole, to += stride)
    slice.set(cells.subarray(from, from + stride), to);
  return slice;
}

function groupsOf(slices: readonly string[], isOrdered: boolean): readonly (readonly number[])[] {
  const groups: { readonly slice: string; readonly members: number[] }[] = [];
  slices.forEach((slice, coordinate) => {
    const last = groups.at(-1);
    const group = isOrdered ? (last?.slice === slice ? last : undefined) : groups.find((one) => one.slice === slice);
    if (group) group.members.push(coordinate);
    else groups.push({ slice, members: [coordinate] });
  });
  return groups.map(({ members }) => members);
}

function unitBoxes(sizes: readonly number[], cells: Int32Array): readonly GridBox[] {
  const units: GridBox[] = [];
  cells.forEach((mark, index) => {
    if (mark === 0) return;
    let rest = index;
    const sides = sizes
      .toReversed()
      .map((size) => {
        const coordinate = rest % size;
        rest = Math.floor(rest / size);
        return [coordinate];
      })
      .reverse();
    units.push({ mark, sides });
  });
  return units;
}

function ordersOf(axes: readonly number[]): readonly (readonly number[])[] {
  if (axes.length <= 1) return [axes];
  return axes.flatMap((first) => ordersOf(axes.filter((axis) => axis !== first)).map((rest) => [first, ...rest]));
}

function mergedAlong(order: readonly number[], axes: readonly Axis[], units: readonly GridBox[]): readonly GridBox[] {
  let boxes = units;
  for (;;) {
    const before = boxes.length;
    for (const axis of order) boxes = mergedOn(axis, axes[axis]?.isOrdered === true, boxes);
    if (boxes.length === before) return boxes;
  }
}

/** Puts boxes together that differ along one axis alone. */
function mergedOn(axis: number, isOrdered: boolean, boxes: readonly GridBox[]): readonly GridBox[] {
  const alike = new Map<string, GridBox[]>();
  for (const box of boxes) {
    const key = `${box.mark}|${box.sides.map((side, index) => (index === axis ? "" : side.join())).join("|")}`;
    const known = alike.get(key);
    if (known) known.push(box);
    else alike.set(key, [box]);
  }
  return [...alike.values()].flatMap((same) => {
    const [first] = same;
    if (!first || same.length === 1) return same;
    const sides = same.map((box) => box.sides[axis] ?? []).sort((a, b) => (a[0] ?? 0) - (b[0] ?? 0));
    const runs = isOrdered ? unbroken(sides) : [sides.flat().sort((a, b) => a - b)];
    return runs.map((run) => ({ mark: first.mark, sides: first.sides.with(axis, run) }));
  });
}

function unbroken(runs: readonly (readonly number[])[]): readonly (readonly number[])[] {
  const joined: (readonly number[])[] = [];
  for (const run of runs) {
    const last = joined.at(-1);
    if (last && (last.at(-1) ?? 0) + 1 === run[0]) joined[joined.length - 1] = [...last, ...run];
    else joined.push(run);
  }
  return joined;
}
