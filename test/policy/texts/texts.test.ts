import type { Answer, ReasonCode, UnlockStep } from "../../../src/policy/answer.js";
import { parseDate } from "../../../src/policy/calendar.js";
import type { RuleId } from "../../../src/policy/rule.js";
import { instant } from "../../profiles/profile-of.js";
import type { Feature, Item } from "../../../src/policy/item.js";
import type { Texts } from "../../../src/policy/texts/texts.js";
import { parseValue } from "../../../src/policy/value-text.js";
import { ENGLISH, textProblemsIn, textsOf } from "./small-texts.js";

/** Whole, as every language has to be; what no test is about is as English has it. */
const PORTUGUESE = [
  ["label: Comments,", "label: Comentários,"],
  ["FRIENDS: Friends", "FRIENDS: Amizades"],
  ["{# minute} other {# minutes}} a day", "{# minuto} other {# minutos}} por dia"],
  ['daily: "{from} to {until}"', 'daily: "{from} às {until}"'],
  ["Turn {age} on {on}", "Fazer {age} anos em {on}"],
].reduce((text, [from = "", to = ""]) => text.replace(from, () => to), ENGLISH);

/** A variety of it, which says little in words of its own. */
const OF_PORTUGAL = "settings: { comments: { values: { EVERYONE: Toda a gente } } }\n";

const FILES = { "texts/en.yaml": ENGLISH, "texts/pt.yaml": PORTUGUESE, "texts/pt-PT.yaml": OF_PORTUGAL };
const { texts, items } = textsOf(FILES);
const turn16: UnlockStep = { kind: "REACH_AGE", age: 16, on: { kind: "birthday", reading: "youngest", age: 16 } };
const day = parseDate("2028-03-04");
const item = (key: string): Item => {
  const found = items.find((known) => known.key === key);
  if (!found) throw new Error(`no item: \`${key}\``);
  return found;
};
const inWords = (key: string, text: string, locale = "en", from: Texts = texts): string => {
  const parsed = parseValue(item(key), text);
  if (!parsed.ok) throw new Error(parsed.problem);
  return from.value(item(key), parsed.value, locale);
};
const answer = (key: string, code: ReasonCode, more: Partial<Answer> = {}): Answer => ({
  item: item(key),
  value: 1,
  preferred: null,
  default: null,
  cap: 1,
  locked: false,
  decidedBy: "PLATFORM",
  reason: { code, rule: null, isSureByPlace: false },
  alsoBoundBy: [],
  minimumAge: 16,
  availableFrom: null,
  unlocks: [],
  validUntil: null,
  shares: [],
  ...more,
});

test.each([
  ["comments", "FRIENDS", "Friends"],
  ["autoplay", "OFF", "Off"],
  ["account", "LIMITED", "Limited"],
  ["dailyScreenTime", "0", "Not at all"],
  ["dailyScreenTime", "1", "1 minute a day"],
  ["dailyScreenTime", "60", "60 minutes a day"],
  ["dailyScreenTime", "NO_LIMIT", "No limit"],
  ["quietHours", "NONE", "No quiet hours"],
  ["quietHours", "21:00-08:00", "21:00 to 08:00"],
  ["quietHours", "MON-FRI 08:00-15:00", "Monday to Friday, 08:00 to 15:00"],
  ["quietHours", "SUN 22:00-07:00", "Sunday, 22:00 to 07:00"],
  ["quietHours", "MON+WED 10:00-11:00", "Monday and Wednesday, 10:00 to 11:00"],
  ["quietHours", "SAT-SUN 00:00-24:00", "Saturday to Sunday, all day"],
  ["quietHours", "00:00-24:00", "All day, every day"],
  ["quietHours", "22:00-07:00,MON-FRI 08:00-15:00", "Monday to Friday, 08:00 to 15:00 and 22:00 to 07:00"],
])("%s %s is “%s”", (key, text, words) => {
  expect(inWords(key, text)).toBe(words);
});

describe("languages", () => {
  test("are those that have a file", () => {
    expect(texts.languages).toEqual(["en", "pt", "pt-PT"]);
  });

  test.each([
    ["pt", "pt", "Comentários", "Everyone"],
    ["pt-BR", "pt", "Comentários", "Everyone"],
    ["PT-br", "pt", "Comentários", "Everyone"],
    ["pt_BR", "pt", "Comentários", "Everyone"],
    ["pt-Latn-BR", "pt", "Comentários", "Everyone"],
    ["pt-BR-u-ca-buddhist", "pt", "Comentários", "Everyone"],
    ["pt-PT", "pt-PT", "Comentários", "Toda a gente"],
    ["pt-pt-x-private", "pt-PT", "Comentários", "Toda a gente"],
    ["en-GB", "en", "Comments", "Everyone"],
    ["fr", null, "Comments", "Everyone"],
    ["ptx", null, "Comments", "Everyone"],
    ["", null, "Comments", "Everyone"],
    ["*", null, "Comments", "Everyone"],
    ["-pt", null, "Comments", "Everyone"],
    ["pt-BR\u0000\n", "pt", "Comentários", "Everyone"],
    ["\u0000pt", null, "Comments", "Everyone"],
    ["../../etc", null, "Comments", "Everyone"],
    ["__proto__", null, "Comments", "Everyone"],
    ["constructor", null, "Comments", "Everyone"],
    [`pt-${"x".repeat(98)}`, null, "Comments", "Everyone"],
  ])("%# `%s` is looked up, then its base, then English", (locale, language, label, everyone) => {
    expect(texts.languageFor(locale)).toBe(language);
    expect(texts.label(item("comments"), locale)).toBe(label);
    expect(inWords("comments", "EVERYONE", locale)).toBe(everyone);
    expect(texts.step(turn16, day, "TEEN", locale)).toMatch(/^(Turn|Fazer) 16 /);
  });

  test("a locale of a million letters is English", () => {
    for (const locale of [`pt-${"x".repeat(1_000_000)}`, "-".repeat(1_000_000)]) {
      expect(texts.languageFor(locale)).toBe(null);
      expect(texts.label(item("comments"), locale)).toBe("Comments");
      expect(texts.step(turn16, day, "TEEN", locale)).toBe("Turn 16 on March 4, 2028");
    }
  });

  test.each([
    ["en", "March 4, 2028"],
    ["en-GB", "4 March 2028"],
    ["en_GB", "4 March 2028"],
    ["en-GB-u-ca-buddhist", "4 March 2028"],
    ["pt", "4 de março de 2028"],
    ["pt-BR", "4 de março de 2028"],
    ["fr", "March 4, 2028"],
    ["en-GB\u0000", "March 4, 2028"],
  ])("days are written as readers of `%s` write them", (locale, written) => {
    expect(texts.step(turn16, day, "TEEN", locale)).toContain(written);
    const noon = instant("2028-03-04T12:00:00Z");
    expect(texts.instant(noon, null, locale)).toContain(written.replace(/,? 2028$/, ""));
  });

  test("have their own plurals, dates and lists", () => {
    expect(inWords("dailyScreenTime", "1", "pt-BR")).toBe("1 minuto por dia");
    expect(inWords("dailyScreenTime", "30", "pt-BR")).toBe("30 minutos por dia");
    expect(inWords("quietHours", "10:00-11:00,12:00-13:00", "pt-BR")).toBe("10:00 às 11:00 e 12:00 às 13:00");
    expect(texts.step(turn16, day, "TEEN", "pt-BR")).toBe("Fazer 16 anos em 4 de março de 2028");
  });
});

/** An answer that a rule of the small policy decided. */
const decidedBy = (rule: string, key: string, code: ReasonCode, more: Partial<Answer> = {}): Answer =>
  answer(key, code, { reason: { code, rule: rule as RuleId, isSureByPlace: true }, ...more });

describe("reasons", () => {
  test("are worded for the reader", () => {
    expect(
      texts.reason(answer("commenting", "GUARDIAN_APPROVAL_NEEDED"), "GUARDIAN_APPROVAL_NEEDED", "TEEN", "en"),
    ).toBe("Ask a guardian.");
    expect(
      texts.reason(answer("commenting", "GUARDIAN_APPROVAL_NEEDED"), "GUARDIAN_APPROVAL_NEEDED", "GUARDIAN", "en"),
    ).toBe("You can allow it.");
  });

  test("fill in the item, its value and the age that the rule names, whatever the smallest age that would do", () => {
    const young = decidedBy("comments-16", "comments", "BELOW_MINIMUM_AGE", { minimumAge: 18 });
    expect(texts.reason(young, "BELOW_MINIMUM_AGE", "TEEN", "en")).toBe("Comments is Friends until 16.");
    const never = decidedBy("comments-16", "comments", "BELOW_MINIMUM_AGE", { minimumAge: null });
    expect(texts.reason(never, "BELOW_MINIMUM_AGE", "TEEN", "en")).toBe("Comments is Friends until 16.");
  });

  test("of one item take the place of the general ones", () => {
    const feature = decidedBy("comments-16", "commenting", "BELOW_MINIMUM_AGE");
    expect(texts.reason(feature, "BELOW_MINIMUM_AGE", "TEEN", "en")).toBe("Commenting opens at 16.");
    expect(texts.reason(feature, "BELOW_MINIMUM_AGE", "GUARDIAN", "en")).toBe("BELOW_MINIMUM_AGE feature guardian");
  });

  test("name the law that decided, but not one of a place that may not be the reader's", () => {
    const lawful = decidedBy("us-va-60", "dailyScreenTime", "LAW");
    expect(texts.reason(lawful, "LAW", "TEEN", "en")).toBe("LAW setting teen Law: Virginia SB 854.");
    const elsewhere = { ...lawful, reason: { ...lawful.reason, isSureByPlace: false } };
    expect(texts.reason(elsewhere, "LAW", "TEEN", "en")).toBe("REGION_UNKNOWN setting teen");
    const own = decidedBy("comments-16", "comments", "PLATFORM_DEFAULT");
    expect(texts.reason(own, "PLATFORM_DEFAULT", "TEEN", "en")).toBe("Starts as Friends.");
  });
});

describe("steps", () => {
  test("name their day only where it may be seen", () => {
    expect(texts.step(turn16, day, "TEEN", "en")).toBe("Turn 16 on March 4, 2028");
    expect(texts.step(turn16, null, "TEEN", "en")).toBe("Turn 16");
  });

  test("name the item that a guardian approves", () => {
    const step: UnlockStep = { kind: "GUARDIAN_APPROVES", item: item("account").key };
    expect(texts.step(step, null, "TEEN", "en")).toBe("Approve: Account");
  });
});

test("limits are worded for the reader", () => {
  const account = item("account") as Feature;
  expect(texts.limit(account, "TEEN", "en")).toBe("Only curated videos.");
  expect(texts.limit(account, "GUARDIAN", "en")).toBe("limits guardian");
});

test("without any file there are plain words", () => {
  const { texts: plain } = textsOf({});
  expect(plain.languages).toEqual([]);
  expect(plain.label(item("dailyScreenTime"), "en")).toBe("Daily screen time");
  expect(inWords("comments", "NO_ONE", "en", plain)).toBe("No one");
  expect(plain.reason(answer("comments", "BELOW_MINIMUM_AGE"), "BELOW_MINIMUM_AGE", "TEEN", "en")).toBe(
    "Below minimum age",
  );
  expect(plain.limit(item("account") as Feature, "TEEN", "en")).toBe("Curated videos.");
});

describe("a file of texts", () => {
  test("with every text is sound", () => {
    expect(textProblemsIn({ "texts/en.yaml": ENGLISH })).toEqual([]);
  });

  test.each([
    ["a text that English lacks", "label: Comments, ", "", "`label` is missing"],
    ["a value that English lacks", "NO_ONE: No one, ", "", "`NO_ONE` is missing"],
    [
      "an item that the catalogue lacks",
      "  comments:",
      "  coments: { label: X }\n  comments:",
      "`coments` is not used here; did you mean `comments`?",
    ],
    [
      "a brace left open",
      "Comments, help",
      '"Comments {", help',
      "`Comments {` is not a message: write names in braces, like `{age}`, and close each brace",
    ],
    [
      "a date to be formatted",
      '"{from} to {until}"',
      '"{from, time} to {until}"',
      "`{from, time} to {until}` is not a message: write names in braces, like `{age}`, and close each brace",
    ],
    [
      "something that has to be said left out",
      '"{from} to {until}"',
      '"{from}"',
      "`{until}` is missing: the text says too little without it",
    ],
    [
      "a reason that is never given",
      "ALLOWED: { feature:",
      "ALLOWED: { setting: { teen: X, guardian: X }, feature:",
      "`setting` is not used here: `feature`",
    ],
    [
      "an age where the rule may have none",
      "teen: LAW setting teen",
      'teen: "{age}"',
      "`{age}` cannot be filled in here: only `{label}`, `{value}`",
    ],
    [
      "a plural without other",
      '"{minutes, plural, one {# minute} other {# minutes}} a day"',
      '"{minutes, plural, one {# minute}}"',
      "`{minutes, plural, one {# minute}}` is not a message: write names in braces, like `{age}`, and close each brace",
    ],
    [
      "a name that is not filled in there",
      "Comments, help",
      '"Comments {age}", help',
      "`{age}` cannot be filled in here: this text has nothing to fill in",
    ],
    [
      "a misspelt name",
      "{minutes, plural,",
      "{minuts, plural,",
      "`{minuts}` cannot be filled in here; did you mean `minutes`?",
    ],
    [
      "a list for a text",
      "label: Comments,",
      "label: [Comments],",
      "this list is not a text: write words, in quotes where YAML needs them",
    ],
    [
      "a number for a text",
      "label: Comments,",
      "label: 5,",
      "`5` is not a text: write words, in quotes where YAML needs them",
    ],
  ])("with %s is a problem", (_, from, to, problem) => {
    expect(ENGLISH).toContain(from);
    const problems = textProblemsIn({ "texts/en.yaml": ENGLISH.replace(from, () => to) });
    expect(problems.map((line) => line.replace(/^texts\/en\.yaml:\d+:\d+: /, ""))).toEqual([problem]);
  });

  test.each([
    ["lacks a text", "label: Comments, ", "", "`label` is missing"],
    [
      "lacks a word of its own that English has",
      'reasons: { BELOW_MINIMUM_AGE: { teen: "{label} opens at {age}." } }',
      "",
      "`reasons` is missing",
    ],
    [
      "has a text of nobody",
      "label: Comments,",
      "label: Comments, labl: X,",
      "`labl` is not used here; did you mean `label`?",
    ],
    [
      "lacks what English fills in",
      "is {value} until {age}.",
      "is {value}.",
      "`{age}` is missing: the English text fills it in",
    ],
    [
      "fills in something else",
      "Starts as {value}.",
      "Starts as {valu}.",
      "`{valu}` cannot be filled in here; did you mean `value`?",
    ],
    [
      "has a plural form of another language",
      "{minutes, plural, one {# minute}",
      "{minutes, plural, few {# minute}",
      "`few` is not a plural form of `pt`: leave it out",
    ],
  ])("of another language that %s is a problem, at its place", (_, from, to, problem) => {
    expect(ENGLISH).toContain(from);
    const files = { "texts/en.yaml": ENGLISH, "texts/pt.yaml": ENGLISH.replace(from, () => to) };
    const [first = "", ...more] = textProblemsIn(files);
    expect(more).toEqual([]);
    // A missing map is told where the map around it begins.
    const place = problem === "`reasons` is missing" ? "commenting:" : from;
    const line = ENGLISH.slice(0, ENGLISH.indexOf(place)).split("\n").length;
    expect(first).toMatch(new RegExp(`^texts/pt\\.yaml:${line}:\\d+: `));
    expect(first.replace(/^[^ ]+ /, "")).toBe(problem);
  });

  test("of a variety may be partial, but not wrong", () => {
    expect(textProblemsIn({ ...FILES, "texts/pt-PT.yaml": "settings: { comments: { labl: X } }\n" })).toEqual([
      "texts/pt-PT.yaml:1:25: `labl` is not used here; did you mean `label`?",
    ]);
  });

  test("that is empty is a problem, and nothing else is", () => {
    expect(textProblemsIn({ ...FILES, "texts/pt.yaml": "" })).toEqual(["texts/pt.yaml:1:1: the file is empty"]);
    expect(textProblemsIn({ ...FILES, "texts/en.yaml": "" })).toEqual(["texts/en.yaml:1:1: the file is empty"]);
  });

  test("needs English beside it", () => {
    expect(textProblemsIn({ "texts/pt.yaml": PORTUGUESE })).toEqual([
      "texts/pt.yaml:1:1: `texts/en.yaml` is missing: every other language falls back to it",
    ]);
  });

  test.each(["english", "pt_BR", "PT", "x", "e n"])("named `%s` is a problem", (name) => {
    expect(textProblemsIn({ "texts/en.yaml": ENGLISH, [`texts/${name}.yaml`]: PORTUGUESE })).toEqual([
      `texts/${name}.yaml:1:1: \`${name}\` is not a language: name the file by a BCP 47 tag, like \`pt-BR.yaml\``,
    ]);
  });
});
