import {
  addDays,
  dateAt,
  EARLIEST_MIDNIGHT,
  LATEST_MIDNIGHT,
  ageOn,
  type CalendarDate,
  type Instant,
} from "../calendar.js";
import type { ExpectedItem, PolicyCase } from "../language/policy-case.js";
import { atomsOfWorld, namedRegions, reaches, type Atom } from "../places.js";
import type { PolicyDocuments, Rule } from "../rule.js";
import { isInForce } from "../rule-dates.js";
import { ASSURANCE_LEVELS, type RegionCode } from "../subject.js";

/** One thing that a case asks: what is expected of one item at one instant. */
export interface Question {
  readonly policyCase: PolicyCase;
  readonly at: Instant;
  /** The same object for all that is asked of one person at one instant. */
  readonly moment: object;
  readonly expected: ExpectedItem;
  /** More is expected than what holds now: why, and what the future brings. */
  readonly isDeep: boolean;
  readonly facts: AskedFacts;
}

/** What the conditions of rules read of the person that a question is about. */
interface AskedFacts {
  /** From the one that is last to begin to the first: one, where the zone is known (F2). */
  readonly dates: readonly CalendarDate[];
  readonly youngest: number;
  readonly assurance: number;
  readonly linked: boolean;
  readonly places: readonly Atom[];
}

/** Everything that cases ask, one item and instant at a time. */
export function questionsOf(cases: readonly PolicyCase[], documents: PolicyDocuments): readonly Question[] {
  const atoms = atomsOfWorld(namedRegions(documents.rules));
  return cases.flatMap((policyCase) =>
    policyCase.moments.flatMap(({ instants, items }) =>
      instants.flatMap((at) => {
        const facts = factsAt(policyCase, at, atoms);
        const moment = {};
        return items.map((expected) => ({
          policyCase,
          at,
          moment,
          expected,
          facts,
          isDeep: isDeep(expected) || policyCase.subject.joined !== null,
        }));
      }),
    ),
  );
}

/** Whether a rule can bear on a question at all: now, or for what is deep at some time. Never false where it does. */
export function canBearOn(
  rule: Rule,
  { facts, isDeep: deep, policyCase }: Question,
  documents: PolicyDocuments,
): boolean {
  if (!facts.places.some((place) => reaches(rule, place))) return false;
  // Who joined earlier keeps values from when they were younger.
  if (policyCase.subject.joined !== null) return true;
  const { age } = rule;
  const isYoung = age === null || facts.youngest < age.age;
  const isUnproven = age?.kind === "not proven" && facts.assurance < ASSURANCE_LEVELS.indexOf(age.by);
  return (isYoung || isUnproven) && (deep || appliesNow(rule, facts, documents));
}

/** Whether a rule that can bear on a question is in force for its person, so that it probably does. */
export function appliesNow(rule: Rule, { dates, linked }: AskedFacts, documents: PolicyDocuments): boolean {
  return !(rule.unlinkedOnly && linked) && dates.some((date) => isInForce(rule, date, documents));
}

function isDeep({ decidedBy, reason, rule, alsoBoundBy, minimumAge, availableFrom }: ExpectedItem): boolean {
  return [decidedBy, reason, rule, alsoBoundBy, minimumAge, availableFrom].some((part) => part !== undefined);
}

function factsAt({ subject }: PolicyCase, at: Instant, atoms: readonly Atom[]): AskedFacts {
  const last = dateAt(at, subject.zone ?? LATEST_MIDNIGHT);
  const first = dateAt(at, subject.zone ?? EARLIEST_MIDNIGHT);
  return {
    dates: [last, addDays(last, 1), first].filter((date) => date <= first),
    youngest: subject.born.latest === null ? 0 : ageOn(subject.born.latest, last),
    assurance: ASSURANCE_LEVELS.indexOf(subject.assurance),
    linked: subject.guardian === "LINKED",
    places: [...placesOf(subject.residence, atoms), ...(subject.present ? placesOf(subject.present, atoms) : [])],
  };
}

/** Every place that a region may stand for, and one that no rule names where it is one of these. */
function placesOf(region: RegionCode | null, atoms: readonly Atom[]): readonly Atom[] {
  if (region === null) return atoms;
  const country = region.slice(0, 2);
  if (region !== country) return [{ country, subdivision: region }];
  return [{ country, subdivision: null }, ...atoms.filter((atom) => atom.country === country)];
}
