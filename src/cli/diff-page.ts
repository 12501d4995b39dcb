import { changeInWords, directionInWords, factsInWords, type BoxSetting } from "../policy/difference/box-words.js";
import type { ChangeBox } from "../policy/difference/item-difference.js";
import type { PolicyDifference } from "../policy/difference/policy-difference.js";
import type { TextChange } from "../policy/difference/text-changes.js";
import { mayLoosen } from "../policy/difference/turn.js";
import type { LoadedPolicy } from "./policy-argument.js";

/** Two policies with all that differs between them. */
export interface ComparedPolicies {
  readonly before: LoadedPolicy;
  readonly after: LoadedPolicy;
  readonly difference: PolicyDifference;
  readonly texts: readonly TextChange[];
}

/** The page for people: what loosens first, one line a box. */
export function diffPage(compared: ComparedPolicies): string {
  const { before, after, difference, texts } = compared;
  const { boxes, catalogue, rules } = difference;
  const setting = settingOf(compared);
  const looser = boxLines(
    boxes.filter(({ change }) => mayLoosen(change)),
    setting,
  );
  const stricter = boxLines(
    boxes.filter(({ change }) => !mayLoosen(change)),
    setting,
  );
  const lines = [
    `${before.revision.label} -> ${after.revision.label}`,
    ...section("Looser", looser),
    ...section("Stricter", stricter),
    ...section(
      "Catalogue",
      catalogue.map(
        ({ about, what, direction }) =>
          `${about}: ${what}${direction === null ? "" : ` (${directionInWords(direction)})`}`,
      ),
    ),
    ...section("Rules", rules.map(ruleLine)),
    ...section(
      "Texts",
      texts.map(({ item, language, what }) => `${item ?? "language"} (${language}): ${what}`),
    ),
    "",
    summary(compared, looser.length, stricter.length),
  ];
  return `${lines.join("\n")}\n`;
}

/** What the words about two policies are read against: the blocs of the later one. */
export function settingOf({ after, difference }: ComparedPolicies): BoxSetting {
  const { world, since } = difference;
  return { world, since, blocs: after.documents.catalogue.blocs };
}

function section(title: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : ["", title, ...lines.map((line) => `  ${line}`)];
}

/** One line for all items to which the same happens; what is said of known places comes before what is said of unknown ones. */
function boxLines(boxes: readonly ChangeBox[], setting: BoxSetting): readonly string[] {
  const itemsOf = new Map<string, Set<string>>();
  for (const box of boxes.toSorted((a, b) => Number(isOfUnknown(a)) - Number(isOfUnknown(b)))) {
    const by = box.by.length === 0 ? "by the catalogue" : `by ${box.by.join(", ")}`;
    const words = `${factsInWords(box.facts, setting)}: ${changeInWords(box)}, ${by}`;
    const items = itemsOf.get(words) ?? new Set();
    itemsOf.set(words, items.add(box.item.after.key));
  }
  return [...itemsOf].map(([words, items]) => `${[...items].join(", ")}, ${words}`);
}

function isOfUnknown({ facts: { places } }: ChangeBox): boolean {
  return places?.every(({ couldBe }) => couldBe.length > 1) ?? false;
}

function ruleLine({ rule, kind, parts, place, isIdle }: PolicyDifference["rules"][number]): string {
  const what = kind === "changed" ? `changed (${parts.join(", ")})` : kind;
  const idle = isIdle ? "; changes nothing that anybody may do" : "";
  return `${rule} ${what}, ${place.file}:${place.line}${idle}`;
}

function summary({ difference, texts }: ComparedPolicies, looser: number, stricter: number): string {
  const { catalogue, rules, loosens } = difference;
  const others = catalogue.length + rules.length + texts.length;
  if (looser + stricter === 0 && !loosens)
    return others === 0 ? "nothing differs" : "nothing changes that anybody may do";
  return loosens ? `${looser} looser, ${stricter} stricter` : `nothing is looser, ${stricter} stricter`;
}
