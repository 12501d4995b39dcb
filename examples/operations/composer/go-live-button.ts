import { readFragment, type FragmentType } from "../generated/fragment-masking.js";
import { GoLiveButtonFragmentDoc } from "../generated/graphql.js";
import { waysOut, type WayOut } from "../way-out.js";

/** The button that starts a LIVE stream. Where it is hidden, `why` and `waysOut` are for the page that explains it. */
export interface GoLiveButton {
  readonly shown: boolean;
  readonly why: string | null;
  readonly waysOut: readonly WayOut[];
}

/** Shown only to those who may go LIVE. No answer is no permission. */
export function goLiveButton(access: FragmentType<typeof GoLiveButtonFragmentDoc> | null | undefined): GoLiveButton {
  const live = readFragment(GoLiveButtonFragmentDoc, access)?.liveStreaming;
  if (!live) return { shown: false, why: null, waysOut: [] };
  return live.allowed
    ? { shown: true, why: null, waysOut: [] }
    : { shown: false, why: live.reason.text, waysOut: waysOut(live.unlocks) };
}
