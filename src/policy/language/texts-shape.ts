import type { z } from "zod";
import type { Slot } from "../texts/slots.js";
import { map, proseShape } from "./word-shapes.js";

/** A file of texts with the places of `slots`; where it is complete, each place that every language must have is filled. */
export function textsShape(slots: readonly Slot[], isComplete: boolean): z.ZodType {
  return shapeAt(slots, 0, isComplete, new Map());
}

/** Equal parts, such as the reasons of every item, are one shape, so that an editor's schema says them once. */
function shapeAt(slots: readonly Slot[], depth: number, isComplete: boolean, known: Map<string, z.ZodType>): z.ZodType {
  const content = JSON.stringify(slots.map(({ path, isRequired }) => [path.slice(depth), isRequired]));
  const same = known.get(content);
  if (same) return same;
  const shape = newShapeAt(slots, depth, isComplete, known);
  known.set(content, shape);
  return shape;
}

function newShapeAt(
  slots: readonly Slot[],
  depth: number,
  isComplete: boolean,
  known: Map<string, z.ZodType>,
): z.ZodType {
  const inner = new Map<string, Slot[]>();
  for (const slot of slots) {
    const step = slot.path[depth];
    if (step === undefined) return proseShape;
    inner.set(step, [...(inner.get(step) ?? []), slot]);
  }
  const shapes = [...inner].map(([step, below]) => {
    const shape = shapeAt(below, depth + 1, isComplete, known);
    return [step, isComplete && below.some(({ isRequired }) => isRequired) ? shape : shape.optional()] as const;
  });
  return map(Object.fromEntries(shapes), "a map of texts");
}
