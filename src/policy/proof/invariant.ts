import type { Item } from "../item.js";
import type { Rule, SourcePlace } from "../rule.js";

/** What the rules promise whoever writes them, whatever they say; the words by which `invariants.yaml` names them. */
export const PROMISES = [
  "older is never stricter",
  "more assurance is never stricter",
  "unknown is never looser",
  "a second place never loosens",
  "linking a guardian never tightens",
  "an approval never tightens",
  "a limit only tightens",
  "nobody passes a floor",
  "adding a rule never loosens",
  "laws hold whatever the platform says",
] as const;
/** One of `PROMISES`. */
export type Promised = (typeof PROMISES)[number];

/** The facts that may be unknown. */
export const UNKNOWN_FACTS = ["age", "assurance", "region", "subdivision", "zone"] as const;
/** One of `UNKNOWN_FACTS`. */
export type UnknownFact = (typeof UNKNOWN_FACTS)[number];

/** A part of a promise that is given up, and why. What is null is not limited by it. */
export interface Exception {
  readonly item: Item | null;
  /** The birthday at which somebody may be worse off. */
  readonly birthday: number | null;
  readonly fact: UnknownFact | null;
  readonly because: string;
}

interface Named {
  /** Unique over the file. */
  readonly name: string;
  /** The invariant in one sentence. */
  readonly says: string;
  readonly place: SourcePlace;
}

/**
 * Something that must hold for every input. `always`: whoever the rule fits is bound at least as strictly as it would bind
 * them, so that adding it would change nothing. `promise`: one of `PROMISES`, for some items or all.
 */
export type Invariant = Named &
  (
    | { readonly kind: "always"; readonly rule: Rule }
    | {
        readonly kind: "promise";
        readonly promise: Promised;
        /** null: all. */
        readonly items: readonly Item[] | null;
        readonly exceptions: readonly Exception[];
      }
  );
