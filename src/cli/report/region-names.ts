import { iso31662 } from "iso-3166";
import type { KnownPlace } from "../../policy/space/item-space.js";
import { placeName } from "../../policy/space/item-space.js";
import { LOCALE } from "./report-source.js";

const COUNTRIES = new Intl.DisplayNames([LOCALE], { type: "region" });
const SUBDIVISIONS = new Map(iso31662.map(({ code, name }) => [code, name]));

/** A place by its name: `Germany`, `California`, `the rest of the United States`. */
export function regionName(place: KnownPlace): string {
  const { region, couldBe } = place;
  const [only] = couldBe;
  const name = placeName(place);
  if (region === null) return "an unknown region";
  if (name === "elsewhere" || !only) return "every country that no rule names";
  const country = COUNTRIES.of(only.country) ?? only.country;
  if (couldBe.length > 1) return `${country}, the state or province unknown`;
  if (only.subdivision !== null) return SUBDIVISIONS.get(only.subdivision) ?? only.subdivision;
  return region === only.country ? country : `the rest of ${country}`;
}
