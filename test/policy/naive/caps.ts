import type { Feature, Item, ItemKey } from "../../../src/policy/item.js";
import type { PolicyDocuments } from "../../../src/policy/rule.js";
import { amountOf, join, le, meet, stricter, top, type Amount } from "./amounts.js";
import type { Facts } from "./person.js";
import { type Application } from "./rules.js";
import type { WrongReading } from "./wrong-readings.js";

/** What a rule or a guardian's limit leaves of an item (C1, C3, C5). */
export interface Contribution {
  /** The rule, or null for a guardian's limit on `source`. */
  readonly by: Application | null;
  /** The item that the cap stands on: the item itself, or one that it needs. */
  readonly source: ItemKey;
  readonly value: Amount;
  /** What would be left if a guardian approved the source as far as they may. */
  readonly approved: Amount;
}

/** C4: the cap on an item. */
export function capAmong(item: Item, all: readonly Contribution[]): Amount {
  return all.map(({ value }) => value).reduce(meet, top(item));
}

/** C1, C3, C5: everything that caps an item. */
export function contributions(
  documents: PolicyDocuments,
  item: Item,
  facts: Facts,
  rules: readonly Application[],
  reading: WrongReading | null,
): readonly Contribution[] {
  const direct = directContributions(documents, item, facts, rules, reading);
  if (item.kind === "setting") return direct;
  const derived = [...requirements(documents, item)].flatMap(([source, least]) =>
    directContributions(documents, itemNamed(documents, source), facts, rules, reading).map((contribution) => ({
      ...contribution,
      value: le(least, contribution.value) ? top(item) : 0,
      approved: le(least, contribution.approved) ? top(item) : 0,
    })),
  );
  return [...direct, ...derived];
}

/** W1: the contributions that bind: none is looser than another one, none is a mere statement. */
export function binding(item: Item, all: readonly Contribution[]): readonly Contribution[] {
  return all.filter(({ value }) => value !== top(item) && !all.some((other) => stricter(other.value, value)));
}

/** C5: the items that a feature needs, directly or through others, and the strictest rank asked of each. */
export function requirements(documents: PolicyDocuments, feature: Feature): ReadonlyMap<ItemKey, number> {
  const needed = new Map<ItemKey, number>();
  const ask = (item: ItemKey, least: number): void => {
    needed.set(item, Math.max(least, needed.get(item) ?? 0));
    const target = itemNamed(documents, item);
    if (target.kind === "feature" && least > 0) target.needs.forEach((need) => ask(need.item, need.atLeast));
  };
  feature.needs.forEach((need) => ask(need.item, need.atLeast));
  return needed;
}

/** C2: whether a guardian's approval of an item counts. */
function liveApproval(
  documents: PolicyDocuments,
  item: ItemKey,
  facts: Facts,
  reading: WrongReading | null,
): { value: Amount | null } | null {
  const approval = facts.person.approvals.get(item);
  if (!approval || !facts.person.linked) return null;
  if (approval.until !== null && facts.at >= approval.until) return null;
  if (reading === "minorApprovals" && facts.min >= documents.catalogue.guardianPowersUnder) return null;
  return approval;
}

function directContributions(
  documents: PolicyDocuments,
  item: Item,
  facts: Facts,
  rules: readonly Application[],
  reading: WrongReading | null,
): readonly Contribution[] {
  const approval = liveApproval(documents, item.key, facts, reading);
  const byRule = rules.flatMap((by) =>
    by.rule.effects.flatMap((effect): Contribution[] => {
      if (effect.item !== item.key || effect.cap === null) return [];
      const V = amountOf(effect.cap.value);
      const W = effect.cap.guardianMayAllow === null ? V : amountOf(effect.cap.guardianMayAllow);
      const approved = join(V, W);
      const value = approval === null ? V : join(V, meet(W, approval.value ?? top(item)));
      return [{ by, source: item.key, value, approved }];
    }),
  );
  const limit = facts.person.limits.get(item.key);
  const counts = limit !== undefined && facts.person.linked && facts.min < documents.catalogue.guardianPowersUnder;
  return counts ? [...byRule, { by: null, source: item.key, value: limit, approved: limit }] : byRule;
}

/** The item of a key. */
function itemNamed(documents: PolicyDocuments, key: ItemKey): Item {
  const item = documents.catalogue.items.find((candidate) => candidate.key === key);
  if (!item) throw new Error(`no item \`${key}\``);
  return item;
}
