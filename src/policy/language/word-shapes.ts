import { z } from "zod";
import { parseDate } from "../calendar.js";
import { ASSURANCE_LEVELS } from "../subject.js";

function word(pattern: RegExp, error: string): z.ZodString {
  return z.string({ error }).regex(pattern, { error, abort: true });
}

/** A day: `2026-01-31`. */
export const dateShape = word(/^\d{4}-\d{2}-\d{2}$/, "is not a date: write `2026-01-31`")
  .refine((text) => parseDate(text) !== null, { error: "is not a day of the calendar" })
  .describe("A day of the calendar: 2026-01-31");

/** A day of every year: `09-01`. */
export const monthDayShape = word(/^\d{2}-\d{2}$/, "is not a day of the year: write `09-01` for 1 September")
  // A leap year, so that 29 February counts as a day.
  .refine((text) => parseDate(`2000-${text}`) !== null, {
    error: "is not a day of the year: write `09-01` for 1 September",
  })
  .describe("A month and day: 09-01 is 1 September");

/** The key of a setting or feature: `directMessages`. */
export const itemKeyShape = word(
  /^[a-z][A-Za-z0-9]*$/,
  "is not a key: write `directMessages`, letters and digits only",
);

/** A value that is a word: `NO_ONE`. */
export const valueWordShape = word(/^[A-Z][A-Z0-9_]*$/, "is not a value: write it in capitals, like `NO_ONE`");

/** The id of a rule: `live-16`. */
export const ruleIdShape = word(
  /^[a-z0-9]+(-[a-z0-9]+)*$/,
  "is not an id: write small letters, digits and hyphens, like `live-16`",
);

/** A name that one file gives to something: `newsroom-2021`. */
export const nameShape = word(
  /^[A-Za-z0-9]+([ -][A-Za-z0-9]+)*$/,
  "is not a name: write letters, digits, spaces and hyphens",
);

/** Text for people to read. */
export const proseShape = word(/\S/, "is not a text: write words, in quotes where YAML needs them");

/** The address of a page. */
export const urlShape = word(/^https:\/\/[^\s/]+\.[^\s/]+(\/\S*)?$/, "is not an address: write `https://...`");

/** A country, a subdivision or a bloc; whether it exists is asked of the catalogue. */
export const placeShape = word(
  /^\S(.*\S)?$/,
  "is not a place: write `WORLD`, a country like `BR`, a subdivision like `US-CA`, or a bloc",
);

/** How well an age is known. */
export const assuranceShape = z.enum(ASSURANCE_LEVELS, {
  error: `is not a level of assurance: one of ${ASSURANCE_LEVELS.join(", ")}`,
});

/** A value of an item: which ones there are depends on the item. */
export const valueShape = z
  .union([z.string(), z.number(), z.boolean(), z.array(z.string({ error: "is not a window: write `21:00-08:00`" }))], {
    error: "is not a value: write one of the item's values, minutes, or a list of windows",
  })
  .describe('A value of the item: a word, minutes or NO_LIMIT, or windows like ["21:00-08:00", "MON-FRI 08:00-15:00"]');

/** `shape`, or a list of it with at least one entry. */
export function oneOrMore<Shape extends z.ZodType>(shape: Shape, error: string) {
  return z.union([shape, z.array(shape).min(1)], { error });
}

/** A map with the keys of `shape` and no others. */
export function map<Shape extends z.core.$ZodLooseShape>(shape: Shape, what: string) {
  return z.strictObject(shape, { error: `is not ${what}` });
}
