import type { Item, Value } from "../item.js";
import type { Rule, SourcePlace } from "../rule.js";
import { formatValue } from "../value-text.js";
import { isWindows } from "./contributions.js";

/** A cap as a policy file says it: `at most: FRIENDS`. */
export function capInWords(item: Item, value: Value): string {
  return `\`${isWindows(item) ? "at least" : "at most"}: ${formatValue(item, value)}\``;
}

/** A default as a policy file says it. */
export function defaultInWords(item: Item, value: Value): string {
  return `\`default: ${formatValue(item, value)}\``;
}

/** Things in backticks: `a`, `b` and `c`. */
export function listed(names: readonly (string | number)[]): string {
  const quoted = names.map((name) => `\`${name}\``);
  const last = quoted.pop() ?? "";
  return quoted.length === 0 ? last : `${quoted.join(", ")} and ${last}`;
}

/** Rules by their ids, in alphabetical order. */
export function rulesInWords(rules: readonly Rule[]): string {
  return listed(rules.map(({ id }) => id).sort());
}

/** Why something changes nothing, and what to do about it. */
export function inVain(what: string, item: Item, by: readonly Rule[]): string {
  const areAsStrict = `${rulesInWords(by)} ${by.length === 1 ? "is" : "are"} as strict wherever it applies`;
  return `${what} changes nothing for \`${item.key}\`: ${areAsStrict}; take it away, or make it stricter`;
}

/** Where a rule speaks of an item. */
export function placeOfEffect(rule: Rule, item: Item): SourcePlace {
  return rule.effects.find((effect) => effect.item === item.key)?.place ?? rule.place;
}

/** Things that rules say, the last in its file first. */
export function lastFirst<Said extends { readonly rule: Rule }>(said: readonly Said[]): readonly Said[] {
  return said.toSorted(
    (a, b) =>
      (a.rule.place.file < b.rule.place.file ? 1 : a.rule.place.file > b.rule.place.file ? -1 : 0) ||
      b.rule.place.line - a.rule.place.line ||
      b.rule.place.column - a.rule.place.column,
  );
}
