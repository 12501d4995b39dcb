import type { Logger } from "pino";
import { ProfileMalformed } from "../profiles/profile-malformed.js";
import { ProfileStoreUnavailable } from "../profiles/profile-store.js";
import { causeOf, codeOf } from "../subgraph/error-funnel.js";

/** The part of a log that faults need. */
export type FaultLog = Pick<Logger, "warn" | "error">;

/**
 * Logs what an operator has to know of a request's errors, each kind once with how often: faults of ours, of the store
 * and of what is stored. What a caller did wrong is the caller's to know, and is only counted.
 */
export function logErrors(log: FaultLog, errors: readonly unknown[]): void {
  const kinds = new Map<string, { readonly cause: unknown; times: number }>();
  for (const error of errors) {
    const cause = causeOf(error);
    const kind = kindOf(error, cause);
    if (kind === null) continue;
    const known = kinds.get(kind);
    if (known) known.times += 1;
    else kinds.set(kind, { cause, times: 1 });
  }
  for (const { cause, times } of kinds.values()) logCause(log, cause, times);
}

/** Logs a fault of ours. */
export function logFault(log: FaultLog, error: unknown): void {
  log.error(describeFault(error), "internal fault");
}

/** A fault as it may be logged: its kind and where it was thrown. Messages of libraries can repeat what was stored or sent. */
function describeFault(error: unknown): { readonly fault: string; readonly at: readonly string[] } {
  if (!(error instanceof Error)) return { fault: typeof error, at: [] };
  const frames = (error.stack ?? "").split("\n").filter((line) => /^\s+at /.test(line));
  return { fault: error.name, at: frames.slice(0, 12).map((line) => line.trim()) };
}

function kindOf(error: unknown, cause: unknown): string | null {
  if (cause instanceof ProfileMalformed || cause instanceof ProfileStoreUnavailable) return cause.message;
  return codeOf(error) === "INTERNAL_SERVER_ERROR" ? describeFault(cause).at.join() : null;
}

function logCause(log: FaultLog, cause: unknown, times: number): void {
  if (cause instanceof ProfileMalformed) {
    log.warn({ code: cause.code, paths: cause.paths, times }, "a stored profile cannot be read");
  } else if (cause instanceof ProfileStoreUnavailable) {
    log.warn({ code: cause.code, failure: cause.failure, times }, "the profile store is unavailable");
  } else {
    log.error({ ...describeFault(cause), times }, "internal fault");
  }
}
