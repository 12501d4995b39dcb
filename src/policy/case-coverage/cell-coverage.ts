import { addDays, type CalendarDate } from "../calendar.js";
import { APPLIES } from "../cells.js";
import type { Item } from "../item.js";
import { itemSpace, setsOf, type ItemSpace, type Point, type RuleSet } from "../space/item-space.js";
import { ASSURANCE_LEVELS } from "../subject.js";
import type { Table } from "../table.js";
import type { AskedCell } from "./asked-cells.js";

/** How many of the distinct sets of rules that can apply to an item the cases have asked about. */
export interface ItemCells {
  readonly item: Item;
  readonly asked: number;
  readonly all: number;
  /** Those that nobody asked about, the one that holds in most cases first. */
  readonly unasked: readonly UnaskedCell[];
}

/** A set of rules that no case has asked about. */
export interface UnaskedCell {
  readonly item: Item;
  readonly rules: RuleSet;
  /** The first point in which it applies. */
  readonly point: Point;
  /** The age at which that point ends; null: it does not. */
  readonly nextAge: number | null;
  /** The share of the item's combinations of facts in which it applies, from 0 to 1. */
  readonly share: number;
}

/** Looks through all combinations of facts, item by item, for sets of rules that no case has asked about. */
export function cellCoverage(table: Table, asked: readonly AskedCell[]): readonly ItemCells[] {
  return table.terms.map((terms) => {
    const { item, rules } = terms;
    const askedBits = new Set(
      asked
        .filter((one) => one.terms.item === item)
        .map(({ cell }) =>
          rules.reduce(
            (bits, rule, place) => ((cell.flags[rule] ?? 0) & APPLIES ? bits | (1n << BigInt(place)) : bits),
            0n,
          ),
        ),
    );
    const space = itemSpace(table, terms);
    const all = weighedSets(table, space);
    const total = [...all.values()].reduce((sum, { weight }) => sum + weight, 0);
    const setOf = setsOf(terms);
    const unasked = [...all]
      .filter(([bits]) => !askedBits.has(bits))
      .map(([bits, { point, weight }]) => ({
        item,
        rules: setOf(bits),
        point,
        nextAge: space.ages.find((age) => age > point.age) ?? null,
        share: weight / total,
      }))
      .sort((a, b) => b.share - a.share);
    return { item, asked: all.size - unasked.length, all: all.size, unasked };
  });
}

interface Weighed {
  readonly point: Point;
  weight: number;
}

function weighedSets(table: Table, space: ItemSpace): ReadonlyMap<bigint, Weighed> {
  const { bits } = space;
  const sets = new Map<bigint, Weighed>();
  const horizon = addDays(table.dates.lastOfTimelines, DAYS_OF_A_YEAR);
  space.dates.forEach((date) => {
    const days = date.spans.reduce((sum, { from, until }) => sum + daysFrom(from, until, horizon), 0);
    for (const place of space.places) {
      const here = bits.onDate(date.inForce) & bits.inPlace(place.reading);
      space.ages.forEach((age, index) => {
        const years = (space.ages[index + 1] ?? age + 1) - age;
        for (const level of space.levels)
          for (const linked of [false, true]) {
            const key = here & bits.ofPerson(age, level, linked);
            const found = sets.get(key) ?? { point: { date, place, age, level, linked }, weight: 0 };
            found.weight += days * place.places.length * years * levelsFrom(level, space);
            sets.set(key, found);
          }
      });
    }
  });
  return sets;
}

const DAYS_OF_A_YEAR = 365;

function daysFrom(from: CalendarDate, until: CalendarDate | null, horizon: CalendarDate): number {
  const end = until === null || until > horizon ? horizon : until;
  // Weights need no calendar: months of 30 days and years of 360 will do.
  const dayOf = (date: CalendarDate): number =>
    Math.floor(date / 10_000) * 360 + (Math.floor(date / 100) % 100) * 30 + (date % 100);
  return Math.max(0, dayOf(end) - dayOf(from));
}

/** How many levels of assurance a class of them holds. */
function levelsFrom(level: Point["level"], { levels }: ItemSpace): number {
  const next = levels[levels.indexOf(level) + 1];
  return (next ? ASSURANCE_LEVELS.indexOf(next) : ASSURANCE_LEVELS.length) - ASSURANCE_LEVELS.indexOf(level);
}
