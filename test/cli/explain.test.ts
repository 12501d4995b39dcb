import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { AnswerJson } from "../../src/cli/answer-json.js";
import { SHIPPED_POLICY } from "../../src/cli/policy-argument.js";
import { runCommand } from "./command-run.js";

interface Explained {
  readonly revision: string;
  readonly at: string;
  readonly items: Readonly<Record<string, AnswerJson>>;
}

async function explain(...args: readonly string[]): Promise<Explained> {
  const { code, out, err } = await runCommand("explain", "--json", ...args);
  expect({ code, err }).toEqual({ code: 0, err: "" });
  return JSON.parse(out) as Explained; // the shape is what these tests check
}

const NOW = ["--at", "2026-11-22T12:00:00Z"];
const MAYA_12 = [...NOW, "--born", "2014-02-01", "--in", "US-CA", "--zone", "America/Los_Angeles"];
const LUCA_15 = [...NOW, "--born", "2011-03-04", "--in", "AR", "--zone", "America/Argentina/Buenos_Aires"];
const NOOR_17 = [...NOW, "--born", "2009-06-30", "--in", "GB", "--zone", "Europe/London"];

describe("explain --json", () => {
  test("prints every item of the catalogue, of a whole answer each", async () => {
    const { revision, at, items } = await explain(...LUCA_15);
    expect(revision).toMatch(/^[0-9a-f]{64}$/);
    expect(at).toBe("2026-11-22T12:00:00.000Z");
    expect(Object.keys(items)).toHaveLength(24);
    expect(items["liveStreaming"]).toEqual({
      kind: "feature",
      value: "DENIED",
      preferred: null,
      default: null,
      allowed: ["DENIED"],
      locked: true,
      decidedBy: "PLATFORM",
      reason: { code: "BELOW_MINIMUM_AGE", rule: "live-18" },
      alsoBoundBy: ["live-16"],
      minimumAge: 18,
      availableFrom: "2029-03-04",
      unlocks: [[{ kind: "REACH_AGE", age: 18, on: "2029-03-04" }]],
      validUntil: "2027-03-04T03:00:00.000Z",
    });
  });

  test.each([
    ["a choice is a word", LUCA_15, "comments", { value: "FRIENDS", allowed: ["NO_ONE", "FRIENDS"] }],
    ["a switch is a boolean", LUCA_15, "videoDownloads", { value: false, allowed: [false], locked: true }],
    ["minutes are a number", LUCA_15, "dailyScreenTime", { value: 60, allowed: { maximum: "NO_LIMIT" } }],
    [
      "a kept choice is told",
      [...LUCA_15, "--choose", "comments=EVERYONE"],
      "comments",
      { value: "FRIENDS", preferred: "EVERYONE" },
    ],
    [
      "a limit is named",
      [...NOOR_17, "--guardian", "LINKED", "--limit", "comments=NO_ONE"],
      "comments",
      { value: "NO_ONE", decidedBy: "GUARDIAN", reason: { code: "GUARDIAN_LIMIT", rule: null } },
    ],
    [
      "a limit does not count without a link",
      [...NOOR_17, "--guardian", "PENDING", "--limit", "comments=NO_ONE"],
      "comments",
      { value: "EVERYONE" },
    ],
    [
      "an approval lifts as far as the rule says",
      [...MAYA_12, "--guardian", "LINKED", "--approve", "dailyScreenTime"],
      "dailyScreenTime",
      { allowed: { maximum: 90 } },
    ],
    [
      "an approval may go less far",
      [...MAYA_12, "--guardian", "LINKED", "--approve", "dailyScreenTime=75"],
      "dailyScreenTime",
      { allowed: { maximum: 75 } },
    ],
    [
      "no limit is a word",
      [...NOOR_17, "--choose", "dailyScreenTime=NO_LIMIT"],
      "dailyScreenTime",
      { value: "NO_LIMIT", decidedBy: "USER" },
    ],
    ["nothing known: protected", NOW, "account", { value: "DENIED", availableFrom: null }],
  ])("%s", async (_, args, key, expected) => {
    const { items } = await explain(key, ...args);
    expect(items[key]).toMatchObject(expected);
  });

  test("windows are shown by whose they are, with the next edge apart from the schedule", async () => {
    const { items } = await explain("quietHours", ...LUCA_15, "--choose", "quietHours=MON-FRI 14:00-16:00");
    expect(items["quietHours"]).toMatchObject({
      value: [
        { from: "21:00", until: "08:00", decidedBy: "PLATFORM" },
        { from: "14:00", until: "16:00", days: ["MON", "TUE", "WED", "THU", "FRI"], decidedBy: "USER" },
      ],
      quietNow: false,
      validUntil: "2026-11-23T00:00:00.000Z",
      scheduleValidUntil: "2027-03-04T03:00:00.000Z",
    });
  });

  test.each([
    ["going LIVE at 16 until 2022-11-22", "2022-11-22T12:00:00Z", "ALLOWED"],
    ["going LIVE at 18 from 2022-11-23", "2022-11-23T12:00:00Z", "DENIED"],
  ])("%s", async (_, at, value) => {
    const { items } = await explain(
      "liveStreaming",
      "--born",
      "2006-06-30",
      "--in",
      "GB",
      "--zone",
      "Europe/London",
      "--at",
      at,
    );
    expect(items["liveStreaming"]?.value).toBe(value);
  });

  test("bounds are those of the day that is asked about", async () => {
    const { items } = await explain(
      "directMessages",
      ...NOW,
      "--age-bounds",
      "13..15",
      "--in",
      "GB",
      "--zone",
      "Europe/London",
    );
    expect(items["directMessages"]).toMatchObject({
      availableFrom: "2029-11-22",
      reason: { code: "BELOW_MINIMUM_AGE" },
    });
  });
});

describe("explain without --json", () => {
  test("is a page to read aloud: what holds, who decided, why, what would open it, until when", async () => {
    const { code, out } = await runCommand("explain", "directMessages", ...LUCA_15);
    expect(code).toBe(0);
    expect(out).toBe(
      `On Sunday, November 22, 2026 at 9:00:00 AM GMT-3, by the rules of revision ${revisionIn(out)}:

Direct messages: No one.
  Direct messages are for people aged 16 and over.
  Decided by the platform’s rules. Rule: dm-16 (${titleIn(out)}).
  Nobody can choose anything else now.
  To open “Everyone”: Wait until your teen is 16, on March 4, 2027.
  This holds until Thursday, March 4, 2027 at 12:00:00 AM GMT-3.
`,
    );
  });
});

describe("explain --locale", () => {
  const PAGES = {
    es: `domingo, 22 de noviembre de 2026, 9:00:00 GMT-3, según las reglas de la revisión REVISION:

Mensajes directos: Nadie.
  Los mensajes directos son para personas de 16 años o más.
  Lo deciden las reglas de la plataforma. Regla: dm-16 (TITLE).
  Nadie puede elegir otra cosa ahora.
  Para abrir “Todo el mundo”: Espere a que su adolescente cumpla 16 años, el 4 de marzo de 2027.
  Vale hasta: jueves, 4 de marzo de 2027, 0:00:00 GMT-3.
`,
    "de-AT": `Sonntag, 22. November 2026 um 09:00:00 GMT-3, nach den Regeln der Fassung REVISION:

Direktnachrichten: Niemand.
  Direktnachrichten gibt es ab 16 Jahren.
  Das entscheiden die Regeln der Plattform. Regel: dm-16 (TITLE).
  Etwas anderes kann jetzt niemand wählen.
  Damit „Alle“ möglich wird: Warten Sie bis zum 16. Geburtstag Ihres Kindes am 4. März 2027.
  Das gilt bis: Donnerstag, 4. März 2027 um 00:00:00 GMT-3.
`,
  };

  test.each(Object.entries(PAGES))("%s reads the whole page aloud in that language", async (locale, page) => {
    const english = await runCommand("explain", "directMessages", ...LUCA_15);
    const read = await runCommand("explain", "directMessages", ...LUCA_15, "--locale", locale);
    const expected = page.replace("REVISION", revisionIn(english.out)).replace("TITLE", titleIn(english.out));
    expect(read.out).toBe(expected);
  });

  test.each(["es", "fr", "de", "pt", "hi"])("%s leaves no English sentence on a page of everything", async (locale) => {
    const person = [...MAYA_12, "--guardian", "LINKED", "--limit", "comments=NO_ONE", "--choose", "autoplay=OFF"];
    const english = await runCommand("explain", ...person);
    const read = await runCommand("explain", ...person, "--locale", locale);
    expect(read.out).not.toMatch(/undefined|[{}]/);
    const sentences = new Set(english.out.split("\n").filter((line) => line !== ""));
    expect(read.out.split("\n").filter((line) => sentences.has(line))).toEqual([]);
    expect(read.out.split("\n")).toHaveLength(english.out.split("\n").length);
  });
});

describe("misuse is one clear line and exit code 2", () => {
  test.each([
    [
      "an unknown item",
      ["directMessage"],
      "there is no setting or feature `directMessage`; did you mean `directMessages`?",
    ],
    ["no such day", ["--born", "2011-02-30"], "`--born 2011-02-30` is not a day, month or year"],
    ["born tomorrow", [...NOW, "--born", "2026-12-01"], "`--born 2026-12-01` is in the future"],
    ["born too long ago", [...NOW, "--born", "1850"], "`--born 1850` is too long ago"],
    ["two ages", ["--born", "2011", "--age-bounds", "13..15"], "give `--born` or `--age-bounds`, not both"],
    ["bounds upside down", ["--age-bounds", "17..13"], "has its lower age above its upper"],
    ["bounds without ages", ["--age-bounds", ".."], "is no range of ages"],
    ["bounds past belief", ["--age-bounds", "13..300"], "is no range of ages"],
    ["a negative age", ["--age-bounds=-3..5"], "is no range of ages"],
    ["an instant without a zone", ["--at", "2026-11-22"], "`--at 2026-11-22` is not an instant"],
    ["an instant before the rules", ["--at", "2001-01-01T00:00:00Z"], "the rules cover 2019-03-01T12:00:00.000Z"],
    ["an instant too far ahead", ["--at", "2100-01-01T00:00:00Z"], "until before 2099-12-31T10:00:00.000Z"],
    ["a country by name", ["--in", "Brazil"], "`--in Brazil` is not a region of ISO 3166"],
    ["a place that is none", ["--present", "XX-99"], "`--present XX-99` is not a region"],
    ["a zone that is none", ["--zone", "Mars/Olympus"], "`--zone Mars/Olympus` is not an IANA time zone"],
    ["an empty zone", ["--zone", ""], "is not an IANA time zone"],
    ["joined tomorrow", [...NOW, "--joined", "2026-11-24"], "is after the day that is asked about"],
    [
      "a level that is none",
      ["--assurance", "verified"],
      "`--assurance verified` is none of UNKNOWN, SELF_DECLARED, GUARDIAN_ATTESTED, ESTIMATED, VERIFIED; did you mean `VERIFIED`?",
    ],
    ["a state that is none", ["--guardian", "LINK"], "`--guardian LINK` is none of NONE, PENDING, LINKED"],
    [
      "a choice on a feature",
      ["--choose", "liveStreaming=ALLOWED"],
      "`liveStreaming` is a feature, which nobody chooses",
    ],
    ["a choice without a value", ["--choose", "comments"], "`--choose comments` lacks a value"],
    ["a value that is none", ["--choose", "comments=ALL"], "`ALL` is not a value of `comments`"],
    ["minutes past the day", ["--limit", "dailyScreenTime=1441"], "1441"],
    ["windows of no length", ["--limit", "quietHours=08:00-08:00"], "08:00"],
    [
      "the same item twice",
      ["--choose", "comments=FRIENDS", "--choose", "comments=NO_ONE"],
      "`--choose comments` is given twice",
    ],
    ["a name that every object has", ["--limit", "__proto__=1"], "there is no setting or feature `__proto__`"],
    ["a language without texts", ["--locale", "xx"], "`--locale xx`: there are texts in de, en, es, fr, hi"],
    ["a language by name", ["--locale", "../etc"], "`--locale ../etc`: there are texts in de"],
    ["words for a machine", ["--locale", "de", "--json"], "`--json` has no words: leave out `--locale`"],
    ["an option that is none", ["--brn", "2011"], "unknown option '--brn'"],
    ["an option without its value", ["--born"], "argument missing"],
  ])("%s", async (_, args, message) => {
    const { code, out, err } = await runCommand("explain", ...args);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toContain(message);
    expect(err).not.toMatch(/\n\s+at |\n.*\n.*\n/);
  });
});

describe("a broken policy is exit code 3, with a line a problem", () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "policy-"));
    await cp(SHIPPED_POLICY, folder, { recursive: true });
  });
  afterEach(() => rm(folder, { recursive: true }));

  test("a misspelt word in a rule", async () => {
    const file = join(folder, "platform.yaml");
    await writeFile(file, (await readFile(file, "utf8")).replaceAll("liveStreaming:", "liveStreeming:"));
    const { code, out, err } = await runCommand("explain", "--policy", folder);
    expect({ code, out }).toEqual({ code: 3, out: "" });
    expect(err).toMatch(/^platform\.yaml:\d+:\d+: .*`liveStreeming`.*did you mean `liveStreaming`\?$/m);
  });

  test("a folder that is not there", async () => {
    const { code, err } = await runCommand("explain", "--policy", join(folder, "none"));
    expect(code).toBe(3);
    expect(err).toContain("cannot be read: ENOENT");
  });
});

function revisionIn(page: string): string {
  return /revision (\S+):/.exec(page)?.[1] ?? "";
}

function titleIn(page: string): string {
  return /\((.+)\)\.$/m.exec(page)?.[1] ?? "";
}
