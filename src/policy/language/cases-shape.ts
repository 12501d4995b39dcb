import { z } from "zod";
import { LAYERS } from "../answer.js";
import {
  assuranceShape,
  dateShape,
  itemKeyShape,
  map,
  placeShape,
  proseShape,
  ruleIdShape,
  valueShape,
} from "./word-shapes.js";

const valuesShape = z.record(itemKeyShape, valueShape, {
  error: "is not a map of values: write `{ comments: FRIENDS }`",
});

const personShape = map(
  {
    about: proseShape.optional().describe("Who it is, for readers: 12, California"),
    born: z
      .union([z.string(), z.int()], { error: "is not a birth: write `2010-05-04`, `2010-05` or `2010`" })
      .optional(),
    age: z
      .string({ error: "is not a span of ages: write `13..15`, `13..` or `..15`" })
      .regex(/^\d{0,3}\.\.\d{0,3}$/, { error: "is not a span of ages: write `13..15`, `13..` or `..15`" })
      .optional()
      .describe("In place of `born`: completed years on the day of `seen on`, both ends included"),
    "seen on": dateShape.optional(),
    assurance: assuranceShape.optional(),
    in: placeShape.optional().describe("Where the person lives; left out: unknown"),
    present: placeShape.optional().describe("Where the person is; left out: at home"),
    zone: proseShape.optional().describe("IANA time zone; left out: unknown"),
    joined: dateShape.optional(),
    guardian: z
      .enum(["NONE", "PENDING", "LINKED"], { error: "is not a link: one of NONE, PENDING, LINKED" })
      .optional(),
    choose: valuesShape.optional().describe("What the person chose"),
    limit: valuesShape.optional().describe("The guardians' limits"),
    approve: valuesShape.optional().describe("The guardians' approvals: a value, or `fully`"),
  },
  "a person: write `{ born: 2010-05-04, in: US-CA, zone: America/Los_Angeles }`",
);

/** What is expected of one item. */
export const expectationShape = map(
  {
    value: valueShape.optional(),
    default: valueShape.optional(),
    cap: valueShape.optional().describe("The loosest value that may be chosen"),
    "decided by": z.enum(LAYERS, { error: `is not a layer: one of ${LAYERS.join(", ")}` }).optional(),
    reason: z.string({ error: "is not a reason code" }).optional(),
    rule: ruleIdShape.optional().describe("The rule that gives the reason"),
    "also bound by": z
      .array(proseShape, { error: "is not a list of rules: write `[live-16, live-18]`, or `[]`" })
      .optional()
      .describe("Everything else that binds, in any order: rules, or `guardian:` with the item of a limit"),
    "minimum age": z
      .union([z.int(), z.literal("none")], { error: "is not an age: write a whole number, or `none`" })
      .optional(),
    "available from": z
      .union([dateShape, z.literal("never")], { error: "is not a date: write `2026-01-31`, or `never`" })
      .optional(),
  },
  "an expectation: write a value, or `{ value: FRIENDS, decided by: PLATFORM }`",
);

const momentsShape = z.record(
  z.string(),
  z.record(itemKeyShape, z.union([valueShape, expectationShape]), { error: "is not a map of items" }),
  {
    error: "is not a map of days",
  },
);

/** A file of cases: people, and what holds for them when. */
export const casesFileShape = map(
  {
    people: z.record(proseShape, personShape, { error: "is not a map of people" }),
    cases: z
      .array(
        map(
          {
            name: proseShape.describe("What the case shows"),
            person: proseShape.describe("One of `people`"),
            on: momentsShape.optional().describe("By local date of the person: what holds all that day"),
            at: momentsShape.optional().describe("By instant: what holds then"),
          },
          "a case",
        ),
        { error: "is not a list of cases" },
      )
      .min(1, { error: "is empty: write a case" }),
  },
  "a file of cases",
);
