import { hash } from "node:crypto";
import type { Instant } from "../policy/calendar.js";
import { divergences, type Divergence } from "../policy/divergence.js";
import type { People } from "../subgraph/people.js";
import type { Person } from "../subgraph/person.js";
import { readSubject, type ServedPolicy } from "../subgraph/served-policy.js";

/** What a candidate would have answered otherwise, how often. Nothing in it is about anybody. */
export interface DivergenceCount extends Divergence {
  readonly count: number;
}

/** What has been seen of a candidate so far. */
export interface ShadowReport {
  readonly candidate: ServedPolicy;
  /** The revision it is compared with; counting begins anew when either changes. */
  readonly beside: string;
  readonly since: Instant;
  /** How often a person's answers were compared. */
  readonly compared: number;
  /** How many wait to be. */
  readonly waiting: number;
  /** How often somebody was due to be compared, and there was no room to wait. */
  readonly dropped: number;
  /** How often a comparison failed, which is a fault of ours. */
  readonly failed: number;
  readonly divergences: readonly DivergenceCount[];
}

/** What a shadow needs. */
export interface ShadowParts {
  /** The share of people that are compared, from 0 to 1: always the same ones for one candidate. */
  readonly share: number;
  readonly clock: () => Instant;
  readonly onFault: (error: unknown) => void;
}

/** People that may wait to be compared; of more, the later are dropped. */
export const MOST_WAITING = 2_000;
/** Milliseconds of comparing at a time, and how many times as long answering then has the processor for itself. */
const SLICE = 4;
const REST = 9;

/**
 * Compares what a candidate would have answered with what has been answered, after the response has gone: it takes a tenth
 * of the process's time at most, and what it does or fails to do is never seen in an answer.
 */
export class PolicyShadow {
  readonly #parts: ShadowParts;
  #counts: Counts | null = null;
  #waiting: Person[] = [];
  #timer: NodeJS.Timeout | null = null;

  constructor(parts: ShadowParts) {
    this.#parts = parts;
  }

  /** Begins to compare `candidate` with `active`, or ends comparing when there is none. A candidate that is active has nothing to differ from. */
  compare(candidate: ServedPolicy | null, active: ServedPolicy): void {
    const isSame = candidate?.id === this.#counts?.candidate.id && this.#counts?.beside === active.id;
    if (candidate === null) this.#counts = null;
    else if (!isSame) this.#counts = newCounts(candidate, active.id, this.#parts.clock());
  }

  /** What has been seen; null: there is no candidate. */
  report(): ShadowReport | null {
    const counts = this.#counts;
    return counts && { ...counts, waiting: this.#waiting.length, divergences: [...counts.divergences.values()] };
  }

  /** Takes the people of a request that has been answered; resolves when those of the share wait. Never rejects. */
  async offer(people: People): Promise<void> {
    if (!this.#isIdle()) this.#enqueue(await people.answered());
  }

  /** Forgets who is waiting. */
  stop(): void {
    this.#waiting = [];
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
  }

  #isIdle(): boolean {
    return this.#counts === null || this.#counts.candidate.id === this.#counts.beside;
  }

  #enqueue(people: readonly Person[]): void {
    const counts = this.#counts;
    if (this.#isIdle() || counts === null) return;
    for (const person of people) {
      if (!isSampled(person.userId, counts.candidate.id, this.#parts.share)) continue;
      if (this.#waiting.length < MOST_WAITING) this.#waiting.push(person);
      else counts.dropped += 1;
    }
    if (this.#waiting.length > 0) this.#rest(0);
  }

  #rest(ms: number): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = null;
      this.#work();
    }, ms).unref();
  }

  #work(): void {
    const start = performance.now();
    while (this.#waiting.length > 0 && performance.now() - start < SLICE) {
      const person = this.#waiting.shift();
      if (person) this.#compareOne(person);
    }
    if (this.#waiting.length > 0) this.#rest((performance.now() - start) * REST);
  }

  #compareOne({ profile, decisions, served }: Person): void {
    const counts = this.#counts;
    // Whoever was answered by a revision that is no longer active says nothing about the one that is.
    if (counts?.beside !== served.id) return;
    try {
      const { candidate } = counts;
      const { subject, choices } = readSubject(candidate, profile, decisions.at);
      const others = candidate.policy.decide(subject, choices, decisions.at);
      for (const found of divergences(decisions.answers, others.answers)) count(counts.divergences, found);
      counts.compared += 1;
    } catch (error) {
      counts.failed += 1;
      this.#parts.onFault(error);
    }
  }
}

interface Counts extends Omit<ShadowReport, "divergences" | "waiting"> {
  compared: number;
  dropped: number;
  failed: number;
  readonly divergences: Map<string, DivergenceCount>;
}

function newCounts(candidate: ServedPolicy, beside: string, since: Instant): Counts {
  return { candidate, beside, since, compared: 0, dropped: 0, failed: 0, divergences: new Map() };
}

function count(counts: Map<string, DivergenceCount>, found: Divergence): void {
  const key = `${found.item} ${found.direction} ${String(found.reason)}`;
  counts.set(key, { ...found, count: (counts.get(key)?.count ?? 0) + 1 });
}

/** Whoever is among the people of a candidate stays among them, and no chance decides. */
function isSampled(userId: string, candidate: string, share: number): boolean {
  return Number.parseInt(hash("sha256", `${candidate} ${userId}`).slice(0, 8), 16) < share * 2 ** 32;
}
