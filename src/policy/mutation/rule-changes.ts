import { addDays, formatDate } from "../calendar.js";
import type { Item, Value } from "../item.js";
import { isAtLeastAsStrict, isLooser, sameValue, top } from "../lattice.js";
import type { Catalogue, Rule, RuleEffect, RulePlace, RuleStatus } from "../rule.js";
import { ASSURANCE_LEVELS } from "../subject.js";
import { formatValue } from "../value-text.js";
import { looserThan, stricterThan } from "./value-steps.js";

/** One small change of a rule, as somebody could make it by mistake. */
export interface RuleChange {
  /** What is changed, in words: `age 16 -> 17`. */
  readonly what: string;
  /** The rule as it would be; null: gone. */
  readonly rule: Rule | null;
}

const ADULT_LIMIT = 120;

/** Every small change of a rule that still makes a rule which can be read. */
export function changesOf(rule: Rule, catalogue: Catalogue): readonly RuleChange[] {
  return [
    { what: "removed", rule: null },
    ...ageChanges(rule),
    ...guardianChanges(rule),
    ...placeChanges(rule, catalogue),
    ...timelineChanges(rule),
    ...seasonChanges(rule),
    ...rule.effects.flatMap((effect) => effectChanges(rule, effect, catalogue.items)),
  ];
}

function ageChanges(rule: Rule): readonly RuleChange[] {
  const { age } = rule;
  if (!age) return [];
  const years = [age.age - 1, age.age + 1]
    .filter((other) => other >= 1 && other <= ADULT_LIMIT)
    .map((other) => ({ what: `age ${age.age} -> ${other}`, rule: { ...rule, age: { ...age, age: other } } }));
  if (age.kind === "under") return years;
  const rank = ASSURANCE_LEVELS.indexOf(age.by);
  const levels = [rank - 1, rank + 1].flatMap((other) => {
    const by = ASSURANCE_LEVELS[other];
    // UNKNOWN proves nothing: the condition would be an age alone.
    if (by === undefined) return [];
    const condition = by === "UNKNOWN" ? ({ kind: "under", age: age.age } as const) : { ...age, by };
    return [{ what: `proven by ${age.by} -> ${by}`, rule: { ...rule, age: condition } }];
  });
  return [...years, ...levels];
}

function guardianChanges(rule: Rule): readonly RuleChange[] {
  return rule.unlinkedOnly ? [{ what: "`guardian: not linked` dropped", rule: { ...rule, unlinkedOnly: false } }] : [];
}

function placeChanges(rule: Rule, catalogue: Catalogue): readonly RuleChange[] {
  const where = wordsOfPlaces(rule.where, catalogue);
  const dropped = where.length < 2 ? [] : [...where];
  return [
    ...dropped.map(([word, places]) => ({
      what: `place ${word} removed`,
      rule: { ...rule, where: rule.where.filter((place) => !places.includes(place)) },
    })),
    ...wordsOfPlaces(rule.minus, catalogue).map(([word, places]) => ({
      what: `exception ${word} removed`,
      rule: { ...rule, minus: rule.minus.filter((place) => !places.includes(place)) },
    })),
  ];
}

/** Places as somebody would have written them: the largest blocs that are wholly among them, then the rest one by one. */
function wordsOfPlaces(
  places: readonly RulePlace[],
  { blocs }: Catalogue,
): readonly (readonly [word: string, places: readonly RulePlace[]])[] {
  const words: [string, readonly RulePlace[]][] = [];
  let left = places;
  for (const [name, members] of [...blocs].sort(([, a], [, b]) => b.length - a.length)) {
    if (members.length === 0 || !members.every((member) => left.includes(member))) continue;
    words.push([name, members]);
    left = left.filter((place) => place === "WORLD" || !members.includes(place));
  }
  return [...words, ...left.map((place): [string, readonly RulePlace[]] => [place, [place]])];
}

function timelineChanges(rule: Rule): readonly RuleChange[] {
  return rule.timeline.flatMap((entry, index) => {
    const day = formatDate(entry.from);
    const before = rule.timeline[index - 1];
    const after = rule.timeline[index + 1];
    const replaced = (other: typeof entry): Rule => ({
      ...rule,
      timeline: rule.timeline.map((one) => (one === entry ? other : one)),
    });
    const days = [-1, 1].flatMap((by) => {
      const from = addDays(entry.from, by);
      if ((before && from <= before.from) || (after && from >= after.from)) return [];
      return [{ what: `${day} -> ${formatDate(from)} (${entry.status})`, rule: replaced({ ...entry, from }) }];
    });
    const status: RuleStatus = entry.status === "in force" ? "enjoined" : "in force";
    return [...days, { what: `${day}: ${entry.status} -> ${status}`, rule: replaced({ ...entry, status }) }];
  });
}

function seasonChanges(rule: Rule): readonly RuleChange[] {
  return rule.eachYear ? [{ what: "`each year` dropped", rule: { ...rule, eachYear: null } }] : [];
}

function effectChanges(rule: Rule, effect: RuleEffect, items: readonly Item[]): readonly RuleChange[] {
  const item = items.find(({ key }) => key === effect.item);
  if (!item) return [];
  const say = (value: Value): string => formatValue(item, value);
  const become = (what: string, other: Partial<RuleEffect>): RuleChange => ({
    what: `${item.key}: ${what}`,
    rule: { ...rule, effects: rule.effects.map((one) => (one === effect ? { ...one, ...other } : one)) },
  });
  const { cap, default: standard } = effect;
  const isWindows = item.kind === "setting" && item.control === "windows";
  return [
    ...neighbours(item, cap?.value ?? null).flatMap((value) => {
      if (!cap) return [];
      const lift = cap.guardianMayAllow !== null && isLooser(cap.guardianMayAllow, value) ? cap.guardianMayAllow : null;
      // A default looser than all that its rule leaves is refused when rules are read; only windows add up.
      const widest = lift ?? value;
      const isReadable = isWindows || standard === null || isAtLeastAsStrict(standard, widest);
      const word = isWindows ? "at least" : "at most";
      return [
        become(`${word} ${say(cap.value)} -> ${say(value)}`, {
          cap: { value, guardianMayAllow: lift },
          default: isReadable ? standard : widest,
        }),
      ];
    }),
    ...liftChanges(item, cap).map(([what, guardianMayAllow]) =>
      become(what, { cap: cap && { ...cap, guardianMayAllow } }),
    ),
    ...neighbours(item, standard).flatMap((value) => {
      const widest = cap && (cap.guardianMayAllow ?? cap.value);
      if (standard === null || (!isWindows && widest && !isAtLeastAsStrict(value, widest))) return [];
      return [become(`default ${say(standard)} -> ${say(value)}`, { default: value })];
    }),
  ];
}

function neighbours(item: Item, value: Value | null): readonly Value[] {
  return value === null ? [] : [stricterThan(item, value), looserThan(item, value)].filter((one) => one !== null);
}

/** A lift taken away, one step shorter or longer; where there is none, a full one added. */
function liftChanges(item: Item, cap: RuleEffect["cap"]): readonly (readonly [what: string, lift: Value | null])[] {
  if (!cap) return [];
  const { value, guardianMayAllow: lift } = cap;
  if (lift === null) return sameValue(value, top(item)) ? [] : [["a guardian's approval would lift it", top(item)]];
  const say = (one: Value): string => formatValue(item, one);
  return [
    ["`guardian may allow` removed", null],
    ...neighbours(item, lift)
      .filter((other) => isLooser(other, value))
      .map((other) => [`guardian may allow ${say(lift)} -> ${say(other)}`, other] as const),
  ];
}
