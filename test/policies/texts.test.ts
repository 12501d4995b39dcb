import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { isEnumType } from "graphql";
import { parse } from "yaml";
import type { Answer, UnlockStep } from "../../src/policy/answer.js";
import { parseDate } from "../../src/policy/calendar.js";
import type { Item, Value } from "../../src/policy/item.js";
import type { RuleId } from "../../src/policy/rule.js";
import { parseMessage, type Message } from "../../src/policy/texts/message.js";
import { slotsOf, type PageSentence, type Reader, type WordedReason } from "../../src/policy/texts/slots.js";
import { parseValue } from "../../src/policy/value-text.js";
import { buildSchema } from "../../src/subgraph/schema.js";
import { POLICIES, shipped } from "./the-platform.js";

const { documents, texts } = shipped;
const { items } = documents.catalogue;
const slots = slotsOf(items);
const READERS: readonly Reader[] = ["TEEN", "GUARDIAN"];

/** Every code and sentence that there are places for. */
const CODES = stepsAfter("reasons") as readonly WordedReason[];
const SENTENCES = slots
  .filter(({ path }) => path[0] === "page")
  .map(({ path, names }) => [path.slice(1).join("."), names] as const);

function stepsAfter(section: string): readonly string[] {
  return [...new Set(slots.flatMap(({ path: [first, second = ""] }) => (first === section ? [second] : [])))];
}

/** Every text of a file, by its path. */
function textsIn(language: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const walk = (value: unknown, path: readonly string[]): void => {
    if (typeof value === "string") found.set(path.join("."), value);
    else for (const [key, inner] of Object.entries(value as object)) walk(inner, [...path, key]);
  };
  walk(parse(readFileSync(join(POLICIES, "texts", `${language}.yaml`), "utf8")), []);
  return found;
}

const files = readdirSync(join(POLICIES, "texts")).map((file) => file.replace(/\.yaml$/, ""));
const english = textsIn("en");

test("there are six languages at least, each with a file", () => {
  expect(texts.languages).toEqual(expect.arrayContaining(["de", "en", "es", "fr", "hi", "pt"]));
  expect(files.sort()).toEqual(texts.languages);
});

describe.each(texts.languages)("%s", (language) => {
  const written = textsIn(language);

  test("has every text that English has, and no other", () => {
    expect([...written.keys()].sort()).toEqual([...english.keys()].sort());
  });

  test("words every item, value, level of access and limit", () => {
    for (const item of items) {
      const said = [texts.label(item, language), texts.help(item, language)];
      for (const value of valuesOf(item)) said.push(texts.value(item, value, language));
      if (item.kind === "feature" && item.limited)
        for (const reader of READERS) said.push(texts.limit(item, reader, language));
      for (const text of said) expect(text).toMatch(SOUND);
    }
  });

  test("words every reason of every item for both readers, in sentences", () => {
    for (const item of items)
      for (const code of CODES.filter((code) => isSaidOf(code, item)))
        for (const rule of code.includes("AGE") ? RULES.slice(0, 2) : RULES)
          for (const reader of READERS) {
            const text = texts.reason(
              answerOf(item, { code: "LAW", rule, isSureByPlace: true }),
              code,
              reader,
              language,
            );
            expect(text).toMatch(SOUND);
            expect(text).toMatch(/[.।]$/);
            if (rule === "au-smma-16") expect(text).toContain("Social Media Minimum Age) Act 2024");
          }
  });

  test("words every step, with its day and without, and every sentence of a page", () => {
    for (const step of STEPS)
      for (const on of [null, parseDate("2028-03-04")])
        for (const reader of READERS) {
          const text = texts.step(step, on, reader, language);
          expect(text).toMatch(SOUND);
          expect(text.includes("2028")).toBe(on !== null && "on" in step);
          if ("age" in step) expect(text).toContain("16");
        }
    for (const [sentence, names] of SENTENCES) {
      const values = Object.fromEntries(names.map((name) => [name, "Maya"]));
      expect(texts.page(sentence as PageSentence, values, language)).toMatch(SOUND);
    }
  });

  test("is typeset as print is: no straight quotes, no doubled or stray spaces", () => {
    for (const text of written.values()) expect(text).not.toMatch(/["'`]| {2}|^\s|\s$| [.,;।]/);
  });
});

describe.each(texts.languages.filter((language) => language !== "en"))("%s", (language) => {
  /** Words that are the same in both languages, and are right in both. */
  const SAME: Readonly<Record<string, readonly string[]>> = {
    fr: ["settings.mentions.label", "settings.accountVisibility.values.PUBLIC"],
  };

  test("is translated to the last text", () => {
    const untranslated = [...textsIn(language)].filter(([path, text]) => {
      // Where nothing but what is filled in and marks are left, there is nothing to translate.
      const words = text.replace(/\{[^{}]*\}/g, "").replace(/\P{L}/gu, "");
      return words !== "" && text === english.get(path) && SAME[language]?.includes(path) !== true;
    });
    expect(untranslated).toEqual([]);
  });
});

const messages: readonly (readonly [string, Message, readonly string[]])[] = texts.languages.flatMap((language) => {
  const written = textsIn(language);
  return slots.flatMap(({ path, names }) => {
    const text = written.get(path.join("."));
    const message = text === undefined ? null : parseMessage(text, language);
    return message ? [[`${language} ${path.join(".")}`, message, names] as const] : [];
  });
});

test("what is filled in arrives as it is, whatever it is: braces, tags, number signs, any script", () => {
  const filled = fc.oneof(
    fc.string({ unit: "grapheme" }),
    fc.constantFrom("{age}", "{", "}", "#", "'{'", "<b>x</b>", "{a, plural, other {#}}", "\u202eabc", "undefined?"),
  );
  fc.assert(
    fc.property(fc.constantFrom(...messages), fc.nat(1_440), filled, (message, number, text) => {
      const [, { names }] = message;
      const values = Object.fromEntries([...names].map((name) => [name, isNumber(name) ? number : text]));
      const said = message[1].fill(values);
      // In a plural, thousands are set apart as the language does.
      const together = said.replace(/(?<=\d)\D(?=\d{3})/gu, "");
      for (const name of names) expect(isNumber(name) ? together : said).toContain(isNumber(name) ? `${number}` : text);
    }),
    { numRuns: 2_000 },
  );
});

test.each(messages.filter(([, { names }]) => names.size > 0))("%s says what it fills in", (_path, message) => {
  const values = Object.fromEntries(
    [...message.names].map((name, index) => [name, isNumber(name) ? 16 : `«${index}»`]),
  );
  const said = message.fill(values);
  for (const value of Object.values(values)) expect(said).toContain(String(value));
  expect(said).not.toMatch(/[{}]|undefined|null|NaN/);
  expect(() => message.fill({})).toThrow("was not provided");
});

test.each([
  ["SafetyReasonCode", (code: string) => `reasons.${code}.`],
  ["SafetyUnlockKind", (kind: string) => `steps.${kind}.`],
  ["SafetyFeatureLevel", (level: string) => `levels.${level}`],
  ["SafetyLayer", (layer: string) => `page.decidedBy.${layer}`],
  ["SafetyWeekday", (day: string) => `days.${day.slice(0, 3)}`],
])("every value of the contract's %s has its texts", (name, start) => {
  const type = buildSchema().getType(name);
  const values = isEnumType(type) ? type.getValues().map((value) => value.name) : [];
  expect(values.length).toBeGreaterThan(2);
  const paths = [...english.keys()];
  expect(values.filter((value) => !paths.some((path) => path.startsWith(start(value))))).toEqual([]);
});

/** Of a law and of the platform, both with an age; and none. */
const RULES = ["au-smma-16", "dm-16", null] as readonly (RuleId | null)[];

const SOUND = /^(?!.*(?:[{}]|undefined|null|NaN|\s\s))\S.*\S$/su;

const STEPS: readonly UnlockStep[] = [
  { kind: "REACH_AGE", age: 16, on: { kind: "birthday", reading: "youngest", age: 16 } },
  { kind: "WAIT_UNTIL", on: { kind: "assurance ends" } },
  { kind: "VERIFY_AGE", age: 16 },
  { kind: "LINK_GUARDIAN" },
  ...items.map(({ key }) => ({ kind: "GUARDIAN_APPROVES", item: key }) as const),
  ...items.map(({ key }) => ({ kind: "GUARDIAN_LIFTS_LIMIT", item: key }) as const),
  { kind: "STATE_REGION" },
];

const WINDOWS = [
  "NONE",
  "21:00-08:00",
  "MON-FRI 08:00-15:00",
  "SAT 00:00-24:00",
  "00:00-24:00",
  "22:00-07:00,MON+WED 08:00-15:00",
];

function valuesOf(item: Item): readonly Value[] {
  const typed =
    item.kind === "feature"
      ? ["DENIED", "LIMITED", "ALLOWED"]
      : item.control === "windows"
        ? WINDOWS
        : item.control === "minutes"
          ? ["0", "1", "2", "60", "1439", "NO_LIMIT"]
          : item.values;
  return typed.map((text) => {
    const read = parseValue(item, text);
    if (!read.ok) throw new Error(read.problem);
    return read.value;
  });
}

function answerOf(item: Item, reason: Answer["reason"]): Answer {
  const [value = 0] = valuesOf(item);
  return {
    item,
    value,
    preferred: null,
    default: null,
    cap: value,
    locked: false,
    decidedBy: "PLATFORM",
    reason,
    alsoBoundBy: [],
    minimumAge: 18,
    availableFrom: null,
    unlocks: [],
    validUntil: null,
    shares: [],
  };
}

function isSaidOf(code: string, item: Item): boolean {
  return slots.some(({ path }) => path.join(".") === `reasons.${code}.${item.kind}.teen`);
}

function isNumber(name: string): boolean {
  return name === "age" || name === "minutes";
}
