import { fieldError } from "./errors.js";

/** A right that a service's scopes can give. */
export type SafetyScope = "youth-safety:read" | "youth-safety:age";

/** Who asks, as the router or a token vouches for. */
export interface Viewer {
  /** The signed-in person's id; null: a service, or nobody. */
  readonly id: string | null;
  readonly scopes: ReadonlySet<string>;
}

/** Nobody is signed in. */
export const NOBODY: Viewer = Object.freeze({ id: null, scopes: new Set<string>() });

/** What a viewer is to a person. */
export type Relation = "self" | "guardian" | "other";

/** What `viewer` is to the person `userId`, whose linked guardians' ids are `guardians`. */
export function relationOf(viewer: Viewer, userId: string, guardians: ReadonlySet<string>): Relation {
  if (viewer.id === null) return "other";
  if (viewer.id === userId) return "self";
  return guardians.has(viewer.id) ? "guardian" : "other";
}

/** Whether a relation or else a scope opens something. */
export function mayRead(viewer: Viewer, relation: Relation, scope: SafetyScope): boolean {
  return relation !== "other" || viewer.scopes.has(scope);
}

/** Throws UNAUTHENTICATED when nobody is signed in. */
export function assertSomebody(viewer: Viewer): void {
  if (viewer.id === null && viewer.scopes.size === 0) {
    throw fieldError("UNAUTHENTICATED", "sign in, or ask as a service");
  }
}

/** Throws FORBIDDEN when neither the relation nor the scope opens what is asked for. */
export function assertMayRead(viewer: Viewer, relation: Relation, scope: SafetyScope): void {
  if (!mayRead(viewer, relation, scope)) {
    throw fieldError(
      "FORBIDDEN",
      `only the person, their linked guardians and services with \`${scope}\` may read this`,
    );
  }
}
