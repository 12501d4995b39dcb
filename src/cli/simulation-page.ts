import { formatInstant, type Instant } from "../policy/calendar.js";
import { type Told, type ToldItem, type ToldRow } from "../profiles/simulation/outcome-counts.js";
import { OUTCOMES, type Outcome } from "../profiles/simulation/person-outcome.js";
import type { Simulation } from "../profiles/simulation/simulation.js";
import type { LoadedPolicy } from "./policy-argument.js";

/** A simulation that has run. */
export interface Simulated {
  readonly before: LoadedPolicy;
  readonly after: LoadedPolicy;
  readonly at: Instant;
  readonly simulation: Simulation;
  /** Stored people or lines that could not be read. */
  readonly malformed: number;
  /** The smallest count that is told. */
  readonly tellFrom: number;
}

const HEADS = {
  gains: "gain",
  loses: "lose",
  clamped: "choice clamped",
  mayChooseMore: "may choose more",
  mayChooseLess: "may choose less",
} as const satisfies Record<Outcome, string>;

// More regions than anybody reads; `--json` has all of them.
const MOST_PLACES = 12;

/** The page for people: all items, then for each item to which something happens its ages and regions. */
export function simulationPage(simulated: Simulated): string {
  const { before, after, at, simulation } = simulated;
  const any = simulation.told(null);
  const items = [...simulation.items.keys()].map((key) => ({ key, told: simulation.told(key) }));
  const changed = items.filter(({ told }) => told.byGroup.length > 0);
  const shown = OUTCOMES.filter((outcome) => any.total.outcomes[outcome] !== 0);
  const lines = [
    `${before.revision.label} -> ${after.revision.label}, at ${formatInstant(at)}`,
    `people: ${any.total.people === 0 ? "nobody" : `${toldInWords(any.total.people)}${rounding(simulated)}`}`,
    ...unreadable(simulated),
    "",
    ...(changed.length === 0
      ? ["nothing changes for anybody"]
      : columns([
          ["", ...shown.map((outcome) => HEADS[outcome])],
          rowOf("any item", any.total, shown),
          ...changed.map(({ key, told }) => rowOf(key, told.total, shown)),
        ])),
    ...changed.flatMap(({ key, told }) => ["", ...detailsOf(key, told, shown)]),
  ];
  return `${lines.join("\n")}\n`;
}

/** The same for machines; null: some people, but fewer than may be told. */
export function simulationJson({ before, after, at, simulation, malformed, tellFrom }: Simulated): string {
  const items = Object.fromEntries([...simulation.items.keys()].map((key) => [key, simulation.told(key)]));
  const any = simulation.told(null);
  const json = {
    old: before.revision,
    new: after.revision,
    at: formatInstant(at),
    roundedDownTo: tellFrom,
    people: any.total.people,
    malformed,
    anyItem: any,
    items,
  };
  return `${JSON.stringify(json, null, 2)}\n`;
}

function rounding({ tellFrom }: Simulated): string {
  return tellFrom === 1 ? "" : ` (each region and age rounded down to a multiple of ${tellFrom} before it is added)`;
}

function unreadable({ malformed }: Simulated): readonly string[] {
  return malformed === 0 ? [] : [`not counted, because they cannot be read: ${malformed.toLocaleString("en")}`];
}

function detailsOf(key: string, { byAge, byPlace }: ToldItem, shown: readonly Outcome[]): readonly string[] {
  const places = byPlace.toSorted((a, b) => affected(b) - affected(a));
  const more = places.length - MOST_PLACES;
  return [
    ...columns([
      [key, ...shown.map((outcome) => HEADS[outcome])],
      ...byAge.map((row) => rowOf(`  ${row.age === "unknown" ? "of unknown age" : `aged ${row.age}`}`, row, shown)),
      ...places.slice(0, MOST_PLACES).map((row) => rowOf(`  ${placeInWords(row.place)}`, row, shown)),
    ]),
    ...(more > 0 ? [`  and ${more} more regions, which --json tells`] : []),
  ];
}

function placeInWords(place: string): string {
  if (place === "unknown") return "in an unknown region";
  return place === "elsewhere" ? "in countries that no rule names" : `in ${place}`;
}

function affected({ outcomes }: ToldRow): number {
  return OUTCOMES.reduce((sum, outcome) => sum + (outcomes[outcome] ?? 0), 0);
}

function rowOf(name: string, { people, outcomes }: ToldRow, shown: readonly Outcome[]): readonly string[] {
  return [
    name,
    ...shown.map((outcome) => {
      const count = outcomes[outcome];
      const share = count && people ? ` (${((count / people) * 100).toFixed(1)} %)` : "";
      return `${toldInWords(count)}${share}`;
    }),
  ];
}

function toldInWords(count: Told): string {
  if (count === null) return "few";
  return count === 0 ? "-" : count.toLocaleString("en");
}

function columns(rows: readonly (readonly string[])[]): readonly string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map((row) =>
    row
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join("  "),
  );
}
