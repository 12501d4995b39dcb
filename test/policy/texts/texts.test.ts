import type { Answer, ReasonCode, UnlockStep } from "../../../src/policy/answer.js";
import { parseDate } from "../../../src/policy/calendar.js";
import type { Feature, Item } from "../../../src/policy/item.js";
import type { Texts } from "../../../src/policy/texts/texts.js";
import { parseValue } from "../../../src/policy/value-text.js";
import { ENGLISH, textProblemsIn, textsOf } from "./small-texts.js";

const PORTUGUESE = `
settings:
  comments: { label: Comentários, values: { FRIENDS: Amigos } }
minutes: { some: "{minutes, plural, one {# minuto} other {# minutos}} por dia" }
windows: { daily: "{from} às {until}" }
steps: { REACH_AGE: { dated: { teen: "Fazer {age} anos em {on}", guardian: "Esperar" } } }
`;

const { texts, items } = textsOf({ "texts/en.yaml": ENGLISH, "texts/pt.yaml": PORTUGUESE });
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
  reason: { code, rule: null },
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
    expect(texts.languages).toEqual(["en", "pt"]);
  });

  test.each([
    ["pt", "Comentários", "Amigos"],
    ["pt-BR", "Comentários", "Amigos"],
    ["PT-br", "Comentários", "Amigos"],
    ["pt-Latn-BR", "Comentários", "Amigos"],
    ["en-GB", "Comments", "Friends"],
    ["fr", "Comments", "Friends"],
    ["", "Comments", "Friends"],
    ["../../etc", "Comments", "Friends"],
    ["__proto__", "Comments", "Friends"],
  ])("`%s` falls back to its base, then to English", (locale, label, friends) => {
    expect(texts.label(item("comments"), locale)).toBe(label);
    expect(inWords("comments", "FRIENDS", locale)).toBe(friends);
  });

  test("fall back text by text", () => {
    expect(inWords("comments", "NO_ONE", "pt")).toBe("No one");
  });

  test("have their own plurals, dates and lists", () => {
    expect(inWords("dailyScreenTime", "1", "pt-BR")).toBe("1 minuto por dia");
    expect(inWords("dailyScreenTime", "30", "pt-BR")).toBe("30 minutos por dia");
    expect(inWords("quietHours", "10:00-11:00,12:00-13:00", "pt-BR")).toBe("10:00 às 11:00 e 12:00 às 13:00");
    const step: UnlockStep = { kind: "REACH_AGE", age: 16, on: { kind: "birthday", reading: "youngest", age: 16 } };
    expect(texts.step(step, parseDate("2028-03-04"), "TEEN", "pt-BR")).toBe("Fazer 16 anos em 4 de março de 2028");
  });
});

describe("reasons", () => {
  test("are worded for the reader", () => {
    expect(
      texts.reason(answer("commenting", "GUARDIAN_APPROVAL_NEEDED"), "GUARDIAN_APPROVAL_NEEDED", "TEEN", "en"),
    ).toBe("Ask a guardian.");
    expect(
      texts.reason(answer("commenting", "GUARDIAN_APPROVAL_NEEDED"), "GUARDIAN_APPROVAL_NEEDED", "GUARDIAN", "en"),
    ).toBe("You can allow it.");
  });

  test("fill in the item, its value and the age", () => {
    expect(texts.reason(answer("comments", "BELOW_MINIMUM_AGE"), "BELOW_MINIMUM_AGE", "TEEN", "en")).toBe(
      "Comments is Friends until 16.",
    );
  });

  test("of one item take the place of the general ones", () => {
    const feature = answer("commenting", "BELOW_MINIMUM_AGE");
    expect(texts.reason(feature, "BELOW_MINIMUM_AGE", "TEEN", "en")).toBe("Commenting opens at 16.");
    expect(texts.reason(feature, "BELOW_MINIMUM_AGE", "GUARDIAN", "en")).toBe("BELOW_MINIMUM_AGE feature guardian");
  });

  test("do not name an age where none is enough", () => {
    const never = answer("comments", "BELOW_MINIMUM_AGE", { minimumAge: null });
    expect(texts.reason(never, "BELOW_MINIMUM_AGE", "TEEN", "en")).toBe("NOT_OFFERED setting teen");
  });
});

describe("steps", () => {
  const turn16: UnlockStep = { kind: "REACH_AGE", age: 16, on: { kind: "birthday", reading: "youngest", age: 16 } };

  test("name their day only where it may be seen", () => {
    expect(texts.step(turn16, parseDate("2028-03-04"), "TEEN", "en")).toBe("Turn 16 on March 4, 2028");
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

  test("of another language may be partial, but not wrong", () => {
    expect(
      textProblemsIn({ "texts/en.yaml": ENGLISH, "texts/pt.yaml": "settings: { comments: { labl: X } }\n" }),
    ).toEqual(["texts/pt.yaml:1:25: `labl` is not used here; did you mean `label`?"]);
  });

  test("needs English beside it", () => {
    expect(textProblemsIn({ "texts/pt.yaml": PORTUGUESE })).toEqual([
      "texts/pt.yaml:2:1: `texts/en.yaml` is missing: every other language falls back to it",
    ]);
  });

  test.each(["english", "pt_BR", "PT", "x", "e n"])("named `%s` is a problem", (name) => {
    expect(textProblemsIn({ "texts/en.yaml": ENGLISH, [`texts/${name}.yaml`]: PORTUGUESE })).toEqual([
      `texts/${name}.yaml:2:1: \`${name}\` is not a language: name the file by a BCP 47 tag, like \`pt-BR.yaml\``,
    ]);
  });
});
