import { day } from "../profiles/profile-of.js";
import { ask } from "./ask.js";
import { NOW } from "../server/people.js";
import { theServed } from "../server/service.js";
import { policyTable } from "../../src/subgraph/policy-table.js";

const CELLS =
  "rows { item { key } cells { fromAge untilAge default allowed decidedBy reason { id code rule text } unlocks { reaches steps { kind on } } } }";

async function cellsOf(key: string, args: string) {
  const { data, errors } = await ask([], `{ safetyPolicy { table${args} { region on ${CELLS} } } }`);
  if (errors) throw new Error(errors.map(({ message }) => message).join("\n"));
  return data?.safetyPolicy?.table?.rows.find(({ item }) => item.key === key)?.cells ?? [];
}

async function rowOf(key: string, args: string) {
  const cells = await cellsOf(key, args);
  return cells.map(({ fromAge, untilAge, allowed }) => [fromAge, untilAge ?? null, allowed.join(" ")]);
}

test.each([
  [
    "LIVE today",
    "liveStreaming",
    '(region: "GB")',
    [
      [0, 18, "DENIED"],
      [18, null, "ALLOWED"],
    ],
  ],
  [
    "LIVE the day before it went to 18",
    "liveStreaming",
    '(region: "GB", on: "2022-11-22")',
    [
      [0, 16, "DENIED"],
      [16, null, "ALLOWED"],
    ],
  ],
  [
    "direct messages",
    "directMessages",
    '(region: "GB")',
    [
      [0, 16, "NO_ONE"],
      [16, 18, "NO_ONE FRIENDS EVERYONE"],
      [18, null, "NO_ONE FRIENDS EVERYONE"],
    ],
  ],
])("%s", async (_what, key, args, cells) => {
  expect(await rowOf(key, args)).toEqual(cells);
});

describe("the same item", () => {
  test.each([
    [
      "in a state whose law asks for a parent",
      "account",
      '(region: "US-TX")',
      [
        [0, 13, "DENIED GUARDIAN_APPROVAL_NEEDED"],
        [13, 18, "DENIED GUARDIAN_APPROVAL_NEEDED"],
        [18, null, "ALLOWED ALLOWED"],
      ],
    ],
    [
      "in a state without one",
      "account",
      '(region: "US-CA")',
      [
        [0, 13, "LIMITED BELOW_MINIMUM_AGE"],
        [13, null, "ALLOWED ALLOWED"],
      ],
    ],
    [
      "in the country without its state: the strictest",
      "account",
      '(region: "US")',
      [
        [0, 13, "DENIED REGION_UNKNOWN"],
        [13, 14, "DENIED REGION_UNKNOWN"],
        [14, 18, "DENIED REGION_UNKNOWN"],
        [18, null, "ALLOWED ALLOWED"],
      ],
    ],
    [
      "in a part of a country whose parts no rule names",
      "account",
      '(region: "GB-ENG")',
      [
        [0, 13, "DENIED BELOW_MINIMUM_AGE"],
        [13, null, "ALLOWED ALLOWED"],
      ],
    ],
    [
      "where no rule names the country",
      "account",
      '(region: "AQ")',
      [
        [0, 13, "DENIED BELOW_MINIMUM_AGE"],
        [13, null, "ALLOWED ALLOWED"],
      ],
    ],
    [
      "with an age that nobody has proven",
      "sendGifts",
      '(region: "BR")',
      [
        [0, 18, "DENIED BELOW_MINIMUM_AGE"],
        [18, null, "DENIED AGE_VERIFICATION_NEEDED"],
      ],
    ],
    [
      "with one that is",
      "sendGifts",
      '(region: "BR", assurance: VERIFIED)',
      [
        [0, 18, "DENIED BELOW_MINIMUM_AGE"],
        [18, null, "ALLOWED ALLOWED"],
      ],
    ],
    [
      "without a guardian",
      "account",
      '(region: "BR")',
      [
        [0, 13, "DENIED BELOW_MINIMUM_AGE"],
        [13, 16, "DENIED GUARDIAN_LINK_NEEDED"],
        [16, null, "ALLOWED ALLOWED"],
      ],
    ],
    [
      "with one",
      "account",
      '(region: "BR", guardianLinked: true)',
      [
        [0, 13, "DENIED BELOW_MINIMUM_AGE"],
        [13, null, "ALLOWED ALLOWED"],
      ],
    ],
    [
      "the day before a law to come",
      "account",
      '(region: "IN", on: "2027-05-12")',
      [
        [0, 13, "DENIED BELOW_MINIMUM_AGE"],
        [13, null, "ALLOWED ALLOWED"],
      ],
    ],
    [
      "on its day",
      "account",
      '(region: "IN", on: "2027-05-13")',
      [
        [0, 13, "DENIED BELOW_MINIMUM_AGE"],
        [13, 18, "DENIED GUARDIAN_APPROVAL_NEEDED"],
        [18, null, "ALLOWED ALLOWED"],
      ],
    ],
    [
      "years ago",
      "sendGifts",
      '(region: "GB", on: "2019-12-02")',
      [
        [0, 13, "DENIED BELOW_MINIMUM_AGE"],
        [13, null, "ALLOWED ALLOWED"],
      ],
    ],
  ])("%s", async (_what, key, args, expected) => {
    const cells = await cellsOf(key, args);
    expect(
      cells.map(({ fromAge, untilAge, allowed, reason }) => [
        fromAge,
        untilAge ?? null,
        `${allowed.join(" ")} ${reason.code}`,
      ]),
    ).toEqual(expected);
  });
});

describe("a page in any language", () => {
  const MATRIX = `query ($locale: String) { safetyPolicy {
    id label activeSince languages items { key kind label(locale: $locale) }
    table(region: "BR") { region on rows { item { label(locale: $locale) } cells {
      fromAge untilAge default defaultLabel(locale: $locale) allowed allowedLabels(locale: $locale)
      reason { text(locale: $locale) citations { title } } unlocks { steps { text(locale: $locale) } } } } } } }`;

  const matrixIn = async (locale: string) => (await ask([], MATRIX, {}, { locale })).data?.safetyPolicy;

  test("says of a revision what it is, since when it answers, and in which languages", async () => {
    const { id, label, languages, activeSince } = (await matrixIn("en")) ?? {};
    expect(id).toMatch(/^[0-9a-f]{64}$/);
    expect({ label, languages, activeSince: String(activeSince) }).toEqual({
      label: "2026-11-22.1",
      languages: theServed.texts.languages,
      activeSince: "2026-11-22T20:00:00.000Z",
    });
  });

  test.each([
    [
      "en",
      "Direct messages",
      "No one",
      ["No one", "Friends", "Everyone"],
      "60 minutes a day",
      "No limit",
      "21:00 to 08:00",
    ],
    [
      "pt-BR",
      "Mensagens diretas",
      "Ninguém",
      ["Ninguém", "Amizades", "Todas as pessoas"],
      "60 minutos por dia",
      "Sem limite",
      "das 21:00 às 08:00",
    ],
    ["hi", "सीधे संदेश", "कोई नहीं", ["कोई नहीं", "दोस्त", "सभी लोग"], "रोज़ 60 मिनट", "कोई सीमा नहीं", "21:00 से 08:00 तक"],
  ])(
    "%s: names, values and what may be chosen, in words",
    async (locale, label, standard, choices, hour, noLimit, night) => {
      const rows = (await matrixIn(locale))?.table?.rows ?? [];
      const [messages, time, hours] = ["directMessages", "dailyScreenTime", "quietHours"].map((key) => {
        const index = theServed.policy.catalogue.items.findIndex((item) => item.key === key);
        return rows[index];
      });
      expect(messages?.item.label).toBe(label);
      const at16 = messages?.cells.find(({ fromAge }) => fromAge === 16);
      expect([at16?.default, at16?.defaultLabel, at16?.allowedLabels]).toEqual(["NO_ONE", standard, choices]);
      const young = time?.cells[0];
      expect([young?.default, young?.defaultLabel, young?.allowedLabels.at(-1)]).toEqual(["60", hour, noLimit]);
      const quiet = hours?.cells[0];
      expect([quiet?.allowed, quiet?.allowedLabels]).toEqual([["21:00-08:00"], [night]]);
    },
  );

  test("has as many words as values, and none of another language", async () => {
    const [english, spanish] = [await matrixIn("en"), await matrixIn("es")];
    const cellsIn = (matrix: typeof english) => matrix?.table?.rows.flatMap(({ cells }) => cells) ?? [];
    const [ours, theirs] = [cellsIn(english), cellsIn(spanish)];
    expect(theirs).toHaveLength(ours.length);
    for (const [index, cell] of theirs.entries()) {
      expect(cell.allowedLabels).toHaveLength(cell.allowed.length);
      expect(cell.reason.text).not.toBe(ours[index]?.reason.text);
      expect(cell.defaultLabel).not.toBe(ours[index]?.defaultLabel);
    }
  });
});

test("a law that may be another place's is not said to be the reader's", async () => {
  const [everywhere, inFrance] = [await cellsOf("quietHours", ""), await cellsOf("quietHours", '(region: "FR")')];
  expect(everywhere[0]?.reason).toMatchObject({
    code: "LAW",
    text: expect.stringMatching(/^We do not know well enough/) as string,
  });
  expect(inFrance[0]?.reason).toMatchObject({
    code: "LAW",
    text: expect.stringMatching(/The law: Digital Services Act/) as string,
  });
});

test("every row covers every age, without a gap, and neighbours differ", async () => {
  for (const region of [null, "BR", "US-CA", "US", "DE", "AU"]) {
    const { rows } = policyTable(
      theServed,
      { region, on: null, assurance: "SELF_DECLARED", guardianLinked: false },
      NOW,
    );
    expect(rows.map(({ item }) => item.key)).toEqual(theServed.policy.catalogue.items.map(({ key }) => key));
    for (const { cells } of rows) {
      expect(cells[0]?.fromAge).toBe(0);
      expect(cells.map(({ untilAge }) => untilAge)).toEqual([...cells.slice(1).map(({ fromAge }) => fromAge), null]);
    }
  }
});

test("unlocks leave growing older out, and reasons have ids of their own", async () => {
  const { data } = await ask([], `{ safetyPolicy { table(region: "US-CA") { ${CELLS} } } }`);
  const cells = data?.safetyPolicy?.table?.rows.flatMap((row) => row.cells) ?? [];
  expect(cells.flatMap(({ unlocks }) => unlocks.flatMap(({ steps }) => steps.map(({ kind }) => kind)))).not.toContain(
    "REACH_AGE",
  );
  expect(new Set(cells.map(({ reason }) => reason.id)).size).toBe(cells.length);
});

test("the day and the region that were read are said", async () => {
  const { data } = await ask(
    [],
    '{ safetyPolicy { a: table { region on } b: table(region: "US-CA", on: "2024-02-29") { region on } } }',
  );
  expect(data?.safetyPolicy).toEqual({
    a: { region: null, on: "2026-11-22" },
    b: { region: "US-CA", on: "2024-02-29" },
  });
});

test.each([
  ['(region: "us-ca")', "`us-ca` is not a place of ISO 3166: write `BR` or `US-CA`"],
  ['(region: "")', "`` is not a place of ISO 3166: write `BR` or `US-CA`"],
  [
    '(region: "Atlantis, and more text than any code has")',
    "`Atlantis, and mo` is not a place of ISO 3166: write `BR` or `US-CA`",
  ],
  ['(region: "ZZ")', "`ZZ` is not a place of ISO 3166: write `BR` or `US-CA`"],
  ['(region: "EU")', "`EU` is not a place of ISO 3166: write `BR` or `US-CA`"],
  ['(region: "US-ZZ")', "`US-ZZ` is not a place of ISO 3166: write `BR` or `US-CA`"],
  ['(region: "__proto__")', "`__proto__` is not a place of ISO 3166: write `BR` or `US-CA`"],
  ['(on: "2019-02-28")', "no rules are recorded for 2019-02-28: ask for another day"],
  ['(on: "2100-01-01")', "no rules are recorded for 2100-01-01: ask for another day"],
])("table%s is refused", async (args, message) => {
  const { errors = [] } = await ask([], `{ safetyPolicy { table${args} { on } } }`);
  expect(errors.map((error) => [error.message, error.extensions["code"]])).toEqual([[message, "BAD_USER_INPUT"]]);
});

test("the first day that the rules cover is answered", () => {
  const { since } = theServed.policy.catalogue;
  expect(policyTable(theServed, { region: "BR", on: since, assurance: "VERIFIED", guardianLinked: true }, NOW).on).toBe(
    since,
  );
  expect(day("2019-03-01")).toBe(since);
});
