import * as z from "zod";
import { startOfDay } from "../policy/calendar.js";
import { APPROVAL_STATES } from "./approval-request.js";
import type { ItemsByKey } from "./guardian-decisions.js";
import { LINK_SIDES, LINK_STATES } from "./guardian-link.js";
import type { Profile } from "./profile.js";
import { readDay, readMoment, type ReadingDay } from "./relative-day.js";
import { HOW_TO_SAY_A_BIRTH, readBirth, refusalOfBirth } from "./said-birth.js";
import {
  itemKeyForm,
  methodForm,
  partIdForm,
  refuse,
  regionForm,
  sourceForm,
  timeZoneForm,
  userIdForm,
  valueForm,
} from "./stored-forms.js";
import { readStoredValue, type StoredValue } from "./stored-value.js";

/** A person as people write one down. */
export interface Person {
  readonly profile: Profile;
  /** What this person is an example of; null: nothing was said. */
  readonly about: string | null;
}

const HOW_TO_SAY = {
  day: "is not a day: write `2026-05-04`, `{ in: 3 days }` or `{ ago: 2 years }`",
  moment: "is not an instant: write `2026-05-04T12:00:00Z`, a day, `{ in: 3 days }` or `{ ago: 2 years }`",
} as const;

/** A form that is read by a function, and told how to write when that cannot read it. */
function form<Read>(read: (said: unknown) => Read | null, message: string) {
  return z.unknown().transform((said, context): Read => read(said) ?? refuse(context, message));
}

/** The form in which people write a person down: like the stored one, with defaults, short forms and days that move with the day of reading. */
export function personForm(items: ItemsByKey, reading: ReadingDay) {
  const today = startOfDay(reading.today, reading.zone);
  const day = form((said) => readDay(said, reading), HOW_TO_SAY.day);
  const moment = form((said) => readMoment(said, reading), HOW_TO_SAY.moment);
  const maybeMoment = z.nullable(moment).default(null);

  const birth = z.unknown().transform((said, context) => {
    const born = readBirth(said, reading);
    const refusal = born ? refusalOfBirth(born, reading) : HOW_TO_SAY_A_BIRTH;
    return born && refusal === null ? born : refuse(context, refusal ?? "");
  });

  const age = z.strictObject({
    born: birth,
    method: methodForm.default("SELF_DECLARATION"),
    issuer: z.nullable(sourceForm).default(null),
    recordedAt: moment.default(today),
    expiresAt: maybeMoment,
  });

  const place = z.union(
    [
      regionForm.transform((region) => ({ region, source: null, recordedAt: today })),
      z.strictObject({
        region: regionForm,
        source: z.nullable(sourceForm).default(null),
        recordedAt: moment.default(today),
      }),
    ],
    { error: () => "is not a region such as `BR` or `US-CA`, alone or as `{ region, source, recordedAt }`" },
  );

  const link = z
    .strictObject({
      id: partIdForm.optional(),
      guardian: userIdForm,
      state: z.enum(LINK_STATES),
      invitedBy: z.enum(LINK_SIDES).default("GUARDIAN"),
      invitedAt: moment.default(today),
      activeSince: maybeMoment,
      expiresAt: maybeMoment,
      endedAt: maybeMoment,
      limits: valuesOf(items, "any item").default(new Map()),
    })
    .transform(({ limits, ...link }) => {
      const activeSince = link.activeSince ?? (link.state === "ACTIVE" ? link.invitedAt : null);
      const setAt = activeSince ?? link.invitedAt;
      return { ...link, activeSince, limits: new Map([...limits].map(([item, value]) => [item, { value, setAt }])) };
    });

  const approval = z
    .strictObject({
      id: partIdForm.optional(),
      item: itemKeyForm,
      value: z.nullable(valueForm).default(null),
      state: z.enum(APPROVAL_STATES),
      guardian: z.nullable(userIdForm).default(null),
      requestedAt: moment.default(today),
      decidedAt: maybeMoment,
      endsAt: maybeMoment,
    })
    .superRefine(({ item, value }, context) => {
      const problem = problemOfValue(items, "any item", item, value);
      if (problem) context.addIssue({ code: "custom", path: [problem.at], message: problem.message });
    })
    .transform((approval) => ({
      ...approval,
      decidedAt: approval.decidedAt ?? (approval.state === "PENDING" ? null : approval.requestedAt),
    }));

  return z
    .strictObject({
      id: userIdForm,
      about: z.nullable(z.string()).default(null),
      age: z
        .union([z.array(age), age.transform((one) => [one])], {
          error: () => "is not `{ born, method }` or a list of these",
        })
        .default([]),
      residence: z.nullable(place).default(null),
      present: z.nullable(place).default(null),
      timeZone: z.nullable(timeZoneForm).default(null),
      joined: z.nullable(day).default(null),
      guardians: z.array(link).default([]),
      approvals: z.array(approval).default([]),
      choices: valuesOf(items, "settings").default(new Map()),
    })
    .transform(({ about, age: ages, guardians, approvals, ...known }): Person => ({
      about,
      profile: {
        ...known,
        revision: 0,
        ages,
        guardians: numbered(guardians, "link"),
        approvals: numbered(approvals, "approval"),
      },
    }));
}

/** Gives an id to parts that have none: their kind and their place. */
function numbered<Part extends { readonly id?: string | undefined }>(parts: readonly Part[], kind: string) {
  return parts.map((part, index) => ({ ...part, id: part.id ?? `${kind}-${index + 1}` }));
}

type Allowed = "settings" | "any item";

/** Values by item key, each one that its item has. */
function valuesOf(items: ItemsByKey, allowed: Allowed) {
  return z.record(itemKeyForm, valueForm).transform((record, context): ReadonlyMap<string, StoredValue> => {
    const values = new Map<string, StoredValue>(Object.entries(record));
    for (const [key, value] of values) {
      const problem = problemOfValue(items, allowed, key, value);
      if (problem) context.addIssue({ code: "custom", path: [key], message: problem.message });
    }
    return values;
  });
}

function problemOfValue(items: ItemsByKey, allowed: Allowed, key: string, value: StoredValue | null) {
  const item = items.get(key);
  if (!item) return { at: "item", message: "is no setting or feature of this policy" };
  if (allowed === "settings" && item.kind === "feature")
    return { at: "item", message: "is a feature, which nobody chooses" };
  if (value === null || readStoredValue(item, value) !== null) return null;
  return { at: "value", message: `is not a value of this ${item.kind}` };
}
