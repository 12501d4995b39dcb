declare const minuteOfWeek: unique symbol;

/** Minutes since Monday 00:00 on a local wall clock, 0..10080. */
export type MinuteOfWeek = number & { readonly [minuteOfWeek]: true };

/** The days of a week, in the order of the contract; the index is the day's number. */
export const WEEKDAYS = ["MON", "TUE", "WED", "THU", "FRI", "SAT", "SUN"] as const;
/** A day of the week. */
export type Weekday = (typeof WEEKDAYS)[number];

/**
 * A set of minutes of the local week (S3), in canonical form: ranges [from, until) ordered, apart from each other
 * and never empty. Equal sets have equal `key`s; nothing may compare the ranges in another way.
 */
export interface WeekWindows {
  readonly ranges: readonly (readonly [MinuteOfWeek, MinuteOfWeek])[];
  readonly key: string;
}

/** A window as people write it: from one clock time until another, starting on each of `days`; `until <= from` ends on the next day. */
export interface DailyWindow {
  /** Minutes after local midnight, 0..1439. */
  readonly from: number;
  /** Minutes after local midnight, 1..1440. */
  readonly until: number;
  /** In week order, at least one. */
  readonly days: readonly Weekday[];
}

/** Minutes in a day. */
export const DAY = 1_440;
/** Minutes in a week. */
export const WEEK = 7 * DAY;
