import { readFragment, type FragmentType } from "../generated/fragment-masking.js";
import { GuardedSettingFragmentDoc } from "../generated/graphql.js";

/** A setting of a young person, as their guardian sees it. */
export interface GuardedSetting {
  readonly key: string;
  readonly title: string;
  /** The value in force, in words. */
  readonly summary: string;
  /** Why it is what it is, worded for a guardian. */
  readonly why: string;
  /** A law or the platform decides: no limit and no approval of a guardian loosens it by itself. */
  readonly decidedAbove: boolean;
  /** The limits on it; whose they are is known for the reader's own. */
  readonly limits: readonly { readonly id: string; readonly value: string; readonly mine: boolean }[];
  /** What the young person waits for; null: nothing. */
  readonly waiting: { readonly approval: string; readonly value: string; readonly since: string } | null;
}

/** The row of a setting, for the guardian who is signed in. */
export function guardedSetting(
  setting: FragmentType<typeof GuardedSettingFragmentDoc>,
  guardianId: string,
): GuardedSetting {
  const { key, label, summary, reason, decidedBy, guardianLimits, approval } = readFragment(
    GuardedSettingFragmentDoc,
    setting,
  );
  return {
    key,
    title: label,
    summary,
    why: reason.text,
    // A layer from after this build is taken for one that a guardian does not overrule.
    decidedAbove: !(decidedBy === "GUARDIAN" || decidedBy === "USER" || decidedBy === "DEFAULT"),
    limits: guardianLimits.map(({ id, valueLabel, guardian }) => ({
      id,
      value: valueLabel,
      mine: guardian?.id === guardianId,
    })),
    waiting:
      approval?.state === "PENDING"
        ? { approval: approval.id, value: approval.valueLabel, since: approval.requestedAt }
        : null,
  };
}
