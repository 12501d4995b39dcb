import { Kind, valueFromASTUntyped, type DocumentNode, type FieldNode, type SelectionSetNode } from "graphql";
import type { OperationDefinitionNode } from "graphql";
import { parseUserId } from "../profiles/user-id.js";
import { requestError } from "./errors.js";
import type { Limits } from "./limits.js";

/** An operation as it was sent: its variables are not read yet. */
export interface SentOperation {
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly variables: Readonly<Record<string, unknown>>;
}

/**
 * Counts the people that an operation asks for by `_entities` and `safetyUsers`, and refuses it as a whole with a coded
 * error when a list is malformed, names a type that is no entity here, or is too long. The federation library would
 * answer one bad representation with an internal error for all of them, and sets no limit.
 */
export function countAskedPeople(sent: SentOperation, limits: Limits): number {
  const counts = { representations: 0, users: 0 };
  for (const field of rootFields(sent, sent.operation.selectionSet, new Set())) {
    if (field.name.value === "_entities") {
      counts.representations += listOf(sent, field, "representations", checkRepresentation);
    } else if (field.name.value === "safetyUsers") {
      counts.users += listOf(sent, field, "ids", checkId);
    }
  }
  if (counts.representations > limits.representations) {
    throw requestError(
      "TOO_MANY_REPRESENTATIONS",
      `${counts.representations} representations in one request; at most ${limits.representations} are answered`,
    );
  }
  if (counts.users > limits.users) {
    throw requestError("TOO_MANY_USERS", `${counts.users} users in one request; at most ${limits.users} are answered`);
  }
  return counts.representations + counts.users;
}

function rootFields(sent: SentOperation, { selections }: SelectionSetNode, seen: Set<string>): readonly FieldNode[] {
  return selections.flatMap((selection) => {
    switch (selection.kind) {
      case Kind.FIELD:
        return [selection];
      case Kind.INLINE_FRAGMENT:
        return rootFields(sent, selection.selectionSet, seen);
      case Kind.FRAGMENT_SPREAD:
        return fragmentFields(sent, selection.name.value, seen);
      default:
        return selection satisfies never;
    }
  });
}

/** A fragment's fields, the first time it is spread: the fields of further spreads are the same ones to the executor. */
function fragmentFields(sent: SentOperation, name: string, seen: Set<string>): readonly FieldNode[] {
  if (seen.has(name)) return [];
  seen.add(name);
  const fragment = sent.document.definitions.find(
    (it) => it.kind === Kind.FRAGMENT_DEFINITION && it.name.value === name,
  );
  return fragment?.kind === Kind.FRAGMENT_DEFINITION ? rootFields(sent, fragment.selectionSet, seen) : [];
}

/** The length of a list argument, each entry checked. */
function listOf(
  sent: SentOperation,
  field: FieldNode,
  name: string,
  check: (entry: unknown, place: string) => void,
): number {
  const list = argumentValue(sent, field, name);
  if (!Array.isArray(list)) throw requestError("BAD_USER_INPUT", `\`${name}\` is not a list`);
  for (const [index, entry] of list.entries()) check(entry, `${name}[${index}]`);
  return list.length;
}

function argumentValue({ operation, variables }: SentOperation, field: FieldNode, name: string): unknown {
  const node = field.arguments?.find((argument) => argument.name.value === name)?.value;
  if (node?.kind !== Kind.VARIABLE) return node && valueFromASTUntyped(node, variables);
  if (Object.hasOwn(variables, node.name.value)) return variables[node.name.value];
  const definition = operation.variableDefinitions?.find(({ variable }) => variable.name.value === node.name.value);
  return definition?.defaultValue && valueFromASTUntyped(definition.defaultValue);
}

function checkRepresentation(entry: unknown, place: string): void {
  if (typeof entry !== "object" || entry === null || Array.isArray(entry)) {
    throw requestError("BAD_USER_INPUT", `\`${place}\` is not an object`);
  }
  const { __typename: typename, id } = entry as Readonly<Record<string, unknown>>;
  if (typeof typename !== "string") throw requestError("BAD_USER_INPUT", `\`${place}.__typename\` is missing`);
  if (typename !== "User") {
    throw requestError(
      "BAD_USER_INPUT",
      `\`${place}.__typename\` is \`${typename.slice(0, 64)}\`: the one entity here is \`User\``,
    );
  }
  checkId(id, `${place}.id`);
}

/** The message never repeats the id: it would be a person's. */
function checkId(id: unknown, place: string): void {
  if (typeof id !== "string" || parseUserId(id) === null) {
    throw requestError(
      "BAD_USER_INPUT",
      `\`${place}\` is not a user's id: 1 to 128 printable characters without spaces`,
    );
  }
}
