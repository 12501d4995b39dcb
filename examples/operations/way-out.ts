import type { SafetyUnlockKind } from "./generated/graphql.js";

/** One step of a way out, as selected by the fragments here. */
interface Step {
  readonly kind: SafetyUnlockKind;
  readonly text: string;
}

/** A way to a looser answer: what to write, and the screens that this build can offer for it. */
export interface WayOut {
  readonly texts: readonly string[];
  readonly screens: readonly Screen[];
}

/** A screen that takes a step. */
export type Screen = "prove-age" | "link-guardian" | "ask-guardian" | "state-region";

/** What to offer for the ways out of an answer. All steps of one are needed, any one is enough. */
export function waysOut(unlocks: readonly { readonly steps: readonly Step[] }[]): readonly WayOut[] {
  return unlocks.map(({ steps }) => ({
    texts: steps.map(({ text }) => text),
    screens: steps.flatMap(({ kind }) => screenOf(kind) ?? []),
  }));
}

function screenOf(kind: SafetyUnlockKind): Screen | null {
  switch (kind) {
    case "VERIFY_AGE":
      return "prove-age";
    case "LINK_GUARDIAN":
      return "link-guardian";
    case "GUARDIAN_APPROVES":
    case "GUARDIAN_LIFTS_LIMIT":
      return "ask-guardian";
    case "STATE_REGION":
      return "state-region";
    // Waiting needs no screen; nor does a step from after this build, whose text is shown all the same.
    case "REACH_AGE":
    case "WAIT_UNTIL":
    case "%future added value":
      return null;
    default:
      kind satisfies never;
      return null;
  }
}
