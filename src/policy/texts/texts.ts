import type { Answer, UnlockStep } from "../answer.js";
import { startOfDay, UTC, type CalendarDate } from "../calendar.js";
import { NO_LIMIT, type Feature, type Item, type ItemKey, type Value } from "../item.js";
import { wordsOf } from "../value-text.js";
import { DAY, dailyWindowsOf, WEEKDAYS, type DailyWindow } from "../week-windows.js";
import { formatClockTime, rangesOfDays } from "../window-text.js";
import type { Message } from "./message.js";
import { itemPath, type Reader, type WordedReason } from "./slots.js";

/** The texts of one language, by path. */
export type LanguageTexts = ReadonlyMap<string, Message>;

/**
 * The words that people read. `locale` is a BCP 47 tag; a text that it has not falls back to its base language, then to
 * English, then to the key in plain words: there is always a text, and nothing here throws.
 */
export interface Texts {
  /** The languages that have a file, as BCP 47 tags in alphabetical order. */
  readonly languages: readonly string[];
  /** The name of an item: "Direct messages". */
  label(item: Item, locale: string): string;
  /** One or two sentences on what an item does. */
  help(item: Item, locale: string): string;
  /** A value in words: "Friends", "60 minutes a day", "21:00 to 08:00". */
  value(item: Item, value: Value, locale: string): string;
  /** Why an answer is what it is, in one or two sentences without dates. `code` is the answer's, or what a pending request makes of it. */
  reason(answer: Answer, code: WordedReason, reader: Reader, locale: string): string;
  /** One thing to do or wait for; `on` is its day, null where the reader may not see dates. */
  step(step: UnlockStep, on: CalendarDate | null, reader: Reader, locale: string): string;
  /** What holds while a feature is LIMITED. */
  limit(feature: Feature, reader: Reader, locale: string): string;
}

/** The texts of a catalogue's items in some languages. */
export function makeTexts(items: readonly Item[], languages: ReadonlyMap<string, LanguageTexts>): Texts {
  const itemOf = new Map<ItemKey, Item>(items.map((item) => [item.key, item]));
  const ofTag = new Map([...languages].map(([language, texts]) => [language.toLowerCase(), { language, texts }]));

  /** The first of the texts that some language has, the reader's language before the fallbacks, and that language. */
  const find = (paths: readonly string[], locale: string): Found | null => {
    for (const tag of fallbacks(locale.toLowerCase())) {
      const known = ofTag.get(tag);
      for (const path of paths) {
        const message = known?.texts.get(path);
        if (known && message) return { message, language: known.language };
      }
    }
    return null;
  };
  const say = (path: string, locale: string, values: Values = {}): string =>
    find([path], locale)?.message.fill(values) ??
    plainWords(path.split(".").findLast((step) => !/^(label|help|teen|guardian)$/.test(step)) ?? "");

  const label = (item: Item, locale: string): string => say(itemPath(item, "label"), locale);

  const value = (item: Item, of: Value, locale: string): string => {
    if (typeof of !== "number") {
      const windows = dailyWindowsOf(of).map((window) => windowInWords(window, locale));
      return windows.length === 0 ? say("windows.none", locale) : listed(windows, locale);
    }
    const word = wordsOf(item)?.[of];
    if (word !== undefined)
      return say(item.kind === "feature" ? `levels.${word}` : itemPath(item, `values.${word}`), locale);
    if (of === 0) return say("minutes.none", locale);
    return of === NO_LIMIT ? say("minutes.unlimited", locale) : say("minutes.some", locale, { minutes: of });
  };

  const windowInWords = ({ from, until, days }: DailyWindow, locale: string): string => {
    const isWholeDay = from === 0 && until === DAY;
    const times = { from: formatClockTime(from), until: formatClockTime(until) };
    if (days.length === WEEKDAYS.length)
      return isWholeDay ? say("windows.always", locale) : say("windows.daily", locale, times);
    const ranges = rangesOfDays(days).map(([first, last]) => {
      const [one, other] = [say(`days.${first}`, locale), say(`days.${last}`, locale)];
      return first === last ? one : say("windows.range", locale, { first: one, last: other });
    });
    const inWords = listed(ranges, locale);
    return isWholeDay
      ? say("windows.wholeDay", locale, { days: inWords })
      : say("windows.onDays", locale, { days: inWords, ...times });
  };

  const listed = (parts: readonly string[], locale: string): string =>
    new Intl.ListFormat(find(["windows.daily"], locale)?.language ?? ENGLISH, { type: "conjunction" }).format(parts);

  return {
    languages: [...languages.keys()].sort(),
    label,
    help: (item, locale) => say(itemPath(item, "help"), locale),
    value,
    reason(answer, code, reader, locale) {
      const { item, minimumAge } = answer;
      const suffix = reader.toLowerCase();
      const textFor = (of: WordedReason): Found | null =>
        find([itemPath(item, `reasons.${of}.${suffix}`), `reasons.${of}.${item.kind}.${suffix}`], locale);
      const wanted = textFor(code);
      // Where no age is enough, a sentence about an age would be wrong.
      const found = wanted?.message.names.has("age") === true && minimumAge === null ? textFor("NOT_OFFERED") : wanted;
      const values = { label: label(item, locale), value: value(item, answer.value, locale), age: minimumAge ?? "" };
      return found?.message.fill(values) ?? plainWords(code);
    },
    step(step, on, reader, locale) {
      const suffix = reader.toLowerCase();
      const paths = [...(on === null ? [] : [`steps.${step.kind}.dated.${suffix}`]), `steps.${step.kind}.${suffix}`];
      const found = find(paths, locale);
      if (!found) return plainWords(step.kind);
      const item = "item" in step ? itemOf.get(step.item) : undefined;
      return found.message.fill({
        age: "age" in step ? step.age : "",
        on: on === null ? "" : dayInWords(on, found.language),
        label: item ? label(item, locale) : "",
      });
    },
    limit: (feature, reader, locale) =>
      find([`limits.${feature.limited?.code ?? ""}.${reader.toLowerCase()}`], locale)?.message.fill({}) ??
      feature.limited?.text ??
      "",
  };
}

interface Found {
  readonly message: Message;
  readonly language: string;
}

type Values = Readonly<Record<string, string | number>>;

const ENGLISH = "en";

/** A tag, then each shorter one, then English: `zh-hant-tw`, `zh-hant`, `zh`, `en`. */
function fallbacks(locale: string): readonly string[] {
  const parts = locale.split("-").slice(0, 8);
  return [...parts.map((_, index) => parts.slice(0, parts.length - index).join("-")), ENGLISH];
}

/** `NO_ONE` is "No one", `directMessages` is "Direct messages". */
function plainWords(key: string): string {
  const words = key
    .replaceAll("_", " ")
    .replace(/([a-z])([A-Z])/g, "$1 $2")
    .toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function dayInWords(date: CalendarDate, language: string): string {
  return new Intl.DateTimeFormat(language, { dateStyle: "long", timeZone: UTC }).format(startOfDay(date, UTC));
}
