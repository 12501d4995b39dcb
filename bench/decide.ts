import { Bench } from "tinybench";
import type { Instant } from "../src/policy/calendar.js";
import type { Policy } from "../src/policy/policy.js";
import { subjectReader } from "../src/profiles/subject.js";
import { crowd } from "./people.js";

const PEOPLE = 1_000;

/** Measures what the rules cost without HTTP and without a database; one line a task. */
export async function benchDecide(policy: Policy): Promise<readonly string[]> {
  const profiles = crowd(PEOPLE);
  const read = subjectReader(policy.catalogue);
  const now = Date.now() as Instant;
  const people = profiles.map((profile) => read(profile, now));

  const bench = new Bench({ time: 1_000, warmupTime: 500 });
  bench.add("decide", () => {
    for (const { subject, choices } of people) policy.decide(subject, choices, now);
  });
  bench.add("read the profile and decide", () => {
    for (const profile of profiles) {
      const { subject, choices } = read(profile, now);
      policy.decide(subject, choices, now);
    }
  });
  await bench.run();

  return bench.tasks.map(({ name, result }) => {
    if (result.state !== "completed") throw new Error(`\`${name}\` did not complete: ${result.state}`);
    const { p50, p99 } = result.latency;
    return `${name}: ${micros(p50)} µs a person (${PEOPLE} people; 99 % of rounds under ${micros(p99)} µs)`;
  });
}

function micros(millisecondsOfRound: number): string {
  return ((millisecondsOfRound * 1_000) / PEOPLE).toFixed(2);
}
