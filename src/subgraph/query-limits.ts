import { maxAliasesRule } from "@escape.tech/graphql-armor-max-aliases";
import { maxDepthRule } from "@escape.tech/graphql-armor-max-depth";
import type { ValidationContext, ValidationRule } from "graphql";
import { requestError } from "./errors.js";
import type { Limits } from "./limits.js";

/** The rules that refuse queries nested too deep or with too many aliases, with QUERY_TOO_COMPLEX. */
export function queryLimitRules({ depth, aliases }: Limits): readonly ValidationRule[] {
  const refuseWith = (message: string) => ({
    propagateOnRejection: false,
    onReject: [(context: ValidationContext | null) => context?.reportError(requestError("QUERY_TOO_COMPLEX", message))],
  });
  return [
    // Fragments are a way of writing, not of nesting: a router writes the same selection with or without them.
    maxDepthRule({
      n: depth,
      flattenFragments: true,
      ...refuseWith(`the query is nested deeper than ${depth} fields`),
    }),
    maxAliasesRule({ n: aliases, ...refuseWith(`the query has more than ${aliases} aliases`) }),
  ];
}
