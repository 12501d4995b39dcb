import { ApolloServer, type ApolloServerPlugin } from "@apollo/server";
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from "@apollo/server/plugin/disabled";
import type { GraphQLSchema } from "graphql";
import type { Logger } from "pino";
import { countAskedPeople } from "../subgraph/asked-people.js";
import type { RequestContext } from "../subgraph/context.js";
import { codeOf, shownError } from "../subgraph/error-funnel.js";
import type { Limits } from "../subgraph/limits.js";
import { queryLimitRules } from "../subgraph/query-limits.js";
import { answerLanguages } from "./accepted-language.js";
import { logErrors, logFault, type FaultLog } from "./fault-log.js";
import type { Metrics } from "./metrics.js";

/** What a request's resolvers know, and the log that knows the request's id. */
export interface ServerContext extends RequestContext {
  readonly log: FaultLog;
}

/** What the GraphQL server is made of. */
export interface GraphQLParts {
  readonly schema: GraphQLSchema;
  readonly limits: Limits;
  /** Hides the schema from errors and from introspection. */
  readonly production: boolean;
  readonly metrics: Metrics;
  readonly log: Logger;
}

/** The GraphQL server: every default that speaks to somebody else, guesses or shows internals is off. */
export function makeApolloServer(parts: GraphQLParts): ApolloServer<ServerContext> {
  const { schema, limits, production, metrics, log } = parts;
  return new ApolloServer<ServerContext>({
    schema,
    nodeEnv: production ? "production" : "development",
    introspection: !production,
    hideSchemaDetailsFromClientErrors: production,
    includeStacktraceInErrorResponses: false,
    persistedQueries: false,
    allowBatchedHttpRequests: false,
    csrfPrevention: true,
    stopOnTerminationSignals: false,
    maxRecursiveSelections: true,
    parseOptions: { maxLexicalTokens: limits.tokens },
    validationRules: [...queryLimitRules(limits)],
    logger: log,
    formatError: (formatted, error) => {
      metrics.failed(codeOf(error));
      return shownError(formatted, error);
    },
    plugins: [
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginInlineTraceDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginSchemaReportingDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
      answerLanguages(),
      askedPeople(limits, metrics),
      faultLog(log),
    ],
  });
}

/** Refuses operations that ask for too many people or for malformed ones, before anything is executed. */
function askedPeople(limits: Limits, metrics: Metrics): ApolloServerPlugin<ServerContext> {
  return {
    requestDidStart: async () => ({
      didResolveOperation: async ({ document, operation, request }) => {
        if (operation)
          metrics.asked(countAskedPeople({ document, operation, variables: request.variables ?? {} }, limits));
      },
    }),
  };
}

function faultLog(log: Logger): ApolloServerPlugin<ServerContext> {
  return {
    requestDidStart: async () => ({
      didEncounterErrors: async ({ errors, contextValue }) => logErrors(contextValue.log, errors),
    }),
    unexpectedErrorProcessingRequest: async ({ requestContext, error }) =>
      logFault(requestContext.contextValue.log, error),
    contextCreationDidFail: async ({ error }) => logFault(log, error),
  };
}
