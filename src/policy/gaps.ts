import { formatDate, type CalendarDate } from "./calendar.js";
import type { Item } from "./item.js";
import { itemSpace, placeName, type ItemSpace, type KnownPlace } from "./space/item-space.js";
import { ruleBits } from "./space/rule-bits.js";
import { readTable, type Table } from "./table.js";
import type { PolicyDocuments } from "./rule.js";

/** People under the age at which guardians' powers end of whom no rule says anything about an item (V1): the first such case. */
export interface Gap {
  readonly item: Item;
  /** From this date on, in this place, at this age. */
  readonly from: CalendarDate;
  readonly place: KnownPlace;
  readonly age: number;
}

/** Looks for items that nobody has said anything about, so that silence is never read as "open". One gap an item at most. */
export function findGaps(documents: PolicyDocuments): readonly Gap[] {
  const table = readTable(documents);
  return table.terms.flatMap((terms) => gapIn(table, itemSpace(table, terms)) ?? []);
}

/**
 * The first gap of an item's space. Whoever is proven, linked and known to live in one place is bound by the fewest
 * rules: what is said about them is said about everybody.
 */
export function gapIn(table: Table, { terms, dates, places, ages }: ItemSpace): Gap | null {
  const own = [...terms.caps.filter(({ source }) => source === terms.item), ...terms.defaults].map(
    ({ index }) => index,
  );
  const bits = ruleBits(table, own);
  const minors = ages.filter((age) => age < table.catalogue.guardianPowersUnder);
  for (const { inForce, spans } of dates) {
    for (const { places: here, reading } of places) {
      const [place] = here;
      const around = bits.onDate(inForce) & bits.inPlace(reading);
      const age = minors.find((one) => (around & bits.ofPerson(one, "VERIFIED", true)) === 0n);
      const [first] = spans;
      if (age !== undefined && place && first) return { item: terms.item, from: first.from, place, age };
    }
  }
  return null;
}

/** A gap in one line for those who write rules. */
export function formatGap({ item, from, place, age }: Gap): string {
  const name = placeName(place);
  const where = name === "elsewhere" ? "countries that no rule names" : name;
  return (
    `no rule says anything about \`${item.key}\` for people aged ${age} in ${where} from ${formatDate(from)} on: ` +
    "add one, if only to say that it is open"
  );
}
