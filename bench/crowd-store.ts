import type { Found, ProfileStore } from "../src/profiles/profile-store.js";
import type { UserId } from "../src/profiles/user-id.js";
import { crowd } from "./people.js";

/** A store that has read everybody already: what is measured is the answering, the same for every contender. */
export function crowdStore(size: number): ProfileStore {
  const profiles = new Map(crowd(size).map((profile) => [profile.id, profile]));
  return {
    async find(ids) {
      const found = new Map<UserId, Found>();
      for (const id of ids) {
        const profile = profiles.get(id);
        if (profile) found.set(id, profile);
      }
      return found;
    },
    put: async () => undefined,
    ping: async () => undefined,
    close: async () => undefined,
  };
}
