import { GraphQLError } from "graphql";

/** Refusals of a whole request that a client can do something about. */
const TOLD_TO_CLIENTS: readonly unknown[] = [
  "BAD_USER_INPUT",
  "TOO_MANY_REPRESENTATIONS",
  "TOO_MANY_USERS",
  "PAYLOAD_TOO_LARGE",
];

/**
 * What clients are told when a subgraph cannot be asked, or refuses a request as a whole. As it comes, the error would
 * hold the subgraph's address, and a wrong secret of ours would read as "sign in again".
 */
export function subgraphFault(error: Error): GraphQLError {
  const { message = "", extensions: { code } = {} } = refusalIn(error);
  if (typeof code === "string" && TOLD_TO_CLIENTS.includes(code)) return coded(message, code);
  return coded("a part of the answer cannot be had now", "SUBGRAPH_UNAVAILABLE");
}

/** The first error in the body of a subgraph's refusal, as Apollo Gateway hands it over. */
function refusalIn(error: Error): Partial<Pick<GraphQLError, "message" | "extensions">> {
  if (!(error instanceof GraphQLError)) return {};
  const response = error.extensions["response"] as { readonly body?: unknown } | undefined;
  const { errors = [] } = (response?.body ?? {}) as { readonly errors?: readonly GraphQLError[] };
  return errors[0] ?? {};
}

function coded(message: string, code: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code } });
}
