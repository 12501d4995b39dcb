import type { Cells } from "./cells.js";
import { tabulate } from "./cells.js";
import type { Item, ItemKey } from "./item.js";
import type { Places } from "./places.js";
import { readPlaces } from "./places.js";
import type { Catalogue, PolicyDocuments, Rule } from "./rule.js";
import type { RuleDates } from "./rule-dates.js";
import { readRuleDates } from "./rule-dates.js";
import type { ItemTerms } from "./terms.js";
import { readTerms } from "./terms.js";

/** A revision of the rules, made ready to answer from. */
export interface Table {
  readonly catalogue: Catalogue;
  readonly items: readonly Item[];
  /** By their indices: sorted by id. */
  readonly rules: readonly Rule[];
  readonly terms: readonly ItemTerms[];
  readonly cells: Cells;
  readonly places: Places;
  readonly dates: RuleDates;
  /** How many thresholds somebody has reached for whom guardians' powers have ended. */
  readonly powersEnd: number;
  termsOf(key: ItemKey): ItemTerms;
}

/** Compiles checked documents; the order of the rules in them makes no difference. */
export function readTable(documents: PolicyDocuments): Table {
  const { catalogue } = documents;
  const rules = documents.rules.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const sorted = { ...documents, rules };
  const terms = readTerms(catalogue.items, rules);
  const byKey = new Map(terms.map((entry) => [entry.item.key, entry]));
  const cells = tabulate(rules, catalogue.guardianPowersUnder);
  return {
    catalogue,
    items: catalogue.items,
    rules,
    terms,
    cells,
    places: readPlaces(catalogue, rules),
    dates: readRuleDates(sorted),
    powersEnd: cells.segmentOf(catalogue.guardianPowersUnder),
    termsOf(key) {
      const found = byKey.get(key);
      if (!found) throw new RangeError(`the catalogue does not declare \`${key}\``);
      return found;
    },
  };
}
