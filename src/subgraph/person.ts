import type { Answer, Decisions, Moment } from "../policy/answer.js";
import type { CalendarDate, Instant } from "../policy/calendar.js";
import type { Item } from "../policy/item.js";
import type { KnownApproval, KnownLimit, KnownPerson } from "./known-person.js";
import { itemOf, type ServedPolicy } from "./served-policy.js";
import type { Relation } from "./viewer.js";

/** Callers without the age right never see further ahead than this. */
export const BLIND_AFTER = 24 * 60 * 60 * 1_000;

/** How one caller sees one person. */
export interface Sight {
  readonly relation: Relation;
  /** The caller has the age right, and so may see dates. */
  readonly dates: boolean;
}

/** One person's answers as one caller may see them: the source of `SafetySettings`, `SafetyFeatureAccess` and `SafetyPreview`. */
export class Person {
  readonly known: KnownPerson;
  readonly decisions: Decisions;
  readonly served: ServedPolicy;
  readonly sight: Sight;
  /** The last part of every id below (see `ids.ts`). */
  readonly idScope: string;

  constructor(known: KnownPerson, decisions: Decisions, served: ServedPolicy, sight: Sight, idScope: string) {
    this.known = known;
    this.decisions = decisions;
    this.served = served;
    this.sight = sight;
    this.idScope = idScope;
  }

  /** The answer for an item by key. The parity check has made sure that the policy has it. */
  answer(key: string): ItemAnswer {
    const item = itemOf(this.served, key);
    if (!item) throw new Error(`the policy in force does not have the item \`${key}\``);
    return this.answerOf(item);
  }

  /** The answer for an item. */
  answerOf(item: Item): ItemAnswer {
    const answer = this.decisions.answers[item.index];
    if (!answer) throw new Error(`there is no answer for the item \`${item.key}\``);
    return new ItemAnswer(this, answer);
  }

  /** Every answer of a kind, in the order to draw them. */
  answersOf(kind: Item["kind"]): readonly ItemAnswer[] {
    const answers = this.decisions.answers.filter((answer) => answer.item.kind === kind);
    return answers.map((answer) => new ItemAnswer(this, answer));
  }

  /** The day of a moment; null for none, and for callers who may not see dates. */
  dateOf(moment: Moment | null): CalendarDate | null {
    return moment === null || !this.sight.dates ? null : this.decisions.dateOf(moment);
  }

  /** The earliest of these moments, or a day from now for callers who may not see further; null: none ever comes. */
  firstOf(moments: Iterable<Moment | null>, edge: Instant | null = null): Instant | null {
    let first = this.sight.dates ? Infinity : this.decisions.at + BLIND_AFTER;
    if (edge !== null) first = Math.min(first, edge);
    for (const moment of moments) {
      if (moment !== null) first = Math.min(first, this.decisions.instantOf(moment));
    }
    return first === Infinity ? null : (first as Instant);
  }

  /** When the first answer of a kind can change by itself. */
  validUntil(kind: Item["kind"]): Instant | null {
    const answers = this.decisions.answers.filter((answer) => answer.item.kind === kind);
    return this.firstOf(answers.map((answer) => answer.validUntil));
  }
}

/** One shared answer of the engine, as part of one person's. */
export class ItemAnswer {
  readonly person: Person;
  readonly answer: Answer;

  constructor(person: Person, answer: Answer) {
    this.person = person;
    this.answer = answer;
  }

  get item(): Item {
    return this.answer.item;
  }

  /** The guardians' limits on this item. */
  get limits(): readonly KnownLimit[] {
    return this.person.known.limits.filter((limit) => limit.item === this.item.key);
  }

  /** The pending request about this item, or else the approval in force. */
  get approval(): KnownApproval | null {
    const about = this.person.known.approvals.filter((approval) => approval.item === this.item.key);
    return (
      about.find((approval) => approval.state === "PENDING") ??
      about.find((approval) => approval.state === "APPROVED") ??
      null
    );
  }

  /** A guardian has been asked for something that would loosen this answer, and has not decided. */
  get isAwaited(): boolean {
    const asked = this.person.known.approvals.filter((approval) => approval.state === "PENDING");
    const opens = (key: string) =>
      this.answer.unlocks.some(({ steps }) =>
        steps.some((step) => step.kind === "GUARDIAN_APPROVES" && step.item === key),
      );
    return asked.some(({ item }) => item === this.item.key || opens(item));
  }
}
