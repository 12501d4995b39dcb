import type { z } from "zod";
import { didYouMean } from "../did-you-mean.js";
import type { Item } from "../item.js";
import type { Rule } from "../rule.js";
import { ENGLISH, type LanguageTexts } from "../texts/languages.js";
import { parseMessage, type Message } from "../texts/message.js";
import { slotsOf, type Slot } from "../texts/slots.js";
import { makeTexts, type Texts } from "../texts/texts.js";
import { readShape, valueAt, within } from "./shape-problems.js";
import { textsShape } from "./texts-shape.js";
import type { Report, YamlSource } from "./yaml-source.js";

/**
 * Reads the texts about items and rules, one file a language, named by its BCP 47 tag. Every language has every text, and
 * fills in what English does; only a variety of a language that has a file, such as `pt-BR` beside `pt`, may have some and
 * leave the rest to it. With no file at all there are plain words from the keys.
 */
export function readTexts(files: readonly YamlSource[], items: readonly Item[], rules: readonly Rule[]): Texts {
  const slots = slotsOf(items);
  const named = new Map<string, YamlSource>();
  for (const file of files) {
    const language = file.file.replace(/^.*\//, "").replace(/\.yaml$/, "");
    if (isLanguageTag(language)) named.set(language, file);
    else file.report([], `\`${language}\` is not a language: name the file by a BCP 47 tag, like \`pt-BR.yaml\``);
  }
  if (files.length > 0 && !named.has(ENGLISH))
    files[0]?.report([], "`texts/en.yaml` is missing: every other language falls back to it");

  const englishFile = named.get(ENGLISH);
  const english = englishFile ? readLanguage(englishFile, ENGLISH, slots, NO_TEXTS, textsShape(slots, true)) : NO_TEXTS;
  // What English says of one item in words of its own, every language does.
  const asEnglish = slots.map((slot) => ({ ...slot, isRequired: slot.isRequired || english.has(slot.path.join(".")) }));
  const [whole, partial] = [textsShape(asEnglish, true), textsShape(asEnglish, false)];
  const languages = new Map<string, LanguageTexts>();
  for (const [language, file] of named) {
    if (file.value === undefined) continue;
    const isVariety = basesOf(language).some((base) => named.has(base));
    languages.set(
      language,
      language === ENGLISH ? english : readLanguage(file, language, asEnglish, english, isVariety ? partial : whole),
    );
  }
  return makeTexts({ items, rules }, languages);
}

const NO_TEXTS: LanguageTexts = new Map();

function readLanguage(
  file: YamlSource,
  language: string,
  slots: readonly Slot[],
  english: LanguageTexts,
  shape: z.ZodType,
): LanguageTexts {
  const messages = new Map<string, Message>();
  if (file.value === undefined) return messages;
  readShape(shape, file.value, file.report);
  for (const slot of slots) {
    const text = valueAt(file.value, slot.path);
    if (typeof text !== "string") continue;
    const path = slot.path.join(".");
    const message = readMessage(text, language, within(file.report, ...slot.path));
    if (!message) continue;
    checkNames(message, slot, english.get(path), within(file.report, ...slot.path));
    messages.set(path, message);
  }
  return messages;
}

function readMessage(text: string, language: string, report: Report): Message | null {
  const message = parseMessage(text, language);
  if (!message) report([], `\`${text}\` is not a message: write names in braces, like \`{age}\`, and close each brace`);
  for (const form of message?.strayForms ?? [])
    report([], `\`${form}\` is not a plural form of \`${language}\`: leave it out`);
  return message;
}

function checkNames(message: Message, { names, needs }: Slot, english: Message | undefined, report: Report): void {
  const stray = [...message.names].filter((name) => !names.includes(name));
  for (const name of stray)
    report([], `\`{${name}}\` cannot be filled in here${didYouMean(name, names) || allowed(names)}`);
  // What is missing may be what is misspelt.
  for (const name of stray.length > 0 ? [] : names) {
    if (message.names.has(name)) continue;
    if (needs.includes(name)) report([], `\`{${name}}\` is missing: the text says too little without it`);
    else if (english?.names.has(name) === true) report([], `\`{${name}}\` is missing: the English text fills it in`);
  }
}

function allowed(names: readonly string[]): string {
  return names.length === 0
    ? ": this text has nothing to fill in"
    : `: only ${names.map((name) => `\`{${name}}\``).join(", ")}`;
}

/** The languages that a tag is a variety of: of `zh-Hant-TW` `zh-Hant` and `zh`. */
function basesOf(tag: string): readonly string[] {
  const parts = tag.split("-");
  return parts.slice(1).map((_, index) => parts.slice(0, index + 1).join("-"));
}

function isLanguageTag(tag: string): boolean {
  try {
    // Every language in use has two or three letters; a longer word is a name, such as `english`.
    return /^[a-z]{2,3}(-|$)/.test(tag) && Intl.getCanonicalLocales(tag)[0] === tag;
  } catch {
    return false;
  }
}
