import { z } from "zod";
import { didYouMean } from "../did-you-mean.js";
import type { Path } from "./written-value.js";
import type { Report } from "./yaml-source.js";

/**
 * Reads a value by its shape; null when it does not fit, after everything that is wrong with it has been reported.
 * Shapes say in their `error` what a value is not: "is not a date: write `2026-01-31`".
 */
export function readShape<Shape extends z.ZodType>(
  shape: Shape,
  value: unknown,
  report: Report,
): z.infer<Shape> | null {
  const read = shape.safeParse(value);
  if (read.success) return read.data;
  for (const issue of read.error.issues) reportIssue(issue, shape, value, report);
  return null;
}

/** Reports under a path: what is reported there is reported at `path` and the path given. */
export function within(report: Report, ...path: Path): Report {
  return (inner, message, part) => report([...path, ...inner], message, part);
}

/** The keys and values of a map; none when it is anything else. */
export function entriesOf(value: unknown): readonly (readonly [string, unknown])[] {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? Object.entries(value) : [];
}

/** The value at a path; undefined when there is none. */
export function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>((inside, step) => {
    const isInside = typeof inside === "object" && inside !== null && Object.hasOwn(inside, step);
    return isInside ? (inside as Readonly<Record<string | number, unknown>>)[step] : undefined;
  }, value);
}

function reportIssue(issue: z.core.$ZodIssue, shape: z.ZodType, value: unknown, report: Report): void {
  const path = issue.path.map((step) => (typeof step === "symbol" ? String(step) : step));
  const found = valueAt(value, path);
  switch (issue.code) {
    case "unrecognized_keys": {
      const known = keysOf(shapeAt(shape, path));
      for (const key of issue.keys) {
        report([...path, key], `\`${key}\` is not used here${listed(key, known)}`, "key");
      }
      return;
    }
    case "invalid_key":
      report(path, `\`${path.at(-1) ?? ""}\` ${issue.issues[0]?.message ?? issue.message}`, "key");
      return;
    case "invalid_union": {
      const alternative = alternativeFor(found, unwrapped(shapeAt(shape, path)));
      if (alternative) readShape(alternative, found, within(report, ...path));
      else reportUnfit(path, found, issue.message, report);
      return;
    }
    default:
      reportUnfit(path, found, issue.message, report);
  }
}

function reportUnfit(path: Path, found: unknown, message: string, report: Report): void {
  const key = path.at(-1);
  if (found === undefined && typeof key === "string") report(path, `\`${key}\` is missing`);
  else report(path, `${inWords(found)} ${message}`);
}

/** Of a union's shapes the one that a map or list is meant to fit, so that what is wrong inside it can be said. */
function alternativeFor(found: unknown, union: z.core.$ZodType): z.ZodType | undefined {
  if (!(union instanceof z.ZodUnion) || typeof found !== "object" || found === null) return undefined;
  const options = union.options.filter((option) => option instanceof z.ZodType);
  return options.find((option) =>
    Array.isArray(found) ? option instanceof z.ZodArray : option instanceof z.ZodObject,
  );
}

function listed(key: string, known: readonly string[]): string {
  const meant = didYouMean(key, known);
  return meant || `: ${known.map((word) => `\`${word}\``).join(", ")}`;
}

function inWords(value: unknown): string {
  if (value === null || value === undefined) return "an empty value";
  if (Array.isArray(value)) return "this list";
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") return `\`${value}\``;
  return "this map";
}

/** The shape of what stands at a path of a value of `shape`. */
function shapeAt(shape: z.core.$ZodType, path: Path): z.core.$ZodType {
  return path.reduce<z.core.$ZodType>((outer, step) => {
    const at = unwrapped(outer);
    if (at instanceof z.ZodObject) {
      const inner = (at.shape as Readonly<Record<string | number, z.core.$ZodType>>)[step];
      return inner ?? at;
    }
    if (at instanceof z.ZodArray) return at.element;
    return at instanceof z.ZodRecord ? at.valueType : at;
  }, shape);
}

/** The keys of a map, also of one that is among a union's shapes. */
function keysOf(shape: z.core.$ZodType): readonly string[] {
  const at = unwrapped(shape);
  const map = at instanceof z.ZodUnion ? alternativeFor({}, at) : at;
  return map instanceof z.ZodObject ? Object.keys(map.shape) : [];
}

function unwrapped(shape: z.core.$ZodType): z.core.$ZodType {
  return shape instanceof z.ZodOptional ? unwrapped(shape.unwrap()) : shape;
}
