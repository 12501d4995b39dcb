import type { Layer, ReasonCode, UnlockStep } from "../policy/answer.js";
import type { FeatureLevel, Item, Setting } from "../policy/item.js";
import type { AssuranceLevel } from "../policy/subject.js";
import type { Weekday } from "../policy/week-windows.js";
import type {
  SafetyAssurance,
  SafetyControl,
  SafetyFeatureLevel,
  SafetyItemKind,
  SafetyLayer,
  SafetyReasonCode,
  SafetyUnlockKind,
  SafetyWeekday,
} from "./generated/resolvers-types.js";

// Complete by type: a word that the engine gains does not compile until the contract has one for it.

/** The contract's word for a layer. */
export const LAYER: Readonly<Record<Layer, SafetyLayer>> = {
  LAW: "LAW",
  PLATFORM: "PLATFORM",
  GUARDIAN: "GUARDIAN",
  USER: "USER",
  DEFAULT: "DEFAULT",
};

/** The contract's word for a reason. It has one more, GUARDIAN_APPROVAL_PENDING, for a request that the engine does not know of. */
export const REASON: Readonly<Record<ReasonCode, SafetyReasonCode>> = {
  ALLOWED: "ALLOWED",
  BELOW_MINIMUM_AGE: "BELOW_MINIMUM_AGE",
  AGE_UNKNOWN: "AGE_UNKNOWN",
  AGE_VERIFICATION_NEEDED: "AGE_VERIFICATION_NEEDED",
  GUARDIAN_APPROVAL_NEEDED: "GUARDIAN_APPROVAL_NEEDED",
  GUARDIAN_LIMIT: "GUARDIAN_LIMIT",
  GUARDIAN_LINK_NEEDED: "GUARDIAN_LINK_NEEDED",
  REGION_UNKNOWN: "REGION_UNKNOWN",
  LAW: "LAW",
  NOT_OFFERED: "NOT_OFFERED",
  KEPT: "KEPT",
  PLATFORM_DEFAULT: "PLATFORM_DEFAULT",
  USER_CHOICE: "USER_CHOICE",
};

/** The contract's word for a kind of step. */
export const UNLOCK: Readonly<Record<UnlockStep["kind"], SafetyUnlockKind>> = {
  REACH_AGE: "REACH_AGE",
  WAIT_UNTIL: "WAIT_UNTIL",
  VERIFY_AGE: "VERIFY_AGE",
  LINK_GUARDIAN: "LINK_GUARDIAN",
  GUARDIAN_APPROVES: "GUARDIAN_APPROVES",
  GUARDIAN_LIFTS_LIMIT: "GUARDIAN_LIFTS_LIMIT",
  STATE_REGION: "STATE_REGION",
};

/** The contract's word for a way to draw a setting. */
export const CONTROL: Readonly<Record<Setting["control"], SafetyControl>> = {
  choice: "CHOICE",
  switch: "SWITCH",
  minutes: "MINUTES",
  windows: "DAILY_WINDOWS",
};

/** The contract's word for a day. */
export const WEEKDAY: Readonly<Record<Weekday, SafetyWeekday>> = {
  MON: "MONDAY",
  TUE: "TUESDAY",
  WED: "WEDNESDAY",
  THU: "THURSDAY",
  FRI: "FRIDAY",
  SAT: "SATURDAY",
  SUN: "SUNDAY",
};

/** The contract's word for a level of access. */
export const FEATURE_LEVEL: Readonly<Record<FeatureLevel, SafetyFeatureLevel>> = {
  DENIED: "DENIED",
  LIMITED: "LIMITED",
  ALLOWED: "ALLOWED",
};

/** The contract's word for what an item is. */
export const ITEM_KIND: Readonly<Record<Item["kind"], SafetyItemKind>> = { setting: "SETTING", feature: "FEATURE" };

/** The engine's word for the contract's level of assurance. */
export const ASSURANCE: Readonly<Record<SafetyAssurance, AssuranceLevel>> = {
  UNKNOWN: "UNKNOWN",
  SELF_DECLARED: "SELF_DECLARED",
  GUARDIAN_ATTESTED: "GUARDIAN_ATTESTED",
  ESTIMATED: "ESTIMATED",
  VERIFIED: "VERIFIED",
};
