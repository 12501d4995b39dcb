import fc from "fast-check";
import type { Answer, Decisions } from "../../../src/policy/answer.js";
import type { Instant } from "../../../src/policy/calendar.js";
import { compilePolicy } from "../../../src/policy/compile.js";
import { fieldsOfEngine } from "../naive/compare.js";
import { question } from "./generators.js";

/** An answer as a person would see it, its own end apart. */
function seen(decisions: Decisions, answer: Answer): string {
  const reaches = answer.unlocks.map((unlock) => unlock.reaches);
  return JSON.stringify([...fieldsOfEngine(decisions, answer), reaches].filter((field) => field[0] !== "validUntil"));
}

test("an answer holds until its end to the millisecond, and differs then (T7)", () => {
  const asked = fc.tuple(question(), fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }));
  fc.assert(
    fc.property(asked, ([{ documents, subject, choices, at }, between]) => {
      const policy = compilePolicy(documents);
      const decide = (instant: number): Decisions => policy.decide(subject, choices, instant as Instant);
      const now = decide(at);
      now.answers.forEach((answer, i) => {
        const end = answer.validUntil === null ? null : now.instantOf(answer.validUntil);
        const before = seen(now, answer);
        const later = (instant: number): string => {
          const then = decide(instant);
          const same = then.answers[i];
          return same ? seen(then, same) : "no answer";
        };
        const last = end === null ? at + 40 * 365 * 86_400_000 : end - 1;
        expect(later(Math.floor(at + (last - at) * between))).toBe(before);
        if (end === null) return;
        expect(end).toBeGreaterThan(at);
        expect(later(last)).toBe(before);
        expect(later(end)).not.toBe(before);
      });
    }),
    { seed: 41, numRuns: 40 },
  );
});
