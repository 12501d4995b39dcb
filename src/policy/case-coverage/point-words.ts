import { formatDate } from "../calendar.js";
import { placeName, type Point } from "../space/item-space.js";

const MOST_PLACES = 3;

/**
 * A combination of facts in words: `aged 13 to 15 in AT, BE, BG and 24 more, from 2025-07-14, SELF_DECLARED, with a guardian`.
 * `nextAge`: the next age that is told apart; null: none.
 */
export function pointInWords({ date, place, age, level, linked }: Point, nextAge: number | null): string {
  const names = place.places.map(placeName);
  const more = names.length > MOST_PLACES ? ` and ${names.length - MOST_PLACES} more` : "";
  const [span] = date.spans;
  const from = span ? `, from ${formatDate(span.from)}` : "";
  const until = span?.until ? ` until ${formatDate(span.until)}` : "";
  const guardian = linked ? ", with a guardian" : "";
  const ages = nextAge === null ? `${age} and over` : nextAge === age + 1 ? `${age}` : `${age} to ${nextAge - 1}`;
  return `aged ${ages} in ${names.slice(0, MOST_PLACES).join(", ")}${more}${from}${until}, ${level}${guardian}`;
}
