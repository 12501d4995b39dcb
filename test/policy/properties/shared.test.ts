import fc from "fast-check";
import type { Answer } from "../../../src/policy/answer.js";
import { compilePolicy } from "../../../src/policy/compile.js";
import type { Value } from "../../../src/policy/item.js";
import { workedDocuments } from "../fixtures/worked.js";
import { at, choicesOf, subjectOf, type Described } from "../people.js";
import { question } from "./generators.js";

const documents = workedDocuments();
const policy = compilePolicy(documents);
const ask = (who: Described, instant = "2026-07-01T12:00:00Z"): readonly Answer[] =>
  policy.decide(subjectOf(documents, who), choicesOf(documents, who), at(instant)).answers;

/** Everything that an answer holds, item apart: the item is the catalogue's. */
function parts(value: unknown): readonly unknown[] {
  if (typeof value !== "object" || value === null) return [value];
  return [
    value,
    ...Object.entries(value).flatMap(([key, part]) => (key === "item" && typeof part === "object" ? [] : parts(part))),
  ];
}

describe("answers are shared", () => {
  const maya: Described = { born: "2014-03-04", in: "US-CA", zone: "America/Los_Angeles", assurance: "SELF_DECLARED" };

  test.each([
    ["asked again", maya, "2026-07-01T12:00:00Z"],
    ["asked an hour later", maya, "2026-07-01T13:00:00Z"],
    ["Zoe, born a day later", { ...maya, born: "2014-03-05" }, "2026-07-01T12:00:00Z"],
    ["Ana, in another time zone", { ...maya, zone: "America/Denver" }, "2026-07-01T12:00:00Z"],
  ])("with Maya, 12, California: %s", (_, who, instant) => {
    expect(ask(who, instant)).toBe(ask(maya));
  });

  test("by people with the same choices, item by item", () => {
    const chosen: Described = { ...maya, choose: { comments: "NO_ONE", dailyScreenTime: 30 } };
    const [first, second] = [ask(chosen), ask({ ...chosen, born: "2014-03-05" })];
    second.forEach((answer, i) => {
      expect(answer).toBe(first[i]);
    });
  });
});

describe("answers hold nothing of a person", () => {
  test("they are frozen all through", () => {
    fc.assert(
      fc.property(question(), ({ documents: set, subject, choices, at: instant }) => {
        const { answers } = compilePolicy(set).decide(subject, choices, instant);
        const own = new Set<unknown>([...choices.values()].flatMap((value: Value) => parts(value)));
        const open = parts(answers).filter(
          (part) => typeof part === "object" && part !== null && !Object.isFrozen(part) && !own.has(part),
        );
        expect(open).toEqual([]);
      }),
      { seed: 71, numRuns: 40 },
    );
  });

  test("no number in them is a date or an instant, the dates of rules apart", () => {
    fc.assert(
      fc.property(question(), ({ documents: set, subject, choices, at: instant }) => {
        const { answers } = compilePolicy(set).decide(subject, choices, instant);
        const ruleDates = new Set(parts(answers).flatMap((part) => (isRuleMoment(part) ? [part.date] : [])));
        const large = parts(answers).filter(
          (part) => typeof part === "number" && part > 10_080 && !ruleDates.has(part),
        );
        expect(large).toEqual([]);
      }),
      { seed: 72, numRuns: 40 },
    );
  });
});

function isRuleMoment(part: unknown): part is { readonly kind: "rules"; readonly date: number } {
  return typeof part === "object" && part !== null && "kind" in part && part.kind === "rules";
}
