import { analyse } from "../../../src/policy/analysis/analyse.js";
import { itemOf } from "../fixtures/documents.js";
import { day } from "../people.js";
import { documentsIn, filesWith, found, type Additions } from "./sound-policy.js";

type Row = readonly [what: string, additions: Additions, expected: readonly string[]];

const NEEDLESS = "needless-statement";

/** What is found. A new rule often makes the statement of the sound policy needless: only rows that are about that hear of it. */
function reported(additions: Additions, expected: readonly string[]): readonly string[] {
  const isAboutIt = expected.some((text) => text.includes(NEEDLESS));
  return found(additions).filter((line) => isAboutIt || !line.includes(` ${NEEDLESS} `));
}

const lines = (texts: readonly string[]): readonly unknown[] => texts.map((text) => expect.stringContaining(text));

describe("what is missing", () => {
  test.each<Row>([
    [
      "an item of which nobody speaks",
      { instead: [["catalogue.yaml", "  live:", "  gifts: { needs: { account: ALLOWED } }\n  live:"]] },
      [
        "error gap at catalogue.yaml `gifts`: no rule says anything about `gifts` for people aged 0 in countries that no rule names",
      ],
    ],
    [
      "an item of which nobody speaks from a day on",
      {
        instead: [
          [
            "platform.yaml",
            "time-18, timeline: { 2019-03-01: in force }",
            "time-18, timeline: { 2019-03-01: in force, 2021-05-05: ended }",
          ],
        ],
      },
      [
        "error gap at catalogue.yaml `dailyScreenTime`: no rule says anything about `dailyScreenTime` for people aged 0 in",
      ],
    ],
  ])("%s", (_, additions, expected) => {
    expect(reported(additions, expected)).toEqual(lines(expected));
  });
});

describe("a rule that is never in force", () => {
  const SUMMER = "each year: { from: 06-01, until: 09-01 }";
  const then = "when: { age: under 16 }, then: { comments: { at most: NO_ONE } }";
  test.each<Row>([
    [
      "its season lies outside its timeline",
      { platform: [`id: a, timeline: { 2022-10-01: in force, 2023-05-01: ended }, ${SUMMER}, ${then}`] },
      ["error never-in-force at platform.yaml `a`: `a` is never in force: its season lies outside its timeline"],
    ],
    [
      "its season begins before its end",
      { platform: [`id: a, timeline: { 2022-10-01: in force, 2023-06-02: ended }, ${SUMMER}, ${then}`] },
      [],
    ],
    [
      "its season was over before it was confirmed",
      {
        platform: [
          `id: a, timeline: { 2022-05-01: unconfirmed, 2022-10-01: in force, 2023-05-01: ended }, ${SUMMER}, ${then}`,
        ],
      },
      ["error never-in-force"],
    ],
    [
      "it was over before anything is known",
      { platform: [`id: a, timeline: { 2017-01-01: in force, 2019-03-01: ended }, ${then}`] },
      ["warning over-before-since at platform.yaml `a`: `a` was over on 2019-03-01, before the catalogue's first day"],
    ],
    [
      "it is over on the day after",
      { platform: [`id: a, timeline: { 2017-01-01: in force, 2019-03-02: ended }, ${then}`] },
      [],
    ],
    [
      "it begins when nothing is answered any more",
      { platform: [`id: a, timeline: { 2100-01-01: in force }, ${then}`] },
      ["error never-in-force at platform.yaml `a`: `a` is never in force: it begins after the year 2099"],
    ],
    [
      "a court has stopped it",
      { laws: { x: [`id: x, timeline: { 2022-05-01: enjoined }, ${then}`] } },
      ["note switched-off at laws/x.yaml `x`: `x` is only ever enjoined, and off in this deployment"],
    ],
    [
      "a court has stopped it, and the deployment follows it",
      {
        laws: { x: [`id: x, timeline: { 2022-05-01: enjoined }, ${then}`] },
        files: { "deployment.yaml": "comply anyway: [x]\n" },
      },
      [],
    ],
  ])("%s", (_, additions, expected) => {
    expect(reported(additions, expected)).toEqual(lines(expected));
  });
});

describe("a statement that something is open", () => {
  test.each<Row>([
    [
      "where others speak of it",
      { platform: ["id: a, when: { age: under 18 }, then: { dailyScreenTime: { default: NO_LIMIT } }"] },
      ["warning needless-statement at platform.yaml `dailyScreenTime`: `a` only says that `dailyScreenTime` is open"],
    ],
    [
      "said twice: the later",
      { platform: ["id: a, when: { age: under 18 }, then: { live: { at most: ALLOWED } }"] },
      ["warning needless-statement at platform.yaml `live`: `a` only says"],
    ],
    [
      "of people who are adults",
      { platform: ["id: a, then: { dailyScreenTime: { default: NO_LIMIT } }"] },
      ["warning needless-statement at platform.yaml `dailyScreenTime`"],
    ],
    [
      "where others speak of it only for those without a guardian",
      {
        platform: ["id: a, when: { age: under 18 }, then: { dailyScreenTime: { default: NO_LIMIT } }"],
        instead: [
          [
            "platform.yaml",
            "{ age: under 18 }, then: { dailyScreenTime",
            "{ age: under 18, guardian: not linked }, then: { dailyScreenTime",
          ],
        ],
      },
      [],
    ],
    [
      "by a law is its own affair",
      { laws: { x: ["id: x, when: { age: under 18 }, then: { live: { at most: ALLOWED } }"] } },
      [],
    ],
  ])("%s", (_, additions, expected) => {
    expect(reported(additions, expected)).toEqual(lines(expected));
  });
});

describe("windows that leave nothing of the week", () => {
  test.each<Row>([
    [
      "together",
      { platform: ['id: a, where: BR, when: { age: under 16 }, then: { quietHours: { at least: ["08:00-21:00"] } }'] },
      [
        "warning whole-week at platform.yaml `quietHours`: `a` and `quiet-16` together leave no minute of the week for `quietHours`",
      ],
    ],
    [
      "but for a minute",
      { platform: ['id: a, where: BR, when: { age: under 16 }, then: { quietHours: { at least: ["08:00-20:59"] } }'] },
      [],
    ],
    [
      "together, but not for a linked guardian",
      {
        platform: [
          'id: a, where: BR, when: { age: under 16, guardian: not linked }, then: { quietHours: { at least: ["08:00-21:00"] } }',
        ],
      },
      ["warning whole-week"],
    ],
    [
      "in one rule that says so",
      { platform: ['id: a, where: BR, when: { age: under 16 }, then: { quietHours: { at least: ["00:00-24:00"] } }'] },
      [],
    ],
  ])("%s", (_, additions, expected) => {
    expect(reported(additions, expected)).toEqual(lines(expected));
  });
});

describe("an age at which nothing changes", () => {
  test.each<Row>([
    [
      "because another rule holds for the unproven of every age and one for the young",
      {
        platform: [
          "id: a, when: { age: under 21 }, then: { live: { at most: DENIED } }",
          "id: b, when: { age: not proven 17, by: ESTIMATED }, then: { live: { at most: DENIED } }",
        ],
      },
      ["warning idle-threshold at platform.yaml `b`: nothing changes for anybody at 17, an age that `b` names"],
    ],
    [
      "but for those with a guardian",
      {
        platform: [
          "id: a, when: { age: under 21, guardian: not linked }, then: { live: { at most: DENIED } }",
          "id: b, when: { age: not proven 17, by: ESTIMATED }, then: { live: { at most: DENIED } }",
        ],
      },
      [],
    ],
  ])("%s", (_, additions, expected) => {
    expect(reported(additions, expected)).toEqual(lines(expected));
  });
});

describe("a region that is like what is around it", () => {
  test.each<Row>([
    [
      "a state named beside its country",
      { platform: ["id: a, where: [US, US-CA], when: { age: under 16 }, then: { comments: { at most: NO_ONE } }"] },
      [
        "warning idle-region at platform.yaml `a`: `US-CA` is answered like the rest of `US`, though `a` names it: take it out of `where` or `minus`",
      ],
    ],
    [
      "a country taken out, to which another rule does the same",
      {
        platform: [
          "id: a, where: WORLD, minus: EU, when: { age: under 13 }, then: { comments: { at most: NO_ONE } }",
          "id: b, where: EU, when: { age: under 13 }, then: { comments: { at most: NO_ONE } }",
        ],
      },
      [
        "warning idle-region at platform.yaml `a`: `AT` and `FR` are answered like countries that no rule names, though `a` and `b` name them",
      ],
    ],
    [
      "a country that another rule treats otherwise in one state",
      {
        platform: ["id: a, where: US, minus: US-CA, when: { age: under 13 }, then: { comments: { at most: NO_ONE } }"],
      },
      [],
    ],
  ])("%s", (_, additions, expected) => {
    expect(reported(additions, expected)).toEqual(lines(expected));
  });
});

describe("a value that nobody can have", () => {
  test.each<Row>([
    [
      "of a setting",
      { platform: ["id: a, then: { comments: { at most: FRIENDS } }"] },
      [
        "warning unreachable-value at catalogue.yaml `comments`: `EVERYONE` of `comments` is never permitted to anybody",
        "beaten-cap",
      ],
    ],
    [
      "of a setting, but with an approval",
      { platform: ["id: a, then: { comments: { at most: FRIENDS, guardian may allow: EVERYONE } }"] },
      [],
    ],
    [
      "among the steps of minutes",
      { platform: ["id: a, then: { dailyScreenTime: { at most: 60 } }"] },
      ["`90` and `NO_LIMIT` of `dailyScreenTime` are never permitted to anybody"],
    ],
    [
      "LIMITED, which no rule leads to",
      { instead: [["platform.yaml", "account: { at most: LIMITED }", "account: { at most: DENIED }"]] },
      ["`LIMITED` of `account` is never permitted to anybody"],
    ],
    [
      "LIMITED, but when a guardian approves just that",
      {
        instead: [
          [
            "platform.yaml",
            "account: { at most: LIMITED }",
            "account: { at most: DENIED, guardian may allow: ALLOWED }",
          ],
        ],
      },
      [],
    ],
    [
      "a feature that is closed to all",
      { platform: ["id: a, then: { live: { at most: DENIED } }"] },
      ["`ALLOWED` of `live` is never permitted to anybody"],
    ],
    [
      "a feature whose need is closed to all",
      { platform: ["id: a, then: { account: { at most: LIMITED } }"] },
      ["`ALLOWED` of `account` is never", "`ALLOWED` of `live` is never", "beaten-cap"],
    ],
  ])("%s", (_, additions, expected) => {
    expect(reported(additions, expected)).toEqual(lines(expected));
  });
});

describe("a text for a reason that is never given", () => {
  const LIFT = "id: a, when: { age: under 13 }, then: { comments: { at most: NO_ONE, guardian may allow: FRIENDS } }";
  const LINK = "id: a, when: { age: under 14, guardian: not linked }, then: { account: { at most: DENIED } }";
  const BRAZIL = "id: a, where: BR, when: { age: under 14 }, then: { live: { at most: DENIED } }";
  const place = { file: "texts/en.yaml", line: 7, column: 5 };
  test.each<[what: string, item: string, code: string, rules: readonly string[], isGiven: boolean]>([
    ["of an approval where no rule asks for one", "comments", "GUARDIAN_APPROVAL_NEEDED", [], false],
    ["of an approval where one does", "comments", "GUARDIAN_APPROVAL_NEEDED", [LIFT], true],
    ["of a pending approval where a rule asks for one", "comments", "GUARDIAN_APPROVAL_PENDING", [LIFT], true],
    ["of a link where no rule asks for one", "live", "GUARDIAN_LINK_NEEDED", [], false],
    ["of a link that what it needs asks for", "live", "GUARDIAN_LINK_NEEDED", [LINK], true],
    ["of an unknown region where all are alike", "live", "REGION_UNKNOWN", [], false],
    ["of an unknown region where they are not", "live", "REGION_UNKNOWN", [BRAZIL], true],
    ["of a law where there is none", "comments", "LAW", [], false],
    ["of an age", "comments", "BELOW_MINIMUM_AGE", [], true],
    ["of an age where no cap is", "dailyScreenTime", "BELOW_MINIMUM_AGE", [], false],
    ["of what is kept where nothing loosens", "quietHours", "KEPT", [], false],
    ["of what is kept", "comments", "KEPT", [], true],
    ["of a guardian's limit", "live", "GUARDIAN_LIMIT", [], true],
    ["of a choice", "comments", "USER_CHOICE", [], true],
    ["of a feature that is open", "live", "ALLOWED", [], true],
  ])("%s", (_, key, code, rules, isGiven) => {
    const documents = documentsIn(filesWith({ platform: rules }));
    const ownReasonTexts = [{ item: itemOf(documents, key).key, code, place }];
    const reported = analyse({ ...documents, ownReasonTexts }, { today: day("2026-11-23") });
    expect(reported).toEqual(
      isGiven
        ? []
        : [
            {
              severity: "warning",
              code: "unreachable-reason",
              place,
              message: expect.stringContaining(`\`${key}\` is never given for the reason \`${code}\``),
            },
          ],
    );
  });
});

describe("the review of a source", () => {
  const YEARLY = { files: { "deployment.yaml": "review every: 12 months\n" } };
  const law = { laws: { x: ["id: x, when: { age: under 13 }, then: { comments: { at most: NO_ONE } }"] } };
  test.each<[what: string, additions: Additions, today: string, expected: readonly string[]]>([
    ["on its last day", YEARLY, "2027-01-31", []],
    [
      "a day later",
      YEARLY,
      "2027-02-01",
      ["warning overdue-review at platform.yaml `2026-01-31`: the review of `A page` was due on 2027-01-31"],
    ],
    [
      "of a law a day later",
      { ...YEARLY, ...law },
      "2027-02-01",
      ["overdue-review at laws/x.yaml `2026-01-31`", "overdue-review at platform.yaml"],
    ],
    [
      "in a month without that day",
      { files: { "deployment.yaml": "review every: 1 month\n" } },
      "2026-03-01",
      ["was due on 2026-02-28"],
    ],
    ["where nobody asks for one", {}, "2099-01-01", []],
    [
      "that nobody wrote down",
      { ...YEARLY, instead: [["platform.yaml", ", reviewedOn: 2026-01-31", ""]] },
      "2026-02-01",
      ["warning overdue-review at platform.yaml `page`: nobody wrote down when `A page` was reviewed"],
    ],
    ["that is still to come", YEARLY, "2026-01-30", ["warning review-ahead at platform.yaml `2026-01-31`"]],
  ])("%s", (_, additions, today, expected) => {
    expect(found(additions, today)).toEqual(expected.map((text) => expect.stringContaining(text)));
  });
});

describe("a policy that is too large to be looked at", () => {
  // Every rule that names a day, a country and an age of its own multiplies the facts that are told apart.
  const CODES = [
    "AT",
    "BE",
    "BR",
    "CA",
    "CH",
    "CL",
    "CN",
    "DE",
    "DK",
    "ES",
    "FI",
    "FR",
    "GB",
    "GR",
    "HU",
    "IE",
    "IN",
    "IT",
    "JP",
    "KR",
  ];
  const rules = (count: number): readonly string[] =>
    Array.from({ length: count }, (_, n) => {
      const where = `where: ${CODES[n % CODES.length] ?? ""}`;
      const timeline = `timeline: { 20${20 + (n % 60)}-0${1 + Math.floor(n / 60)}-01: in force }`;
      return `id: r${n}, ${timeline}, ${where}, when: { age: under ${20 + (n % 99)} }, then: { comments: { at most: NO_ONE } }`;
    });

  test("is refused with the number, and nothing else is claimed of it", () => {
    expect(found({ platform: rules(350) })).toEqual([
      expect.stringMatching(
        /^error too-large at catalogue.yaml `comments`: the rules tell apart \d+ combinations of facts, \d+ of them for `comments`: \d+ dates x \d+ places x \d+ ages x 1 levels x 2 for a guardian; 400000 are the most/,
      ),
    ]);
  });

  test("is looked at as long as it is not", () => {
    expect(found({ platform: rules(20) })).not.toContainEqual(expect.stringContaining("too-large"));
  });
});
