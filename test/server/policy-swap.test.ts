import { setImmediate as nextTurn } from "node:timers/promises";
import type { ProfileStore } from "../../src/profiles/profile-store.js";
import { storeOfPeople } from "./people.js";
import { admittedFrom, controlOf, halfAnHour, platformAlone } from "./policy-folders.js";
import { service, startService, users, type Answer } from "./service.js";

const QUERY = `query ($representations: [_Any!]!) {
  before: safetyPolicy { id label }
  _entities(representations: $representations) {
    ... on User {
      safetySettings { policy { id } dailyScreenTime { maximum reason { rule } } }
      featureAccess { policy { id } }
    }
  }
  after: safetyPolicy { id label }
}`;

const ASKING = 12;
const SWAPS = 40;

/** Reads that take some turns, so that swaps fall into requests that have begun. */
function unhurried(): ProfileStore {
  const store = storeOfPeople();
  return Object.assign(storeOfPeople(), {
    find: async (...asked: Parameters<ProfileStore["find"]>) => {
      for (let turn = 0; turn < 5; turn += 1) await nextTurn();
      return store.find(...asked);
    },
  });
}

/** Everything that an answer says about the revision that it is by. */
function revisionsIn({ headers, data, people }: Answer): ReadonlySet<unknown> {
  const said = data as Readonly<Record<"before" | "after", { id: string }>> | null;
  return new Set([
    headers.get("x-policy-revision"),
    said?.before.id,
    ...people.flatMap((person) => [person.safetySettings?.policy.id, person.featureAccess?.policy.id]),
    said?.after.id,
  ]);
}

test("while one revision takes over from another under load, every answer is by one of them, whole", async () => {
  const [old, young] = [platformAlone("old"), halfAnHour("young")];
  const admissions = [await admittedFrom(young), await admittedFrom(old)];
  let turn = 0;
  // Checking is seen elsewhere; here the exchange itself is, as often as it can be made.
  const admit = async () => admissions[turn++ % 2] ?? (await admittedFrom(old));
  const { control, shadow } = await controlOf(old, { admit });
  const running = await startService({
    served: control.served,
    operations: { control, shadow },
    store: unhurried(),
  });

  const answers: Answer[] = [];
  let isDone = false;
  const ask = async (): Promise<void> => {
    while (!isDone)
      answers.push(await running.ask(QUERY, users("maya", "noah"), service("youth-safety:read", "youth-safety:age")));
  };
  const asking = Array.from({ length: ASKING }, ask);
  for (let swap = 0; swap < SWAPS; swap += 1) {
    const before = answers.length;
    expect((await control.reload("signal")).outcome).toBe("activated");
    while (answers.length === before) await nextTurn();
  }
  isDone = true;
  await Promise.all(asking);

  await running.stop();

  // Half an hour for both; before, what Dana allows Maya, and no limit for Noah.
  const [youngId = "", oldId = ""] = admissions.map(({ revision }) => revision.id);
  const maximum = new Map([
    [youngId, [30, 30]],
    [oldId, [45, 1_440]],
  ]);
  const seen = new Map<unknown, number>();
  for (const answer of answers) {
    expect([answer.status, answer.errors]).toEqual([200, []]);
    const revisions = revisionsIn(answer);
    expect(revisions.size).toBe(1);
    const [id] = revisions;
    expect(answer.people.map((person) => person.safetySettings?.dailyScreenTime.maximum)).toEqual(
      maximum.get(String(id)),
    );
    seen.set(id, (seen.get(id) ?? 0) + 1);
  }
  expect([...seen.keys()].sort()).toEqual([youngId, oldId].sort());
  expect(Math.min(...seen.values())).toBeGreaterThan(SWAPS / 8);

  // Every log line of a request names the same revision as its answer.
  const logged = new Map(
    running
      .logged()
      .split("\n")
      .filter((line) => line.includes('"answered"'))
      .map((line) => JSON.parse(line) as Readonly<Record<string, unknown>>)
      .map(({ requestId, revision }) => [requestId, revision]),
  );
  for (const { headers } of answers)
    expect(logged.get(headers.get("x-request-id"))).toBe(headers.get("x-policy-revision"));
}, 120_000);
