import type { Deadline } from "./deadline.js";
import { readProfile, writeProfile } from "./profile-document.js";
import { ProfileStoreUnavailable, type Found, type ProfileStore } from "./profile-store.js";
import type { Profile } from "./profile.js";
import type { UserId } from "./user-id.js";

/**
 * Keeps profiles in this process: for trying the service out, and for tests.
 * It holds documents and reads them as they are read from MongoDB, so that both fail alike.
 */
export class MemoryProfileStore implements ProfileStore {
  readonly #documents: Map<UserId, unknown>;
  #isClosed = false;

  constructor(documents = new Map<UserId, unknown>()) {
    this.#documents = documents;
  }

  async find(ids: readonly UserId[], deadline: Deadline): Promise<ReadonlyMap<UserId, Found>> {
    await this.ping(deadline);
    const found = new Map<UserId, Found>();
    for (const id of ids) {
      const document = this.#documents.get(id);
      if (document !== undefined) found.set(id, readProfile(document));
    }
    return found;
  }

  async put(profiles: readonly Profile[]): Promise<void> {
    this.#mustBeOpen();
    const lastOfEach = new Map(profiles.map((profile) => [profile.id, profile]));
    for (const [id, profile] of lastOfEach) {
      this.#documents.set(id, writeProfile({ ...profile, revision: nextRevision(this.#documents.get(id)) }));
    }
  }

  async ping(deadline: Deadline): Promise<void> {
    this.#mustBeOpen();
    if (deadline.msLeft() <= 0) throw new ProfileStoreUnavailable("deadline");
  }

  async close(): Promise<void> {
    this.#isClosed = true;
  }

  #mustBeOpen(): void {
    if (this.#isClosed) throw new ProfileStoreUnavailable("closed");
  }
}

function nextRevision(document: unknown): number {
  const isNumbered = typeof document === "object" && document !== null && "revision" in document;
  return isNumbered && typeof document.revision === "number" ? document.revision + 1 : 0;
}
