import type { PolicyDocuments, Rule } from "../../../src/policy/rule.js";
import { ASSURANCE_LEVELS } from "../../../src/policy/subject.js";
import type { Day } from "./clock.js";
import type { Facts } from "./person.js";
import type { WrongReading } from "./wrong-readings.js";

/** A rule that applies (R2), and how surely. */
export interface Application {
  readonly rule: Rule;
  readonly surelyByAge: boolean;
  readonly surelyByPlace: boolean;
}

/** R2: the rules that apply to a person. */
export function applying(
  documents: PolicyDocuments,
  facts: Facts,
  reading: WrongReading | null,
): readonly Application[] {
  return facts.inForce
    .filter((rule) => !rule.unlinkedOnly || !facts.person.linked)
    .filter((rule) => holdsAtAge(documents, rule, facts, reading))
    .map((rule) => ({ rule, places: placesOf(rule, facts) }))
    .filter(({ places }) => places.some((matches) => matches.includes(true)))
    .map(({ rule, places }) => ({
      rule,
      surelyByAge: rule.age === null || facts.max < rule.age.age,
      surelyByPlace: places.some((matches) => !matches.includes(false)),
    }));
}

/** R3, R4: whether a rule is in force on a day. */
export function inForce(documents: PolicyDocuments, rule: Rule, day: Day): boolean {
  const status = rule.timeline.filter(({ from }) => from <= Number(day.replaceAll("-", ""))).at(-1)?.status ?? "ended";
  const on =
    status === "in force" ||
    (status === "enjoined" && documents.complyAnyway.has(rule.id)) ||
    (status === "unconfirmed" && documents.takeAsConfirmed.has(rule.id));
  return on && inSeason(rule, day);
}

/** Every age that a rule or the guardians' powers speak of. */
export function thresholdsOf(documents: PolicyDocuments): readonly number[] {
  const ages = [...documents.rules.flatMap((rule) => rule.age?.age ?? []), documents.catalogue.guardianPowersUnder];
  return [...new Set(ages)].sort((a, b) => a - b);
}

function inSeason(rule: Rule, day: Day): boolean {
  if (rule.eachYear === null) return true;
  const { from, until } = rule.eachYear;
  const today = Number(day.slice(5).replace("-", ""));
  return from <= until ? from <= today && today < until : today >= from || today < until;
}

function holdsAtAge(documents: PolicyDocuments, rule: Rule, facts: Facts, reading: WrongReading | null): boolean {
  if (rule.age === null) return true;
  const N = rule.age.age;
  if (rule.age.kind === "not proven") return facts.min < N || facts.level < ASSURANCE_LEVELS.indexOf(rule.age.by);
  if (reading === "verified" && facts.level >= ASSURANCE_LEVELS.indexOf("ESTIMATED")) return false;
  if (reading === "bands") {
    const lower = documents.rules.flatMap((other) => other.age?.age ?? []).filter((other) => other < N);
    return facts.min < N && facts.min >= Math.max(0, ...lower);
  }
  return facts.min < N;
}

/** For the residence and, when it is known, the location: which of the possible places match. */
function placesOf(rule: Rule, facts: Facts): readonly (readonly boolean[])[] {
  return [facts.person.residence, ...(facts.person.present ? [facts.person.present] : [])].map((possible) =>
    possible.map(
      (place) => rule.where.some((word) => covers(word, place)) && !rule.minus.some((word) => covers(word, place)),
    ),
  );
}

function covers(word: string, place: string): boolean {
  return word === "WORLD" || word === place || place.startsWith(`${word}-`);
}
