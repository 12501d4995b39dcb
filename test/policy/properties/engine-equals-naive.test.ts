import fc from "fast-check";
import { compilePolicy } from "../../../src/policy/compile.js";
import { workedDocuments } from "../fixtures/worked.js";
import { amountOf } from "../naive/amounts.js";
import { differences, stepsOf } from "../naive/compare.js";
import { naiveDecide } from "../naive/decide.js";
import { question, questionAbout, valueFor } from "./generators.js";

test("every field of every answer, over random rules and people", () => {
  fc.assert(
    fc.property(question(), (asked) => {
      const engine = compilePolicy(asked.documents).decide(asked.subject, asked.choices, asked.at);
      expect(differences(engine, naiveDecide(asked), asked.documents.catalogue.items)).toEqual([]);
    }),
    { seed: 31, numRuns: 50 },
  );
});

test("the worked rules, over random people", () => {
  const documents = workedDocuments();
  const policy = compilePolicy(documents);
  const asked = fc.tuple(
    questionAbout(documents),
    fc.subarray([...documents.catalogue.items], { minLength: 3, maxLength: 3 }),
  );
  fc.assert(
    fc.property(asked, ([{ subject, choices, at }, items]) => {
      const engine = policy.decide(subject, choices, at);
      expect(differences(engine, naiveDecide({ documents, subject, choices, at }), items)).toEqual([]);
    }),
    { seed: 32, numRuns: 8 },
  );
});

test("what would make one value choosable", () => {
  const asked = question().chain((about) =>
    fc
      .tuple(fc.constant(about), fc.constantFrom(...about.documents.catalogue.items))
      .chain(([known, item]) => fc.tuple(fc.constant(known), fc.constant(item), valueFor(item))),
  );
  fc.assert(
    fc.property(asked, ([{ documents, subject, choices, at }, item, value]) => {
      const engine = compilePolicy(documents).decide(subject, choices, at);
      const naive = naiveDecide({ documents, subject, choices, at });
      expect(
        engine
          .unlocksOf(item, value)
          .map((unlock) => stepsOf(engine, unlock).join(" + "))
          .sort(),
      ).toEqual(
        naive
          .unlocksOf(item, amountOf(value))
          .map(({ steps }) => [...steps].sort().join(" + "))
          .sort(),
      );
    }),
    { seed: 33, numRuns: 30 },
  );
});

test("whether quiet hours are open, and until when", () => {
  fc.assert(
    fc.property(question(), (asked) => {
      const engine = compilePolicy(asked.documents).decide(asked.subject, asked.choices, asked.at);
      const naive = naiveDecide(asked);
      for (const item of asked.documents.catalogue.items) {
        if (item.kind === "setting" && item.control === "windows")
          expect(engine.quiet(item)).toEqual(naive.quiet(item));
      }
    }),
    { seed: 34, numRuns: 50 },
  );
});
