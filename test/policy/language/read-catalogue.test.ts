import { changed, placed, problemsIn, read, SMALL, type Change } from "./small-policy.js";

const C = "catalogue.yaml";

test("a catalogue is read into items in the order to draw them", () => {
  const policy = read(SMALL);
  expect(policy).toMatchObject({
    ok: true,
    documents: {
      catalogue: {
        since: 20190301,
        provenBy: "VERIFIED",
        guardianPowersUnder: 18,
        fallbackZone: "Etc/UTC",
        unknownRegion: "strictest",
        unknownSubdivision: new Map([["US", "strictest"]]),
        items: [
          {
            key: "comments",
            index: 0,
            kind: "setting",
            control: "choice",
            values: ["NO_ONE", "FRIENDS", "EVERYONE"],
            open: 2,
          },
          { key: "autoplay", index: 1, kind: "setting", control: "switch", values: ["OFF", "ON"], open: 1 },
          { key: "dailyScreenTime", index: 2, kind: "setting", control: "minutes", steps: [30, 60, 1440], open: 1440 },
          { key: "quietHours", index: 3, kind: "setting", control: "windows", open: { ranges: [] } },
          {
            key: "account",
            index: 4,
            kind: "feature",
            needs: [],
            limited: { code: "curatedOnly", text: "Curated videos." },
          },
          {
            key: "commenting",
            index: 5,
            kind: "feature",
            needs: [
              { item: "account", atLeast: 2 },
              { item: "comments", atLeast: 1 },
            ],
            limited: null,
          },
        ],
      },
    },
  });
});

test.each<[what: string, change: Change, item: object]>([
  [
    "a switch whose strict end is ON",
    [C, "[OFF, ON], open: ON", "[ON, OFF], open: OFF"],
    { control: "switch", values: ["ON", "OFF"], open: 1 },
  ],
  [
    "a limited text without a code",
    [C, "{ limited: { code: curatedOnly, text: Curated videos. } }", "{ limited: Curated videos. }"],
    { limited: { code: "accountLimited", text: "Curated videos." } },
  ],
  ["minutes without steps", [C, "steps: [30, 60, NO_LIMIT], ", ""], { control: "minutes", steps: [1440] }],
])("%s", (_, change, item) => {
  const policy = read(changed(change));
  expect(policy.ok && policy.documents.catalogue.items).toContainEqual(expect.objectContaining(item));
});

test.each<[what: string, change: Change, ...problems: string[]]>([
  // Shape
  ["a missing word", [C, "since: 2019-03-01\nproven by: VERIFIED\n", "«since: 2019-03-01\n"], "`proven by` is missing"],
  [
    "an unknown word",
    [C, "guardian powers", "«proven bye: X\nguardian powers"],
    "`proven bye` is not used here; did you mean `proven by`?",
  ],
  [
    "a wrong level",
    [C, "VERIFIED", "«VERFIED"],
    "`VERFIED` is not a level of assurance: one of UNKNOWN, SELF_DECLARED, GUARDIAN_ATTESTED, ESTIMATED, VERIFIED",
  ],
  ["a date that no calendar has", [C, "2019-03-01", "«2019-02-29"], "`2019-02-29` is not a day of the calendar"],
  ["a date in another order", [C, "2019-03-01", "«01.03.2019"], "`01.03.2019` is not a date: write `2026-01-31`"],
  ["a number for a date", [C, "2019-03-01", "«2019"], "`2019` is not a date: write `2026-01-31`"],
  [
    "nothing where a word belongs",
    [C, "guardian powers: under 18", "guardian powers:«"],
    "an empty value is not an age limit: write `under 18`",
  ],
  [
    "a list for a map",
    [C, "{ region: strictest, subdivision: { US: strictest } }", "«[strictest]"],
    "this list is not a map: write `{ region: strictest }`",
  ],
  [
    "a zone that does not exist",
    [C, "Etc/UTC", "«Europe/Atlantis"],
    "`Europe/Atlantis` is not a time zone: write an IANA name like `Etc/UTC`",
  ],
  [
    "a setting of no kind",
    [C, "quietHours: { windows: weekly, ", "«quietHours: { "],
    "`quietHours` needs exactly one of `values`, `minutes` and `windows`",
  ],
  [
    "a setting of two kinds",
    [C, "quietHours: { ", "«quietHours: { minutes: 0..1440, "],
    "`quietHours` needs exactly one of `values`, `minutes` and `windows`",
  ],
  ["another span of minutes", [C, "0..1440", "«0..60"], "`0..60` is not a span of minutes: write `0..1440`"],
  [
    "a key that cannot be a field",
    [C, "autoplay:", "«auto-play:"],
    "`auto-play` is not a key: write `directMessages`, letters and digits only",
  ],
  ["a value in small letters", [C, "NO_ONE,", "«none,"], "`none` is not a value: write it in capitals, like `NO_ONE`"],
  ["a single value", [C, "[OFF, ON]", "«[ON]"], "this list has too few values: a setting needs two"],
  // Words
  [
    "an open value that is none",
    [C, "open: EVERYONE", "open: «EVERYBODY"],
    "`EVERYBODY` is not a value of `comments`: one of `NO_ONE`, `FRIENDS`, `EVERYONE`; did you mean `EVERYONE`?",
  ],
  ["true for ON", [C, "open: ON", "open: «true"], "`true` is not a value of `autoplay`: write a word or a number"],
  ["1440 for NO_LIMIT", [C, "60, NO_LIMIT]", "60, «1440]"], "`1440` is the whole day: write `NO_LIMIT`"],
  [
    "steps that fall",
    [C, "[30, 60, NO_LIMIT]", "«[60, 30, NO_LIMIT]"],
    "these steps do not rise to `NO_LIMIT`: write them from strict to loose, each once",
  ],
  [
    "steps of something else",
    [C, "[OFF, ON],", "[OFF, ON], «steps: [30, NO_LIMIT],"],
    "`steps` goes with `minutes` only",
  ],
  [
    "a value twice",
    [C, "[NO_ONE, FRIENDS, EVERYONE]", "[NO_ONE, FRIENDS, «NO_ONE]"],
    "`NO_ONE` is written twice: keep one",
  ],
  [
    "a feature with the key of a setting",
    [C, "  commenting:", "  «comments:"],
    "`comments` is already a setting: keys are unique over settings and features",
  ],
  // Needs (C5)
  [
    "a need that nobody declares",
    [C, "comments: FRIENDS }", "«coments: FRIENDS }"],
    "`coments` is not in the catalogue; did you mean `comments`?",
  ],
  [
    "a need that everybody meets",
    [C, "comments: FRIENDS }", "comments: «NO_ONE }"],
    "`NO_ONE` is the strictest value of `comments`, which everybody has: need a looser one",
  ],
  [
    "a need of windows",
    [C, "comments: FRIENDS }", "«quietHours: NONE }"],
    "`quietHours` is made of windows: a feature cannot need it",
  ],
  [
    "a feature that needs no account",
    [C, "commenting: { needs: { account: ALLOWED, ", "«commenting: { needs: { "],
    "`commenting` does not need `account`, directly or through what it needs",
  ],
  [
    "no account at all",
    [
      C,
      "features:\n  account: { limited: { code: curatedOnly, text: Curated videos. } }\n  commenting: { needs: { account:",
      "«features:\n  commenting: { needs: { «account:",
    ],
    "`account` is missing: every feature needs it",
    "`account` is not in the catalogue",
  ],
  [
    "a circle",
    [
      C,
      "features:\n",
      "features:\n  chats: { «needs: { account: ALLOWED, calls: ALLOWED } }\n  calls: { «needs: { chats: ALLOWED } }\n",
    ],
    "a circle of needs: `chats` needs `calls` needs `chats`: take one of them away",
    "a circle of needs: `calls` needs `chats` needs `calls`: take one of them away",
  ],
  [
    "a need of a level that is never given",
    [C, "features:\n", "features:\n  chats: { needs: { commenting: «LIMITED } }\n"],
    "`commenting` is never limited: the catalogue gives it no `limited` text",
  ],
  // Places
  [
    "a bloc with a member that is no region",
    [C, "[AT, BE, FR]", "[AT, «Belgium, FR]"],
    "`Belgium` is not a region or a bloc; did you mean `BE`?",
  ],
  [
    "a bloc that holds the world",
    [C, "[AT, BE, FR]", "[AT, «WORLD]"],
    "`WORLD` is not a member of a bloc: it holds them all",
  ],
  [
    "blocs in a circle",
    [C, "EU: [AT, BE, FR]\n  EEA: [EU", "EU: [AT, EEA]\n  EEA: [«EU"],
    "`EU` contains itself: `EU` in `EEA` in `EU`",
  ],
  ["a bloc named like a country", [C, "EEA:", "«DE:"], "`DE` is already a place: give the bloc another name"],
  [
    "an unknown region read as a bloc",
    [C, "region: strictest", "region: «EU"],
    "`EU` is not a region: write `strictest` or a code like `BR`",
  ],
  [
    "a subdivision that is no country",
    [C, "{ US: strictest }", "{ «US-CA: strictest }"],
    "`US-CA` is not a country: write a code like `US`",
  ],
])("%s is a problem", (_, change, ...problems) => {
  expect(problemsIn(changed(change))).toEqual(placed([change], problems));
});
