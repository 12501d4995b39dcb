import type { CalendarDate } from "../calendar.js";
import type { Item } from "../item.js";
import type { Catalogue } from "../rule.js";
import type { KnownPlace } from "../space/item-space.js";
import { ASSURANCE_LEVELS } from "../subject.js";
import { datesInWords } from "./date-words.js";
import type { ChangeBox, FactBox, ItemChange } from "./item-difference.js";
import { placesInWords } from "./place-words.js";
import { valueInWords, type Direction, type ItemPair, type Turn } from "./turn.js";

/** What the words of a box are read against. */
export interface BoxSetting {
  readonly world: readonly KnownPlace[];
  readonly blocs: Catalogue["blocs"];
  /** The first day that is compared. */
  readonly since: CalendarDate;
}

const WORDS = { looser: "LOOSER", stricter: "stricter", neither: "LOOSER in part" } as const satisfies Record<
  Direction,
  string
>;

/** The word for a direction; one that loosens stands out. */
export function directionInWords(direction: Direction): string {
  return WORDS[direction];
}

/** Who and when: `13 to 15, in EU, from 2027-01-01 on`; what is not bounded is left out. */
export function factsInWords({ dates, places, ages, levels, linked }: FactBox, setting: BoxSetting): string {
  const parts = [
    agesInWords(ages),
    places === null ? "everywhere" : placesInWords(places, setting.world, setting.blocs),
    levelsInWords(levels),
    linked === null ? null : linked ? "linked to a guardian" : "not linked to a guardian",
    dates === null ? null : datesInWords(dates, setting.since),
  ];
  return parts.filter((part) => part !== null).join(", ");
}

/** What changes: `at most FRIENDS -> NO_ONE (stricter)`. */
export function changeInWords({ item, given, change }: ChangeBox): string {
  const parts = [
    change.cap && `${boundOf(item.after)} ${turnInWords(item, change.cap)}`,
    change.default && `by default ${turnInWords(item, change.default)}`,
    change.approvals && approvalsInWords(change.approvals),
  ].filter((part) => part !== null);
  return given === "nothing" ? parts.join(", ") : `as far as a guardian may allow: ${parts.join(", ")}`;
}

function approvalsInWords({ before, after }: NonNullable<ItemChange["approvals"]>): string {
  const [was, is] = [before.join(" and "), after.join(" and ")];
  return was === is ? `some of the approvals of ${was} open something else` : `approvals needed: ${was} -> ${is}`;
}

function turnInWords(item: ItemPair, { before, after, direction }: Turn): string {
  return `${valueInWords(item.before, before)} -> ${valueInWords(item.after, after)} (${directionInWords(direction)})`;
}

function boundOf(item: Item): string {
  if (item.kind === "feature") return "access";
  return item.control === "windows" ? "at least" : "at most";
}

/** Ages in words: `under 13`, `13 to 15`, `18 and over`; null: all of them. */
export function agesInWords({ from, below }: FactBox["ages"]): string | null {
  if (below === null) return from === 0 ? null : `${from} and over`;
  if (from === 0) return `under ${below}`;
  return below === from + 1 ? `${from}` : `${from} to ${below - 1}`;
}

function levelsInWords({ from, to }: FactBox["levels"]): string | null {
  const [weakest, strongest] = [ASSURANCE_LEVELS[0], ASSURANCE_LEVELS.at(-1)];
  if (from === weakest) return to === strongest ? null : `age known no better than ${to}`;
  if (to === strongest) return `age known at least as ${from}`;
  return from === to ? `age known as ${from}` : `age known as ${from} to ${to}`;
}
