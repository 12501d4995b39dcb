import type { Answer, Binding, Decisions, Moment, Unlock, UnlockStep } from "../../../src/policy/answer.js";
import { formatDate } from "../../../src/policy/calendar.js";
import type { Item } from "../../../src/policy/item.js";
import { amountOf, readable } from "./amounts.js";
import type { NaiveAnswer, NaiveDecisions } from "./decide.js";
import type { WayOut } from "./ways-out.js";

/** One field of one item's answer on which the engine and the naive evaluator differ. */
export interface Difference {
  readonly item: string;
  readonly field: string;
  readonly engine: string;
  readonly naive: string;
}

/** Everything on which two decisions of the same case differ, for some items. */
export function differences(engine: Decisions, naive: NaiveDecisions, items: readonly Item[]): readonly Difference[] {
  return items.flatMap((item) => {
    const answer = engine.answers[item.index];
    if (!answer) return [{ item: item.key, field: "answer", engine: "none", naive: "one" }];
    const [mine, theirs] = [fieldsOfNaive(naive, item), fieldsOfEngine(engine, answer)];
    const reached = reachable(engine, answer, naive.answer(item).unlocks);
    const unequal = [...mine.keys()]
      .map((field) => ({ item: item.key, field, engine: theirs.get(field) ?? "", naive: mine.get(field) ?? "" }))
      .filter((difference) => difference.engine !== difference.naive);
    return [...unequal, ...reached];
  });
}

/** The steps of an unlock of the engine, in the words of the naive evaluator. */
export function stepsOf(decisions: Decisions, unlock: Unlock): readonly string[] {
  return unlock.steps.map((step) => stepText(decisions, step)).sort();
}

function fieldsOfNaive(naive: NaiveDecisions, item: Item): ReadonlyMap<string, string> {
  const answer: NaiveAnswer = naive.answer(item);
  return fields({
    ...answer,
    shares: answer.shares.map(([layer, windows]) => `${layer} ${readable(windows)}`),
    reason: reasonText(answer.reason),
    unlocks: answer.unlocks.map(({ steps }) => [...steps].sort().join(" + ")).sort(),
    validUntil: naive.validUntil(item),
  });
}

/** Every field of an answer of the engine as a text, its moments dated. */
export function fieldsOfEngine(decisions: Decisions, answer: Answer): ReadonlyMap<string, string> {
  const day = (moment: Moment | null): string | null => (moment === null ? null : formatDate(decisions.dateOf(moment)));
  return fields({
    value: amountOf(answer.value),
    preferred: answer.preferred === null ? null : amountOf(answer.preferred),
    default: answer.default === null ? null : amountOf(answer.default),
    cap: amountOf(answer.cap),
    locked: answer.locked,
    decidedBy: answer.decidedBy,
    reason: reasonText(answer.reason),
    alsoBoundBy: answer.alsoBoundBy.map(bindingText),
    minimumAge: answer.minimumAge,
    availableFrom: day(answer.availableFrom),
    unlocks: answer.unlocks.map((unlock) => stepsOf(decisions, unlock).join(" + ")).sort(),
    shares: answer.shares.map(({ layer, windows }) => `${layer} ${readable(amountOf(windows))}`),
    validUntil: answer.validUntil === null ? null : decisions.instantOf(answer.validUntil),
  });
}

/** An unlock may promise any of the loosest caps that its steps reach. */
function reachable(decisions: Decisions, answer: Answer, ways: readonly WayOut[]): readonly Difference[] {
  return answer.unlocks.flatMap((unlock) => {
    const steps = stepsOf(decisions, unlock).join(" + ");
    const reaches = amountOf(unlock.reaches);
    const way = ways.find((candidate) => [...candidate.steps].sort().join(" + ") === steps);
    if (!way || way.reaches.includes(reaches)) return [];
    const naive = way.reaches.map((amount) => readable(amount)).join(" or ");
    return [{ item: answer.item.key, field: `reaches of ${steps}`, engine: readable(reaches), naive }];
  });
}

function fields(record: Readonly<Record<keyof NaiveAnswer | "validUntil", unknown>>): ReadonlyMap<string, string> {
  const text = (value: unknown): string =>
    typeof value === "bigint" ? readable(value) : Array.isArray(value) ? `[${value.join("; ")}]` : String(value);
  return new Map(Object.entries(record).map(([field, value]) => [field, text(value)]));
}

function bindingText(binding: Binding): string {
  return binding.layer === "GUARDIAN" ? `guardian:${binding.limitOn}` : binding.rule;
}

/** W6: a law of a place that is not sure is not named to the person. */
function reasonText({ code, rule, isSureByPlace }: NaiveAnswer["reason"]): string {
  return `${code} ${rule ?? ""} ${isSureByPlace ? "here" : ""}`;
}

function stepText(decisions: Decisions, step: UnlockStep): string {
  switch (step.kind) {
    case "REACH_AGE":
      return `REACH_AGE ${step.age} on ${formatDate(decisions.dateOf(step.on))}`;
    case "WAIT_UNTIL":
      return `WAIT_UNTIL ${formatDate(decisions.dateOf(step.on))}`;
    case "VERIFY_AGE":
      return `VERIFY_AGE ${step.age}`;
    case "GUARDIAN_APPROVES":
    case "GUARDIAN_LIFTS_LIMIT":
      return `${step.kind} ${step.item}`;
    case "LINK_GUARDIAN":
    case "STATE_REGION":
      return step.kind;
  }
}
