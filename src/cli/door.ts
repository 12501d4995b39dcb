import type { Instant } from "../policy/calendar.js";
import type { Door } from "../profiles/person.js";
import { loadPolicy } from "./policy-argument.js";

/** The door by which people written in a file come in: as of now, with the items of a policy. Throws `BrokenPolicy`. */
export async function openDoor(policyFolder: string): Promise<Door> {
  const { policy } = await loadPolicy(policyFolder);
  return {
    now: Date.now() as Instant,
    items: new Map(policy.catalogue.items.map((item) => [item.key, item])),
  };
}
