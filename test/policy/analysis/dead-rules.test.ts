import { found, type Additions } from "./sound-policy.js";

test("of a sound policy there is nothing to say", () => {
  expect(found({})).toEqual([]);
});

type Row = readonly [what: string, additions: Additions, expected: readonly string[]];

describe("a cap that changes nothing", () => {
  test.each<Row>([
    [
      "one for older people is as strict",
      { platform: ["id: a, when: { age: under 13 }, then: { comments: { at most: FRIENDS } }"] },
      [
        "warning beaten-cap at platform.yaml `comments`: `at most: FRIENDS` of `a` changes nothing for `comments`: `comments-16` is as strict wherever it applies",
      ],
    ],
    ["it is stricter", { platform: ["id: a, when: { age: under 13 }, then: { comments: { at most: NO_ONE } }"] }, []],
    [
      "it is for older people",
      { platform: ["id: a, when: { age: under 17 }, then: { comments: { at most: FRIENDS } }"] },
      ["warning beaten-cap at platform.yaml `comments`: `at most: FRIENDS` of `comments-16` changes nothing"],
    ],
    [
      "two rules of the same words: the later",
      {
        platform: [
          "id: a, where: BR, when: { age: under 13 }, then: { comments: { at most: NO_ONE } }",
          "id: b, where: BR, when: { age: under 13 }, then: { comments: { at most: NO_ONE } }",
        ],
      },
      ["of `b` changes nothing for `comments`: `a` is as strict wherever it applies"],
    ],
    [
      "two others beat it together",
      {
        platform: [
          "id: a, where: BR, when: { age: under 17 }, then: { comments: { at most: NO_ONE } }",
          "id: b, where: BR, when: { age: not proven 17 }, then: { comments: { at most: NO_ONE }, dailyScreenTime: { default: 0 } }",
        ],
      },
      ["of `a` changes nothing for `comments`: `b` is as strict wherever it applies"],
    ],
    [
      "by place in two halves",
      {
        platform: [
          "id: a, where: EU, when: { age: under 13 }, then: { comments: { at most: NO_ONE } }",
          "id: at, where: AT, when: { age: under 14 }, then: { comments: { at most: NO_ONE } }",
          "id: fr, where: FR, when: { age: under 15 }, then: { comments: { at most: NO_ONE } }",
        ],
      },
      ["of `a` changes nothing for `comments`: `at` and `fr` are as strict wherever it applies"],
    ],
    [
      "by place in two halves, but only from a later day",
      {
        platform: [
          "id: a, where: EU, when: { age: under 13 }, then: { comments: { at most: NO_ONE } }",
          "id: at, where: AT, when: { age: under 14 }, then: { comments: { at most: NO_ONE } }",
          "id: fr, timeline: { 2019-03-02: in force }, where: FR, when: { age: under 15 }, then: { comments: { at most: NO_ONE } }",
        ],
      },
      [],
    ],
    [
      "an approval lifts what beats it",
      {
        platform: [
          "id: a, when: { age: under 13 }, then: { comments: { at most: NO_ONE, guardian may allow: EVERYONE } }",
        ],
      },
      [],
    ],
    [
      "minutes held down by others between two lifts",
      {
        platform: [
          "id: a, when: { age: under 13 }, then: { dailyScreenTime: { at most: 60, guardian may allow: 90 } }",
          "id: b, when: { age: under 14 }, then: { dailyScreenTime: { at most: 30, guardian may allow: 120 } }",
        ],
      },
      [],
    ],
    [
      "minutes that one rule alone holds down, lift and all",
      {
        platform: [
          "id: a, when: { age: under 13 }, then: { dailyScreenTime: { at most: 60, guardian may allow: 120 } }",
          "id: b, when: { age: under 14 }, then: { dailyScreenTime: { at most: 30, guardian may allow: 90 } }",
        ],
      },
      ["of `a` changes nothing for `dailyScreenTime`: `b` is as strict wherever it applies"],
    ],
    [
      "windows inside those of two others",
      {
        platform: [
          'id: a, where: BR, when: { age: under 13 }, then: { quietHours: { at least: ["20:00-09:00"] } }',
          'id: b, where: BR, when: { age: under 13 }, then: { quietHours: { at least: ["19:00-21:00"] } }',
          'id: c, where: BR, when: { age: under 13 }, then: { quietHours: { at least: ["07:00-10:00"] } }',
        ],
      },
      [
        "`at least: 20:00-09:00` of `a` changes nothing for `quietHours`: `b`, `c` and `quiet-16` are as strict wherever it applies",
      ],
    ],
    [
      "windows with a minute of their own",
      {
        platform: [
          'id: a, where: BR, when: { age: under 13 }, then: { quietHours: { at least: ["20:00-09:00"] } }',
          'id: b, where: BR, when: { age: under 13 }, then: { quietHours: { at least: ["19:00-21:00"] } }',
          'id: c, where: BR, when: { age: under 13 }, then: { quietHours: { at least: ["08:01-10:00"] } }',
        ],
      },
      [],
    ],
    [
      "a feature that what it needs closes as well keeps its own rule",
      { platform: ["id: a, when: { age: under 12 }, then: { live: { at most: DENIED } }"] },
      ["warning idle-threshold"],
    ],
  ])("%s", (_, additions, expected) => {
    expect(found(additions)).toEqual(expected.map((text) => expect.stringContaining(text)));
  });
});

describe("a law that asks for no more", () => {
  test.each<Row>([
    [
      "than the platform is a note",
      { laws: { x: ["id: x, when: { age: under 13 }, then: { comments: { at most: FRIENDS } }"] } },
      [
        "note law-already-met at laws/x.yaml `comments`: `at most: FRIENDS` of `x` asks for no more of `comments` than `comments-16`",
      ],
    ],
    [
      "than another law is a note for both",
      {
        laws: {
          x: ["id: x, when: { age: under 13 }, then: { comments: { at most: NO_ONE } }"],
          y: ["id: y, when: { age: under 13 }, then: { comments: { at most: NO_ONE } }"],
        },
      },
      ["note law-already-met at laws/x.yaml", "note law-already-met at laws/y.yaml"],
    ],
    [
      "than its own file is a warning",
      {
        laws: {
          x: [
            "id: x, when: { age: under 13 }, then: { comments: { at most: NO_ONE } }",
            "id: y, when: { age: under 14 }, then: { comments: { at most: NO_ONE } }",
          ],
        },
      },
      ["warning beaten-cap at laws/x.yaml `comments`: `at most: NO_ONE` of `x` changes nothing"],
    ],
    [
      "by its default than the platform is a note",
      { laws: { x: ["id: x, when: { age: under 14 }, then: { dailyScreenTime: { default: 90 } }"] } },
      ["note law-already-met at laws/x.yaml `dailyScreenTime`: `default: 90` of `x` asks for no more"],
    ],
    [
      "than it lets a guardian allow is a note where the platform allows less",
      {
        laws: {
          x: ["id: x, when: { age: under 14 }, then: { comments: { at most: NO_ONE, guardian may allow: EVERYONE } }"],
        },
      },
      [],
    ],
    [
      "a platform's rule that a law equals keeps its own reason",
      { laws: { x: ["id: x, when: { age: under 16 }, then: { comments: { at most: FRIENDS } }"] } },
      ["note law-already-met at laws/x.yaml"],
    ],
    [
      "a platform's rule that a law always beats is a warning",
      { laws: { x: ["id: x, when: { age: under 16 }, then: { comments: { at most: NO_ONE } }"] } },
      [
        "warning beaten-cap at platform.yaml `comments`: `at most: FRIENDS` of `comments-16` changes nothing for `comments`: `x` is as strict wherever it applies",
        "warning default-out-of-reach at platform.yaml `comments`: nobody starts with `default: FRIENDS` of `comments-16`",
      ],
    ],
  ])("%s", (_, additions, expected) => {
    expect(found(additions)).toEqual(expected.map((text) => expect.stringContaining(text)));
  });
});

describe("a default", () => {
  test.each<Row>([
    [
      "that a stricter one beats",
      { platform: ["id: a, when: { age: under 13 }, then: { dailyScreenTime: { default: 90 } }"] },
      ["warning beaten-default at platform.yaml `dailyScreenTime`: `default: 90` of `a` changes nothing"],
    ],
    [
      "that is stricter",
      { platform: ["id: a, when: { age: under 13 }, then: { dailyScreenTime: { default: 30 } }"] },
      [],
    ],
    [
      "for the same people as another one",
      { platform: ["id: a, when: { age: under 18 }, then: { dailyScreenTime: { default: 90 } }"] },
      [
        "warning conflicting-defaults at platform.yaml `dailyScreenTime`: `default: 90` of `a` and `default: 60` of `time-18` are for the same people at the same times",
      ],
    ],
    [
      "for the same people as another one, and the same",
      { platform: ["id: a, when: { age: under 18 }, then: { dailyScreenTime: { default: 60 } }"] },
      ["warning beaten-default at platform.yaml `dailyScreenTime`: `default: 60` of `a` changes nothing"],
    ],
    [
      "that a cap holds down today is kept for later, and stays",
      { platform: ["id: a, when: { age: under 13 }, then: { comments: { at most: NO_ONE, default: NO_ONE } }"] },
      [],
    ],
    [
      "that nobody can have while its rule applies",
      {
        platform: [
          "id: a, when: { age: under 13 }, then: { comments: { at most: NO_ONE } }",
          "id: b, when: { age: under 13 }, then: { dailyScreenTime: { at most: 30 } }",
          "id: c, when: { age: under 13 }, then: { dailyScreenTime: { default: 45 } }",
        ],
      },
      [
        "warning default-out-of-reach at platform.yaml `dailyScreenTime`: nobody starts with `default: 45` of `c`: where it applies, no more than `30` of `dailyScreenTime` is permitted",
      ],
    ],
    [
      "of windows that are there anyway",
      { platform: ['id: a, when: { age: under 13 }, then: { quietHours: { default: ["22:00-07:00"] } }'] },
      ["warning default-out-of-reach at platform.yaml `quietHours`"],
    ],
    [
      "that a guardian may allow",
      {
        platform: [
          "id: a, when: { age: under 13 }, then: { dailyScreenTime: { at most: 30, guardian may allow: 45, default: 45 } }",
        ],
      },
      [],
    ],
  ])("%s", (_, additions, expected) => {
    expect(found(additions)).toEqual(expected.map((text) => expect.stringContaining(text)));
  });
});

describe("what a guardian may allow", () => {
  test.each<Row>([
    [
      "and others hold down",
      {
        platform: [
          "id: a, when: { age: under 13 }, then: { comments: { at most: NO_ONE, guardian may allow: FRIENDS } }",
          "id: b, when: { age: under 13 }, then: { comments: { at most: NO_ONE } }",
        ],
      },
      ["warning beaten-cap at platform.yaml `comments`: `at most: NO_ONE` of `a` changes nothing"],
    ],
    [
      "of a rule for those without a guardian",
      {
        platform: [
          "id: a, where: BR, when: { age: under 17, guardian: not linked }, then: { comments: { at most: NO_ONE, guardian may allow: EVERYONE } }",
        ],
      },
      ["`guardian may allow: EVERYONE` of `a` never counts: the rule applies while no guardian is linked"],
    ],
    [
      "and a law does not",
      {
        platform: [
          "id: a, when: { age: under 13 }, then: { comments: { at most: NO_ONE, guardian may allow: FRIENDS } }",
        ],
        laws: { x: ["id: x, when: { age: under 13 }, then: { comments: { at most: NO_ONE } }"] },
      },
      [
        "warning idle-lift at platform.yaml `comments`: `guardian may allow: FRIENDS` of `a` is never reached: `x` holds `comments` down wherever it applies",
      ],
    ],
    [
      "and a law does not, elsewhere",
      {
        platform: [
          "id: a, when: { age: under 13 }, then: { comments: { at most: NO_ONE, guardian may allow: FRIENDS } }",
        ],
        laws: { x: ["id: x, where: BR, when: { age: under 13 }, then: { comments: { at most: NO_ONE } }"] },
      },
      [],
    ],
  ])("%s", (_, additions, expected) => {
    expect(found(additions)).toEqual(expected.map((text) => expect.stringContaining(text)));
  });
});
