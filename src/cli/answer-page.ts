import type { Answer, Decisions, Unlock } from "../policy/answer.js";
import type { TimeZone } from "../policy/calendar.js";
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
  /** The language of the page, as a BCP 47 tag. */
  readonly locale: string;
}

/** A paragraph about one answer, to be read aloud to the person's guardian: what holds, who decided and why, what would change it, until when. */
export function answerParagraph(answer: Answer, source: PageSource): string {
  const { texts, decisions, zone, locale } = source;
  const { item, validUntil } = answer;
  const lines = [
    texts.page("answer", { label: texts.label(item, locale), value: texts.value(item, answer.value, locale) }, locale),
    texts.reason(answer, answer.reason.code, "GUARDIAN", locale),
    decidedLine(answer, source),
    ...choiceLines(answer, source),
    ...answer.unlocks.map((unlock, index) => unlockLine(answer, unlock, index, source)),
    ...quietLines(answer, source),
    validUntil === null
      ? texts.page("changesNever", {}, locale)
      : texts.page("holdsUntil", { at: texts.instant(decisions.instantOf(validUntil), zone, locale) }, locale),
  ];
  const [title, ...rest] = lines;
  return [title, ...rest.map((line) => `  ${line}`)].join("\n");
}

function decidedLine({ item, decidedBy, reason, alsoBoundBy }: Answer, source: PageSource): string {
  const { policy, texts, locale } = source;
  if (item.kind === "feature" && decidedBy === "DEFAULT") return texts.page("nothingInTheWay", {}, locale);
  const sentences = [texts.page(`decidedBy.${decidedBy}`, {}, locale)];
  const rule = reason.rule === null ? undefined : policy.rules.get(reason.rule);
  // The words of the reason name a law that surely holds.
  const isNamed = rule?.layer === "LAW" && reason.isSureByPlace;
  const title = rule?.citation && !isNamed ? ` (${rule.citation.title})` : "";
  if (reason.rule !== null) sentences.push(texts.page("rule", { rule: `${reason.rule}${title}` }, locale));
  const rules = alsoBoundBy.map(bindingName).join(", ");
  if (rules !== "") sentences.push(texts.page("alsoBinding", { rules }, locale));
  return sentences.join(" ");
}

function choiceLines(answer: Answer, { texts, locale }: PageSource): readonly string[] {
  const { item, cap, preferred, value, locked } = answer;
  if (item.kind === "feature") return [];
  const inWords = (of: typeof value): { value: string } => ({ value: texts.value(item, of, locale) });
  const chosen = preferred === null ? [] : [texts.page("chosen", inWords(preferred), locale)];
  if (locked) return [...chosen, texts.page("locked", {}, locale)];
  if (item.control === "windows") return [...chosen, texts.page("moreHours", inWords(cap), locale)];
  const loosest = inWords(cap);
  return [
    ...chosen,
    loosest.value === inWords(value).value
      ? texts.page("stricterToo", {}, locale)
      : texts.page("upTo", loosest, locale),
  ];
}

function unlockLine({ item }: Answer, unlock: Unlock, index: number, source: PageSource): string {
  const { texts, decisions, locale } = source;
  const steps = unlock.steps
    .map((step) => texts.step(step, "on" in step ? decisions.dateOf(step.on) : null, "GUARDIAN", locale))
    .map((step) => step.replace(/\.$/, ""))
    .reduce((before, step) => texts.page("andStep", { steps: before, step }, locale));
  const value = texts.value(item, unlock.reaches, locale);
  return texts.page(index === 0 ? "toOpen" : "orToOpen", { value, steps }, locale);
}

function quietLines({ item }: Answer, { texts, decisions, zone, locale }: PageSource): readonly string[] {
  if (item.kind !== "setting" || item.control !== "windows") return [];
  const { quietNow, changesAt } = decisions.quiet(item);
  if (changesAt === null) return [texts.page(quietNow ? "quiet" : "notQuiet", {}, locale)];
  const at = texts.instant(changesAt, zone, locale);
  return [texts.page(quietNow ? "quietUntil" : "notQuietUntil", { at }, locale)];
}
