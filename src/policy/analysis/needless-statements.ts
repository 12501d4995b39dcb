import { bitsSpeakingOf } from "../gaps.js";
import { isAtLeastAsStrict } from "../lattice.js";
import type { Rule } from "../rule.js";
import type { ItemTerms } from "../terms.js";
import type { Table } from "../table.js";
import { finding, type Finding } from "./finding.js";
import type { ItemSurvey } from "./survey.js";
import { lastFirst, listed, placeOfEffect } from "./words.js";

/**
 * Rules of the platform that only say that an item is open, where others speak of it for everybody they could matter to.
 * Whoever is proven, linked and at home is spoken of by the fewest rules (V1).
 */
export function needlessStatements(table: Table, { terms, space }: ItemSurvey): readonly Finding[] {
  const { item } = terms;
  const { bits } = space;
  // A law may end or be taken away; what it says leaves the platform's own silence as it is.
  const ofPlatform = terms.rules.reduce(
    (rules, index, place) => (table.rules[index]?.layer === "PLATFORM" ? rules | (1n << BigInt(place)) : rules),
    0n,
  );
  const speaking = bitsSpeakingOf(space) & ofPlatform;
  const minors = space.ages.filter((age) => age < table.catalogue.guardianPowersUnder);
  const spoken = new Set(
    space.dates.flatMap(({ inForce }) =>
      space.places.flatMap(({ reading }) =>
        minors.map(
          (age) => speaking & bits.onDate(inForce) & bits.inPlace(reading) & bits.ofPerson(age, "VERIFIED", true),
        ),
      ),
    ),
  );
  const statements = terms.rules.flatMap((index, place) => {
    const rule = table.rules[index];
    const own = 1n << BigInt(place);
    return rule && (speaking & own) !== 0n && isStatement(rule, terms) ? [{ rule, index, own }] : [];
  });
  let gone = 0n;
  return lastFirst(statements).flatMap(({ rule, index, own }) => {
    const isNeeded = [...spoken].some((rules) => (rules & ~gone) === own);
    // Switched off, it says nothing yet.
    const everApplies = space.dates.some(({ inForce }) => inForce.rules[index] === 1);
    if (isNeeded || !everApplies) return [];
    gone |= own;
    return [
      finding(
        "needless-statement",
        placeOfEffect(rule, item),
        `\`${rule.id}\` only says that ${listed([item.key])} is open, and closes no gap: ` +
          "for everybody under age another rule of the platform speaks of it; take it away",
      ),
    ];
  });
}

function isStatement(rule: Rule, { item, top }: ItemTerms): boolean {
  return rule.effects.every((effect) => {
    if (effect.item !== item.key) return true;
    const isOpenCap = effect.cap === null || isAtLeastAsStrict(top, effect.cap.value);
    const isOpenDefault =
      effect.default === null || (item.kind === "setting" && isAtLeastAsStrict(item.open, effect.default));
    return isOpenCap && isOpenDefault;
  });
}
