import { formatDate, type CalendarDate } from "./calendar.js";
import type { Item } from "./item.js";
import type { Atom } from "./places.js";
import { UNNAMED_COUNTRY, atomsOfWorld, namedRegions, reaches } from "./places.js";
import type { PolicyDocuments, Rule } from "./rule.js";
import { isInForce, readRuleDates } from "./rule-dates.js";

/** People under the age at which guardians' powers end of whom no rule says anything about an item (V1): the first such case. */
export interface Gap {
  readonly item: Item;
  /** From this date on, in this place, at this age. */
  readonly from: CalendarDate;
  readonly place: Atom;
  readonly age: number;
}

/**
 * Looks for items that nobody has said anything about, so that silence is never read as "open". One gap an item at most.
 * Whoever is proven, linked and at home is bound by the fewest rules: what is said about them is said about everybody.
 */
export function findGaps(documents: PolicyDocuments): readonly Gap[] {
  const { catalogue, rules } = documents;
  const places = atomsOfWorld(namedRegions(rules));
  const thresholds = rules.flatMap((rule) => (rule.age ? [rule.age.age] : []));
  const ages = [...new Set([0, ...thresholds])]
    .filter((age) => age < catalogue.guardianPowersUnder)
    .sort((a, b) => a - b);
  const epochs = readRuleDates(documents).dates.map((from) => ({
    from,
    inForce: rules.filter((rule) => isInForce(rule, from, documents)),
  }));
  return catalogue.items.flatMap((item) => {
    for (const { from, inForce } of epochs) {
      const saying = inForce.filter(
        (rule) => !rule.unlinkedOnly && rule.effects.some((effect) => effect.item === item.key),
      );
      for (const place of places) {
        const age = ages.find((one) => !saying.some((rule) => holdsAt(rule, one) && reaches(rule, place)));
        if (age !== undefined) return [{ item, from, place, age }];
      }
    }
    return [];
  });
}

/** A gap in one line for those who write rules. */
export function formatGap({ item, from, place, age }: Gap): string {
  const where =
    place.country === UNNAMED_COUNTRY ? "countries that no rule names" : (place.subdivision ?? place.country);
  return (
    `no rule says anything about \`${item.key}\` for people aged ${age} in ${where} from ${formatDate(from)} on: ` +
    "add one, if only to say that it is open"
  );
}

function holdsAt({ age }: Rule, years: number): boolean {
  return age === null || years < age.age;
}
