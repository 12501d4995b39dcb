import { formatInstant, type Instant } from "../policy/calendar.js";

/** What an id in the graph stands for. */
export type IdKind = "settings" | "features" | "answer" | "reason" | "preview" | "item" | "limit" | "approval";

/**
 * An id that is unique over the whole graph. The open part, a user's id, comes last and the others hold no slash,
 * so different parts never make the same id.
 */
export function graphId(kind: IdKind, ...parts: readonly string[]): string {
  return `safety-${kind}/${parts.join("/")}`;
}

/** A person's answers now, as the last part of their ids. */
export function currentScope(userId: string): string {
  return `now/${userId}`;
}

/** A person's answers at another instant: they have ids of their own, so a cache never takes them for today's. */
export function previewScope(userId: string, at: Instant): string {
  return `${formatInstant(at)}/${userId}`;
}
