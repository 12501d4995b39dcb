import { didYouMean } from "../did-you-mean.js";
import { parseRegion, regionNamed } from "../regions.js";
import type { RulePlace } from "../rule.js";
import type { RegionCode } from "../subject.js";
import { blocShape } from "./catalogue-shape.js";
import { entriesOf, within } from "./shape-problems.js";
import type { Report } from "./yaml-source.js";

/** The members of each bloc, blocs inside blocs expanded. */
export type Blocs = ReadonlyMap<string, readonly RegionCode[]>;

const NO_BLOCS: Blocs = new Map();

/** Reads the blocs of a catalogue; blocs may name blocs, but not in a circle. */
export function readBlocs(input: unknown, report: Report): Blocs {
  const written = new Map<string, readonly string[]>();
  for (const [name, members] of entriesOf(input)) {
    if (name === "WORLD" || parseRegion(name))
      report([name], `\`${name}\` is already a place: give the bloc another name`, "key");
    written.set(name, blocShape.safeParse(members).data ?? []);
  }
  const blocs = new Map<string, readonly RegionCode[]>();
  const expand = (name: string, outer: readonly string[]): readonly RegionCode[] => {
    const known = blocs.get(name);
    if (known) return known;
    const members = (written.get(name) ?? []).flatMap((word, index): readonly RegionCode[] => {
      if (outer.includes(word) || word === name) {
        report(
          [name, index],
          `\`${word}\` contains itself: ${[...outer, name, word].map((step) => `\`${step}\``).join(" in ")}`,
        );
        return [];
      }
      if (written.has(word)) return expand(word, [...outer, name]);
      if (word === "WORLD") report([name, index], "`WORLD` is not a member of a bloc: it holds them all");
      const places = readPlace(word, NO_BLOCS, within(report, name, index), written.keys());
      return places.flatMap((place) => (place === "WORLD" ? [] : [place]));
    });
    const unique = [...new Set(members)];
    blocs.set(name, unique);
    return unique;
  };
  for (const name of written.keys()) expand(name, []);
  return blocs;
}

/** The places that a word stands for; none after a report. */
export function readPlace(
  word: string,
  blocs: Blocs,
  report: Report,
  known: Iterable<string> = blocs.keys(),
): readonly RulePlace[] {
  if (word === "WORLD") return [word];
  const members = blocs.get(word);
  if (members) return members;
  const region = parseRegion(word);
  if (region) return [region];
  const named = regionNamed(word);
  report(
    [],
    `\`${word}\` is not a region or a bloc${named ? `; did you mean \`${named}\`?` : didYouMean(word, [...known, "WORLD"])}`,
  );
  return [];
}
