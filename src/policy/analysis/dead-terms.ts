import { isLooser } from "../lattice.js";
import type { Value } from "../item.js";
import type { Rule } from "../rule.js";
import type { Rival } from "./contributions.js";
import { beatenBeyond, fewest, type Enough } from "./fewest.js";

/** Something that a rule says and that makes no difference anywhere, with the fewest rules that see to that. */
export interface Dead {
  readonly by: readonly Rule[];
  /** A statute stands by itself: only what its own document makes idle is a mistake. */
  readonly isLawOnItsOwn: boolean;
}

/** What a rule would do in some case, if others did not do it too: be as strict as `value` where `beyond` is not. */
export interface Demand {
  readonly value: Value;
  readonly beyond: Value;
  readonly rivals: readonly Rival[];
}

/**
 * Whether other rules do all that one rule would do; null: there is something that they do not, or it does nothing by
 * itself. Within its document, what others say of the same item counts when it is as strict. What another document
 * says, or what is said of something that the item needs, may be as strict and leaves the rule a reason of its own (W1):
 * that counts when it is stricter. A law that its own document does not make idle is compared with everything.
 */
export function deadAmong(rule: Rule, demands: Iterable<Demand>): Dead | null {
  const isLaw = rule.layer === "LAW";
  const owned: Enough[] = [];
  const all: Enough[] = [];
  for (const { value, beyond, rivals } of demands) {
    const isOwn = (one: Rival): boolean => one.rule.place.file === rule.place.file;
    const beating = rivals.filter((one) => (isOwn(one) && one.isOfItem) || isLooser(value, one.value));
    const things = beatenBeyond(value, beyond, isLaw ? rivals : beating);
    if (things.some((enough) => enough.length === 0)) return null;
    all.push(...things);
    owned.push(...beatenBeyond(value, beyond, beating.filter(isOwn)));
  }
  if (all.length === 0) return null;
  const byOwn = fewest(owned);
  if (byOwn) return { by: byOwn, isLawOnItsOwn: false };
  const by = fewest(all);
  return by && { by, isLawOnItsOwn: isLaw };
}
