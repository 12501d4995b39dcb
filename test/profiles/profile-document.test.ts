import { readProfile, writeProfile, type ProfileDocument } from "../../src/profiles/profile-document.js";
import { ProfileMalformed } from "../../src/profiles/profile-malformed.js";
import { maya } from "./people.js";
import { idOf, profileOf } from "./profile-of.js";

const stored: ProfileDocument = writeProfile(maya);
const [age] = stored.ages;
const [link] = stored.guardians;
const [approval] = stored.approvals;

describe("a profile and its document", () => {
  test.each([
    ["Maya, with everything", maya],
    ["Noah, with nothing", profileOf("noah")],
  ])("%s: what is written is read again", (_, profile) => {
    const document = writeProfile(profile);
    expect(readProfile(document)).toEqual(profile);
    expect(writeProfile(profile)).toEqual(document);
  });

  test("instants are dates, days and values are text, as a database shows them", () => {
    expect(stored).toMatchObject({
      _id: "maya",
      schemaVersion: 1,
      joined: "2026-01-02",
      timeZone: "America/Los_Angeles",
      residence: { region: "US-CA", source: "sign-up", recordedAt: new Date("2026-01-02T10:00:00Z") },
      ages: [{ born: "2014-03-09" }, { born: { atLeast: null, atMost: 12, observedOn: "2026-02-03" } }],
      choices: { accountVisibility: "PUBLIC", autoplay: false, quietHours: "22:00-06:30" },
    });
  });

  test("a profile that may not be stored is not written", () => {
    expect(() => writeProfile({ ...maya, revision: -1 })).toThrow();
    expect(() => writeProfile({ ...maya, choices: new Map([["a.b", "ON"]]) })).toThrow();
  });
});

describe("a malformed document", () => {
  const without = (field: keyof ProfileDocument) =>
    Object.fromEntries(Object.entries(stored).filter(([name]) => name !== field));

  test.each<[string, unknown, string[]]>([
    ["no document", null, ["(document)"]],
    ["a list", [], ["(document)"]],
    ["a text", "maya", ["(document)"]],
    ["of a later version", { ...stored, schemaVersion: 2 }, ["schemaVersion"]],
    ["of no version", without("schemaVersion"), ["schemaVersion"]],
    ["without guardians", without("guardians"), ["guardians"]],
    ["with a field that nobody reads", { ...stored, guardian: "dana" }, ["(document)"]],
    ["an id that is none", { ...stored, _id: "two words" }, ["_id"]],
    ["a number for an id", { ...stored, _id: 7 }, ["_id"]],
    ["half a revision", { ...stored, revision: 1.5 }, ["revision"]],
    ["a revision in words", { ...stored, revision: "1" }, ["revision"]],
    ["a birth that is no day", { ...stored, ages: [{ ...age, born: "2011-02-29" }] }, ["ages[0].born"]],
    [
      "bounds that cross",
      { ...stored, ages: [age, { ...age, born: { atLeast: 15, atMost: 13, observedOn: "2026-01-01" } }] },
      ["ages[1].born"],
    ],
    [
      "bounds that say nothing",
      { ...stored, ages: [{ ...age, born: { atLeast: null, atMost: null, observedOn: "2026-01-01" } }] },
      ["ages[0].born"],
    ],
    [
      "bounds below 0",
      { ...stored, ages: [{ ...age, born: { atLeast: -1, atMost: null, observedOn: "2026-01-01" } }] },
      ["ages[0].born"],
    ],
    [
      "bounds of no day",
      { ...stored, ages: [{ ...age, born: { atLeast: 13, atMost: null, observedOn: "today" } }] },
      ["ages[0].born"],
    ],
    ["a method that is none", { ...stored, ages: [{ ...age, method: "ASTROLOGY" }] }, ["ages[0].method"]],
    [
      "an instant as text",
      { ...stored, ages: [{ ...age, recordedAt: "2026-01-02T10:00:00Z" }] },
      ["ages[0].recordedAt"],
    ],
    [
      "an instant that is none",
      { ...stored, ages: [{ ...age, expiresAt: new Date(Number.NaN) }] },
      ["ages[0].expiresAt"],
    ],
    [
      "a region that is none",
      { ...stored, residence: { ...stored.residence, region: "California" } },
      ["residence.region"],
    ],
    ["a zone that is none", { ...stored, timeZone: "Mars/Olympus_Mons" }, ["timeZone"]],
    ["a day that is none", { ...stored, joined: "2026-13-01" }, ["joined"]],
    ["a state that is none", { ...stored, guardians: [{ ...link, state: "active" }] }, ["guardians[0].state"]],
    ["a guardian that is none", { ...stored, guardians: [{ ...link, guardian: "" }] }, ["guardians[0].guardian"]],
    ["one's own guardian", { ...stored, guardians: [{ ...link, guardian: "maya" }] }, ["guardians[0].guardian"]],
    [
      "an active link that never began",
      { ...stored, guardians: [{ ...link, activeSince: null }] },
      ["guardians[0].activeSince"],
    ],
    ["two links with one id", { ...stored, guardians: [link, { ...link, state: "REVOKED" }] }, ["guardians[1].id"]],
    [
      "two active links with one guardian",
      { ...stored, guardians: [link, { ...link, id: "link-2" }] },
      ["guardians[1].state"],
    ],
    [
      "a limit without a value",
      { ...stored, guardians: [{ ...link, limits: { autoplay: "OFF" } }] },
      ["guardians[0].limits.autoplay"],
    ],
    ["a yes that nobody said", { ...stored, approvals: [{ ...approval, guardian: null }] }, ["approvals[0].guardian"]],
    [
      "a yes that was never said",
      { ...stored, approvals: [{ ...approval, decidedAt: null }] },
      ["approvals[0].decidedAt"],
    ],
    ["one's own yes", { ...stored, approvals: [{ ...approval, guardian: "maya" }] }, ["approvals[0].guardian"]],
    ["an endless value", { ...stored, choices: { comments: "x".repeat(1_001) } }, ["choices.comments"]],
    ["a value that is null", { ...stored, choices: { comments: null } }, ["choices.comments"]],
    ["windows without an end", { ...stored, choices: { quietHours: [{ from: "21:00" }] } }, ["choices.quietHours"]],
    ["a key with a name in it", { ...stored, choices: { "Maya Ortiz": "ON", autoplay: "ON" } }, ["choices.*"]],
    [
      "several faults at once",
      { ...stored, joined: 0, ages: [{ ...age, born: 0, method: 0 }] },
      ["ages[0].born", "ages[0].method", "joined"],
    ],
  ])("%s", (_, document, paths) => {
    const read = readProfile(document);
    expect(read).toBeInstanceOf(ProfileMalformed);
    expect(read).toMatchObject({ code: "SAFETY_DATA_MALFORMED", paths });
  });

  test("its error names places and nothing that stands there", () => {
    const secret = "2014-03-09-maya-ortiz";
    const error = readProfile({
      ...stored,
      _id: `${secret} `,
      [secret]: secret,
      joined: secret,
      ages: [{ ...age, born: secret, method: secret, [secret]: 1 }],
      choices: { [secret]: secret, comments: { [secret]: secret } },
    });
    expect(error).toBeInstanceOf(ProfileMalformed);
    const told = error instanceof Error ? [String(error), JSON.stringify(error), String(error.cause)].join(" ") : "";
    expect(told).not.toMatch(/maya|ortiz|2014/);
    expect(told).toContain("`ages[0].born`");
  });

  test("a key that would reach behind an object is left out, and reaches nothing", () => {
    const choices = JSON.parse('{"__proto__": "ON", "constructor": "ON"}') as Record<string, string>;
    const read = readProfile({ ...stored, choices });
    expect(read).toEqual({ ...maya, choices: new Map([["constructor", "ON"]]) });
  });

  test("reads nobody else's fault into a good one", () => {
    expect(readProfile(stored)).toMatchObject({ id: idOf("maya") });
  });
});
