import type { ReasonCode, UnlockStep } from "../answer.js";
import type { Item } from "../item.js";
import { wordsOf } from "../value-text.js";
import { WEEKDAYS } from "../week-windows.js";

/** For whom a text is written. */
export type Reader = "TEEN" | "GUARDIAN";

/** Why an answer is what it is, with what only requests tell: a guardian has been asked and has not answered. */
export type WordedReason = ReasonCode | "GUARDIAN_APPROVAL_PENDING";

/** A place for one text: its path in a texts file, the names it may fill in, and whether English must have it. */
export interface Slot {
  readonly path: readonly string[];
  readonly names: readonly string[];
  readonly isRequired: boolean;
}

const READERS = ["teen", "guardian"] as const;
const ITEM_KINDS = ["setting", "feature"] as const;

const REASONS = {
  ALLOWED: true,
  BELOW_MINIMUM_AGE: true,
  AGE_UNKNOWN: true,
  AGE_VERIFICATION_NEEDED: true,
  GUARDIAN_APPROVAL_NEEDED: true,
  GUARDIAN_APPROVAL_PENDING: true,
  GUARDIAN_LIMIT: true,
  GUARDIAN_LINK_NEEDED: true,
  REGION_UNKNOWN: true,
  LAW: true,
  NOT_OFFERED: true,
  KEPT: true,
  PLATFORM_DEFAULT: true,
  USER_CHOICE: true,
} satisfies Record<WordedReason, true>;

const STEPS = {
  REACH_AGE: ["age", "on"],
  WAIT_UNTIL: ["on"],
  VERIFY_AGE: ["age"],
  LINK_GUARDIAN: [],
  GUARDIAN_APPROVES: ["label"],
  GUARDIAN_LIFTS_LIMIT: ["label"],
  STATE_REGION: [],
} satisfies Record<UnlockStep["kind"], readonly string[]>;

/** Every place for a text that a catalogue calls for, in the order of a texts file. */
export function slotsOf(items: readonly Item[]): readonly Slot[] {
  const slot = (path: string, names: readonly string[] = [], isRequired = true): Slot => ({
    path: path.split("."),
    names,
    isRequired,
  });
  return [
    ...items.flatMap((item) => [
      slot(itemPath(item, "label")),
      slot(itemPath(item, "help")),
      ...(item.kind === "setting" ? (wordsOf(item) ?? []) : []).map((word) => slot(itemPath(item, `values.${word}`))),
      ...Object.keys(REASONS).flatMap((code) =>
        READERS.map((reader) => slot(itemPath(item, `reasons.${code}.${reader}`), REASON_NAMES, false)),
      ),
    ]),
    ...["DENIED", "LIMITED", "ALLOWED"].map((level) => slot(`levels.${level}`)),
    slot("minutes.none"),
    slot("minutes.some", ["minutes"]),
    slot("minutes.unlimited"),
    slot("windows.none"),
    slot("windows.daily", ["from", "until"]),
    slot("windows.onDays", ["days", "from", "until"]),
    slot("windows.wholeDay", ["days"]),
    slot("windows.always"),
    slot("windows.range", ["first", "last"]),
    ...WEEKDAYS.map((day) => slot(`days.${day}`)),
    ...Object.keys(REASONS).flatMap((code) =>
      ITEM_KINDS.flatMap((kind) =>
        READERS.map((reader) => slot(`reasons.${code}.${kind}.${reader}`, REASON_NAMES, isSaidOf(code, kind))),
      ),
    ),
    ...Object.entries(STEPS).flatMap(([kind, names]) =>
      READERS.map((reader) =>
        slot(
          `steps.${kind}.${reader}`,
          names.filter((name) => name !== "on"),
        ),
      ),
    ),
    ...Object.entries(STEPS).flatMap(([kind, names]) =>
      names.some((name) => name === "on") ? READERS.map((reader) => slot(`steps.${kind}.dated.${reader}`, names)) : [],
    ),
    ...items.flatMap((item) =>
      item.kind === "feature" && item.limited
        ? READERS.map((reader) => slot(`limits.${item.limited?.code ?? ""}.${reader}`))
        : [],
    ),
  ];
}

/** The path of an item's own text. */
export function itemPath(item: Item, rest: string): string {
  return `${item.kind}s.${item.key}.${rest}`;
}

const REASON_NAMES = ["label", "value", "age"];

// Nobody chooses on a feature, and a feature has no starting value.
function isSaidOf(code: string, kind: (typeof ITEM_KINDS)[number]): boolean {
  return kind === "setting" || !["KEPT", "PLATFORM_DEFAULT", "USER_CHOICE"].includes(code);
}
