import {
  getNamedType,
  isInterfaceType,
  isObjectType,
  isUnionType,
  type GraphQLNamedType,
  type GraphQLSchema,
} from "graphql";

/**
 * A selection of every field of a type, down to leaves, each type entered once on every way down. What lies behind an
 * interface is selected on the interface, because its types' own fields are selected where the contract names them.
 */
export function wholeSelection(schema: GraphQLSchema, type: GraphQLNamedType, above: readonly string[] = []): string {
  if ((!isObjectType(type) && !isInterfaceType(type)) || isUnionType(type)) return "";
  const fields = Object.values(type.getFields()).flatMap((field) => {
    const inner = getNamedType(field.type);
    if (field.args.some((arg) => String(arg.type).endsWith("!") && arg.defaultValue === undefined)) return [];
    if (!isObjectType(inner) && !isInterfaceType(inner)) return [field.name];
    if (above.includes(inner.name)) return [];
    return [`${field.name} ${wholeSelection(schema, inner, [...above, type.name])}`];
  });
  return `{ __typename ${fields.join(" ")} }`;
}
