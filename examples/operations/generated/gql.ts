/* eslint-disable */
import * as types from './graphql.js';
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';

/**
 * Map of all GraphQL operations in the project.
 *
 * This map has several performance disadvantages:
 * 1. It is not tree-shakeable, so it will include all operations in the project.
 * 2. It is not minifiable, so the string of a GraphQL query will be multiple times inside the bundle.
 * 3. It does not support dead code elimination, so it will add unused operations.
 *
 * Therefore it is highly recommended to use the babel or swc plugin for production.
 * Learn more about it here: https://the-guild.dev/graphql/codegen/plugins/presets/preset-client#reducing-bundle-size
 */
type Documents = {
    "query AuthorList($first: Int! = 20) {\n  posts(first: $first) {\n    id\n    caption\n    author {\n      id\n      name\n      ...AuthorSafety\n    }\n  }\n}": typeof types.AuthorListDocument,
    "fragment AuthorSafety on User {\n  id\n  featureAccess {\n    id\n    appearInRecommendations {\n      id\n      allowed\n    }\n  }\n  safetySettings {\n    id\n    comments {\n      id\n      value\n    }\n    duetsAndStitches {\n      id\n      value\n    }\n    videoDownloads {\n      id\n      on\n    }\n  }\n}": typeof types.AuthorSafetyFragmentDoc,
    "query Composer {\n  me {\n    id\n    featureAccess {\n      id\n      validUntil\n      ...GoLiveButton\n    }\n  }\n}": typeof types.ComposerDocument,
    "fragment GoLiveButton on SafetyFeatureAccess {\n  id\n  liveStreaming {\n    id\n    allowed\n    reason {\n      id\n      code\n      text\n    }\n    unlocks {\n      reaches\n      steps {\n        kind\n        text\n      }\n    }\n  }\n}": typeof types.GoLiveButtonFragmentDoc,
    "query WhoMayGoLive($ids: [ID!]!) {\n  safetyUsers(ids: $ids) {\n    id\n    featureAccess {\n      id\n      liveStreaming {\n        id\n        allowed\n      }\n    }\n  }\n}": typeof types.WhoMayGoLiveDocument,
    "fragment SettingRow on SafetySetting {\n  id\n  key\n  label(locale: $locale)\n  help(locale: $locale)\n  summary(locale: $locale)\n  control\n  locked\n  preferenceOnHold\n  reason {\n    id\n    code\n    text(locale: $locale)\n  }\n  options {\n    value\n    label(locale: $locale)\n    selected\n    allowed\n    unlocks {\n      reaches\n      steps {\n        kind\n        text(locale: $locale)\n      }\n    }\n  }\n}": typeof types.SettingRowFragmentDoc,
    "query SettingsPage($locale: String) {\n  me {\n    id\n    safetySettings {\n      id\n      validUntil\n      all {\n        id\n        ...SettingRow\n      }\n    }\n  }\n}": typeof types.SettingsPageDocument,
    "fragment GuardedSetting on SafetySetting {\n  id\n  key\n  label\n  summary\n  decidedBy\n  reason {\n    id\n    code\n    text\n  }\n  guardianLimits {\n    id\n    valueLabel\n    setAt\n    guardian {\n      id\n    }\n  }\n  approval {\n    id\n    state\n    valueLabel\n    requestedAt\n    endsAt\n  }\n}": typeof types.GuardedSettingFragmentDoc,
    "query WardPage($ward: ID!) {\n  user(id: $ward) {\n    id\n    name\n    safetySettings {\n      id\n      validUntil\n      all {\n        id\n        ...GuardedSetting\n      }\n    }\n  }\n}": typeof types.WardPageDocument,
};
const documents: Documents = {
    "query AuthorList($first: Int! = 20) {\n  posts(first: $first) {\n    id\n    caption\n    author {\n      id\n      name\n      ...AuthorSafety\n    }\n  }\n}": types.AuthorListDocument,
    "fragment AuthorSafety on User {\n  id\n  featureAccess {\n    id\n    appearInRecommendations {\n      id\n      allowed\n    }\n  }\n  safetySettings {\n    id\n    comments {\n      id\n      value\n    }\n    duetsAndStitches {\n      id\n      value\n    }\n    videoDownloads {\n      id\n      on\n    }\n  }\n}": types.AuthorSafetyFragmentDoc,
    "query Composer {\n  me {\n    id\n    featureAccess {\n      id\n      validUntil\n      ...GoLiveButton\n    }\n  }\n}": types.ComposerDocument,
    "fragment GoLiveButton on SafetyFeatureAccess {\n  id\n  liveStreaming {\n    id\n    allowed\n    reason {\n      id\n      code\n      text\n    }\n    unlocks {\n      reaches\n      steps {\n        kind\n        text\n      }\n    }\n  }\n}": types.GoLiveButtonFragmentDoc,
    "query WhoMayGoLive($ids: [ID!]!) {\n  safetyUsers(ids: $ids) {\n    id\n    featureAccess {\n      id\n      liveStreaming {\n        id\n        allowed\n      }\n    }\n  }\n}": types.WhoMayGoLiveDocument,
    "fragment SettingRow on SafetySetting {\n  id\n  key\n  label(locale: $locale)\n  help(locale: $locale)\n  summary(locale: $locale)\n  control\n  locked\n  preferenceOnHold\n  reason {\n    id\n    code\n    text(locale: $locale)\n  }\n  options {\n    value\n    label(locale: $locale)\n    selected\n    allowed\n    unlocks {\n      reaches\n      steps {\n        kind\n        text(locale: $locale)\n      }\n    }\n  }\n}": types.SettingRowFragmentDoc,
    "query SettingsPage($locale: String) {\n  me {\n    id\n    safetySettings {\n      id\n      validUntil\n      all {\n        id\n        ...SettingRow\n      }\n    }\n  }\n}": types.SettingsPageDocument,
    "fragment GuardedSetting on SafetySetting {\n  id\n  key\n  label\n  summary\n  decidedBy\n  reason {\n    id\n    code\n    text\n  }\n  guardianLimits {\n    id\n    valueLabel\n    setAt\n    guardian {\n      id\n    }\n  }\n  approval {\n    id\n    state\n    valueLabel\n    requestedAt\n    endsAt\n  }\n}": types.GuardedSettingFragmentDoc,
    "query WardPage($ward: ID!) {\n  user(id: $ward) {\n    id\n    name\n    safetySettings {\n      id\n      validUntil\n      all {\n        id\n        ...GuardedSetting\n      }\n    }\n  }\n}": types.WardPageDocument,
};

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 *
 *
 * @example
 * ```ts
 * const query = graphql(`query GetUser($id: ID!) { user(id: $id) { name } }`);
 * ```
 *
 * The query argument is unknown!
 * Please regenerate the types.
 */
export function graphql(source: string): unknown;

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query AuthorList($first: Int! = 20) {\n  posts(first: $first) {\n    id\n    caption\n    author {\n      id\n      name\n      ...AuthorSafety\n    }\n  }\n}"): (typeof documents)["query AuthorList($first: Int! = 20) {\n  posts(first: $first) {\n    id\n    caption\n    author {\n      id\n      name\n      ...AuthorSafety\n    }\n  }\n}"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "fragment AuthorSafety on User {\n  id\n  featureAccess {\n    id\n    appearInRecommendations {\n      id\n      allowed\n    }\n  }\n  safetySettings {\n    id\n    comments {\n      id\n      value\n    }\n    duetsAndStitches {\n      id\n      value\n    }\n    videoDownloads {\n      id\n      on\n    }\n  }\n}"): (typeof documents)["fragment AuthorSafety on User {\n  id\n  featureAccess {\n    id\n    appearInRecommendations {\n      id\n      allowed\n    }\n  }\n  safetySettings {\n    id\n    comments {\n      id\n      value\n    }\n    duetsAndStitches {\n      id\n      value\n    }\n    videoDownloads {\n      id\n      on\n    }\n  }\n}"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query Composer {\n  me {\n    id\n    featureAccess {\n      id\n      validUntil\n      ...GoLiveButton\n    }\n  }\n}"): (typeof documents)["query Composer {\n  me {\n    id\n    featureAccess {\n      id\n      validUntil\n      ...GoLiveButton\n    }\n  }\n}"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "fragment GoLiveButton on SafetyFeatureAccess {\n  id\n  liveStreaming {\n    id\n    allowed\n    reason {\n      id\n      code\n      text\n    }\n    unlocks {\n      reaches\n      steps {\n        kind\n        text\n      }\n    }\n  }\n}"): (typeof documents)["fragment GoLiveButton on SafetyFeatureAccess {\n  id\n  liveStreaming {\n    id\n    allowed\n    reason {\n      id\n      code\n      text\n    }\n    unlocks {\n      reaches\n      steps {\n        kind\n        text\n      }\n    }\n  }\n}"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query WhoMayGoLive($ids: [ID!]!) {\n  safetyUsers(ids: $ids) {\n    id\n    featureAccess {\n      id\n      liveStreaming {\n        id\n        allowed\n      }\n    }\n  }\n}"): (typeof documents)["query WhoMayGoLive($ids: [ID!]!) {\n  safetyUsers(ids: $ids) {\n    id\n    featureAccess {\n      id\n      liveStreaming {\n        id\n        allowed\n      }\n    }\n  }\n}"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "fragment SettingRow on SafetySetting {\n  id\n  key\n  label(locale: $locale)\n  help(locale: $locale)\n  summary(locale: $locale)\n  control\n  locked\n  preferenceOnHold\n  reason {\n    id\n    code\n    text(locale: $locale)\n  }\n  options {\n    value\n    label(locale: $locale)\n    selected\n    allowed\n    unlocks {\n      reaches\n      steps {\n        kind\n        text(locale: $locale)\n      }\n    }\n  }\n}"): (typeof documents)["fragment SettingRow on SafetySetting {\n  id\n  key\n  label(locale: $locale)\n  help(locale: $locale)\n  summary(locale: $locale)\n  control\n  locked\n  preferenceOnHold\n  reason {\n    id\n    code\n    text(locale: $locale)\n  }\n  options {\n    value\n    label(locale: $locale)\n    selected\n    allowed\n    unlocks {\n      reaches\n      steps {\n        kind\n        text(locale: $locale)\n      }\n    }\n  }\n}"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query SettingsPage($locale: String) {\n  me {\n    id\n    safetySettings {\n      id\n      validUntil\n      all {\n        id\n        ...SettingRow\n      }\n    }\n  }\n}"): (typeof documents)["query SettingsPage($locale: String) {\n  me {\n    id\n    safetySettings {\n      id\n      validUntil\n      all {\n        id\n        ...SettingRow\n      }\n    }\n  }\n}"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "fragment GuardedSetting on SafetySetting {\n  id\n  key\n  label\n  summary\n  decidedBy\n  reason {\n    id\n    code\n    text\n  }\n  guardianLimits {\n    id\n    valueLabel\n    setAt\n    guardian {\n      id\n    }\n  }\n  approval {\n    id\n    state\n    valueLabel\n    requestedAt\n    endsAt\n  }\n}"): (typeof documents)["fragment GuardedSetting on SafetySetting {\n  id\n  key\n  label\n  summary\n  decidedBy\n  reason {\n    id\n    code\n    text\n  }\n  guardianLimits {\n    id\n    valueLabel\n    setAt\n    guardian {\n      id\n    }\n  }\n  approval {\n    id\n    state\n    valueLabel\n    requestedAt\n    endsAt\n  }\n}"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query WardPage($ward: ID!) {\n  user(id: $ward) {\n    id\n    name\n    safetySettings {\n      id\n      validUntil\n      all {\n        id\n        ...GuardedSetting\n      }\n    }\n  }\n}"): (typeof documents)["query WardPage($ward: ID!) {\n  user(id: $ward) {\n    id\n    name\n    safetySettings {\n      id\n      validUntil\n      all {\n        id\n        ...GuardedSetting\n      }\n    }\n  }\n}"];

export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}

export type DocumentType<TDocumentNode extends DocumentNode<any, any>> = TDocumentNode extends DocumentNode<  infer TType,  any>  ? TType  : never;