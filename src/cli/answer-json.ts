import type { Answer, Binding, Decisions, Layer, Reason, UnlockStep } from "../policy/answer.js";
import type { Instant } from "../policy/calendar.js";
import { formatDate, formatInstant } from "../policy/calendar.js";
import type { Item, Value } from "../policy/item.js";
import { NO_LIMIT } from "../policy/item.js";
import { isAtLeastAsStrict, windowsIn } from "../policy/lattice.js";
import { formatValue } from "../policy/value-text.js";
import type { WeekWindows, Weekday } from "../policy/week-windows.js";
import { dailyWindowsOf } from "../policy/week-windows.js";
import { formatClockTime } from "../policy/window-text.js";

/** A weekly window as JSON: clock times `HH:MM`, the days on which it starts. */
export interface WindowJson {
  readonly from: string;
  readonly until: string;
  readonly days: readonly Weekday[];
  /** Only in the value in force. */
  readonly decidedBy?: Layer;
}

/** A value as JSON: a word, a boolean for a switch, minutes or "NO_LIMIT", windows, a feature's access level. */
export type ValueJson = string | number | boolean | readonly WindowJson[];

/** What may be chosen: a list, or for minutes and windows the bound (S5). */
export type AllowedJson =
  readonly ValueJson[] | { readonly maximum: ValueJson } | { readonly atLeast: readonly WindowJson[] };

/** One step of an unlock as JSON. */
export interface StepJson {
  readonly kind: UnlockStep["kind"];
  readonly age?: number;
  readonly on?: string;
  readonly item?: string;
}

/** One answer as JSON; dates are `YYYY-MM-DD` on the person's clock, instants RFC 3339 in UTC. */
export interface AnswerJson {
  readonly kind: Item["kind"];
  readonly value: ValueJson;
  readonly preferred: ValueJson | null;
  readonly default: ValueJson | null;
  readonly allowed: AllowedJson;
  readonly locked: boolean;
  readonly decidedBy: Layer;
  readonly reason: Pick<Reason, "code" | "rule">;
  /** Ids of rules, `guardian:<item>` for a guardian's limit. */
  readonly alsoBoundBy: readonly string[];
  readonly minimumAge: number | null;
  readonly availableFrom: string | null;
  readonly unlocks: readonly (readonly StepJson[])[];
  readonly validUntil: string | null;
  /** Only for windows: whether they are open at the instant, and `validUntil` without their edges. */
  readonly quietNow?: boolean;
  readonly scheduleValidUntil?: string | null;
}

/** Writes an answer out for one person. */
export function answerJson(answer: Answer, decisions: Decisions): AnswerJson {
  const { item } = answer;
  const changesAt = answer.validUntil && decisions.instantOf(answer.validUntil);
  return {
    kind: item.kind,
    value: windowsControl(item) ? shareJson(answer) : valueJson(item, answer.value),
    preferred: answer.preferred === null ? null : valueJson(item, answer.preferred),
    default: answer.default === null ? null : valueJson(item, answer.default),
    allowed: allowedJson(answer),
    locked: answer.locked,
    decidedBy: answer.decidedBy,
    reason: { code: answer.reason.code, rule: answer.reason.rule },
    alsoBoundBy: answer.alsoBoundBy.map(bindingName),
    minimumAge: answer.minimumAge,
    availableFrom: answer.availableFrom && formatDate(decisions.dateOf(answer.availableFrom)),
    unlocks: answer.unlocks.map((unlock) => unlock.steps.map((step) => stepJson(step, decisions))),
    validUntil: changesAt === null ? null : formatInstant(changesAt),
    ...(windowsControl(item) ? quietJson(item, decisions, changesAt) : {}),
  };
}

/** What binds, by name: a rule's id, or `guardian:<item>`. */
export function bindingName(binding: Binding): string {
  return binding.rule ?? `guardian:${binding.limitOn}`;
}

function quietJson(
  item: Item,
  decisions: Decisions,
  changesAt: Instant | null,
): Pick<AnswerJson, "quietNow" | "scheduleValidUntil" | "validUntil"> {
  const quiet = decisions.quiet(item);
  const edges = [changesAt, quiet.changesAt].filter((at) => at !== null);
  return {
    validUntil: edges.length === 0 ? null : formatInstant(Math.min(...edges) as Instant),
    quietNow: quiet.quietNow,
    scheduleValidUntil: changesAt === null ? null : formatInstant(changesAt),
  };
}

function valueJson(item: Item, value: Value): ValueJson {
  if (item.kind === "feature") return formatValue(item, value);
  switch (item.control) {
    case "choice":
      return formatValue(item, value);
    case "switch":
      return formatValue(item, value) === "ON";
    case "minutes":
      return value === NO_LIMIT ? formatValue(item, value) : Number(value);
    case "windows":
      return windowsJson(windowsIn(value));
    default:
      return item satisfies never;
  }
}

function windowsJson(windows: WeekWindows): readonly WindowJson[] {
  return dailyWindowsOf(windows).map(({ from, until, days }) => ({
    from: formatClockTime(from),
    until: formatClockTime(until),
    days,
  }));
}

function shareJson(answer: Answer): readonly WindowJson[] {
  return answer.shares.flatMap(({ layer, windows }) =>
    windowsJson(windows).map((window) => ({ ...window, decidedBy: layer })),
  );
}

function allowedJson({ item, cap, value }: Answer): AllowedJson {
  if (item.kind === "feature") return [valueJson(item, value)];
  switch (item.control) {
    case "choice":
    case "switch":
      return item.values
        .map((_, rank) => rank)
        .filter((rank) => isAtLeastAsStrict(rank, cap))
        .map((rank) => valueJson(item, rank));
    case "minutes":
      return { maximum: valueJson(item, cap) };
    case "windows":
      return { atLeast: windowsJson(windowsIn(cap)) };
    default:
      return item satisfies never;
  }
}

function stepJson(step: UnlockStep, decisions: Decisions): StepJson {
  switch (step.kind) {
    case "REACH_AGE":
      return { kind: step.kind, age: step.age, on: formatDate(decisions.dateOf(step.on)) };
    case "WAIT_UNTIL":
      return { kind: step.kind, on: formatDate(decisions.dateOf(step.on)) };
    case "VERIFY_AGE":
      return { kind: step.kind, age: step.age };
    case "LINK_GUARDIAN":
    case "STATE_REGION":
      return { kind: step.kind };
    case "GUARDIAN_APPROVES":
    case "GUARDIAN_LIFTS_LIMIT":
      return { kind: step.kind, item: step.item };
    default:
      return step satisfies never;
  }
}

function windowsControl(item: Item): boolean {
  return item.kind === "setting" && item.control === "windows";
}
