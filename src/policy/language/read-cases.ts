import type { z } from "zod";
import { birthIntervalOfBounds, parseBirth, UNKNOWN_BIRTH } from "../birth-interval.js";
import {
  addDays,
  parseDate,
  parseInstant,
  parseTimeZone,
  startOfDay,
  type CalendarDate,
  type Instant,
} from "../calendar.js";
import { didYouMean } from "../did-you-mean.js";
import type { Item, ItemKey, Value } from "../item.js";
import { parseRegion } from "../regions.js";
import type { Approval, BirthInterval, RegionCode, Subject } from "../subject.js";
import { casesFileShape, type expectationShape } from "./cases-shape.js";
import type { ExpectedItem, ExpectedMoment, PolicyCase } from "./policy-case.js";
import { inOrder, type PolicyProblem, type PolicySource } from "./policy-problem.js";
import { readValue } from "./read-value.js";
import { readShape, within } from "./shape-problems.js";
import { readYaml, type Report, type YamlSource } from "./yaml-source.js";

/** The cases of some files, or everything that is wrong with them. */
export type ReadCases =
  | { readonly ok: true; readonly cases: readonly PolicyCase[] }
  | { readonly ok: false; readonly problems: readonly PolicyProblem[] };

/** Reads files of cases against a catalogue's items. */
export function readCases(sources: readonly PolicySource[], items: readonly Item[]): ReadCases {
  const itemOf = new Map<string, Item>(items.map((item) => [item.key, item]));
  const files = sources.map(readYaml);
  const cases = files.flatMap((file) => (file.value === undefined ? [] : readFile(file, itemOf)));
  const problems = inOrder(files.flatMap((file) => file.problems));
  return problems.length > 0 ? { ok: false, problems } : { ok: true, cases };
}

type Items = ReadonlyMap<string, Item>;
type WrittenCases = z.infer<typeof casesFileShape>;
type WrittenPerson = WrittenCases["people"][string];
type WrittenMoments = NonNullable<WrittenCases["cases"][number]["on"]>;

function readFile(file: YamlSource, items: Items): readonly PolicyCase[] {
  const shaped = readShape(casesFileShape, file.value, file.report);
  if (!shaped) return [];
  const people = new Map(
    Object.entries(shaped.people).map(([name, person]) => [
      name,
      readPerson(person, items, within(file.report, "people", name)),
    ]),
  );
  return shaped.cases.flatMap(({ name, person, on = {}, at = {} }, index) => {
    const report = within(file.report, "cases", index);
    const known = people.get(person);
    if (!known) {
      report(["person"], `\`${person}\` is not among the \`people\`${didYouMean(person, people.keys())}`);
      return [];
    }
    if (Object.keys(on).length + Object.keys(at).length === 0)
      report([], `\`${name}\` asks nothing: write \`on\` with a day, or \`at\` with an instant`);
    const placeOf = (part: "on" | "at") => (when: string, key: string) =>
      file.placeOf(["cases", index, part, when, key]);
    const moments = [
      ...readMoments(on, items, within(report, "on"), placeOf("on"), (when, say) =>
        instantsOfDay(when, known.subject, say),
      ),
      ...readMoments(at, items, within(report, "at"), placeOf("at"), instantOf),
    ];
    return [{ name: `${name} (${person})`, ...known, moments }];
  });
}

function readMoments(
  written: WrittenMoments,
  items: Items,
  report: Report,
  placeOf: (when: string, key: string) => ExpectedItem["place"],
  instantsOf: (when: string, report: Report) => readonly Instant[],
): readonly ExpectedMoment[] {
  return Object.entries(written).map(([when, expected]) => ({
    when,
    instants: instantsOf(when, within(report, when)),
    items: Object.entries(expected).flatMap(([key, expectation]) => {
      const say = within(report, when, key);
      const item = itemNamed(key, items, say);
      return item ? [{ item, place: placeOf(when, key), ...readExpectation(item, expectation, say) }] : [];
    }),
  }));
}

function readExpectation(item: Item, written: WrittenMoments[string][string], report: Report): Partial<ExpectedItem> {
  const fields: z.infer<typeof expectationShape> =
    typeof written === "object" && !Array.isArray(written) ? written : { value: written };
  const value = (word: "value" | "default" | "cap") => {
    if (fields[word] === undefined) return {};
    const read = readValue(item, fields[word], fields === written ? within(report, word) : report);
    return read === null ? {} : { [word]: read };
  };
  return {
    ...value("value"),
    ...value("default"),
    ...value("cap"),
    ...(fields["decided by"] && { decidedBy: fields["decided by"] }),
    ...(fields.reason !== undefined && { reason: fields.reason }),
    ...(fields.rule !== undefined && { rule: fields.rule }),
    ...(fields["also bound by"] && { alsoBoundBy: fields["also bound by"].toSorted() }),
    ...(fields["minimum age"] !== undefined && {
      minimumAge: fields["minimum age"] === "none" ? null : fields["minimum age"],
    }),
    ...(fields["available from"] !== undefined && {
      availableFrom: fields["available from"] === "never" ? null : fields["available from"],
    }),
  };
}

/** The first and the last instant of a day: what is expected holds all day. */
function instantsOfDay(when: string, { zone }: Subject, report: Report): readonly Instant[] {
  const date = parseDate(when);
  if (date === null) report([], `\`${when}\` is not a day of the calendar: write \`2026-01-31\``, "key");
  else if (zone === null)
    report(
      [],
      `a day without a time zone has no beginning: give the person a \`zone\`, or write an instant under \`at\``,
      "key",
    );
  else return [startOfDay(date, zone), (startOfDay(addDays(date, 1), zone) - 1) as Instant];
  return [];
}

function instantOf(when: string, report: Report): readonly Instant[] {
  const at = parseInstant(when);
  if (at === null) report([], `\`${when}\` is not an instant: write \`2026-01-31T20:00:00Z\``, "key");
  return at === null ? [] : [at];
}

function readPerson(written: WrittenPerson, items: Items, report: Report): Pick<PolicyCase, "subject" | "choices"> {
  const zone = written.zone === undefined ? null : parseTimeZone(written.zone);
  if (written.zone !== undefined && zone === null)
    report(["zone"], `\`${written.zone}\` is not a time zone: write an IANA name like \`Europe/Paris\``);
  const approvals = Object.entries(written.approve ?? {}).flatMap(
    ([key, input]): readonly (readonly [ItemKey, Approval])[] => {
      const say = within(report, "approve", key);
      const item = itemNamed(key, items, say);
      if (!item) return [];
      return [[item.key, { value: input === "fully" ? null : readValue(item, input, say), until: null }]];
    },
  );
  return {
    subject: {
      born: readBorn(written, report),
      assurance: written.assurance ?? "UNKNOWN",
      assuranceUntil: null,
      residence: readRegion(written.in, within(report, "in")),
      present: readRegion(written.present, within(report, "present")),
      guardian: written.guardian ?? "NONE",
      zone,
      joined: written.joined === undefined ? null : parseDate(written.joined),
      approvals: new Map(approvals),
      limits: readValues(written.limit, items, within(report, "limit")),
    },
    choices: readValues(written.choose, items, within(report, "choose")),
  };
}

function readBorn(written: WrittenPerson, report: Report): BirthInterval {
  const { born, age } = written;
  if (born !== undefined) {
    if (age !== undefined)
      report(["age"], "`age` is for people whose `born` is not known: leave one of them out", "key");
    const read = parseBirth(String(born));
    if (!read) report(["born"], `\`${born}\` is not a birth: write \`2010-05-04\`, \`2010-05\` or \`2010\``);
    return read ?? UNKNOWN_BIRTH;
  }
  if (age === undefined) return UNKNOWN_BIRTH;
  const seen: CalendarDate | null = parseDate(written["seen on"] ?? "");
  if (seen === null) {
    report(["age"], "`age` needs the day on which it held: write `seen on`", "key");
    return UNKNOWN_BIRTH;
  }
  const [lo = null, hi = null] = age.split("..").map((end) => (end === "" ? null : Number(end)));
  if (lo !== null && hi !== null && lo > hi) report(["age"], `\`${age}\` ends before it starts`);
  return birthIntervalOfBounds(lo, hi, seen);
}

function readRegion(word: string | undefined, report: Report): RegionCode | null {
  const region = word === undefined ? null : parseRegion(word);
  if (word !== undefined && region === null)
    report([], `\`${word}\` is not a region: write a code like \`BR\` or \`US-CA\``);
  return region;
}

function readValues(written: WrittenPerson["choose"], items: Items, report: Report): ReadonlyMap<ItemKey, Value> {
  return new Map(
    Object.entries(written ?? {}).flatMap(([key, input]): readonly (readonly [ItemKey, Value])[] => {
      const item = itemNamed(key, items, within(report, key));
      const value = item ? readValue(item, input, within(report, key)) : null;
      return item && value !== null ? [[item.key, value]] : [];
    }),
  );
}

function itemNamed(key: string, items: Items, report: Report): Item | null {
  const item = items.get(key);
  if (!item) report([], `\`${key}\` is not in the catalogue${didYouMean(key, items.keys())}`, "key");
  return item ?? null;
}
