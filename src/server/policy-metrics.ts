import { Counter, Gauge, type Registry } from "prom-client";
import type { ServedPolicy } from "../subgraph/served-policy.js";
import type { PolicyAttempt } from "./policy-attempt.js";
import type { PolicyStatus } from "./policy-control.js";
import type { ShadowReport } from "./policy-shadow.js";

/** What is measured of the policy: read when Prometheus asks. */
export interface PolicyMeasures {
  readonly served: () => ServedPolicy;
  /** null: nothing changes the policy of this process. */
  readonly status: () => PolicyStatus | null;
}

/** Adds what the service measures of its policy. Revisions are a label of the two `_info` metrics alone, so that no other series ends with a reload. */
export function addPolicyMetrics(registry: Registry, { served, status }: PolicyMeasures): void {
  const registers = [registry];
  const shadow = (): ShadowReport | null => status()?.shadow ?? null;

  new Gauge({
    name: "youth_safety_policy_info",
    help: "The revision of the rules that answers; always 1.",
    labelNames: ["revision", "label"],
    registers,
    collect() {
      const { id, label } = served();
      this.reset();
      this.set({ revision: id, label }, 1);
    },
  });
  new Gauge({
    name: "youth_safety_policy_active_since_timestamp_seconds",
    help: "When this process began to answer by that revision.",
    registers,
    collect() {
      this.set(served().activeSince / 1_000);
    },
  });
  new Gauge({
    name: "youth_safety_policy_pinned",
    help: "1 while a revision answers that was returned to and is not the folder's.",
    registers,
    collect() {
      this.set(Number(status()?.active.pinned ?? false));
    },
  });
  new Gauge({
    name: "youth_safety_policy_warnings",
    help: "What the authors of the revision that answers should look at.",
    registers,
    collect() {
      this.set(status()?.active.warnings.length ?? 0);
    },
  });
  new Gauge({
    name: "youth_safety_policy_admission_seconds",
    help: "How long the last check of the revision that answers took, by step.",
    labelNames: ["step"],
    registers,
    collect() {
      this.reset();
      for (const { step, ms } of status()?.active.steps ?? []) this.set({ step }, ms / 1_000);
    },
  });
  new Gauge({
    name: "youth_safety_policy_last_attempt_ok",
    help: "1 when the last attempt to change what answers, or its shadow, was not refused.",
    labelNames: ["of"],
    registers,
    collect() {
      const set = (of: string, attempt: PolicyAttempt | null | undefined): void => {
        if (attempt) this.set({ of }, Number(attempt.outcome !== "refused"));
      };
      set("active", status()?.lastAttempt);
      set("shadow", status()?.lastShadowAttempt);
    },
  });
  new Counter({
    name: "youth_safety_policy_attempts_total",
    help: "Attempts to let a policy answer or shadow, by what, why and how they went.",
    labelNames: ["act", "cause", "outcome"],
    registers,
    collect() {
      this.reset();
      for (const { act, cause, outcome, count } of status()?.attempts ?? []) this.inc({ act, cause, outcome }, count);
    },
  });
  new Gauge({
    name: "youth_safety_policy_shadow_info",
    help: "The candidate whose answers are compared; always 1.",
    labelNames: ["revision", "label"],
    registers,
    collect() {
      this.reset();
      const candidate = shadow()?.candidate;
      if (candidate) this.set({ revision: candidate.id, label: candidate.label }, 1);
    },
  });
  new Counter({
    name: "youth_safety_policy_shadow_people_total",
    help: "How often a person's answers were due to be compared with the candidate's, by what became of it; from 0 for each pair of revisions.",
    labelNames: ["outcome"],
    registers,
    collect() {
      this.reset();
      const report = shadow();
      if (!report) return;
      for (const outcome of ["compared", "dropped", "failed"] as const) this.inc({ outcome }, report[outcome]);
    },
  });
  new Counter({
    name: "youth_safety_policy_shadow_divergences_total",
    help: "Answers that the candidate would have given otherwise, by item, direction and its reason; from 0 for each pair of revisions.",
    labelNames: ["item", "direction", "reason"],
    registers,
    collect() {
      this.reset();
      for (const { item, direction, reason, count } of shadow()?.divergences ?? [])
        this.inc({ item, direction, reason: reason ?? "none" }, count);
    },
  });
}
