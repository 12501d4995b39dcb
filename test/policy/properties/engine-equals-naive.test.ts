import fc from "fast-check";
import { compilePolicy } from "../../../src/policy/compile.js";
import { differences } from "../naive/compare.js";
import { naiveDecide } from "../naive/decide.js";
import { question } from "./generators.js";

test("the engine gives the naive evaluator's answer, field by field", () => {
  fc.assert(
    fc.property(question(), (asked) => {
      const engine = compilePolicy(asked.documents).decide(asked.subject, asked.choices, asked.at);
      expect(differences(engine, naiveDecide(asked), asked.documents.catalogue.items)).toEqual([]);
    }),
    { numRuns: Number(process.env["RUNS"] ?? 300), ...(process.env["SEED"] ? { seed: Number(process.env["SEED"]) } : {}) },
  );
});
