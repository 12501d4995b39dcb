import { parseDate, parseInstant, type CalendarDate, type Instant, type TimeZone } from "../../src/policy/calendar.js";
import type { ItemKey } from "../../src/policy/item.js";
import type { PolicyDocuments } from "../../src/policy/rule.js";
import type {
  Approval,
  AssuranceLevel,
  BirthInterval,
  Choices,
  GuardianStatus,
  RegionCode,
  Subject,
} from "../../src/policy/subject.js";
import { itemOf, valueOf, type Word } from "./fixtures/documents.js";

/** A person in the words of the command line; what is not said is unknown. */
export interface Described {
  /** `2010-05-04`, or `earliest..latest` with either end open: `..`, `2008-01-01..`. */
  readonly born?: string;
  readonly in?: string;
  readonly present?: string;
  readonly zone?: string;
  readonly assurance?: AssuranceLevel;
  readonly assuranceUntil?: string;
  readonly guardian?: GuardianStatus;
  readonly joined?: string;
  /** By item: `true` for as far as the rules let it, else the value, and optionally the end. */
  readonly approve?: Readonly<Record<string, true | Word | { readonly value?: Word; readonly until: string }>>;
  readonly limit?: Readonly<Record<string, Word>>;
  readonly choose?: Readonly<Record<string, Word>>;
}

/** The subject that a description speaks of. */
export function subjectOf(documents: PolicyDocuments, person: Described): Subject {
  return {
    born: bornOf(person.born ?? ".."),
    assurance: person.assurance ?? "UNKNOWN",
    assuranceUntil: person.assuranceUntil === undefined ? null : at(person.assuranceUntil),
    residence: (person.in ?? null) as RegionCode | null,
    present: (person.present ?? null) as RegionCode | null,
    guardian: person.guardian ?? "NONE",
    zone: (person.zone ?? null) as TimeZone | null,
    joined: person.joined === undefined ? null : day(person.joined),
    approvals: new Map(
      Object.entries(person.approve ?? {}).map(([key, said]) => [key as ItemKey, approvalOf(documents, key, said)]),
    ),
    limits: new Map(
      Object.entries(person.limit ?? {}).map(([key, word]) => [key as ItemKey, valueOf(itemOf(documents, key), word)]),
    ),
  };
}

/** What the person chose. */
export function choicesOf(documents: PolicyDocuments, person: Described): Choices {
  return new Map(
    Object.entries(person.choose ?? {}).map(([key, word]) => [key as ItemKey, valueOf(itemOf(documents, key), word)]),
  );
}

/** The instant of an RFC 3339 text. */
export function at(text: string): Instant {
  const instant = parseInstant(text);
  if (instant === null) throw new Error(`no instant: \`${text}\``);
  return instant;
}

/** The date of a `YYYY-MM-DD` text. */
export function day(text: string): CalendarDate {
  const date = parseDate(text);
  if (date === null) throw new Error(`no date: \`${text}\``);
  return date;
}

function bornOf(text: string): BirthInterval {
  if (!text.includes("..")) return { earliest: day(text), latest: day(text) };
  const [earliest, latest] = text.split("..");
  return { earliest: earliest ? day(earliest) : null, latest: latest ? day(latest) : null };
}

function approvalOf(
  documents: PolicyDocuments,
  key: string,
  said: true | Word | { readonly value?: Word; readonly until: string },
): Approval {
  const item = itemOf(documents, key);
  if (said === true) return { value: null, until: null };
  if (typeof said === "object" && "until" in said) {
    return { value: said.value === undefined ? null : valueOf(item, said.value), until: at(said.until) };
  }
  return { value: valueOf(item, said), until: null };
}
