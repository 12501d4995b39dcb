import { isAtLeastAsStrict, isLooser, windowsIn } from "../lattice.js";
import type { Value } from "../item.js";
import type { Rule } from "../rule.js";
import { difference, type WeekWindows } from "../week-windows.js";
import type { Rival } from "./contributions.js";

/** Rules of which each is enough for one thing. */
export type Enough = readonly Rule[];

/**
 * For every part of a value that goes beyond a looser one, the rules that are as strict there; nothing where it does not
 * go beyond. A rank has one part; windows are cut where a rival begins or ends.
 */
export function beatenBeyond(value: Value, beyond: Value, rivals: readonly Rival[]): readonly Enough[] {
  if (typeof value === "number") {
    if (!isLooser(beyond, value)) return [];
    return [rivals.filter((rival) => isAtLeastAsStrict(rival.value, value)).map(({ rule }) => rule)];
  }
  const windows = rivals.map((rival) => ({ rule: rival.rule, ranges: windowsIn(rival.value).ranges }));
  const cuts = windows.flatMap(({ ranges }) => ranges.flat());
  return parts(difference(value, windowsIn(beyond)), cuts).map(([from, until]) =>
    windows
      .filter(({ ranges }) => ranges.some(([start, end]) => start <= from && until <= end))
      .map(({ rule }) => rule),
  );
}

/**
 * The fewest rules of which at least one is enough for each thing; null: for some thing no rule is enough. Where the
 * search for the fewest would take too long they are few.
 */
export function fewest(things: readonly Enough[]): readonly Rule[] | null {
  if (things.some((enough) => enough.length === 0)) return null;
  const distinct = [...new Map(things.map((enough) => [enough.map(({ id }) => id).join(" "), enough])).values()];
  // A thing for which a part of another's rules is enough asks for more, so that the other comes by itself.
  const asking = distinct.filter(
    (enough) => !distinct.some((other) => other.length < enough.length && other.every((rule) => enough.includes(rule))),
  );
  asking.sort((a, b) => a.length - b.length);
  let best = greedy(asking);
  let steps = 0;
  const search = (chosen: readonly Rule[]): void => {
    steps += 1;
    if (chosen.length >= best.length || steps > MOST_STEPS) return;
    const open = asking.find((enough) => !enough.some((rule) => chosen.includes(rule)));
    if (!open) best = chosen;
    else for (const rule of open) search([...chosen, rule]);
  };
  search([]);
  return best;
}

const MOST_STEPS = 10_000;

function greedy(things: readonly Enough[]): readonly Rule[] {
  const chosen: Rule[] = [];
  for (let open = things; open.length > 0;) {
    const counts = new Map<Rule, number>();
    for (const rule of open.flat()) counts.set(rule, (counts.get(rule) ?? 0) + 1);
    const [best] = [...counts].reduce((a, b) => (b[1] > a[1] ? b : a));
    chosen.push(best);
    open = open.filter((enough) => !enough.includes(best));
  }
  return chosen;
}

function parts({ ranges }: WeekWindows, cuts: readonly number[]): readonly (readonly [number, number])[] {
  return ranges.flatMap(([from, until]) => {
    const inside = [from, ...cuts.filter((cut) => from < cut && cut < until), until];
    const ordered = [...new Set(inside)].sort((a, b) => a - b);
    return ordered.slice(1).map((end, index) => [ordered[index] ?? end, end] as const);
  });
}
