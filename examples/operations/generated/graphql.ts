/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
/** Where a request for approval stands. */
export type SafetyApprovalState =
  /** A guardian said yes, and it is in force. */
  | 'APPROVED'
  /** A guardian said no. */
  | 'DECLINED'
  /** Nobody decided in time, the end date passed, or it is no longer needed. */
  | 'EXPIRED'
  /** Nobody has decided. */
  | 'PENDING'
  /** A guardian took a yes back, or their link ended. */
  | 'REVOKED'
  /** The young person took the request back. */
  | 'WITHDRAWN'
  | '%future added value';

/** Who may reach a person, strictest first. */
export type SafetyAudience =
  /** Everybody, within what the rules allow between two people. */
  | 'EVERYONE'
  /** People who follow each other. */
  | 'FRIENDS'
  /** Nobody. */
  | 'NO_ONE'
  | '%future added value';

/** How to draw a setting. An unknown control: show `summary`, offer no change. */
export type SafetyControl =
  /** One of `options`, each an enum value. */
  | 'CHOICE'
  /** A list of daily windows; there are no `options`. */
  | 'DAILY_WINDOWS'
  /** Minutes a day; `options` are the offered steps, and any whole number up to the largest that is allowed is as valid. */
  | 'MINUTES'
  /** `options` are OFF and ON. */
  | 'SWITCH'
  | '%future added value';

/** Who has the last word on an answer, strongest first. */
export type SafetyLayer =
  /** Nobody has chosen and nothing binds: the starting value. */
  | 'DEFAULT'
  /** A limit set by one of the person's guardians. */
  | 'GUARDIAN'
  /** A statute or a regulator, where the person lives. */
  | 'LAW'
  /** The platform's own rules. */
  | 'PLATFORM'
  /** The person's own choice. */
  | 'USER'
  | '%future added value';

/** Why an answer is what it is: choose the picture by it, show `text`. It says why; `decidedBy` says who. An unknown code: show `text`. */
export type SafetyReasonCode =
  /** The age is not known, so the youngest reading is used. */
  | 'AGE_UNKNOWN'
  /** The age is known, but not well enough. */
  | 'AGE_VERIFICATION_NEEDED'
  /** Nothing stands in the way. */
  | 'ALLOWED'
  /** Younger than the minimum age. */
  | 'BELOW_MINIMUM_AGE'
  /** A guardian may allow it, and has not been asked. */
  | 'GUARDIAN_APPROVAL_NEEDED'
  /** A guardian has been asked and has not answered: "waiting for your parent". */
  | 'GUARDIAN_APPROVAL_PENDING'
  /** A guardian has limited it. */
  | 'GUARDIAN_LIMIT'
  /** A guardian must be linked. */
  | 'GUARDIAN_LINK_NEEDED'
  /** The stricter value from before is kept until the person chooses. */
  | 'KEPT'
  /** A law requires it whatever the age or consent. */
  | 'LAW'
  /** The platform does not offer it here to anybody. */
  | 'NOT_OFFERED'
  /** The platform's starting value; nobody has chosen. */
  | 'PLATFORM_DEFAULT'
  /** Where the person lives is not known well enough, so the strictest possible place is used. */
  | 'REGION_UNKNOWN'
  /** The person chose it. */
  | 'USER_CHOICE'
  | '%future added value';

/** What kind of step it is, and so which screen to offer. An unknown kind: show its `text`, offer no button. */
export type SafetyUnlockKind =
  /** A linked guardian approves `item`. */
  | 'GUARDIAN_APPROVES'
  /** The guardian who set a limit on `item` relaxes it. */
  | 'GUARDIAN_LIFTS_LIMIT'
  /** Link a guardian. */
  | 'LINK_GUARDIAN'
  /** Wait until the person is `age` years old, on `on`. */
  | 'REACH_AGE'
  /** Say where the person lives, as exactly as the rules need. */
  | 'STATE_REGION'
  /** Prove the age. */
  | 'VERIFY_AGE'
  /** Wait until `on`, when a rule begins or ends. */
  | 'WAIT_UNTIL'
  | '%future added value';

export type AuthorListQueryVariables = Exact<{
  first?: number;
}>;


export type AuthorListQuery = { readonly posts: ReadonlyArray<{ readonly id: string, readonly caption: string, readonly author: (
      { readonly id: string, readonly name: string }
      & { ' $fragmentRefs'?: { 'AuthorSafetyFragment': AuthorSafetyFragment } }
    ) | null }> | null };

export type AuthorSafetyFragment = { readonly id: string, readonly featureAccess: { readonly id: string, readonly appearInRecommendations: { readonly id: string, readonly allowed: boolean } } | null, readonly safetySettings: { readonly id: string, readonly comments: { readonly id: string, readonly value: SafetyAudience }, readonly duetsAndStitches: { readonly id: string, readonly value: SafetyAudience }, readonly videoDownloads: { readonly id: string, readonly on: boolean } } | null } & { ' $fragmentName'?: 'AuthorSafetyFragment' };

export type ComposerQueryVariables = Exact<{ [key: string]: never; }>;


export type ComposerQuery = { readonly me: { readonly id: string, readonly featureAccess: (
      { readonly id: string, readonly validUntil: string | null }
      & { ' $fragmentRefs'?: { 'GoLiveButtonFragment': GoLiveButtonFragment } }
    ) | null } | null };

export type GoLiveButtonFragment = { readonly id: string, readonly liveStreaming: { readonly id: string, readonly allowed: boolean, readonly reason: { readonly id: string, readonly code: SafetyReasonCode, readonly text: string }, readonly unlocks: ReadonlyArray<{ readonly reaches: string, readonly steps: ReadonlyArray<{ readonly kind: SafetyUnlockKind, readonly text: string }> }> } } & { ' $fragmentName'?: 'GoLiveButtonFragment' };

export type WhoMayGoLiveQueryVariables = Exact<{
  ids: ReadonlyArray<string> | string;
}>;


export type WhoMayGoLiveQuery = { readonly safetyUsers: ReadonlyArray<{ readonly id: string, readonly featureAccess: { readonly id: string, readonly liveStreaming: { readonly id: string, readonly allowed: boolean } } | null }> | null };

type SettingRow_SafetyAudienceSetting_Fragment = { readonly id: string, readonly key: string, readonly label: string, readonly help: string, readonly summary: string, readonly control: SafetyControl, readonly locked: boolean, readonly preferenceOnHold: boolean, readonly reason: { readonly id: string, readonly code: SafetyReasonCode, readonly text: string }, readonly options: ReadonlyArray<{ readonly value: string, readonly label: string, readonly selected: boolean, readonly allowed: boolean, readonly unlocks: ReadonlyArray<{ readonly reaches: string, readonly steps: ReadonlyArray<{ readonly kind: SafetyUnlockKind, readonly text: string }> }> }> } & { ' $fragmentName'?: 'SettingRow_SafetyAudienceSetting_Fragment' };

type SettingRow_SafetyContentLevelSetting_Fragment = { readonly id: string, readonly key: string, readonly label: string, readonly help: string, readonly summary: string, readonly control: SafetyControl, readonly locked: boolean, readonly preferenceOnHold: boolean, readonly reason: { readonly id: string, readonly code: SafetyReasonCode, readonly text: string }, readonly options: ReadonlyArray<{ readonly value: string, readonly label: string, readonly selected: boolean, readonly allowed: boolean, readonly unlocks: ReadonlyArray<{ readonly reaches: string, readonly steps: ReadonlyArray<{ readonly kind: SafetyUnlockKind, readonly text: string }> }> }> } & { ' $fragmentName'?: 'SettingRow_SafetyContentLevelSetting_Fragment' };

type SettingRow_SafetyQuietHoursSetting_Fragment = { readonly id: string, readonly key: string, readonly label: string, readonly help: string, readonly summary: string, readonly control: SafetyControl, readonly locked: boolean, readonly preferenceOnHold: boolean, readonly reason: { readonly id: string, readonly code: SafetyReasonCode, readonly text: string }, readonly options: ReadonlyArray<{ readonly value: string, readonly label: string, readonly selected: boolean, readonly allowed: boolean, readonly unlocks: ReadonlyArray<{ readonly reaches: string, readonly steps: ReadonlyArray<{ readonly kind: SafetyUnlockKind, readonly text: string }> }> }> } & { ' $fragmentName'?: 'SettingRow_SafetyQuietHoursSetting_Fragment' };

type SettingRow_SafetyScreenTimeSetting_Fragment = { readonly id: string, readonly key: string, readonly label: string, readonly help: string, readonly summary: string, readonly control: SafetyControl, readonly locked: boolean, readonly preferenceOnHold: boolean, readonly reason: { readonly id: string, readonly code: SafetyReasonCode, readonly text: string }, readonly options: ReadonlyArray<{ readonly value: string, readonly label: string, readonly selected: boolean, readonly allowed: boolean, readonly unlocks: ReadonlyArray<{ readonly reaches: string, readonly steps: ReadonlyArray<{ readonly kind: SafetyUnlockKind, readonly text: string }> }> }> } & { ' $fragmentName'?: 'SettingRow_SafetyScreenTimeSetting_Fragment' };

type SettingRow_SafetySwitchSetting_Fragment = { readonly id: string, readonly key: string, readonly label: string, readonly help: string, readonly summary: string, readonly control: SafetyControl, readonly locked: boolean, readonly preferenceOnHold: boolean, readonly reason: { readonly id: string, readonly code: SafetyReasonCode, readonly text: string }, readonly options: ReadonlyArray<{ readonly value: string, readonly label: string, readonly selected: boolean, readonly allowed: boolean, readonly unlocks: ReadonlyArray<{ readonly reaches: string, readonly steps: ReadonlyArray<{ readonly kind: SafetyUnlockKind, readonly text: string }> }> }> } & { ' $fragmentName'?: 'SettingRow_SafetySwitchSetting_Fragment' };

type SettingRow_SafetyVisibilitySetting_Fragment = { readonly id: string, readonly key: string, readonly label: string, readonly help: string, readonly summary: string, readonly control: SafetyControl, readonly locked: boolean, readonly preferenceOnHold: boolean, readonly reason: { readonly id: string, readonly code: SafetyReasonCode, readonly text: string }, readonly options: ReadonlyArray<{ readonly value: string, readonly label: string, readonly selected: boolean, readonly allowed: boolean, readonly unlocks: ReadonlyArray<{ readonly reaches: string, readonly steps: ReadonlyArray<{ readonly kind: SafetyUnlockKind, readonly text: string }> }> }> } & { ' $fragmentName'?: 'SettingRow_SafetyVisibilitySetting_Fragment' };

export type SettingRowFragment =
  | SettingRow_SafetyAudienceSetting_Fragment
  | SettingRow_SafetyContentLevelSetting_Fragment
  | SettingRow_SafetyQuietHoursSetting_Fragment
  | SettingRow_SafetyScreenTimeSetting_Fragment
  | SettingRow_SafetySwitchSetting_Fragment
  | SettingRow_SafetyVisibilitySetting_Fragment
;

export type SettingsPageQueryVariables = Exact<{
  locale?: string | null | undefined;
}>;


export type SettingsPageQuery = { readonly me: { readonly id: string, readonly safetySettings: { readonly id: string, readonly validUntil: string | null, readonly all: ReadonlyArray<
        | (
          { readonly id: string }
          & { ' $fragmentRefs'?: { 'SettingRow_SafetyAudienceSetting_Fragment': SettingRow_SafetyAudienceSetting_Fragment } }
        )
        | (
          { readonly id: string }
          & { ' $fragmentRefs'?: { 'SettingRow_SafetyContentLevelSetting_Fragment': SettingRow_SafetyContentLevelSetting_Fragment } }
        )
        | (
          { readonly id: string }
          & { ' $fragmentRefs'?: { 'SettingRow_SafetyQuietHoursSetting_Fragment': SettingRow_SafetyQuietHoursSetting_Fragment } }
        )
        | (
          { readonly id: string }
          & { ' $fragmentRefs'?: { 'SettingRow_SafetyScreenTimeSetting_Fragment': SettingRow_SafetyScreenTimeSetting_Fragment } }
        )
        | (
          { readonly id: string }
          & { ' $fragmentRefs'?: { 'SettingRow_SafetySwitchSetting_Fragment': SettingRow_SafetySwitchSetting_Fragment } }
        )
        | (
          { readonly id: string }
          & { ' $fragmentRefs'?: { 'SettingRow_SafetyVisibilitySetting_Fragment': SettingRow_SafetyVisibilitySetting_Fragment } }
        )
      > } | null } | null };

type GuardedSetting_SafetyAudienceSetting_Fragment = { readonly id: string, readonly key: string, readonly label: string, readonly summary: string, readonly decidedBy: SafetyLayer, readonly reason: { readonly id: string, readonly code: SafetyReasonCode, readonly text: string }, readonly guardianLimits: ReadonlyArray<{ readonly id: string, readonly valueLabel: string, readonly setAt: string, readonly guardian: { readonly id: string } | null }>, readonly approval: { readonly id: string, readonly state: SafetyApprovalState, readonly valueLabel: string, readonly requestedAt: string, readonly endsAt: string | null } | null } & { ' $fragmentName'?: 'GuardedSetting_SafetyAudienceSetting_Fragment' };

type GuardedSetting_SafetyContentLevelSetting_Fragment = { readonly id: string, readonly key: string, readonly label: string, readonly summary: string, readonly decidedBy: SafetyLayer, readonly reason: { readonly id: string, readonly code: SafetyReasonCode, readonly text: string }, readonly guardianLimits: ReadonlyArray<{ readonly id: string, readonly valueLabel: string, readonly setAt: string, readonly guardian: { readonly id: string } | null }>, readonly approval: { readonly id: string, readonly state: SafetyApprovalState, readonly valueLabel: string, readonly requestedAt: string, readonly endsAt: string | null } | null } & { ' $fragmentName'?: 'GuardedSetting_SafetyContentLevelSetting_Fragment' };

type GuardedSetting_SafetyQuietHoursSetting_Fragment = { readonly id: string, readonly key: string, readonly label: string, readonly summary: string, readonly decidedBy: SafetyLayer, readonly reason: { readonly id: string, readonly code: SafetyReasonCode, readonly text: string }, readonly guardianLimits: ReadonlyArray<{ readonly id: string, readonly valueLabel: string, readonly setAt: string, readonly guardian: { readonly id: string } | null }>, readonly approval: { readonly id: string, readonly state: SafetyApprovalState, readonly valueLabel: string, readonly requestedAt: string, readonly endsAt: string | null } | null } & { ' $fragmentName'?: 'GuardedSetting_SafetyQuietHoursSetting_Fragment' };

type GuardedSetting_SafetyScreenTimeSetting_Fragment = { readonly id: string, readonly key: string, readonly label: string, readonly summary: string, readonly decidedBy: SafetyLayer, readonly reason: { readonly id: string, readonly code: SafetyReasonCode, readonly text: string }, readonly guardianLimits: ReadonlyArray<{ readonly id: string, readonly valueLabel: string, readonly setAt: string, readonly guardian: { readonly id: string } | null }>, readonly approval: { readonly id: string, readonly state: SafetyApprovalState, readonly valueLabel: string, readonly requestedAt: string, readonly endsAt: string | null } | null } & { ' $fragmentName'?: 'GuardedSetting_SafetyScreenTimeSetting_Fragment' };

type GuardedSetting_SafetySwitchSetting_Fragment = { readonly id: string, readonly key: string, readonly label: string, readonly summary: string, readonly decidedBy: SafetyLayer, readonly reason: { readonly id: string, readonly code: SafetyReasonCode, readonly text: string }, readonly guardianLimits: ReadonlyArray<{ readonly id: string, readonly valueLabel: string, readonly setAt: string, readonly guardian: { readonly id: string } | null }>, readonly approval: { readonly id: string, readonly state: SafetyApprovalState, readonly valueLabel: string, readonly requestedAt: string, readonly endsAt: string | null } | null } & { ' $fragmentName'?: 'GuardedSetting_SafetySwitchSetting_Fragment' };

type GuardedSetting_SafetyVisibilitySetting_Fragment = { readonly id: string, readonly key: string, readonly label: string, readonly summary: string, readonly decidedBy: SafetyLayer, readonly reason: { readonly id: string, readonly code: SafetyReasonCode, readonly text: string }, readonly guardianLimits: ReadonlyArray<{ readonly id: string, readonly valueLabel: string, readonly setAt: string, readonly guardian: { readonly id: string } | null }>, readonly approval: { readonly id: string, readonly state: SafetyApprovalState, readonly valueLabel: string, readonly requestedAt: string, readonly endsAt: string | null } | null } & { ' $fragmentName'?: 'GuardedSetting_SafetyVisibilitySetting_Fragment' };

export type GuardedSettingFragment =
  | GuardedSetting_SafetyAudienceSetting_Fragment
  | GuardedSetting_SafetyContentLevelSetting_Fragment
  | GuardedSetting_SafetyQuietHoursSetting_Fragment
  | GuardedSetting_SafetyScreenTimeSetting_Fragment
  | GuardedSetting_SafetySwitchSetting_Fragment
  | GuardedSetting_SafetyVisibilitySetting_Fragment
;

export type WardPageQueryVariables = Exact<{
  ward: string;
}>;


export type WardPageQuery = { readonly user: { readonly id: string, readonly name: string, readonly safetySettings: { readonly id: string, readonly validUntil: string | null, readonly all: ReadonlyArray<
        | (
          { readonly id: string }
          & { ' $fragmentRefs'?: { 'GuardedSetting_SafetyAudienceSetting_Fragment': GuardedSetting_SafetyAudienceSetting_Fragment } }
        )
        | (
          { readonly id: string }
          & { ' $fragmentRefs'?: { 'GuardedSetting_SafetyContentLevelSetting_Fragment': GuardedSetting_SafetyContentLevelSetting_Fragment } }
        )
        | (
          { readonly id: string }
          & { ' $fragmentRefs'?: { 'GuardedSetting_SafetyQuietHoursSetting_Fragment': GuardedSetting_SafetyQuietHoursSetting_Fragment } }
        )
        | (
          { readonly id: string }
          & { ' $fragmentRefs'?: { 'GuardedSetting_SafetyScreenTimeSetting_Fragment': GuardedSetting_SafetyScreenTimeSetting_Fragment } }
        )
        | (
          { readonly id: string }
          & { ' $fragmentRefs'?: { 'GuardedSetting_SafetySwitchSetting_Fragment': GuardedSetting_SafetySwitchSetting_Fragment } }
        )
        | (
          { readonly id: string }
          & { ' $fragmentRefs'?: { 'GuardedSetting_SafetyVisibilitySetting_Fragment': GuardedSetting_SafetyVisibilitySetting_Fragment } }
        )
      > } | null } | null };

export const AuthorSafetyFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"AuthorSafety"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"User"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"featureAccess"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"appearInRecommendations"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"allowed"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"safetySettings"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"comments"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"value"}}]}},{"kind":"Field","name":{"kind":"Name","value":"duetsAndStitches"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"value"}}]}},{"kind":"Field","name":{"kind":"Name","value":"videoDownloads"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"on"}}]}}]}}]}}]} as unknown as DocumentNode<AuthorSafetyFragment, unknown>;
export const GoLiveButtonFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"GoLiveButton"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SafetyFeatureAccess"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"liveStreaming"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"allowed"}},{"kind":"Field","name":{"kind":"Name","value":"reason"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"text"}}]}},{"kind":"Field","name":{"kind":"Name","value":"unlocks"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reaches"}},{"kind":"Field","name":{"kind":"Name","value":"steps"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"text"}}]}}]}}]}}]}}]} as unknown as DocumentNode<GoLiveButtonFragment, unknown>;
export const SettingRowFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"SettingRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SafetySetting"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"label"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"locale"},"value":{"kind":"Variable","name":{"kind":"Name","value":"locale"}}}]},{"kind":"Field","name":{"kind":"Name","value":"help"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"locale"},"value":{"kind":"Variable","name":{"kind":"Name","value":"locale"}}}]},{"kind":"Field","name":{"kind":"Name","value":"summary"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"locale"},"value":{"kind":"Variable","name":{"kind":"Name","value":"locale"}}}]},{"kind":"Field","name":{"kind":"Name","value":"control"}},{"kind":"Field","name":{"kind":"Name","value":"locked"}},{"kind":"Field","name":{"kind":"Name","value":"preferenceOnHold"}},{"kind":"Field","name":{"kind":"Name","value":"reason"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"text"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"locale"},"value":{"kind":"Variable","name":{"kind":"Name","value":"locale"}}}]}]}},{"kind":"Field","name":{"kind":"Name","value":"options"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"label"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"locale"},"value":{"kind":"Variable","name":{"kind":"Name","value":"locale"}}}]},{"kind":"Field","name":{"kind":"Name","value":"selected"}},{"kind":"Field","name":{"kind":"Name","value":"allowed"}},{"kind":"Field","name":{"kind":"Name","value":"unlocks"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reaches"}},{"kind":"Field","name":{"kind":"Name","value":"steps"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"text"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"locale"},"value":{"kind":"Variable","name":{"kind":"Name","value":"locale"}}}]}]}}]}}]}}]}}]} as unknown as DocumentNode<SettingRowFragment, unknown>;
export const GuardedSettingFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"GuardedSetting"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SafetySetting"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"summary"}},{"kind":"Field","name":{"kind":"Name","value":"decidedBy"}},{"kind":"Field","name":{"kind":"Name","value":"reason"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"text"}}]}},{"kind":"Field","name":{"kind":"Name","value":"guardianLimits"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"valueLabel"}},{"kind":"Field","name":{"kind":"Name","value":"setAt"}},{"kind":"Field","name":{"kind":"Name","value":"guardian"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"approval"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"valueLabel"}},{"kind":"Field","name":{"kind":"Name","value":"requestedAt"}},{"kind":"Field","name":{"kind":"Name","value":"endsAt"}}]}}]}}]} as unknown as DocumentNode<GuardedSettingFragment, unknown>;
export const AuthorListDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"AuthorList"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},"defaultValue":{"kind":"IntValue","value":"20"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"posts"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"caption"}},{"kind":"Field","name":{"kind":"Name","value":"author"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"AuthorSafety"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"AuthorSafety"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"User"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"featureAccess"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"appearInRecommendations"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"allowed"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"safetySettings"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"comments"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"value"}}]}},{"kind":"Field","name":{"kind":"Name","value":"duetsAndStitches"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"value"}}]}},{"kind":"Field","name":{"kind":"Name","value":"videoDownloads"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"on"}}]}}]}}]}}]} as unknown as DocumentNode<AuthorListQuery, AuthorListQueryVariables>;
export const ComposerDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Composer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"me"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"featureAccess"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"validUntil"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"GoLiveButton"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"GoLiveButton"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SafetyFeatureAccess"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"liveStreaming"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"allowed"}},{"kind":"Field","name":{"kind":"Name","value":"reason"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"text"}}]}},{"kind":"Field","name":{"kind":"Name","value":"unlocks"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reaches"}},{"kind":"Field","name":{"kind":"Name","value":"steps"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"text"}}]}}]}}]}}]}}]} as unknown as DocumentNode<ComposerQuery, ComposerQueryVariables>;
export const WhoMayGoLiveDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"WhoMayGoLive"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"ids"}},"type":{"kind":"NonNullType","type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"safetyUsers"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"ids"},"value":{"kind":"Variable","name":{"kind":"Name","value":"ids"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"featureAccess"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"liveStreaming"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"allowed"}}]}}]}}]}}]}}]} as unknown as DocumentNode<WhoMayGoLiveQuery, WhoMayGoLiveQueryVariables>;
export const SettingsPageDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"SettingsPage"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"locale"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"me"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"safetySettings"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"validUntil"}},{"kind":"Field","name":{"kind":"Name","value":"all"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"SettingRow"}}]}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"SettingRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SafetySetting"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"label"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"locale"},"value":{"kind":"Variable","name":{"kind":"Name","value":"locale"}}}]},{"kind":"Field","name":{"kind":"Name","value":"help"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"locale"},"value":{"kind":"Variable","name":{"kind":"Name","value":"locale"}}}]},{"kind":"Field","name":{"kind":"Name","value":"summary"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"locale"},"value":{"kind":"Variable","name":{"kind":"Name","value":"locale"}}}]},{"kind":"Field","name":{"kind":"Name","value":"control"}},{"kind":"Field","name":{"kind":"Name","value":"locked"}},{"kind":"Field","name":{"kind":"Name","value":"preferenceOnHold"}},{"kind":"Field","name":{"kind":"Name","value":"reason"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"text"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"locale"},"value":{"kind":"Variable","name":{"kind":"Name","value":"locale"}}}]}]}},{"kind":"Field","name":{"kind":"Name","value":"options"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"label"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"locale"},"value":{"kind":"Variable","name":{"kind":"Name","value":"locale"}}}]},{"kind":"Field","name":{"kind":"Name","value":"selected"}},{"kind":"Field","name":{"kind":"Name","value":"allowed"}},{"kind":"Field","name":{"kind":"Name","value":"unlocks"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reaches"}},{"kind":"Field","name":{"kind":"Name","value":"steps"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"text"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"locale"},"value":{"kind":"Variable","name":{"kind":"Name","value":"locale"}}}]}]}}]}}]}}]}}]} as unknown as DocumentNode<SettingsPageQuery, SettingsPageQueryVariables>;
export const WardPageDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"WardPage"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"ward"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"user"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"ward"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"safetySettings"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"validUntil"}},{"kind":"Field","name":{"kind":"Name","value":"all"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"GuardedSetting"}}]}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"GuardedSetting"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SafetySetting"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"summary"}},{"kind":"Field","name":{"kind":"Name","value":"decidedBy"}},{"kind":"Field","name":{"kind":"Name","value":"reason"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"text"}}]}},{"kind":"Field","name":{"kind":"Name","value":"guardianLimits"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"valueLabel"}},{"kind":"Field","name":{"kind":"Name","value":"setAt"}},{"kind":"Field","name":{"kind":"Name","value":"guardian"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"approval"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"valueLabel"}},{"kind":"Field","name":{"kind":"Name","value":"requestedAt"}},{"kind":"Field","name":{"kind":"Name","value":"endsAt"}}]}}]}}]} as unknown as DocumentNode<WardPageQuery, WardPageQueryVariables>;