import type { Answer, ReasonCode, UnlockStep } from "../policy/answer.js";
import type { CalendarDate } from "../policy/calendar.js";
import type { Feature, Item, Value } from "../policy/item.js";

export type Reader = "TEEN" | "GUARDIAN";

export interface Wording {
  readonly languages: readonly string[];
  label(item: Item, locale: string): string;
  help(item: Item, locale: string): string;
  value(item: Item, value: Value, locale: string): string;
  reason(answer: Answer, code: ReasonCode | "GUARDIAN_APPROVAL_PENDING", reader: Reader, locale: string): string;
  step(step: UnlockStep, on: CalendarDate | null, reader: Reader, locale: string): string;
  limit(item: Feature, reader: Reader, locale: string): string;
}
