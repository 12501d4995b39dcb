import { UNNAMED_COUNTRY, type Atom, type PlaceReading } from "../places.js";
import { countryOf } from "../regions.js";
import type { Rule } from "../rule.js";
import type { ItemSpace } from "../space/item-space.js";
import type { RegionCode } from "../subject.js";
import { finding, type Finding } from "./finding.js";
import type { TellingApart } from "./telling-apart.js";
import { lastFirst, listed, rulesInWords } from "./words.js";

/**
 * Regions that rules name and that nobody could tell from what is around them: a subdivision from the rest of its
 * country, a country from those that no rule names. `live`: the rules that change something somewhere. Regions that the
 * same rules name are told together.
 */
export function idleRegions(items: readonly TellingApart[], live: readonly Rule[]): readonly Finding[] {
  const named = new Map<RegionCode, Rule[]>();
  for (const { rule } of lastFirst(live.map((one) => ({ rule: one }))).toReversed()) {
    for (const place of new Set([...rule.where, ...rule.minus]))
      if (place !== "WORLD") named.set(place, [...(named.get(place) ?? []), rule]);
  }
  const groups = new Map<string, Idle>();
  for (const [region, rules] of named) {
    if (items.some((item) => isToldApart(item, region))) continue;
    const around =
      region === countryOf(region) ? "countries that no rule names" : `the rest of \`${countryOf(region)}\``;
    const key = `${around} ${rules.map(({ id }) => id).join(" ")}`;
    const group = groups.get(key) ?? { regions: [], rules, around };
    group.regions.push(region);
    groups.set(key, group);
  }
  return [...groups.values()].flatMap(findingOf);
}

interface Idle {
  readonly regions: RegionCode[];
  readonly rules: readonly Rule[];
  readonly around: string;
}

function findingOf({ regions, rules, around }: Idle): readonly Finding[] {
  const [rule] = rules;
  if (!rule) return [];
  const [are, them] = regions.length === 1 ? ["is", "it"] : ["are", "them"];
  const message =
    `${listed(regions)} ${are} answered like ${around}, though ${rulesInWords(rules)} ` +
    `${rules.length === 1 ? "names" : "name"} ${them}: take ${them} out of \`where\` or \`minus\``;
  return [finding("idle-region", rule.place, message)];
}

/** Whether some part of a region is answered otherwise than what is around it. */
function isToldApart({ survey: { space }, differ }: TellingApart, region: RegionCode): boolean {
  const { bits } = space;
  const country = countryOf(region);
  const isCountry = region === country;
  const inside = readingsOf(space, (atom) => (isCountry ? atom.country === country : atom.subdivision === region));
  const outside = readingsOf(space, (atom) =>
    isCountry ? atom.country === UNNAMED_COUNTRY : atom.country === country && atom.subdivision === null,
  );
  const people = space.ages.flatMap((age) =>
    space.levels.flatMap((level) =>
      [false, true].map((linked) => ({ linked, rules: bits.ofPerson(age, level, linked) })),
    ),
  );
  return inside.some((here) =>
    outside.some((there) => {
      if (here === there) return false;
      const [own, around] = [bits.inPlace(here), bits.inPlace(there)];
      return space.dates.some(({ inForce }) => {
        const date = bits.onDate(inForce);
        return people.some(({ linked, rules }) => differ(date & own & rules, date & around & rules, linked));
      });
    }),
  );
}

function readingsOf({ places }: ItemSpace, isMeant: (atom: Atom) => boolean): readonly PlaceReading[] {
  return places
    .filter((one) => one.places.some(({ couldBe }) => couldBe.length === 1 && couldBe.every(isMeant)))
    .map(({ reading }) => reading);
}
