import { admitPolicy, type Admission } from "../src/policy-admission.js";
import { filesOfPolicy, type PolicyFiles } from "../src/policy-folder.js";
import { formatProblem } from "../src/policy/language/policy-problem.js";
import { compilePolicy } from "../src/policy/compile.js";
import type { Instant } from "../src/policy/calendar.js";
import { subjectReader } from "../src/profiles/subject.js";
import { largerPolicy } from "./larger-policy.js";
import { crowd } from "./people.js";

const ROUNDS = 5;
const PEOPLE = 1_000;
const TIMES = [1, 2, 4];

/** Measures what it takes to let a policy serve, step by step, and to decide for 1,000 people; both as rules and regions double. */
export async function benchPolicyLoad(folder: string, print: (line: string) => void): Promise<void> {
  const shipped = await filesOfPolicy(folder);
  print(`load with its cases, first time in the process: ${timesOf(admitted(shipped))}`);
  print(`load with its cases: ${timesOf(best(shipped))}`);
  for (const times of TIMES) {
    const files = largerPolicy(shipped, times);
    const { documents, ...load } = best(files);
    print(`${documents.rules.length} rules (${times} times), load without cases: ${timesOf({ documents, ...load })}`);
    print(`${documents.rules.length} rules (${times} times), ${PEOPLE} people: ${peopleTimes(documents)}`);
  }
}

type Admitted = Extract<Admission, { ok: true }> & {
  /** Milliseconds of processor time, which other work on the machine adds less to than to the time of day. */
  readonly processor: number;
};

function admitted(files: PolicyFiles): Admitted {
  const before = process.cpuUsage();
  const admission = admitPolicy(files);
  const { user, system } = process.cpuUsage(before);
  if (!admission.ok) throw new Error(admission.problems.map(formatProblem).join("\n"));
  return { ...admission, processor: Math.round((user + system) / 1_000) };
}

function totalOf({ steps }: Admitted): number {
  return steps.reduce((sum, { ms }) => sum + ms, 0);
}

/** The quickest of some rounds: what it takes when nothing else wants the core. */
function best(files: PolicyFiles): Admitted {
  const rounds = Array.from({ length: ROUNDS }, () => admitted(files));
  return rounds.reduce((quickest, one) => (totalOf(one) < totalOf(quickest) ? one : quickest));
}

function timesOf(load: Admitted): string {
  return `${totalOf(load)} ms, ${load.processor} of a processor (${load.steps.map(({ step, ms }) => `${step} ${ms}`).join(", ")})`;
}

/** Every answer of everybody: by a policy that has answered nobody, then again. */
function peopleTimes(documents: Admitted["documents"]): string {
  const now = Date.now() as Instant; // whole milliseconds, as an instant is
  const read = subjectReader(documents.catalogue);
  const people = crowd(PEOPLE).map((profile) => read(profile, now));
  const rounds = Array.from({ length: ROUNDS }, () => {
    const policy = compilePolicy(documents);
    const timed = (): number => {
      const start = performance.now();
      for (const { subject, choices } of people)
        policy.decide(subject, choices, now).answers.forEach((answer) => answer.value);
      return performance.now() - start;
    };
    return { first: timed(), again: Math.min(timed(), timed(), timed()) };
  });
  const [first, again] = [rounds.map((round) => round.first), rounds.map((round) => round.again)].map((all) =>
    Math.min(...all),
  );
  return `${(first ?? 0).toFixed(0)} ms the first time, ${(again ?? 0).toFixed(1)} ms again`;
}
