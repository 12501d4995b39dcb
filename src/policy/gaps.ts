import { formatDate, type CalendarDate } from "./calendar.js";
import type { Item } from "./item.js";
import { placeName, policySpace, type ItemSpace, type KnownPlace } from "./space/item-space.js";
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
  const { spaces } = policySpace(documents);
  return spaces.flatMap((space) => gapIn(space, documents.catalogue.guardianPowersUnder) ?? []);
}

/**
 * The first gap of an item's space. Whoever is proven, linked and known to live in one place is bound by the fewest
 * rules: what is said about them is said about everybody.
 */
export function gapIn(space: ItemSpace, guardianPowersUnder: number): Gap | null {
  const { terms, dates, places, ages, bits } = space;
  const speaking = bitsSpeakingOf(space);
  const minors = ages.filter((age) => age < guardianPowersUnder);
  for (const { inForce, spans } of dates) {
    for (const { places: here, reading } of places) {
      const [place] = here;
      const around = speaking & bits.onDate(inForce) & bits.inPlace(reading);
      const age = minors.find((one) => (around & bits.ofPerson(one, "VERIFIED", true)) === 0n);
      const [first] = spans;
      if (age !== undefined && place && first) return { item: terms.item, from: first.from, place, age };
    }
  }
  return null;
}

/** The rules that speak of an item itself, not of what it needs, among those of its space. */
export function bitsSpeakingOf({ terms }: ItemSpace): bigint {
  const speaking = new Set(
    [...terms.caps.filter(({ source }) => source === terms.item), ...terms.defaults].map(({ index }) => index),
  );
  return terms.rules.reduce((bits, rule, place) => (speaking.has(rule) ? bits | (1n << BigInt(place)) : bits), 0n);
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
