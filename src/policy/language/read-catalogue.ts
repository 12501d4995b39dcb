import { parseDate, parseTimeZone } from "../calendar.js";
import { didYouMean } from "../did-you-mean.js";
import { NO_LIMIT, type Feature, type Item, type ItemKey, type Need, type Setting, type Value } from "../item.js";
import { parseRegion } from "../regions.js";
import type { Catalogue } from "../rule.js";
import type { AssuranceLevel } from "../subject.js";
import { NO_WINDOWS } from "../week-windows.js";
import { catalogueShape, featureShape, settingShape } from "./catalogue-shape.js";
import { readBlocs, type Blocs } from "./read-places.js";
import { readValue } from "./read-value.js";
import { entriesOf, readShape, valueAt, within } from "./shape-problems.js";
import type { Report, YamlSource } from "./yaml-source.js";

/** The words that rules may use, as far as the catalogue could be read. */
export interface Vocabulary {
  /** By key; null: declared, but with a mistake that has been reported, so nothing more can be said about its values. */
  readonly items: ReadonlyMap<string, Item | null>;
  readonly blocs: Blocs;
  readonly provenBy: AssuranceLevel;
}

/** A catalogue, or null after reports; its words either way, so that rules can be read against what is there. */
export interface ReadCatalogue {
  readonly catalogue: Catalogue | null;
  readonly vocabulary: Vocabulary;
  /** The revision's name for people; null: it has none. */
  readonly revision: string | null;
}

/** Reads `catalogue.yaml`. */
export function readCatalogue(source: YamlSource): ReadCatalogue {
  const shaped = readShape(catalogueShape, source.value, source.report);
  const items = new Map<string, Item | null>();
  for (const [key, input] of entriesOf(valueAt(source.value, ["settings"]))) {
    items.set(key, readSetting(key, items.size, input, within(source.report, "settings", key)));
  }
  for (const [key, input] of entriesOf(valueAt(source.value, ["features"]))) {
    const report = within(source.report, "features", key);
    if (items.has(key))
      report([], `\`${key}\` is already a setting: keys are unique over settings and features`, "key");
    items.set(key, items.has(key) ? null : readFeature(key, items.size, input));
  }
  const withNeeds = readNeeds(items, source);
  const blocs = readBlocs(valueAt(source.value, ["blocs"]), within(source.report, "blocs"));
  const vocabulary = { items: withNeeds, blocs, provenBy: shaped?.["proven by"] ?? "VERIFIED" };
  const revision = shaped?.revision ?? null;
  if (!shaped) return { catalogue: null, vocabulary, revision };

  const since = parseDate(shaped.since);
  const { region, subdivision = {} } = shaped.unknown;
  const unknownRegion = region === "strictest" ? region : parseRegion(region);
  if (!unknownRegion)
    source.report(["unknown", "region"], `\`${region}\` is not a region: write \`strictest\` or a code like \`BR\``);
  const unknownSubdivision = Object.entries(subdivision).flatMap(([word, reading]) => {
    const country = parseRegion(word);
    if (country?.length === 2) return [[country, reading] as const];
    source.report(["unknown", "subdivision", word], `\`${word}\` is not a country: write a code like \`US\``, "key");
    return [];
  });
  const zone = shaped["fallback zone"] ?? "Etc/UTC";
  const fallbackZone = parseTimeZone(zone);
  if (!fallbackZone)
    source.report(["fallback zone"], `\`${zone}\` is not a time zone: write an IANA name like \`Etc/UTC\``);
  const complete = [...withNeeds.values()].filter((item) => item !== null);
  if (source.problems.length > 0 || since === null || !unknownRegion || !fallbackZone)
    return { catalogue: null, vocabulary, revision };
  return {
    vocabulary,
    revision,
    catalogue: {
      since,
      provenBy: shaped["proven by"],
      guardianPowersUnder: Number(shaped["guardian powers"].slice("under ".length)),
      fallbackZone,
      unknownRegion,
      unknownSubdivision: new Map(unknownSubdivision),
      blocs: vocabulary.blocs,
      items: complete,
    },
  };
}

function readSetting(word: string, index: number, input: unknown, report: Report): Setting | null {
  const shaped = settingShape.safeParse(input).data;
  if (!shaped) return null;
  const declared = { key: word as ItemKey, index, kind: "setting" } as const;
  const { values, minutes, steps = ["NO_LIMIT"], windows } = shaped;
  if ([values, minutes, windows].filter((kind) => kind !== undefined).length !== 1) {
    report([], `\`${word}\` needs exactly one of \`values\`, \`minutes\` and \`windows\``, "key");
    return null;
  }
  if (shaped.steps && !minutes) report(["steps"], "`steps` goes with `minutes` only", "key");
  const open = (setting: Setting): Value | null => readValue(setting, shaped.open, within(report, "open"));
  if (values) {
    const twice = values.findIndex((value, rank) => values.indexOf(value) !== rank);
    if (twice >= 0) {
      report(["values", twice], `\`${values[twice] ?? ""}\` is written twice: keep one`);
      return null;
    }
    const control = values.length === 2 && values.includes("OFF") && values.includes("ON") ? "switch" : "choice";
    const setting = { ...declared, control, values, open: 0 } as const;
    const value = open(setting);
    return typeof value === "number" ? { ...setting, open: value } : null;
  }
  if (minutes) {
    const setting = { ...declared, control: "minutes", open: 0, steps: [] } as const;
    const read = steps.map((step, position) => readValue(setting, step, within(report, "steps", position)));
    const ranks = read.filter((step) => typeof step === "number");
    const value = open(setting);
    if (ranks.length !== read.length || typeof value !== "number") return null;
    if (
      ranks.at(-1) !== NO_LIMIT ||
      ranks.some((step, position) => position > 0 && step <= (ranks[position - 1] ?? step))
    ) {
      report(["steps"], "these steps do not rise to `NO_LIMIT`: write them from strict to loose, each once");
      return null;
    }
    return { ...setting, open: value, steps: ranks };
  }
  const setting = { ...declared, control: "windows", open: NO_WINDOWS } as const;
  const value = open(setting);
  return value === null || typeof value === "number" ? null : { ...setting, open: value };
}

function readFeature(word: string, index: number, input: unknown): Feature | null {
  const shaped = featureShape.safeParse(input).data;
  if (!shaped) return null;
  const limited =
    typeof shaped.limited === "string" ? { code: `${word}Limited`, text: shaped.limited } : (shaped.limited ?? null);
  return { key: word as ItemKey, index, kind: "feature", needs: [], limited };
}

/** The items with their needs (C5): known, above the strictest, without circles, and with `account` behind every feature. */
function readNeeds(items: ReadonlyMap<string, Item | null>, source: YamlSource): ReadonlyMap<string, Item | null> {
  const needed = new Map<string, readonly string[]>();
  const result = new Map(items);
  for (const [key, item] of items) {
    if (item?.kind !== "feature") continue;
    const written = entriesOf(valueAt(source.value, ["features", key, "needs"]));
    needed.set(
      key,
      written.map(([other]) => other),
    );
    const needs = written.flatMap(([other, input]) =>
      readNeed(items, other, input, within(source.report, "features", key, "needs", other)),
    );
    result.set(key, { ...item, needs });
  }
  /** The shortest chain of needs from one key to each that it leads to, that one at its end. */
  const chainsFrom = (key: string): ReadonlyMap<string, readonly string[]> => {
    const chains = new Map<string, readonly string[]>();
    const queue: (readonly string[])[] = [[key]];
    for (const chain of queue) {
      for (const next of needed.get(chain.at(-1) ?? "") ?? []) {
        if (chains.has(next)) continue;
        chains.set(next, [...chain, next]);
        queue.push([...chain, next]);
      }
    }
    return chains;
  };
  if (!items.has("account") && entriesOf(valueAt(source.value, ["features"])).length > 0) {
    source.report(["features"], "`account` is missing: every feature needs it", "key");
  }
  for (const key of needed.keys()) {
    const chains = chainsFrom(key);
    const circle = chains.get(key);
    if (circle) {
      const steps = circle.map((step) => `\`${step}\``).join(" needs ");
      source.report(["features", key, "needs"], `a circle of needs: ${steps}: take one of them away`, "key");
    } else if (key !== "account" && items.has("account") && !chains.has("account")) {
      source.report(
        ["features", key],
        `\`${key}\` does not need \`account\`, directly or through what it needs`,
        "key",
      );
    }
  }
  return result;
}

function readNeed(
  items: ReadonlyMap<string, Item | null>,
  key: string,
  input: unknown,
  report: Report,
): readonly Need[] {
  const item = items.get(key);
  if (item === undefined) report([], `\`${key}\` is not in the catalogue${didYouMean(key, items.keys())}`, "key");
  if (!item) return [];
  if (item.kind === "setting" && item.control === "windows") {
    report([], `\`${key}\` is made of windows: a feature cannot need it`, "key");
    return [];
  }
  const atLeast = readValue(item, input, report);
  if (typeof atLeast !== "number") return [];
  if (atLeast === 0)
    report([], `\`${String(input)}\` is the strictest value of \`${key}\`, which everybody has: need a looser one`);
  if (item.kind === "feature" && atLeast === 1 && !item.limited) {
    report([], `\`${key}\` is never limited: the catalogue gives it no \`limited\` text`);
  }
  return [{ item: item.key, atLeast }];
}
