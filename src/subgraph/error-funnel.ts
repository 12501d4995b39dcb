import { GraphQLError, type GraphQLFormattedError } from "graphql";
import { ProfileMalformed } from "../profiles/profile-malformed.js";
import { ProfileStoreUnavailable } from "../profiles/profile-store.js";
import { ERROR_CODES, isErrorCode, type ErrorCode } from "./errors.js";

/** The code that an error leaves with. Whatever this service does not know is INTERNAL_SERVER_ERROR. */
export function codeOf(error: unknown): ErrorCode {
  const cause = causeOf(error);
  if (cause instanceof ProfileMalformed || cause instanceof ProfileStoreUnavailable) return cause.code;
  // Anything but a GraphQL error was thrown by code that did not mean to speak to the caller.
  if (!(cause instanceof GraphQLError) || !(error instanceof GraphQLError)) return "INTERNAL_SERVER_ERROR";
  const { code, validationErrorCode } = error.extensions;
  if (validationErrorCode === "MAX_RECURSIVE_SELECTIONS_EXCEEDED" || hasTooManyTokens(error))
    return "QUERY_TOO_COMPLEX";
  if (isErrorCode(cause.extensions["code"])) return cause.extensions["code"];
  return isErrorCode(code) ? code : "INTERNAL_SERVER_ERROR";
}

/** An error as the caller may see it: a known one as it is, a fault of the store by its code alone, any other masked. Never throws. */
export function shownError(formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError {
  const code = codeOf(error);
  return { ...formatted, message: shownMessage(code, formatted, error), extensions: { code } };
}

/** What was thrown in the first place. */
export function causeOf(error: unknown): unknown {
  return error instanceof GraphQLError && error.originalError ? causeOf(error.originalError) : error;
}

// What the store and the process say of a fault is for the log.
const SPOKEN_BY_TABLE: readonly ErrorCode[] = [
  "INTERNAL_SERVER_ERROR",
  "SAFETY_DATA_UNAVAILABLE",
  "SAFETY_DATA_MALFORMED",
];

function shownMessage(code: ErrorCode, { message }: GraphQLFormattedError, error: unknown): string {
  if (SPOKEN_BY_TABLE.includes(code)) return ERROR_CODES[code].meaning;
  return hasTooManyTokens(error) ? "the query has too many tokens" : message;
}

// The parser has no code of its own for it.
function hasTooManyTokens(error: unknown): boolean {
  return error instanceof GraphQLError && error.message.startsWith("Syntax Error: Document contains more t");
}
