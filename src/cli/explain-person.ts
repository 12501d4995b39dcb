import { birthIntervalOfBounds, doubtBirth, parseBirth, UNKNOWN_BIRTH } from "../policy/birth-interval.js";
import type { CalendarDate, Instant, TimeZone } from "../policy/calendar.js";
import { LATEST_MIDNIGHT, dateAt, parseDate, parseInstant, parseTimeZone } from "../policy/calendar.js";
import { didYouMean } from "../policy/did-you-mean.js";
import type { Item, ItemKey, Value } from "../policy/item.js";
import { parseRegion } from "../policy/regions.js";
import type { Catalogue } from "../policy/rule.js";
import type { Approval, BirthInterval, Choices, RegionCode, Subject } from "../policy/subject.js";
import { ASSURANCE_LEVELS } from "../policy/subject.js";
import { parseValue } from "../policy/value-text.js";
import { Misuse } from "./misuse.js";

/** What was typed after the options of `explain`; undefined: not given. */
export interface PersonOptions {
  readonly born?: string;
  readonly ageBounds?: string;
  readonly at?: string;
  readonly in?: string;
  readonly present?: string;
  readonly zone?: string;
  readonly joined?: string;
  readonly assurance?: string;
  readonly guardian?: string;
  readonly choose?: readonly string[];
  readonly limit?: readonly string[];
  readonly approve?: readonly string[];
}

/** A person to explain, and the instant to explain them at. */
export interface ExplainedPerson {
  readonly subject: Subject;
  readonly choices: Choices;
  readonly at: Instant;
}

const GUARDIAN_STATUSES = ["NONE", "PENDING", "LINKED"] as const;

/** Reads the options; what is left out is unknown. Throws `Misuse` for what cannot be read or believed. */
export function readPerson(options: PersonOptions, catalogue: Catalogue, now: Instant): ExplainedPerson {
  const at =
    options.at === undefined
      ? now
      : read("--at", options.at, parseInstant, "an instant such as `2026-11-22T20:00:00Z`");
  const zone =
    options.zone === undefined
      ? null
      : read("--zone", options.zone, parseTimeZone, "an IANA time zone such as `America/Los_Angeles`");
  const today = dateAt(at, zone ?? LATEST_MIDNIGHT);
  const guardian = options.guardian === undefined ? "NONE" : oneOf("--guardian", options.guardian, GUARDIAN_STATUSES);
  const limits = pairs("--limit", options.limit, catalogue, "value needed");
  const approvals = pairs("--approve", options.approve, catalogue, "value optional");
  const isLinked = guardian === "LINKED";
  return {
    at,
    choices: chosen(pairs("--choose", options.choose, catalogue, "value needed")),
    subject: {
      born: readBirth(options, today),
      assurance:
        options.assurance === undefined ? "UNKNOWN" : oneOf("--assurance", options.assurance, ASSURANCE_LEVELS),
      assuranceUntil: null,
      residence: readRegion("--in", options.in),
      present: readRegion("--present", options.present),
      guardian,
      zone,
      joined: readJoined(options.joined, at, zone),
      approvals: isLinked
        ? new Map(approvals.map(({ item, value }): [ItemKey, Approval] => [item.key, { value, until: null }]))
        : new Map(),
      limits: isLinked
        ? new Map(limits.flatMap(({ item, value }) => (value === null ? [] : [[item.key, value] as const])))
        : new Map(),
    },
  };
}

function readBirth(options: PersonOptions, today: CalendarDate): BirthInterval {
  if (options.born !== undefined && options.ageBounds !== undefined) {
    throw new Misuse("give `--born` or `--age-bounds`, not both");
  }
  if (options.ageBounds !== undefined) return readBounds(options.ageBounds, today);
  if (options.born === undefined) return UNKNOWN_BIRTH;
  const born = read(
    "--born",
    options.born,
    parseBirth,
    "a day, month or year such as `2010-05-04`, `2010-05` or `2010`",
  );
  const doubt = doubtBirth(born, today);
  if (doubt !== null)
    throw new Misuse(`\`--born ${options.born}\` is ${doubt} to be believed on the day that is asked about`);
  return born;
}

function readBounds(text: string, today: CalendarDate): BirthInterval {
  const parts = /^(\d{1,3})?\.\.(\d{1,3})?$/.exec(text);
  const [lo, hi] = [parts?.[1], parts?.[2]].map((part) => (part === undefined ? null : Number(part)));
  if (!parts || (lo ?? 0) > 120 || (hi ?? 0) > 120 || (lo === null && hi === null)) {
    throw new Misuse(`\`--age-bounds ${text}\` is no range of ages up to 120: write \`13..17\`, \`13..\` or \`..12\``);
  }
  if ((lo ?? 0) > (hi ?? 120)) throw new Misuse(`\`--age-bounds ${text}\` has its lower age above its upper`);
  return birthIntervalOfBounds(lo ?? null, hi ?? null, today);
}

function readRegion(option: string, text: string | undefined): RegionCode | null {
  if (text === undefined) return null;
  return read(option, text, parseRegion, "a region of ISO 3166 such as `BR` or `US-CA`");
}

function readJoined(text: string | undefined, at: Instant, zone: TimeZone | null): CalendarDate | null {
  if (text === undefined) return null;
  const joined = read("--joined", text, parseDate, "a day such as `2024-03-09`");
  if (joined > dateAt(at, zone ?? LATEST_MIDNIGHT)) {
    throw new Misuse(`\`--joined ${text}\` is after the day that is asked about`);
  }
  return joined;
}

interface Pair {
  readonly item: Item;
  readonly value: Value | null;
}

function pairs(
  option: string,
  texts: readonly string[] | undefined,
  catalogue: Catalogue,
  form: "value needed" | "value optional",
): readonly Pair[] {
  const read = (texts ?? []).map((text) => readPair(option, text, catalogue, form));
  const twice = read.find((one, index) => read.findIndex((other) => other.item === one.item) !== index);
  if (twice) throw new Misuse(`\`${option} ${twice.item.key}\` is given twice`);
  return read;
}

function readPair(option: string, text: string, catalogue: Catalogue, form: "value needed" | "value optional"): Pair {
  const sign = text.indexOf("=");
  const item = itemNamed(sign < 0 ? text : text.slice(0, sign), catalogue);
  if (option === "--choose" && item.kind === "feature") {
    throw new Misuse(`\`--choose ${item.key}\`: \`${item.key}\` is a feature, which nobody chooses`);
  }
  if (sign < 0) {
    if (form === "value optional") return { item, value: null };
    throw new Misuse(`\`${option} ${text}\` lacks a value: write \`${option} ${item.key}=VALUE\``);
  }
  const typed = text.slice(sign + 1);
  const parsed = parseValue(item, typed);
  if (!parsed.ok) throw new Misuse(`\`${option}\`: ${parsed.problem}`);
  return { item, value: parsed.value };
}

/** The item with that key; throws `Misuse` when the catalogue has none. */
export function itemNamed(key: string, catalogue: Catalogue): Item {
  const item = catalogue.items.find((one) => one.key === key);
  if (item) return item;
  const hint = didYouMean(
    key,
    catalogue.items.map((one) => one.key),
  );
  throw new Misuse(`there is no setting or feature \`${key}\`${hint}`);
}

function chosen(given: readonly Pair[]): Choices {
  return new Map(given.flatMap(({ item, value }) => (value === null ? [] : [[item.key, value] as const])));
}

function read<Fact>(option: string, text: string, parse: (text: string) => Fact | null, form: string): Fact {
  const fact = parse(text);
  if (fact === null) throw new Misuse(`\`${option} ${text}\` is not ${form}`);
  return fact;
}

function oneOf<Word extends string>(option: string, text: string, words: readonly Word[]): Word {
  const found = words.find((word) => word === text);
  if (found !== undefined) return found;
  throw new Misuse(`\`${option} ${text}\` is none of ${words.join(", ")}${didYouMean(text, words)}`);
}
