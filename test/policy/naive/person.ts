import type { ItemKey } from "../../../src/policy/item.js";
import type { PolicyDocuments, Rule } from "../../../src/policy/rule.js";
import { ASSURANCE_LEVELS, type Subject } from "../../../src/policy/subject.js";
import { formatDate } from "../../../src/policy/calendar.js";
import { amountOf, type Amount } from "./amounts.js";
import type { Change } from "./changes.js";
import { age, type Day } from "./clock.js";
import type { WrongReading } from "./wrong-readings.js";

/** A subject with its facts spelled out: what it may be, instead of what is known. */
export interface Person {
  readonly earliest: Day | null;
  readonly latest: Day | null;
  readonly level: number;
  readonly levelUntil: number | null;
  /** F7: the possible places of residence. */
  readonly residence: readonly string[];
  /** F8: the possible places of the location; null: at home. */
  readonly present: readonly string[] | null;
  readonly linked: boolean;
  readonly zone: string | null;
  readonly joined: Day | null;
  readonly approvals: ReadonlyMap<ItemKey, { readonly value: Amount | null; readonly until: number | null }>;
  readonly limits: ReadonlyMap<ItemKey, Amount>;
}

/** The rank of VERIFIED. */
export const VERIFIED = ASSURANCE_LEVELS.indexOf("VERIFIED");
/** A birth date past every threshold. */
export const LONG_AGO: Day = "1000-01-01";
/** A country that no rule names. */
const ELSEWHERE = "ZZ";

/** The person that a subject is to these documents. */
export function personOf(documents: PolicyDocuments, subject: Subject, reading: WrongReading | null): Person {
  return {
    earliest: subject.born.earliest === null ? null : formatDate(subject.born.earliest),
    latest: subject.born.latest === null ? null : formatDate(subject.born.latest),
    level: ASSURANCE_LEVELS.indexOf(subject.assurance),
    levelUntil: subject.assuranceUntil,
    residence: possiblePlaces(documents, subject.residence, reading),
    present: subject.present === null ? null : possiblePlaces(documents, subject.present, reading),
    linked: subject.guardian === "LINKED",
    zone: subject.zone,
    joined: subject.joined === null ? null : formatDate(subject.joined),
    approvals: new Map(
      [...subject.approvals].map(([item, { value, until }]) => [
        item,
        { value: value === null ? null : amountOf(value), until },
      ]),
    ),
    limits: new Map([...subject.limits].map(([item, value]) => [item, amountOf(value)])),
  };
}

/** What holds for a person at an instant (F). */
export interface Facts {
  readonly person: Person;
  readonly at: number;
  readonly inForce: readonly Rule[];
  readonly min: number;
  readonly max: number;
  readonly level: number;
}

/** F1 to F5; `asOf` is another instant at which approvals and assurance are read. */
export function factsAt(person: Person, { at: moment, days, inForce }: Change, asOf?: number): Facts {
  const at = asOf ?? moment;
  return {
    person,
    at,
    inForce,
    min: person.latest === null ? 0 : age(person.latest, days.youngest),
    max: person.earliest === null ? Infinity : age(person.earliest, days.youngest),
    level: person.levelUntil !== null && at >= person.levelUntil ? 0 : person.level,
  };
}

/** F7. */
function possiblePlaces(
  documents: PolicyDocuments,
  region: string | null,
  reading: WrongReading | null,
): readonly string[] {
  const { unknownRegion, unknownSubdivision } = documents.catalogue;
  const named = new Set<string>(
    documents.rules.flatMap((rule) => [...rule.where, ...rule.minus]).filter((word) => word !== "WORLD"),
  );
  const subdivisions = (country: string): string[] => [...named].filter((code) => code.startsWith(`${country}-`));
  const withSubdivisions = (country: string): readonly string[] =>
    subdivisions(country).length === 0 ? [country] : [...subdivisions(country), `${country}-OTHER`];

  if (region === null) {
    if (reading === "fallback") return ["US-OTHER"];
    if (unknownRegion !== "strictest") return possiblePlaces(documents, unknownRegion, reading);
    return [...new Set([...named].map((code) => code.slice(0, 2))), ELSEWHERE].flatMap(withSubdivisions);
  }
  const nothingMissing = region.includes("-") || subdivisions(region).length === 0;
  if (nothingMissing) return [region];
  const entry = [...unknownSubdivision].find(([country]) => country === region);
  return entry?.[1] === "country" || reading === "subdivision" ? [`${region}-OTHER`] : withSubdivisions(region);
}
