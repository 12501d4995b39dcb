import { day } from "../profiles/profile-of.js";
import { ask } from "./ask.js";
import { NOW } from "../server/people.js";
import { theServed } from "../server/service.js";
import { policyTable } from "../../src/subgraph/policy-table.js";

const CELLS =
  "rows { item { key } cells { fromAge untilAge default allowed decidedBy reason { id code rule text } unlocks { reaches steps { kind on } } } }";

async function rowOf(key: string, args: string) {
  const { data, errors } = await ask([], `{ safetyPolicy { table${args} { region on ${CELLS} } } }`);
  if (errors) throw new Error(errors.map(({ message }) => message).join("\n"));
  const cells = data?.safetyPolicy?.table?.rows.find(({ item }) => item.key === key)?.cells ?? [];
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
