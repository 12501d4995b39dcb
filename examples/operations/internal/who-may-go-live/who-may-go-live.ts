import type { WhoMayGoLiveQuery } from "../../generated/graphql.js";

/** Those of the people asked about who may go LIVE. Whoever is not in it may not, also when nothing is known of them now. */
export function whoMayGoLive({ safetyUsers }: WhoMayGoLiveQuery): ReadonlySet<string> {
  const may = (safetyUsers ?? []).filter(({ featureAccess }) => featureAccess?.liveStreaming.allowed === true);
  return new Set(may.map(({ id }) => id));
}
