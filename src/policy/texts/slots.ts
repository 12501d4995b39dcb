import { LAYERS, type Layer, type ReasonCode, type UnlockStep } from "../answer.js";
import { FEATURE_LEVELS, type Item } from "../item.js";
import { wordsOf } from "../value-text.js";
import { WEEKDAYS } from "../week-windows.js";

/** For whom a text is written. */
export type Reader = "TEEN" | "GUARDIAN";

/** Why an answer is what it is, with what only requests tell: a guardian has been asked and has not answered. */
export type WordedReason = ReasonCode | "GUARDIAN_APPROVAL_PENDING";

/** A place for one text. */
export interface Slot {
  /** Its path in a texts file. */
  readonly path: readonly string[];
  /** The names that it may fill in. */
  readonly names: readonly string[];
  /** Those of them without which it would say too little. */
  readonly needs: readonly string[];
  /** Every language has it; otherwise it takes the place of a more general text. */
  readonly isRequired: boolean;
}

const READERS = ["teen", "guardian"] as const;
const SETTING = ["setting"] as const;
const FEATURE = ["feature"] as const;
const BOTH = ["setting", "feature"] as const;

const PLAIN = ["label", "value"] as const;
const WITH_AGE = [...PLAIN, "age"] as const;

/** Of which items each reason is given (W4), and what its texts may fill in: the age is that of the rule, where it surely has one. */
const REASONS = {
  ALLOWED: { kinds: FEATURE, names: PLAIN },
  BELOW_MINIMUM_AGE: { kinds: BOTH, names: WITH_AGE },
  AGE_UNKNOWN: { kinds: BOTH, names: WITH_AGE },
  AGE_VERIFICATION_NEEDED: { kinds: BOTH, names: WITH_AGE },
  GUARDIAN_APPROVAL_NEEDED: { kinds: BOTH, names: PLAIN },
  GUARDIAN_APPROVAL_PENDING: { kinds: BOTH, names: PLAIN },
  GUARDIAN_LIMIT: { kinds: BOTH, names: PLAIN },
  GUARDIAN_LINK_NEEDED: { kinds: BOTH, names: PLAIN },
  REGION_UNKNOWN: { kinds: BOTH, names: PLAIN },
  LAW: { kinds: BOTH, names: PLAIN },
  NOT_OFFERED: { kinds: BOTH, names: PLAIN },
  KEPT: { kinds: SETTING, names: PLAIN },
  PLATFORM_DEFAULT: { kinds: SETTING, names: PLAIN },
  USER_CHOICE: { kinds: SETTING, names: PLAIN },
} as const satisfies Record<WordedReason, { kinds: readonly Item["kind"][]; names: readonly string[] }>;

const STEPS = {
  REACH_AGE: ["age", "on"],
  WAIT_UNTIL: ["on"],
  VERIFY_AGE: ["age"],
  LINK_GUARDIAN: [],
  GUARDIAN_APPROVES: ["label"],
  GUARDIAN_LIFTS_LIMIT: ["label"],
  STATE_REGION: [],
} satisfies Record<UnlockStep["kind"], readonly string[]>;

/** The sentences of a page that is read aloud about a person's answers, with what each fills in. */
const PAGE = {
  heading: ["at", "revision"],
  answer: ["label", "value"],
  nothingInTheWay: [],
  rule: ["rule"],
  alsoBinding: ["rules"],
  chosen: ["value"],
  locked: [],
  moreHours: ["value"],
  stricterToo: [],
  upTo: ["value"],
  toOpen: ["value", "steps"],
  orToOpen: ["value", "steps"],
  andStep: ["steps", "step"],
  changesNever: [],
  holdsUntil: ["at"],
  quiet: [],
  quietUntil: ["at"],
  notQuiet: [],
  notQuietUntil: ["at"],
} as const;

/** A sentence of a page about a person's answers. */
export type PageSentence = keyof typeof PAGE | `decidedBy.${Layer}`;

/** Every place for a text that a catalogue calls for, in the order of a texts file. */
export function slotsOf(items: readonly Item[]): readonly Slot[] {
  return [
    ...items.flatMap((item) => [
      whole(itemPath(item, "label")),
      whole(itemPath(item, "help")),
      ...(item.kind === "setting" ? (wordsOf(item) ?? []) : []).map((word) => whole(itemPath(item, `values.${word}`))),
      ...Object.entries(REASONS).flatMap(([code, { kinds, names }]) =>
        kinds.some((kind) => kind === item.kind)
          ? READERS.map((reader) => reason(itemPath(item, `reasons.${code}.${reader}`), names, false))
          : [],
      ),
    ]),
    ...FEATURE_LEVELS.map((level) => whole(`levels.${level}`)),
    whole("minutes.none"),
    whole("minutes.some", ["minutes"]),
    whole("minutes.unlimited"),
    whole("windows.none"),
    whole("windows.daily", ["from", "until"]),
    whole("windows.onDays", ["days", "from", "until"]),
    whole("windows.wholeDay", ["days"]),
    whole("windows.always"),
    whole("windows.range", ["first", "last"]),
    ...WEEKDAYS.map((day) => whole(`days.${day}`)),
    ...Object.entries(REASONS).flatMap(([code, { kinds, names }]) =>
      kinds.flatMap((kind) => READERS.map((reader) => reason(`reasons.${code}.${kind}.${reader}`, names, true))),
    ),
    ...READERS.map((reader) => whole(`law.${reader}`, ["reason", "law"])),
    ...Object.entries(STEPS).flatMap(([kind, names]) => {
      const undated = names.filter((name) => name !== "on");
      return [
        ...READERS.map((reader) => whole(`steps.${kind}.${reader}`, undated)),
        ...(undated.length < names.length
          ? READERS.map((reader) => whole(`steps.${kind}.dated.${reader}`, names))
          : []),
      ];
    }),
    ...items.flatMap((item) =>
      item.kind === "feature" && item.limited
        ? READERS.map((reader) => whole(`limits.${item.limited?.code ?? ""}.${reader}`))
        : [],
    ),
    ...Object.entries(PAGE).map(([sentence, names]) => whole(`page.${sentence}`, names)),
    ...LAYERS.map((layer) => whole(`page.decidedBy.${layer}`)),
  ];
}

/** The path of an item's own text. */
export function itemPath(item: Item, rest: string): string {
  return `${item.kind}s.${item.key}.${rest}`;
}

function whole(path: string, names: readonly string[] = []): Slot {
  return { path: path.split("."), names, needs: names, isRequired: true };
}

function reason(path: string, names: readonly string[], isRequired: boolean): Slot {
  return { path: path.split("."), names, needs: [], isRequired };
}
