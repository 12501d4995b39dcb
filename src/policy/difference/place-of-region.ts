import { UNNAMED_COUNTRY } from "../places.js";
import { countryOf } from "../regions.js";
import type { KnownPlace } from "../space/item-space.js";
import type { RegionCode } from "../subject.js";

/** Makes the function that finds the place which the rules take a region for, among all that they tell apart; null: the region is unknown. */
export function placeOfRegion(world: readonly KnownPlace[]): (region: RegionCode | null) => KnownPlace {
  const byRegion = new Map<string | null, KnownPlace>(world.map((place) => [place.region, place]));
  // The rest of a divided country has a code of its own, which no real subdivision has.
  const restOf = new Map(
    world.flatMap((place) => {
      const [only, ...more] = place.couldBe;
      return only && more.length === 0 && only.subdivision === null ? [[only.country, place] as const] : [];
    }),
  );
  return (region) => {
    const found = byRegion.get(region) ?? (region && restOf.get(countryOf(region))) ?? restOf.get(UNNAMED_COUNTRY);
    if (!found) throw new RangeError("the world has no place for what no rule names");
    return found;
  };
}
