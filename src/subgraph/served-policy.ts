import type { Instant } from "../policy/calendar.js";
import type { Item } from "../policy/item.js";
import type { Policy } from "../policy/policy.js";
import type { Profile } from "../profiles/profile.js";
import { subjectReader, type PersonInRules } from "../profiles/subject.js";
import type { Texts } from "../policy/texts/texts.js";

/** The revision of the rules that answers, with what the graph says about it. A request sees one, even while another takes over. */
export interface ServedPolicy {
  readonly policy: Policy;
  readonly texts: Texts;
  /** The hash of the revision's content. */
  readonly id: string;
  /** Its name for people. */
  readonly label: string;
  /** When this process began to answer by it. */
  readonly activeSince: Instant;
}

/** The item of a key; null when this revision has none. */
export function itemOf({ policy }: ServedPolicy, key: string): Item | null {
  return readerOf(policy).items.get(key) ?? null;
}

/** The items of this revision by key. */
export function itemsOf({ policy }: ServedPolicy): ReadonlyMap<string, Item> {
  return readerOf(policy).items;
}

/** A person as this revision reads them. */
export function readSubject({ policy }: ServedPolicy, profile: Profile | null, at: Instant): PersonInRules {
  return readerOf(policy).read(profile, at);
}

interface CatalogueReader {
  readonly items: ReadonlyMap<string, Item>;
  readonly read: (profile: Profile | null, at: Instant) => PersonInRules;
}

const readers = new WeakMap<Policy, CatalogueReader>();

function readerOf(policy: Policy): CatalogueReader {
  let reader = readers.get(policy);
  if (!reader) {
    const items = new Map(policy.catalogue.items.map((item) => [item.key, item]));
    readers.set(policy, (reader = { items, read: subjectReader(policy.catalogue) }));
  }
  return reader;
}
