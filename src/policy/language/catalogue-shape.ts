import { z } from "zod";
import {
  assuranceShape,
  dateShape,
  itemKeyShape,
  map,
  nameShape,
  placeShape,
  proseShape,
  valueShape,
  valueWordShape,
} from "./word-shapes.js";

/** A setting: exactly one of `values`, `minutes` and `windows`. */
export const settingShape = map(
  {
    values: z
      .array(valueWordShape, { error: "is not a list of values: write `[NO_ONE, FRIENDS, EVERYONE]`" })
      .min(2, { error: "has too few values: a setting needs two" })
      .optional()
      .describe("The values, from strict to loose. OFF and ON, in either order, make a switch"),
    minutes: z
      .literal("0..1440", { error: "is not a span of minutes: write `0..1440`" })
      .optional()
      .describe("Minutes of a day; 1440, the whole day, is written NO_LIMIT"),
    steps: z
      .array(
        z.union([z.int(), z.literal("NO_LIMIT")], { error: "is not a step: write whole minutes, or `NO_LIMIT`" }),
        {
          error: "is not a list of minutes: write `[30, 60, NO_LIMIT]`",
        },
      )
      .min(1, { error: "is empty: leave it out" })
      .optional()
      .describe("For minutes: the steps that a page offers, from strict to loose, ending with NO_LIMIT"),
    windows: z.literal("weekly", { error: "is not a kind of windows: write `weekly`" }).optional(),
    open: valueShape.describe("The adult value, used where no rule sets a default"),
  },
  "a setting: write `{ values: [OFF, ON], open: ON }`",
);

/** A feature. */
export const featureShape = map(
  {
    needs: z
      .record(itemKeyShape, z.union([z.string(), z.number()], { error: "is not a value" }), {
        error: "is not a map of needs: write `{ account: ALLOWED }`",
      })
      .optional()
      .describe("Values of other items without which the feature is denied"),
    limited: z
      .union([proseShape, map({ code: itemKeyShape, text: proseShape }, "")], {
        error: "is not what holds while limited: write a text, or `{ code: friendsOnly, text: ... }`",
      })
      .optional()
      .describe("What holds while the feature is LIMITED, and the code by which clients know it"),
  },
  "a feature: write `{ needs: { account: ALLOWED } }`",
);

/** A named group of regions and blocs. */
export const blocShape = z
  .array(placeShape, { error: "is not a list of regions: write `[AT, BE]`" })
  .min(1, { error: "has no members: name a region" });

/** `catalogue.yaml`: the words that rules are written in. */
export const catalogueShape = map(
  {
    revision: proseShape.optional().describe("The name of this revision of the rules for people: 2026-11-22.1"),
    since: dateShape.describe("The first day anything is known about; earlier instants are refused"),
    "proven by": assuranceShape.describe("The level meant by `not proven` where a rule names none"),
    "guardian powers": z
      .string({ error: "is not an age limit: write `under 18`" })
      .regex(/^under ([1-9]\d?|1[01]\d|120)$/, { error: "is not an age limit: write `under 18`" })
      .describe("Guardians' limits and new approvals count below this age"),
    "fallback zone": proseShape
      .optional()
      .describe("The time zone in which windows are read when a person's own is unknown; left out: Etc/UTC"),
    unknown: map(
      {
        region: placeShape.describe("strictest, or the region that an unknown one is read as"),
        subdivision: z
          .record(
            placeShape,
            z.enum(["strictest", "country"], { error: "is not a reading: write `strictest` or `country`" }),
            {
              error: "is not a map of countries: write `{ US: strictest }`",
            },
          )
          .optional()
          .describe("By country: how a person is read whose subdivision is unknown"),
      },
      "a map: write `{ region: strictest }`",
    ),
    blocs: z.record(nameShape, blocShape, { error: "is not a map of blocs" }).optional(),
    settings: z.record(itemKeyShape, settingShape, { error: "is not a map of settings" }),
    features: z.record(itemKeyShape, featureShape, { error: "is not a map of features" }),
  },
  "a catalogue",
);
