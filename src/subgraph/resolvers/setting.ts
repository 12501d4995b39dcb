import type { Instant } from "../../policy/calendar.js";
import { NO_LIMIT, type Value } from "../../policy/item.js";
import { isAtLeastAsStrict, sameValue } from "../../policy/lattice.js";
import { layerWindows, personUnlocks } from "../answer-parts.js";
import { CONTROL, LAYER, WEEKDAY } from "../engine-words.js";
import type { Resolvers, SafetyAudienceSettingResolvers } from "../generated/resolvers-types.js";
import { offeredValues, openValues } from "../offered-values.js";
import { BLIND_AFTER, type ItemAnswer } from "../person.js";
import { minutesOf, valueText, wordOf } from "../value-text.js";
import { localeFor } from "../wording.js";
import { answerFields } from "./answer.js";

type SettingField = "help" | "control" | "summary" | "options" | "locked" | "preferenceOnHold";

const settingFields: typeof answerFields & Required<Pick<SafetyAudienceSettingResolvers, SettingField>> = {
  ...answerFields,
  help: ({ item }, { locale }, context) => context.served.texts.help(item, localeFor(context, locale)),
  control: ({ item }) => CONTROL[settingOf(item).control],
  summary: ({ item, answer }, { locale }, context) =>
    context.served.texts.value(item, answer.value, localeFor(context, locale)),
  options: (of) => offeredValues(of.item).map((value) => ({ of, value })),
  locked: ({ answer }) => answer.locked,
  preferenceOnHold: ({ answer }) => answer.preferred !== null && !sameValue(answer.preferred, answer.value),
};

const wordFields: typeof settingFields &
  Required<Pick<SafetyAudienceSettingResolvers, "value" | "preferred" | "default" | "allowed">> = {
  ...settingFields,
  value: ({ item, answer }) => wordOf(item, answer.value),
  preferred: ({ item, answer }) => (answer.preferred === null ? null : wordOf(item, answer.preferred)),
  default: (of) => wordOf(of.item, defaultOf(of)),
  allowed: (of) => openValues(of.item, of.answer.cap).map((value) => wordOf(of.item, value)),
};

/** Resolvers of the settings by kind, and of what they are made of. */
export const settings: Pick<
  Resolvers,
  | "SafetyVisibilitySetting"
  | "SafetyAudienceSetting"
  | "SafetyContentLevelSetting"
  | "SafetySwitchSetting"
  | "SafetyScreenTimeSetting"
  | "SafetyQuietHoursSetting"
  | "SafetyOption"
  | "SafetyDailyWindow"
> = {
  SafetyVisibilitySetting: wordFields,
  SafetyAudienceSetting: wordFields,
  SafetyContentLevelSetting: wordFields,
  SafetySwitchSetting: {
    ...settingFields,
    on: (of) => isOn(of, of.answer.value),
    preferred: (of) => (of.answer.preferred === null ? null : isOn(of, of.answer.preferred)),
    default: (of) => isOn(of, defaultOf(of)),
    allowed: (of) => openValues(of.item, of.answer.cap).map((value) => isOn(of, value)),
  },
  SafetyScreenTimeSetting: {
    ...settingFields,
    minutes: ({ answer }) => minutesOf(answer.value),
    unlimited: ({ answer }) => answer.value === NO_LIMIT,
    preferred: ({ answer }) => (answer.preferred === null ? null : minutesOf(answer.preferred)),
    default: (of) => minutesOf(defaultOf(of)),
    maximum: ({ answer }) => minutesOf(answer.cap),
  },
  SafetyQuietHoursSetting: {
    ...settingFields,
    validUntil: (of) => of.person.firstOf([of.answer.validUntil], [...of.requestEnds, quietOf(of).changesAt]),
    scheduleValidUntil: ({ person, answer, requestEnds }) => person.firstOf([answer.validUntil], requestEnds),
    windows: ({ answer }) => answer.shares.flatMap(({ windows, layer }) => layerWindows(windows, layer)),
    preferred: ({ answer }) => (answer.preferred === null ? null : layerWindows(answer.preferred, "USER")),
    default: (of) => layerWindows(defaultOf(of), "DEFAULT"),
    quietNow: (of) => quietOf(of).quietNow,
    quietChangesAt: (of) => shortSighted(of, quietOf(of).changesAt),
    timeZone: ({ person }) => (person.sight.dates ? (person.profile?.timeZone ?? null) : null),
  },
  SafetyOption: {
    value: ({ of, value }) => valueText(of.item, value),
    label: ({ of, value }, { locale }, context) =>
      context.served.texts.value(of.item, value, localeFor(context, locale)),
    selected: ({ of, value }) => of.answer.value === value,
    preferred: ({ of, value }) => of.answer.preferred === value,
    isDefault: ({ of, value }) => of.answer.default === value,
    allowed: ({ of, value }) => isAtLeastAsStrict(value, of.answer.cap),
    unlocks: ({ of: { person, item }, value }) => personUnlocks(person, item, person.decisions.unlocksOf(item, value)),
  },
  SafetyDailyWindow: {
    from: ({ window }) => window.from,
    until: ({ window }) => window.until,
    days: ({ window }) => window.days.map((day) => WEEKDAY[day]),
    decidedBy: ({ layer }) => LAYER[layer],
  },
};

function settingOf(item: ItemAnswer["item"]) {
  if (item.kind === "feature") throw new TypeError(`\`${item.key}\` is a feature, and nobody chooses it`);
  return item;
}

function defaultOf({ item, answer }: ItemAnswer): Value {
  if (answer.default === null) throw new TypeError(`\`${item.key}\` has no default`);
  return answer.default;
}

function isOn({ item }: ItemAnswer, value: Value): boolean {
  return wordOf(item, value) === "ON";
}

function quietOf({ person, item }: ItemAnswer) {
  return person.decisions.quiet(item);
}

/** An edge of a window tells the time zone; callers who may not see dates are told to ask again within a day. */
function shortSighted({ person: { sight, decisions } }: ItemAnswer, edge: Instant | null): Instant | null {
  if (edge === null || sight.dates) return edge;
  return Math.min(edge, decisions.at + BLIND_AFTER) as Instant;
}
