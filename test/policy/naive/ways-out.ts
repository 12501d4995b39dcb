import type { Item, ItemKey } from "../../../src/policy/item.js";
import type { PolicyDocuments } from "../../../src/policy/rule.js";
import { stricter, top, type Amount } from "./amounts.js";
import { capAmong, contributions, requirements } from "./caps.js";
import type { Change } from "./changes.js";
import { birthday, bornYearsBefore, type Day } from "./clock.js";
import { factsAt, LONG_AGO, VERIFIED, type Person } from "./person.js";
import { applying, thresholdsOf } from "./rules.js";

/** A step as a text: `REACH_AGE 16 on 2026-05-04`, `WAIT_UNTIL 2027-01-01`, `VERIFY_AGE 18`, `GUARDIAN_APPROVES account`. */
export type Step = string;

/** A smallest set of moves that opens something, and the loosest caps it may reach (several where places differ). */
export interface WayOut {
  readonly steps: readonly Step[];
  readonly reaches: readonly Amount[];
  /** The day of a set that is waiting alone; null for every other set. */
  readonly waitsUntil: Day | null;
}

/** A move apart from waiting (T2). */
type Move = "VERIFY_AGE" | "STATE_REGION" | "LINK_GUARDIAN" | { readonly approves: ItemKey };

/** A question about ways out: what stands at `now`, and which caps would do. */
export interface Question {
  readonly documents: PolicyDocuments;
  readonly item: Item;
  readonly person: Person;
  readonly now: Change;
  readonly later: readonly Change[];
  readonly enough: (cap: Amount) => boolean;
}

/** T3: all smallest sets of moves after which the cap is enough, evaluated with the rules of the day. */
export function waysOut(question: Question): readonly WayOut[] {
  const { documents, item, person } = question;
  const exact = person.earliest !== null && person.earliest === person.latest;
  const approvable = [item.key, ...(item.kind === "feature" ? requirements(documents, item).keys() : [])];
  const available: readonly Move[] = [
    "VERIFY_AGE",
    ...(person.residence.length > 1 ? (["STATE_REGION"] as const) : []),
    ...(person.linked ? [] : (["LINK_GUARDIAN"] as const)),
    ...[...new Set(approvable)].map((approves) => ({ approves })),
  ];

  // Rules on other items have no say in this cap.
  const onlyRelevant = (time: Change): Change => ({
    ...time,
    inForce: time.inForce.filter((rule) => rule.effects.some((effect) => approvable.includes(effect.item))),
  });
  const now = onlyRelevant(question.now);
  const later = question.later.map(onlyRelevant);

  const found: { moves: readonly Move[]; at: number; way: WayOut }[] = [];
  for (const moves of subsets(available)) {
    const changed = after(person, moves);
    const waits = moves.includes("VERIFY_AGE") && !exact ? [now] : [now, ...later];
    for (const time of waits) {
      if (found.some((other) => other.at <= time.at && other.moves.every((move) => moves.includes(move)))) break;
      if (!possible(documents, person, changed, moves, time)) continue;
      const caps = capsAfter(question, moves, time, changed).filter(question.enough);
      if (caps.length === 0) continue;
      const wait = time === now ? [] : [waitingStep(documents, person, time.days.youngest)];
      const taken = moves.map((move) => stepOf(question, moves, move, time));
      const steps = [...wait, ...taken];
      const reaches = loosest(capsAfter(question, moves, time, afterSteps(person, moves, taken, time)));
      found.push({
        moves,
        at: time.at,
        way: { steps, reaches, waitsUntil: moves.length === 0 ? time.days.youngest : null },
      });
      break;
    }
  }
  return found.map(({ way }) => way);
}

/** T6: the smallest age that, if proven, would open more today. */
export function minimumAge(question: Question, cap: Amount): number | null {
  const { documents, item } = question;
  const reached = (years: number): Amount => provenCap(question, [], question.now, years)[0] ?? cap;
  if (cap !== top(item)) return thresholdsOf(documents).find((age) => stricter(cap, reached(age))) ?? null;
  if (reached(0) === cap) return null;
  return thresholdsOf(documents).find((age) => reached(age) === cap) ?? null;
}

/** T2: whether a set of moves makes sense at a time. */
function possible(
  documents: PolicyDocuments,
  person: Person,
  changed: Person,
  moves: readonly Move[],
  time: Change,
): boolean {
  const byGuardian = moves.some((move) => move !== "VERIFY_AGE" && move !== "STATE_REGION");
  if (!byGuardian) return true;
  const approves = moves.some((move) => typeof move === "object");
  if (approves && !person.linked && !moves.includes("LINK_GUARDIAN")) return false;
  return factsAt(changed, time).min < documents.catalogue.guardianPowersUnder;
}

/** The person after a set of moves, their place apart. */
function after(person: Person, moves: readonly Move[]): Person {
  return moves.reduce<Person>((changed, move) => {
    if (move === "VERIFY_AGE") return proven(changed, changed.earliest ?? LONG_AGO);
    if (move === "LINK_GUARDIAN") return { ...changed, linked: true };
    if (move === "STATE_REGION") return changed;
    return {
      ...lifted(changed, move.approves),
      approvals: new Map(changed.approvals).set(move.approves, { value: null, until: null }),
    };
  }, person);
}

function proven(person: Person, born: Day): Person {
  return { ...person, level: VERIFIED, levelUntil: null, earliest: born, latest: born };
}

function lifted(person: Person, item: ItemKey): Person {
  return { ...person, limits: new Map([...person.limits].filter(([key]) => key !== item)) };
}

/** The person after the steps as they are shown: proven to be the age that is named, a limit lifted and nothing approved. */
function afterSteps(person: Person, moves: readonly Move[], taken: readonly Step[], time: Change): Person {
  return moves.reduce((changed, move, i) => {
    const step = taken[i] ?? "";
    if (step.startsWith("VERIFY_AGE "))
      return proven(changed, bornYearsBefore(time.days.youngest, Number(step.slice(11))));
    if (step.startsWith("GUARDIAN_LIFTS_LIMIT") && typeof move === "object") return lifted(changed, move.approves);
    return after(changed, [move]);
  }, person);
}

function loosest(caps: readonly Amount[]): readonly Amount[] {
  return [...new Set(caps.filter((cap) => !caps.some((other) => stricter(cap, other))))];
}

/** The caps that a set of moves leads to: one, or one for each place that may be stated. */
function capsAfter(question: Question, moves: readonly Move[], time: Change, changed: Person): readonly Amount[] {
  const { documents, item } = question;
  const people = moves.includes("STATE_REGION")
    ? changed.residence.map((place) => ({ ...changed, residence: [place] }))
    : [changed];
  return people.map((person) => {
    const facts = factsAt(person, time);
    return capAmong(item, contributions(documents, item, facts, applying(documents, facts, null), null));
  });
}

function provenCap(question: Question, moves: readonly Move[], time: Change, years: number): readonly Amount[] {
  const born = bornYearsBefore(time.days.youngest, years);
  return capsAfter(question, moves, time, proven(after(question.person, moves), born));
}

/** T4. */
function stepOf(question: Question, moves: readonly Move[], move: Move, time: Change): Step {
  if (move === "VERIFY_AGE") {
    const age = thresholdsOf(question.documents).find((years) =>
      provenCap(question, moves, time, years).some(question.enough),
    );
    return `VERIFY_AGE ${String(age)}`;
  }
  if (typeof move === "string") return move;
  const others = moves.filter((other) => other !== move);
  const withoutLimit = lifted(after(question.person, others), move.approves);
  const limitAlone = capsAfter(question, moves, time, withoutLimit).some(question.enough);
  return `${limitAlone ? "GUARDIAN_LIFTS_LIMIT" : "GUARDIAN_APPROVES"} ${move.approves}`;
}

function waitingStep(documents: PolicyDocuments, person: Person, day: Day): Step {
  const { latest } = person;
  const age = latest === null ? undefined : thresholdsOf(documents).find((years) => birthday(latest, years) === day);
  return age === undefined ? `WAIT_UNTIL ${day}` : `REACH_AGE ${age} on ${day}`;
}

/** All subsets, smaller ones first. */
function subsets(moves: readonly Move[]): readonly (readonly Move[])[] {
  const all = moves.reduce<readonly (readonly Move[])[]>(
    (sets, move) => [...sets, ...sets.map((set) => [...set, move])],
    [[]],
  );
  return [...all].sort((a, b) => a.length - b.length);
}
