import type { Answer, Decisions, Unlock } from "../policy/answer.js";
import type { Instant, TimeZone } from "../policy/calendar.js";
import { UTC } from "../policy/calendar.js";
import type { Policy } from "../policy/policy.js";
import type { Texts } from "../policy/texts/texts.js";
import { bindingName } from "./answer-json.js";

/** What a page is written from. */
export interface PageSource {
  readonly policy: Policy;
  readonly texts: Texts;
  readonly decisions: Decisions;
  /** null: unknown; instants are then written in UTC. */
  readonly zone: TimeZone | null;
}

const LOCALE = "en";

/** A paragraph about one answer, to be read aloud to the person's guardian: what holds, who decided and why, what would change it, until when. */
export function answerParagraph(answer: Answer, source: PageSource): string {
  const { texts, decisions } = source;
  const { item } = answer;
  const lines = [
    `${texts.label(item, LOCALE)}: ${texts.value(item, answer.value, LOCALE)}.`,
    texts.reason(answer, answer.reason.code, "GUARDIAN", LOCALE),
    decidedLine(answer, source),
    ...choiceLines(answer, texts),
    ...answer.unlocks.map((unlock, index) => unlockLine(answer, unlock, index, source)),
    ...quietLines(answer, source),
    answer.validUntil === null
      ? "This does not change by itself."
      : `This holds until ${instantInWords(decisions.instantOf(answer.validUntil), source.zone)}.`,
  ];
  const [title, ...rest] = lines;
  return [title, ...rest.map((line) => `  ${line}`)].join("\n");
}

/** An instant in words, on the clock of the person's zone. */
export function instantInWords(at: Instant, zone: TimeZone | null): string {
  return new Intl.DateTimeFormat(LOCALE, { dateStyle: "full", timeStyle: "long", timeZone: zone ?? UTC }).format(at);
}

const DECIDED_BY = {
  LAW: "a law",
  PLATFORM: "the platform's rules",
  GUARDIAN: "a guardian's limit",
  USER: "the person's own choice",
  DEFAULT: "the starting value",
} as const;

function decidedLine({ item, decidedBy, reason, alsoBoundBy }: Answer, { policy }: PageSource): string {
  if (item.kind === "feature" && decidedBy === "DEFAULT") return "Nothing stands in the way.";
  const citation = reason.rule === null ? null : policy.rules.get(reason.rule)?.citation;
  const rule = reason.rule === null ? "" : `, rule ${reason.rule}${citation ? ` (${citation.title})` : ""}`;
  const others = alsoBoundBy.length === 0 ? "" : ` Also binding: ${alsoBoundBy.map(bindingName).join(", ")}.`;
  return `Decided by ${DECIDED_BY[decidedBy]}${rule}.${others}`;
}

function choiceLines({ item, cap, preferred, value, locked }: Answer, texts: Texts): readonly string[] {
  if (item.kind === "feature") return [];
  const chosen = preferred === null ? [] : [`Chosen: ${texts.value(item, preferred, LOCALE)}.`];
  if (locked) return [...chosen, "Nobody can choose anything else now."];
  if (item.control === "windows") return [...chosen, `More can be added to: ${texts.value(item, cap, LOCALE)}.`];
  const loosest = texts.value(item, cap, LOCALE);
  return [
    ...chosen,
    loosest === texts.value(item, value, LOCALE)
      ? "Stricter values can be chosen."
      : `Can be chosen up to: ${loosest}.`,
  ];
}

function unlockLine({ item }: Answer, unlock: Unlock, index: number, { texts, decisions }: PageSource): string {
  const steps = unlock.steps.map((step) =>
    texts.step(step, "on" in step ? decisions.dateOf(step.on) : null, "GUARDIAN", LOCALE).replace(/\.$/, ""),
  );
  const intro = index === 0 ? "To open" : "Or, to open";
  return `${intro} “${texts.value(item, unlock.reaches, LOCALE)}”: ${steps.join("; and ")}.`;
}

function quietLines({ item }: Answer, { decisions, zone }: PageSource): readonly string[] {
  if (item.kind !== "setting" || item.control !== "windows") return [];
  const { quietNow, changesAt } = decisions.quiet(item);
  const until = changesAt === null ? "" : ` until ${instantInWords(changesAt, zone)}`;
  return [`It is ${quietNow ? "" : "not "}quiet${until}.`];
}
