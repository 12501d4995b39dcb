import * as z from "zod";
import { BoundedMemory } from "../policy/bounded-memory.js";
import { formatDate, parseDate, parseTimeZone, type CalendarDate, type TimeZone } from "../policy/calendar.js";
import { parseRegion } from "../policy/regions.js";
import type { RegionCode } from "../policy/subject.js";
import { WEEKDAYS } from "../policy/week-windows.js";
import { ASSURANCE_BY_METHOD, type AgeMethod } from "./age-fact.js";
import { parseUserId, type UserId } from "./user-id.js";

/** A form that is text where it is stored, and `read` where it is used. */
function textForm<Read>(read: (text: string) => Read | null, write: (value: Read) => string, name: string) {
  return z.codec(z.string(), z.custom<Read>(), {
    decode: (text, context) => read(text) ?? refuse(context, `is not ${name}`),
    encode: write,
  });
}

/** Notes what is wrong with a value in the middle of reading it. */
export function refuse(context: z.core.ParsePayload, message: string): never {
  context.issues.push({ code: "custom", message, input: undefined });
  return z.NEVER;
}

const itself = (text: string): string => text;

/** An account's id. */
export const userIdForm = textForm<UserId>(
  parseUserId,
  itself,
  "a user id: 1 to 128 printable characters without spaces",
);
/** A day, `2010-05-04`. */
export const dateForm = textForm<CalendarDate>(parseDate, formatDate, "a date such as `2026-05-04`");
/** A place by its ISO 3166 code. */
export const regionForm = textForm<RegionCode>(parseRegion, itself, "a region such as `BR` or `US-CA`");
// Everybody shares a few hundred zones, and asking the runtime about one costs as much as reading the rest of a profile.
const zones = new BoundedMemory<string, TimeZone | null>(1_000);

/** A time zone by its IANA name. */
export const timeZoneForm = textForm<TimeZone>(
  (text) => zones.recall(text, () => parseTimeZone(text)),
  itself,
  "a time zone such as `Europe/Paris`",
);
/** A code that names a source, e.g. `accounts`, `app-store`. */
export const sourceForm = z.string().regex(/^[\w.:-]{1,64}$/, "is not a code: up to 64 letters, digits or `_.:-`");
/** A method of learning an age. */
export const methodForm = z.enum(Object.keys(ASSURANCE_BY_METHOD) as AgeMethod[]);
/** The key of an item; whether there is such an item is the catalogue's business. */
export const itemKeyForm = z.string().regex(/^[A-Za-z][A-Za-z0-9]{0,63}$/, "is not the key of a setting or feature");
/** An id that is unique within a profile. */
export const partIdForm = z.string().regex(/^[\w-]{1,64}$/, "is not an id: up to 64 letters, digits, `_` or `-`");

const clockTime = z.string().regex(/^\d\d:\d\d$/, "is not a time such as `22:00`");
const days = z.readonly(z.array(z.enum(WEEKDAYS)).min(1)).optional();

const NO_VALUE = "is not a value: a word, ON or OFF, minutes up to 1440, or windows";

/** A choice, limit or approved value. */
export const valueForm = z.union(
  [
    z.string().max(1_000, NO_VALUE),
    z.boolean(),
    z.int().min(0, NO_VALUE).max(1_440, NO_VALUE),
    z.readonly(z.array(z.strictObject({ from: clockTime, until: clockTime, days })).max(100)),
  ],
  { error: () => NO_VALUE },
);

/** A map by item key that is written as an object. */
export function mapForm<Stored extends z.ZodType>(value: Stored) {
  return z.codec(z.record(itemKeyForm, value), z.custom<ReadonlyMap<string, z.output<Stored>>>(), {
    decode: (record) => new Map(Object.entries(record)) as ReadonlyMap<string, z.output<Stored>>,
    encode: (map) => Object.fromEntries(map) as Record<string, z.output<Stored>>,
  });
}
