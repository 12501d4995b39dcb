import { readFragment, type FragmentType } from "../generated/fragment-masking.js";
import { AuthorSafetyFragmentDoc } from "../generated/graphql.js";
import { audienceOf, type Audience } from "../known-values.js";

/** What a feed may do with an author's posts. */
export interface AuthorSafety {
  /** Show them to people who do not follow the author. */
  readonly recommend: boolean;
  readonly whoMayComment: Audience;
  readonly whoMayDuet: Audience;
  readonly download: boolean;
}

/** What may be done with an author's posts. An author about whom nothing is known now is protected the most. */
export function authorSafety(author: FragmentType<typeof AuthorSafetyFragmentDoc> | null): AuthorSafety {
  const { featureAccess, safetySettings } = readFragment(AuthorSafetyFragmentDoc, author) ?? {};
  return {
    recommend: featureAccess?.appearInRecommendations.allowed ?? false,
    whoMayComment: audienceOf(safetySettings?.comments.value),
    whoMayDuet: audienceOf(safetySettings?.duetsAndStitches.value),
    download: safetySettings?.videoDownloads.on ?? false,
  };
}
