import type { Layer, Unlock, UnlockStep } from "../policy/answer.js";
import type { Item, Value } from "../policy/item.js";
import type { DailyWindow } from "../policy/week-windows.js";
import type { ApprovalRequest } from "../profiles/approval-request.js";
import type { Limit } from "./guardian-acts.js";
import type { ItemAnswer, Person } from "./person.js";
import { writtenWindows } from "./value-text.js";

// What resolvers pass from an answer to the fields of its parts: the engine's shared object, and whose it is.

/** One choice of a setting. */
export interface PersonOption {
  readonly of: ItemAnswer;
  readonly value: number;
}

/** A way to a looser answer. */
export interface PersonUnlock {
  readonly person: Person;
  readonly item: Item;
  readonly unlock: Unlock;
}

/** One step of it. */
export interface PersonStep {
  readonly person: Person;
  readonly step: UnlockStep;
}

/** A guardian's limit as one caller sees it. */
export interface PersonLimit {
  readonly of: ItemAnswer;
  readonly limit: Limit;
}

/** A request for approval as one caller sees it. */
export interface PersonApproval {
  readonly of: ItemAnswer;
  readonly request: ApprovalRequest;
}

/** A daily window and whose it is. */
export interface LayerWindow {
  readonly window: DailyWindow;
  readonly layer: Layer;
}

/** Windows of one layer, as the contract lists them. */
export function layerWindows(windows: Value, layer: Layer): readonly LayerWindow[] {
  return writtenWindows(windows).map((window) => ({ window, layer }));
}

/** Ways to looser answers for one item of one person. */
export function personUnlocks(person: Person, item: Item, unlocks: readonly Unlock[]): readonly PersonUnlock[] {
  return unlocks.map((unlock) => ({ person, item, unlock }));
}
