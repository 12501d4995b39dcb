import { Kind, parse, print, visit, type DirectiveNode, type StringValueNode } from "graphql";

/**
 * The same supergraph without `@authenticated`, `@requiresScopes` and `@policy`, for Apollo Gateway: that gateway cannot
 * enforce them, and rightly refuses to start on a supergraph that says they are `for: SECURITY`. This is the one place
 * that takes them off. Nothing opens by it: the subgraph makes the same checks itself. Routers that can enforce the
 * directives are given the supergraph as it was composed.
 */
export function withoutSecuritySpecs(supergraph: string): string {
  const document = parse(supergraph);
  const names = new Set<string>();
  visit(document, {
    Directive: (node) => {
      if (isSecurityLink(node)) names.add(linkedName(node));
    },
  });
  const belongs = (name: string): boolean => names.has(name.replace(/^@/, "").split("__")[0] ?? "");
  return print(
    visit(document, {
      Directive: (node) => (isSecurityLink(node) || belongs(node.name.value) ? null : undefined),
      DirectiveDefinition: ({ name }) => (belongs(name.value) ? null : undefined),
      ScalarTypeDefinition: ({ name }) => (belongs(name.value) ? null : undefined),
    }),
  );
}

function isSecurityLink({ name, arguments: given = [] }: DirectiveNode): boolean {
  return (
    name.value === "link" &&
    given.some((it) => it.name.value === "for" && it.value.kind === Kind.ENUM && it.value.value === "SECURITY")
  );
}

/** The name of a linked spec: `authenticated` of `https://specs.apollo.dev/authenticated/v0.1`, or what `as:` calls it. */
function linkedName({ arguments: given = [] }: DirectiveNode): string {
  const text = (argument: string): string =>
    given
      .filter(({ name }) => name.value === argument)
      .map(({ value }) => value)
      .find((value): value is StringValueNode => value.kind === Kind.STRING)?.value ?? "";
  return text("as") || (text("url").split("/").at(-2) ?? "");
}
