import { formatDate, formatInstant } from "../../src/policy/calendar.js";
import { readPeople, type PeopleProblem } from "../../src/profiles/people-file.js";
import type { Profile } from "../../src/profiles/profile.js";
import { writeProfile } from "../../src/profiles/profile-document.js";
import { ITEMS } from "./items.js";
import { instant } from "./profile-of.js";

const door = { now: instant("2026-11-22T12:00:00Z"), items: new Map(ITEMS.map((item) => [String(item.key), item])) };

function profilesIn(text: string): readonly Profile[] {
  const read = readPeople(text, door);
  if (!read.ok) throw new TypeError(JSON.stringify(read.problems));
  return read.people.map(({ profile }) => profile);
}

function problemsIn(text: string): readonly string[] {
  const read = readPeople(text, door);
  return read.ok ? [] : read.problems.map(({ line, column, message }: PeopleProblem) => `${line}:${column} ${message}`);
}

describe("a people file", () => {
  test("says as little as an id", () => {
    const [noah] = profilesIn("- id: noah");
    expect(noah).toEqual({
      id: "noah",
      revision: 0,
      ages: [],
      residence: null,
      present: null,
      timeZone: null,
      joined: null,
      guardians: [],
      approvals: [],
      choices: new Map(),
    });
  });

  test("is YAML, or JSON, which means the same", () => {
    const yaml = "- { id: maya, residence: NO, choices: { autoplay: OFF, dailyScreenTime: 45 }, age: { born: 2011 } }";
    const json =
      '[{"id":"maya","residence":"NO","choices":{"autoplay":"OFF","dailyScreenTime":45},"age":[{"born":"2011"}]}]';
    expect(profilesIn(json)).toEqual(profilesIn(yaml));
    expect(profilesIn(yaml)[0]).toMatchObject({
      residence: { region: "NO" },
      choices: new Map<string, unknown>([
        ["autoplay", "OFF"],
        ["dailyScreenTime", 45],
      ]),
    });
  });

  test("fills in what a short form leaves out", () => {
    const [maya] = profilesIn(`
- id: maya
  age: { born: 2014-03-09 }
  residence: US-CA
  timeZone: America/Los_Angeles
  guardians: [{ guardian: dana, state: ACTIVE, invitedAt: 2026-01-02, limits: { dailyScreenTime: 45 } }]
  approvals:
    - { item: autoplay, state: APPROVED, guardian: dana, requestedAt: 2026-02-03 }
    - { item: directMessages, value: FRIENDS, state: PENDING }
`);
    if (!maya) throw new TypeError("Maya is missing");
    const today = new Date("2026-11-22T08:00:00Z");
    const invited = new Date("2026-01-02T08:00:00Z");
    const requested = new Date("2026-02-03T08:00:00Z");
    expect(writeProfile(maya)).toMatchObject({
      ages: [{ born: "2014-03-09", method: "SELF_DECLARATION", issuer: null, recordedAt: today, expiresAt: null }],
      residence: { region: "US-CA", source: null, recordedAt: today },
      guardians: [
        {
          id: "link-1",
          invitedBy: "GUARDIAN",
          invitedAt: invited,
          activeSince: invited,
          limits: { dailyScreenTime: { value: 45, setAt: invited } },
        },
      ],
      approvals: [
        { id: "approval-1", value: null, guardian: "dana", requestedAt: requested, decidedAt: requested, endsAt: null },
        { id: "approval-2", value: "FRIENDS", guardian: null, requestedAt: today, decidedAt: null, endsAt: null },
      ],
    });
  });

  test.each<[string, string]>([
    ["2010-05-04", "2010-05-04"],
    ["2010-05", "2010-05"],
    ["2010", "2010"],
    ["{ turns: 16, in: 1 day }", "2010-11-23"],
    ["{ turned: 16, ago: 40 days }", "2010-10-13"],
    ["{ turns: 16, this: day }", "2010-11-22"],
    ["{ turns: 16, this: month }", "2010-11"],
    ["{ turns: 16, this: year }", "2010"],
    ["{ onLeapDay: { atLeast: 13 } }", "2012-02-29"],
    ["{ atLeast: 13, atMost: 17, observedOn: 2026-05-04 }", "13..17 on 2026-05-04"],
    ["{ atLeast: 18, observedOn: { ago: 30 days } }", "18.. on 2026-10-23"],
    ["{ atMost: 12 }", "..12 on 2026-11-22"],
  ])("born %s is %s", (born, expected) => {
    const [maya] = profilesIn(`- { id: maya, timeZone: Europe/Paris, age: { born: ${born} } }`);
    const stated = maya?.ages[0]?.born.stated;
    const said =
      typeof stated === "object"
        ? `${stated.atLeast ?? ""}..${stated.atMost ?? ""} on ${formatDate(stated.observedOn)}`
        : stated;
    expect(said).toBe(expected);
  });

  test("counts days where the person lives, and from the earlier day where nobody knows", () => {
    const born = (zone: string) =>
      profilesIn(`- { id: maya, ${zone} age: { born: { turns: 16, this: day }, recordedAt: { ago: 1 day } } }`)[0]
        ?.ages[0];
    expect(born("timeZone: Pacific/Kiritimati,")?.born.stated).toBe("2010-11-23");
    expect(born("timeZone: Pacific/Pago_Pago,")?.born.stated).toBe("2010-11-22");
    expect(born("")?.born.stated).toBe("2010-11-22");
    expect(formatInstant(born("timeZone: Pacific/Kiritimati,")?.recordedAt ?? door.now)).toBe(
      "2026-11-21T10:00:00.000Z",
    );
  });

  test("may repeat itself by aliases, a few times", () => {
    const [, noah] = profilesIn(
      "- &m { id: maya, residence: GB }\n- { <<: *m, id: noah }".replace("<<: *m, ", "residence: GB, "),
    );
    expect(noah?.residence?.region).toBe("GB");
    expect(profilesIn("- { id: maya, choices: &c { autoplay: OFF } }\n- { id: noah, choices: *c }")).toHaveLength(2);
  });
});

describe("what is wrong with a people file is told at its place, and never repeated", () => {
  test.each<[string, string, string[]]>([
    ["nothing", "", ["1:1 a people file is a list"]],
    ["a map", "people: []", ["1:1 a people file is a list"]],
    ["a text", "Maya Ortiz, born 2014", ["1:1 a people file is a list"]],
    ["broken YAML", "- { id: maya\n- }", ["2:1 not YAML: BAD_INDENT", "2:3 not YAML: UNEXPECTED_TOKEN"]],
    ["a key twice", "- id: maya\n  id: noah", ["2:3 not YAML: DUPLICATE_KEY"]],
    ["an alias to nobody", "- *maya", ["1:1 a people file is a list"]],
    [
      "a bomb of aliases",
      `- &a [1,1]\n${Array.from({ length: 30 }, (_, n) => `- &a${n} [${n === 0 ? "*a,*a" : `*a${n - 1},*a${n - 1}`}]`).join("\n")}`,
      ["1:1 a people file is a list"],
    ],
    ["somebody who is a text", "- maya", ["1:3 `[0]` is not a map"]],
    ["no id", "- residence: GB", ["1:3 `[0].id` is not string"]],
    ["a number for an id", "- id: 42", ["1:7 `[0].id` is not string"]],
    ["an id with a space", '- id: "Maya Ortiz"', ["1:7 `[0].id` is not a user id: 1 to 128"]],
    ["one id twice", "- id: maya\n- id: noah\n- id: maya", ["3:7 `[2].id` is somebody else's"]],
    [
      "a field that is not known",
      "- id: maya\n  Maya's diary: secret",
      ["1:3 `[0]` has a field that is not known here"],
    ],
    [
      "a field that is not known, inside",
      "- id: maya\n  age: { born: 2010, birthday: today }",
      ["2:8 `[0].age` has a field"],
    ],
    ["a region that is none", "- { id: maya, residence: California }", ["1:26 `[0].residence` is not a region"]],
    [
      "a region that is none, with a source",
      "- { id: maya, residence: { region: California } }",
      ["1:36 `[0].residence.region` is not a region"],
    ],
    [
      "a number for a region",
      "- { id: maya, residence: 42 }",
      ["1:26 `[0].residence` is not a region such as `BR` or `US-CA`, alone"],
    ],
    ["a text for an age", "- { id: maya, age: twelve }", ["1:20 `[0].age` is not `{ born, method }` or a list"]],
    [
      "a value that is null",
      "- { id: maya, choices: { autoplay: null } }",
      ["1:36 `[0].choices.autoplay` is not a value: a word"],
    ],
    [
      "a window without an end",
      '- { id: maya, choices: { quietHours: [{ from: "21:00" }] } }',
      ["1:39 `[0].choices.quietHours[0].until` is not string"],
    ],
    ["a zone that is none", "- { id: maya, timeZone: PST8 }", ["1:25 `[0].timeZone` is not a time zone"]],
    ["a day that is none", "- { id: maya, joined: 2026-02-29 }", ["1:23 `[0].joined` is not a day"]],
    [
      "a birth that is none",
      "- { id: maya, age: { born: 2011-02-29 } }",
      ["1:28 `[0].age.born` is not a birth: write"],
    ],
    ["a birth on no day of the clock", "- { id: maya, age: { born: 21:00 } }", ["1:28 `[0].age.born` is not a birth"]],
    ["no birth", "- { id: maya, age: { method: REVIEW } }", ["1:20 `[0].age.born` is not a birth"]],
    [
      "a birth in the future",
      "- { id: maya, age: { born: 2026-11-23 } }",
      ["1:28 `[0].age.born` is a birth in the future"],
    ],
    [
      "a birth in the future, counted",
      "- { id: maya, age: { born: { turns: 0, in: 2 days } } }",
      ["1:28 `[0].age.born` is a birth in the future"],
    ],
    [
      "a birth long ago",
      "- { id: maya, age: { born: 1905-11-01 } }",
      ["1:28 `[0].age.born` is a birth more than 120 years ago"],
    ],
    [
      "bounds that cross",
      "- { id: maya, age: { born: { atLeast: 15, atMost: 13 } } }",
      ["1:28 `[0].age.born` is not a birth"],
    ],
    [
      "bounds that say nothing",
      "- { id: maya, age: { born: { observedOn: 2026-01-01 } } }",
      ["1:28 `[0].age.born` is not a birth"],
    ],
    [
      "bounds seen in the future",
      "- { id: maya, age: { born: { atLeast: 13, observedOn: { in: 2 days } } } }",
      ["1:28 `[0].age.born` is not a birth"],
    ],
    ["ages past 120", "- { id: maya, age: { born: { atLeast: 121 } } }", ["1:28 `[0].age.born` is not a birth"]],
    [
      "a method that is none",
      "- { id: maya, age: [{ born: 2010, method: GUESS }] }",
      ["1:43 `[0].age[0].method` is none of SELF_DECLARATION, "],
    ],
    [
      "an end that is none",
      "- { id: maya, age: { born: 2010, expiresAt: soon } }",
      ["1:45 `[0].age.expiresAt` is not an instant"],
    ],
    [
      "no state",
      "- { id: maya, guardians: [{ guardian: dana }] }",
      ["1:27 `[0].guardians[0].state` is none of PENDING, ACTIVE"],
    ],
    [
      "one's own guardian",
      "- { id: maya, guardians: [{ guardian: maya, state: ACTIVE }] }",
      ["1:39 `[0].guardians[0].guardian` nobody is"],
    ],
    [
      "one guardian twice",
      "- id: maya\n  guardians:\n    - { guardian: dana, state: ACTIVE }\n    - { guardian: dana, state: ACTIVE }",
      ["4:32 `[0].guardians[1].state` one guardian"],
    ],
    [
      "a yes of nobody's",
      "- { id: maya, approvals: [{ item: autoplay, state: APPROVED }] }",
      ["1:27 `[0].approvals[0].guardian` a guardian decided"],
    ],
    [
      "an item that there is not",
      "- { id: maya, choices: { dailyScreenTimes: 30 } }",
      ["1:44 `[0].choices.dailyScreenTimes` is no setting or feature"],
    ],
    [
      "a limit on nothing",
      "- { id: maya, guardians: [{ guardian: dana, state: ACTIVE, limits: { pigeons: 1 } }] }",
      ["1:79 `[0].guardians[0].limits.pigeons` is no setting or feature"],
    ],
    [
      "an approval of nothing",
      "- { id: maya, approvals: [{ item: pigeons, state: PENDING }] }",
      ["1:35 `[0].approvals[0].item` is no setting or feature"],
    ],
    [
      "a value that there is not",
      "- { id: maya, choices: { directMessages: FOLLOWERS } }",
      ["1:42 `[0].choices.directMessages` is not a value of this setting"],
    ],
    [
      "an approved value that there is not",
      "- { id: maya, approvals: [{ item: liveStreaming, value: ON, state: PENDING }] }",
      ["1:57 `[0].approvals[0].value` is not a value of this feature"],
    ],
    [
      "a chosen feature",
      "- { id: maya, choices: { liveStreaming: ALLOWED } }",
      ["1:41 `[0].choices.liveStreaming` is a feature, which nobody chooses"],
    ],
    ["a key that is none", '- { id: maya, choices: { "Maya Ortiz": ON } }', ["1:40 `[0].choices.*` is not the key"]],
    [
      "minutes past a day",
      "- { id: maya, choices: { dailyScreenTime: 1441 } }",
      ["1:43 `[0].choices.dailyScreenTime` is not a value"],
    ],
    [
      "several people's faults, in order",
      "- { id: maya, residence: XX }\n- { id: noah }\n- { id: zoe, timeZone: XX, joined: XX }",
      ["1:26 `[0].residence`", "3:24 `[2].timeZone`", "3:36 `[2].joined`"],
    ],
  ])("%s", (_, text, expected) => {
    const problems = problemsIn(text);
    expect(problems.map((problem, index) => problem.slice(0, expected[index]?.length))).toEqual(expected);
    expect(problems.join("\n")).not.toMatch(/Ortiz|diary|secret|California|2011-02-29|FOLLOWERS|GUESS/);
  });
});
