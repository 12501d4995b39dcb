import {
  Kind,
  OperationTypeNode,
  getNamedType,
  getNullableType,
  isCompositeType,
  isInterfaceType,
  isListType,
  isObjectType,
  type ConstDirectiveNode,
  type ConstValueNode,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from "graphql";

/** How long a list is taken to be when neither the schema nor the operation says. */
export const UNSIZED_LIST = 100;

/** What a mutation costs before anything in it. */
const MUTATION = 10;

/**
 * What an operation of a valid document is expected to cost, by the directives `@cost` and `@listSize` of IBM's cost specification as Apollo Router's
 * static estimate reads them: an object is 1 unless a weight is given, a scalar or enum 0, a list as many times its items as it is long,
 * and arguments cost what their weights say. `supergraph` is a supergraph's schema, which carries the directives.
 * A size that a variable gives is unknown here: its default counts, and without one the assumed size.
 */
export function demandOf(
  supergraph: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
): number {
  const root = supergraph.getRootType(operation.operation);
  if (!root) return 0;
  const fragments = new Map(
    document.definitions.flatMap((it) => (it.kind === Kind.FRAGMENT_DEFINITION ? [[it.name.value, it] as const] : [])),
  );
  const asked: Asked = { supergraph, fragments, operation };
  return (
    (operation.operation === OperationTypeNode.MUTATION ? MUTATION : 0) +
    ofSelections(asked, operation.selectionSet, root, null)
  );
}

/** What is looked at, and where its parts are found. */
interface Asked {
  readonly supergraph: GraphQLSchema;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly operation: OperationDefinitionNode;
}

/** What `@listSize` says of a field: how long it is, or how long the fields below it are. */
interface ListSize {
  readonly size: number | null;
  readonly sizedFields: readonly string[];
}

function ofSelections(asked: Asked, set: SelectionSetNode, parent: GraphQLNamedType, above: ListSize | null): number {
  return set.selections.reduce((sum, selection) => sum + ofSelection(asked, selection, parent, above), 0);
}

function ofSelection(
  asked: Asked,
  selection: SelectionSetNode["selections"][number],
  parent: GraphQLNamedType,
  above: ListSize | null,
): number {
  switch (selection.kind) {
    case Kind.FIELD:
      return ofField(asked, selection, parent, above);
    case Kind.INLINE_FRAGMENT: {
      const condition = selection.typeCondition?.name.value;
      const type = condition === undefined ? parent : asked.supergraph.getType(condition);
      return type ? ofSelections(asked, selection.selectionSet, type, above) : 0;
    }
    case Kind.FRAGMENT_SPREAD: {
      const fragment = asked.fragments.get(selection.name.value);
      const type = fragment && asked.supergraph.getType(fragment.typeCondition.name.value);
      return type ? ofSelections(asked, fragment.selectionSet, type, above) : 0;
    }
    default:
      return selection satisfies never;
  }
}

function ofField(asked: Asked, node: FieldNode, parent: GraphQLNamedType, above: ListSize | null): number {
  const field = isObjectType(parent) || isInterfaceType(parent) ? parent.getFields()[node.name.value] : undefined;
  if (!field) return 0;
  const type = getNamedType(field.type);
  const own = listSizeOf(asked, node, field);
  const below = node.selectionSet ? ofSelections(asked, node.selectionSet, type, own) : 0;
  const each = (weightOf(field) ?? weightOf(type) ?? (isCompositeType(type) ? 1 : 0)) + below;
  return lengthOf(field, own, above) * each + ofArguments(node, field);
}

/** How many of a field's type there are. */
function lengthOf(field: GraphQLField<unknown, unknown>, own: ListSize | null, above: ListSize | null): number {
  if (!isListType(getNullableType(field.type))) return 1;
  const fromAbove = above?.sizedFields.includes(field.name) ? above.size : null;
  return fromAbove ?? own?.size ?? UNSIZED_LIST;
}

function listSizeOf(asked: Asked, node: FieldNode, field: GraphQLField<unknown, unknown>): ListSize | null {
  const directive = directiveOf(field, "listSize");
  if (!directive) return null;
  const slices = wordsOf(argumentOf(directive, "slicingArguments")).flatMap((name) => {
    const size = sliceOf(asked, node, field, name);
    return size === null ? [] : [size];
  });
  return {
    size: slices.length > 0 ? Math.max(...slices) : numberOf(argumentOf(directive, "assumedSize")),
    sizedFields: wordsOf(argumentOf(directive, "sizedFields")),
  };
}

/** How many are asked for by an argument: as written, by a variable's default, or by the argument's own. */
function sliceOf(asked: Asked, node: FieldNode, field: GraphQLField<unknown, unknown>, name: string): number | null {
  const given = node.arguments?.find((argument) => argument.name.value === name)?.value;
  if (given?.kind === Kind.INT) return Number(given.value);
  if (given?.kind === Kind.VARIABLE) {
    const variable = asked.operation.variableDefinitions?.find((it) => it.variable.name.value === given.name.value);
    return numberOf(variable?.defaultValue);
  }
  return numberOf(field.args.find((argument) => argument.name === name)?.astNode?.defaultValue);
}

/** What the arguments that are given weigh. Weights within input objects are not counted: no schema here takes any. */
function ofArguments(node: FieldNode, field: GraphQLField<unknown, unknown>): number {
  const given = node.arguments ?? [];
  return field.args
    .filter(({ name }) => given.some((argument) => argument.name.value === name))
    .reduce((sum, argument) => sum + (weightOf(argument) ?? 0), 0);
}

type Costly = GraphQLField<unknown, unknown> | GraphQLNamedType | GraphQLArgument;

function weightOf(element: Costly): number | null {
  const directive = directiveOf(element, "cost");
  return directive ? numberOf(argumentOf(directive, "weight")) : null;
}

/** A directive by its name, also when the supergraph gave it its namespace, as it does when two specifications use one name. */
function directiveOf({ astNode }: Costly, name: string): ConstDirectiveNode | null {
  return astNode?.directives?.find((it) => [name, `cost__${name}`].includes(it.name.value)) ?? null;
}

function argumentOf(directive: ConstDirectiveNode, name: string): ConstValueNode | undefined {
  return directive.arguments?.find((argument) => argument.name.value === name)?.value;
}

function numberOf(value: ConstValueNode | undefined): number | null {
  return value?.kind === Kind.INT ? Number(value.value) : null;
}

function wordsOf(value: ConstValueNode | undefined): readonly string[] {
  const values = value?.kind === Kind.LIST ? value.values : [];
  return values.flatMap((it) => (it.kind === Kind.STRING ? [it.value] : []));
}
