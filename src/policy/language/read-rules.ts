import { parseDate } from "../calendar.js";
import { didYouMean } from "../did-you-mean.js";
import type { Citation, Rule, SourcePlace } from "../rule.js";
import type { Vocabulary } from "./read-catalogue.js";
import { readRule, type RuleContext } from "./read-rule.js";
import { groupShape, ruleShape, rulesFileShape, sourceShape } from "./rules-shape.js";
import { entriesOf, readShape, valueAt, within } from "./shape-problems.js";
import type { Path } from "./written-value.js";
import type { Report, YamlSource } from "./yaml-source.js";

/** The `cite` of a rule that no source asks for. */
const OWN = "own";

/** Reads a file of rules. Every rule whose words have the right shape is among the rules, also beside others that have not. */
export function readRules(source: YamlSource, vocabulary: Vocabulary | null): readonly Rule[] {
  const { report, value } = source;
  const shaped = readShape(rulesFileShape, value, report);
  const layer = valueAt(value, ["layer"]) === "LAW" ? "LAW" : "PLATFORM";
  if (shaped?.layer === "LAW" && !shaped.law)
    report([], "`law` is missing: name the statute that these rules come from");
  if (shaped?.layer === "PLATFORM" && shaped.law) report(["law"], "`law` is for files with `layer: LAW`", "key");

  const context: RuleContext = { layer, vocabulary, citationOf: citations(source, layer) };
  const rules = valueAt(value, ["rules"]);
  if (!Array.isArray(rules)) return [];
  return rules.flatMap((input: unknown, index) => {
    const path = ["rules", index];
    return valueAt(input, ["rules"]) === undefined
      ? readWords(input, context, (at) => source.placeOf([...path, ...at]), within(source.report, ...path))
      : readGroup(input, context, source, path);
  });
}

function citations(source: YamlSource, layer: Rule["layer"]): RuleContext["citationOf"] {
  const sources = new Map(entriesOf(valueAt(source.value, ["sources"])));
  const law =
    layer === "LAW" ? citationFrom(valueAt(source.value, ["law"]), source.placeOf(["law", "reviewedOn"])) : null;
  if (sources.has(OWN))
    source.report(
      ["sources", OWN],
      `\`${OWN}\` means that no source asks for a rule: give the source another name`,
      "key",
    );
  return (cite, report) => {
    if (cite === undefined) return law;
    if (cite === OWN) {
      if (layer === "LAW") report([], `\`${OWN}\` is for the platform's rules: a law's rules cite the law`);
      return null;
    }
    if (!sources.has(cite))
      report([], `\`${cite}\` is not among the \`sources\`${didYouMean(cite, [...sources.keys(), OWN])}`);
    return citationFrom(sources.get(cite), source.placeOf(["sources", cite, "reviewedOn"]));
  };
}

/** The citation, or null where its shape is wrong, which has been reported with the file. */
function citationFrom(input: unknown, place: SourcePlace): Citation | null {
  const shaped = sourceShape.safeParse(input).data;
  if (!shaped) return null;
  const reviewedOn = shaped.reviewedOn === undefined ? null : parseDate(shaped.reviewedOn);
  return { title: shaped.title, url: shaped.url ?? null, reviewedOn, place };
}

/** A group's words hold for each of its rules; a word is said by the group or by the rule, not by both. */
function readGroup(input: unknown, context: RuleContext, source: YamlSource, path: Path): readonly Rule[] {
  const group = readShape(groupShape, input, within(source.report, ...path));
  if (!group) return [];
  const { rules, ...shared } = group;
  return rules.flatMap((rule, index) => {
    const inner = [...path, "rules", index];
    const own = entriesOf(rule);
    for (const [word] of own) {
      if (Object.hasOwn(shared, word))
        source.report([...inner, word], `\`${word}\` is already said by the group: say it in one place`, "key");
    }
    // What a group says stands with the group; the rest with the rule.
    const report: Report = (at, message, part) => {
      const isShared = typeof at[0] === "string" && Object.hasOwn(shared, at[0]);
      source.report([...(isShared ? path : inner), ...at], message, part);
    };
    const places = (at: Path): SourcePlace => source.placeOf([...inner, ...at]);
    return readWords(own.length > 0 ? { ...Object.fromEntries(own), ...shared } : rule, context, places, report);
  });
}

function readWords(
  input: unknown,
  context: RuleContext,
  placeOf: (path: Path) => SourcePlace,
  report: Report,
): readonly Rule[] {
  const shaped = readShape(ruleShape, input, report);
  return shaped ? [readRule(shaped, context, report, placeOf)] : [];
}
