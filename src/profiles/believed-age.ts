import { UNKNOWN_BIRTH, commonBirths, doubtBirth } from "../policy/birth-interval.js";
import { EARLIEST_MIDNIGHT, dateAt, type Instant } from "../policy/calendar.js";
import { ASSURANCE_LEVELS, type AssuranceLevel, type BirthInterval } from "../policy/subject.js";
import { ASSURANCE_BY_METHOD, type AgeFact, type AgeMethod } from "./age-fact.js";

/** What a person's age facts come to. */
export interface BelievedAge {
  readonly born: BirthInterval;
  readonly level: AssuranceLevel;
  /** When the level's proof runs out; null: it does not, or nothing is proved. */
  readonly until: Instant | null;
  /** How it was learnt; null: nothing is known. */
  readonly method: AgeMethod | null;
  /** Another source says older, and is not believed. */
  readonly conflicting: boolean;
}

const NOTHING: BelievedAge = { born: UNKNOWN_BIRTH, level: "UNKNOWN", until: null, method: null, conflicting: false };

/**
 * Weighs age facts against each other. In whatever order they come:
 * 1. Among verified facts, the days that fit all of them; where none does, the youngest fact. Verified facts outweigh all others.
 * 2. Without a verified fact, the youngest of all: nothing unverified makes anybody older.
 * 3. A verified fact that had run out when another fact was recorded is verified no more; it can still hold the age down.
 * 4. A review puts an age right, so facts recorded before it are set aside. So is a birth that nobody can believe (F4).
 * 5. The level is that of the strongest fact that has not run out and says that the person is at least as old.
 *
 * Time alone therefore changes nothing but the level: when a proof runs out nobody gets older or younger (F5).
 */
export function believedAge(all: readonly AgeFact[], at: Instant): BelievedAge {
  const facts = sinceReview(all).filter(
    ({ born }) => doubtBirth(born.interval, dateAt(at, EARLIEST_MIDNIGHT)) !== "too long ago",
  );
  const [youngest] = facts.toSorted(youngestFirst);
  if (!youngest) return NOTHING;
  const verified = facts.filter((fact) => levelOf(fact) === "VERIFIED");
  const lasting = verified.filter((fact) => !ranOutBeforeAnother(fact, facts));
  const believed = lasting.length > 0 ? agreement(lasting) : youngest.born.interval;
  // What is not verified may end a proof that held the age down, but must not make anybody older by it.
  const unreplaced = verified.filter((fact) => !ranOutBeforeAnother(fact, verified));
  const born = unreplaced.length > 0 ? younger(believed, agreement(unreplaced)) : believed;
  const [proof] = facts.filter((fact) => isLive(fact, at) && saysAtLeastAsOld(fact, born)).toSorted(strongestFirst);
  return {
    born,
    level: proof ? levelOf(proof) : "UNKNOWN",
    until: proof?.expiresAt ?? null,
    method: (proof ?? facts.toSorted(strongestFirst).find((fact) => saysAtLeastAsOld(fact, born)) ?? youngest).method,
    conflicting: facts.some((fact) => saysOlder(fact, born)),
  };
}

function sinceReview(facts: readonly AgeFact[]): readonly AgeFact[] {
  const review = Math.max(...facts.filter(({ method }) => method === "REVIEW").map(({ recordedAt }) => recordedAt));
  return facts.filter(
    ({ method, recordedAt }) => recordedAt > review || (method === "REVIEW" && recordedAt === review),
  );
}

function ranOutBeforeAnother({ expiresAt }: AgeFact, facts: readonly AgeFact[]): boolean {
  return expiresAt !== null && facts.some(({ recordedAt }) => recordedAt >= expiresAt);
}

function agreement(facts: readonly AgeFact[]): BirthInterval {
  const common = facts.reduce<BirthInterval | null>(
    (days, { born }) => days && commonBirths(days, born.interval),
    UNKNOWN_BIRTH,
  );
  return common ?? facts.toSorted(youngestFirst)[0]?.born.interval ?? UNKNOWN_BIRTH;
}

function younger(a: BirthInterval, b: BirthInterval): BirthInterval {
  return (compare(latest(b), latest(a)) || compare(earliest(b), earliest(a))) <= 0 ? a : b;
}

function levelOf({ method }: AgeFact): AssuranceLevel {
  return ASSURANCE_BY_METHOD[method];
}

function isLive({ expiresAt }: AgeFact, at: Instant): boolean {
  return expiresAt === null || at < expiresAt;
}

function saysAtLeastAsOld({ born }: AgeFact, than: BirthInterval): boolean {
  return latest(born.interval) <= latest(than);
}

function saysOlder({ born }: AgeFact, than: BirthInterval): boolean {
  return latest(born.interval) < earliest(than);
}

function youngestFirst(a: AgeFact, b: AgeFact): number {
  const [one, other] = [a.born.interval, b.born.interval];
  return compare(latest(other), latest(one)) || compare(earliest(other), earliest(one)) || strongestFirst(a, b);
}

function strongestFirst(a: AgeFact, b: AgeFact): number {
  const rank = (fact: AgeFact) => ASSURANCE_LEVELS.indexOf(levelOf(fact));
  return (
    compare(rank(b), rank(a)) ||
    compare(b.expiresAt ?? Infinity, a.expiresAt ?? Infinity) ||
    compare(b.recordedAt, a.recordedAt) ||
    (a.method < b.method ? -1 : Number(a.method > b.method))
  );
}

function earliest(born: BirthInterval): number {
  return born.earliest ?? -Infinity;
}

function latest(born: BirthInterval): number {
  return born.latest ?? Infinity;
}

// Subtracting would make NaN of two infinities.
function compare(a: number, b: number): number {
  return a < b ? -1 : Number(a > b);
}
