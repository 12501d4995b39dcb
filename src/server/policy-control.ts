import { createHash } from "node:crypto";
import type { Logger } from "pino";
import type { Instant } from "../policy/calendar.js";
import { formatProblem } from "../policy/language/policy-problem.js";
import type { Admission, Admitted, StepTime } from "../policy-admission.js";
import { filesOfPolicy, type PolicyFiles } from "../policy-folder.js";
import type { ServedPolicy } from "../subgraph/served-policy.js";
import { logFault } from "./fault-log.js";
import { Lane } from "./lane.js";
import type { LoadedPolicy } from "./load-policy.js";
import type { PolicyAct, PolicyAttempt, PolicyCause, PolicyOutcome } from "./policy-attempt.js";
import type { KeptRevision, PolicyHistory } from "./policy-history.js";
import type { PolicyShadow, ShadowReport } from "./policy-shadow.js";

/** What changing a policy needs. */
export interface PolicyControlParts {
  readonly folder: string;
  /** The folder of a candidate to compare with; null: none. */
  readonly shadowFolder: string | null;
  /** Where revisions that were active are kept; null: nowhere. */
  readonly history: PolicyHistory | null;
  readonly shadow: PolicyShadow;
  readonly admit: (files: PolicyFiles, signal: AbortSignal) => Promise<Admission>;
  readonly clock: () => Instant;
  readonly log: Logger;
}

/** What answers, and how it came to. */
interface Active {
  readonly served: ServedPolicy;
  readonly warnings: readonly string[];
  readonly steps: readonly StepTime[];
  /** It was returned to, and is not what the folder holds; until the next reload or start. */
  readonly pinned: boolean;
}

/** What there is to know about the policy of this process. */
export interface PolicyStatus {
  readonly active: Active;
  readonly lastAttempt: PolicyAttempt;
  /** The last attempt to let a candidate shadow it; null: there was none. */
  readonly lastShadowAttempt: PolicyAttempt | null;
  /** What was attempted so far, and how it went. */
  readonly attempts: readonly AttemptCount[];
  /** Attempts that have not ended. */
  readonly underWay: number;
  readonly shadow: ShadowReport | null;
}

/** How often an attempt went one way. */
export interface AttemptCount extends Pick<PolicyAttempt, "act" | "cause" | "outcome"> {
  readonly count: number;
}

/** The revisions that can be returned to, and what is wrong with keeping them. */
export interface HistoryStatus {
  readonly kept: readonly KeptRevision[];
  readonly problem: string | null;
}

/** An attempt that cannot be made: nothing is kept, or nothing of that id is. */
export type NotMade = "no history" | "not kept" | "no candidate";

const MOST_PROBLEMS = 100;

/**
 * The policy of a process, and the only thing that changes it. What answers is one reference: whoever takes `served()` once
 * sees one revision, whatever happens beside it. Attempts to change it are made one after the other, and one that waits is
 * joined by whoever wants the same; a candidate is seen to beside them. A policy that is refused changes nothing. No method rejects.
 */
export class PolicyControl {
  readonly #parts: PolicyControlParts;
  readonly #closing = new AbortController();
  readonly #counts = new Map<string, AttemptCount>();
  #active: Active;
  #lastAttempt: PolicyAttempt;
  #lastShadowAttempt: PolicyAttempt | null = null;
  #historyProblem: string | null = null;
  #candidate: ServedPolicy | null = null;
  /** Where a candidate comes from, also while none of it has been admitted yet. */
  #shadowing: "folder" | "revision" | "nothing" = "nothing";
  /** What the folder held when it was last looked at. */
  #seen: string;
  /** A rollback is not to wait for a candidate. */
  readonly #lanes = { active: new Lane(), shadow: new Lane() };

  private constructor(parts: PolicyControlParts, { files, admitted, served }: LoadedPolicy) {
    const { warnings, steps, revision } = admitted;
    this.#parts = parts;
    this.#active = { served, warnings: warnings.map(formatProblem), steps, pinned: false };
    this.#seen = fingerprint(files);
    const ms = steps.reduce((sum, step) => sum + step.ms, 0);
    const what = { act: "start", cause: "start", at: served.activeSince } as const;
    this.#lastAttempt = this.#told({
      ...what,
      outcome: "activated",
      revision,
      step: null,
      problems: [],
      warnings: warnings.map(formatProblem),
      steps,
      ms,
    });
  }

  /** Takes charge of a policy that was loaded at start; its revision is kept, and the candidate of the configuration is on its way. */
  static async over(parts: PolicyControlParts, loaded: LoadedPolicy): Promise<PolicyControl> {
    const control = new PolicyControl(parts, loaded);
    await control.#keep(loaded.files, loaded.admitted);
    if (parts.shadowFolder !== null) void control.shadowFolder("start");
    return control;
  }

  /** The policy in force. */
  readonly served = (): ServedPolicy => this.#active.served;

  /** Lets what the folder holds answer; a candidate that came from a folder is read again as well. */
  reload(cause: PolicyCause): Promise<PolicyAttempt> {
    const reloaded = this.#lanes.active.run("reload", async () =>
      this.#reload(cause, await filesOfPolicy(this.#parts.folder)),
    );
    if (this.#shadowing === "folder") void this.shadowFolder(cause);
    return reloaded;
  }

  /** The same, where the folder holds something else than when it was last looked at; null: it does not. */
  reloadChanged(): Promise<PolicyAttempt | null> {
    return this.#lanes.active.run("reload what changed", async () => {
      const files = await filesOfPolicy(this.#parts.folder);
      return fingerprint(files) === this.#seen ? null : this.#reload("file change", files);
    });
  }

  /** Lets a revision answer that was active before, until the next reload or start. */
  rollback(id: string): Promise<PolicyAttempt | NotMade> {
    return this.#lanes.active.run(`rollback ${id}`, () =>
      this.#fromHistory("rollback", id, (admitted, files) => this.#activate(admitted, files, true)),
    );
  }

  /** Lets the folder that the configuration names shadow the active policy. */
  shadowFolder(cause: PolicyCause): Promise<PolicyAttempt | NotMade> {
    return this.#lanes.shadow.run("shadow folder", async () => {
      const { shadowFolder } = this.#parts;
      if (shadowFolder === null) return "no candidate";
      this.#shadowing = "folder";
      return this.#attempt("shadow", cause, await filesOfPolicy(shadowFolder), (admitted) => this.#shadow(admitted));
    });
  }

  /** Lets a revision shadow the active policy that was active before. */
  shadowRevision(id: string): Promise<PolicyAttempt | NotMade> {
    return this.#lanes.shadow.run(`shadow ${id}`, () =>
      this.#fromHistory("shadow", id, (admitted) => {
        this.#shadowing = "revision";
        return this.#shadow(admitted);
      }),
    );
  }

  /** Ends comparing, until a candidate is named again. */
  endShadow(): Promise<void> {
    return this.#lanes.shadow.run("end shadow", async () => {
      this.#shadowing = "nothing";
      this.#candidate = null;
      this.#parts.shadow.compare(null, this.served());
      this.#parts.log.info({ revision: this.served().id }, "the candidate is no longer compared");
    });
  }

  /** What there is to know now. */
  status(): PolicyStatus {
    return {
      active: this.#active,
      lastAttempt: this.#lastAttempt,
      lastShadowAttempt: this.#lastShadowAttempt,
      attempts: [...this.#counts.values()],
      underWay: this.#lanes.active.underWay + this.#lanes.shadow.underWay,
      shadow: this.#parts.shadow.report(),
    };
  }

  /** What can be returned to; null: nothing is kept. */
  async history(): Promise<HistoryStatus | null> {
    const { history } = this.#parts;
    if (history === null) return null;
    try {
      return { kept: await history.list(), problem: this.#historyProblem };
    } catch (error) {
      return { kept: [], problem: unusable(error) };
    }
  }

  /** Gives up what is under way. What answers goes on answering. */
  close(): void {
    this.#closing.abort();
    this.#parts.shadow.stop();
  }

  #reload(cause: PolicyCause, files: PolicyFiles): Promise<PolicyAttempt> {
    this.#seen = fingerprint(files);
    return this.#attempt("reload", cause, files, (admitted) => this.#activate(admitted, files, false));
  }

  async #fromHistory(act: PolicyAct, id: string, use: Use): Promise<PolicyAttempt | NotMade> {
    const { history, clock } = this.#parts;
    if (history === null) return "no history";
    const found = await history.find(id);
    if (found === null) return "not kept";
    if ("files" in found) return this.#attempt(act, "admin call", found.files, use);
    const revision = { id, label: id.slice(0, 12) };
    const problems = found.problems.map(formatProblem);
    const what = { act, cause: "admin call", at: clock() } as const;
    return this.#told({
      ...what,
      outcome: "refused",
      revision,
      step: "history",
      problems,
      warnings: [],
      steps: [],
      ms: 0,
    });
  }

  /** Admits files, and uses them where they pass. */
  async #attempt(act: PolicyAct, cause: PolicyCause, files: PolicyFiles, use: Use): Promise<PolicyAttempt> {
    const { admit, clock, log } = this.#parts;
    const what = { act, cause, at: clock() };
    const start = performance.now();
    const ms = (): number => Math.round(performance.now() - start);
    try {
      this.#closing.signal.throwIfAborted();
      const admission = await admit(files, this.#closing.signal);
      const { steps } = admission;
      if (!admission.ok) {
        const { step, revision } = admission;
        const problems = admission.problems.map(formatProblem);
        return this.#told({ ...what, outcome: "refused", revision, step, problems, warnings: [], steps, ms: ms() });
      }
      const { revision } = admission;
      const warnings = admission.warnings.map(formatProblem);
      const outcome = await use(admission, files);
      return this.#told({ ...what, outcome, revision, step: null, problems: [], warnings, steps, ms: ms() });
    } catch (error) {
      if (!this.#closing.signal.aborted) logFault(log, error);
      const problems = ["the policy could not be checked: the log says more"];
      return this.#told({
        ...what,
        outcome: "refused",
        revision: null,
        step: "fault",
        problems,
        warnings: [],
        steps: [],
        ms: ms(),
      });
    }
  }

  async #activate(admitted: Admitted, files: PolicyFiles, pinned: boolean): Promise<PolicyOutcome> {
    const { policy, texts, revision, steps } = admitted;
    const isNew = revision.id !== this.served().id;
    // The same rules are not exchanged for themselves: what has been computed by them stays.
    const served = isNew ? { policy, texts, ...revision, activeSince: this.#parts.clock() } : this.served();
    const isPinned = pinned && (isNew || this.#active.pinned);
    this.#active = { served, warnings: admitted.warnings.map(formatProblem), steps, pinned: isPinned };
    this.#parts.shadow.compare(this.#candidate, served);
    if (isNew) await this.#keep(files, admitted);
    return isNew ? "activated" : "unchanged";
  }

  async #shadow({ policy, texts, revision }: Admitted): Promise<PolicyOutcome> {
    const isNew = revision.id !== this.#candidate?.id;
    if (isNew) this.#candidate = { policy, texts, ...revision, activeSince: this.#parts.clock() };
    this.#parts.shadow.compare(this.#candidate, this.served());
    return isNew ? "activated" : "unchanged";
  }

  /** That a revision cannot be kept is told, and keeps it from nothing. */
  async #keep(files: PolicyFiles, { revision }: Admitted): Promise<void> {
    const { history, clock, log } = this.#parts;
    try {
      await history?.keep(files, revision, clock());
      this.#historyProblem = null;
    } catch (error) {
      this.#historyProblem = unusable(error);
      log.error({ revision: revision.id, problem: this.#historyProblem }, "the revision cannot be kept for a rollback");
    }
  }

  /** Writes an attempt down, where it can be asked for and in the log. */
  #told(attempt: PolicyAttempt): PolicyAttempt {
    const { act, cause, outcome, revision, ms } = attempt;
    const key = `${act} ${cause} ${outcome}`;
    this.#counts.set(key, { act, cause, outcome, count: (this.#counts.get(key)?.count ?? 0) + 1 });
    const problems = attempt.problems.slice(0, MOST_PROBLEMS);
    const more = attempt.problems.length - problems.length;
    const told = more === 0 ? attempt : { ...attempt, problems: [...problems, `and ${more} more`] };
    const line = { act, cause, outcome, revision: revision?.id ?? null, label: revision?.label ?? null, ms };
    const { log } = this.#parts;
    if (outcome === "refused")
      log.error({ ...line, step: told.step, problems: told.problems, answering: this.served().id }, "policy refused");
    else log.info({ ...line, steps: told.steps, warnings: told.warnings }, "policy admitted");
    if (act === "shadow") this.#lastShadowAttempt = told;
    else this.#lastAttempt = told;
    return told;
  }
}

/** Takes what was admitted into use, and says what changed. */
type Use = (admitted: Admitted, files: PolicyFiles) => Promise<PolicyOutcome>;

/** A text that is the same for two readings of a folder exactly when they found the same, cases and problems included. */
function fingerprint({ policy, cases }: PolicyFiles): string {
  const hash = createHash("sha256");
  for (const { files, problems } of [policy, cases]) {
    for (const { file, bytes } of files) hash.update(`${file}\0${bytes.length}\0`).update(bytes);
    hash.update(`\0${JSON.stringify(problems)}\0`);
  }
  return hash.digest("hex");
}

function unusable(error: unknown): string {
  const code = typeof error === "object" && error !== null && "code" in error ? String(error.code) : "not known why";
  return `the folder of \`POLICY_HISTORY_DIR\` cannot be used: ${code}`;
}
