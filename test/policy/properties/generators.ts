import fc from "fast-check";
import {
  addDays,
  birthday,
  startOfDay,
  type CalendarDate,
  type Instant,
  type TimeZone,
} from "../../../src/policy/calendar.js";
import type { Item, ItemKey, Value } from "../../../src/policy/item.js";
import type { PolicyDocuments } from "../../../src/policy/rule.js";
import {
  ASSURANCE_LEVELS,
  type Approval,
  type BirthInterval,
  type Choices,
  type RegionCode,
  type Subject,
} from "../../../src/policy/subject.js";
import {
  documentsOf,
  valueOf,
  type Word,
  type WrittenCatalogue,
  type WrittenEffect,
  type WrittenRule,
} from "../fixtures/documents.js";
import { at, day } from "../people.js";

/** A random question to the engine. */
export interface Question {
  readonly documents: PolicyDocuments;
  readonly subject: Subject;
  readonly choices: Choices;
  readonly at: Instant;
}

/** Ages that random rules speak of. */
export const AGES = [13, 14, 16, 18, 21] as const;
const PLACES = ["US", "US-CA", "US-FL", "DE", "FR", "AU"] as const;
/** Regions that people of random questions live in; the last two are named by no rule. */
export const REGIONS = [...PLACES, "US-WA", "NZ"] as const;
/** Time zones of random people, the first and the last of the earth among them. */
export const ZONES = [
  "UTC",
  "America/New_York",
  "Pacific/Auckland",
  "Pacific/Kiritimati",
  "Etc/GMT+12",
  "Europe/Berlin",
] as const;
const RULE_DATES = [
  "2019-03-01",
  "2021-01-13",
  "2022-11-23",
  "2022-12-01",
  "2024-02-29",
  "2025-12-10",
  "2027-01-01",
] as const;
const SEASONS = [
  { from: "09-01", until: "06-01" },
  { from: "06-01", until: "09-01" },
  { from: "12-31", until: "01-02" },
] as const;

/** Words of every kind of item, with needs over one and two steps and two paths to the same item. */
export const SMALL_CATALOGUE: WrittenCatalogue = {
  since: "2019-03-01",
  settings: {
    visibility: { values: ["PRIVATE", "PUBLIC"], open: "PUBLIC" },
    messages: { values: ["NO_ONE", "FRIENDS", "EVERYONE"], open: "EVERYONE" },
    safeMode: { values: ["ON", "OFF"], open: "OFF" },
    screenTime: { minutes: "0..1440", open: "NO_LIMIT" },
    quiet: { windows: "weekly", open: [] },
  },
  features: {
    account: { limited: "looking only" },
    chat: { needs: { account: "LIMITED", messages: "FRIENDS" } },
    groups: { needs: { chat: "ALLOWED" } },
    live: { needs: { account: "ALLOWED", screenTime: 60 } },
    stage: { needs: { live: "ALLOWED", account: "LIMITED" }, limited: "watching only" },
  },
};

/** The values that random rules and people use, strict to loose; a later one is strictly looser than an earlier one. */
const LADDERS: Readonly<Record<string, readonly Word[]>> = {
  visibility: ["PRIVATE", "PUBLIC"],
  messages: ["NO_ONE", "FRIENDS", "EVERYONE"],
  safeMode: ["ON", "OFF"],
  screenTime: [0, 30, 60, 90, "NO_LIMIT"],
  quiet: [["00:00-24:00"], ["20:00-09:00"], ["22:00-07:00"], ["23:00-06:00"], []],
  account: ["DENIED", "LIMITED", "ALLOWED"],
  chat: ["DENIED", "ALLOWED"],
  groups: ["DENIED", "ALLOWED"],
  live: ["DENIED", "ALLOWED"],
  stage: ["DENIED", "LIMITED", "ALLOWED"],
};
const OTHER_WINDOWS: readonly Word[] = [
  ["MON-FRI 08:00-15:00"],
  ["SUN 21:00-06:00"],
  ["SAT,SUN 12:00-13:00", "22:30-06:30"],
];
const SETTINGS = Object.keys(SMALL_CATALOGUE.settings);

const one = fc.constantFrom;
/** Something in so many of ten cases, else nothing. */
const inTen = <T>(cases: number, arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.oneof({ weight: 10 - cases, arbitrary: fc.constant(undefined) }, { weight: cases, arbitrary });
const orNull = <T>(cases: number, arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | null> =>
  inTen(cases, arbitrary).map((said) => said ?? null);

/** One effect on an item. A guardian may only ever allow more than the cap. */
function effectOn(key: string): fc.Arbitrary<WrittenEffect> {
  const ladder = LADDERS[key] ?? [];
  const isWindows = key === "quiet";
  const rung = fc.nat(ladder.length - 1);
  const cap = fc.tuple(rung, fc.boolean(), rung).map(([at, mayAllow, above]): WrittenEffect => {
    const value = ladder[at] ?? "";
    const looser = ladder[at + 1 + (above % Math.max(1, ladder.length - at - 1))];
    return {
      ...(isWindows ? { "at least": value } : { "at most": value }),
      ...(mayAllow && looser !== undefined ? { "guardian may allow": looser } : {}),
    };
  });
  const other = one(...OTHER_WINDOWS).map((value): WrittenEffect => ({ "at least": value }));
  const capped = isWindows ? fc.oneof({ weight: 3, arbitrary: cap }, { weight: 1, arbitrary: other }) : cap;
  if (!SETTINGS.includes(key)) return cap;
  const byDefault = fc.oneof(
    rung.map((at) => ladder[at] ?? ""),
    ...(isWindows ? [one(...OTHER_WINDOWS)] : []),
  );
  return fc.oneof(
    { weight: 3, arbitrary: capped },
    { weight: 2, arbitrary: byDefault.map((value) => ({ default: value })) },
    { weight: 1, arbitrary: fc.tuple(capped, byDefault).map(([effect, value]) => ({ ...effect, default: value })) },
  );
}

const effects: fc.Arbitrary<WrittenRule["then"]> = fc
  .uniqueArray(one(...Object.keys(LADDERS)), { minLength: 1, maxLength: 4 })
  .chain((keys) => fc.tuple(...keys.map((key) => effectOn(key).map((effect) => [key, effect] as const))))
  .map((pairs) => Object.fromEntries(pairs));

const timeline: fc.Arbitrary<WrittenRule["timeline"]> = fc.oneof(
  { weight: 2, arbitrary: fc.constant({ "2019-03-01": "in force" } as const) },
  {
    weight: 3,
    arbitrary: fc
      .uniqueArray(
        fc.tuple(one(...RULE_DATES), one("in force", "in force", "in force", "enjoined", "unconfirmed", "ended")),
        {
          minLength: 1,
          maxLength: 3,
          selector: ([date]) => date,
        },
      )
      .map((entries) => Object.fromEntries(entries)),
  },
);

const when: fc.Arbitrary<NonNullable<WrittenRule["when"]>> = fc
  .record({
    age: inTen(
      9,
      fc.oneof(
        { weight: 2, arbitrary: one(...AGES).map((age) => `under ${age}`) },
        { weight: 1, arbitrary: one(...AGES).map((age) => `not proven ${age}`) },
      ),
    ),
    by: one(...ASSURANCE_LEVELS.slice(1)),
    guardian: inTen(1, fc.constant("not linked" as const)),
  })
  .map(({ age, by, guardian }) => ({
    ...(age ? { age } : {}),
    ...(age?.startsWith("not") ? { by } : {}),
    ...(guardian ? { guardian } : {}),
  }));

/** One rule of the language; its id is given by its place in the set. */
const writtenRule: fc.Arbitrary<Omit<WrittenRule, "id">> = fc
  .record({
    layer: one("LAW" as const, "PLATFORM" as const),
    timeline,
    where: fc.oneof(
      { weight: 3, arbitrary: fc.constant("WORLD") },
      { weight: 2, arbitrary: fc.uniqueArray(one(...PLACES), { minLength: 1, maxLength: 2 }) },
    ),
    minus: inTen(1, one("US", "US-CA", "DE")),
    season: inTen(1, one(...SEASONS)),
    when,
    then: effects,
  })
  .map(({ minus, season, ...rule }) => ({
    ...rule,
    ...(minus ? { minus } : {}),
    ...(season ? { "each year": season } : {}),
  }));

/** A whole set of rules over the small catalogue. */
const writtenRules: fc.Arbitrary<readonly WrittenRule[]> = fc
  .array(writtenRule, { minLength: 3, maxLength: 9 })
  .map((rules) => rules.map((rule, i) => ({ ...rule, id: `r${i}` })));

/** What a catalogue says besides its words. */
const catalogue: fc.Arbitrary<WrittenCatalogue> = fc
  .record({
    powers: one("under 18", "under 18", "under 17"),
    unknown: inTen(1, one({ region: "DE" }, { subdivision: { US: "country" as const } })),
  })
  .map(({ powers, unknown }) => ({
    ...SMALL_CATALOGUE,
    "guardian powers": powers,
    "fallback zone": "Europe/Berlin",
    ...(unknown ? { unknown } : {}),
  }));

/** Documents over random rules. Unknown places are read as the strictest unless `catalogues` says otherwise. */
export function documents(catalogues: fc.Arbitrary<WrittenCatalogue> = catalogue): fc.Arbitrary<PolicyDocuments> {
  const ids = fc.subarray(["r0", "r1", "r2", "r3"]);
  return fc
    .tuple(catalogues, writtenRules, ids, ids)
    .map(([words, rules, complyAnyway, takeAsConfirmed]) =>
      documentsOf(words, rules, { complyAnyway, takeAsConfirmed }),
    );
}

/** The small catalogue as it stands: whatever is unknown reads as the strictest it can be. */
export const strictestCatalogue: fc.Arbitrary<WrittenCatalogue> = fc.constant(SMALL_CATALOGUE);

/** An instant worth asking about: now and then exactly when a date begins in some zone, or a millisecond before. */
export const instant: fc.Arbitrary<Instant> = fc.oneof(
  fc.integer({ min: at("2019-03-03T00:00:00Z"), max: at("2029-01-01T00:00:00Z") }).map((time) => time as Instant),
  fc
    .tuple(one(...RULE_DATES.slice(1)), one(...ZONES, "-12:00", "+14:00"), one(0, -1))
    .map(([date, zone, early]) => (startOfDay(day(date), zone as TimeZone) + early) as Instant),
);

function born(now: Instant): fc.Arbitrary<BirthInterval> {
  const today = dateNear(now);
  const nearThreshold = fc
    .tuple(one(...AGES, 11, 17, 30), fc.integer({ min: -400, max: 400 }), one(1, 1, 0))
    .map(([age, days, spread]) => addDays(birthday(today, -age), days * spread));
  const exact = nearThreshold.map((date) => ({ earliest: date, latest: date }));
  const interval = fc
    .tuple(nearThreshold, fc.integer({ min: 1, max: 1_200 }))
    .map(([date, days]) => ({ earliest: date, latest: addDays(date, days) }));
  const half = fc
    .tuple(nearThreshold, fc.boolean())
    .map(([date, low]) => (low ? { earliest: date, latest: null } : { earliest: null, latest: date }));
  return fc.oneof(
    { weight: 5, arbitrary: exact },
    { weight: 2, arbitrary: interval },
    { weight: 1, arbitrary: half },
    { weight: 1, arbitrary: fc.constant({ earliest: null, latest: null }) },
    {
      weight: 1,
      arbitrary: one("2004-02-29", "2008-02-29").map((text) => ({ earliest: day(text), latest: day(text) })),
    },
  );
}

/** A value that people choose, limit or approve; for items of other catalogues, any of its own. */
export function valueFor(item: Item): fc.Arbitrary<Value> {
  return one(...wordsOf(item)).map((word) => valueOf(item, word));
}

function wordsOf(item: Item): readonly Word[] {
  if (item.kind === "feature") return ["DENIED", "LIMITED", "ALLOWED"];
  switch (item.control) {
    case "choice":
    case "switch":
      return item.values;
    case "minutes":
      return LADDERS["screenTime"] ?? [];
    case "windows":
      return [...(LADDERS["quiet"] ?? []), ...OTHER_WINDOWS];
  }
}

function valuesFor<T>(
  items: readonly Item[],
  value: (item: Item) => fc.Arbitrary<T>,
): fc.Arbitrary<ReadonlyMap<ItemKey, T>> {
  return fc
    .tuple(...items.map((item) => inTen(3, value(item)).map((said) => [item.key, said] as const)))
    .map((pairs) => new Map(pairs.flatMap(([key, said]) => (said === undefined ? [] : [[key, said] as const]))));
}

/** A subject as of an instant; approvals and proofs end around it. */
export function subject(items: readonly Item[], now: Instant): fc.Arbitrary<Subject> {
  const end = orNull(
    4,
    fc
      .tuple(fc.integer({ min: -200, max: 900 }), one(0, 1))
      .map(([days, exactly]) => (now + (exactly ? 1 : days * 86_400_000)) as Instant),
  );
  const approval = (item: Item): fc.Arbitrary<Approval> => fc.record({ value: orNull(4, valueFor(item)), until: end });
  return fc.record({
    born: born(now),
    assurance: one(...ASSURANCE_LEVELS),
    assuranceUntil: end,
    residence: orNull(8, one(...REGIONS)).map((code) => code as RegionCode | null),
    present: orNull(2, one(...REGIONS)).map((code) => code as RegionCode | null),
    guardian: one("NONE" as const, "PENDING" as const, "LINKED" as const, "LINKED" as const),
    zone: orNull(7, one(...ZONES)).map((zone) => zone as TimeZone | null),
    joined: orNull(
      4,
      fc.integer({ min: 0, max: 2_000 }).map((days) => laterOf(day("2019-03-03"), addDays(dateNear(now), -days))),
    ),
    approvals: valuesFor(items, approval),
    limits: valuesFor(items, valueFor),
  });
}

/** What a person chose. */
function choices(items: readonly Item[]): fc.Arbitrary<Choices> {
  return valuesFor(
    items.filter(({ kind }) => kind === "setting"),
    valueFor,
  );
}

/** A question about given documents. */
export function questionAbout(set: PolicyDocuments): fc.Arbitrary<Question> {
  const { items } = set.catalogue;
  return instant.chain((now) =>
    fc.record({
      documents: fc.constant(set),
      subject: subject(items, now),
      choices: choices(items),
      at: fc.constant(now),
    }),
  );
}

/** A question about random documents. */
export function question(catalogues?: fc.Arbitrary<WrittenCatalogue>): fc.Arbitrary<Question> {
  return documents(catalogues).chain(questionAbout);
}

function dateNear(now: Instant): CalendarDate {
  const first = day("2019-01-01");
  return addDays(first, Math.floor((now - startOfDay(first, "UTC" as TimeZone)) / 86_400_000));
}

function laterOf(a: CalendarDate, b: CalendarDate): CalendarDate {
  return a < b ? b : a;
}
