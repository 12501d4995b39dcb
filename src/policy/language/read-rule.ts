import type { z } from "zod";
import { parseDate } from "../calendar.js";
import { didYouMean } from "../did-you-mean.js";
import { countryOf } from "../regions.js";
import type {
  AgeCondition,
  Citation,
  MonthDay,
  Rule,
  RuleEffect,
  RuleId,
  RuleLayer,
  RulePlace,
  SourcePlace,
} from "../rule.js";
import type { Vocabulary } from "./read-catalogue.js";
import { readEffect } from "./read-effect.js";
import { readPlace } from "./read-places.js";
import type { ruleShape } from "./rules-shape.js";
import { within } from "./shape-problems.js";
import type { Path } from "./written-value.js";
import type { Report } from "./yaml-source.js";

type WrittenRule = z.infer<typeof ruleShape>;

/** What the file around a rule says. */
export interface RuleContext {
  readonly layer: RuleLayer;
  /** Null while the catalogue cannot be read: then items and places are not compared with it. */
  readonly vocabulary: Vocabulary | null;
  /** The source that a rule's `cite` names; for a law's rule without one, the law. Null for the house's own. */
  citationOf(cite: string | undefined, report: Report): Citation | null;
}

/**
 * Reads one rule whose words have the right shape (R1 to R5). What cannot be read is reported and left out.
 * `placeOf` finds what stands at a path of the rule itself, or the rule.
 */
export function readRule(
  written: WrittenRule,
  context: RuleContext,
  report: Report,
  placeOf: (path: Path) => SourcePlace,
): Rule {
  const { vocabulary, layer } = context;
  const where = vocabulary ? readPlaces(written.where ?? "WORLD", vocabulary, within(report, "where")) : [];
  const minus = vocabulary ? readPlaces(written.minus ?? [], vocabulary, within(report, "minus")) : [];
  if (where.length > 0) checkMinus(where, minus, within(report, "minus"));
  return {
    id: written.id as RuleId,
    layer,
    timeline: readTimeline(written.timeline, within(report, "timeline")),
    where,
    minus,
    eachYear: readSeason(written["each year"], within(report, "each year")),
    age: readAge(written.when, vocabulary, within(report, "when")),
    unlinkedOnly: written.when?.guardian === "not linked",
    effects: vocabulary ? readEffects(written.then, vocabulary, within(report, "then"), placeOf) : [],
    citation: context.citationOf(written.cite, within(report, "cite")),
    place: placeOf(["id"]),
  };
}

function readTimeline(written: WrittenRule["timeline"], report: Report): Rule["timeline"] {
  const entries = Object.entries(written).flatMap(([date, status]) => {
    const from = parseDate(date);
    return from === null ? [] : [{ from, status, date }];
  });
  if (entries.length === 0) report([], "a timeline needs a date: write `{ 2026-01-31: in force }`", "key");
  for (const [index, { from, status, date }] of entries.entries()) {
    const before = entries[index - 1];
    if (before && before.from > from)
      report([date], `\`${date}\` comes after \`${before.date}\`: write a timeline in the order of its dates`, "key");
    if (before?.status === status)
      report([date], `\`${status}\` holds already since \`${before.date}\`: leave one of them out`);
    if (!before && status === "ended")
      report([date], "`ended` comes first, and nothing has begun: write when the rule began");
  }
  return entries.map(({ from, status }) => ({ from, status }));
}

function readSeason(written: WrittenRule["each year"], report: Report): Rule["eachYear"] {
  if (!written) return null;
  if (written.from === written.until)
    report(["until"], `\`${written.until}\` is where the season starts: leave \`each year\` out for the whole year`);
  return { from: monthDay(written.from), until: monthDay(written.until) };
}

function monthDay(text: string): MonthDay {
  return Number(text.replace("-", ""));
}

function readAge(when: WrittenRule["when"], vocabulary: Vocabulary | null, report: Report): AgeCondition | null {
  if (!when) return null;
  const { age, by, guardian } = when;
  if (age === undefined && guardian === undefined) {
    report(
      [],
      "`when` says nothing: write `age: under 16` or `guardian: not linked`, or leave it out for everyone",
      "key",
    );
  }
  const isProof = age?.startsWith("not proven") === true;
  if (by !== undefined && !isProof) report(["by"], "`by` goes with `age: not proven N` only", "key");
  if (by === "UNKNOWN") report(["by"], "`UNKNOWN` is no proof: write `under N`, or a level that proves something");
  if (age === undefined) return null;
  const years = Number(age.slice(age.lastIndexOf(" ") + 1));
  return isProof
    ? { kind: "not proven", age: years, by: by ?? vocabulary?.provenBy ?? "VERIFIED" }
    : { kind: "under", age: years };
}

function readPlaces(written: string | readonly string[], { blocs }: Vocabulary, report: Report): readonly RulePlace[] {
  const places =
    typeof written === "string"
      ? readPlace(written, blocs, report)
      : written.flatMap((word, index) => readPlace(word, blocs, within(report, index)));
  return [...new Set(places)];
}

/** Each place of `minus` must take something away from `where`, and something must be left. */
function checkMinus(where: readonly RulePlace[], minus: readonly RulePlace[], report: Report): void {
  for (const place of minus) {
    const isInside = where.some(
      (outer) => outer === "WORLD" || outer === place || (place !== "WORLD" && outer === countryOf(place)),
    );
    if (!isInside) report([], `\`${place}\` is not part of \`where\`: there is nothing to take away`);
  }
  const isGone = (place: RulePlace) =>
    minus.some((out) => out === "WORLD" || out === place || (place !== "WORLD" && out === countryOf(place)));
  if (where.every(isGone)) report([], "`minus` takes away all of `where`: the rule would apply nowhere");
}

function readEffects(
  then: WrittenRule["then"],
  { items }: Vocabulary,
  report: Report,
  placeOf: (path: Path) => SourcePlace,
): readonly RuleEffect[] {
  if (Object.keys(then).length === 0) report([], "`then` is empty: name an item and what holds for it", "key");
  return Object.entries(then).flatMap(([key, effect]) => {
    const item = items.get(key);
    if (item === undefined) report([key], `\`${key}\` is not in the catalogue${didYouMean(key, items.keys())}`, "key");
    const read = item ? readEffect(item, effect, within(report, key)) : null;
    return read ? [{ ...read, place: placeOf(["then", key]) }] : [];
  });
}
