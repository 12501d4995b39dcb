import type { Policy } from "../../../src/policy/policy.js";
import { compilePolicy } from "../../../src/policy/compile.js";
import { formatDate, formatInstant } from "../../../src/policy/calendar.js";
import type { Decisions } from "../../../src/policy/answer.js";
import type { PolicyDocuments } from "../../../src/policy/rule.js";
import { itemOf, valueOf, wordOf, type Word } from "../fixtures/documents.js";
import { differences, stepsOf } from "../naive/compare.js";
import { naiveDecide } from "../naive/decide.js";
import { at, choicesOf, subjectOf, type Described } from "../people.js";

/** An answer in the words of the language, as the tables write it. Windows are written as their minutes of the week. */
export interface Told {
  readonly value: Word;
  readonly default: Word | null;
  readonly cap: Word;
  readonly decidedBy: string;
  readonly code: string;
  readonly rule: string | null;
  readonly alsoBoundBy: readonly string[];
  readonly minimumAge: number | null;
  readonly availableFrom: string | null;
  /** Each unlock as its steps in the order of the alphabet, joined by ` + `; the unlocks in that order too. */
  readonly unlocks: readonly string[];
  readonly validUntil: string | null;
  readonly shares: readonly (readonly [string, Word])[];
}

/** Asks one set of documents: the engine and the naive evaluator, which have to agree. */
export class Asker {
  readonly documents: PolicyDocuments;
  readonly #policy: Policy;

  constructor(documents: PolicyDocuments) {
    this.documents = documents;
    this.#policy = compilePolicy(documents);
  }

  /** What a person is told about an item at an instant. */
  ask(who: Described, instant: string, key: string): Told {
    const item = itemOf(this.documents, key);
    const decisions = this.decide(who, instant);
    const naive = naiveDecide({
      documents: this.documents,
      subject: subjectOf(this.documents, who),
      choices: choicesOf(this.documents, who),
      at: at(instant),
    });
    const unequal = differences(decisions, naive, [item]);
    if (unequal.length > 0)
      throw new Error(`the engine and the naive evaluator differ: ${JSON.stringify(unequal, null, 2)}`);
    const answer = decisions.answers[item.index];
    if (!answer) throw new Error(`no answer for \`${key}\``);
    return {
      value: wordOf(item, answer.value),
      default: answer.default === null ? null : wordOf(item, answer.default),
      cap: wordOf(item, answer.cap),
      decidedBy: answer.decidedBy,
      code: answer.reason.code,
      rule: answer.reason.rule,
      alsoBoundBy: answer.alsoBoundBy.map((binding) => binding.rule ?? `guardian:${binding.limitOn}`),
      minimumAge: answer.minimumAge,
      availableFrom: answer.availableFrom === null ? null : formatDate(decisions.dateOf(answer.availableFrom)),
      unlocks: answer.unlocks.map((unlock) => stepsOf(decisions, unlock).join(" + ")).sort(),
      validUntil: answer.validUntil === null ? null : formatInstant(decisions.instantOf(answer.validUntil)),
      shares: answer.shares.map(({ layer, windows }) => [layer, wordOf(item, windows)]),
    };
  }

  /** Whether a person's windows are open at an instant, and when that changes. */
  quiet(
    who: Described,
    instant: string,
    key: string,
  ): { readonly quietNow: boolean; readonly changesAt: string | null } {
    const { quietNow, changesAt } = this.decide(who, instant).quiet(itemOf(this.documents, key));
    return { quietNow, changesAt: changesAt === null ? null : formatInstant(changesAt) };
  }

  /** All decisions about a person. */
  decide(who: Described, instant: string): Decisions {
    return this.#policy.decide(subjectOf(this.documents, who), choicesOf(this.documents, who), at(instant));
  }

  /** Windows as the tables compare them. */
  windows(key: string, ...written: readonly string[]): Word {
    const item = itemOf(this.documents, key);
    return wordOf(item, valueOf(item, written));
  }
}
