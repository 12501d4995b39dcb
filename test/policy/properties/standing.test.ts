import fc from "fast-check";
import { compilePolicy } from "../../../src/policy/compile.js";
import { valueKey } from "../../../src/policy/lattice.js";
import { standingReader } from "../../../src/policy/standing.js";
import type { Value } from "../../../src/policy/item.js";
import { question } from "./generators.js";

const keyOf = (value: Value | null): string => (value === null ? "-" : valueKey(value));

test("what stands is what is decided, over random rules and people", () => {
  fc.assert(
    fc.property(question(), ({ documents, subject, choices, at }) => {
      const standings = standingReader(documents)(subject, choices, at);
      const { answers } = compilePolicy(documents).decide(subject, choices, at);
      expect(
        standings.map(({ item, value, preferred, cap }) => [item.key, ...[value, preferred, cap].map(keyOf)]),
      ).toEqual(answers.map(({ item, value, preferred, cap }) => [item.key, ...[value, preferred, cap].map(keyOf)]));
    }),
    { seed: 51, numRuns: 300 },
  );
});

test("people alike share one list", () => {
  fc.assert(
    fc.property(question(), ({ documents, subject, choices, at }) => {
      const read = standingReader(documents);
      expect(read(subject, choices, at)).toBe(read({ ...subject }, new Map(choices), at));
    }),
    { seed: 52, numRuns: 20 },
  );
});
