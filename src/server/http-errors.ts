import type { FastifyError } from "fastify";
import { GraphQLError } from "graphql";
import { codeOf, shownError } from "../subgraph/error-funnel.js";
import { ERROR_CODES, requestError, type ErrorCode } from "../subgraph/errors.js";

/** What the HTTP server refuses by itself, as the contract's codes. */
const CODE_OF_REFUSAL: Readonly<Record<string, ErrorCode>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: "PAYLOAD_TOO_LARGE",
  FST_ERR_CTP_INVALID_MEDIA_TYPE: "UNSUPPORTED_MEDIA_TYPE",
  FST_ERR_CTP_EMPTY_JSON_BODY: "BAD_REQUEST",
  FST_ERR_CTP_INVALID_JSON_BODY: "BAD_REQUEST",
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: "BAD_REQUEST",
  FST_ERR_BAD_URL: "NOT_FOUND",
};

/** An error before or outside GraphQL, in the shape of a GraphQL response. */
export interface HttpRefusal {
  readonly code: ErrorCode;
  readonly status: number;
  readonly body: { readonly errors: readonly object[] };
}

/** Turns whatever was thrown while a request was received into a coded answer; what it does not know is masked. */
export function refusalOf(error: unknown): HttpRefusal {
  const known = error instanceof GraphQLError ? error : httpError(error);
  const code = codeOf(known);
  const { message, extensions } = shownError({ message: known instanceof Error ? known.message : "" }, known);
  return { code, status: ERROR_CODES[code].status, body: { errors: [{ message, extensions }] } };
}

function httpError(error: unknown): unknown {
  const { code = "", statusCode } = error instanceof Error ? (error as Partial<FastifyError>) : {};
  const known =
    CODE_OF_REFUSAL[code] ?? (error instanceof SyntaxError && statusCode === 400 ? "BAD_REQUEST" : undefined);
  return known === undefined ? error : requestError(known, ERROR_CODES[known].meaning);
}
