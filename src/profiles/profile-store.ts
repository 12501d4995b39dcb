import type { Deadline } from "./deadline.js";
import type { ProfileMalformed } from "./profile-malformed.js";
import type { Profile } from "./profile.js";
import type { UserId } from "./user-id.js";

/** What a read found for one person; nobody is an absent key. */
export type Found = Profile | ProfileMalformed;

/** Reads of profiles, always many at once: there is no way to read one by one. */
export interface ProfileReads {
  /**
   * The profiles of those of the ids that have one, in one read. Repeated ids are one. A profile that cannot be read is an
   * error in its place, and no one else's. Rejects with `ProfileStoreUnavailable` only, at the latest when the deadline is over.
   */
  find(ids: readonly UserId[], deadline: Deadline): Promise<ReadonlyMap<UserId, Found>>;
}

/** Where profiles are kept. Every method rejects with `ProfileStoreUnavailable` when the store fails. */
export interface ProfileStore extends ProfileReads {
  /**
   * Writes whole profiles, new or in place of what was there; of several for one person the last counts.
   * The store counts revisions itself: 0 for somebody new, one more than before for everybody else.
   * Not one transaction: after a failure some are written, and writing all of them again is right.
   */
  put(profiles: readonly Profile[]): Promise<void>;
  /** Resolves when the store answers in time. */
  ping(deadline: Deadline): Promise<void>;
  /** Ends all work and lets go of connections; the store is of no use afterwards. */
  close(): Promise<void>;
}

/** Reads everybody once, for reports about all of them; no request of a person ever does. */
export interface AllProfiles {
  /**
   * Everybody, in batches of at most `size`, in no order; one batch is held at a time. Who is stored meanwhile may be missing.
   * Ends with `ProfileStoreUnavailable` when the store fails. Leaving early lets go of it.
   */
  all(size: number): AsyncIterable<readonly Found[]>;
}

/** The store did not answer, or not in time. Says how it failed, never what was asked or stored. */
export class ProfileStoreUnavailable extends Error {
  readonly code = "SAFETY_DATA_UNAVAILABLE";
  /** The kind of failure: `deadline`, `closed`, or the name of a driver's error. */
  readonly failure: string;

  constructor(failure: string) {
    super(`the profile store is unavailable (${failure}); try again`);
    this.name = "ProfileStoreUnavailable";
    this.failure = failure;
  }
}
