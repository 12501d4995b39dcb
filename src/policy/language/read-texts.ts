import { didYouMean } from "../did-you-mean.js";
import type { Item } from "../item.js";
import { parseMessage, type Message } from "../texts/message.js";
import { slotsOf, type Slot } from "../texts/slots.js";
import { makeTexts, type Texts } from "../texts/texts.js";
import { readShape, valueAt } from "./shape-problems.js";
import { textsShape } from "./texts-shape.js";
import type { YamlSource } from "./yaml-source.js";

const ENGLISH = "en";

/**
 * Reads the texts of a catalogue's items, one file a language, named by its BCP 47 tag. English has every text; another
 * language may have some, and the rest falls back to English. With no file at all there are plain words from the keys.
 */
export function readTexts(files: readonly YamlSource[], items: readonly Item[]): Texts {
  const slots = slotsOf(items);
  const languages = new Map<string, ReadonlyMap<string, Message>>();
  for (const file of files) {
    const language = file.file.replace(/^.*\//, "").replace(/\.yaml$/, "");
    if (!isLanguageTag(language))
      file.report([], `\`${language}\` is not a language: name the file by a BCP 47 tag, like \`pt-BR.yaml\``);
    else if (file.value !== undefined) languages.set(language, readLanguage(file, language, slots));
  }
  if (files.length > 0 && !languages.has(ENGLISH))
    files[0]?.report([], "`texts/en.yaml` is missing: every other language falls back to it");
  return makeTexts(items, languages);
}

function readLanguage(file: YamlSource, language: string, slots: readonly Slot[]): ReadonlyMap<string, Message> {
  readShape(textsShape(slots, language === ENGLISH), file.value, file.report);
  const messages = new Map<string, Message>();
  for (const { path, names } of slots) {
    const text = valueAt(file.value, path);
    if (typeof text !== "string") continue;
    const message = parseMessage(text, language);
    if (!message)
      file.report(path, `\`${text}\` is not a message: write names in braces, like \`{age}\`, and close each brace`);
    for (const name of message?.names ?? []) {
      if (!names.includes(name))
        file.report(path, `\`{${name}}\` cannot be filled in here${didYouMean(name, names) || allowed(names)}`);
    }
    if (message) messages.set(path.join("."), message);
  }
  return messages;
}

function allowed(names: readonly string[]): string {
  return names.length === 0
    ? ": this text has nothing to fill in"
    : `: only ${names.map((name) => `\`{${name}}\``).join(", ")}`;
}

function isLanguageTag(tag: string): boolean {
  try {
    // Every language in use has two or three letters; a longer word is a name, such as `english`.
    return /^[a-z]{2,3}(-|$)/.test(tag) && Intl.getCanonicalLocales(tag)[0] === tag;
  } catch {
    return false;
  }
}
