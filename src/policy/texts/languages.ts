import { BoundedMemory } from "../bounded-memory.js";
import { UTC, startOfDay, type CalendarDate, type Instant, type TimeZone } from "../calendar.js";
import type { Message } from "./message.js";

/** The language that has every text, and that stands in for every other. */
export const ENGLISH = "en";

/** The texts of one language, by path. */
export type LanguageTexts = ReadonlyMap<string, Message>;

/** A message, and the language it is in. */
export interface Found {
  readonly message: Message;
  readonly language: string;
}

/** Texts in some languages, and where to look for one: the lookup of RFC 4647, then English. A locale can be any text. */
export interface Languages {
  /** As BCP 47 tags, in alphabetical order. */
  readonly tags: readonly string[];
  /** The language whose texts a reader of `locale` gets; null: there is none, and English stands in. */
  languageFor(locale: string): string | null;
  /** The first of the texts that some language has, the reader's language before its base, and that before English. */
  find(paths: readonly string[], locale: string): Found | null;
}

/** Sorts the texts by language. */
export function makeLanguages(texts: ReadonlyMap<string, LanguageTexts>): Languages {
  const byTag = new Map([...texts].map(([language, messages]) => [language.toLowerCase(), { language, messages }]));

  const languageFor = (locale: string): string | null => {
    for (let tag = firstTag(locale); tag !== ""; tag = shorter(tag)) {
      const known = byTag.get(tag);
      if (known) return known.language;
    }
    return null;
  };

  const findIn = (tag: string, paths: readonly string[]): Found | null => {
    const known = byTag.get(tag);
    for (const path of paths) {
      const message = known?.messages.get(path);
      if (known && message) return { message, language: known.language };
    }
    return null;
  };

  return {
    tags: [...texts.keys()].sort(),
    languageFor,
    find(paths, locale) {
      for (let tag = firstTag(locale); tag !== ""; tag = shorter(tag)) {
        const found = findIn(tag, paths);
        if (found) return found;
      }
      return findIn(ENGLISH, paths);
    },
  };
}

// To make one takes far longer than to use it, and a page of answers has many days.
const dayFormats = new BoundedMemory<string, Intl.DateTimeFormat>(100);

/** A day in words, as they are used where a reader of `locale` lives, if that is a variety of `language`: "4 March 2028". */
export function dayInWords(date: CalendarDate, language: string, locale: string): string {
  const tag = variety(language, locale);
  const format = dayFormats.recall(tag, () => new Intl.DateTimeFormat(tag, { dateStyle: "long", timeZone: UTC }));
  return format.format(startOfDay(date, UTC));
}

/** An instant in words on the clock of a zone, to the second; null: in UTC. */
export function instantInWords(at: Instant, zone: TimeZone | null, language: string, locale: string): string {
  const style = { dateStyle: "full", timeStyle: "long", timeZone: zone ?? UTC } as const;
  return new Intl.DateTimeFormat(variety(language, locale), style).format(at);
}

// Room for every tag in use; more is not read.
const LONGEST = 100;

/** The tag to begin with, in small letters; systems that are not the web write `pt_BR`. */
function firstTag(locale: string): string {
  return locale.length > LONGEST ? "" : locale.toLowerCase().replaceAll("_", "-");
}

/** A tag without its last part: `zh-hant-tw`, `zh-hant`, `zh`; empty after the first. */
function shorter(tag: string): string {
  return tag.slice(0, Math.max(0, tag.lastIndexOf("-")));
}

/** The locale without its extensions, such as another calendar, where it is a variety of the language; otherwise the language. */
function variety(language: string, locale: string): string {
  if (locale === language) return language;
  try {
    const asked = new Intl.Locale(locale.slice(0, LONGEST).replaceAll("_", "-"));
    return asked.language === language.split("-")[0] ? asked.baseName : language;
  } catch {
    return language;
  }
}
