import { z } from "zod";
import {
  assuranceShape,
  dateShape,
  itemKeyShape,
  map,
  monthDayShape,
  nameShape,
  oneOrMore,
  placeShape,
  proseShape,
  ruleIdShape,
  urlShape,
  valueShape,
} from "./word-shapes.js";

/** The words of a timeline. */
const statusShape = z.enum(["in force", "enjoined", "unconfirmed", "ended"], {
  error: ({ input }) =>
    input === "stayed"
      ? "is ambiguous: write `in force` where the injunction was stayed, `enjoined` where the law was"
      : "is not a status: one of `in force`, `enjoined`, `unconfirmed`, `ended`",
});

const ageError =
  "is not an age condition: write `under 16`, or `not proven 18` with `by: LEVEL`; conditions only point to the strict side";

const effectShape = map(
  {
    "at most": valueShape.optional().describe("The loosest value left"),
    "at least": valueShape.optional().describe("For windows: the windows that nobody can take away, [] for none"),
    "guardian may allow": valueShape.optional().describe("How far a linked guardian's approval lifts it"),
    default: valueShape.optional().describe("The value when nobody chooses; not for features"),
  },
  "what a rule does to an item: write `{ at most: FRIENDS, default: NO_ONE }`",
);

const words = {
  timeline: z
    .record(dateShape, statusShape, { error: "is not a timeline: write `{ 2026-01-31: in force }`" })
    .describe("By date, ascending; each word holds until the next date"),
  "each year": map({ from: monthDayShape, until: monthDayShape }, "a season: write `{ from: 09-01, until: 06-01 }`")
    .optional()
    .describe("Only in these days of each year; until is the first day out"),
  where: oneOrMore(placeShape, "is not a place or a list of places")
    .optional()
    .describe("Where it applies: WORLD, countries, subdivisions, blocs. Left out: WORLD"),
  minus: oneOrMore(placeShape, "is not a place or a list of places")
    .optional()
    .describe("Parts of `where` in which it does not apply"),
  when: map(
    {
      age: z
        .string({ error: ageError })
        .regex(/^(under|not proven) ([1-9]\d?|1[01]\d|120)$/, { error: ageError })
        .optional()
        .describe("under N, or not proven N"),
      by: assuranceShape
        .optional()
        .describe("For `not proven`: the level that proves; left out: the catalogue's `proven by`"),
      guardian: z.literal("not linked", { error: "is not a condition on guardians: write `not linked`" }).optional(),
    },
    "a condition: write `{ age: under 16 }`",
  )
    .optional()
    .describe("For whom; left out: for everyone"),
  then: z
    .record(itemKeyShape, effectShape, { error: "is not a map of items: write `{ comments: { at most: FRIENDS } }`" })
    .describe("What it does, item by item"),
  cite: nameShape
    .optional()
    .describe("A name among `sources`; `own` for the house's own rule. Left out in a law: the law itself"),
};

const idShape = ruleIdShape.describe("Unique over all files");

/** One rule: one decision with one timeline. */
export const ruleShape = map({ id: idShape, ...words }, "a rule");

/** Rules that have some words in common. */
export const groupShape = map(
  {
    ...words,
    timeline: words.timeline.optional(),
    then: words.then.optional(),
    rules: z.array(z.unknown(), { error: "is not a list of rules" }).min(1, { error: "is empty: write a rule" }),
  },
  "a group of rules",
);

/** A source that rules cite. */
export const sourceShape = map(
  {
    title: proseShape,
    url: urlShape.optional().describe("Left out where no page of its own is known"),
    reviewedOn: dateShape.optional().describe("The day on which somebody last compared the rules with it"),
  },
  "a source: write `{ title: ..., url: https://... }`",
);

/** A file of rules. */
export const rulesFileShape = map(
  {
    layer: z.enum(["LAW", "PLATFORM"], { error: "is not a layer: write `LAW` or `PLATFORM`" }),
    law: sourceShape.optional().describe("For LAW: the statute that the rules of this file come from"),
    sources: z.record(nameShape, sourceShape, { error: "is not a map of sources" }).optional(),
    rules: z.array(z.unknown(), { error: "is not a list of rules" }).min(1, { error: "is empty: write a rule" }),
  },
  "a file of rules: write `layer: PLATFORM` and `rules:`",
);

const reviewError = "is not a span of time: write `12 months`";

/** `deployment.yaml`: what this deployment decides about rules that courts or sources leave open. */
export const deploymentShape = map(
  {
    "comply anyway": z
      .array(ruleIdShape, { error: "is not a list of rule ids" })
      .optional()
      .describe("Enjoined rules to follow all the same"),
    "take as confirmed": z
      .array(ruleIdShape, { error: "is not a list of rule ids" })
      .optional()
      .describe("Unconfirmed rules to follow as if confirmed"),
    "review every": z
      .string({ error: reviewError })
      .regex(/^([1-9]|[1-9]\d) months?$/, { error: reviewError })
      .optional()
      .describe("How often somebody compares the rules with their sources: 12 months. Left out: never asked for"),
  },
  "a deployment: write `comply anyway: []`",
);
