import { readFileSync } from "node:fs";
import { z } from "zod";
import { FEATURE_LEVELS, type Item } from "../src/policy/item.js";
import { casesFileShape, expectationShape } from "../src/policy/language/cases-shape.js";
import { catalogueShape } from "../src/policy/language/catalogue-shape.js";
import { alwaysShape, invariantsFileShape, promiseShape } from "../src/policy/language/invariants-shape.js";
import { formatProblem } from "../src/policy/language/policy-problem.js";
import { readCatalogue } from "../src/policy/language/read-catalogue.js";
import { deploymentShape, groupShape, ruleShape, rulesFileShape } from "../src/policy/language/rules-shape.js";
import { textsShape } from "../src/policy/language/texts-shape.js";
import { readYaml } from "../src/policy/language/yaml-source.js";
import { slotsOf } from "../src/policy/texts/slots.js";
import { wordsOf } from "../src/policy/value-text.js";
import { populationShape } from "../src/profiles/simulation/population.js";

/** The folder of the schemas. */
export const SCHEMAS = "policies/schemas";

/** The JSON Schemas by which editors complete and check the policy files, by file name, from the shapes that read them. */
export function policySchemas(): ReadonlyMap<string, unknown> {
  const items = itemsOf("policies/catalogue.yaml");
  const byItem = (shapeOf: (item: Item) => z.ZodType) =>
    z.strictObject(Object.fromEntries(items.map((item) => [item.key, shapeOf(item).optional()])));

  const then = byItem(effectOf);
  const rule = ruleShape.extend({ then });
  const group = groupShape.extend({ then: then.optional(), rules: z.array(rule.partial()).min(1) });
  const values = byItem(valueOf).optional();
  const person = casesFileShape.shape.people.valueType.extend({ choose: values, limit: values });
  const moments = z.record(z.string(), byItem(expectationOf)).optional();
  const policyCase = casesFileShape.shape.cases.element.extend({ on: moments, at: moments });

  const itemKey = z.enum(items.map((item) => item.key));
  const always = alwaysShape.extend({ always: then });
  const promise = promiseShape.extend({
    items: z.array(itemKey).min(1).optional(),
    except: z.array(promiseShape.shape.except.unwrap().element.extend({ item: itemKey.optional() })).optional(),
  });

  const shapes: Readonly<Record<string, z.ZodType>> = {
    catalogue: catalogueShape,
    deployment: deploymentShape,
    rules: rulesFileShape.extend({ rules: z.array(z.union([rule, group])).min(1) }),
    invariants: invariantsFileShape.extend({ invariants: z.array(z.union([promise, always])).min(1) }),
    texts: textsShape(slotsOf(items), false),
    population: populationShape,
    cases: casesFileShape.extend({ people: z.record(z.string(), person), cases: z.array(policyCase).min(1) }),
  };
  return new Map(
    Object.entries(shapes).map(([name, shape]) => [
      `${name}.schema.json`,
      z.toJSONSchema(shape, { target: "draft-7", io: "input", reused: "ref" }),
    ]),
  );
}

function itemsOf(file: string): readonly Item[] {
  const source = readYaml({ file, text: readFileSync(file, "utf8") });
  const { catalogue } = readCatalogue(source);
  if (!catalogue) throw new Error(source.problems.map(formatProblem).join("\n"));
  return catalogue.items;
}

function valueOf(item: Item): z.ZodType {
  if (item.kind === "feature")
    return z.enum(item.limited ? FEATURE_LEVELS : FEATURE_LEVELS.filter((level) => level !== "LIMITED"));
  if (item.control === "windows") return z.array(z.string().regex(/^(\S+ +)?\d\d:\d\d-\d\d:\d\d$/));
  const words = wordsOf(item);
  return words ? z.enum(words) : z.union([z.int().min(0).max(1439), z.literal("NO_LIMIT")]);
}

function effectOf(item: Item): z.ZodType {
  const bound = item.kind === "setting" && item.control === "windows" ? "at least" : "at most";
  const value = valueOf(item);
  return z.strictObject({
    [bound]: value.optional(),
    "guardian may allow": value.optional(),
    ...(item.kind === "setting" && { default: value.optional() }),
  });
}

function expectationOf(item: Item): z.ZodType {
  const value = valueOf(item);
  return z.union([
    value,
    expectationShape.extend({ value: value.optional(), default: value.optional(), cap: value.optional() }),
  ]);
}
