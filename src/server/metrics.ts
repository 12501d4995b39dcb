import { Counter, Histogram, Registry, collectDefaultMetrics } from "prom-client";
import type { ProfileReads } from "../profiles/profile-store.js";
import type { ErrorCode } from "../subgraph/errors.js";
import { addPolicyMetrics, type PolicyMeasures } from "./policy-metrics.js";

const SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5];
const ENTITIES = [1, 2, 5, 10, 25, 50, 100, 250, 500, 1_000, 2_000];

/** What the service measures. No label ever holds anything of a person. */
export class Metrics {
  readonly registry = new Registry();
  readonly #requests = new Histogram({
    name: "youth_safety_http_request_duration_seconds",
    help: "How long requests took, by route and status.",
    labelNames: ["route", "status"],
    buckets: SECONDS,
    registers: [this.registry],
  });
  readonly #entities = new Histogram({
    name: "youth_safety_entities_per_request",
    help: "How many people one request asked for.",
    buckets: ENTITIES,
    registers: [this.registry],
  });
  readonly #errors = new Counter({
    name: "youth_safety_errors_total",
    help: "Errors that left the service, by code.",
    labelNames: ["code"],
    registers: [this.registry],
  });
  readonly #reads = new Histogram({
    name: "youth_safety_store_read_duration_seconds",
    help: "How long reads of the profile store took, by outcome.",
    labelNames: ["outcome"],
    buckets: SECONDS,
    registers: [this.registry],
  });
  readonly #readIds = new Counter({
    name: "youth_safety_store_read_ids_total",
    help: "Profiles that the reads asked for.",
    registers: [this.registry],
  });

  readonly #adminCalls = new Counter({
    name: "youth_safety_admin_calls_total",
    help: "Calls to change the policy, by route and status.",
    labelNames: ["route", "status"],
    registers: [this.registry],
  });

  constructor(policy: PolicyMeasures) {
    collectDefaultMetrics({ register: this.registry });
    addPolicyMetrics(this.registry, policy);
  }

  /** Counts a request that was answered. */
  answered(route: string, status: number, seconds: number): void {
    this.#requests.observe({ route, status: String(status) }, seconds);
  }

  /** Counts the people that a request asked for. */
  asked(people: number): void {
    this.#entities.observe(people);
  }

  /** Counts errors that left the service. */
  failed(code: ErrorCode, times = 1): void {
    this.#errors.inc({ code }, times);
  }

  /** Counts a call to change the policy. */
  called(route: string, status: number): void {
    this.#adminCalls.inc({ route, status: String(status) });
  }

  /** The same reads, measured. */
  measured(store: ProfileReads): ProfileReads {
    return {
      find: async (ids, deadline) => {
        this.#readIds.inc(ids.length);
        const end = this.#reads.startTimer();
        try {
          const found = await store.find(ids, deadline);
          end({ outcome: "ok" });
          return found;
        } catch (error) {
          end({ outcome: "failed" });
          throw error;
        }
      },
    };
  }
}
