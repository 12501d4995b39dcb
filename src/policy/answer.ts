import type { CalendarDate, Instant } from "./calendar.js";
import type { Item, ItemKey, Value } from "./item.js";
import type { RuleId } from "./rule.js";
import type { WeekWindows } from "./week-windows.js";

/** Who has the last word on an answer, strongest first. */
export const LAYERS = ["LAW", "PLATFORM", "GUARDIAN", "USER", "DEFAULT"] as const;
/** Who has the last word on an answer. */
export type Layer = (typeof LAYERS)[number];

/** Why an answer is what it is (W4). */
export type ReasonCode =
  | "ALLOWED"
  | "BELOW_MINIMUM_AGE"
  | "AGE_UNKNOWN"
  | "AGE_VERIFICATION_NEEDED"
  | "GUARDIAN_APPROVAL_NEEDED"
  | "GUARDIAN_LIMIT"
  | "GUARDIAN_LINK_NEEDED"
  | "REGION_UNKNOWN"
  | "LAW"
  | "NOT_OFFERED"
  | "KEPT"
  | "PLATFORM_DEFAULT"
  | "USER_CHOICE";

/**
 * A moment that an answer speaks of. Answers are shared by everyone in the same situation, so the moments that
 * are a person's own are named, not dated; `Decisions.dateOf` and `Decisions.instantOf` date them.
 */
export type Moment =
  /** The local start of the day on which the youngest or oldest reading of the birth interval turns `age`. */
  | { readonly kind: "birthday"; readonly reading: "youngest" | "oldest"; readonly age: number }
  /** A date on which rules change. Where the zone is unknown, when it begins anywhere (`first`) or everywhere (`last`). */
  | { readonly kind: "rules"; readonly date: CalendarDate; readonly edge: "first" | "last" }
  | { readonly kind: "approval ends"; readonly item: ItemKey }
  | { readonly kind: "assurance ends" };

/** One thing to do or wait for (T4). */
export type UnlockStep =
  | { readonly kind: "REACH_AGE"; readonly age: number; readonly on: Moment }
  | { readonly kind: "WAIT_UNTIL"; readonly on: Moment }
  | { readonly kind: "VERIFY_AGE"; readonly age: number }
  | { readonly kind: "LINK_GUARDIAN" }
  | { readonly kind: "GUARDIAN_APPROVES"; readonly item: ItemKey }
  | { readonly kind: "GUARDIAN_LIFTS_LIMIT"; readonly item: ItemKey }
  | { readonly kind: "STATE_REGION" };

/** A smallest set of steps that together reach a looser value (T3). */
export interface Unlock {
  /** The cap it reaches: the loosest value that may then be chosen, or a feature's level. */
  readonly reaches: Value;
  readonly steps: readonly UnlockStep[];
}

/** What binds an answer (W2). `rule` is null for a guardian's limit, which is named by `limitOn`. */
export type Binding =
  | { readonly layer: "LAW" | "PLATFORM"; readonly rule: RuleId; readonly limitOn: null }
  | { readonly layer: "GUARDIAN"; readonly rule: null; readonly limitOn: ItemKey };

/** Windows in force by whose they are (W5): the parts of one layer joined, no minute in two parts. */
export interface WindowShare {
  readonly layer: Layer;
  readonly windows: WeekWindows;
}

/** Why an answer is what it is. */
export interface Reason {
  readonly code: ReasonCode;
  /** null: no rule, but a choice, a limit or a starting value. */
  readonly rule: RuleId | null;
  /** The rule surely holds where the person lives or is (R2), so that it may be named to them as theirs; false where there is no rule. */
  readonly isSureByPlace: boolean;
}

/**
 * The answer for one item. Frozen and shared by everyone whose situation is the same; it holds nothing
 * that names a person, and no date of theirs.
 */
export interface Answer {
  readonly item: Item;
  readonly value: Value;
  /** What the person chose, in force or not; null: they have not chosen, or the item is a feature. */
  readonly preferred: Value | null;
  /** The value when nobody chooses, within the cap; null for a feature. */
  readonly default: Value | null;
  /** The loosest value that may be chosen. */
  readonly cap: Value;
  readonly locked: boolean;
  readonly decidedBy: Layer;
  readonly reason: Reason;
  readonly alsoBoundBy: readonly Binding[];
  readonly minimumAge: number | null;
  readonly availableFrom: Moment | null;
  readonly unlocks: readonly Unlock[];
  readonly validUntil: Moment | null;
  /** For windows: `value` by layer in the order of W2; empty for every other item. */
  readonly shares: readonly WindowShare[];
}

/** Whether a person's quiet hours are open now, and when that changes (T8). */
export interface QuietHours {
  readonly quietNow: boolean;
  readonly changesAt: Instant | null;
}

/** All answers for one person at one instant. */
export interface Decisions {
  readonly at: Instant;
  /** One an item, in catalogue order: `answers[item.index]`. Frozen; shared with others in the same situation and with the same choices. */
  readonly answers: readonly Answer[];
  /** The same for one item; the others are not decided for it. */
  answerOf(item: Item): Answer;
  /** The local day of a moment on the person's clock; where the zone is unknown, on the clock that is last to see a day. */
  dateOf(moment: Moment): CalendarDate;
  /** The instant of a moment. */
  instantOf(moment: Moment): Instant;
  /** What would make `value` choosable for the item (T3 asked of one value); empty: it is already, or nothing would. */
  unlocksOf(item: Item, value: Value): readonly Unlock[];
  /** The windows of a windows item, on the clock of the person's zone or the fallback zone. */
  quiet(item: Item): QuietHours;
}
