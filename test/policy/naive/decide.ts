import type { Layer, ReasonCode } from "../../../src/policy/answer.js";
import type { Item } from "../../../src/policy/item.js";
import type { PolicyDocuments } from "../../../src/policy/rule.js";
import type { Choices, Subject } from "../../../src/policy/subject.js";
import { amountOf, bottom, le, meet, stricter, top, without, type Amount } from "./amounts.js";
import { binding, capAmong, contributions, type Contribution } from "./caps.js";
import { criticalInstants, momentAt, type Change } from "./changes.js";
import { dayAt } from "./clock.js";
import { defaultKept, defaultNow, ruleOfDefault } from "./defaults.js";
import { factsAt, personOf, type Facts, type Person } from "./person.js";
import { quietAt } from "./quiet.js";
import { applying, type Application } from "./rules.js";
import { minimumAge, waysOut, type WayOut } from "./ways-out.js";
import type { WrongReading } from "./wrong-readings.js";

/** An answer of the naive evaluator: every field of the engine's, with dates instead of moments. */
export interface NaiveAnswer {
  readonly value: Amount;
  readonly preferred: Amount | null;
  readonly default: Amount | null;
  readonly cap: Amount;
  readonly locked: boolean;
  readonly decidedBy: Layer;
  readonly reason: { readonly code: ReasonCode; readonly rule: string | null; readonly isSureByPlace: boolean };
  /** Ids of rules, and `guardian:<item>` for limits. */
  readonly alsoBoundBy: readonly string[];
  readonly minimumAge: number | null;
  readonly availableFrom: string | null;
  readonly unlocks: readonly WayOut[];
  readonly shares: readonly (readonly [Layer, bigint])[];
}

/** A case for the evaluator. */
export interface Case {
  readonly documents: PolicyDocuments;
  readonly subject: Subject;
  readonly choices: Choices;
  readonly at: number;
}

/** The naive answers to a case, computed when asked for. */
export interface NaiveDecisions {
  answer(item: Item): NaiveAnswer;
  /** The first instant at which any field of the item's answer differs; null: never (T7). */
  validUntil(item: Item): number | null;
  unlocksOf(item: Item, value: Amount): readonly WayOut[];
  quiet(item: Item): { readonly quietNow: boolean; readonly changesAt: number | null };
}

/** Decides a case by the letter of the semantics, slowly. */
export function naiveDecide({ documents, subject, choices, at }: Case): NaiveDecisions {
  const known = personOf(documents, subject, null);
  // V2: at an instant before they joined, they join then.
  const today = dayAt(at, known.zone ?? "+14:00");
  const person = { ...known, joined: known.joined !== null && known.joined > today ? today : known.joined };
  const changes = criticalInstants(documents, person, at);
  const now = momentAt(documents, person, at);
  const later = changes.filter((change) => change.at > at);
  const answerAt = (item: Item, time: Change): NaiveAnswer => answerOf(documents, item, person, choices, time, changes);
  return {
    answer: (item) => answerAt(item, now),
    validUntil(item) {
      const today = fingerprint(answerAt(item, now));
      return later.find((time) => fingerprint(answerAt(item, time)) !== today)?.at ?? null;
    },
    unlocksOf(item, value) {
      const enough = (cap: Amount): boolean => le(value, cap);
      const question = { documents, item, person, now, later, enough };
      const facts = factsAt(person, now);
      const cap = capAmong(item, contributions(documents, item, facts, applying(documents, facts, null), null));
      return enough(cap) ? [] : waysOut(question);
    },
    quiet(item) {
      const { value } = answerAt(item, now);
      if (typeof value !== "bigint") throw new Error(`${item.key} has no windows`);
      return quietAt(value, person.zone ?? documents.catalogue.fallbackZone, at);
    },
  };
}

/** The cap and default alone, in one of the wrong readings or the right one: what most invariants speak of. */
export function naiveBounds(
  { documents, subject, at }: Omit<Case, "choices">,
  reading: WrongReading | null,
): readonly { readonly cap: Amount; readonly default: Amount | null }[] {
  const person = personOf(documents, subject, reading);
  const facts = factsAt(person, momentAt(documents, person, at));
  const rules = applying(documents, facts, reading);
  const changes = person.joined === null ? [] : criticalInstants(documents, person, at);
  return documents.catalogue.items.map((item) => {
    const cap = capAmong(item, contributions(documents, item, facts, rules, reading));
    const kept = defaultKept(documents, item, facts, changes, reading);
    return { cap, default: kept === null ? null : meet(kept, cap) };
  });
}

type Why = Pick<NaiveAnswer, "decidedBy" | "reason" | "alsoBoundBy">;

function answerOf(
  documents: PolicyDocuments,
  item: Item,
  person: Person,
  choices: Choices,
  now: Change,
  changes: readonly Change[],
): NaiveAnswer {
  const facts = factsAt(person, now);
  const all = contributions(documents, item, facts, applying(documents, facts, null), null);
  const cap = capAmong(item, all);
  const bound = inOrder(documents, facts, binding(item, all));

  const later = changes.filter(({ at }) => at > now.at);
  const question = { documents, item, person, now, later, enough: (reached: Amount) => stricter(cap, reached) };
  const unlocks = cap === top(item) ? [] : waysOut(question);
  const unknownAge = person.earliest === null && person.latest === null;

  const chosen = item.kind === "feature" ? undefined : choices.get(item.key);
  const preferred = chosen === undefined ? null : amountOf(chosen);
  const today = defaultNow(documents, item, facts, null);
  const kept = defaultKept(documents, item, facts, changes, null);
  const value = meet(preferred ?? kept ?? cap, cap);

  const ids = [...new Set(bound.map(idOf))];
  const whoAndWhy = (): Why => {
    const first = bound[0];
    const byCap = first && {
      decidedBy: layerOf(first),
      reason: {
        code: codeOf(documents, facts, first, bound, unlocks),
        rule: ruleOf(first),
        isSureByPlace: first.by?.surelyByPlace ?? false,
      },
      alsoBoundBy: ids.slice(1),
    };
    const byOther = (decidedBy: Layer, code: ReasonCode, setter: Application | null = null): Why => {
      const reason = { code, rule: setter?.rule.id ?? null, isSureByPlace: setter?.surelyByPlace ?? false };
      return { decidedBy, reason, alsoBoundBy: ids };
    };
    if (cap === bottom(item) && byCap) return byCap;
    if (preferred !== null && le(preferred, cap)) return byOther("USER", "USER_CHOICE");
    if (byCap && (preferred !== null || value === cap)) return byCap;
    if (today === null || kept === null) return byOther("DEFAULT", "ALLOWED");
    if (stricter(kept, today)) return byOther("DEFAULT", "KEPT");
    const setter = ruleOfDefault(documents, item, facts, today);
    return byOther("DEFAULT", setter?.rule.layer === "LAW" ? "LAW" : "PLATFORM_DEFAULT", setter);
  };

  return {
    value,
    preferred,
    default: kept === null ? null : meet(kept, cap),
    cap,
    locked: item.kind === "feature" || cap === bottom(item),
    ...whoAndWhy(),
    minimumAge: minimumAge(question, cap),
    availableFrom: unknownAge ? null : (unlocks.find(({ waitsUntil }) => waitsUntil !== null)?.waitsUntil ?? null),
    unlocks,
    shares: typeof value === "bigint" ? sharesOf(value, bound, preferred === null ? "DEFAULT" : "USER") : [],
  };
}

/** W2: hardest to remove, then the higher age, then the layer, then the id. */
function inOrder(documents: PolicyDocuments, facts: Facts, bound: readonly Contribution[]): readonly Contribution[] {
  const layers = ["LAW", "PLATFORM", "GUARDIAN"];
  const keys = (contribution: Contribution): readonly (number | string)[] => [
    hardness(documents, facts, contribution),
    -(contribution.by?.rule.age?.age ?? 1_000),
    layers.indexOf(layerOf(contribution)),
    idOf(contribution),
  ];
  return [...bound].sort((a, b) => {
    const [x, y] = [keys(a), keys(b)];
    const difference = x.findIndex((key, i) => key !== y[i]);
    return difference < 0 ? 0 : (x[difference] ?? 0) < (y[difference] ?? 0) ? -1 : 1;
  });
}

/** W2 (a): 0 sure floor, 1 sure link condition, 2 sure and approvable, 3 age uncertain, 4 place uncertain, 5 guardian's limit. */
function hardness(documents: PolicyDocuments, facts: Facts, { by, value, approved }: Contribution): number {
  if (by === null) return 5;
  if (!by.surelyByPlace) return 4;
  if (!by.surelyByAge) return 3;
  if (by.rule.unlinkedOnly) return 1;
  return stricter(value, approved) && facts.min < documents.catalogue.guardianPowersUnder ? 2 : 0;
}

/** W4. */
function codeOf(
  documents: PolicyDocuments,
  facts: Facts,
  reason: Contribution,
  bound: readonly Contribution[],
  unlocks: readonly WayOut[],
): ReasonCode {
  const { by } = reason;
  if (by === null) return "GUARDIAN_LIMIT";
  const offered = (...kinds: readonly string[]): boolean =>
    unlocks.some(({ steps }) => steps.some((step) => kinds.some((kind) => step.startsWith(kind))));
  const { rule } = by;
  const ofThisRule = bound.filter((other) => other.by?.rule.id === rule.id);
  const approvable =
    ofThisRule.every((other) => stricter(other.value, other.approved)) &&
    facts.min < documents.catalogue.guardianPowersUnder;
  const ageUncertain = rule.age !== null && !by.surelyByAge;
  const unknownAge = facts.person.earliest === null && facts.person.latest === null;

  if (!by.surelyByPlace && offered("STATE_REGION")) return "REGION_UNKNOWN";
  if (ageUncertain && unknownAge && offered("VERIFY_AGE")) return "AGE_UNKNOWN";
  if (ageUncertain && offered("VERIFY_AGE")) return "AGE_VERIFICATION_NEEDED";
  if (approvable && offered("GUARDIAN_APPROVES", "GUARDIAN_LIFTS_LIMIT")) return "GUARDIAN_APPROVAL_NEEDED";
  if (rule.unlinkedOnly && offered("LINK_GUARDIAN")) return "GUARDIAN_LINK_NEEDED";
  if (rule.age !== null) return "BELOW_MINIMUM_AGE";
  return rule.layer === "LAW" ? "LAW" : "NOT_OFFERED";
}

/** W5: the minutes of windows by whose they are, without the minutes of those before. */
function sharesOf(value: bigint, bound: readonly Contribution[], rest: Layer): NaiveAnswer["shares"] {
  const shares = new Map<Layer, bigint>();
  let left = value;
  const give = (layer: Layer, minutes: bigint): void => {
    if (minutes !== 0n) shares.set(layer, (shares.get(layer) ?? 0n) | minutes);
    left = without(left, minutes);
  };
  bound.forEach((contribution) => give(layerOf(contribution), left & asSet(contribution.value)));
  give(rest, left);
  return [...shares];
}

function asSet(amount: Amount): bigint {
  if (typeof amount !== "bigint") throw new Error("not a set of minutes");
  return amount;
}

function layerOf({ by }: Contribution): "LAW" | "PLATFORM" | "GUARDIAN" {
  return by === null ? "GUARDIAN" : by.rule.layer;
}

function ruleOf({ by }: Contribution): string | null {
  return by === null ? null : by.rule.id;
}

function idOf({ by, source }: Contribution): string {
  return by === null ? `guardian:${source}` : by.rule.id;
}

/** A text that is equal for equal answers. */
function fingerprint(answer: NaiveAnswer): string {
  return JSON.stringify(answer, (_, value: unknown) => (typeof value === "bigint" ? value.toString(36) : value));
}
