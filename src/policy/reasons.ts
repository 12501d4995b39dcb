import type { Layer, Reason, ReasonCode, Unlock } from "./answer.js";
import type { Contribution } from "./caps.js";
import type { Item, Value } from "./item.js";
import { isAtLeastAsStrict, isLooser, sameValue } from "./lattice.js";
import type { DefaultTerm } from "./terms.js";

/** Who decided, and why. */
export interface Verdict {
  readonly decidedBy: Layer;
  readonly reason: Reason;
  /** The contribution that is the reason; null: a choice or a default decided. */
  readonly by: Contribution | null;
}

/** What there is to decide between for one item. */
export interface Decided {
  readonly item: Item;
  readonly value: Value;
  readonly cap: Value;
  readonly isLocked: boolean;
  readonly preferred: Value | null;
  /** Before the cap: kept from earlier days, and what today's rules alone say. */
  readonly keptDefault: Value | null;
  readonly todaysDefault: Value | null;
  /** The defaults that apply today. */
  readonly defaults: readonly { readonly term: DefaultTerm; readonly isSureByPlace: boolean }[];
  /** Hardest to remove first. */
  readonly bindings: readonly Contribution[];
  readonly unlocks: readonly Unlock[];
  readonly isAgeUnknown: boolean;
}

/** Names who decided an item (W3) and with which code (W4). */
export function verdictOn(decided: Decided): Verdict {
  const [reason] = decided.bindings;
  if (reason && isDecidedByCap(decided)) {
    return {
      decidedBy: reason.binding.layer,
      reason: {
        code: codeOf(reason, decided),
        rule: reason.binding.rule,
        isSureByPlace: reason.term !== null && reason.isSureByPlace,
      },
      by: reason,
    };
  }
  if (decided.preferred !== null) return { decidedBy: "USER", reason: withoutRule("USER_CHOICE"), by: null };
  return { decidedBy: "DEFAULT", reason: defaultReason(decided), by: null };
}

function isDecidedByCap({ item, isLocked, preferred, cap, value }: Decided): boolean {
  if (isLocked || item.kind === "feature") return true;
  return preferred === null ? sameValue(value, cap) : !isAtLeastAsStrict(preferred, cap);
}

function defaultReason({ item, keptDefault, todaysDefault, defaults }: Decided): Reason {
  if (item.kind === "feature" || keptDefault === null || todaysDefault === null) return withoutRule("ALLOWED");
  if (isLooser(todaysDefault, keptDefault)) return withoutRule("KEPT");
  const setters = defaults.filter(({ term }) => sameValue(term.value, todaysDefault));
  const law = setters.find(({ term }) => term.rule.layer === "LAW");
  const [setter] = law ? [law] : setters;
  if (!setter) return withoutRule("PLATFORM_DEFAULT");
  const { term, isSureByPlace } = setter;
  return { code: law ? "LAW" : "PLATFORM_DEFAULT", rule: term.rule.id, isSureByPlace };
}

function withoutRule(code: ReasonCode): Reason {
  return { code, rule: null, isSureByPlace: false };
}

type Move = Unlock["steps"][number]["kind"];

/** The codes that can explain a contribution, most telling first, each with the moves that it asks for; none: it asks for nothing. */
function fittingCodes(
  reason: Contribution,
  isAgeUnknown: boolean,
): readonly (readonly [ReasonCode, readonly Move[]])[] {
  const { term, isSureByAge, isSureByPlace, canBeApproved } = reason;
  if (!term) return [["GUARDIAN_LIMIT", []]];
  const { age, unlinkedOnly, layer } = term.rule;
  const codes: (readonly [ReasonCode, readonly Move[]])[] = [];
  if (!isSureByPlace) codes.push(["REGION_UNKNOWN", ["STATE_REGION"]]);
  if (age && !isSureByAge && isAgeUnknown) codes.push(["AGE_UNKNOWN", ["VERIFY_AGE"]]);
  if (age && !isSureByAge) codes.push(["AGE_VERIFICATION_NEEDED", ["VERIFY_AGE"]]);
  if (canBeApproved) codes.push(["GUARDIAN_APPROVAL_NEEDED", ["GUARDIAN_APPROVES", "GUARDIAN_LIFTS_LIMIT"]]);
  if (unlinkedOnly) codes.push(["GUARDIAN_LINK_NEEDED", ["LINK_GUARDIAN"]]);
  codes.push([age ? "BELOW_MINIMUM_AGE" : layer === "LAW" ? "LAW" : "NOT_OFFERED", []]);
  return codes;
}

function codeOf(reason: Contribution, decided: Decided): ReasonCode {
  const open = new Set(decided.unlocks.flatMap((unlock) => unlock.steps.map((step) => step.kind)));
  const fitting = fittingCodes(reason, decided.isAgeUnknown);
  const [code] = fitting.find(([, moves]) => moves.length === 0 || moves.some((move) => open.has(move))) ?? ["LAW"];
  return code;
}
