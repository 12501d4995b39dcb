import { isEnumType, isObjectType, type GraphQLObjectType, type GraphQLSchema } from "graphql";
import type { Item } from "../policy/item.js";
import type { Catalogue } from "../policy/rule.js";
import { itemFields, namedType, type AnswerPage } from "./item-fields.js";

/**
 * Every difference between the contract and the catalogue, in words: a setting or feature without its field, a field
 * without its item, a field of the wrong kind, an enum whose values are not the item's words in order.
 */
export function parityProblems(schema: GraphQLSchema, catalogue: Catalogue): readonly string[] {
  return [
    ...differencesOf(schema, "SafetySettings", itemsOf(catalogue, "setting")),
    ...differencesOf(schema, "SafetyFeatureAccess", itemsOf(catalogue, "feature")),
  ];
}

function itemsOf(catalogue: Catalogue, kind: Item["kind"]): ReadonlyMap<string, Item> {
  return new Map(catalogue.items.filter((item) => item.kind === kind).map((item) => [item.key, item]));
}

function differencesOf(
  schema: GraphQLSchema,
  typeName: AnswerPage,
  items: ReadonlyMap<string, Item>,
): readonly string[] {
  const fields = itemFields(schema, typeName);
  const missing = [...items.keys()].filter((key) => !fields.has(key));
  const unknown = [...fields.keys()].filter((name) => !items.has(name));
  const wrong = [...items].flatMap(([key, item]) => {
    const answering = schema.getType(fields.get(key) ?? "");
    const problem = isObjectType(answering) ? problemOf(schema, item, answering) : null;
    return problem === null ? [] : [`\`${typeName}.${key}\` ${problem}`];
  });
  return [
    ...missing.map((key) => `\`${typeName}\` has no field for \`${key}\`: add it`),
    ...unknown.map(
      (name) => `the catalogue has no \`${name}\` for \`${typeName}.${name}\`: add it, or remove the field`,
    ),
    ...wrong,
  ];
}

/** The kind of type that answers for an item, told by the fields that only it has. */
function problemOf(schema: GraphQLSchema, item: Item, answering: GraphQLObjectType): string | null {
  const fields = answering.getFields();
  const needs = (field: string) =>
    fields[field] ? null : `is of type \`${answering.name}\`, which has no \`${field}\``;
  if (item.kind === "feature") return needs("access");
  switch (item.control) {
    case "choice":
      return needs("allowed") ?? wordProblem(schema, item.values, answering);
    case "switch":
      return needs("on");
    case "minutes":
      return needs("minutes");
    case "windows":
      return needs("windows");
    default:
      return item satisfies never;
  }
}

function wordProblem(schema: GraphQLSchema, words: readonly string[], answering: GraphQLObjectType): string | null {
  const field = answering.getFields()["allowed"];
  const values = field && schema.getType(namedType(field));
  if (!isEnumType(values)) return `is of type \`${answering.name}\`, whose values are no enum`;
  const names = values.getValues().map(({ name }) => name);
  if (names.join() === words.join()) return null;
  return `has the values ${names.join(", ")} (\`${values.name}\`), and the catalogue has ${words.join(", ")}`;
}
