import { deadlineIn, type Deadline } from "../profiles/deadline.js";
import type { ProfileStore } from "../profiles/profile-store.js";

/** Whether the service should be sent requests, and if not, why not. */
export interface Readiness {
  readonly ready: boolean;
  readonly reasons: readonly ("draining" | "database")[];
}

/** Milliseconds that the database has to answer, and for which its answer stands. */
const PATIENCE = 1_000;
const MEMORY = 1_000;

/** Makes the check. Probes that come together, or soon after each other, ask the database once. */
export function readinessCheck(
  store: ProfileStore,
  isDraining: () => boolean,
  clock: () => number,
): () => Promise<Readiness> {
  let asked: { readonly at: number; readonly answers: Promise<boolean> } | null = null;
  return async () => {
    if (isDraining()) return { ready: false, reasons: ["draining"] };
    const now = clock();
    if (!asked || now - asked.at >= MEMORY) asked = { at: now, answers: answersInTime(store, deadlineIn(PATIENCE)) };
    return (await asked.answers) ? { ready: true, reasons: [] } : { ready: false, reasons: ["database"] };
  };
}

async function answersInTime(store: ProfileStore, deadline: Deadline): Promise<boolean> {
  try {
    await store.ping(deadline);
    return true;
  } catch {
    return false;
  }
}
