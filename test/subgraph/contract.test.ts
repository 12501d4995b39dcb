import {
  Kind,
  isObjectType,
  parse,
  print,
  visit,
  type DefinitionNode,
  type DocumentNode,
  type ObjectTypeDefinitionNode,
} from "graphql";
import { CONTRACT } from "../../src/subgraph/schema.js";
import { ask, schema } from "./ask.js";

const contract = parse(CONTRACT);

test("what the service says of itself is schema.graphql, apart from the federation library's own definitions", async () => {
  const { data } = await ask([], "{ _service { sdl } }");
  const { _service } = data as unknown as { readonly _service: { readonly sdl: string } };
  expect(definitionsOf(parse(_service.sdl))).toEqual(definitionsOf(contract));
});

test("every type, field, argument and enum value says what it is", () => {
  const silent: string[] = [];
  const check = (node: {
    readonly kind: Kind;
    readonly name: { readonly value: string };
    readonly description?: unknown;
  }): void => {
    if (!node.description) silent.push(`${node.kind} ${node.name.value}`);
  };
  visit(contract, {
    ObjectTypeDefinition: check,
    InterfaceTypeDefinition: check,
    EnumTypeDefinition: check,
    ScalarTypeDefinition: check,
    FieldDefinition: check,
    InputValueDefinition: check,
    EnumValueDefinition: check,
  });
  expect(silent).toEqual([]);
});

test("the fields that this subgraph adds to others' types, and its own root fields, can be null", () => {
  const bare = ["User", "Query"].flatMap((name) => {
    const type = schema.getType(name);
    const fields = isObjectType(type) ? Object.values(type.getFields()) : [];
    return fields.filter((field) => String(field.type).endsWith("!")).map((field) => `${name}.${field.name}`);
  });
  expect(bare.filter((field) => !field.includes("._"))).toEqual(["User.id"]);
});

describe("what a router thinks a query costs", () => {
  const objects = contract.definitions.filter(
    (it): it is ObjectTypeDefinitionNode => it.kind === Kind.OBJECT_TYPE_DEFINITION,
  );
  const weight = (node: { readonly directives?: ObjectTypeDefinitionNode["directives"] }): string | null => {
    const cost = node.directives?.find(({ name }) => name.value === "cost");
    const value = cost?.arguments?.[0]?.value;
    return value?.kind === Kind.INT ? value.value : null;
  };

  test("objects that are in memory already cost nothing", () => {
    const weights = objects
      .filter(({ name }) => !["User", "Query"].includes(name.value))
      .map((it) => [it.name.value, weight(it)]);
    expect(weights.filter(([, cost]) => cost !== "0")).toEqual([]);
  });

  test("the two pages of a person cost two each, a look into the future and a whole table more", () => {
    const costs = objects.flatMap(({ name, fields = [] }) =>
      fields.map((field) => [`${name.value}.${field.name.value}`, weight(field)]),
    );
    expect(costs.filter(([, cost]) => cost !== null && cost !== "0")).toEqual([
      ["User.safetySettings", "2"],
      ["User.featureAccess", "2"],
      ["User.safetyPreview", "10"],
      ["SafetyPolicy.table", "50"],
    ]);
  });

  test("every list of objects says how long it is", () => {
    const lists = objects.flatMap(({ name, fields = [] }) =>
      fields
        .filter(({ type }) => print(type).startsWith("["))
        .map((field) => ({ at: `${name.value}.${field.name.value}`, field })),
    );
    const unsaid = lists.filter(({ field }) => !field.directives?.some((it) => it.name.value === "listSize"));
    expect(unsaid.map(({ at }) => at)).toEqual([]);
  });
});

/** Definitions by name, without what `@link` brings along. */
function definitionsOf(document: DocumentNode): ReadonlyMap<string, string> {
  const imported = /^(link|federation|key|tag|authenticated|requiresScopes|cost|listSize|shareable|external|_)/;
  const named = document.definitions.flatMap((it): [string, string][] => {
    const name = "name" in it ? it.name.value : it.kind;
    if (it.kind === Kind.DIRECTIVE_DEFINITION || imported.test(name)) return [];
    return it.kind === Kind.SCHEMA_DEFINITION || it.kind === Kind.SCHEMA_EXTENSION ? [] : [[name, printed(it)]];
  });
  return new Map(named.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** A definition with its texts in one form, without fields that the library adds. */
function printed(definition: DefinitionNode): string {
  const own = visit(definition, {
    FieldDefinition: ({ name }) => (name.value.startsWith("_") ? null : undefined),
    StringValue: (node) => ({ ...node, block: false }),
  });
  return print(own);
}
