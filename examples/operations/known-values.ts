import type { SafetyAudience, SafetyControl } from "./generated/graphql.js";

/** Values of an enum that this build has code for. */
type Known<T extends string> = Exclude<T, "%future added value">;

/** Who may reach a person. */
export type Audience = Known<SafetyAudience>;

const AUDIENCES: Readonly<Record<Audience, true>> = { NO_ONE: true, FRIENDS: true, EVERYONE: true };
const CONTROLS: Readonly<Record<Known<SafetyControl>, true>> = {
  CHOICE: true,
  SWITCH: true,
  MINUTES: true,
  DAILY_WINDOWS: true,
};

/** An audience as this build knows it. No answer, and a value from after this build, are the strictest: nobody. */
export function audienceOf(value: SafetyAudience | null | undefined): Audience {
  return isKey(AUDIENCES, value) ? value : "NO_ONE";
}

/** How to draw a setting; null: in a way from after this build, so show its summary and offer no change. */
export function controlOf(value: SafetyControl): Known<SafetyControl> | null {
  return isKey(CONTROLS, value) ? value : null;
}

function isKey<K extends string>(known: Readonly<Record<K, true>>, value: string | null | undefined): value is K {
  return value !== null && value !== undefined && Object.hasOwn(known, value);
}
