import type { CalendarDate } from "../calendar.js";
import type { PolicyDocuments, RuleId } from "../rule.js";
import { knownPlaces, type KnownPlace } from "../space/item-space.js";
import { readTable, type Table } from "../table.js";
import { catalogueChanges, type CatalogueChange } from "./catalogue-changes.js";
import { firstCommonDay } from "./common-space.js";
import { differenceOfItem, type ChangeBox } from "./item-difference.js";
import { ruleChanges, type RuleChange } from "./rule-changes.js";
import { mayLoosen } from "./turn.js";

/** How one policy differs from another, over all facts. */
export interface PolicyDifference {
  /** What loosens comes first; then in the order of the catalogue before. */
  readonly boxes: readonly ChangeBox[];
  readonly catalogue: readonly CatalogueChange[];
  /** By id; `isIdle`: whatever the rule's change, no cap, default or approval is another by it. */
  readonly rules: readonly (RuleChange & { readonly isIdle: boolean })[];
  /** Some box or change of the catalogue loosens. */
  readonly loosens: boolean;
  /** Every place that either policy tells apart: what the places of a box are a part of. */
  readonly world: readonly KnownPlace[];
  /** The first day that is compared. */
  readonly since: CalendarDate;
}

/**
 * Compares two policies. A box is about one place at a time and about one day: who lives in one place and is in another has the stricter
 * of both (F8), whose time zone is unknown the rules of both dates (F2), and what is kept from earlier days (V2) is no part of it.
 */
export function differenceOf(before: PolicyDocuments, after: PolicyDocuments): PolicyDifference {
  const [was, is] = [readTable(before), readTable(after)];
  const rules = ruleChanges(before, after);
  const catalogue = catalogueChanges(before.catalogue, after.catalogue);
  const { boxes, effective } = differenceOfItems(was, is, new Set(rules.map(({ rule }) => rule)));
  const [looser, others] = [
    boxes.filter((box) => mayLoosen(box.change)),
    boxes.filter((box) => !mayLoosen(box.change)),
  ];
  return {
    boxes: [...looser, ...others],
    catalogue,
    rules: rules.map((change) => ({ ...change, isIdle: !effective.has(change.rule) })),
    loosens: looser.length > 0 || catalogue.some(mayLoosen),
    world: knownPlaces({ rules: [...was.rules, ...is.rules] }),
    since: firstCommonDay(was, is),
  };
}

function differenceOfItems(before: Table, after: Table, changed: ReadonlySet<RuleId>) {
  const differences = before.terms.flatMap((terms) => {
    const other = after.terms.find(({ item }) => item.key === terms.item.key);
    if (!other) return [];
    return [differenceOfItem({ table: before, terms }, { table: after, terms: other }, changed)];
  });
  // The rules of an item that comes or goes come and go with it.
  const alone = [before, after].flatMap(({ terms }, index) => {
    const others = index === 0 ? after : before;
    return terms
      .filter(({ item }) => !others.items.some(({ key }) => key === item.key))
      .flatMap(({ caps, defaults }) => [...caps, ...defaults].map(({ rule }) => rule.id));
  });
  return {
    boxes: differences.flatMap(({ boxes }) => boxes),
    effective: new Set([...differences.flatMap(({ effective }) => effective), ...alone]),
  };
}
