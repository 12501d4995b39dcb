import type { WardPageQuery } from "../generated/graphql.js";
import { guardedSetting, type GuardedSetting } from "./guarded-setting.js";

/** What a guardian sees of a person they guard. */
export type WardPage =
  | {
      readonly state: "ready";
      readonly name: string;
      readonly settings: readonly GuardedSetting[];
      /** The settings that wait for an answer. */
      readonly waiting: readonly GuardedSetting[];
    }
  /** Nothing can be had now, or there is no such person, or the reader does not guard them. */
  | { readonly state: "unavailable" };

/** The page about a ward, for the guardian who is signed in. */
export function wardPage({ user }: WardPageQuery, guardianId: string): WardPage {
  if (!user?.safetySettings) return { state: "unavailable" };
  const settings = user.safetySettings.all.map((setting) => guardedSetting(setting, guardianId));
  return { state: "ready", name: user.name, settings, waiting: settings.filter(({ waiting }) => waiting !== null) };
}
