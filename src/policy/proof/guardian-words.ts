import { NO_LIMIT, type Item, type Value } from "../item.js";
import { NO_WINDOWS, WHOLE_WEEK } from "../week-windows.js";
import { top } from "../lattice.js";
import type { ItemTerms } from "../terms.js";

/** What guardians have said about one item: how far they approve it, and their limit; null: nothing. */
export interface Word {
  readonly approved: Value | null;
  readonly limit: Value | null;
}

/**
 * Everything that guardians can say about one source of an item, as far as it can make a difference.
 *
 * Words: all of them. Minutes: every number at which some rule or need turns, and one between each two, because caps are
 * steps and straight lines between those (C1). Windows: nothing and the whole week, because each minute is decided by
 * itself (S3), and for each minute these are all there is to say.
 */
export function wordsAbout(source: Item, terms: ItemTerms): readonly Word[] {
  const values = [null, ...turningPoints(source, terms)];
  return values.flatMap((approved) => values.map((limit) => ({ approved, limit })));
}

/** The values of an item at which a rule about it turns, with one between each two where there is any, strict first. */
export function turningPoints(source: Item, terms: ItemTerms): readonly Value[] {
  if (source.kind === "setting" && source.control === "windows") return [WHOLE_WEEK, NO_WINDOWS];
  if (source.kind === "feature" || source.control !== "minutes")
    return Array.from({ length: Number(top(source)) + 1 }, (_, rank) => rank);
  const said = [
    ...terms.caps.filter((term) => term.source.key === source.key).flatMap(({ cap, lift }) => [cap, lift]),
    ...terms.sources.filter(({ item }) => item.key === source.key).map(({ need }) => need),
    ...terms.defaults.map(({ value }) => value),
  ].filter((value) => typeof value === "number");
  const turns = [...new Set([0, NO_LIMIT, ...said])].sort((a, b) => a - b);
  return turns.flatMap((turn, index) => {
    const next = turns[index + 1];
    return next !== undefined && next - turn > 1 ? [turn, turn + 1] : [turn];
  });
}
