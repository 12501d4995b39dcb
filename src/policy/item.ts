import type { WeekWindows } from "./week-windows.js";

declare const itemKey: unique symbol;

/** The key of a setting or feature that the catalogue declares; unique over both. Made only by reading a catalogue. */
export type ItemKey = string & { readonly [itemKey]: true };

/** Minutes of a day for a daily budget; `NO_LIMIT` is the loosest. */
export const NO_LIMIT = 1_440;

/**
 * A value of an item inside the engine (S1).
 * Chains (choices, switches, minutes, features) are their rank: an index into `values`, strict first, or the minutes; the smaller is the stricter.
 * Windows are sets of minutes; the larger set is the stricter.
 */
export type Value = number | WeekWindows;

interface Declared {
  readonly key: ItemKey;
  /** The place in the catalogue, and in every list of answers. */
  readonly index: number;
}

/** A setting whose values are words, strict to loose. A switch has the words OFF and ON in the order that protects. */
export interface ChoiceSetting extends Declared {
  readonly kind: "setting";
  readonly control: "choice" | "switch";
  readonly values: readonly string[];
  /** The adult value, used where no rule sets a default (V1). */
  readonly open: number;
}

/** A setting in minutes a day. */
export interface MinutesSetting extends Declared {
  readonly kind: "setting";
  readonly control: "minutes";
  readonly open: number;
  /** The steps that a page offers, strict to loose; the last is NO_LIMIT. Other values from 0 to NO_LIMIT are as valid. */
  readonly steps: readonly number[];
}

/** A setting made of weekly windows. */
export interface WindowsSetting extends Declared {
  readonly kind: "setting";
  readonly control: "windows";
  readonly open: WeekWindows;
}

/** A feature: granted, never chosen. Ranks: 0 DENIED, 1 LIMITED, 2 ALLOWED. */
export interface Feature extends Declared {
  readonly kind: "feature";
  /** Values of other items without which this one is denied (C5). */
  readonly needs: readonly Need[];
  /** What holds while LIMITED, by code; null: LIMITED is never used. */
  readonly limited: { readonly code: string; readonly text: string } | null;
}

/** The rank that another item's permitted value must reach. */
export interface Need {
  readonly item: ItemKey;
  readonly atLeast: number;
}

/** A setting that people choose a value of. */
export type Setting = ChoiceSetting | MinutesSetting | WindowsSetting;
/** A setting or a feature. */
export type Item = Setting | Feature;

/** The access levels of every feature, strict to loose; the index is the rank. */
export const FEATURE_LEVELS = ["DENIED", "LIMITED", "ALLOWED"] as const;
/** How much of a feature is open. */
export type FeatureLevel = (typeof FEATURE_LEVELS)[number];
