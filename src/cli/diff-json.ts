import { formatDate } from "../policy/calendar.js";
import { changeInWords, factsInWords } from "../policy/difference/box-words.js";
import type { ChangeBox } from "../policy/difference/item-difference.js";
import type { ItemPair, Turn } from "../policy/difference/turn.js";
import { formatValue } from "../policy/value-text.js";
import { settingOf, type ComparedPolicies } from "./diff-page.js";

/** The same for machines. Dates are `YYYY-MM-DD`, `until` and `below` are not included; null is no bound; regions that are unknown are null. */
export function diffJson(compared: ComparedPolicies): string {
  const { before, after, difference, texts } = compared;
  const setting = settingOf(compared);
  const json = {
    old: before.revision,
    new: after.revision,
    loosens: difference.loosens,
    changes: difference.boxes.map((box) => ({
      ...boxJson(box),
      words: `${factsInWords(box.facts, setting)}: ${changeInWords(box)}`,
    })),
    catalogue: difference.catalogue,
    rules: difference.rules.map(({ isIdle, ...change }) => ({ ...change, changesNothing: isIdle })),
    texts,
  };
  return `${JSON.stringify(json, null, 2)}\n`;
}

function boxJson({ item, given, change, facts, by }: ChangeBox) {
  return {
    item: item.after.key,
    direction: change.direction,
    approved: given === "every approval",
    cap: change.cap && turnJson(item, change.cap),
    default: change.default && turnJson(item, change.default),
    approvals: change.approvals,
    ages: facts.ages,
    regions: facts.places === null ? "everywhere" : facts.places.map(({ region }) => region),
    dates:
      facts.dates === null
        ? "every day"
        : facts.dates.map(({ from, until }) => ({ from: formatDate(from), until: until && formatDate(until) })),
    assurance: facts.levels,
    guardianLinked: facts.linked,
    by,
  };
}

function turnJson(item: ItemPair, { before, after, direction }: Turn) {
  return { old: formatValue(item.before, before), new: formatValue(item.after, after), direction };
}
