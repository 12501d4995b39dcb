import { setTimeout as after } from "node:timers/promises";
import { formatValue } from "../../src/policy/value-text.js";
import type { ServedPolicy } from "../../src/subgraph/served-policy.js";
import { MOST_WAITING, PolicyShadow } from "../../src/server/policy-shadow.js";
import { PolicyHistory } from "../../src/server/policy-history.js";
import { People } from "../../src/subgraph/people.js";
import { maya, noah, NOW } from "./people.js";
import { admittedFrom, controlOf, emptyFolder, halfAnHour, platformAlone, written } from "./policy-folders.js";
import { as, service, startService, users } from "./service.js";

const QUERY =
  "query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on User { safetySettings { dailyScreenTime { maximum } } } } }";
const ALL_KNOWING = { id: null, scopes: new Set(["youth-safety:read", "youth-safety:age"]) };

const served = async (files: Readonly<Record<string, string>>): Promise<ServedPolicy> => {
  const { policy, texts, revision } = await admittedFrom(files);
  return { policy, texts, ...revision, activeSince: NOW };
};
const [OLD, YOUNG] = await Promise.all([served(platformAlone("old")), served(halfAnHour("young"))]);

/** A shadow of everybody, or of a share. */
function shadowOf(share = 1): { shadow: PolicyShadow; faults: unknown[] } {
  const faults: unknown[] = [];
  return { shadow: new PolicyShadow({ share, clock: () => NOW, onFault: (error) => faults.push(error) }), faults };
}

/** People who have been answered by the old policy; of whom nothing is known, apart from Maya and Noah. */
async function answered(...ids: readonly string[]): Promise<People> {
  const people = new People(async (id) => [maya, noah].find((who) => who.id === id) ?? null, ALL_KNOWING, OLD, NOW);
  await Promise.all(ids.map((id) => people.now(id)));
  return people;
}

/** Waits until everybody who was offered has been looked at. */
async function settled(shadow: PolicyShadow, people = 0): Promise<void> {
  const isDone = (): boolean => {
    const report = shadow.report();
    return report === null || (report.waiting === 0 && report.compared + report.failed >= people);
  };
  const end = performance.now() + 20_000;
  while (!isDone() && performance.now() < end) await after(5);
}

test("what a candidate would have answered otherwise is counted by item, direction and reason", async () => {
  const { shadow } = shadowOf();
  shadow.compare(YOUNG, OLD);
  await shadow.offer(await answered("maya", "noah"));
  await shadow.offer(await answered("maya"));
  await settled(shadow, 3);
  const report = shadow.report();
  expect(report).toMatchObject({ beside: OLD.id, since: NOW, compared: 3, dropped: 0, failed: 0 });
  expect(report?.divergences).toEqual([
    { item: "dailyScreenTime", direction: "stricter", reason: "BELOW_MINIMUM_AGE", count: 3 },
  ]);
});

test("a candidate that says the same counts people and nothing else", async () => {
  const { shadow } = shadowOf();
  shadow.compare({ ...OLD, id: "another" }, OLD);
  await shadow.offer(await answered("maya", "noah"));
  await settled(shadow, 2);
  expect(shadow.report()).toMatchObject({ compared: 2, divergences: [] });
});

test("what is looser is told apart", async () => {
  const { shadow } = shadowOf();
  shadow.compare(OLD, YOUNG);
  const people = new People(async () => noah, ALL_KNOWING, YOUNG, NOW);
  await people.now("noah");
  await shadow.offer(people);
  await settled(shadow, 1);
  expect(shadow.report()?.divergences.map(({ direction }) => direction)).toEqual(["looser"]);
  const minutes = YOUNG.policy.catalogue.items.find(({ key }) => key === "dailyScreenTime");
  expect(minutes && formatValue(minutes, 30)).toBe("30");
});

test.each<[string, ServedPolicy, ServedPolicy]>([
  ["the candidate", { ...YOUNG, id: "next" }, OLD],
  ["what answers", YOUNG, { ...OLD, id: "next" }],
])("counting begins anew when %s changes, and not otherwise", async (_, candidate, active) => {
  const { shadow } = shadowOf();
  shadow.compare(YOUNG, OLD);
  await shadow.offer(await answered("maya"));
  await settled(shadow, 1);
  shadow.compare({ ...YOUNG }, OLD);
  expect(shadow.report()?.compared).toBe(1);
  shadow.compare(candidate, active);
  expect(shadow.report()).toMatchObject({ compared: 0, divergences: [] });
});

test("whoever was answered by a revision that has gone is not compared", async () => {
  const { shadow } = shadowOf();
  shadow.compare(YOUNG, { ...OLD, id: "next" });
  await shadow.offer(await answered("maya"));
  await settled(shadow);
  expect(shadow.report()).toMatchObject({ compared: 0, divergences: [] });
});

test("a candidate that has become active, or is none, costs nothing", async () => {
  const { shadow } = shadowOf();
  const people = await answered("maya");
  let looked = 0;
  Object.assign(people, { answered: async () => ((looked += 1), []) });
  await shadow.offer(people);
  shadow.compare(OLD, OLD);
  await shadow.offer(people);
  shadow.compare(null, OLD);
  await shadow.offer(people);
  expect(looked).toBe(0);
  expect(shadow.report()).toBeNull();
});

test.each([
  [0, 0, 0],
  [0.1, 10, 50],
  [0.5, 110, 190],
  [1, 300, 300],
])("a share of %d of people is about so many, and always the same ones", async (share, least, most) => {
  const ids = Array.from({ length: 300 }, (_, index) => `u${index}`);
  const waitingFor = async (candidate: string): Promise<number> => {
    const { shadow } = shadowOf(share);
    shadow.compare({ ...OLD, id: candidate }, OLD);
    await shadow.offer(await answered(...ids));
    const { waiting = -1 } = shadow.report() ?? {};
    shadow.stop();
    return waiting;
  };
  const first = await waitingFor("candidate");
  expect(first).toBeGreaterThanOrEqual(least);
  expect(first).toBeLessThanOrEqual(most);
  expect(await waitingFor("candidate")).toBe(first);
});

test("of more people than may wait the later are dropped, and counted", async () => {
  const { shadow } = shadowOf();
  shadow.compare(YOUNG, OLD);
  const ids = Array.from({ length: MOST_WAITING + 100 }, (_, index) => `u${index}`);
  await shadow.offer(await answered(...ids));
  expect(shadow.report()).toMatchObject({ dropped: 100, waiting: MOST_WAITING });
  shadow.stop();
  const compared = shadow.report()?.compared;
  await after(50);
  expect(shadow.report()?.compared).toBe(compared);
});

test("a candidate that fails is counted, and reaches nobody", async () => {
  const { shadow, faults } = shadowOf();
  const decide = (): never => {
    throw new TypeError("broken");
  };
  shadow.compare({ ...YOUNG, policy: { ...YOUNG.policy, decide } }, OLD);
  await shadow.offer(await answered("maya", "noah"));
  await settled(shadow, 2);
  expect(shadow.report()).toMatchObject({ compared: 0, failed: 2 });
  expect(faults).toHaveLength(2);
});

describe("in a service", () => {
  test("answers are the active policy's, and people who may not be read about are not compared", async () => {
    const candidate = written(halfAnHour("young"));
    const { control, shadow } = await controlOf(platformAlone("old"), { shadowFolder: candidate });
    await control.shadowFolder("admin call");
    const running = await startService({ served: control.served, operations: { control, shadow } });
    const { people } = await running.ask(QUERY, users("maya", "noah"), service("youth-safety:read"));
    expect(people.map((person) => person.safetySettings?.dailyScreenTime.maximum)).toEqual([45, 1_440]);
    expect((await running.ask(QUERY, users("maya"), as("noah"))).errors).toHaveLength(1);
    await settled(shadow, 2);
    expect(shadow.report()).toMatchObject({ compared: 2, waiting: 0, failed: 0 });
    const text = await (await fetch(running.metricsUrl)).text();
    for (const line of [
      `youth_safety_policy_shadow_info{revision="${shadow.report()?.candidate.id}",label="young"} 1`,
      'youth_safety_policy_shadow_people_total{outcome="compared"} 2',
      'youth_safety_policy_shadow_people_total{outcome="dropped"} 0',
      'youth_safety_policy_shadow_divergences_total{item="dailyScreenTime",direction="stricter",reason="BELOW_MINIMUM_AGE"} 2',
    ])
      expect(text.split("\n")).toContain(line);
    expect(text + running.logged()).not.toMatch(/maya|noah/);
    await running.stop();
  });

  test("a candidate is admitted like everything else, and a refused one leaves the last good one", async () => {
    const candidate = written(halfAnHour("young"));
    const { control } = await controlOf(platformAlone("old"), { shadowFolder: candidate });
    expect(await control.shadowFolder("admin call")).toMatchObject({ act: "shadow" });
    written({ "platform.yaml": "rules: [" }, candidate);
    expect(await control.shadowFolder("admin call")).toMatchObject({ outcome: "refused", step: "read" });
    expect(control.status().shadow?.candidate.label).toBe("young");
    expect(control.status().lastAttempt.act).toBe("start");
    // A reload reads it again, as it is now.
    written(halfAnHour("younger"), candidate);
    await control.reload("signal");
    await control.endShadow();
    expect(control.status().lastShadowAttempt).toMatchObject({ outcome: "activated", revision: { label: "younger" } });
    expect(control.status().shadow).toBeNull();
  });

  test("a revision that was active can be compared as well", async () => {
    const history = new PolicyHistory(emptyFolder());
    const { control, folder } = await controlOf(platformAlone("old"), { history });
    const old = control.served().id;
    expect(await control.shadowFolder("admin call")).toBe("no candidate");
    written(halfAnHour("young"), folder);
    await control.reload("signal");
    expect(await control.shadowRevision(old)).toMatchObject({ outcome: "activated" });
    expect(control.status().shadow).toMatchObject({ candidate: { id: old }, beside: control.served().id });
    expect(await control.shadowRevision("0".repeat(64))).toBe("not kept");
  });
});
