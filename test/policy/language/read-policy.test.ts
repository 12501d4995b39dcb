import fc from "fast-check";
import { readPolicy } from "../../../src/policy/language/read-policy.js";
import { changed, placed, problemsIn, read, SMALL, type Change } from "./small-policy.js";

const P = "platform.yaml";

describe("YAML", () => {
  test.each<[what: string, text: string, problems: readonly string[]]>([
    ["an empty file", "", ["1:1: the file is empty"]],
    ["a file of comments", "# nothing\n", ["1:1: the file is empty"]],
    ["a word", "rules", ["1:1: `rules` is not a file of rules: write `layer: PLATFORM` and `rules:`"]],
    ["a list", "- a\n", ["1:1: this list is not a file of rules: write `layer: PLATFORM` and `rules:`"]],
    ["an open quote", 'layer: "PLATFORM\n', ['2:1: not valid YAML: missing closing "quote']],
    ["a tab", "layer: PLATFORM\nrules:\n\t- id: a\n", ["3:1: not valid YAML: tabs are not allowed as indentation"]],
    [
      "a second document",
      "layer: PLATFORM\nrules: []\n---\nlayer: LAW\n",
      ["3:1: a second document starts here: one file holds one document, without `---`"],
    ],
    ["a tag", "layer: !secret PLATFORM\n", ["1:8: `!secret` is a tag: tags are not used in policy files"]],
    ["a list as a key", "? [a]\n: 1\n", ["1:3: a key is one word or phrase, without brackets"]],
    ["an alias of nothing", "layer: *other\n", ["1:8: `*other` stands for nothing: write `&other` before it"]],
    [
      "an anchor that holds itself",
      "layer: &a [*a]\n",
      ["1:1: its anchors stand for themselves, or for far too much: write it out"],
    ],
    [
      "a key twice",
      "layer: PLATFORM\nlayer: PLATFORM\nrules: []\n",
      ["2:1: `layer` is written twice: keep one", "3:8: this list is empty: write a rule"],
    ],
    [
      "prototype names",
      "layer: PLATFORM\nrules: []\n__proto__: { x: 1 }\nconstructor: 1\n",
      [
        "2:8: this list is empty: write a rule",
        "3:1: `__proto__` cannot be used as a key",
        "4:1: `constructor` is not used here: `layer`, `law`, `sources`, `rules`",
      ],
    ],
  ])("%s is a problem", (_, text, problems) => {
    expect(problemsIn({ ...SMALL, [P]: text })).toEqual(problems.map((problem) => `${P}:${problem}`));
  });

  test.each([
    ["brackets", "[".repeat(100_000)],
    ["closed brackets", "[".repeat(5_000) + "]".repeat(5_000)],
    ["maps", "{a: ".repeat(5_000)],
    ["list marks", "- ".repeat(50_000)],
    ["key marks", "? ".repeat(50_000)],
    ["value marks", ": ".repeat(50_000)],
    ["indentation", Array.from({ length: 1_000 }, (_, depth) => `${" ".repeat(depth)}a:\n`).join("")],
    ["lists and indentation", Array.from({ length: 900 }, (_, depth) => `${" ".repeat(depth)}-\n`).join("")],
    [
      "aliases of aliases",
      `a0: &a0 [x, x]\n${Array.from({ length: 40 }, (_, i) => `a${i + 1}: &a${i + 1} [*a${i}, *a${i}]\n`).join("")}`,
    ],
    ["a file too long", `layer: PLATFORM # ${"x".repeat(1_000_000)}`],
    ["control characters", "layer: \u0000\u0001\u0002\u0018\u001f\n"],
    ["a lone surrogate", "layer: \ud800\n"],
  ])("%s without end are a problem, not the end", (_, text) => {
    const problems = problemsIn({ ...SMALL, [P]: text });
    expect(problems.length).toBeGreaterThan(0);
    expect(problems.every((problem) => /^platform\.yaml:\d+:\d+: \S/.test(problem))).toBe(true);
  });

  test("nesting and length have bounds of their own, well before those of the machine", () => {
    const nested = (depth: number): string => `x: ${"[".repeat(depth)}${"]".repeat(depth)}\n`;
    expect(problemsIn({ ...SMALL, [P]: nested(60) }).filter((problem) => problem.includes("nested"))).toEqual([]);
    expect(problemsIn({ ...SMALL, [P]: `# one line\n${nested(61)}` })).toEqual([
      `${P}:2:64: nested more deeply than any policy file needs: close what is open, or indent less`,
    ]);
    expect(problemsIn({ ...SMALL, [P]: " ".repeat(1_000_001) })).toEqual([
      `${P}:1:1: the file has 1000001 characters, and 1000000 are the most: split it`,
    ]);
  });

  test("words that YAML 1.1 takes for something else stay words", () => {
    const change: Change = ["catalogue.yaml", "[EU, NO]", "[EU, NO, IS, LI]"];
    expect(problemsIn(changed(change))).toEqual([]);
    expect(problemsIn(changed([P, '["21:00-08:00"]', "[21:00-08:00]"]))).toEqual([]);
  });

  test("a byte order mark and Windows line ends are only typing", () => {
    const files = Object.fromEntries(
      Object.entries(SMALL).map(([file, text]) => [file, `\uFEFF${text.replaceAll("\n", "\r\n")}`]),
    );
    expect(problemsIn(files)).toEqual([]);
  });
});

describe("files", () => {
  test("that are missing are named", () => {
    expect(problemsIn({})).toEqual([
      "catalogue.yaml:1:1: `catalogue.yaml` is missing",
      "platform.yaml:1:1: `platform.yaml` is missing",
    ]);
  });

  test("without a catalogue are still checked for what needs none", () => {
    const { "platform.yaml": platform = "" } = SMALL;
    expect(problemsIn({ [P]: platform.replace("2021-01-13", "2021-02-30") })).toEqual([
      "catalogue.yaml:1:1: `catalogue.yaml` is missing",
      "platform.yaml:6:17: `2021-02-30` is not a day of the calendar",
    ]);
  });

  test("share one space of rule ids", () => {
    const change: Change = ["laws/us-va.yaml", "us-va-60", "comments-16"];
    expect(problemsIn(changed(change))).toEqual([
      "platform.yaml:5:9: `comments-16` is already the id of a rule, at laws/us-va.yaml:4",
    ]);
  });

  test("are the same in any order", () => {
    const broken = changed(
      [P, "FRIENDS,", "X,"],
      ["catalogue.yaml", "since", "sinse"],
      ["laws/us-va.yaml", "60", "61.5"],
    );
    const sources = Object.entries(broken).map(([file, text]) => ({ file, text }));
    fc.assert(
      fc.property(fc.shuffledSubarray(sources, { minLength: sources.length }), (shuffled) => {
        expect(readPolicy(shuffled)).toEqual(readPolicy(sources));
      }),
    );
  });
});

describe("a deployment", () => {
  const D = "deployment.yaml";
  const withDeployment = (text: string) => ({ ...SMALL, [D]: text });

  test("follows what it lists", () => {
    const files = changed([P, "{ 2021-01-13: in force }", "{ 2020-01-01: unconfirmed, 2021-01-13: in force }"]);
    const policy = read({ ...files, [D]: "comply anyway: [us-va-60]\ntake as confirmed: [comments-16]\n" });
    expect(policy).toMatchObject({
      ok: true,
      documents: { complyAnyway: new Set(["us-va-60"]), takeAsConfirmed: new Set(["comments-16"]) },
    });
  });

  test("that says nothing follows nothing", () => {
    expect(read(withDeployment("{}"))).toMatchObject({
      ok: true,
      documents: { complyAnyway: new Set(), takeAsConfirmed: new Set(), reviewEvery: null },
    });
  });

  test.each([
    ["12 months", 12],
    ["1 month", 1],
  ])("asks for a review every %s", (written, reviewEvery) => {
    expect(read(withDeployment(`review every: ${written}\n`))).toMatchObject({ ok: true, documents: { reviewEvery } });
  });

  test.each([
    [
      "a rule that nobody wrote",
      "comply anyway: [us-va-61]\n",
      "1:17: `us-va-61` is not the id of a rule; did you mean `us-va-60`?",
    ],
    [
      "a rule that no court has stopped",
      "comply anyway: [comments-16]\n",
      "1:17: `comments-16` is never enjoined: leave it out",
    ],
    [
      "a rule that needs no confirmation",
      "take as confirmed:\n  - us-va-60\n",
      "2:5: `us-va-60` is never unconfirmed: leave it out",
    ],
    [
      "an unknown word",
      "comply anyways: []\n",
      "1:1: `comply anyways` is not used here; did you mean `comply anyway`?",
    ],
    ["a word for a list", "comply anyway: us-va-60\n", "1:16: `us-va-60` is not a list of rule ids"],
    ["a year", "review every: 1 year\n", "1:15: `1 year` is not a span of time: write `12 months`"],
    ["no time at all", "review every: 0 months\n", "1:15: `0 months` is not a span of time: write `12 months`"],
  ])("%s is a problem", (_, text, problem) => {
    expect(problemsIn(withDeployment(text))).toEqual([`${D}:${problem}`]);
  });
});

test("whatever is written, there are problems with places, or a policy; never a throw", () => {
  const files = Object.keys(SMALL);
  const edit = fc.record({
    file: fc.constantFrom(...files),
    at: fc.nat(2_000),
    remove: fc.nat(12),
    insert: fc.oneof(
      fc.constantFrom(
        "{",
        "}",
        "[",
        "]",
        ":",
        "- ",
        "\n",
        "  ",
        '"',
        "'",
        "#",
        "&a ",
        "*a",
        "<<: ",
        "!!",
        "|",
        ">",
        "null",
        "~",
        "0x1F",
        ".inf",
        "2026-02-30",
        "NO_LIMIT",
        "__proto__: 1",
        "\t",
        "\u0000",
      ),
      fc.string({ maxLength: 6, unit: "binary" }),
    ),
  });
  fc.assert(
    fc.property(fc.array(edit, { minLength: 1, maxLength: 4 }), (edits) => {
      const broken: Record<string, string> = { ...SMALL };
      for (const { file, at, remove, insert } of edits) {
        const text = broken[file] ?? "";
        const spot = at % (text.length + 1);
        broken[file] = text.slice(0, spot) + insert + text.slice(spot + remove);
      }
      const policy = read(broken);
      if (policy.ok) return;
      expect(policy.problems.length).toBeGreaterThan(0);
      for (const { place, message } of policy.problems) {
        expect(files).toContain(place.file);
        expect(place.line).toBeGreaterThan(0);
        expect(place.column).toBeGreaterThan(0);
        expect(message).toMatch(/^[`a-z0-9].*[^.]$/su);
      }
    }),
    { numRuns: 400 },
  );
});

test("all problems of all files come at once, by file, line and column", () => {
  const changes: readonly Change[] = [
    [P, "newsroom: {", "«news/room: {"],
    [
      P,
      "in force }\n    when: { age: under 16 }\n    then: { quietHours",
      "«in froce }\n    when: { age: «over 16 }\n    then: { quietHours",
    ],
    ["catalogue.yaml", "Etc/UTC", "«Mars"],
    ["laws/us-va.yaml", "US-VA", "«Virginia"],
  ];
  expect(problemsIn(changed(...changes))).toEqual([
    ...placed(changes, [
      "`Mars` is not a time zone: write an IANA name like `Etc/UTC`",
      "`Virginia` is not a region or a bloc; did you mean `US-VA`?",
      "`news/room` is not a name: write letters, digits, spaces and hyphens",
    ]),
    "platform.yaml:9:11: `newsroom` is not among the `sources`; did you mean `news/room`?",
    ...placed(changes, [
      "",
      "",
      "",
      "`in froce` is not a status: one of `in force`, `enjoined`, `unconfirmed`, `ended`",
      "`over 16` is not an age condition: write `under 16`, or `not proven 18` with `by: LEVEL`; conditions only point to the strict side",
    ]).slice(3),
  ]);
});
