import type { Rule } from "../rule.js";
import { finding, type Finding } from "./finding.js";
import type { TellingApart } from "./telling-apart.js";
import { lastFirst, rulesInWords } from "./words.js";

/** Ages that rules name and at which nothing changes for anybody. `live`: the rules that do change something. */
export function idleThresholds(items: readonly TellingApart[], live: readonly Rule[]): readonly Finding[] {
  const ages = [...new Set(live.flatMap(({ age }) => (age ? [age.age] : [])))].sort((a, b) => a - b);
  return ages.flatMap((age) => {
    if (items.some((item) => changesAt(item, age))) return [];
    const rules = lastFirst(live.filter((rule) => rule.age?.age === age).map((rule) => ({ rule })));
    const [{ rule } = { rule: undefined }] = rules.toReversed();
    if (!rule) return [];
    const message =
      `nothing changes for anybody at ${age}, an age that ${rulesInWords(rules.map((one) => one.rule).reverse())} ` +
      `${rules.length === 1 ? "names" : "name"}: use an age that others name too, or take the condition away`;
    return [finding("idle-threshold", rule.place, message)];
  });
}

function changesAt({ survey: { space }, differ }: TellingApart, age: number): boolean {
  const { bits } = space;
  const below = space.ages[space.ages.indexOf(age) - 1];
  if (below === undefined) return false;
  const around = new Set(
    space.dates.flatMap(({ inForce }) =>
      space.places.map(({ reading }) => bits.onDate(inForce) & bits.inPlace(reading)),
    ),
  );
  for (const here of around)
    for (const level of space.levels)
      for (const linked of [false, true])
        if (differ(here & bits.ofPerson(below, level, linked), here & bits.ofPerson(age, level, linked), linked))
          return true;
  return false;
}
