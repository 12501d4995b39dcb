import type { Instant } from "../policy/calendar.js";
import type { Item } from "../policy/item.js";
import type { Policy } from "../policy/policy.js";
import type { Wording } from "./wording.js";

/** The revision of the rules that answers, with what the graph says about it. A request sees one, even while another takes over. */
export interface ServedPolicy {
  readonly policy: Policy;
  readonly wording: Wording;
  /** The hash of the revision's content. */
  readonly id: string;
  /** Its name for people. */
  readonly label: string;
  /** When this process began to answer by it. */
  readonly activeSince: Instant;
}

/** The item of a key; null when this revision has none. */
export function itemOf({ policy }: ServedPolicy, key: string): Item | null {
  let index = indexes.get(policy);
  if (!index) {
    index = new Map(policy.catalogue.items.map((item) => [item.key, item]));
    indexes.set(policy, index);
  }
  return index.get(key) ?? null;
}

const indexes = new WeakMap<Policy, ReadonlyMap<string, Item>>();
