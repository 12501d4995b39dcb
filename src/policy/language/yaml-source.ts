import { isScalar, LineCounter, parseDocument, visit } from "yaml";
import type { SourcePlace } from "../rule.js";
import { offsetNestedTooDeeply } from "./nesting.js";
import type { PolicyProblem, PolicySource } from "./policy-problem.js";
import { aliasTargets, offsetOf, writtenValue, type Path } from "./written-value.js";

/** Reports a problem at a path; `part` says whether its key or its value is meant, the value when left out. */
export type Report = (path: Path, message: string, part?: "key" | "value") => void;

/** A file read as YAML 1.2 core: words that YAML 1.1 turns into other types, such as `NO` and `21:00`, stay words. */
export interface YamlSource {
  readonly file: string;
  /** Plain maps, lists and scalars; undefined when the file is not readable at all, which is among the problems. */
  readonly value: unknown;
  /** The problems of the YAML itself, and those reported since. */
  readonly problems: readonly PolicyProblem[];
  readonly report: Report;
  /** Where the nearest existing value on a path stands. */
  placeOf(path: Path): SourcePlace;
}

const LONGEST = 1_000_000;

/** Reads one file. Never throws: whatever is wrong is in `problems`. */
export function readYaml({ file, text }: PolicySource): YamlSource {
  const problems: PolicyProblem[] = [];
  const start: SourcePlace = { file, line: 1, column: 1 };
  const unreadable: YamlSource = {
    file,
    value: undefined,
    problems,
    report: (_, message) => void problems.push({ place: start, message }),
    placeOf: () => start,
  };
  const refuse = (message: string, place = start): YamlSource => {
    problems.push({ place, message });
    return unreadable;
  };
  if (text.length > LONGEST)
    return refuse(`the file has ${text.length} characters, and ${LONGEST} are the most: split it`);
  const deep = offsetNestedTooDeeply(text);
  if (deep !== null) {
    const before = text.slice(0, deep).split("\n");
    const place = { file, line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
    return refuse("nested more deeply than any policy file needs: close what is open, or indent less", place);
  }

  const lines = new LineCounter();
  const document = parseDocument(text, {
    lineCounter: lines,
    prettyErrors: false,
    stringKeys: true,
    merge: true,
    version: "1.2",
  });
  const placeAt = (offset: number): SourcePlace => {
    const { line, col } = lines.linePos(offset);
    return { file, line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  const faults = [...document.errors, ...document.warnings];
  problems.push(...faults.map((fault) => ({ place: placeAt(fault.pos[0]), message: wording(fault, text) })));
  visit(document, {
    Pair: (_, { key }) => {
      if (!isScalar(key) || key.value !== "__proto__") return;
      problems.push({ place: placeAt(key.range?.[0] ?? 0), message: "`__proto__` cannot be used as a key" });
    },
  });
  if (faults.some(({ code }) => code !== "DUPLICATE_KEY")) return unreadable;
  if (document.contents === null) return refuse("the file is empty");
  const targets = aliasTargets(document);
  for (const [alias, target] of targets) {
    if (!target)
      problems.push({
        place: placeAt(alias.range?.[0] ?? 0),
        message: `\`*${alias.source}\` stands for nothing: write \`&${alias.source}\` before it`,
      });
  }
  if ([...targets.values()].includes(undefined)) return unreadable;
  const whole = writtenValue(document, targets);
  if (!whole) return refuse("its anchors stand for themselves, or for far too much: write it out");
  return {
    file,
    value: whole.value,
    problems,
    report: (path, message, part = "value") =>
      void problems.push({ place: placeAt(offsetOf(whole, path, part)), message }),
    placeOf: (path) => placeAt(offsetOf(whole, path, "value")),
  };
}

function wording(
  { code, message, pos }: { code: string; message: string; pos: [number, number] },
  text: string,
): string {
  const word = /^[^\s:,\]}]*/.exec(text.slice(pos[0], pos[0] + 80))?.[0] ?? "";
  switch (code) {
    case "DUPLICATE_KEY":
      return `\`${word}\` is written twice: keep one`;
    case "MULTIPLE_DOCS":
      return "a second document starts here: one file holds one document, without `---`";
    case "NON_STRING_KEY":
      return "a key is one word or phrase, without brackets";
    case "TAG_RESOLVE_FAILED":
      return `\`${word}\` is a tag: tags are not used in policy files`;
    default:
      return `not valid YAML: ${message.charAt(0).toLowerCase()}${message.slice(1).replace(/\.$/, "")}`;
  }
}
