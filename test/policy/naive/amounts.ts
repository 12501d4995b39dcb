import type { Item, Value } from "../../../src/policy/item.js";

/**
 * A value as the naive evaluator sees it: the rank of a chain, or a set of minutes of the week as the bits of one
 * big number. Nothing of the engine's arithmetic is used.
 */
export type Amount = number | bigint;

const MINUTES = 7 * 24 * 60;

/** The amount that a value of the engine stands for. */
export function amountOf(value: Value): Amount {
  if (typeof value === "number") return value;
  return value.ranges.reduce((bits, [from, until]) => bits | (((1n << BigInt(until - from)) - 1n) << BigInt(from)), 0n);
}

/** The minutes in a set, as ranges: what a reader of a failed test wants to see. */
export function readable(amount: Amount): string {
  if (typeof amount === "number") return String(amount);
  const ranges: string[] = [];
  for (let minute = 0; minute < MINUTES; minute++) {
    if (!has(amount, minute)) continue;
    const from = minute;
    while (minute < MINUTES && has(amount, minute)) minute++;
    ranges.push(`${from}-${minute}`);
  }
  return `{${ranges.join(" ")}}`;
}

/** Whether a minute of the week is in a set. */
export function has(set: bigint, minute: number): boolean {
  return ((set >> BigInt(minute)) & 1n) === 1n;
}

/** S1: `a` is at least as strict as `b`. */
export function le(a: Amount, b: Amount): boolean {
  if (typeof a === "number" && typeof b === "number") return a <= b;
  const [x, y] = sets(a, b);
  return (x & y) === y;
}

/** `a` is stricter than `b`, not as strict. */
export function stricter(a: Amount, b: Amount): boolean {
  return le(a, b) && a !== b;
}

/** S1: the stricter of both. */
export function meet(a: Amount, b: Amount): Amount {
  if (typeof a === "number" && typeof b === "number") return Math.min(a, b);
  const [x, y] = sets(a, b);
  return x | y;
}

/** S1: the looser of both. */
export function join(a: Amount, b: Amount): Amount {
  if (typeof a === "number" && typeof b === "number") return Math.max(a, b);
  const [x, y] = sets(a, b);
  return x & y;
}

/** S1: the loosest value of an item. */
export function top(item: Item): Amount {
  if (item.kind === "feature") return 2;
  switch (item.control) {
    case "choice":
    case "switch":
      return item.values.length - 1;
    case "minutes":
      return 1_440;
    case "windows":
      return 0n;
  }
}

/** S1: the strictest value of an item. */
export function bottom(item: Item): Amount {
  return item.kind === "setting" && item.control === "windows" ? (1n << BigInt(MINUTES)) - 1n : 0;
}

/** The minutes in `a` that are not in `b`. */
export function without(a: bigint, b: bigint): bigint {
  return a & ~b;
}

function sets(a: Amount, b: Amount): readonly [bigint, bigint] {
  if (typeof a !== "bigint" || typeof b !== "bigint") throw new Error("values of different items never meet");
  return [a, b];
}
