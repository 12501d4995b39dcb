import type { Rule } from "../../../src/policy/rule.js";
import { changed, placed, problemsIn, read, SMALL, type Change } from "./small-policy.js";

const P = "platform.yaml";
const L = "laws/us-va.yaml";

/** A rule of the small policy after some changes. */
function rule(id: string, ...changes: readonly Change[]): Rule | undefined {
  const policy = read(changed(...changes));
  if (!policy.ok) throw new Error(JSON.stringify(policy.problems));
  return policy.documents.rules.find((known) => known.id === id);
}

/** The first rule of the platform file with one line put in. */
const withLine = (line: string): Change => [
  P,
  "    when: { age: under 16 }\n",
  `    when: { age: under 16 }\n    ${line}\n`,
];
const instead = (from: string, to: string): Change => [P, from, to];

describe("a rule is read", () => {
  test("word by word", () => {
    expect(rule("comments-16")).toEqual({
      id: "comments-16",
      layer: "PLATFORM",
      timeline: [{ from: 20210113, status: "in force" }],
      where: ["WORLD"],
      minus: [],
      eachYear: null,
      age: { kind: "under", age: 16 },
      unlinkedOnly: false,
      effects: [
        {
          item: "comments",
          cap: { value: 1, guardianMayAllow: null },
          default: 1,
          place: { file: P, line: 8, column: 13 },
        },
      ],
      citation: {
        title: "A page",
        url: "https://example.com/page",
        reviewedOn: null,
        place: { file: P, line: 3, column: 3 },
      },
      place: { file: P, line: 5, column: 9 },
    });
  });

  test("with a law's citation and a guardian's part", () => {
    expect(rule("us-va-60")).toMatchObject({
      layer: "LAW",
      timeline: [
        { from: 20260101, status: "in force" },
        { from: 20260227, status: "enjoined" },
      ],
      where: ["US-VA"],
      effects: [{ item: "dailyScreenTime", cap: { value: 60, guardianMayAllow: 1440 }, default: 60 }],
      citation: { title: "Virginia SB 854", url: null },
    });
  });

  test.each<[what: string, change: Change, expected: object]>([
    ["blocs as their members", withLine("where: [EEA, GB]"), { where: ["AT", "BE", "FR", "NO", "GB"] }],
    ["parts of a country taken away", withLine("where: US\n    minus: US-CA"), { where: ["US"], minus: ["US-CA"] }],
    [
      "members of a bloc taken away",
      withLine("where: EU\n    minus: [BE, FR]"),
      { where: ["AT", "BE", "FR"], minus: ["BE", "FR"] },
    ],
    ["a season", withLine("each year: { from: 09-01, until: 06-01 }"), { eachYear: { from: 901, until: 601 } }],
    [
      "a season from leap day",
      withLine("each year: { from: 02-29, until: 03-15 }"),
      { eachYear: { from: 229, until: 315 } },
    ],
    [
      "proof of age at the catalogue's level",
      instead("age: under 16", "age: not proven 18"),
      { age: { kind: "not proven", age: 18, by: "VERIFIED" } },
    ],
    [
      "proof of age at a level of its own",
      instead("age: under 16", "age: not proven 18, by: ESTIMATED"),
      { age: { kind: "not proven", age: 18, by: "ESTIMATED" } },
    ],
    ["no condition", instead("    when: { age: under 16 }\n", ""), { age: null, unlinkedOnly: false }],
    [
      "a condition on guardians",
      instead("{ age: under 16 }", "{ age: under 16, guardian: not linked }"),
      { age: { kind: "under", age: 16 }, unlinkedOnly: true },
    ],
    [
      "a condition on guardians alone",
      instead("{ age: under 16 }", "{ guardian: not linked }"),
      { age: null, unlinkedOnly: true },
    ],
    [
      "a default alone",
      instead("at most: FRIENDS, default: FRIENDS", "default: NO_ONE"),
      { effects: [{ item: "comments", cap: null, default: 0 }] },
    ],
    [
      "a statement",
      instead("comments: { at most: FRIENDS, default: FRIENDS }", "commenting: { at most: ALLOWED }"),
      { effects: [{ item: "commenting", cap: { value: 2, guardianMayAllow: null }, default: null }] },
    ],
    [
      "a default up to what a guardian may allow",
      instead("at most: FRIENDS, default: FRIENDS", "at most: NO_ONE, guardian may allow: FRIENDS, default: FRIENDS"),
      { effects: [{ cap: { value: 0, guardianMayAllow: 1 }, default: 1 }] },
    ],
    [
      "default windows that add nothing to those of the cap",
      instead(
        "comments: { at most: FRIENDS, default: FRIENDS }",
        'quietHours: { at least: ["21:00-08:00"], default: [] }',
      ),
      { effects: [{ item: "quietHours", default: { ranges: [] } }] },
    ],
    [
      "the day of a review, and where it is written",
      instead("url: https://example.com/page }", "url: https://example.com/page, reviewedOn: 2026-11-22 }"),
      { citation: { reviewedOn: 20261122, place: { line: 3, column: 73 } } },
    ],
    ["no source", instead("    cite: newsroom\n", ""), { citation: null }],
    ["the house's own word", instead("cite: newsroom", "cite: own"), { citation: null }],
    [
      "every word of a timeline",
      instead(
        "{ 2021-01-13: in force }",
        "{ 2020-01-01: unconfirmed, 2021-01-13: in force, 2022-01-01: enjoined, 2023-01-01: in force, 2024-01-01: ended }",
      ),
      {
        timeline: [
          { status: "unconfirmed" },
          { status: "in force" },
          { status: "enjoined" },
          { status: "in force" },
          { from: 20240101, status: "ended" },
        ],
      },
    ],
  ])("with %s", (_, change, expected) => {
    expect(rule("comments-16", change)).toMatchObject(expected);
  });

  test("with windows, which are compared as sets", () => {
    const [one, other] = [`["21:00-08:00"]`, `["21:00-24:00", "MON-SUN 00:00-08:00"]`].map((windows) =>
      rule("quiet-16", instead(`["21:00-08:00"]`, windows)),
    );
    expect(one?.effects).toEqual(other?.effects);
  });

  test("with words of its group", () => {
    const group = `  - where: [EU, US]
    when: { age: under 13 }
    rules:
      - { id: eu-1, timeline: { 2020-01-01: in force }, then: { comments: { at most: NO_ONE } } }
      - id: eu-2
        timeline: { 2021-01-01: in force }
        each year: { from: 09-01, until: 06-01 }
        then: { autoplay: { default: OFF } }
`;
    const change: Change = [L, "rules:\n", `rules:\n${group}`];
    const shared = { where: ["AT", "BE", "FR", "US"], age: { kind: "under", age: 13 }, layer: "LAW" };
    expect(rule("eu-1", change)).toMatchObject({
      ...shared,
      effects: [{ item: "comments" }],
      place: { line: 7, column: 15 },
    });
    expect(rule("eu-2", change)).toMatchObject({
      ...shared,
      eachYear: { from: 901, until: 601 },
      effects: [{ item: "autoplay" }],
    });
    expect(rule("us-va-60", change)).toMatchObject({ where: ["US-VA"] });
  });

  test("with anchors and merged maps, written out", () => {
    const changes: readonly Change[] = [
      [P, "  - id: comments-16", "  - &ask\n    id: comments-16"],
      [P, "  - id: quiet-16", "  - { <<: *ask, id: comments-13, when: { age: under 13 } }\n  - id: quiet-16"],
    ];
    expect(rule("comments-13", ...changes)).toMatchObject({
      timeline: [{ from: 20210113, status: "in force" }],
      age: { kind: "under", age: 13 },
      effects: [{ item: "comments" }],
    });
  });
});

const SECOND = "  - id: quiet-16";

test.each<[what: string, change: Change, ...problems: string[]]>([
  // R1: conditions
  [
    "a band",
    instead("under 16 }\n    then: { comments", "«13 to 15 }\n    then: { comments"),
    "`13 to 15` is not an age condition: write `under 16`, or `not proven 18` with `by: LEVEL`; conditions only point to the strict side",
  ],
  [
    "an age over",
    instead("under 16", "«16 and over"),
    "`16 and over` is not an age condition: write `under 16`, or `not proven 18` with `by: LEVEL`; conditions only point to the strict side",
  ],
  [
    "under 0",
    instead("under 16", "«under 0"),
    "`under 0` is not an age condition: write `under 16`, or `not proven 18` with `by: LEVEL`; conditions only point to the strict side",
  ],
  [
    "under 121",
    instead("under 16", "«under 121"),
    "`under 121` is not an age condition: write `under 16`, or `not proven 18` with `by: LEVEL`; conditions only point to the strict side",
  ],
  [
    "a level for `under`",
    instead("age: under 16", "age: under 16, «by: ESTIMATED"),
    "`by` goes with `age: not proven N` only",
  ],
  [
    "a proof that proves nothing",
    instead("age: under 16", "age: not proven 16, by: «UNKNOWN"),
    "`UNKNOWN` is no proof: write `under N`, or a level that proves something",
  ],
  [
    "a level that does not exist",
    instead("age: under 16", "age: not proven 16, by: «PROVEN"),
    "`PROVEN` is not a level of assurance: one of UNKNOWN, SELF_DECLARED, GUARDIAN_ATTESTED, ESTIMATED, VERIFIED",
  ],
  [
    "guardian: linked",
    instead("{ age: under 16 }", "{ guardian: «linked }"),
    "`linked` is not a condition on guardians: write `not linked`",
  ],
  [
    "an empty condition",
    instead("when: { age: under 16 }", "«when: {}"),
    "`when` says nothing: write `age: under 16` or `guardian: not linked`, or leave it out for everyone",
  ],
  // R2: places
  ["an unknown region", withLine("where: [BR, «Brasil]"), "`Brasil` is not a region or a bloc"],
  [
    "the name of a region",
    withLine("where: «California"),
    "`California` is not a region or a bloc; did you mean `US-CA`?",
  ],
  ["UK", withLine("where: «UK"), "`UK` is not a region or a bloc; did you mean `GB`?"],
  ["a subdivision that does not exist", withLine("where: «US-CX"), "`US-CX` is not a region or a bloc"],
  ["a misspelt bloc", withLine("where: «EEAA"), "`EEAA` is not a region or a bloc; did you mean `EEA`?"],
  ["a code in small letters", withLine("where: «eu"), "`eu` is not a region or a bloc; did you mean `EU`?"],
  [
    "minus a place outside",
    withLine("where: EU\n    minus: «US"),
    "`US` is not part of `where`: there is nothing to take away",
  ],
  [
    "minus everything",
    withLine("where: US-CA\n    minus: «US"),
    "`US` is not part of `where`: there is nothing to take away",
    "platform.yaml:9:12: `minus` takes away all of `where`: the rule would apply nowhere",
  ],
  // R3: timelines
  ["a day that is none", instead("2021-01-13", "«2021-02-30"), "`2021-02-30` is not a day of the calendar"],
  [
    "a timeline out of order",
    instead("{ 2021-01-13: in force }", "{ 2021-01-13: in force, «2020-01-01: ended }"),
    "`2020-01-01` comes after `2021-01-13`: write a timeline in the order of its dates",
  ],
  [
    "an empty timeline",
    instead("timeline: { 2021-01-13: in force }", "«timeline: {}"),
    "a timeline needs a date: write `{ 2026-01-31: in force }`",
  ],
  [
    "no timeline",
    instead("  - id: comments-16\n    timeline: { 2021-01-13: in force }\n", "  - «id: comments-16\n"),
    "`timeline` is missing",
  ],
  [
    "stayed",
    instead("in force", "«stayed"),
    "`stayed` is ambiguous: write `in force` where the injunction was stayed, `enjoined` where the law was",
  ],
  [
    "another word",
    instead("in force", "«in froce"),
    "`in froce` is not a status: one of `in force`, `enjoined`, `unconfirmed`, `ended`",
  ],
  [
    "a day twice",
    instead("{ 2021-01-13: in force }", "{ 2021-01-13: in force, «2021-01-13: ended }"),
    "`2021-01-13` is written twice: keep one",
  ],
  [
    "a status that already holds",
    instead("{ 2021-01-13: in force }", "{ 2021-01-13: in force, 2021-01-14: «in force }"),
    "`in force` holds already since `2021-01-13`: leave one of them out",
  ],
  [
    "an end before a beginning",
    instead("in force", "«ended"),
    "`ended` comes first, and nothing has begun: write when the rule began",
  ],
  // R4: seasons
  [
    "a season that ends where it starts",
    withLine("each year: { from: 09-01, until: «09-01 }"),
    "`09-01` is where the season starts: leave `each year` out for the whole year",
  ],
  [
    "a season from a day that is none",
    withLine("each year: { from: «02-30, until: 09-01 }"),
    "`02-30` is not a day of the year: write `09-01` for 1 September",
  ],
  ["half a season", withLine("«each year: { from: 09-01 }"), "`until` is missing"],
  // R5: effects
  [
    "an unknown item",
    instead("then: { comments:", "then: { «coments:"),
    "`coments` is not in the catalogue; did you mean `comments`?",
  ],
  [
    "an unknown word",
    instead("at most: FRIENDS,", "«at_most: FRIENDS,"),
    "`at_most` is not used here; did you mean `at most`?",
  ],
  [
    "a value that is none",
    instead("at most: FRIENDS", "at most: «FREINDS"),
    "`FREINDS` is not a value of `comments`: one of `NO_ONE`, `FRIENDS`, `EVERYONE`; did you mean `FRIENDS`?",
  ],
  [
    "at least for a chain",
    instead("at most: FRIENDS,", "«at least: FRIENDS,"),
    "`at least` is not for `comments`: write `at most`, only windows have `at least`",
  ],
  [
    "at most for windows",
    instead("at least:", "«at most:"),
    "`at most` is not for `quietHours`: write `at least`, windows only ever add",
  ],
  [
    "windows without a list",
    instead(`["21:00-08:00"]`, "«21:00-08:00"),
    '`21:00-08:00` is not a list of windows: write `["21:00-08:00"]`, or `[]` for none',
  ],
  [
    "a window that is none",
    instead(`["21:00-08:00"]`, `["21:00-08:00", «"21:00-21:00"]`),
    "`21:00-21:00` starts and ends at the same time: write `00:00-24:00` for a whole day",
  ],
  [
    "two windows in one",
    instead(`["21:00-08:00"]`, `[«"21:00-08:00, MON 10:00-11:00"]`),
    "`21:00-08:00, MON 10:00-11:00` is not one window: give each its own entry",
  ],
  [
    "a lift that loosens nothing",
    instead("at most: FRIENDS, default: FRIENDS", "at most: FRIENDS, guardian may allow: «NO_ONE"),
    "`NO_ONE` is not looser than `at most: FRIENDS`: a guardian can only loosen here",
  ],
  [
    "a lift to the same",
    instead("at most: FRIENDS, default: FRIENDS", "at most: FRIENDS, guardian may allow: «FRIENDS"),
    "`FRIENDS` is not looser than `at most: FRIENDS`: a guardian can only loosen here",
  ],
  [
    "a lift to other windows",
    instead(`["21:00-08:00"] }`, `["21:00-08:00"], guardian may allow: «["20:00-07:00"] }`),
    "`20:00-07:00` is not looser than `at least: 21:00-08:00`: a guardian can only loosen here",
  ],
  [
    "a lift of nothing",
    instead("at most: FRIENDS, default: FRIENDS", "«guardian may allow: EVERYONE, default: FRIENDS"),
    "`guardian may allow` lifts nothing here: write `at most` too",
  ],
  [
    "a default beyond the cap",
    instead("default: FRIENDS", "default: «EVERYONE"),
    "the default `EVERYONE` is looser than `FRIENDS`, the loosest value this rule leaves",
  ],
  [
    "an item that is given nothing",
    instead("comments: { at most: FRIENDS, default: FRIENDS }", "«comments: {}"),
    "`comments` is given nothing: write `at most` or `default`",
  ],
  [
    "no items",
    instead("then: { comments: { at most: FRIENDS, default: FRIENDS } }", "«then: {}"),
    "`then` is empty: name an item and what holds for it",
  ],
  [
    "a default for a feature (S4)",
    instead("comments: { at most: FRIENDS, default: FRIENDS }", "commenting: { «default: DENIED }"),
    "`commenting` is a feature, and nobody chooses on a feature: write `at most` in place of `default`",
  ],
  [
    "a limit without a text (S4)",
    instead("comments: { at most: FRIENDS, default: FRIENDS }", "commenting: { at most: «LIMITED }"),
    "`LIMITED` is not a level of `commenting`: say in the catalogue what holds then, as `limited`",
  ],
  ["1440 as a cap (S2)", [L, "at most: 60", "at most: «1440"], "`1440` is the whole day: write `NO_LIMIT`"],
  [
    "half a minute",
    [L, "at most: 60", "at most: «60.5"],
    "`60.5` is not a number of minutes a day: write 0 to 1439, or `NO_LIMIT`",
  ],
  // Ids, sources, groups
  [
    "an id with capitals",
    instead("id: comments-16", "id: «Comments_16"),
    "`Comments_16` is not an id: write small letters, digits and hyphens, like `live-16`",
  ],
  ["a rule that is a word", instead(SECOND, `  - «live\n${SECOND}`), "`live` is not a rule"],
  [
    "a source that nobody wrote down",
    instead("cite: newsroom", "cite: «newsrom"),
    "`newsrom` is not among the `sources`; did you mean `newsroom`?",
  ],
  [
    "a source named own",
    instead("sources:\n", "sources:\n  «own: { title: Ours }\n"),
    "`own` means that no source asks for a rule: give the source another name",
  ],
  [
    "an address that is none",
    instead("https://example.com/page", "«example.com"),
    "`example.com` is not an address: write `https://...`",
  ],
  [
    "a law that cites the house",
    [L, "where: US-VA", "where: US-VA\n    cite: «own"],
    "`own` is for the platform's rules: a law's rules cite the law",
  ],
  [
    "a law without its law",
    [L, "layer: LAW\nlaw: { title: Virginia SB 854 }", "«layer: LAW"],
    "`law` is missing: name the statute that these rules come from",
  ],
  [
    "a platform with a law",
    instead("layer: PLATFORM", "layer: PLATFORM\n«law: { title: X }"),
    "`law` is for files with `layer: LAW`",
  ],
  ["another layer", instead("layer: PLATFORM", "layer: «HOUSE"), "`HOUSE` is not a layer: write `LAW` or `PLATFORM`"],
  [
    "a word that the group has said",
    instead(
      SECOND,
      `  - when: { age: under 13 }\n    rules:\n      - id: a\n        timeline: { 2020-01-01: in force }\n        «when: { age: under 12 }\n        then: { autoplay: { default: OFF } }\n${SECOND}`,
    ),
    "`when` is already said by the group: say it in one place",
  ],
  [
    "a mistake in a group's words, once",
    instead(
      SECOND,
      `  - timeline: { 2020-01-01: in force }\n    where: «XX\n    rules:\n      - { id: a, then: { autoplay: { default: OFF } } }\n      - { id: b, then: { autoplay: { default: OFF } } }\n${SECOND}`,
    ),
    "`XX` is not a region or a bloc",
  ],
  [
    "a rule in a group without what the group does not say",
    instead(SECOND, `  - where: US\n    rules:\n      - «{ id: a, then: { autoplay: { default: OFF } } }\n${SECOND}`),
    "`timeline` is missing",
  ],
])("%s is a problem", (_, change, ...problems) => {
  expect(problemsIn(changed(change))).toEqual(placed([change], problems));
});

test("rules beside a broken one are read all the same, so that every mistake is found at once", () => {
  const changes: readonly Change[] = [
    instead("at most: FRIENDS,", "at most: «FREINDS,"),
    instead(`["21:00-08:00"]`, `[«"21:00"]`),
    [L, "US-VA", "«US-VX"],
  ];
  expect(problemsIn(changed(...changes))).toEqual(
    placed(changes, [
      "`US-VX` is not a region or a bloc",
      "`FREINDS` is not a value of `comments`: one of `NO_ONE`, `FRIENDS`, `EVERYONE`; did you mean `FRIENDS`?",
      "`21:00` is not a window: write `21:00-08:00` or `MON-FRI 08:00-15:00`",
    ]),
  );
});

test("an item with a mistake in the catalogue is not a second mistake in every rule", () => {
  const change: Change = ["catalogue.yaml", "open: EVERYONE", "open: «ALL"];
  expect(problemsIn(changed(change))).toEqual(
    placed([change], ["`ALL` is not a value of `comments`: one of `NO_ONE`, `FRIENDS`, `EVERYONE`"]),
  );
});

test("the small policy itself is sound", () => {
  expect(problemsIn(SMALL)).toEqual([]);
});
