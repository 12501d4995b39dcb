import fc from "fast-check";
import { compilePolicy } from "../../../src/policy/compile.js";
import { fieldsOfEngine } from "../naive/compare.js";
import { question } from "./generators.js";

test("the order of rules, places and effects makes no difference to any answer", () => {
  const asked = question().chain((about) =>
    fc.tuple(
      fc.constant(about),
      fc.shuffledSubarray([...about.documents.rules], { minLength: about.documents.rules.length }),
    ),
  );
  fc.assert(
    fc.property(asked, ([{ documents, subject, choices, at }, shuffled]) => {
      const rules = shuffled.map((rule) => ({
        ...rule,
        where: [...rule.where].reverse(),
        effects: [...rule.effects].reverse(),
      }));
      const [first, second] = [documents, { ...documents, rules }].map((set) => {
        const decisions = compilePolicy(set).decide(subject, choices, at);
        return decisions.answers.map((answer) => [
          ...fieldsOfEngine(decisions, answer),
          ...answer.unlocks.map(({ reaches, steps }) => [reaches, steps]),
        ]);
      });
      expect(second).toEqual(first);
    }),
    { seed: 61, numRuns: 80 },
  );
});
