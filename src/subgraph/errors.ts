import { GraphQLError } from "graphql";

/** What one error code means to a caller. */
export interface ErrorMeaning {
  /** The status of a response that is refused as a whole. A field's error leaves the status at 200. */
  readonly status: number;
  readonly meaning: string;
  /** What the caller can do. */
  readonly remedy: string;
}

/** Every code that leaves this service, in `errors[].extensions.code`. `docs/running.md` prints this table. */
export const ERROR_CODES = {
  UNAUTHENTICATED: {
    status: 401,
    meaning: "the router did not prove itself, the token is not valid, or nobody is signed in",
    remedy: "send the router's proof and the viewer's identity",
  },
  FORBIDDEN: {
    status: 403,
    meaning: "the viewer may not read this about this person",
    remedy: "ask as the person, as their linked guardian, or as a service with the scope",
  },
  BAD_USER_INPUT: {
    status: 400,
    meaning: "an argument, a variable or a representation is malformed",
    remedy: "correct what the message names",
  },
  TOO_MANY_REPRESENTATIONS: {
    status: 400,
    meaning: "one request asks for more entities than allowed",
    remedy: "split the list over several requests",
  },
  TOO_MANY_USERS: {
    status: 400,
    meaning: "one request asks `safetyUsers` for more people than allowed",
    remedy: "split the list over several requests",
  },
  SAFETY_DATA_UNAVAILABLE: {
    status: 503,
    meaning: "what is stored could not be read in time",
    remedy: "read null as most protective, and retry",
  },
  SAFETY_DATA_MALFORMED: {
    status: 500,
    meaning: "what is stored about this one person cannot be read",
    remedy: "read null as most protective; an operator has to repair the document",
  },
  GRAPHQL_PARSE_FAILED: {
    status: 400,
    meaning: "the query is not GraphQL",
    remedy: "correct the query",
  },
  GRAPHQL_VALIDATION_FAILED: {
    status: 400,
    meaning: "the query does not fit the schema",
    remedy: "correct the query, or check that the supergraph is of this schema",
  },
  OPERATION_RESOLUTION_FAILURE: {
    status: 400,
    meaning: "`operationName` names no operation of the query",
    remedy: "name one operation",
  },
  QUERY_TOO_COMPLEX: {
    status: 400,
    meaning: "the query is nested too deep, or has too many aliases or tokens",
    remedy: "ask for less at once, or raise the limit",
  },
  PERSISTED_QUERY_NOT_SUPPORTED: {
    status: 200,
    meaning: "queries cannot be sent by hash",
    remedy: "send the whole query; persist queries at the router",
  },
  BAD_REQUEST: {
    status: 400,
    meaning: "the request is not a GraphQL request in JSON",
    remedy: 'send a JSON object with a "query"',
  },
  NOT_FOUND: {
    status: 404,
    meaning: "there is nothing at this path",
    remedy: "send queries to `/graphql`",
  },
  METHOD_NOT_ALLOWED: {
    status: 405,
    meaning: "queries are sent by POST",
    remedy: "use POST",
  },
  PAYLOAD_TOO_LARGE: {
    status: 413,
    meaning: "the body is larger than allowed",
    remedy: "ask for fewer people at once, or raise the limit",
  },
  UNSUPPORTED_MEDIA_TYPE: {
    status: 415,
    meaning: "the body is not `application/json`",
    remedy: "send JSON with its content type",
  },
  IDENTITY_UNAVAILABLE: {
    status: 503,
    meaning: "the keys that verify tokens could not be fetched",
    remedy: "retry; an operator has to check `JWT_JWKS_URL`",
  },
  INTERNAL_SERVER_ERROR: {
    status: 500,
    meaning: "a fault of this service; the log has it under the request id",
    remedy: "retry, and report the `x-request-id` of the response",
  },
} as const satisfies Record<string, ErrorMeaning>;

/** A code of `ERROR_CODES`. */
export type ErrorCode = keyof typeof ERROR_CODES;

/** Whether a text is a code of `ERROR_CODES`. */
export function isErrorCode(code: unknown): code is ErrorCode {
  return typeof code === "string" && Object.hasOwn(ERROR_CODES, code);
}

/** An error of one field: it becomes null, and the rest of the response stands. */
export function fieldError(code: ErrorCode, message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code } });
}

/** An error of the whole request, answered with the status of its code. */
export function requestError(code: ErrorCode, message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code, http: { status: ERROR_CODES[code].status } } });
}
