import { OUTCOMES, type ItemOutcome, type Outcome } from "./person-outcome.js";

/** People who live in one kind of place and are in one band of ages. */
export interface PeopleGroup {
  readonly place: string;
  readonly age: string;
}

/** How many people; null: some, but fewer than may be told. */
export type Told = number | null;

/** How many people have each outcome. */
export type ToldOutcomes = Readonly<Record<Outcome, Told>>;

/** A row of a table of outcomes. */
export interface ToldRow {
  readonly people: Told;
  readonly outcomes: ToldOutcomes;
}

/** The outcomes of one item, or of any item at all. */
export interface ToldItem {
  readonly total: ToldRow;
  /** By age, place, and both; rows in which nothing happens are left out. */
  readonly byAge: readonly (ToldRow & { readonly age: string })[];
  readonly byPlace: readonly (ToldRow & { readonly place: string })[];
  readonly byGroup: readonly (ToldRow & PeopleGroup)[];
}

interface Counted {
  readonly group: PeopleGroup;
  people: number;
  /** By item, then outcome; the last item stands for any. */
  readonly outcomes: Float64Array;
}

/**
 * Counts outcomes by group, and tells them so that nobody can be found in them: what is told of a group is rounded down to a multiple of
 * `tellFrom`, and every total is a sum of what is told of groups. So whatever is added or subtracted, of no group more can be known
 * than that. `tellFrom: 1` tells whole people.
 */
export class OutcomeCounts {
  readonly #groups = new Map<string, Counted>();
  readonly #items: number;
  readonly #tellFrom: number;

  constructor(items: number, tellFrom: number) {
    this.#items = items;
    this.#tellFrom = tellFrom;
  }

  /** Counts somebody who stands for `weight` people. */
  add(group: PeopleGroup, outcomes: readonly ItemOutcome[], weight: number): void {
    const counted = this.#countedOf(group);
    counted.people += weight;
    const any = new Set<Outcome>();
    for (const { index, outcomes: some } of outcomes)
      for (const outcome of some) {
        counted.outcomes[placeOf(index, outcome)] = (counted.outcomes[placeOf(index, outcome)] ?? 0) + weight;
        any.add(outcome);
      }
    for (const outcome of any) {
      const place = placeOf(this.#items, outcome);
      counted.outcomes[place] = (counted.outcomes[place] ?? 0) + weight;
    }
  }

  /** What may be told of an item by its index; "any": of people to whom anything happens. */
  told(item: number | "any"): ToldItem {
    const index = item === "any" ? this.#items : item;
    const rows = [...this.#groups.values()].map(({ group, people, outcomes }) => ({
      ...group,
      people: this.#tell(people),
      outcomes: outcomesOf((outcome) => this.#tell(outcomes[placeOf(index, outcome)] ?? 0)),
    }));
    const rowsBy = (nameOf: (row: PeopleGroup) => string): readonly (readonly [string, ToldRow])[] =>
      [...new Set(rows.map(nameOf))].map((name) => [name, sumOf(rows.filter((row) => nameOf(row) === name))]);
    return {
      total: inWholePeople(sumOf(rows)),
      byAge: rowsBy(({ age }) => age)
        .map(([age, row]) => ({ age, ...inWholePeople(row) }))
        .filter(hasOutcomes),
      byPlace: rowsBy(({ place }) => place)
        .map(([place, row]) => ({ place, ...inWholePeople(row) }))
        .filter(hasOutcomes),
      byGroup: rows.map((row) => ({ place: row.place, age: row.age, ...inWholePeople(row) })).filter(hasOutcomes),
    };
  }

  #countedOf(group: PeopleGroup): Counted {
    const key = `${group.place}|${group.age}`;
    const known = this.#groups.get(key);
    if (known) return known;
    const counted = { group, people: 0, outcomes: new Float64Array((this.#items + 1) * OUTCOMES.length) };
    this.#groups.set(key, counted);
    return counted;
  }

  #tell(count: number): Told {
    // Shares of people are rounded when they have been added.
    if (this.#tellFrom === 1) return count;
    const whole = Math.floor(count / this.#tellFrom) * this.#tellFrom;
    return whole === 0 && count > 0 ? null : whole;
  }
}

function placeOf(item: number, outcome: Outcome): number {
  return item * OUTCOMES.length + OUTCOMES.indexOf(outcome);
}

function outcomesOf(tell: (outcome: Outcome) => Told): ToldOutcomes {
  return {
    gains: tell("gains"),
    loses: tell("loses"),
    clamped: tell("clamped"),
    mayChooseMore: tell("mayChooseMore"),
    mayChooseLess: tell("mayChooseLess"),
  };
}

function sumOf(rows: readonly ToldRow[]): ToldRow {
  return {
    people: plus(rows.map(({ people }) => people)),
    outcomes: outcomesOf((outcome) => plus(rows.map(({ outcomes }) => outcomes[outcome]))),
  };
}

function inWholePeople({ people, outcomes }: ToldRow): ToldRow {
  const whole = (count: Told): Told => (count === null ? null : Math.round(count));
  return { people: whole(people), outcomes: outcomesOf((outcome) => whole(outcomes[outcome])) };
}

/** A sum of what is told; null when all of it is too little to tell. */
function plus(parts: readonly Told[]): Told {
  const sum = parts.reduce<number>((total, part) => total + (part ?? 0), 0);
  return sum === 0 && parts.includes(null) ? null : sum;
}

function hasOutcomes({ outcomes }: ToldRow): boolean {
  return OUTCOMES.some((outcome) => outcomes[outcome] !== 0);
}
