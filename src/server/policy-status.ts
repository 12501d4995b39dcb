import { formatInstant } from "../policy/calendar.js";
import type { PolicyAttempt } from "./policy-attempt.js";
import type { HistoryStatus, PolicyControl, PolicyStatus } from "./policy-control.js";

/** The status of a policy as it is shown: plain JSON, with instants as text, and nothing about anybody. */
export async function shownStatus(control: PolicyControl): Promise<object> {
  const { active, lastAttempt, underWay, shadow, lastShadowAttempt }: PolicyStatus = control.status();
  const { served, pinned, warnings, steps } = active;
  return {
    active: {
      revision: served.id,
      label: served.label,
      since: formatInstant(served.activeSince),
      pinned,
      ...(pinned && { pinnedUntil: "the next reload or start, which brings back what the folder holds" }),
      warnings,
      steps,
    },
    lastAttempt: shownAttempt(lastAttempt),
    attemptsUnderWay: underWay,
    history: shownHistory(await control.history()),
    shadow: lastShadowAttempt && {
      lastAttempt: shownAttempt(lastShadowAttempt),
      comparing: shadow && {
        revision: shadow.candidate.id,
        label: shadow.candidate.label,
        beside: shadow.beside,
        since: formatInstant(shadow.since),
        people: { compared: shadow.compared, waiting: shadow.waiting, dropped: shadow.dropped, failed: shadow.failed },
        divergences: shadow.divergences.toSorted((a, b) => b.count - a.count),
      },
    },
  };
}

/** An attempt as it is shown. */
export function shownAttempt({ at, revision, ...rest }: PolicyAttempt): object {
  return { at: formatInstant(at), revision: revision?.id ?? null, label: revision?.label ?? null, ...rest };
}

function shownHistory(history: HistoryStatus | null): object | null {
  return (
    history && {
      kept: history.kept.map(({ id, label, activatedAt }) => ({
        revision: id,
        label,
        activatedAt: formatInstant(activatedAt),
      })),
      problem: history.problem,
    }
  );
}
