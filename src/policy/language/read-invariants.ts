import type { z } from "zod";
import { didYouMean } from "../did-you-mean.js";
import type { Item } from "../item.js";
import type { Exception, Invariant, UnknownFact } from "../proof/invariant.js";
import type { Catalogue } from "../rule.js";
import { alwaysShape, invariantsFileShape, promiseShape } from "./invariants-shape.js";
import type { Vocabulary } from "./read-catalogue.js";
import { readRule } from "./read-rule.js";
import { readShape, valueAt, within } from "./shape-problems.js";
import type { Report, YamlSource } from "./yaml-source.js";

/** Reads `invariants.yaml`. What cannot be read is reported and left out. */
export function readInvariants(source: YamlSource, vocabulary: Vocabulary | null): readonly Invariant[] {
  readShape(invariantsFileShape, source.value, source.report);
  const written = valueAt(source.value, ["invariants"]);
  if (!Array.isArray(written)) return [];
  const names = new Set<string>();
  return written.flatMap((input: unknown, index) => {
    const report = within(source.report, "invariants", index);
    const place = source.placeOf(["invariants", index, "name"]);
    const invariant = valueAt(input, ["promise"]) === undefined ? readAlways : readPromise;
    const read = invariant(input, vocabulary, report, place);
    if (read && names.has(read.name)) report(["name"], `\`${read.name}\` is already the name of an invariant`);
    if (read) names.add(read.name);
    return read ? [read] : [];
  });
}

/**
 * Says which readings of unknown facts the catalogue chooses that are not the strictest and that no invariant lists as
 * an exception (F7), and which exceptions are listed in vain.
 */
export function checkUnknownReadings(
  { unknownRegion, unknownSubdivision }: Catalogue,
  invariants: readonly Invariant[],
  reportOfCatalogue: Report,
  reportOfInvariants: Report,
): void {
  const listed = new Set<UnknownFact | null>();
  invariants.forEach((invariant) => {
    if (invariant.kind === "promise") for (const { fact } of invariant.exceptions) listed.add(fact);
  });
  const tell = "list it in `invariants.yaml`, as an exception of the promise `unknown is never looser`";
  if (unknownRegion !== "strictest" && !listed.has("region")) {
    reportOfCatalogue(
      ["unknown", "region"],
      `reading an unknown region as \`${unknownRegion}\` may be looser than what it could be: ${tell}`,
    );
  }
  const loose = [...unknownSubdivision].filter(([, reading]) => reading === "country");
  for (const [country] of listed.has("subdivision") ? [] : loose) {
    reportOfCatalogue(
      ["unknown", "subdivision", country],
      `reading \`${country}\` without a subdivision as the rest of the country may be looser than what it could be: ${tell}`,
    );
  }
  const inVain = (fact: UnknownFact, isStrictest: boolean): void => {
    if (isStrictest && listed.has(fact))
      reportOfInvariants(
        [],
        `\`fact: ${fact}\` is an exception from nothing: the catalogue reads an unknown ${fact} as the strictest it could be`,
      );
  };
  inVain("region", unknownRegion === "strictest");
  inVain("subdivision", loose.length === 0);
}

type Place = Invariant["place"];

// Before the first day that any catalogue can speak of.
const EVER = "1900-01-01";

/** An `always` is read as the rule that must change nothing, so that it has the words and the meaning of a rule. */
function readAlways(input: unknown, vocabulary: Vocabulary | null, report: Report, place: Place): Invariant | null {
  const shaped = readShape(alwaysShape, input, report);
  if (!shaped) return null;
  const { name, says, from = EVER, where, when, always, except = [] } = shaped;
  const minus = except.flatMap((one, index) => [one.where].flat().map((word) => ({ word, index })));
  const rule = readRule(
    {
      id: name,
      timeline: { [from]: "in force" },
      then: always,
      ...(where !== undefined && { where }),
      ...(when !== undefined && { when }),
      ...(minus.length > 0 && { minus: minus.map(({ word }) => word) }),
    },
    { layer: "PLATFORM", vocabulary, citationOf: () => null },
    (path, message, part) => {
      const [first, second, ...rest] = path;
      if (first === "then") report(["always", ...path.slice(1)], message.replace("`then`", "`always`"), part);
      else if (first === "minus" && typeof second === "number")
        report(["except", minus[second]?.index ?? 0, "where", ...rest], message, part);
      else if (first === "minus") report(["except"], message.replace("`minus` takes", "these exceptions take"), part);
      else report(path, message, part);
    },
    () => place,
  );
  return { kind: "always", name, says, place, rule };
}

function readPromise(input: unknown, vocabulary: Vocabulary | null, report: Report, place: Place): Invariant | null {
  const shaped = readShape(promiseShape, input, report);
  if (!shaped) return null;
  const { name, says, promise, items, except = [] } = shaped;
  return {
    kind: "promise",
    name,
    says,
    place,
    promise,
    items: items ? items.flatMap((key, at) => itemNamed(key, vocabulary, within(report, "items", at)) ?? []) : null,
    exceptions: except.map((one, at) => readException(one, shaped, vocabulary, within(report, "except", at))),
  };
}

type WrittenPromise = z.infer<typeof promiseShape>;
type WrittenException = NonNullable<WrittenPromise["except"]>[number];

function readException(
  { item, birthday, fact, because }: WrittenException,
  { promise }: WrittenPromise,
  vocabulary: Vocabulary | null,
  report: Report,
): Exception {
  if (item === undefined && birthday === undefined && fact === undefined)
    report([], "this would give up the whole promise: name an `item`, a `birthday` or a `fact`");
  if (birthday !== undefined && promise !== "older is never stricter")
    report(["birthday"], "`birthday` goes with `older is never stricter` only", "key");
  if (fact !== undefined && promise !== "unknown is never looser")
    report(["fact"], "`fact` goes with `unknown is never looser` only", "key");
  return {
    item: item === undefined ? null : itemNamed(item, vocabulary, within(report, "item")),
    birthday: birthday ?? null,
    fact: fact ?? null,
    because,
  };
}

function itemNamed(key: string, vocabulary: Vocabulary | null, report: Report): Item | null {
  const known = vocabulary?.items;
  if (known && !known.has(key)) report([], `\`${key}\` is not in the catalogue${didYouMean(key, known.keys())}`);
  return known?.get(key) ?? null;
}
