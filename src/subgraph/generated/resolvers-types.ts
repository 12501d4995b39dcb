import type { CalendarDate } from '../../policy/calendar.js';
import type { Instant } from '../../policy/calendar.js';
import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { UserReference, RequestContext } from '../context.js';
import type { Person, ItemAnswer } from '../person.js';
import type { PersonOption, PersonUnlock, PersonStep, LayerWindow, PersonLimit, PersonApproval } from '../answer-parts.js';
import type { Citation } from '../../policy/rule.js';
import type { Binding } from '../../policy/answer.js';
import type { Item } from '../../policy/item.js';
import type { ServedPolicy } from '../served-policy.js';
import type { PolicyTable, PolicyRow, PolicyCell } from '../policy-table.js';
export type Maybe<T> = T | null;
export type InputMaybe<T> = Maybe<T>;
export type RequireFields<T, K extends keyof T> = Omit<T, K> & { [P in K]-?: NonNullable<T[P]> };
export type EnumResolverSignature<T, AllowedValues = any> = { [key in keyof T]?: AllowedValues };
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string; }
  String: { input: string; output: string; }
  Boolean: { input: boolean; output: boolean; }
  Int: { input: number; output: number; }
  Float: { input: number; output: number; }
  /** A calendar date in the time zone of the person it is about: ISO 8601, e.g. `2028-03-04`. */
  Date: { input: CalendarDate; output: CalendarDate; }
  /** An instant: RFC 3339, always in UTC with three digits of milliseconds, e.g. `2026-11-22T20:00:00.000Z`. */
  DateTime: { input: Instant; output: Instant; }
  /** A time of day on the person's own clock, hours and minutes, e.g. `21:00`. `24:00` is the end of the day. */
  SafetyLocalTime: { input: never; output: number; }
  _FieldSet: { input: never; output: never; }
};

/** Where reading starts. */
export type Query = {
  readonly __typename?: 'Query';
  /** The rules in force. Open to everyone. null: the service cannot be reached. */
  readonly safetyPolicy?: Maybe<SafetyPolicy>;
  /**
   * Many people at once, for services: `safetyUsers(ids: [...]) { id featureAccess { liveStreaming { allowed } } }` answers "which of these may go LIVE" with one read.
   * In the order asked for, repeated ids included; at most 1,000, otherwise `TOO_MANY_USERS`. null: the service cannot be reached; treat everyone as denied.
   */
  readonly safetyUsers?: Maybe<ReadonlyArray<User>>;
};


/** Where reading starts. */
export type QuerySafetyUsersArgs = {
  ids: ReadonlyArray<Scalars['ID']['input']>;
};

/** Who can see an account, strictest first. */
export type SafetyAccountVisibility =
  /** Only people the person has accepted. */
  | 'PRIVATE'
  /** Everyone. */
  | 'PUBLIC';

/** What every setting and every feature can say about itself. One fragment on this interface is enough for a lock badge, a "why" sheet or a "how to unlock" list, whatever it is about. */
export type SafetyAnswer = {
  /** What else binds: it would still hold if the first gave way. */
  readonly alsoBoundBy: ReadonlyArray<SafetyBinding>;
  /** The pending request about it, or else the approval in force; null: neither. */
  readonly approval?: Maybe<SafetyApproval>;
  /** The first day on which waiting alone gives a looser answer; null: waiting does not, or the caller may not see dates. */
  readonly availableFrom?: Maybe<Scalars['Date']['output']>;
  /** Who has the last word. */
  readonly decidedBy: SafetyLayer;
  /** The limits that guardians have set on it, in force or not needed. */
  readonly guardianLimits: ReadonlyArray<SafetyGuardianLimit>;
  /** Unique over the whole graph, for this person and item; select it so that caches merge. */
  readonly id: Scalars['ID']['output'];
  /** The name of its field on `SafetySettings` or `SafetyFeatureAccess`, e.g. `directMessages`. */
  readonly key: Scalars['ID']['output'];
  /** Its name, ready to show. */
  readonly label: Scalars['String']['output'];
  /** The lowest age at which a looser answer is open where the person lives; null: age does not matter, or no age is enough. */
  readonly minimumAge?: Maybe<Scalars['Int']['output']>;
  /** Why the answer is what it is. */
  readonly reason: SafetyReason;
  /** What would loosen it, each by itself enough; empty: nothing would. */
  readonly unlocks: ReadonlyArray<SafetyUnlock>;
  /** When this answer can change with nobody acting: a birthday, the date of a law, the end of an approval. null: not by itself. Services without `youth-safety:age` never see further than a day ahead, because the exact instant would tell a birthday. */
  readonly validUntil?: Maybe<Scalars['DateTime']['output']>;
};


/** What every setting and every feature can say about itself. One fragment on this interface is enough for a lock badge, a "why" sheet or a "how to unlock" list, whatever it is about. */
export type SafetyAnswerLabelArgs = {
  locale?: InputMaybe<Scalars['String']['input']>;
};

/** A young person's request that a guardian allow one thing. Each request is about one setting or feature: consents are never bundled. */
export type SafetyApproval = {
  readonly __typename?: 'SafetyApproval';
  /** When it was decided, withdrawn, revoked or expired; null: still pending. */
  readonly decidedAt?: Maybe<Scalars['DateTime']['output']>;
  /** The guardian who decided; null: nobody did, or the caller is another guardian. */
  readonly decidedBy?: Maybe<User>;
  /** When a pending request lapses or an approval ends; null: no date set, or the caller may not see dates. */
  readonly endsAt?: Maybe<Scalars['DateTime']['output']>;
  /** Unique over the whole graph. */
  readonly id: Scalars['ID']['output'];
  /** What it is about. */
  readonly item: SafetyItem;
  /** When it was asked for. */
  readonly requestedAt: Scalars['DateTime']['output'];
  /** Where it stands. */
  readonly state: SafetyApprovalState;
  /** The value asked for; an approval is never wider. */
  readonly value: Scalars['String']['output'];
  /** The value asked for, in words. */
  readonly valueLabel: Scalars['String']['output'];
  /** Who asks. */
  readonly ward: User;
};


/** A young person's request that a guardian allow one thing. Each request is about one setting or feature: consents are never bundled. */
export type SafetyApprovalValueLabelArgs = {
  locale?: InputMaybe<Scalars['String']['input']>;
};

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
  | 'WITHDRAWN';

/** How well an age is known, weakest first. */
export type SafetyAssurance =
  /** A trusted method estimated it. */
  | 'ESTIMATED'
  /** A guardian said so. */
  | 'GUARDIAN_ATTESTED'
  /** The person said so. */
  | 'SELF_DECLARED'
  /** Nothing is known. */
  | 'UNKNOWN'
  /** A trusted method proved it. */
  | 'VERIFIED';

/** Who may reach a person, strictest first. */
export type SafetyAudience =
  /** Everybody, within what the rules allow between two people. */
  | 'EVERYONE'
  /** People who follow each other. */
  | 'FRIENDS'
  /** Nobody. */
  | 'NO_ONE';

/** A setting about who may reach the person. */
export type SafetyAudienceSetting = SafetyAnswer & SafetySetting & {
  readonly __typename?: 'SafetyAudienceSetting';
  /** What the person may choose now, strictest first; never empty. */
  readonly allowed: ReadonlyArray<SafetyAudience>;
  /** What else binds: it would still hold if the first gave way. */
  readonly alsoBoundBy: ReadonlyArray<SafetyBinding>;
  /** The pending request about it, or else the approval in force; null: neither. */
  readonly approval?: Maybe<SafetyApproval>;
  /** The first day on which waiting alone gives a looser answer; null: waiting does not, or the caller may not see dates. */
  readonly availableFrom?: Maybe<Scalars['Date']['output']>;
  /** How to draw it. */
  readonly control: SafetyControl;
  /** Who has the last word. */
  readonly decidedBy: SafetyLayer;
  /** The value when nobody chooses. */
  readonly default: SafetyAudience;
  /** The limits that guardians have set on it, in force or not needed. */
  readonly guardianLimits: ReadonlyArray<SafetyGuardianLimit>;
  /** One or two sentences on what it does, ready to show. */
  readonly help: Scalars['String']['output'];
  /** Unique over the whole graph, for this person and item; select it so that caches merge. */
  readonly id: Scalars['ID']['output'];
  /** The name of its field on `SafetySettings` or `SafetyFeatureAccess`, e.g. `directMessages`. */
  readonly key: Scalars['ID']['output'];
  /** Its name, ready to show. */
  readonly label: Scalars['String']['output'];
  /** The person cannot change it now: one value is left. */
  readonly locked: Scalars['Boolean']['output'];
  /** The lowest age at which a looser answer is open where the person lives; null: age does not matter, or no age is enough. */
  readonly minimumAge?: Maybe<Scalars['Int']['output']>;
  /** Every choice, strictest first, allowed or not; empty for daily windows. */
  readonly options: ReadonlyArray<SafetyOption>;
  /** The person chose a looser value than is allowed now; it is kept and returns by itself when allowed. */
  readonly preferenceOnHold: Scalars['Boolean']['output'];
  /** What the person chose, in force or kept for later; null: they have not chosen. */
  readonly preferred?: Maybe<SafetyAudience>;
  /** Why the answer is what it is. */
  readonly reason: SafetyReason;
  /** The value in force in words, ready to show, e.g. "Friends", "60 minutes a day", "21:00 to 08:00". */
  readonly summary: Scalars['String']['output'];
  /** What would loosen it, each by itself enough; empty: nothing would. */
  readonly unlocks: ReadonlyArray<SafetyUnlock>;
  /** When this answer can change with nobody acting: a birthday, the date of a law, the end of an approval. null: not by itself. Services without `youth-safety:age` never see further than a day ahead, because the exact instant would tell a birthday. */
  readonly validUntil?: Maybe<Scalars['DateTime']['output']>;
  /** The value in force. */
  readonly value: SafetyAudience;
};


/** A setting about who may reach the person. */
export type SafetyAudienceSettingHelpArgs = {
  locale?: InputMaybe<Scalars['String']['input']>;
};


/** A setting about who may reach the person. */
export type SafetyAudienceSettingLabelArgs = {
  locale?: InputMaybe<Scalars['String']['input']>;
};


/** A setting about who may reach the person. */
export type SafetyAudienceSettingSummaryArgs = {
  locale?: InputMaybe<Scalars['String']['input']>;
};

/** A rule, limit or choice that binds an answer besides the one that decided it: remove the first and this one still holds. */
export type SafetyBinding = {
  readonly __typename?: 'SafetyBinding';
  /** Whose it is. */
  readonly layer: SafetyLayer;
  /** The rule, as named in the policy; null for limits and choices. */
  readonly rule?: Maybe<Scalars['ID']['output']>;
};

/** A source that can be read. */
export type SafetyCitation = {
  readonly __typename?: 'SafetyCitation';
  /** Its name, in its own language. */
  readonly title: Scalars['String']['output'];
  /** Where to read it, if it is public. */
  readonly url?: Maybe<Scalars['String']['output']>;
};

/** How mature content may be, strictest first. */
export type SafetyContentLevel =
  /** Made or checked for children. */
  | 'CHILD'
  /** Everything the platform allows. */
  | 'MATURE'
  /** Fit for teenagers. */
  | 'TEEN';

/** The setting `contentLevel`. */
export type SafetyContentLevelSetting = SafetyAnswer & SafetySetting & {
  readonly __typename?: 'SafetyContentLevelSetting';
  /** What the person may choose now, strictest first; never empty. */
  readonly allowed: ReadonlyArray<SafetyContentLevel>;
  /** What else binds: it would still hold if the first gave way. */
  readonly alsoBoundBy: ReadonlyArray<SafetyBinding>;
  /** The pending request about it, or else the approval in force; null: neither. */
  readonly approval?: Maybe<SafetyApproval>;
  /** The first day on which waiting alone gives a looser answer; null: waiting does not, or the caller may not see dates. */
  readonly availableFrom?: Maybe<Scalars['Date']['output']>;
  /** How to draw it. */
  readonly control: SafetyControl;
  /** Who has the last word. */
  readonly decidedBy: SafetyLayer;
  /** The value when nobody chooses. */
  readonly default: SafetyContentLevel;
  /** The limits that guardians have set on it, in force or not needed. */
  readonly guardianLimits: ReadonlyArray<SafetyGuardianLimit>;
  /** One or two sentences on what it does, ready to show. */
  readonly help: Scalars['String']['output'];
  /** Unique over the whole graph, for this person and item; select it so that caches merge. */
  readonly id: Scalars['ID']['output'];
  /** The name of its field on `SafetySettings` or `SafetyFeatureAccess`, e.g. `directMessages`. */
  readonly key: Scalars['ID']['output'];
  /** Its name, ready to show. */
  readonly label: Scalars['String']['output'];
  /** The person cannot change it now: one value is left. */
  readonly locked: Scalars['Boolean']['output'];
  /** The lowest age at which a looser answer is open where the person lives; null: age does not matter, or no age is enough. */
  readonly minimumAge?: Maybe<Scalars['Int']['output']>;
  /** Every choice, strictest first, allowed or not; empty for daily windows. */
  readonly options: ReadonlyArray<SafetyOption>;
  /** The person chose a looser value than is allowed now; it is kept and returns by itself when allowed. */
  readonly preferenceOnHold: Scalars['Boolean']['output'];
  /** What the person chose, in force or kept for later; null: they have not chosen. */
  readonly preferred?: Maybe<SafetyContentLevel>;
  /** Why the answer is what it is. */
  readonly reason: SafetyReason;
  /** The value in force in words, ready to show, e.g. "Friends", "60 minutes a day", "21:00 to 08:00". */
  readonly summary: Scalars['String']['output'];
  /** What would loosen it, each by itself enough; empty: nothing would. */
  readonly unlocks: ReadonlyArray<SafetyUnlock>;
  /** When this answer can change with nobody acting: a birthday, the date of a law, the end of an approval. null: not by itself. Services without `youth-safety:age` never see further than a day ahead, because the exact instant would tell a birthday. */
  readonly validUntil?: Maybe<Scalars['DateTime']['output']>;
  /** The value in force. */
  readonly value: SafetyContentLevel;
};


/** The setting `contentLevel`. */
export type SafetyContentLevelSettingHelpArgs = {
  locale?: InputMaybe<Scalars['String']['input']>;
};


/** The setting `contentLevel`. */
export type SafetyContentLevelSettingLabelArgs = {
  locale?: InputMaybe<Scalars['String']['input']>;
};


/** The setting `contentLevel`. */
export type SafetyContentLevelSettingSummaryArgs = {
  locale?: InputMaybe<Scalars['String']['input']>;
};

/** How to draw a setting. An unknown control: show `summary`, offer no change. */
export type SafetyControl =
  /** One of `options`, each an enum value. */
  | 'CHOICE'
  /** A list of daily windows; there are no `options`. */
  | 'DAILY_WINDOWS'
  /** Minutes a day; `options` are the offered steps, and any whole number up to the largest that is allowed is as valid. */
  | 'MINUTES'
  /** `options` are OFF and ON. */
  | 'SWITCH';

/** A window of every chosen day, half-open: `from` is in it, `until` is not. */
export type SafetyDailyWindow = {
  readonly __typename?: 'SafetyDailyWindow';
  /** The days on which it begins; all seven: every day. */
  readonly days: ReadonlyArray<SafetyWeekday>;
  /** Whose window it is. */
  readonly decidedBy: SafetyLayer;
  /** When it begins. */
  readonly from: Scalars['SafetyLocalTime']['output'];
  /** Not after `from`: the window ends on the next day. */
  readonly until: Scalars['SafetyLocalTime']['output'];
};

/**
 * What a person may do now. One field a feature; `all` for pages that draw whatever exists.
 * Features are added over time: read an access level that your build does not know as denied. When to ask again, and what `id` is for: as for `SafetySettings`.
 */
export type SafetyFeatureAccess = {
  readonly __typename?: 'SafetyFeatureAccess';
  /** Have an account at all. DENIED is an answer to act on with care and by a person; null on `featureAccess` is no answer. */
  readonly account: SafetyFeatureDecision;
  /** Every feature, in the order to draw them, or only those asked for. */
  readonly all: ReadonlyArray<SafetyFeatureDecision>;
  /** Have posts recommended to people who do not follow. */
  readonly appearInRecommendations: SafetyFeatureDecision;
  /** Comment on others' posts. */
  readonly commenting: SafetyFeatureDecision;
  /** Send and receive direct messages at all. Who may write is `safetySettings.directMessages`. */
  readonly directMessaging: SafetyFeatureDecision;
  /** Make duets and stitches with others' posts. Who may make them with this person's is `safetySettings.duettingAndStitching`. */
  readonly duettingAndStitching: SafetyFeatureDecision;
  /** Be in group chats. */
  readonly groupChats: SafetyFeatureDecision;
  /** Unique over the whole graph; select it so that caches merge. */
  readonly id: Scalars['ID']['output'];
  /** Go LIVE. */
  readonly liveStreaming: SafetyFeatureDecision;
  /** Have a feed chosen by what the person does. */
  readonly personalizedFeed: SafetyFeatureDecision;
  /** The revision of the rules that answered. */
  readonly policy: SafetyPolicy;
  /** Post so that everyone can see it. */
  readonly publicPosting: SafetyFeatureDecision;
  /** Receive gifts. */
  readonly receiveGifts: SafetyFeatureDecision;
  /** Buy and send gifts. */
  readonly sendGifts: SafetyFeatureDecision;
  /** When the first of these answers can change with nobody acting: a birthday, the date of a law, the end of an approval. null: not by itself. Services without `youth-safety:age` never see further than a day ahead, because the exact instant would tell a birthday. The moments at which `quietNow` changes do not count. */
  readonly validUntil?: Maybe<Scalars['DateTime']['output']>;
  /** Watch LIVE streams marked for adults. */
  readonly watchMatureLive: SafetyFeatureDecision;
};


/**
 * What a person may do now. One field a feature; `all` for pages that draw whatever exists.
 * Features are added over time: read an access level that your build does not know as denied. When to ask again, and what `id` is for: as for `SafetySettings`.
 */
export type SafetyFeatureAccessAllArgs = {
  keys?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
};

/** The answer for one feature. */
export type SafetyFeatureDecision = SafetyAnswer & {
  readonly __typename?: 'SafetyFeatureDecision';
  /** How much of it is open. */
  readonly access: SafetyFeatureLevel;
  /** Fully open: the same as `access` being ALLOWED. LIMITED is false here, so that a client that knows nothing of limits stays on the safe side. */
  readonly allowed: Scalars['Boolean']['output'];
  /** What else binds: it would still hold if the first gave way. */
  readonly alsoBoundBy: ReadonlyArray<SafetyBinding>;
  /** The pending request about it, or else the approval in force; null: neither. */
  readonly approval?: Maybe<SafetyApproval>;
  /** The first day on which waiting alone gives a looser answer; null: waiting does not, or the caller may not see dates. */
  readonly availableFrom?: Maybe<Scalars['Date']['output']>;
  /** Who has the last word. */
  readonly decidedBy: SafetyLayer;
  /** The limits that guardians have set on it, in force or not needed. */
  readonly guardianLimits: ReadonlyArray<SafetyGuardianLimit>;
  /** Unique over the whole graph, for this person and item; select it so that caches merge. */
  readonly id: Scalars['ID']['output'];
  /** The name of its field on `SafetySettings` or `SafetyFeatureAccess`, e.g. `directMessages`. */
  readonly key: Scalars['ID']['output'];
  /** Its name, ready to show. */
  readonly label: Scalars['String']['output'];
  /** What holds while access is LIMITED; empty otherwise. A client that does not know a code treats the feature as denied. */
  readonly limits: ReadonlyArray<SafetyFeatureLimit>;
  /** The lowest age at which a looser answer is open where the person lives; null: age does not matter, or no age is enough. */
  readonly minimumAge?: Maybe<Scalars['Int']['output']>;
  /** Why the answer is what it is. */
  readonly reason: SafetyReason;
  /** What would loosen it, each by itself enough; empty: nothing would. */
  readonly unlocks: ReadonlyArray<SafetyUnlock>;
  /** When this answer can change with nobody acting: a birthday, the date of a law, the end of an approval. null: not by itself. Services without `youth-safety:age` never see further than a day ahead, because the exact instant would tell a birthday. */
  readonly validUntil?: Maybe<Scalars['DateTime']['output']>;
};


/** The answer for one feature. */
export type SafetyFeatureDecisionLabelArgs = {
  locale?: InputMaybe<Scalars['String']['input']>;
};

/** How much of a feature is open, strictest first. */
export type SafetyFeatureLevel =
  /** Fully. */
  | 'ALLOWED'
  /** Not at all. */
  | 'DENIED'
  /** Within `limits`. */
  | 'LIMITED';

/** One restriction on a feature that is open within limits. */
export type SafetyFeatureLimit = {
  readonly __typename?: 'SafetyFeatureLimit';
  /** As named in the policy's catalogue, e.g. `friendsOnly`. */
  readonly code: Scalars['ID']['output'];
  /** The restriction in words. */
  readonly text: Scalars['String']['output'];
};


/** One restriction on a feature that is open within limits. */
export type SafetyFeatureLimitTextArgs = {
  locale?: InputMaybe<Scalars['String']['input']>;
  reader?: InputMaybe<SafetyReader>;
};

/** A limit set by one guardian: the loosest value left. Of several guardians' limits the strictest holds. */
export type SafetyGuardianLimit = {
  readonly __typename?: 'SafetyGuardianLimit';
  /** Who set it; null for a guardian who is looking at another guardian's limit. */
  readonly guardian?: Maybe<User>;
  /** Unique over the whole graph. */
  readonly id: Scalars['ID']['output'];
  /** The setting or feature it is about. */
  readonly item: SafetyItem;
  /** When it was set. */
  readonly setAt: Scalars['DateTime']['output'];
  /** The loosest value left, as option text or access level; for quiet hours, the windows as `21:00-07:00`, joined by commas, or `NONE`. */
  readonly value: Scalars['String']['output'];
  /** The value in words. */
  readonly valueLabel: Scalars['String']['output'];
};


/** A limit set by one guardian: the loosest value left. Of several guardians' limits the strictest holds. */
export type SafetyGuardianLimitValueLabelArgs = {
  locale?: InputMaybe<Scalars['String']['input']>;
};

/** A setting or feature, named. Keys are unique over settings and features together. */
export type SafetyItem = {
  readonly __typename?: 'SafetyItem';
  /** Unique over the whole graph. */
  readonly id: Scalars['ID']['output'];
  /** The name of its field on `SafetySettings` or `SafetyFeatureAccess`. */
  readonly key: Scalars['ID']['output'];
  /** A setting or a feature. */
  readonly kind: SafetyItemKind;
  /** Its name, ready to show. */
  readonly label: Scalars['String']['output'];
};


/** A setting or feature, named. Keys are unique over settings and features together. */
export type SafetyItemLabelArgs = {
  locale?: InputMaybe<Scalars['String']['input']>;
};

/** Whether something is chosen or granted. */
export type SafetyItemKind =
  /** The rules grant it; nobody chooses. */
  | 'FEATURE'
  /** People choose its value, within what the rules allow. */
  | 'SETTING';

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
  | 'USER';

/** One choice of a setting, allowed or not: a radio button with what it takes to enable it. */
export type SafetyOption = {
  readonly __typename?: 'SafetyOption';
  /** The person may choose it now. */
  readonly allowed: Scalars['Boolean']['output'];
  /** This is the value when nobody chooses. */
  readonly isDefault: Scalars['Boolean']['output'];
  /** The choice in words, e.g. "Friends". */
  readonly label: Scalars['String']['output'];
  /** This is what the person chose, in force or not. */
  readonly preferred: Scalars['Boolean']['output'];
  /** This is the value in force. */
  readonly selected: Scalars['Boolean']['output'];
  /** What would make it allowed; empty: it is allowed, or nothing would. */
  readonly unlocks: ReadonlyArray<SafetyUnlock>;
  /** The choice as text: an enum value of the typed field, `OFF` or `ON`, or whole minutes (`1440`: no limit). */
  readonly value: Scalars['String']['output'];
};


/** One choice of a setting, allowed or not: a radio button with what it takes to enable it. */
export type SafetyOptionLabelArgs = {
  locale?: InputMaybe<Scalars['String']['input']>;
};

/** A revision of the rules. A revision never changes, so it can be cached for ever; which one is in force can. */
export type SafetyPolicy = {
  readonly __typename?: 'SafetyPolicy';
  /** When this service began to answer by it. */
  readonly activeSince: Scalars['DateTime']['output'];
  /** The hash of its content. */
  readonly id: Scalars['ID']['output'];
  /** Every setting and feature it knows, in the order to draw them. */
  readonly items: ReadonlyArray<SafetyItem>;
  /** Its name for people, e.g. `2026-11-22.1`. */
  readonly label: Scalars['String']['output'];
  /** The languages its texts are in, as BCP 47 tags, e.g. `en`, `pt-BR`. */
  readonly languages: ReadonlyArray<Scalars['String']['output']>;
  /** What it says for one region, by age: the matrix a page can draw. Public, and about nobody. */
  readonly table?: Maybe<SafetyPolicyTable>;
};


/** A revision of the rules. A revision never changes, so it can be cached for ever; which one is in force can. */
export type SafetyPolicyTableArgs = {
  assurance?: SafetyAssurance;
  guardianLinked?: Scalars['Boolean']['input'];
  on?: InputMaybe<Scalars['Date']['input']>;
  region?: InputMaybe<Scalars['String']['input']>;
};

/** What holds for one range of ages. */
export type SafetyPolicyCell = {
  readonly __typename?: 'SafetyPolicyCell';
  /** What may be chosen or is granted, strictest first. For minutes, the offered steps; for quiet hours one entry, the windows that always hold, as `21:00-07:00`, joined by commas, or `NONE`. */
  readonly allowed: ReadonlyArray<Scalars['String']['output']>;
  /** The entries of `allowed` in words, in the same order. */
  readonly allowedLabels: ReadonlyArray<Scalars['String']['output']>;
  /** Who has the last word. */
  readonly decidedBy: SafetyLayer;
  /** The value when nobody chooses, as option text or access level; for quiet hours the windows, as in `allowed`. */
  readonly default: Scalars['String']['output'];
  /** `default` in words, ready to show, e.g. "Friends". */
  readonly defaultLabel: Scalars['String']['output'];
  /** From this age in years. */
  readonly fromAge: Scalars['Int']['output'];
  /** Why. */
  readonly reason: SafetyReason;
  /** What would loosen it, apart from growing older. */
  readonly unlocks: ReadonlyArray<SafetyUnlock>;
  /** Up to but without this age; null: no upper end. */
  readonly untilAge?: Maybe<Scalars['Int']['output']>;
};


/** What holds for one range of ages. */
export type SafetyPolicyCellAllowedLabelsArgs = {
  locale?: InputMaybe<Scalars['String']['input']>;
};


/** What holds for one range of ages. */
export type SafetyPolicyCellDefaultLabelArgs = {
  locale?: InputMaybe<Scalars['String']['input']>;
};

/** One setting or feature, by age. */
export type SafetyPolicyRow = {
  readonly __typename?: 'SafetyPolicyRow';
  /** By age, youngest first; together they cover every age. */
  readonly cells: ReadonlyArray<SafetyPolicyCell>;
  /** Which one. */
  readonly item: SafetyItem;
};

/** What the rules say in one region on one day. */
export type SafetyPolicyTable = {
  readonly __typename?: 'SafetyPolicyTable';
  /** The day it is for. */
  readonly on: Scalars['Date']['output'];
  /** The region that was read; null: the region unknown, so the strictest possible place was. */
  readonly region?: Maybe<Scalars['String']['output']>;
  /** One row a setting or feature. */
  readonly rows: ReadonlyArray<SafetyPolicyRow>;
};

/** A person's answers at another instant. Its objects have ids of their own, so a cache never takes them for today's. */
export type SafetyPreview = {
  readonly __typename?: 'SafetyPreview';
  /** The instant the answers are for. */
  readonly at: Scalars['DateTime']['output'];
  /** The features as they would be. */
  readonly features: SafetyFeatureAccess;
  /** Unique over the whole graph, for this person and instant. */
  readonly id: Scalars['ID']['output'];
  /** The settings as they would be. */
  readonly settings: SafetySettings;
};

/** The setting `quietHours`. Law, platform, guardians and the person each add windows; what is in force is all of them together, so nobody's windows can shorten another's. */
export type SafetyQuietHoursSetting = SafetyAnswer & SafetySetting & {
  readonly __typename?: 'SafetyQuietHoursSetting';
  /** What else binds: it would still hold if the first gave way. */
  readonly alsoBoundBy: ReadonlyArray<SafetyBinding>;
  /** The pending request about it, or else the approval in force; null: neither. */
  readonly approval?: Maybe<SafetyApproval>;
  /** The first day on which waiting alone gives a looser answer; null: waiting does not, or the caller may not see dates. */
  readonly availableFrom?: Maybe<Scalars['Date']['output']>;
  /** How to draw it. */
  readonly control: SafetyControl;
  /** Who has the last word. */
  readonly decidedBy: SafetyLayer;
  /** The windows when nobody chooses, each with `decidedBy` DEFAULT. */
  readonly default: ReadonlyArray<SafetyDailyWindow>;
  /** The limits that guardians have set on it, in force or not needed. */
  readonly guardianLimits: ReadonlyArray<SafetyGuardianLimit>;
  /** One or two sentences on what it does, ready to show. */
  readonly help: Scalars['String']['output'];
  /** Unique over the whole graph, for this person and item; select it so that caches merge. */
  readonly id: Scalars['ID']['output'];
  /** The name of its field on `SafetySettings` or `SafetyFeatureAccess`, e.g. `directMessages`. */
  readonly key: Scalars['ID']['output'];
  /** Its name, ready to show. */
  readonly label: Scalars['String']['output'];
  /** The person cannot change it now: one value is left. */
  readonly locked: Scalars['Boolean']['output'];
  /** The lowest age at which a looser answer is open where the person lives; null: age does not matter, or no age is enough. */
  readonly minimumAge?: Maybe<Scalars['Int']['output']>;
  /** Every choice, strictest first, allowed or not; empty for daily windows. */
  readonly options: ReadonlyArray<SafetyOption>;
  /** The person chose a looser value than is allowed now; it is kept and returns by itself when allowed. */
  readonly preferenceOnHold: Scalars['Boolean']['output'];
  /** The windows the person added themselves, as they would be edited, each with `decidedBy` USER; null: they have not chosen, empty: they chose none. */
  readonly preferred?: Maybe<ReadonlyArray<SafetyDailyWindow>>;
  /** When `quietNow` changes next; null: never. Ask again a random few seconds later, not on the stroke: everyone in a time zone shares it. Callers who may not see dates never see further than a day ahead. */
  readonly quietChangesAt?: Maybe<Scalars['DateTime']['output']>;
  /** One of `windows` is open at this instant. */
  readonly quietNow: Scalars['Boolean']['output'];
  /** Why the answer is what it is. */
  readonly reason: SafetyReason;
  /** Until when `windows` hold: as `validUntil`, without the moments at which `quietNow` changes. For pages that only draw the windows; null: not by itself. */
  readonly scheduleValidUntil?: Maybe<Scalars['DateTime']['output']>;
  /** The value in force in words, ready to show, e.g. "Friends", "60 minutes a day", "21:00 to 08:00". */
  readonly summary: Scalars['String']['output'];
  /** The IANA time zone the windows are read in, e.g. `America/Los_Angeles`; null: unknown, or the caller may not see it. */
  readonly timeZone?: Maybe<Scalars['String']['output']>;
  /** What would loosen it, each by itself enough; empty: nothing would. */
  readonly unlocks: ReadonlyArray<SafetyUnlock>;
  /** When this answer can change with nobody acting: a birthday, the date of a law, the end of an approval, or the next change of `quietNow`. null: not by itself. Services without `youth-safety:age` never see further than a day ahead, because the exact instant would tell a birthday. */
  readonly validUntil?: Maybe<Scalars['DateTime']['output']>;
  /** In force now, told apart by whose they are: no minute is in two windows, touching windows of the same layer are one. The strongest layers first, and each layer's ordered by `from`. */
  readonly windows: ReadonlyArray<SafetyDailyWindow>;
};


/** The setting `quietHours`. Law, platform, guardians and the person each add windows; what is in force is all of them together, so nobody's windows can shorten another's. */
export type SafetyQuietHoursSettingHelpArgs = {
  locale?: InputMaybe<Scalars['String']['input']>;
};


/** The setting `quietHours`. Law, platform, guardians and the person each add windows; what is in force is all of them together, so nobody's windows can shorten another's. */
export type SafetyQuietHoursSettingLabelArgs = {
  locale?: InputMaybe<Scalars['String']['input']>;
};


/** The setting `quietHours`. Law, platform, guardians and the person each add windows; what is in force is all of them together, so nobody's windows can shorten another's. */
export type SafetyQuietHoursSettingSummaryArgs = {
  locale?: InputMaybe<Scalars['String']['input']>;
};

/** For whom a text is written. */
export type SafetyReader =
  /** A parent or guardian. */
  | 'GUARDIAN'
  /** The young person, in words a 13-year-old understands. */
  | 'TEEN';

/** Why an answer is what it is. */
export type SafetyReason = {
  readonly __typename?: 'SafetyReason';
  /** The law or announcement behind the rule, for those who want to read it. */
  readonly citations: ReadonlyArray<SafetyCitation>;
  /** What kind of reason it is. */
  readonly code: SafetyReasonCode;
  /** Unique over the whole graph, for the answer it explains; select it so that a badge's `code` and a sheet's `text` merge in the cache. */
  readonly id: Scalars['ID']['output'];
  /** The rule that decided, as named in the policy; null: no rule, a choice or a starting value did. For support and audit, not for display. */
  readonly rule?: Maybe<Scalars['ID']['output']>;
  /** The reason in one or two plain sentences, ready to show. Holds no dates that the caller may not see. */
  readonly text: Scalars['String']['output'];
};


/** Why an answer is what it is. */
export type SafetyReasonTextArgs = {
  locale?: InputMaybe<Scalars['String']['input']>;
  reader?: InputMaybe<SafetyReader>;
};

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
  | 'USER_CHOICE';

/** The setting `dailyScreenTime`, in minutes of a local day, 0 to 1440; 1440, the whole day, is no limit. There is no null to misread. */
export type SafetyScreenTimeSetting = SafetyAnswer & SafetySetting & {
  readonly __typename?: 'SafetyScreenTimeSetting';
  /** What else binds: it would still hold if the first gave way. */
  readonly alsoBoundBy: ReadonlyArray<SafetyBinding>;
  /** The pending request about it, or else the approval in force; null: neither. */
  readonly approval?: Maybe<SafetyApproval>;
  /** The first day on which waiting alone gives a looser answer; null: waiting does not, or the caller may not see dates. */
  readonly availableFrom?: Maybe<Scalars['Date']['output']>;
  /** How to draw it. */
  readonly control: SafetyControl;
  /** Who has the last word. */
  readonly decidedBy: SafetyLayer;
  /** The value when nobody chooses. */
  readonly default: Scalars['Int']['output'];
  /** The limits that guardians have set on it, in force or not needed. */
  readonly guardianLimits: ReadonlyArray<SafetyGuardianLimit>;
  /** One or two sentences on what it does, ready to show. */
  readonly help: Scalars['String']['output'];
  /** Unique over the whole graph, for this person and item; select it so that caches merge. */
  readonly id: Scalars['ID']['output'];
  /** The name of its field on `SafetySettings` or `SafetyFeatureAccess`, e.g. `directMessages`. */
  readonly key: Scalars['ID']['output'];
  /** Its name, ready to show. */
  readonly label: Scalars['String']['output'];
  /** The person cannot change it now: one value is left. */
  readonly locked: Scalars['Boolean']['output'];
  /** The most that the person may choose now. */
  readonly maximum: Scalars['Int']['output'];
  /** The lowest age at which a looser answer is open where the person lives; null: age does not matter, or no age is enough. */
  readonly minimumAge?: Maybe<Scalars['Int']['output']>;
  /** Minutes a day now; 1440: no limit. */
  readonly minutes: Scalars['Int']['output'];
  /** Every choice, strictest first, allowed or not; empty for daily windows. */
  readonly options: ReadonlyArray<SafetyOption>;
  /** The person chose a looser value than is allowed now; it is kept and returns by itself when allowed. */
  readonly preferenceOnHold: Scalars['Boolean']['output'];
  /** What the person chose, in force or kept for later; null: they have not chosen. */
  readonly preferred?: Maybe<Scalars['Int']['output']>;
  /** Why the answer is what it is. */
  readonly reason: SafetyReason;
  /** The value in force in words, ready to show, e.g. "Friends", "60 minutes a day", "21:00 to 08:00". */
  readonly summary: Scalars['String']['output'];
  /** There is no limit: the same as `minutes` being 1440. */
  readonly unlimited: Scalars['Boolean']['output'];
  /** What would loosen it, each by itself enough; empty: nothing would. */
  readonly unlocks: ReadonlyArray<SafetyUnlock>;
  /** When this answer can change with nobody acting: a birthday, the date of a law, the end of an approval. null: not by itself. Services without `youth-safety:age` never see further than a day ahead, because the exact instant would tell a birthday. */
  readonly validUntil?: Maybe<Scalars['DateTime']['output']>;
};


/** The setting `dailyScreenTime`, in minutes of a local day, 0 to 1440; 1440, the whole day, is no limit. There is no null to misread. */
export type SafetyScreenTimeSettingHelpArgs = {
  locale?: InputMaybe<Scalars['String']['input']>;
};


/** The setting `dailyScreenTime`, in minutes of a local day, 0 to 1440; 1440, the whole day, is no limit. There is no null to misread. */
export type SafetyScreenTimeSettingLabelArgs = {
  locale?: InputMaybe<Scalars['String']['input']>;
};


/** The setting `dailyScreenTime`, in minutes of a local day, 0 to 1440; 1440, the whole day, is no limit. There is no null to misread. */
export type SafetyScreenTimeSettingSummaryArgs = {
  locale?: InputMaybe<Scalars['String']['input']>;
};

/** What every setting can say, without knowing its kind: enough to draw a settings page that shows whatever exists, its value and its choices. For behaviour, use the typed fields (`SafetySettings.directMessages.value`). */
export type SafetySetting = {
  /** What else binds: it would still hold if the first gave way. */
  readonly alsoBoundBy: ReadonlyArray<SafetyBinding>;
  /** The pending request about it, or else the approval in force; null: neither. */
  readonly approval?: Maybe<SafetyApproval>;
  /** The first day on which waiting alone gives a looser answer; null: waiting does not, or the caller may not see dates. */
  readonly availableFrom?: Maybe<Scalars['Date']['output']>;
  /** How to draw it. */
  readonly control: SafetyControl;
  /** Who has the last word. */
  readonly decidedBy: SafetyLayer;
  /** The limits that guardians have set on it, in force or not needed. */
  readonly guardianLimits: ReadonlyArray<SafetyGuardianLimit>;
  /** One or two sentences on what it does, ready to show. */
  readonly help: Scalars['String']['output'];
  /** Unique over the whole graph, for this person and item; select it so that caches merge. */
  readonly id: Scalars['ID']['output'];
  /** The name of its field on `SafetySettings` or `SafetyFeatureAccess`, e.g. `directMessages`. */
  readonly key: Scalars['ID']['output'];
  /** Its name, ready to show. */
  readonly label: Scalars['String']['output'];
  /** The person cannot change it now: one value is left. */
  readonly locked: Scalars['Boolean']['output'];
  /** The lowest age at which a looser answer is open where the person lives; null: age does not matter, or no age is enough. */
  readonly minimumAge?: Maybe<Scalars['Int']['output']>;
  /** Every choice, strictest first, allowed or not; empty for daily windows. */
  readonly options: ReadonlyArray<SafetyOption>;
  /** The person chose a looser value than is allowed now; it is kept and returns by itself when allowed. */
  readonly preferenceOnHold: Scalars['Boolean']['output'];
  /** Why the answer is what it is. */
  readonly reason: SafetyReason;
  /** The value in force in words, ready to show, e.g. "Friends", "60 minutes a day", "21:00 to 08:00". */
  readonly summary: Scalars['String']['output'];
  /** What would loosen it, each by itself enough; empty: nothing would. */
  readonly unlocks: ReadonlyArray<SafetyUnlock>;
  /** When this answer can change with nobody acting: a birthday, the date of a law, the end of an approval. null: not by itself. Services without `youth-safety:age` never see further than a day ahead, because the exact instant would tell a birthday. */
  readonly validUntil?: Maybe<Scalars['DateTime']['output']>;
};


/** What every setting can say, without knowing its kind: enough to draw a settings page that shows whatever exists, its value and its choices. For behaviour, use the typed fields (`SafetySettings.directMessages.value`). */
export type SafetySettingHelpArgs = {
  locale?: InputMaybe<Scalars['String']['input']>;
};


/** What every setting can say, without knowing its kind: enough to draw a settings page that shows whatever exists, its value and its choices. For behaviour, use the typed fields (`SafetySettings.directMessages.value`). */
export type SafetySettingLabelArgs = {
  locale?: InputMaybe<Scalars['String']['input']>;
};


/** What every setting can say, without knowing its kind: enough to draw a settings page that shows whatever exists, its value and its choices. For behaviour, use the typed fields (`SafetySettings.directMessages.value`). */
export type SafetySettingSummaryArgs = {
  locale?: InputMaybe<Scalars['String']['input']>;
};

/**
 * What protects a person now. One typed field a setting, so that each can be selected, tracked and deprecated by itself; `all` for pages that draw whatever exists.
 * Settings and enum values are added over time: read a value that your build does not know as the strictest one. Ask again at `validUntil`, after a change and when the app returns to the foreground; never work out an age or a rule in the client. Select `id` here and on every setting, so that answers from different queries merge in the cache.
 */
export type SafetySettings = {
  readonly __typename?: 'SafetySettings';
  /** Who can see the account and its posts. */
  readonly accountVisibility: SafetyVisibilitySetting;
  /** Every setting, in the order to draw them. Use the fields of the interface; typed fields of different kinds cannot share a name in one selection. */
  readonly all: ReadonlyArray<SafetySetting>;
  /** The next video starts by itself. */
  readonly autoplay: SafetySwitchSetting;
  /** Who may comment on this person's posts. */
  readonly comments: SafetyAudienceSetting;
  /** How mature the content shown may be. */
  readonly contentLevel: SafetyContentLevelSetting;
  /** How long the app may be used in a day. */
  readonly dailyScreenTime: SafetyScreenTimeSetting;
  /** Who may send this person direct messages. Whether they may use messages at all is `featureAccess.directMessaging`. */
  readonly directMessages: SafetyAudienceSetting;
  /** Who may make duets and stitches with this person's posts. Whether they may make their own is `featureAccess.duettingAndStitching`. */
  readonly duetsAndStitches: SafetyAudienceSetting;
  /** Unique over the whole graph; select it so that caches merge. */
  readonly id: Scalars['ID']['output'];
  /** Who may mention this person. */
  readonly mentions: SafetyAudienceSetting;
  /** Ads are chosen by what this person does. */
  readonly personalizedAds: SafetySwitchSetting;
  /** The revision of the rules that answered. */
  readonly policy: SafetyPolicy;
  /** When the app stays quiet: no notifications. */
  readonly quietHours: SafetyQuietHoursSetting;
  /** The account is suggested to others. */
  readonly suggestedToOthers: SafetySwitchSetting;
  /** When the first of these answers can change with nobody acting: a birthday, the date of a law, the end of an approval. null: not by itself. Services without `youth-safety:age` never see further than a day ahead, because the exact instant would tell a birthday. The moments at which `quietNow` changes do not count. */
  readonly validUntil?: Maybe<Scalars['DateTime']['output']>;
  /** Changes whenever a choice, limit, approval or fact that is stored about this person changes. */
  readonly version: Scalars['ID']['output'];
  /** Others may download this person's videos. */
  readonly videoDownloads: SafetySwitchSetting;
};

/** A setting that is on or off. Which of the two is the strict one is the order of `options`. */
export type SafetySwitchSetting = SafetyAnswer & SafetySetting & {
  readonly __typename?: 'SafetySwitchSetting';
  /** What the person may choose now, strictest first; never empty. */
  readonly allowed: ReadonlyArray<Scalars['Boolean']['output']>;
  /** What else binds: it would still hold if the first gave way. */
  readonly alsoBoundBy: ReadonlyArray<SafetyBinding>;
  /** The pending request about it, or else the approval in force; null: neither. */
  readonly approval?: Maybe<SafetyApproval>;
  /** The first day on which waiting alone gives a looser answer; null: waiting does not, or the caller may not see dates. */
  readonly availableFrom?: Maybe<Scalars['Date']['output']>;
  /** How to draw it. */
  readonly control: SafetyControl;
  /** Who has the last word. */
  readonly decidedBy: SafetyLayer;
  /** The value when nobody chooses. */
  readonly default: Scalars['Boolean']['output'];
  /** The limits that guardians have set on it, in force or not needed. */
  readonly guardianLimits: ReadonlyArray<SafetyGuardianLimit>;
  /** One or two sentences on what it does, ready to show. */
  readonly help: Scalars['String']['output'];
  /** Unique over the whole graph, for this person and item; select it so that caches merge. */
  readonly id: Scalars['ID']['output'];
  /** The name of its field on `SafetySettings` or `SafetyFeatureAccess`, e.g. `directMessages`. */
  readonly key: Scalars['ID']['output'];
  /** Its name, ready to show. */
  readonly label: Scalars['String']['output'];
  /** The person cannot change it now: one value is left. */
  readonly locked: Scalars['Boolean']['output'];
  /** The lowest age at which a looser answer is open where the person lives; null: age does not matter, or no age is enough. */
  readonly minimumAge?: Maybe<Scalars['Int']['output']>;
  /** It is on now. */
  readonly on: Scalars['Boolean']['output'];
  /** Every choice, strictest first, allowed or not; empty for daily windows. */
  readonly options: ReadonlyArray<SafetyOption>;
  /** The person chose a looser value than is allowed now; it is kept and returns by itself when allowed. */
  readonly preferenceOnHold: Scalars['Boolean']['output'];
  /** What the person chose, in force or kept for later; null: they have not chosen. */
  readonly preferred?: Maybe<Scalars['Boolean']['output']>;
  /** Why the answer is what it is. */
  readonly reason: SafetyReason;
  /** The value in force in words, ready to show, e.g. "Friends", "60 minutes a day", "21:00 to 08:00". */
  readonly summary: Scalars['String']['output'];
  /** What would loosen it, each by itself enough; empty: nothing would. */
  readonly unlocks: ReadonlyArray<SafetyUnlock>;
  /** When this answer can change with nobody acting: a birthday, the date of a law, the end of an approval. null: not by itself. Services without `youth-safety:age` never see further than a day ahead, because the exact instant would tell a birthday. */
  readonly validUntil?: Maybe<Scalars['DateTime']['output']>;
};


/** A setting that is on or off. Which of the two is the strict one is the order of `options`. */
export type SafetySwitchSettingHelpArgs = {
  locale?: InputMaybe<Scalars['String']['input']>;
};


/** A setting that is on or off. Which of the two is the strict one is the order of `options`. */
export type SafetySwitchSettingLabelArgs = {
  locale?: InputMaybe<Scalars['String']['input']>;
};


/** A setting that is on or off. Which of the two is the strict one is the order of `options`. */
export type SafetySwitchSettingSummaryArgs = {
  locale?: InputMaybe<Scalars['String']['input']>;
};

/** A smallest set of steps that together reach a looser answer: all steps of one unlock are needed, any one unlock is enough. */
export type SafetyUnlock = {
  readonly __typename?: 'SafetyUnlock';
  /** The loosest value that is then open: a setting's option `value`, or a feature's access level; for quiet hours the windows that are left, as `21:00-07:00`, joined by commas, or `NONE`. */
  readonly reaches: Scalars['String']['output'];
  /** In no particular order; at least one. */
  readonly steps: ReadonlyArray<SafetyUnlockStep>;
};

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
  | 'WAIT_UNTIL';

/** One thing to do or wait for. */
export type SafetyUnlockStep = {
  readonly __typename?: 'SafetyUnlockStep';
  /** For REACH_AGE: the age in years. */
  readonly age?: Maybe<Scalars['Int']['output']>;
  /** For GUARDIAN_APPROVES and GUARDIAN_LIFTS_LIMIT: the setting or feature to approve; it can be another one than the answer is about. */
  readonly item?: Maybe<SafetyItem>;
  /** What kind of step it is. */
  readonly kind: SafetyUnlockKind;
  /** For REACH_AGE and WAIT_UNTIL: the first day on which the step is done. Null for callers who may not see dates. */
  readonly on?: Maybe<Scalars['Date']['output']>;
  /** The step in words, e.g. "Turn 16". */
  readonly text: Scalars['String']['output'];
};


/** One thing to do or wait for. */
export type SafetyUnlockStepTextArgs = {
  locale?: InputMaybe<Scalars['String']['input']>;
  reader?: InputMaybe<SafetyReader>;
};

/** The setting `accountVisibility`. */
export type SafetyVisibilitySetting = SafetyAnswer & SafetySetting & {
  readonly __typename?: 'SafetyVisibilitySetting';
  /** What the person may choose now, strictest first; never empty. */
  readonly allowed: ReadonlyArray<SafetyAccountVisibility>;
  /** What else binds: it would still hold if the first gave way. */
  readonly alsoBoundBy: ReadonlyArray<SafetyBinding>;
  /** The pending request about it, or else the approval in force; null: neither. */
  readonly approval?: Maybe<SafetyApproval>;
  /** The first day on which waiting alone gives a looser answer; null: waiting does not, or the caller may not see dates. */
  readonly availableFrom?: Maybe<Scalars['Date']['output']>;
  /** How to draw it. */
  readonly control: SafetyControl;
  /** Who has the last word. */
  readonly decidedBy: SafetyLayer;
  /** The value when nobody chooses. */
  readonly default: SafetyAccountVisibility;
  /** The limits that guardians have set on it, in force or not needed. */
  readonly guardianLimits: ReadonlyArray<SafetyGuardianLimit>;
  /** One or two sentences on what it does, ready to show. */
  readonly help: Scalars['String']['output'];
  /** Unique over the whole graph, for this person and item; select it so that caches merge. */
  readonly id: Scalars['ID']['output'];
  /** The name of its field on `SafetySettings` or `SafetyFeatureAccess`, e.g. `directMessages`. */
  readonly key: Scalars['ID']['output'];
  /** Its name, ready to show. */
  readonly label: Scalars['String']['output'];
  /** The person cannot change it now: one value is left. */
  readonly locked: Scalars['Boolean']['output'];
  /** The lowest age at which a looser answer is open where the person lives; null: age does not matter, or no age is enough. */
  readonly minimumAge?: Maybe<Scalars['Int']['output']>;
  /** Every choice, strictest first, allowed or not; empty for daily windows. */
  readonly options: ReadonlyArray<SafetyOption>;
  /** The person chose a looser value than is allowed now; it is kept and returns by itself when allowed. */
  readonly preferenceOnHold: Scalars['Boolean']['output'];
  /** What the person chose, in force or kept for later; null: they have not chosen. */
  readonly preferred?: Maybe<SafetyAccountVisibility>;
  /** Why the answer is what it is. */
  readonly reason: SafetyReason;
  /** The value in force in words, ready to show, e.g. "Friends", "60 minutes a day", "21:00 to 08:00". */
  readonly summary: Scalars['String']['output'];
  /** What would loosen it, each by itself enough; empty: nothing would. */
  readonly unlocks: ReadonlyArray<SafetyUnlock>;
  /** When this answer can change with nobody acting: a birthday, the date of a law, the end of an approval. null: not by itself. Services without `youth-safety:age` never see further than a day ahead, because the exact instant would tell a birthday. */
  readonly validUntil?: Maybe<Scalars['DateTime']['output']>;
  /** The value in force. */
  readonly value: SafetyAccountVisibility;
};


/** The setting `accountVisibility`. */
export type SafetyVisibilitySettingHelpArgs = {
  locale?: InputMaybe<Scalars['String']['input']>;
};


/** The setting `accountVisibility`. */
export type SafetyVisibilitySettingLabelArgs = {
  locale?: InputMaybe<Scalars['String']['input']>;
};


/** The setting `accountVisibility`. */
export type SafetyVisibilitySettingSummaryArgs = {
  locale?: InputMaybe<Scalars['String']['input']>;
};

/** A day of the week. */
export type SafetyWeekday =
  /** Friday. */
  | 'FRIDAY'
  /** Monday. */
  | 'MONDAY'
  /** Saturday. */
  | 'SATURDAY'
  /** Sunday. */
  | 'SUNDAY'
  /** Thursday. */
  | 'THURSDAY'
  /** Tuesday. */
  | 'TUESDAY'
  /** Wednesday. */
  | 'WEDNESDAY';

/** A person with an account; owned by the accounts subgraph. Here: what protects them and what they may do. */
export type User = {
  readonly __typename?: 'User';
  /**
   * Which features this person may use now; if not, why not and what would unlock them. To show or hide a button, `featureAccess { liveStreaming { allowed } }` is enough.
   * Readers: as for `safetySettings`. null: not known right now; hide the feature and retry, and do nothing else, least of all to the account.
   */
  readonly featureAccess?: Maybe<SafetyFeatureAccess>;
  /** Who the person is, everywhere in the graph. An id that nobody knows is not an error here: it gets the answers of a person whose age is unknown. */
  readonly id: Scalars['ID']['output'];
  /**
   * The same answers as they would be at another instant, with today's facts and choices and the rules of that instant. For "what if" pages and for support; never for deciding what to show now.
   * Readers: the person, their linked guardians, services with `youth-safety:age` (asking for many instants would reveal a birth date).
   */
  readonly safetyPreview?: Maybe<SafetyPreview>;
  /**
   * What protects this person now, setting by setting.
   * Readers: the person, their linked guardians, services with `youth-safety:read`. Anyone else gets null and an error with code `FORBIDDEN`; do not select it on lists of other people.
   * null: not known right now. Show every setting at its strictest option and offer to retry; leave screen time and quiet hours as the device last knew them, so that a fault locks nobody out.
   */
  readonly safetySettings?: Maybe<SafetySettings>;
};


/** A person with an account; owned by the accounts subgraph. Here: what protects them and what they may do. */
export type UserSafetyPreviewArgs = {
  at: Scalars['DateTime']['input'];
};



export type ResolverTypeWrapper<T> = Promise<T> | T;

export type ReferenceResolver<TResult, TReference, TContext> = (
      reference: TReference,
      context: TContext,
      info: GraphQLResolveInfo
    ) => Promise<TResult> | TResult;

      type ScalarCheck<T, S> = S extends true ? T : NullableCheck<T, S>;
      type NullableCheck<T, S> = Maybe<T> extends T ? Maybe<ListCheck<NonNullable<T>, S>> : ListCheck<T, S>;
      type ListCheck<T, S> = T extends (infer U)[] ? NullableCheck<U, S>[] : GraphQLRecursivePick<T, S>;
      export type GraphQLRecursivePick<T, S> = { [K in keyof T & keyof S]: ScalarCheck<T[K], S[K]> };
    

export type ResolverWithResolve<TResult, TParent, TContext, TArgs> = {
  resolve: ResolverFn<TResult, TParent, TContext, TArgs>;
};
export type Resolver<TResult, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = ResolverFn<TResult, TParent, TContext, TArgs> | ResolverWithResolve<TResult, TParent, TContext, TArgs>;

export type ResolverFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => Promise<TResult> | TResult;

export type SubscriptionSubscribeFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => AsyncIterable<TResult> | Promise<AsyncIterable<TResult>>;

export type SubscriptionResolveFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;

export interface SubscriptionSubscriberObject<TResult, TKey extends string, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<{ [key in TKey]: TResult }, TParent, TContext, TArgs>;
  resolve?: SubscriptionResolveFn<TResult, { [key in TKey]: TResult }, TContext, TArgs>;
}

export interface SubscriptionResolverObject<TResult, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<any, TParent, TContext, TArgs>;
  resolve: SubscriptionResolveFn<TResult, any, TContext, TArgs>;
}

export type SubscriptionObject<TResult, TKey extends string, TParent, TContext, TArgs> =
  | SubscriptionSubscriberObject<TResult, TKey, TParent, TContext, TArgs>
  | SubscriptionResolverObject<TResult, TParent, TContext, TArgs>;

export type SubscriptionResolver<TResult, TKey extends string, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> =
  | ((...args: any[]) => SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>)
  | SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>;

export type TypeResolveFn<TTypes, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (
  parent: TParent,
  context: TContext,
  info: GraphQLResolveInfo
) => Maybe<TTypes> | Promise<Maybe<TTypes>>;

export type IsTypeOfResolverFn<T = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (obj: T, context: TContext, info: GraphQLResolveInfo) => boolean | Promise<boolean>;

export type NextResolverFn<T> = () => Promise<T>;

export type DirectiveResolverFn<TResult = Record<PropertyKey, never>, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = (
  next: NextResolverFn<TResult>,
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;

/** Mapping of federation types */
export type FederationTypes = {
  User: User;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  User:
    ( { __typename: 'User' }
    & GraphQLRecursivePick<FederationTypes['User'], {"id":true}> );
};



/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  Date: ResolverTypeWrapper<Scalars['Date']['output']>;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  SafetyAccountVisibility: ResolverTypeWrapper<string>;
  SafetyAnswer: ResolverTypeWrapper<ItemAnswer>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  SafetyApproval: ResolverTypeWrapper<PersonApproval>;
  SafetyApprovalState: SafetyApprovalState;
  SafetyAssurance: SafetyAssurance;
  SafetyAudience: ResolverTypeWrapper<string>;
  SafetyAudienceSetting: ResolverTypeWrapper<ItemAnswer>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  SafetyBinding: ResolverTypeWrapper<Binding>;
  SafetyCitation: ResolverTypeWrapper<Citation>;
  SafetyContentLevel: ResolverTypeWrapper<string>;
  SafetyContentLevelSetting: ResolverTypeWrapper<ItemAnswer>;
  SafetyControl: SafetyControl;
  SafetyDailyWindow: ResolverTypeWrapper<LayerWindow>;
  SafetyFeatureAccess: ResolverTypeWrapper<Person>;
  SafetyFeatureDecision: ResolverTypeWrapper<ItemAnswer>;
  SafetyFeatureLevel: SafetyFeatureLevel;
  SafetyFeatureLimit: ResolverTypeWrapper<ItemAnswer>;
  SafetyGuardianLimit: ResolverTypeWrapper<PersonLimit>;
  SafetyItem: ResolverTypeWrapper<Item>;
  SafetyItemKind: SafetyItemKind;
  SafetyLayer: SafetyLayer;
  SafetyLocalTime: ResolverTypeWrapper<Scalars['SafetyLocalTime']['output']>;
  SafetyOption: ResolverTypeWrapper<PersonOption>;
  SafetyPolicy: ResolverTypeWrapper<ServedPolicy>;
  SafetyPolicyCell: ResolverTypeWrapper<PolicyCell>;
  SafetyPolicyRow: ResolverTypeWrapper<PolicyRow>;
  SafetyPolicyTable: ResolverTypeWrapper<PolicyTable>;
  SafetyPreview: ResolverTypeWrapper<Person>;
  SafetyQuietHoursSetting: ResolverTypeWrapper<ItemAnswer>;
  SafetyReader: SafetyReader;
  SafetyReason: ResolverTypeWrapper<ItemAnswer>;
  SafetyReasonCode: SafetyReasonCode;
  SafetyScreenTimeSetting: ResolverTypeWrapper<ItemAnswer>;
  SafetySetting: ResolverTypeWrapper<ItemAnswer>;
  SafetySettings: ResolverTypeWrapper<Person>;
  SafetySwitchSetting: ResolverTypeWrapper<ItemAnswer>;
  SafetyUnlock: ResolverTypeWrapper<PersonUnlock>;
  SafetyUnlockKind: SafetyUnlockKind;
  SafetyUnlockStep: ResolverTypeWrapper<PersonStep>;
  SafetyVisibilitySetting: ResolverTypeWrapper<ItemAnswer>;
  SafetyWeekday: SafetyWeekday;
  User: ResolverTypeWrapper<UserReference>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  Date: Scalars['Date']['output'];
  DateTime: Scalars['DateTime']['output'];
  Query: Record<PropertyKey, never>;
  ID: Scalars['ID']['output'];
  SafetyAnswer: ItemAnswer;
  String: Scalars['String']['output'];
  Int: Scalars['Int']['output'];
  SafetyApproval: PersonApproval;
  SafetyAudienceSetting: ItemAnswer;
  Boolean: Scalars['Boolean']['output'];
  SafetyBinding: Binding;
  SafetyCitation: Citation;
  SafetyContentLevelSetting: ItemAnswer;
  SafetyDailyWindow: LayerWindow;
  SafetyFeatureAccess: Person;
  SafetyFeatureDecision: ItemAnswer;
  SafetyFeatureLimit: ItemAnswer;
  SafetyGuardianLimit: PersonLimit;
  SafetyItem: Item;
  SafetyLocalTime: Scalars['SafetyLocalTime']['output'];
  SafetyOption: PersonOption;
  SafetyPolicy: ServedPolicy;
  SafetyPolicyCell: PolicyCell;
  SafetyPolicyRow: PolicyRow;
  SafetyPolicyTable: PolicyTable;
  SafetyPreview: Person;
  SafetyQuietHoursSetting: ItemAnswer;
  SafetyReason: ItemAnswer;
  SafetyScreenTimeSetting: ItemAnswer;
  SafetySetting: ItemAnswer;
  SafetySettings: Person;
  SafetySwitchSetting: ItemAnswer;
  SafetyUnlock: PersonUnlock;
  SafetyUnlockStep: PersonStep;
  SafetyVisibilitySetting: ItemAnswer;
  User: UserReference;
};

export interface DateScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Date'], any> {
  name: 'Date';
}

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export type QueryResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  safetyPolicy?: Resolver<Maybe<ResolversTypes['SafetyPolicy']>, ParentType, ContextType>;
  safetyUsers?: Resolver<Maybe<ReadonlyArray<ResolversTypes['User']>>, ParentType, ContextType, RequireFields<QuerySafetyUsersArgs, 'ids'>>;
};

export type SafetyAccountVisibilityResolvers = EnumResolverSignature<{ PRIVATE?: any, PUBLIC?: any }, ResolversTypes['SafetyAccountVisibility']>;

export type SafetyAnswerResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['SafetyAnswer'] = ResolversParentTypes['SafetyAnswer']> = {
  __resolveType: TypeResolveFn<'SafetyAudienceSetting' | 'SafetyContentLevelSetting' | 'SafetyFeatureDecision' | 'SafetyQuietHoursSetting' | 'SafetyScreenTimeSetting' | 'SafetySwitchSetting' | 'SafetyVisibilitySetting', ParentType, ContextType>;
};

export type SafetyApprovalResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['SafetyApproval'] = ResolversParentTypes['SafetyApproval']> = {
  decidedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  decidedBy?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  endsAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  item?: Resolver<ResolversTypes['SafetyItem'], ParentType, ContextType>;
  requestedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['SafetyApprovalState'], ParentType, ContextType>;
  value?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  valueLabel?: Resolver<ResolversTypes['String'], ParentType, ContextType, Partial<SafetyApprovalValueLabelArgs>>;
  ward?: Resolver<ResolversTypes['User'], ParentType, ContextType>;
};

export type SafetyAudienceResolvers = EnumResolverSignature<{ EVERYONE?: any, FRIENDS?: any, NO_ONE?: any }, ResolversTypes['SafetyAudience']>;

export type SafetyAudienceSettingResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['SafetyAudienceSetting'] = ResolversParentTypes['SafetyAudienceSetting']> = {
  allowed?: Resolver<ReadonlyArray<ResolversTypes['SafetyAudience']>, ParentType, ContextType>;
  alsoBoundBy?: Resolver<ReadonlyArray<ResolversTypes['SafetyBinding']>, ParentType, ContextType>;
  approval?: Resolver<Maybe<ResolversTypes['SafetyApproval']>, ParentType, ContextType>;
  availableFrom?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  control?: Resolver<ResolversTypes['SafetyControl'], ParentType, ContextType>;
  decidedBy?: Resolver<ResolversTypes['SafetyLayer'], ParentType, ContextType>;
  default?: Resolver<ResolversTypes['SafetyAudience'], ParentType, ContextType>;
  guardianLimits?: Resolver<ReadonlyArray<ResolversTypes['SafetyGuardianLimit']>, ParentType, ContextType>;
  help?: Resolver<ResolversTypes['String'], ParentType, ContextType, Partial<SafetyAudienceSettingHelpArgs>>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  key?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  label?: Resolver<ResolversTypes['String'], ParentType, ContextType, Partial<SafetyAudienceSettingLabelArgs>>;
  locked?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  minimumAge?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  options?: Resolver<ReadonlyArray<ResolversTypes['SafetyOption']>, ParentType, ContextType>;
  preferenceOnHold?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  preferred?: Resolver<Maybe<ResolversTypes['SafetyAudience']>, ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['SafetyReason'], ParentType, ContextType>;
  summary?: Resolver<ResolversTypes['String'], ParentType, ContextType, Partial<SafetyAudienceSettingSummaryArgs>>;
  unlocks?: Resolver<ReadonlyArray<ResolversTypes['SafetyUnlock']>, ParentType, ContextType>;
  validUntil?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  value?: Resolver<ResolversTypes['SafetyAudience'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type SafetyBindingResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['SafetyBinding'] = ResolversParentTypes['SafetyBinding']> = {
  layer?: Resolver<ResolversTypes['SafetyLayer'], ParentType, ContextType>;
  rule?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
};

export type SafetyCitationResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['SafetyCitation'] = ResolversParentTypes['SafetyCitation']> = {
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  url?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type SafetyContentLevelResolvers = EnumResolverSignature<{ CHILD?: any, MATURE?: any, TEEN?: any }, ResolversTypes['SafetyContentLevel']>;

export type SafetyContentLevelSettingResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['SafetyContentLevelSetting'] = ResolversParentTypes['SafetyContentLevelSetting']> = {
  allowed?: Resolver<ReadonlyArray<ResolversTypes['SafetyContentLevel']>, ParentType, ContextType>;
  alsoBoundBy?: Resolver<ReadonlyArray<ResolversTypes['SafetyBinding']>, ParentType, ContextType>;
  approval?: Resolver<Maybe<ResolversTypes['SafetyApproval']>, ParentType, ContextType>;
  availableFrom?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  control?: Resolver<ResolversTypes['SafetyControl'], ParentType, ContextType>;
  decidedBy?: Resolver<ResolversTypes['SafetyLayer'], ParentType, ContextType>;
  default?: Resolver<ResolversTypes['SafetyContentLevel'], ParentType, ContextType>;
  guardianLimits?: Resolver<ReadonlyArray<ResolversTypes['SafetyGuardianLimit']>, ParentType, ContextType>;
  help?: Resolver<ResolversTypes['String'], ParentType, ContextType, Partial<SafetyContentLevelSettingHelpArgs>>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  key?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  label?: Resolver<ResolversTypes['String'], ParentType, ContextType, Partial<SafetyContentLevelSettingLabelArgs>>;
  locked?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  minimumAge?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  options?: Resolver<ReadonlyArray<ResolversTypes['SafetyOption']>, ParentType, ContextType>;
  preferenceOnHold?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  preferred?: Resolver<Maybe<ResolversTypes['SafetyContentLevel']>, ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['SafetyReason'], ParentType, ContextType>;
  summary?: Resolver<ResolversTypes['String'], ParentType, ContextType, Partial<SafetyContentLevelSettingSummaryArgs>>;
  unlocks?: Resolver<ReadonlyArray<ResolversTypes['SafetyUnlock']>, ParentType, ContextType>;
  validUntil?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  value?: Resolver<ResolversTypes['SafetyContentLevel'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type SafetyDailyWindowResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['SafetyDailyWindow'] = ResolversParentTypes['SafetyDailyWindow']> = {
  days?: Resolver<ReadonlyArray<ResolversTypes['SafetyWeekday']>, ParentType, ContextType>;
  decidedBy?: Resolver<ResolversTypes['SafetyLayer'], ParentType, ContextType>;
  from?: Resolver<ResolversTypes['SafetyLocalTime'], ParentType, ContextType>;
  until?: Resolver<ResolversTypes['SafetyLocalTime'], ParentType, ContextType>;
};

export type SafetyFeatureAccessResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['SafetyFeatureAccess'] = ResolversParentTypes['SafetyFeatureAccess']> = {
  account?: Resolver<ResolversTypes['SafetyFeatureDecision'], ParentType, ContextType>;
  all?: Resolver<ReadonlyArray<ResolversTypes['SafetyFeatureDecision']>, ParentType, ContextType, Partial<SafetyFeatureAccessAllArgs>>;
  appearInRecommendations?: Resolver<ResolversTypes['SafetyFeatureDecision'], ParentType, ContextType>;
  commenting?: Resolver<ResolversTypes['SafetyFeatureDecision'], ParentType, ContextType>;
  directMessaging?: Resolver<ResolversTypes['SafetyFeatureDecision'], ParentType, ContextType>;
  duettingAndStitching?: Resolver<ResolversTypes['SafetyFeatureDecision'], ParentType, ContextType>;
  groupChats?: Resolver<ResolversTypes['SafetyFeatureDecision'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  liveStreaming?: Resolver<ResolversTypes['SafetyFeatureDecision'], ParentType, ContextType>;
  personalizedFeed?: Resolver<ResolversTypes['SafetyFeatureDecision'], ParentType, ContextType>;
  policy?: Resolver<ResolversTypes['SafetyPolicy'], ParentType, ContextType>;
  publicPosting?: Resolver<ResolversTypes['SafetyFeatureDecision'], ParentType, ContextType>;
  receiveGifts?: Resolver<ResolversTypes['SafetyFeatureDecision'], ParentType, ContextType>;
  sendGifts?: Resolver<ResolversTypes['SafetyFeatureDecision'], ParentType, ContextType>;
  validUntil?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  watchMatureLive?: Resolver<ResolversTypes['SafetyFeatureDecision'], ParentType, ContextType>;
};

export type SafetyFeatureDecisionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['SafetyFeatureDecision'] = ResolversParentTypes['SafetyFeatureDecision']> = {
  access?: Resolver<ResolversTypes['SafetyFeatureLevel'], ParentType, ContextType>;
  allowed?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  alsoBoundBy?: Resolver<ReadonlyArray<ResolversTypes['SafetyBinding']>, ParentType, ContextType>;
  approval?: Resolver<Maybe<ResolversTypes['SafetyApproval']>, ParentType, ContextType>;
  availableFrom?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  decidedBy?: Resolver<ResolversTypes['SafetyLayer'], ParentType, ContextType>;
  guardianLimits?: Resolver<ReadonlyArray<ResolversTypes['SafetyGuardianLimit']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  key?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  label?: Resolver<ResolversTypes['String'], ParentType, ContextType, Partial<SafetyFeatureDecisionLabelArgs>>;
  limits?: Resolver<ReadonlyArray<ResolversTypes['SafetyFeatureLimit']>, ParentType, ContextType>;
  minimumAge?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['SafetyReason'], ParentType, ContextType>;
  unlocks?: Resolver<ReadonlyArray<ResolversTypes['SafetyUnlock']>, ParentType, ContextType>;
  validUntil?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type SafetyFeatureLimitResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['SafetyFeatureLimit'] = ResolversParentTypes['SafetyFeatureLimit']> = {
  code?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType, Partial<SafetyFeatureLimitTextArgs>>;
};

export type SafetyGuardianLimitResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['SafetyGuardianLimit'] = ResolversParentTypes['SafetyGuardianLimit']> = {
  guardian?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  item?: Resolver<ResolversTypes['SafetyItem'], ParentType, ContextType>;
  setAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  value?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  valueLabel?: Resolver<ResolversTypes['String'], ParentType, ContextType, Partial<SafetyGuardianLimitValueLabelArgs>>;
};

export type SafetyItemResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['SafetyItem'] = ResolversParentTypes['SafetyItem']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  key?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['SafetyItemKind'], ParentType, ContextType>;
  label?: Resolver<ResolversTypes['String'], ParentType, ContextType, Partial<SafetyItemLabelArgs>>;
};

export interface SafetyLocalTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['SafetyLocalTime'], any> {
  name: 'SafetyLocalTime';
}

export type SafetyOptionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['SafetyOption'] = ResolversParentTypes['SafetyOption']> = {
  allowed?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  isDefault?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  label?: Resolver<ResolversTypes['String'], ParentType, ContextType, Partial<SafetyOptionLabelArgs>>;
  preferred?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  selected?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  unlocks?: Resolver<ReadonlyArray<ResolversTypes['SafetyUnlock']>, ParentType, ContextType>;
  value?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type SafetyPolicyResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['SafetyPolicy'] = ResolversParentTypes['SafetyPolicy']> = {
  activeSince?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  items?: Resolver<ReadonlyArray<ResolversTypes['SafetyItem']>, ParentType, ContextType>;
  label?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  languages?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  table?: Resolver<Maybe<ResolversTypes['SafetyPolicyTable']>, ParentType, ContextType, RequireFields<SafetyPolicyTableArgs, 'assurance' | 'guardianLinked'>>;
};

export type SafetyPolicyCellResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['SafetyPolicyCell'] = ResolversParentTypes['SafetyPolicyCell']> = {
  allowed?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  allowedLabels?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType, Partial<SafetyPolicyCellAllowedLabelsArgs>>;
  decidedBy?: Resolver<ResolversTypes['SafetyLayer'], ParentType, ContextType>;
  default?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  defaultLabel?: Resolver<ResolversTypes['String'], ParentType, ContextType, Partial<SafetyPolicyCellDefaultLabelArgs>>;
  fromAge?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['SafetyReason'], ParentType, ContextType>;
  unlocks?: Resolver<ReadonlyArray<ResolversTypes['SafetyUnlock']>, ParentType, ContextType>;
  untilAge?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type SafetyPolicyRowResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['SafetyPolicyRow'] = ResolversParentTypes['SafetyPolicyRow']> = {
  cells?: Resolver<ReadonlyArray<ResolversTypes['SafetyPolicyCell']>, ParentType, ContextType>;
  item?: Resolver<ResolversTypes['SafetyItem'], ParentType, ContextType>;
};

export type SafetyPolicyTableResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['SafetyPolicyTable'] = ResolversParentTypes['SafetyPolicyTable']> = {
  on?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  region?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  rows?: Resolver<ReadonlyArray<ResolversTypes['SafetyPolicyRow']>, ParentType, ContextType>;
};

export type SafetyPreviewResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['SafetyPreview'] = ResolversParentTypes['SafetyPreview']> = {
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  features?: Resolver<ResolversTypes['SafetyFeatureAccess'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  settings?: Resolver<ResolversTypes['SafetySettings'], ParentType, ContextType>;
};

export type SafetyQuietHoursSettingResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['SafetyQuietHoursSetting'] = ResolversParentTypes['SafetyQuietHoursSetting']> = {
  alsoBoundBy?: Resolver<ReadonlyArray<ResolversTypes['SafetyBinding']>, ParentType, ContextType>;
  approval?: Resolver<Maybe<ResolversTypes['SafetyApproval']>, ParentType, ContextType>;
  availableFrom?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  control?: Resolver<ResolversTypes['SafetyControl'], ParentType, ContextType>;
  decidedBy?: Resolver<ResolversTypes['SafetyLayer'], ParentType, ContextType>;
  default?: Resolver<ReadonlyArray<ResolversTypes['SafetyDailyWindow']>, ParentType, ContextType>;
  guardianLimits?: Resolver<ReadonlyArray<ResolversTypes['SafetyGuardianLimit']>, ParentType, ContextType>;
  help?: Resolver<ResolversTypes['String'], ParentType, ContextType, Partial<SafetyQuietHoursSettingHelpArgs>>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  key?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  label?: Resolver<ResolversTypes['String'], ParentType, ContextType, Partial<SafetyQuietHoursSettingLabelArgs>>;
  locked?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  minimumAge?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  options?: Resolver<ReadonlyArray<ResolversTypes['SafetyOption']>, ParentType, ContextType>;
  preferenceOnHold?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  preferred?: Resolver<Maybe<ReadonlyArray<ResolversTypes['SafetyDailyWindow']>>, ParentType, ContextType>;
  quietChangesAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  quietNow?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['SafetyReason'], ParentType, ContextType>;
  scheduleValidUntil?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  summary?: Resolver<ResolversTypes['String'], ParentType, ContextType, Partial<SafetyQuietHoursSettingSummaryArgs>>;
  timeZone?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  unlocks?: Resolver<ReadonlyArray<ResolversTypes['SafetyUnlock']>, ParentType, ContextType>;
  validUntil?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  windows?: Resolver<ReadonlyArray<ResolversTypes['SafetyDailyWindow']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type SafetyReasonResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['SafetyReason'] = ResolversParentTypes['SafetyReason']> = {
  citations?: Resolver<ReadonlyArray<ResolversTypes['SafetyCitation']>, ParentType, ContextType>;
  code?: Resolver<ResolversTypes['SafetyReasonCode'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  rule?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType, Partial<SafetyReasonTextArgs>>;
};

export type SafetyScreenTimeSettingResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['SafetyScreenTimeSetting'] = ResolversParentTypes['SafetyScreenTimeSetting']> = {
  alsoBoundBy?: Resolver<ReadonlyArray<ResolversTypes['SafetyBinding']>, ParentType, ContextType>;
  approval?: Resolver<Maybe<ResolversTypes['SafetyApproval']>, ParentType, ContextType>;
  availableFrom?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  control?: Resolver<ResolversTypes['SafetyControl'], ParentType, ContextType>;
  decidedBy?: Resolver<ResolversTypes['SafetyLayer'], ParentType, ContextType>;
  default?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  guardianLimits?: Resolver<ReadonlyArray<ResolversTypes['SafetyGuardianLimit']>, ParentType, ContextType>;
  help?: Resolver<ResolversTypes['String'], ParentType, ContextType, Partial<SafetyScreenTimeSettingHelpArgs>>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  key?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  label?: Resolver<ResolversTypes['String'], ParentType, ContextType, Partial<SafetyScreenTimeSettingLabelArgs>>;
  locked?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  maximum?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  minimumAge?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  minutes?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  options?: Resolver<ReadonlyArray<ResolversTypes['SafetyOption']>, ParentType, ContextType>;
  preferenceOnHold?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  preferred?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['SafetyReason'], ParentType, ContextType>;
  summary?: Resolver<ResolversTypes['String'], ParentType, ContextType, Partial<SafetyScreenTimeSettingSummaryArgs>>;
  unlimited?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  unlocks?: Resolver<ReadonlyArray<ResolversTypes['SafetyUnlock']>, ParentType, ContextType>;
  validUntil?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type SafetySettingResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['SafetySetting'] = ResolversParentTypes['SafetySetting']> = {
  __resolveType: TypeResolveFn<'SafetyAudienceSetting' | 'SafetyContentLevelSetting' | 'SafetyQuietHoursSetting' | 'SafetyScreenTimeSetting' | 'SafetySwitchSetting' | 'SafetyVisibilitySetting', ParentType, ContextType>;
};

export type SafetySettingsResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['SafetySettings'] = ResolversParentTypes['SafetySettings']> = {
  accountVisibility?: Resolver<ResolversTypes['SafetyVisibilitySetting'], ParentType, ContextType>;
  all?: Resolver<ReadonlyArray<ResolversTypes['SafetySetting']>, ParentType, ContextType>;
  autoplay?: Resolver<ResolversTypes['SafetySwitchSetting'], ParentType, ContextType>;
  comments?: Resolver<ResolversTypes['SafetyAudienceSetting'], ParentType, ContextType>;
  contentLevel?: Resolver<ResolversTypes['SafetyContentLevelSetting'], ParentType, ContextType>;
  dailyScreenTime?: Resolver<ResolversTypes['SafetyScreenTimeSetting'], ParentType, ContextType>;
  directMessages?: Resolver<ResolversTypes['SafetyAudienceSetting'], ParentType, ContextType>;
  duetsAndStitches?: Resolver<ResolversTypes['SafetyAudienceSetting'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  mentions?: Resolver<ResolversTypes['SafetyAudienceSetting'], ParentType, ContextType>;
  personalizedAds?: Resolver<ResolversTypes['SafetySwitchSetting'], ParentType, ContextType>;
  policy?: Resolver<ResolversTypes['SafetyPolicy'], ParentType, ContextType>;
  quietHours?: Resolver<ResolversTypes['SafetyQuietHoursSetting'], ParentType, ContextType>;
  suggestedToOthers?: Resolver<ResolversTypes['SafetySwitchSetting'], ParentType, ContextType>;
  validUntil?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  version?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  videoDownloads?: Resolver<ResolversTypes['SafetySwitchSetting'], ParentType, ContextType>;
};

export type SafetySwitchSettingResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['SafetySwitchSetting'] = ResolversParentTypes['SafetySwitchSetting']> = {
  allowed?: Resolver<ReadonlyArray<ResolversTypes['Boolean']>, ParentType, ContextType>;
  alsoBoundBy?: Resolver<ReadonlyArray<ResolversTypes['SafetyBinding']>, ParentType, ContextType>;
  approval?: Resolver<Maybe<ResolversTypes['SafetyApproval']>, ParentType, ContextType>;
  availableFrom?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  control?: Resolver<ResolversTypes['SafetyControl'], ParentType, ContextType>;
  decidedBy?: Resolver<ResolversTypes['SafetyLayer'], ParentType, ContextType>;
  default?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  guardianLimits?: Resolver<ReadonlyArray<ResolversTypes['SafetyGuardianLimit']>, ParentType, ContextType>;
  help?: Resolver<ResolversTypes['String'], ParentType, ContextType, Partial<SafetySwitchSettingHelpArgs>>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  key?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  label?: Resolver<ResolversTypes['String'], ParentType, ContextType, Partial<SafetySwitchSettingLabelArgs>>;
  locked?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  minimumAge?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  on?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  options?: Resolver<ReadonlyArray<ResolversTypes['SafetyOption']>, ParentType, ContextType>;
  preferenceOnHold?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  preferred?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['SafetyReason'], ParentType, ContextType>;
  summary?: Resolver<ResolversTypes['String'], ParentType, ContextType, Partial<SafetySwitchSettingSummaryArgs>>;
  unlocks?: Resolver<ReadonlyArray<ResolversTypes['SafetyUnlock']>, ParentType, ContextType>;
  validUntil?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type SafetyUnlockResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['SafetyUnlock'] = ResolversParentTypes['SafetyUnlock']> = {
  reaches?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  steps?: Resolver<ReadonlyArray<ResolversTypes['SafetyUnlockStep']>, ParentType, ContextType>;
};

export type SafetyUnlockStepResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['SafetyUnlockStep'] = ResolversParentTypes['SafetyUnlockStep']> = {
  age?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  item?: Resolver<Maybe<ResolversTypes['SafetyItem']>, ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['SafetyUnlockKind'], ParentType, ContextType>;
  on?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType, Partial<SafetyUnlockStepTextArgs>>;
};

export type SafetyVisibilitySettingResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['SafetyVisibilitySetting'] = ResolversParentTypes['SafetyVisibilitySetting']> = {
  allowed?: Resolver<ReadonlyArray<ResolversTypes['SafetyAccountVisibility']>, ParentType, ContextType>;
  alsoBoundBy?: Resolver<ReadonlyArray<ResolversTypes['SafetyBinding']>, ParentType, ContextType>;
  approval?: Resolver<Maybe<ResolversTypes['SafetyApproval']>, ParentType, ContextType>;
  availableFrom?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  control?: Resolver<ResolversTypes['SafetyControl'], ParentType, ContextType>;
  decidedBy?: Resolver<ResolversTypes['SafetyLayer'], ParentType, ContextType>;
  default?: Resolver<ResolversTypes['SafetyAccountVisibility'], ParentType, ContextType>;
  guardianLimits?: Resolver<ReadonlyArray<ResolversTypes['SafetyGuardianLimit']>, ParentType, ContextType>;
  help?: Resolver<ResolversTypes['String'], ParentType, ContextType, Partial<SafetyVisibilitySettingHelpArgs>>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  key?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  label?: Resolver<ResolversTypes['String'], ParentType, ContextType, Partial<SafetyVisibilitySettingLabelArgs>>;
  locked?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  minimumAge?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  options?: Resolver<ReadonlyArray<ResolversTypes['SafetyOption']>, ParentType, ContextType>;
  preferenceOnHold?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  preferred?: Resolver<Maybe<ResolversTypes['SafetyAccountVisibility']>, ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['SafetyReason'], ParentType, ContextType>;
  summary?: Resolver<ResolversTypes['String'], ParentType, ContextType, Partial<SafetyVisibilitySettingSummaryArgs>>;
  unlocks?: Resolver<ReadonlyArray<ResolversTypes['SafetyUnlock']>, ParentType, ContextType>;
  validUntil?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  value?: Resolver<ResolversTypes['SafetyAccountVisibility'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type UserResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['User'] = ResolversParentTypes['User'], FederationReferenceType extends FederationReferenceTypes['User'] = FederationReferenceTypes['User']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['User']> | FederationReferenceType, FederationReferenceType, ContextType>;
  featureAccess?: Resolver<Maybe<ResolversTypes['SafetyFeatureAccess']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  safetyPreview?: Resolver<Maybe<ResolversTypes['SafetyPreview']>, ParentType, ContextType, RequireFields<UserSafetyPreviewArgs, 'at'>>;
  safetySettings?: Resolver<Maybe<ResolversTypes['SafetySettings']>, ParentType, ContextType>;
};

export type Resolvers<ContextType = RequestContext> = {
  Date?: GraphQLScalarType;
  DateTime?: GraphQLScalarType;
  Query?: QueryResolvers<ContextType>;
  SafetyAccountVisibility?: SafetyAccountVisibilityResolvers;
  SafetyAnswer?: SafetyAnswerResolvers<ContextType>;
  SafetyApproval?: SafetyApprovalResolvers<ContextType>;
  SafetyAudience?: SafetyAudienceResolvers;
  SafetyAudienceSetting?: SafetyAudienceSettingResolvers<ContextType>;
  SafetyBinding?: SafetyBindingResolvers<ContextType>;
  SafetyCitation?: SafetyCitationResolvers<ContextType>;
  SafetyContentLevel?: SafetyContentLevelResolvers;
  SafetyContentLevelSetting?: SafetyContentLevelSettingResolvers<ContextType>;
  SafetyDailyWindow?: SafetyDailyWindowResolvers<ContextType>;
  SafetyFeatureAccess?: SafetyFeatureAccessResolvers<ContextType>;
  SafetyFeatureDecision?: SafetyFeatureDecisionResolvers<ContextType>;
  SafetyFeatureLimit?: SafetyFeatureLimitResolvers<ContextType>;
  SafetyGuardianLimit?: SafetyGuardianLimitResolvers<ContextType>;
  SafetyItem?: SafetyItemResolvers<ContextType>;
  SafetyLocalTime?: GraphQLScalarType;
  SafetyOption?: SafetyOptionResolvers<ContextType>;
  SafetyPolicy?: SafetyPolicyResolvers<ContextType>;
  SafetyPolicyCell?: SafetyPolicyCellResolvers<ContextType>;
  SafetyPolicyRow?: SafetyPolicyRowResolvers<ContextType>;
  SafetyPolicyTable?: SafetyPolicyTableResolvers<ContextType>;
  SafetyPreview?: SafetyPreviewResolvers<ContextType>;
  SafetyQuietHoursSetting?: SafetyQuietHoursSettingResolvers<ContextType>;
  SafetyReason?: SafetyReasonResolvers<ContextType>;
  SafetyScreenTimeSetting?: SafetyScreenTimeSettingResolvers<ContextType>;
  SafetySetting?: SafetySettingResolvers<ContextType>;
  SafetySettings?: SafetySettingsResolvers<ContextType>;
  SafetySwitchSetting?: SafetySwitchSettingResolvers<ContextType>;
  SafetyUnlock?: SafetyUnlockResolvers<ContextType>;
  SafetyUnlockStep?: SafetyUnlockStepResolvers<ContextType>;
  SafetyVisibilitySetting?: SafetyVisibilitySettingResolvers<ContextType>;
  User?: UserResolvers<ContextType>;
};

