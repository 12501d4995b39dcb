import { iso31661, iso31662 } from "iso-3166";
import type { RegionCode } from "./subject.js";

// Kosovo has no ISO code; XK is the one that CLDR, the EU and the IMF use for it.
const CODES = new Set([...iso31661.map(({ alpha2 }) => alpha2), ...iso31662.map(({ code }) => code), "XK"]);

const CODE_OF_NAME = new Map([
  ...iso31662.map(({ name, code }) => [name.toLowerCase(), code] as const),
  ...iso31661.map(({ name, alpha2 }) => [name.toLowerCase(), alpha2] as const),
]);

/**
 * Reads an ISO 3166-1 alpha-2 or 3166-2 code in capitals, such as `BR` or `US-CA`; null when ISO lists no such place.
 * A misspelt subdivision is refused, because it would otherwise be read as a place without laws of its own.
 */
export function parseRegion(text: string): RegionCode | null {
  return CODES.has(text) ? (text as RegionCode) : null;
}

/** The country of a region: `US` for `US-CA`, and `BR` for `BR`. */
export function countryOf(region: RegionCode): RegionCode {
  return region.slice(0, 2) as RegionCode;
}

/** The code that somebody means who writes a name, such as `California`, or `UK`, which is no ISO code; null when nobody can tell. */
export function regionNamed(name: string): RegionCode | null {
  const code = name === "UK" ? "GB" : CODE_OF_NAME.get(name.toLowerCase());
  return code === undefined ? null : parseRegion(code);
}
