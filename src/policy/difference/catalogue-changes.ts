import type { Item } from "../item.js";
import type { Catalogue } from "../rule.js";
import { formatDate } from "../calendar.js";
import { formatValue, wordsOf } from "../value-text.js";
import { controlOf, valueInWords, type Direction } from "./turn.js";

/** A change of the words that rules are written in. */
export interface CatalogueChange {
  /** The item's key, or a word of the catalogue. */
  readonly about: string;
  /** In words: `values: NO_ONE, FRIENDS -> NO_ONE`. */
  readonly what: string;
  /** null: by itself it makes nothing stricter or looser; what it makes of answers is in the boxes. */
  readonly direction: Direction | null;
}

/** What differs between two catalogues, bar the texts: items, then everything else. */
export function catalogueChanges(before: Catalogue, after: Catalogue): readonly CatalogueChange[] {
  const [was, is] = [byKey(before), byKey(after)];
  return [
    ...[...is.keys()].flatMap((key) => (was.has(key) ? [] : [change(key, "is new: nothing to compare it with", null)])),
    // A protection that nobody can ask about protects nobody.
    ...[...was.keys()].flatMap((key) => (is.has(key) ? [] : [change(key, "is gone", "looser")])),
    ...[...was.values()].flatMap((item) => {
      const other = is.get(item.key);
      return other ? itemChanges({ item, others: was }, { item: other, others: is }) : [];
    }),
    ...generalChanges(before, after),
  ];
}

function byKey({ items }: Catalogue): ReadonlyMap<string, Item> {
  return new Map(items.map((item) => [item.key, item]));
}

function change(about: string, what: string, direction: Direction | null): CatalogueChange {
  return { about, what, direction };
}

interface Declared {
  readonly item: Item;
  /** All items of the same catalogue, by key. */
  readonly others: ReadonlyMap<string, Item>;
}

function itemChanges(before: Declared, after: Declared): readonly CatalogueChange[] {
  const parts: readonly (readonly [string, (declared: Declared) => string])[] = [
    ["kind", ({ item }) => controlOf(item)],
    ["values", ({ item }) => (item.kind === "feature" ? "" : (wordsOf(item)?.join(", ") ?? ""))],
    ["open", ({ item }) => (item.kind === "feature" ? "" : formatValue(item, item.open))],
    ["steps", ({ item }) => stepsOf(item)],
    ["needs", needsOf],
    ["limited", ({ item }) => (item.kind === "feature" ? (item.limited?.code ?? "") : "")],
  ];
  return parts.flatMap(([name, read]) => {
    const [was, is] = [read(before), read(after)];
    if (was === is) return [];
    // Where the order of values is another, a cap of the same name leaves other values.
    const direction = name === "values" && isReordered(before.item, after.item) ? "neither" : null;
    return [change(before.item.key, `${name}: ${was || "none"} -> ${is || "none"}`, direction)];
  });
}

function stepsOf(item: Item): string {
  const steps = item.kind === "setting" && item.control === "minutes" ? item.steps : [];
  return steps.map((step) => valueInWords(item, step)).join(", ");
}

function needsOf({ item, others }: Declared): string {
  const needs = item.kind === "feature" ? item.needs : [];
  return needs
    .map(({ item: key, atLeast }) => {
      const needed = others.get(key);
      return `${key} ${needed ? formatValue(needed, atLeast) : atLeast}`;
    })
    .sort()
    .join(", ");
}

function isReordered(before: Item, after: Item): boolean {
  const [words, others] = [wordsOf(before) ?? [], wordsOf(after) ?? []];
  const kept = words.filter((word) => others.includes(word));
  return kept.join() !== others.filter((word) => words.includes(word)).join();
}

function generalChanges(before: Catalogue, after: Catalogue): readonly CatalogueChange[] {
  const powers = Math.sign(after.guardianPowersUnder - before.guardianPowersUnder);
  const parts: readonly (readonly [string, (catalogue: Catalogue) => string, Direction | null])[] = [
    ["since", ({ since }) => formatDate(since), null],
    ["proven by", ({ provenBy }) => provenBy, null],
    // Guardians' limits no longer count for those who are as old.
    [
      "guardian powers",
      ({ guardianPowersUnder }) => `under ${guardianPowersUnder}`,
      powers < 0 ? "looser" : "stricter",
    ],
    ["fallback zone", ({ fallbackZone }) => fallbackZone, null],
    ["unknown region", ({ unknownRegion }) => unknownRegion, null],
    ["unknown subdivision", ({ unknownSubdivision }) => [...unknownSubdivision].sort().join("; "), null],
  ];
  return parts.flatMap(([about, read, direction]) => {
    const [was, is] = [read(before), read(after)];
    return was === is ? [] : [change(about, `${was || "none"} -> ${is || "none"}`, direction)];
  });
}
