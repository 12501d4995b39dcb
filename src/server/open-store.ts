import { readFile } from "node:fs/promises";
import type { Instant } from "../policy/calendar.js";
import { MemoryProfileStore } from "../profiles/memory-profile-store.js";
import { MongoProfileStore } from "../profiles/mongo-profile-store.js";
import { readPeople } from "../profiles/people-file.js";
import type { Person } from "../profiles/person-form.js";
import type { ProfileStore } from "../profiles/profile-store.js";
import { itemsOf, type ServedPolicy } from "../subgraph/served-policy.js";
import { StartRefused } from "./start-refused.js";

/** The people that an in-process store is filled with. */
const EXAMPLES = new URL("../../examples/people.yaml", import.meta.url);

/** A store, and the example people in it; none in a database. */
export interface OpenStore {
  readonly store: ProfileStore;
  readonly examples: readonly Person[];
}

/** Opens the database; without one, a store in this process with the example people. */
export async function openStore(mongodbUri: string | null, served: ServedPolicy, now: Instant): Promise<OpenStore> {
  if (mongodbUri !== null) return { store: new MongoProfileStore(mongodbUri), examples: [] };
  const read = readPeople(await readFile(EXAMPLES, "utf8"), { now, items: itemsOf(served) });
  if (!read.ok) {
    const lines = read.problems.map(
      ({ line, column, message }) => `examples/people.yaml:${line}:${column}: ${message}`,
    );
    throw new StartRefused(`the example people cannot be served:\n${lines.join("\n")}`);
  }
  const store = new MemoryProfileStore();
  await store.put(read.people.map(({ profile }) => profile));
  return { store, examples: read.people };
}
