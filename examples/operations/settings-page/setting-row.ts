import { readFragment, type FragmentType } from "../generated/fragment-masking.js";
import { SettingRowFragmentDoc, type SettingRowFragment } from "../generated/graphql.js";
import { controlOf } from "../known-values.js";
import { waysOut, type WayOut } from "../way-out.js";

/** A setting on a page, whatever it is about. */
export interface SettingRow {
  readonly key: string;
  readonly title: string;
  readonly help: string;
  /** The value in force, in words. */
  readonly summary: string;
  /** Why it is what it is; null: the person's own choice or the starting value, which need no explanation. */
  readonly why: string | null;
  /** The person's looser choice waits until it is allowed. */
  readonly onHold: boolean;
  /** How to change it; null: it cannot be changed here now, so draw `summary` alone. */
  readonly control: "choice" | "switch" | "minutes" | "windows" | null;
  readonly choices: readonly Choice[];
}

/** One choice of a setting. */
export interface Choice {
  readonly value: string;
  readonly label: string;
  readonly selected: boolean;
  readonly enabled: boolean;
  /** What would enable it; empty: it is enabled, or nothing would. */
  readonly waysOut: readonly WayOut[];
}

/** The row of a setting. */
export function settingRow(setting: FragmentType<typeof SettingRowFragmentDoc>): SettingRow {
  const { key, label, help, summary, reason, preferenceOnHold, options, ...rest } = readFragment(
    SettingRowFragmentDoc,
    setting,
  );
  return {
    key,
    title: label,
    help,
    summary,
    why: reason.code === "USER_CHOICE" || reason.code === "PLATFORM_DEFAULT" ? null : reason.text,
    onHold: preferenceOnHold,
    control: rest.locked ? null : controlName(rest),
    choices: options.map(({ value, label: words, selected, allowed, unlocks }) => ({
      value,
      label: words,
      selected,
      enabled: allowed,
      waysOut: waysOut(unlocks),
    })),
  };
}

function controlName({ control }: Pick<SettingRowFragment, "control">): SettingRow["control"] {
  const known = controlOf(control);
  switch (known) {
    case "CHOICE":
      return "choice";
    case "SWITCH":
      return "switch";
    case "MINUTES":
      return "minutes";
    case "DAILY_WINDOWS":
      return "windows";
    case null:
      return null;
    default:
      return known satisfies never;
  }
}
