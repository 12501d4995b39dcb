import type { Deadline } from "../../src/profiles/deadline.js";
import type { Found, ProfileReads } from "../../src/profiles/profile-store.js";
import type { UserId } from "../../src/profiles/user-id.js";

/** Reads that are written down: each with the ids it asked for and the deadline it was given. */
export interface CountedReads extends ProfileReads {
  readonly reads: { readonly ids: readonly UserId[]; readonly deadline: Deadline }[];
}

/** A store that answers with `answer` and counts how often it is asked. */
export function countedReads(
  answer: (ids: readonly UserId[]) => Promise<ReadonlyMap<UserId, Found>> | ReadonlyMap<UserId, Found>,
): CountedReads {
  const reads: CountedReads["reads"] = [];
  return {
    reads,
    async find(ids, deadline) {
      reads.push({ ids, deadline });
      return answer(ids);
    },
  };
}
