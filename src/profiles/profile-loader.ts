import DataLoader from "dataloader";
import type { Deadline } from "./deadline.js";
import type { ProfileReads } from "./profile-store.js";
import type { Profile } from "./profile.js";
import type { UserId } from "./user-id.js";

/** Loads profiles for one request: null for somebody of whom nothing is known; rejects with the error of that one person, or of the store. */
export type ProfileLoader = DataLoader<UserId, Profile | null>;

/**
 * Makes the loader of one request: all ids that are asked for in one turn are one read of at most `maxBatchSize`, and nobody is
 * read twice. It remembers what it read, so it must not outlive its request.
 */
export function profileLoader(store: ProfileReads, deadline: Deadline, maxBatchSize: number): ProfileLoader {
  return new DataLoader<UserId, Profile | null>(
    async (ids) => {
      const found = await store.find(ids, deadline);
      return ids.map((id) => found.get(id) ?? null);
    },
    { maxBatchSize },
  );
}
