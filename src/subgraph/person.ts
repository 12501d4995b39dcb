import type { Answer, Decisions, Moment } from "../policy/answer.js";
import type { CalendarDate, Instant } from "../policy/calendar.js";
import type { Item } from "../policy/item.js";
import type { ApprovalRequest, ApprovalState } from "../profiles/approval-request.js";
import type { Profile } from "../profiles/profile.js";
import { approvalOf, limitsOn, stateAt, type Limit } from "./guardian-acts.js";
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
  readonly userId: string;
  /** null: nothing is known about the person. */
  readonly profile: Profile | null;
  readonly decisions: Decisions;
  readonly served: ServedPolicy;
  readonly sight: Sight;
  /** The last part of every id below (see `ids.ts`). */
  readonly idScope: string;

  constructor(
    userId: string,
    profile: Profile | null,
    decisions: Decisions,
    served: ServedPolicy,
    sight: Sight,
    idScope: string,
  ) {
    this.userId = userId;
    this.profile = profile;
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

  /** Where a request of this person's stands. */
  stateOf(request: ApprovalRequest): ApprovalState {
    return this.profile ? stateAt(request, this.profile, this.decisions.at) : request.state;
  }

  /** The day of a moment; null for none, and for callers who may not see dates. */
  dateOf(moment: Moment | null): CalendarDate | null {
    return moment === null || !this.sight.dates ? null : this.decisions.dateOf(moment);
  }

  /** The earliest of these moments and instants, or a day from now for callers who may not see further; null: none ever comes. */
  firstOf(moments: Iterable<Moment | null>, instants: readonly (Instant | null)[] = []): Instant | null {
    let first = this.sight.dates ? Infinity : this.decisions.at + BLIND_AFTER;
    for (const instant of instants) first = Math.min(first, instant ?? Infinity);
    for (const moment of moments)
      first = Math.min(first, moment === null ? Infinity : this.decisions.instantOf(moment));
    return first === Infinity ? null : (first as Instant);
  }

  /** When the first answer of a kind can change by itself, window edges apart. */
  validUntil(kind: Item["kind"]): Instant | null {
    const answers = this.answersOf(kind);
    const moments = answers.map(({ answer }) => answer.validUntil);
    return this.firstOf(
      moments,
      answers.flatMap(({ requestEnds }) => requestEnds),
    );
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
  get limits(): readonly Limit[] {
    return this.person.profile ? limitsOn(this.item, this.person.profile) : [];
  }

  /** The pending request about this item, or else the approval in force. */
  get approval(): ApprovalRequest | null {
    const { profile, decisions } = this.person;
    return profile && approvalOf(this.item, profile, decisions.at);
  }

  /** A guardian has been asked for something that would loosen this answer, and has not decided. */
  get isAwaited(): boolean {
    return this.#requests.some((request) => this.person.stateOf(request) === "PENDING");
  }

  /** When the requests that this answer speaks of lapse or end. The rules know only of approvals that make a difference. */
  get requestEnds(): readonly Instant[] {
    return this.#requests.flatMap(({ endsAt }) =>
      endsAt !== null && endsAt > this.person.decisions.at ? [endsAt] : [],
    );
  }

  /** The requests about this item, or about one whose approval would loosen this answer. */
  get #requests(): readonly ApprovalRequest[] {
    const { profile } = this.person;
    if (!profile || profile.approvals.length === 0) return [];
    const steps = this.answer.unlocks.flatMap((unlock) => unlock.steps);
    const opens = (key: string) => steps.some((step) => step.kind === "GUARDIAN_APPROVES" && step.item === key);
    return profile.approvals.filter(({ item }) => item === this.item.key || opens(item));
  }
}
