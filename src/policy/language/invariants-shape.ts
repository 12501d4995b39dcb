import { z } from "zod";
import { PROMISES, UNKNOWN_FACTS } from "../proof/invariant.js";
import { ruleShape } from "./rules-shape.js";
import { dateShape, itemKeyShape, map, oneOrMore, placeShape, proseShape, ruleIdShape } from "./word-shapes.js";

const because = proseShape.describe("Why this is given up");

const named = {
  name: ruleIdShape.describe("Unique in this file"),
  says: proseShape.describe("The invariant in one sentence, for readers"),
};

/** Something that must hold for all people whom it fits. */
export const alwaysShape = map(
  {
    ...named,
    from: dateShape.optional().describe("The first day on which it must hold; left out: every day"),
    where: ruleShape.shape.where,
    when: ruleShape.shape.when,
    always: ruleShape.shape.then.describe("What nothing may be looser than, item by item, in the words of a rule"),
    except: z
      .array(
        map(
          { where: oneOrMore(placeShape, "is not a place or a list of places"), because },
          "an exception: write `{ where: US, because: ... }`",
        ),
        { error: "is not a list of exceptions" },
      )
      .optional()
      .describe("Places in which it need not hold"),
  },
  "an invariant",
);

/** A promise of the rules as such. */
export const promiseShape = map(
  {
    ...named,
    promise: z.enum(PROMISES, {
      error: `is not a promise: one of ${PROMISES.map((promise) => `\`${promise}\``).join(", ")}`,
    }),
    items: z
      .array(itemKeyShape, { error: "is not a list of items" })
      .min(1, { error: "is empty: leave it out for all items" })
      .optional()
      .describe("The settings and features it is about; left out: all"),
    except: z
      .array(
        map(
          {
            item: itemKeyShape.optional(),
            birthday: z
              .int({ error: "is not an age: write a whole number" })
              .optional()
              .describe("For `older is never stricter`: the age at which somebody may be worse off"),
            fact: z
              .enum(UNKNOWN_FACTS, { error: `is not a fact: one of ${UNKNOWN_FACTS.join(", ")}` })
              .optional()
              .describe("For `unknown is never looser`: the fact that may be read otherwise"),
            because,
          },
          "an exception: write `{ item: comments, because: ... }`",
        ),
        { error: "is not a list of exceptions" },
      )
      .optional(),
  },
  "an invariant",
);

/** `invariants.yaml`: what must hold, whatever the rules become. */
export const invariantsFileShape = map(
  {
    invariants: z
      .array(z.unknown(), { error: "is not a list of invariants" })
      .min(1, { error: "is empty: write an invariant, or leave the file out" }),
  },
  "a file of invariants: write `invariants:`",
);
