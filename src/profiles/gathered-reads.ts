import { doneBefore, type Deadline } from "./deadline.js";
import { ProfileStoreUnavailable, type Found, type ProfileReads } from "./profile-store.js";
import type { UserId } from "./user-id.js";

interface Waiting {
  readonly ids: readonly UserId[];
  readonly deadline: Deadline;
  readonly resolve: (found: ReadonlyMap<UserId, Found>) => void;
  readonly reject: (reason: unknown) => void;
}

/**
 * Gathers the reads of concurrent requests into one: what is asked for until the event loop has handled the input at hand is read
 * together, in reads of at most `maxIds` ids. One request's ids are never split, and an idle service waits for nobody.
 *
 * A shared read goes on until the most patient of its requests gives up, and every request is let go at its own deadline: a
 * hurried request neither fails the others nor waits for them.
 */
export function gatheredReads(store: ProfileReads, maxIds: number): ProfileReads {
  let waiting: Waiting[] = [];

  function readAll(): void {
    const all = waiting;
    waiting = [];
    for (const group of groupsOf(all, maxIds)) void readTogether(store, group);
  }

  return {
    find: (ids, deadline) =>
      doneBefore(
        deadline,
        () =>
          new Promise((resolve, reject) => {
            if (waiting.length === 0) setImmediate(readAll);
            waiting.push({ ids, deadline, resolve, reject });
          }),
        () => new ProfileStoreUnavailable("deadline"),
      ),
  };
}

function groupsOf(all: readonly Waiting[], maxIds: number): readonly (readonly Waiting[])[] {
  const groups: { readonly members: Waiting[]; readonly ids: Set<UserId> }[] = [];
  for (const one of all) {
    const last = groups.at(-1);
    const added = one.ids.filter((id) => !last?.ids.has(id));
    if (last && last.ids.size + added.length <= maxIds) {
      last.members.push(one);
      for (const id of added) last.ids.add(id);
    } else {
      groups.push({ members: [one], ids: new Set(one.ids) });
    }
  }
  return groups.map(({ members }) => members);
}

async function readTogether(store: ProfileReads, group: readonly Waiting[]): Promise<void> {
  try {
    const ids = new Set(group.flatMap((one) => one.ids));
    const deadline: Deadline = { msLeft: () => Math.max(...group.map((one) => one.deadline.msLeft())) };
    const found = await store.find([...ids], deadline);
    for (const one of group) one.resolve(group.length === 1 ? found : partOf(found, one.ids));
  } catch (reason) {
    for (const { reject } of group) reject(reason);
  }
}

function partOf(found: ReadonlyMap<UserId, Found>, ids: readonly UserId[]): ReadonlyMap<UserId, Found> {
  const part = new Map<UserId, Found>();
  for (const id of ids) {
    const one = found.get(id);
    if (one) part.set(id, one);
  }
  return part;
}
