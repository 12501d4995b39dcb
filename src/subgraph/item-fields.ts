import { isInterfaceType, isObjectType, type GraphQLField, type GraphQLObjectType, type GraphQLSchema } from "graphql";
import type { ItemAnswer, Person } from "./person.js";

/** The types that have one field an item, and the interface by which those fields are known. */
const INTERFACE = { SafetySettings: "SafetySetting", SafetyFeatureAccess: "SafetyAnswer" } as const;

/** A type that has one field an item. */
export type AnswerPage = keyof typeof INTERFACE;

/** The fields of a type that each answer for one item, with the name of the type that answers. */
export function itemFields(schema: GraphQLSchema, page: AnswerPage): ReadonlyMap<string, string> {
  const answer = schema.getType(INTERFACE[page]);
  const fields = new Map<string, string>();
  for (const field of Object.values(pageType(schema, page).getFields())) {
    // `all` is a list of answers, and no answer.
    const type = isList(field) ? undefined : schema.getType(namedType(field));
    if (isObjectType(type) && type.getInterfaces().some((it) => it === answer)) fields.set(field.name, type.name);
  }
  return fields;
}

/** Resolves the item fields by their names, so that a new setting or feature needs a field in the contract and no resolver. */
export function resolveItemFields(schema: GraphQLSchema): void {
  const typeNames = new Map<string, string>();
  for (const page of ["SafetySettings", "SafetyFeatureAccess"] as const) {
    const fields = pageType(schema, page).getFields();
    for (const [key, typeName] of itemFields(schema, page)) {
      typeNames.set(key, typeName);
      const field = fields[key];
      if (field) field.resolve = (person: Person) => person.answer(key);
    }
  }
  for (const name of ["SafetyAnswer", "SafetySetting"]) {
    const type = schema.getType(name);
    if (isInterfaceType(type)) type.resolveType = ({ item }: ItemAnswer) => typeNames.get(item.key);
  }
}

function pageType(schema: GraphQLSchema, page: AnswerPage): GraphQLObjectType {
  const type = schema.getType(page);
  if (!isObjectType(type)) throw new Error(`the contract has no type \`${page}\``);
  return type;
}

/** The name of what a field answers with, inside lists and non-null marks. */
export function namedType({ type }: Pick<GraphQLField<unknown, unknown>, "type">): string {
  return String(type).replaceAll(/[[\]!]/g, "");
}

function isList({ type }: Pick<GraphQLField<unknown, unknown>, "type">): boolean {
  return String(type).startsWith("[");
}
