import { millisecondsUntilStale } from "../ask-again.js";
import type { SettingsPageQuery } from "../generated/graphql.js";
import { settingRow, type SettingRow } from "./setting-row.js";

/** The page of all settings. */
export type SettingsPage =
  | {
      readonly state: "ready";
      readonly rows: readonly SettingRow[];
      /** In how many milliseconds to ask again; null: nothing changes by itself. */
      readonly askAgainIn: number | null;
    }
  /** Not known right now: show the settings that the app knows of at their strictest, changeable by nobody, and offer to retry. */
  | { readonly state: "unavailable"; readonly askAgainIn: number };

/** When to ask again after there was no answer, in milliseconds. */
const RETRY = 30_000;

/** The page of all settings, from an answer that came at an instant of the server's, in milliseconds since 1970. */
export function settingsPage({ me }: SettingsPageQuery, receivedAt: number): SettingsPage {
  const settings = me?.safetySettings;
  if (!settings) return { state: "unavailable", askAgainIn: RETRY };
  return {
    state: "ready",
    rows: settings.all.map((setting) => settingRow(setting)),
    askAgainIn: millisecondsUntilStale(settings.validUntil, receivedAt),
  };
}
