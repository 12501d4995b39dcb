import { ageOn, dateAt, LATEST_MIDNIGHT, type Instant } from "../../policy/calendar.js";
import { agesInWords } from "../../policy/difference/box-words.js";
import { placeOfRegion } from "../../policy/difference/place-of-region.js";
import type { PolicyDocuments } from "../../policy/rule.js";
import { knownPlaces, placeName } from "../../policy/space/item-space.js";
import { standingReader } from "../../policy/standing.js";
import type { RegionCode, Subject } from "../../policy/subject.js";
import type { Profile } from "../profile.js";
import { subjectReader, type PersonInRules } from "../subject.js";
import { OutcomeCounts, type PeopleGroup, type ToldItem } from "./outcome-counts.js";
import { outcomeReader } from "./person-outcome.js";

/** What is simulated. */
export interface SimulationOrder {
  readonly before: PolicyDocuments;
  readonly after: PolicyDocuments;
  /** When both policies are asked. */
  readonly at: Instant;
  /** The smallest number of people that is told. */
  readonly tellFrom: number;
}

/** Asks two policies about many people and counts for whom what changes. It keeps counts, and nobody. */
export class Simulation {
  /** The items that both policies declare, by key, with their indices in the policy before. */
  readonly items: ReadonlyMap<string, number>;
  readonly #order: SimulationOrder;
  readonly #counts: OutcomeCounts;
  readonly #outcomes: ReturnType<typeof outcomeReader>;
  readonly #standings: readonly [ReturnType<typeof standingReader>, ReturnType<typeof standingReader>];
  readonly #readers: readonly [ReturnType<typeof subjectReader>, ReturnType<typeof subjectReader>];
  readonly #placeOf: (region: RegionCode | null) => string;
  readonly #bandOf: (subject: Subject) => string;

  constructor(order: SimulationOrder) {
    const { before, after, tellFrom } = order;
    const [items, others] = [before.catalogue.items, after.catalogue.items];
    const shared = items.filter(({ key }) => others.some((other) => other.key === key));
    const place = placeOfRegion(knownPlaces({ rules: [...before.rules, ...after.rules] }));
    const thresholds = new Set([before, after].flatMap(thresholdsOf));
    this.items = new Map(shared.map(({ key, index }) => [key, index]));
    this.#order = order;
    this.#counts = new OutcomeCounts(items.length, tellFrom);
    this.#outcomes = outcomeReader(items, others);
    this.#standings = [standingReader(before), standingReader(after)];
    this.#readers = [subjectReader(before.catalogue), subjectReader(after.catalogue)];
    this.#placeOf = (region) => placeName(place(region));
    this.#bandOf = bandReader(
      [...thresholds].sort((a, b) => a - b),
      order.at,
    );
  }

  /** Asks about somebody who is stored. */
  addProfile(profile: Profile): void {
    const [was, is] = this.#readers.map((read) => read(profile, this.#order.at));
    if (was && is) this.#add(was, is, 1);
  }

  /** Asks about `weight` people of whom nothing is known but their facts. */
  addSubject(subject: Subject, weight: number): void {
    const person: PersonInRules = { subject, choices: new Map() };
    this.#add(person, person, weight);
  }

  /** What may be told of an item, or of people to whom anything happens. */
  told(item: string | null): ToldItem {
    const index = item === null ? "any" : this.items.get(item);
    if (index === undefined) throw new RangeError(`the policies do not both declare \`${String(item)}\``);
    return this.#counts.told(index);
  }

  #add(was: PersonInRules, is: PersonInRules, weight: number): void {
    const { at } = this.#order;
    const [before, after] = this.#standings;
    const outcomes = this.#outcomes(before(was.subject, was.choices, at), after(is.subject, is.choices, at));
    this.#counts.add(this.#groupOf(was.subject), outcomes, weight);
  }

  #groupOf(subject: Subject): PeopleGroup {
    return { place: this.#placeOf(subject.residence), age: this.#bandOf(subject) };
  }
}

/** The ages at which some answer can change. */
function thresholdsOf({ rules, catalogue }: PolicyDocuments): readonly number[] {
  return [...rules.flatMap(({ age }) => (age ? [age.age] : [])), catalogue.guardianPowersUnder];
}

/** Names the band of ages, between two ages of the policies, in which the youngest reading of a person's age lies. */
function bandReader(thresholds: readonly number[], at: Instant): (subject: Subject) => string {
  const bands = [0, ...thresholds].map((from, index) => agesInWords({ from, below: thresholds[index] ?? null }));
  return ({ born: { latest }, zone }) => {
    if (latest === null) return "unknown";
    const age = ageOn(latest, dateAt(at, zone ?? LATEST_MIDNIGHT));
    return bands[thresholds.filter((threshold) => threshold <= age).length] ?? "any";
  };
}
