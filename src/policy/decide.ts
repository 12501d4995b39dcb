import type { Answer, Decisions, Unlock } from "./answer.js";
import { answerAt, answerNow, keyOfAnswer, unlocksOfValue } from "./answers.js";
import { BoundedMemory } from "./bounded-memory.js";
import { dateAt, type Instant } from "./calendar.js";
import type { Item, ItemKey, Value } from "./item.js";
import { top, valueKey, windowsIn } from "./lattice.js";
import { itemSituationKey, situationOfItem } from "./item-situation.js";
import { quietHoursAt } from "./quiet-hours.js";
import type { Grants, Situation } from "./situation.js";
import { situationOf } from "./situation.js";
import { situationKey } from "./situation-key.js";
import type { Approval, Choices, Subject } from "./subject.js";
import type { Table } from "./table.js";
import type { ItemTerms } from "./terms.js";
import { clocksOf, dateOfMoment, instantOf } from "./timeline.js";

interface Answered {
  readonly situation: Situation;
  /** By what the person and their guardians have said. */
  readonly vectors: BoundedMemory<string, readonly Answer[]>;
  /** By the item's index, as they are asked for. */
  readonly items: (AnsweredItem | undefined)[];
}

/** One item in a situation. Many situations have it in common: few of their differences matter to one item. */
interface AnsweredItem {
  readonly situation: Situation;
  /** By what the person and their guardians have said about it. */
  readonly answers: BoundedMemory<string, Answer>;
  /** By the value asked for as well. */
  readonly unlocks: BoundedMemory<string, readonly Unlock[]>;
}

// Bounds for what people can make different at will; the situations of a policy are some thousands.
const MAXIMUM_SITUATIONS = 50_000;
const MAXIMUM_ITEM_SITUATIONS = 100_000;
const MAXIMUM_ANSWERS = 200_000;
const MAXIMUM_A_SITUATION = 2_000;

/** Decides for one compiled table, remembering every answer by the situation that it holds in. */
export function makeDecider(table: Table): (subject: Subject, choices: Choices, at: Instant) => Decisions {
  const situations = new BoundedMemory<string, Answered>(MAXIMUM_SITUATIONS);
  const itemSituations = new BoundedMemory<string, AnsweredItem>(MAXIMUM_ITEM_SITUATIONS);
  const interned = new BoundedMemory<string, Answer>(MAXIMUM_ANSWERS);

  const intern = (answer: Answer): Answer => interned.recall(keyOfAnswer(answer), () => deepFreeze(answer));

  function itemOf({ situation, items }: Answered, terms: ItemTerms): AnsweredItem {
    return (items[terms.item.index] ??= remembered(situationOfItem(situation, terms), terms));
  }

  function remembered(situation: Situation, terms: ItemTerms): AnsweredItem {
    return itemSituations.recall(itemSituationKey(situation, terms), () => ({
      situation,
      answers: new BoundedMemory(MAXIMUM_A_SITUATION),
      unlocks: new BoundedMemory(MAXIMUM_A_SITUATION),
    }));
  }

  function answerOf(answered: Answered, terms: ItemTerms, subject: Subject, choices: Choices): Answer {
    const { situation, answers } = itemOf(answered, terms);
    return answers.recall(saidKeyOf(terms, subject, choices), () => {
      const said = { preferred: preferredOf(terms, choices), grants: grantsOf(terms, subject) };
      return intern(answerNow(situation, terms, said));
    });
  }

  function vectorOf(answered: Answered, subject: Subject, choices: Choices): readonly Answer[] {
    return answered.vectors.recall(saidKey(table, subject, choices), () =>
      Object.freeze(table.terms.map((terms) => answerOf(answered, terms, subject, choices))),
    );
  }

  return (person, choices, at) => {
    const subject = subjectAt(person, at);
    const answered = situations.recall(situationKey(table, subject, at), () => ({
      situation: situationOf(table, subject, at),
      vectors: new BoundedMemory(MAXIMUM_A_SITUATION),
      items: [],
    }));
    let all: readonly Answer[] | null = null;
    const one = (item: Item): Answer => answerOf(answered, table.termsOf(item.key), subject, choices);
    return {
      at,
      get answers() {
        return (all ??= vectorOf(answered, subject, choices));
      },
      answerOf: one,
      dateOf: (moment) => dateOfMoment(moment, subject),
      instantOf: (moment) => instantOf(moment, subject),
      unlocksOf: (item, value) => {
        const terms = table.termsOf(item.key);
        const { situation, unlocks } = itemOf(answered, terms);
        return unlocks.recall(`${saidKeyOf(terms, subject, choices)} ${valueKey(value)}`, () =>
          deepFreeze(unlocksOfValue(situation, terms, grantsOf(terms, subject), value)),
        );
      },
      quiet: (item) => quietHoursAt(windowsIn(one(item).value), subject.zone ?? table.catalogue.fallbackZone, at),
    };
  };
}

/**
 * Answers for one person item by item, for those who ask few items of many tables: nothing is remembered beyond the
 * person, and `validUntil` is not looked for and null.
 */
export function answersOneByOne(
  table: Table,
  person: Subject,
  choices: Choices,
  at: Instant,
): (terms: ItemTerms) => Answer {
  const subject = subjectAt(person, at);
  const situation = situationOf(table, subject, at);
  return (terms) =>
    answerAt(situationOfItem(situation, terms), 0, terms, {
      preferred: preferredOf(terms, choices),
      grants: grantsOf(terms, subject),
    });
}

/** The person as of an instant: what has ended is gone, and who has yet to join joins now (C2, V2). */
export function subjectAt(subject: Subject, at: Instant): Subject {
  const hasEnded = ({ until }: Approval): boolean => until !== null && until <= at;
  const today = dateAt(at, clocksOf(subject).first);
  const isAhead = subject.joined !== null && subject.joined > today;
  if (!isAhead && ![...subject.approvals.values()].some(hasEnded)) return subject;
  return {
    ...subject,
    joined: isAhead ? today : subject.joined,
    approvals: new Map([...subject.approvals].filter(([, approval]) => !hasEnded(approval))),
  };
}

/** What the person chose of an item; null: nothing, or it is a feature. */
export function preferredOf({ item }: ItemTerms, choices: Choices): Value | null {
  return item.kind === "feature" ? null : (choices.get(item.key) ?? null);
}

/** What the guardians have said about an item and the items it needs. */
export function grantsOf(terms: ItemTerms, subject: Subject): Grants {
  const approved = new Map<ItemKey, Value>();
  const limits = new Map<ItemKey, Value>();
  for (const { item } of terms.sources) {
    const approval = subject.approvals.get(item.key);
    const limit = subject.limits.get(item.key);
    if (approval) approved.set(item.key, approval.value ?? top(item));
    if (limit !== undefined) limits.set(item.key, limit);
  }
  return { approved, limits };
}

/** A text that is the same for two people exactly when they and their guardians have said the same about everything. */
export function saidKey(table: Table, subject: Subject, choices: Choices): string {
  if (choices.size + subject.approvals.size + subject.limits.size === 0) return "";
  let key = "";
  for (const terms of table.terms) {
    const { item } = terms;
    const preferred = preferredOf(terms, choices);
    const approval = subject.approvals.get(item.key);
    const limit = subject.limits.get(item.key);
    if (preferred === null && !approval && limit === undefined) continue;
    key += `${item.index}/${wordKey(preferred)}/${approval ? wordKey(approval.value ?? top(item)) : "-"}/${wordKey(limit ?? null)} `;
  }
  return key;
}

function wordKey(value: Value | null): string {
  return value === null ? "-" : valueKey(value);
}

/** The same about one item and what it needs. */
function saidKeyOf(terms: ItemTerms, subject: Subject, choices: Choices): string {
  const preferred = preferredOf(terms, choices);
  const parts = [terms.item.index, preferred === null ? "-" : valueKey(preferred)];
  for (const { item } of terms.sources) {
    const approval = subject.approvals.get(item.key);
    const limit = subject.limits.get(item.key);
    parts.push(approval ? valueKey(approval.value ?? top(item)) : "-", limit === undefined ? "-" : valueKey(limit));
  }
  return parts.join("/");
}

function deepFreeze<Kept extends object>(kept: Kept): Kept {
  for (const part of Object.values(kept)) if (typeof part === "object" && part !== null) deepFreeze(part as object);
  return Object.freeze(kept);
}
