import { readFile } from "node:fs/promises";
import {
  LATEST_MIDNIGHT,
  addDays,
  ageOn,
  dateAt,
  startOfDay,
  type CalendarDate,
  type Instant,
} from "../../src/policy/calendar.js";
import type { ItemKey } from "../../src/policy/item.js";
import { isAtLeastAsStrict } from "../../src/policy/lattice.js";
import { readPeople } from "../../src/profiles/people-file.js";
import type { Person } from "../../src/profiles/person-form.js";
import type { Profile } from "../../src/profiles/profile.js";
import { subjectReader, type PersonInRules } from "../../src/profiles/subject.js";
import { loadPolicy, SHIPPED_POLICY } from "../../src/cli/policy-argument.js";
import { instant, known } from "./profile-of.js";

const text = await readFile(new URL("../../examples/people.yaml", import.meta.url), "utf8");
const { policy } = await loadPolicy(SHIPPED_POLICY);
const items = new Map(policy.catalogue.items.map((item) => [String(item.key), item]));
const read = subjectReader(policy.catalogue);

function peopleAt(now: Instant): ReadonlyMap<string, Person> {
  const people = readPeople(text, { now, items });
  if (!people.ok) throw new TypeError(JSON.stringify(people.problems));
  return new Map(people.people.map((person) => [String(person.profile.id), person]));
}

function dayOf({ subject }: PersonInRules, now: Instant): CalendarDate {
  return dateAt(now, subject.zone ?? LATEST_MIDNIGHT);
}

/** The youngest and the oldest that somebody can be on a day, in whole years. */
function ages({ subject: { born } }: PersonInRules, on: CalendarDate): string {
  const age = (end: CalendarDate | null) => (end === null ? "" : String(ageOn(end, on)));
  const [lo, hi] = [age(born.latest), age(born.earliest)];
  return lo === hi && lo !== "" ? lo : `${lo}..${hi}`;
}

// Midnight somewhere, the ends of years, both days around a leap day, and years from now.
const MOMENTS = [
  "2026-11-22T12:00:00Z",
  "2026-12-31T23:30:00Z",
  "2027-01-01T10:30:00Z",
  "2027-02-28T12:00:00Z",
  "2027-03-01T00:30:00Z",
  "2028-02-29T12:00:00Z",
  "2028-03-01T12:00:00Z",
  "2030-07-04T04:00:00Z",
  "2036-02-29T23:00:00Z",
  "2049-10-31T12:00:00Z",
];

describe.each(MOMENTS)("the example people at %s", (moment) => {
  const now = instant(moment);
  const people = peopleAt(now);
  const person = (id: string): Profile => known(people.get(id), id).profile;
  const inRules = (id: string) => read(person(id), now);

  test.each([
    ["maya", "12", "GUARDIAN_ATTESTED", "US-CA", "LINKED"],
    ["hugo", "12", "SELF_DECLARED", "FR", "NONE"],
    ["luca", "13", "SELF_DECLARED", "BR", "PENDING"],
    ["ella", "15", "SELF_DECLARED", "GB", "NONE"],
    ["sofia", "16", "SELF_DECLARED", "ES", "NONE"],
    ["jonas", "18", "SELF_DECLARED", "DE", "NONE"],
    ["paula", "18..", "VERIFIED", "BR", "NONE"],
    ["ben", "13..16", "GUARDIAN_ATTESTED", "CA", "NONE"],
    ["remi", "14..16", "ESTIMATED", "FR", "NONE"],
    ["sam", "..", "UNKNOWN", "NZ", "NONE"],
    ["kim", "15", "SELF_DECLARED", null, "NONE"],
    ["tyler", "15", "SELF_DECLARED", "US", "NONE"],
    ["ines", "15", "SELF_DECLARED", "PT", "NONE"],
    ["tara", "15", "GUARDIAN_ATTESTED", "US-VA", "LINKED"],
    ["zoe", "14", "GUARDIAN_ATTESTED", "US-FL", "LINKED"],
    ["milo", "14", "SELF_DECLARED", "NL", "NONE"],
    ["aisha", "16", "SELF_DECLARED", "GB", "NONE"],
    ["finn", "17", "SELF_DECLARED", "US-NY", "NONE"],
  ])("%s is %s, %s, in %s, guardian %s", (id, age, assurance, residence, guardian) => {
    const inRule = inRules(id);
    const { subject } = inRule;
    expect([ages(inRule, dayOf(inRule, now)), subject.assurance, subject.residence, subject.guardian]).toEqual([
      age,
      assurance,
      residence,
      guardian,
    ]);
  });

  test("Noor is estimated to be 17 or more", () => {
    expect(inRules("noor").subject.assurance).toBe("ESTIMATED");
    expect(ages(inRules("noor"), dayOf(inRules("noor"), now))).toMatch(/^17\.\./);
  });

  test("Ella turns 16 tomorrow, and Noah did so when today began", () => {
    const [ella, noah] = [inRules("ella"), inRules("noah")];
    expect(ages(ella, addDays(dayOf(ella, now), 1))).toBe("16");
    expect(ages(noah, dayOf(noah, now))).toBe("16");
    expect(ages(noah, addDays(dayOf(noah, now), -1))).toBe("15");
  });

  test("Leo was born on a 29 February, and is a teenager", () => {
    const leo = inRules("leo");
    expect(Number(leo.subject.born.latest) % 10_000).toBe(229);
    expect(leo.subject.born.earliest).toBe(leo.subject.born.latest);
    expect(Number(ages(leo, dayOf(leo, now)))).toBeGreaterThanOrEqual(13);
    expect(Number(ages(leo, dayOf(leo, now)))).toBeLessThan(18);
  });

  test("Yara turns 16 some time this year", () => {
    const yara = inRules("yara");
    const year = Math.floor(dayOf(yara, now) / 10_000);
    expect(yara.subject.born).toEqual({ earliest: (year - 16) * 10_000 + 101, latest: (year - 16) * 10_000 + 1_231 });
  });

  test("Aisha joined at 14, and Noah at 15", () => {
    for (const [id, age] of [
      ["aisha", "14"],
      ["noah", "15"],
    ] as const) {
      const { subject } = inRules(id);
      expect(ages(inRules(id), known(subject.joined, id))).toBe(age);
    }
  });

  test("Greta's proof holds until tomorrow begins", () => {
    const { subject } = inRules("greta");
    const zone = known(subject.zone, "zone");
    expect(subject).toMatchObject({
      assurance: "VERIFIED",
      assuranceUntil: startOfDay(addDays(dateAt(now, zone), 1), zone),
    });
  });

  test("Ines lives in Portugal and is in Australia; Kim is nobody knows where", () => {
    expect(inRules("ines").subject).toMatchObject({ residence: "PT", present: "AU" });
    expect(inRules("kim").subject).toMatchObject({ residence: null, present: null, zone: null });
  });

  test("Tara's guardians disagree, and the stricter one has the last word", () => {
    const { subject } = inRules("tara");
    expect(subject.limits.get("dailyScreenTime" as ItemKey)).toBe(90);
    expect(Object.fromEntries(subject.approvals)).toEqual({ dailyScreenTime: { value: 180, until: null } });
  });

  test("Zoe's approval has an end to come", () => {
    const approval = inRules("zoe").subject.approvals.get("account" as ItemKey);
    expect(approval?.value).toBeNull();
    expect(approval?.until).toBeGreaterThan(now);
  });

  test("every guardian is somebody here, an adult, and proved to be one, unless only invited", () => {
    const guardians = [...people.values()].flatMap(({ profile }) =>
      profile.guardians.map(({ guardian }) => String(guardian)),
    );
    for (const id of new Set(guardians)) {
      const { subject } = inRules(id);
      expect([id, subject.assurance]).toEqual([id, "VERIFIED"]);
      expect(ageOn(known(subject.born.latest, id), dayOf(inRules(id), now))).toBeGreaterThanOrEqual(18);
    }
  });

  test("everybody says what they are an example of, and is decided about", () => {
    for (const [id, { about, profile }] of people) {
      expect([id, about]).not.toEqual([id, null]);
      const { subject, choices } = read(profile, now);
      expect(policy.decide(subject, choices, now).answers).toHaveLength(policy.catalogue.items.length);
    }
  });

  test("Milo chose more than he may choose", () => {
    const { subject, choices } = inRules("milo");
    const { answers } = policy.decide(subject, choices, now);
    const beyond = answers.filter(({ preferred, value }) => preferred !== null && preferred !== value);
    expect(beyond.map(({ item }) => item.key)).toContain("directMessages");
  });

  test("Finn has quiet hours of his own over midnight", () => {
    const { subject, choices } = inRules("finn");
    const quietHours = known(items.get("quietHours"), "quietHours");
    const { answers } = policy.decide(subject, choices, now);
    const chosen = known(choices.get(quietHours.key), "quietHours");
    expect(isAtLeastAsStrict(known(answers[quietHours.index], "quietHours").value, chosen)).toBe(true);
  });
});
