import { BoundedMemory } from "../policy/bounded-memory.js";
import { LATEST_MIDNIGHT, dateAt, type Instant, type TimeZone } from "../policy/calendar.js";
import type * as z from "zod";
import { contradictionsIn } from "./contradictions.js";
import type { ItemsByKey } from "./guardian-decisions.js";
import { personForm, type Person } from "./person-form.js";
import { formatPath } from "./profile-malformed.js";
import type { ReadingDay } from "./relative-day.js";
import { timeZoneForm } from "./stored-forms.js";

/** What a person is read against. */
export interface Door {
  /** When they are read: a birth after it is refused, and relative days are counted from it. */
  readonly now: Instant;
  /** The items of the catalogue: a choice, limit or approval of anything else is refused rather than lost. */
  readonly items: ItemsByKey;
}

/** What is wrong with a person, and where: no part of what was written. */
export interface PersonProblem {
  readonly path: readonly PropertyKey[];
  readonly problem: string;
}

/** A person read, or everything that is wrong. */
export type ReadPerson =
  { readonly ok: true; readonly person: Person } | { readonly ok: false; readonly problems: readonly PersonProblem[] };

/** Makes the reader of people for a door. It takes what YAML or JSON made of a person. */
export function personReader(door: Door): (written: unknown) => ReadPerson {
  const forms = new BoundedMemory<TimeZone | null, ReturnType<typeof personForm>>(100);
  return (written) => {
    const zone = zoneIn(written);
    const read = forms.recall(zone, () => personForm(door.items, readingDay(door.now, zone))).safeParse(written);
    if (!read.success) return { ok: false, problems: read.error.issues.flatMap(problemsOf) };
    const problems = contradictionsIn(read.data.profile);
    return problems.length === 0 ? { ok: true, person: read.data } : { ok: false, problems };
  };
}

/** Writes a problem as one line: where, and what. */
export function formatPersonProblem({ path, problem }: PersonProblem): string {
  return `\`${formatPath(path)}\` ${problem}`;
}

function zoneIn(written: unknown): TimeZone | null {
  const said = typeof written === "object" && written !== null && "timeZone" in written ? written.timeZone : null;
  const zone = timeZoneForm.safeParse(said);
  return zone.success ? zone.data : null;
}

// Where nobody knows the zone the day is the earlier one, as the rules read it: nobody is a day older than they may be.
function readingDay(now: Instant, zone: TimeZone | null): ReadingDay {
  const readIn = zone ?? LATEST_MIDNIGHT;
  return { today: dateAt(now, readIn), zone: readIn };
}

/** A problem for every place that an issue of zod's names, in words that repeat nothing of what was written. */
function problemsOf(issue: z.core.$ZodIssue): readonly PersonProblem[] {
  const { path } = issue;
  switch (issue.code) {
    // The messages of our own forms, which repeat nothing.
    case "custom":
    case "invalid_format":
    case "too_big":
    case "too_small":
      return [{ path, problem: issue.message }];
    case "invalid_union":
      return inside(issue.errors).length === 0
        ? [{ path, problem: issue.message }]
        : inside(issue.errors)
            .flatMap(problemsOf)
            .map((inner) => ({ ...inner, path: [...path, ...inner.path] }));
    case "unrecognized_keys":
      return [{ path, problem: "has a field that is not known here; the fields are listed in `examples/people.yaml`" }];
    case "invalid_key":
      return [{ path, problem: "is not the key of a setting or feature" }];
    case "invalid_type":
      return [{ path, problem: `is not ${issue.expected === "object" ? "a map" : issue.expected}` }];
    case "invalid_value":
      return [{ path, problem: `is none of ${issue.values.map(String).join(", ")}` }];
    default:
      return [{ path, problem: "cannot be read" }];
  }
}

/** What is wrong inside something that has the outline of one of the forms it may have; nothing when it has none of their outlines. */
function inside(forms: readonly (readonly z.core.$ZodIssue[])[]): readonly z.core.$ZodIssue[] {
  return (
    forms.find((issues) => issues.every(({ path, code }) => path.length > 0 || code === "unrecognized_keys")) ?? []
  );
}
