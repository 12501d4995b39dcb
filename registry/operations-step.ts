import {
  GraphQLError,
  Kind,
  NoDeprecatedCustomRule,
  getNamedType,
  isInterfaceType,
  isObjectType,
  specifiedRules,
  validate,
  type ASTVisitor,
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLInterfaceType,
  type GraphQLObjectType,
  type GraphQLSchema,
  type SelectionSetNode,
  type ValidationContext,
} from "graphql";
import { operationsOf, type ClientOperations } from "./client-operations.js";
import { ran, type Finding, type StepResult } from "./finding.js";
import { errorFinding } from "./subgraph.js";

/** Validates what clients ask against the graph as they see it. */
export function operationsStep(api: GraphQLSchema, operations: ClientOperations): StepResult {
  const count = operationsOf(operations.all).length;
  const nothing: readonly Finding[] =
    count === 0 ? [{ level: "error", message: "there is no operation to check" }] : [];
  return ran("operations", `${count} against the whole graph`, [
    ...nothing,
    ...operations.unreadable,
    ...invalidParts(api, operations.all),
    ...deprecatedParts(api, operations.all),
  ]);
}

/** What makes a document of operations wrong for a schema. */
export function invalidParts(api: GraphQLSchema, document: DocumentNode): readonly Finding[] {
  const rules = [...specifiedRules, operationsAreNamed, operationsHaveARoot, idsAreSelected];
  return validate(api, document, rules, { maxErrors: Infinity }).map(errorFinding);
}

function deprecatedParts(api: GraphQLSchema, document: DocumentNode): readonly Finding[] {
  return validate(api, document, [NoDeprecatedCustomRule]).map((error) => ({
    ...errorFinding(error),
    level: "warning",
  }));
}

/** Registries and routers count operations by their names. */
function operationsAreNamed(context: ValidationContext): ASTVisitor {
  return {
    OperationDefinition(node) {
      if (!node.name) context.reportError(new GraphQLError("Give the operation a name.", { nodes: node }));
    },
  };
}

/** The rules of the specification look at no field whose type they do not know, and so at nothing in an operation without a root type. */
function operationsHaveARoot(context: ValidationContext): ASTVisitor {
  return {
    OperationDefinition(node) {
      if (context.getSchema().getRootType(node.operation)) return;
      context.reportError(new GraphQLError(`The graph has no ${node.operation}.`, { nodes: node }));
    },
  };
}

/** Caches merge objects by their `id`; an object without one is lost when another query comes back with a part of it. */
function idsAreSelected(context: ValidationContext): ASTVisitor {
  return {
    Field({ name, selectionSet }) {
      const returned = context.getType();
      if (!selectionSet || !returned) return;
      const type = getNamedType(returned);
      if (!isObjectType(type) && !isInterfaceType(type)) return;
      if (!type.getFields()["id"] || selectsId(context, type, selectionSet)) return;
      context.reportError(
        new GraphQLError(
          `Select \`id\` of \`${type.name}\` under \`${name.value}\`, so that caches merge what different queries bring.`,
          { nodes: selectionSet },
        ),
      );
    },
  };
}

/** Fragments are followed where they apply to every object; those that spread themselves are another rule's business. */
function selectsId(
  context: ValidationContext,
  type: GraphQLObjectType | GraphQLInterfaceType,
  { selections }: SelectionSetNode,
  seen = new Set<FragmentDefinitionNode>(),
): boolean {
  const schema = context.getSchema();
  const appliesAlways = (condition: string): boolean => {
    const wider = schema.getType(condition);
    return wider === type || (isInterfaceType(wider) && schema.isSubType(wider, type));
  };
  return selections.some((selection) => {
    switch (selection.kind) {
      case Kind.FIELD:
        return selection.name.value === "id" && !selection.alias;
      case Kind.INLINE_FRAGMENT: {
        const { typeCondition: condition, selectionSet } = selection;
        return (!condition || appliesAlways(condition.name.value)) && selectsId(context, type, selectionSet, seen);
      }
      case Kind.FRAGMENT_SPREAD: {
        const fragment = context.getFragment(selection.name.value);
        if (!fragment || seen.has(fragment) || !appliesAlways(fragment.typeCondition.name.value)) return false;
        return selectsId(context, type, fragment.selectionSet, seen.add(fragment));
      }
      default:
        return selection satisfies never;
    }
  });
}
