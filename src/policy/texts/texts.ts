import type { Answer, UnlockStep } from "../answer.js";
import type { CalendarDate, Instant, TimeZone } from "../calendar.js";
import type { Feature, Item, ItemKey, Value } from "../item.js";
import type { Rule, RuleId } from "../rule.js";
import { dayInWords, ENGLISH, instantInWords, makeLanguages, type LanguageTexts } from "./languages.js";
import { itemPath, type PageSentence, type Reader, type WordedReason } from "./slots.js";
import { valueInWords, type Say } from "./value-words.js";

/**
 * The words that people read. `locale` is a BCP 47 tag; a text that it has not falls back to its base language, then to
 * English, then to the key in plain words: there is always a text, and no locale makes anything here throw.
 */
export interface Texts {
  /** The languages that have a file, as BCP 47 tags in alphabetical order. */
  readonly languages: readonly string[];
  /** The language in which a reader of `locale` is answered; null: in English, for want of theirs. */
  languageFor(locale: string): string | null;
  /** The name of an item: "Direct messages". */
  label(item: Item, locale: string): string;
  /** One or two sentences on what an item does. */
  help(item: Item, locale: string): string;
  /** A value in words: "Friends", "60 minutes a day", "21:00 to 08:00". */
  value(item: Item, value: Value, locale: string): string;
  /**
   * Why an answer is what it is, in a few plain sentences without dates; a law that surely holds there is named. The age is that of the
   * rule that decided, not the answer's `minimumAge` (W6). `code` is the answer's, or what a pending request makes of it.
   */
  reason(answer: Answer, code: WordedReason, reader: Reader, locale: string): string;
  /** One thing to do or wait for; `on` is its day, null where the reader may not see dates. */
  step(step: UnlockStep, on: CalendarDate | null, reader: Reader, locale: string): string;
  /** What holds while a feature is LIMITED. */
  limit(feature: Feature, reader: Reader, locale: string): string;
  /** A sentence of a page that is read aloud; `values` are those that `PAGE` in `slots.ts` names. */
  page(sentence: PageSentence, values: Values, locale: string): string;
  /** An instant in words, on the clock of a zone; null: in UTC. */
  instant(at: Instant, zone: TimeZone | null, locale: string): string;
}

/** What a text fills in, by name. */
type Values = Readonly<Record<string, string | number>>;

/** What texts speak of. */
interface Spoken {
  readonly items: readonly Item[];
  readonly rules: readonly Rule[];
}

/** The texts about items and rules in some languages. */
export function makeTexts({ items, rules }: Spoken, texts: ReadonlyMap<string, LanguageTexts>): Texts {
  const itemOf = new Map<ItemKey, Item>(items.map((item) => [item.key, item]));
  const ruleOf = new Map<RuleId, Rule>(rules.map((rule) => [rule.id, rule]));
  const languages = makeLanguages(texts);
  const find = (paths: readonly string[], locale: string) => languages.find(paths, locale);
  const languageOf = (locale: string): string => languages.languageFor(locale) ?? ENGLISH;

  const say = (path: string, locale: string, values: Values = {}): string =>
    find([path], locale)?.message.fill(values) ?? lastWords(path);
  const sayIn =
    (locale: string): Say =>
    (path, values) =>
      say(path, locale, values);
  const label = (item: Item, locale: string): string => say(itemPath(item, "label"), locale);
  const value = (item: Item, of: Value, locale: string): string =>
    valueInWords(item, of, sayIn(locale), languageOf(locale));

  return {
    languages: languages.tags,
    languageFor: (locale) => languages.languageFor(locale),
    label,
    help: (item, locale) => say(itemPath(item, "help"), locale),
    value,
    reason({ item, value: inForce, reason }, code, reader, locale) {
      const suffix = reader.toLowerCase();
      const rule = reason.rule === null ? undefined : ruleOf.get(reason.rule);
      // A law of a place where the reader may not live is not theirs: what is said of it is that the place is not known.
      const said = code === "LAW" && !reason.isSureByPlace ? "REGION_UNKNOWN" : code;
      const paths = [itemPath(item, `reasons.${said}.${suffix}`), `reasons.${said}.${item.kind}.${suffix}`];
      const values = { label: label(item, locale), value: value(item, inForce, locale), age: rule?.age?.age ?? "" };
      const text = find(paths, locale)?.message.fill(values) ?? plainWords(code);
      const law = rule?.layer === "LAW" && reason.isSureByPlace ? rule.citation : null;
      return (law && find([`law.${suffix}`], locale)?.message.fill({ reason: text, law: law.title })) ?? text;
    },
    step(step, on, reader, locale) {
      const suffix = reader.toLowerCase();
      const paths = [...(on === null ? [] : [`steps.${step.kind}.dated.${suffix}`]), `steps.${step.kind}.${suffix}`];
      const found = find(paths, locale);
      if (!found) return plainWords(step.kind);
      const item = "item" in step ? itemOf.get(step.item) : undefined;
      return found.message.fill({
        age: "age" in step ? step.age : "",
        on: on === null ? "" : dayInWords(on, found.language, locale),
        label: item ? label(item, locale) : "",
      });
    },
    limit: (feature, reader, locale) =>
      find([`limits.${feature.limited?.code ?? ""}.${reader.toLowerCase()}`], locale)?.message.fill({}) ??
      feature.limited?.text ??
      "",
    page: (sentence, values, locale) =>
      find([`page.${sentence}`], locale)?.message.fill(values) ??
      [lastWords(sentence), ...Object.values(values)].join(": "),
    instant: (at, zone, locale) => instantInWords(at, zone, languageOf(locale), locale),
  };
}

/** What a path without a text is about, in plain words. */
function lastWords(path: string): string {
  return plainWords(path.split(".").findLast((step) => !/^(label|help|teen|guardian)$/.test(step)) ?? "");
}

/** `NO_ONE` is "No one", `directMessages` is "Direct messages". */
function plainWords(key: string): string {
  const words = key
    .replaceAll("_", " ")
    .replace(/([a-z])([A-Z])/g, "$1 $2")
    .toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
