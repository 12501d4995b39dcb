import { countryOf } from "../regions.js";
import type { Catalogue } from "../rule.js";
import { placeName, type KnownPlace } from "../space/item-space.js";

/** Places that have one name together. */
interface Named {
  readonly name: string;
  readonly places: readonly KnownPlace[];
}

/**
 * Names a set of places as people would: `in EU, GB and US-CA`, `everywhere but in BR`. `world` are all places that are told apart;
 * blocs and countries name those of their places that are among them.
 */
export function placesInWords(
  places: readonly KnownPlace[],
  world: readonly KnownPlace[],
  blocs: Catalogue["blocs"],
): string {
  const inside = new Set(places.map(({ region }) => region));
  const units = unitsOf(world, blocs);
  const [those, others] = [
    namesOf(places, units),
    namesOf(
      world.filter(({ region }) => !inside.has(region)),
      units,
    ),
  ];
  if (others.length === 0) return "everywhere";
  // An exception that only a list of all countries explains is none.
  const hasElsewhere = places.some((place) => placeName(place) === "elsewhere");
  return hasElsewhere && others.length < those.length ? `everywhere but in ${listed(others)}` : `in ${listed(those)}`;
}

/** Blocs and countries that hold more than one of the places, the largest first. */
function unitsOf(world: readonly KnownPlace[], blocs: Catalogue["blocs"]): readonly Named[] {
  const countries = [...new Set(world.flatMap(({ region }) => (region === null ? [] : [countryOf(region)])))];
  const named: readonly (readonly [string, readonly string[]])[] = [
    ...[...blocs].filter(([, members]) => members.every((member) => world.some(isWithin([member])))),
    ...countries.map((country) => [country, [country]] as const),
  ];
  return named
    .map(([name, members]) => ({ name, places: world.filter(isWithin(members)) }))
    .filter(({ places }) => places.length > 1)
    .sort((a, b) => b.places.length - a.places.length);
}

/** Whether all that a place can be is in some of the regions. */
function isWithin(regions: readonly string[]): (place: KnownPlace) => boolean {
  return ({ couldBe }) =>
    couldBe.every(
      ({ country, subdivision }) =>
        regions.includes(country) || (subdivision !== null && regions.includes(subdivision)),
    );
}

function namesOf(places: readonly KnownPlace[], units: readonly Named[]): readonly string[] {
  const left = new Map(places.map((place) => [place.region, place]));
  const inside = new Set(left.keys());
  const names: string[] = [];
  for (const unit of units) {
    const isInside = unit.places.every(({ region }) => inside.has(region));
    if (!isInside || unit.places.filter(({ region }) => left.has(region)).length < 2) continue;
    names.push(unit.name);
    for (const { region } of unit.places) left.delete(region);
  }
  return [...names, ...[...left.values()].map(wordsOf)];
}

function wordsOf(place: KnownPlace): string {
  const name = placeName(place);
  if (name === "unknown") return "an unknown region";
  return name === "elsewhere" ? "countries that no rule names" : name;
}

function listed(names: readonly string[]): string {
  return new Intl.ListFormat("en", { type: "conjunction" }).format(names);
}
