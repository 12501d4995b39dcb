import { z } from "zod";
import type { Slot } from "../texts/slots.js";
import { map, proseShape } from "./word-shapes.js";

/** A file of texts with the places of `slots`; where it is complete, each place that English must have is filled. */
export function textsShape(slots: readonly Slot[], isComplete: boolean): z.ZodType {
  return shapeAt(slots, 0, isComplete);
}

function shapeAt(slots: readonly Slot[], depth: number, isComplete: boolean): z.ZodType {
  const inner = new Map<string, Slot[]>();
  for (const slot of slots) {
    const step = slot.path[depth];
    if (step === undefined) return proseShape;
    inner.set(step, [...(inner.get(step) ?? []), slot]);
  }
  const shapes = [...inner].map(([step, below]) => {
    const shape = shapeAt(below, depth + 1, isComplete);
    return [step, isComplete && below.some(({ isRequired }) => isRequired) ? shape : shape.optional()] as const;
  });
  return map(Object.fromEntries(shapes), "a map of texts");
}
