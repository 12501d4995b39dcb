import { deadlineIn, type Deadline } from "../../src/profiles/deadline.js";
import { gatheredReads } from "../../src/profiles/gathered-reads.js";
import { profileLoader } from "../../src/profiles/profile-loader.js";
import { ProfileMalformed } from "../../src/profiles/profile-malformed.js";
import { ProfileStoreUnavailable } from "../../src/profiles/profile-store.js";
import type { UserId } from "../../src/profiles/user-id.js";
import { countedReads } from "./counted-reads.js";
import { idOf, profileOf } from "./profile-of.js";

const inTime = deadlineIn(60_000);
const everybody = () => countedReads((ids) => new Map(ids.map((id) => [id, profileOf(id)])));
const people = (from: number, count: number): UserId[] =>
  Array.from({ length: count }, (_, index) => idOf(`person-${from + index}`));

const sizes = (store: ReturnType<typeof everybody>) => store.reads.map(({ ids }) => ids.length);

describe("requests at the same time", () => {
  test("sixteen are one read, and each gets what it asked for", async () => {
    const store = everybody();
    const gathered = gatheredReads(store, 2_000);
    const requests = Array.from({ length: 16 }, (_, index) => people(index * 10, 10));
    const answers = await Promise.all(requests.map((ids) => profileLoader(gathered, inTime, 2_000).loadMany(ids)));
    expect(answers.map((answer) => answer.map((profile) => (profile instanceof Error ? null : profile?.id)))).toEqual(
      requests,
    );
    expect(sizes(store)).toEqual([160]);
  });

  test("who is in several of them is read once", async () => {
    const store = everybody();
    const gathered = gatheredReads(store, 2_000);
    const requests = [people(0, 10), people(5, 10), people(0, 15)];
    const answers = await Promise.all(requests.map((ids) => gathered.find(ids, inTime)));
    expect(sizes(store)).toEqual([15]);
    expect(answers.map((found) => [...found.keys()])).toEqual(requests);
  });

  test("a read holds no more than its share, and no request is split", async () => {
    const store = everybody();
    const gathered = gatheredReads(store, 100);
    const requests = [
      people(0, 60),
      people(60, 40),
      people(100, 30),
      people(200, 80),
      people(100, 20),
      people(500, 300),
    ];
    const answers = await Promise.all(requests.map((ids) => gathered.find(ids, inTime)));
    expect(answers.map((found, index) => requests[index]?.every((id) => found.has(id)))).toEqual(
      requests.map(() => true),
    );
    expect(sizes(store)).toEqual([100, 30, 100, 300]);
  });

  test("who comes a few steps later in the same turn is read with them", async () => {
    const store = everybody();
    const gathered = gatheredReads(store, 2_000);
    const first = gathered.find(people(0, 1), inTime);
    for (let step = 0; step < 20; step += 1) await Promise.resolve();
    await new Promise<void>((resolve) => process.nextTick(resolve));
    await Promise.all([first, gathered.find(people(1, 1), inTime)]);
    expect(sizes(store)).toEqual([2]);
  });

  test("one after the other each is a read of its own", async () => {
    const store = everybody();
    const gathered = gatheredReads(store, 2_000);
    await gathered.find(people(0, 2), inTime);
    await gathered.find(people(0, 2), inTime);
    expect(sizes(store)).toEqual([2, 2]);
  });

  test("one that comes while others are read does not wait for them", async () => {
    let finishFirst = (): void => undefined;
    const first = new Promise<void>((resolve) => (finishFirst = resolve));
    const store = countedReads(async (ids) => {
      if (ids.includes(idOf("maya"))) await first;
      return new Map(ids.map((id) => [id, profileOf(id)]));
    });
    const gathered = gatheredReads(store, 2_000);
    const slow = gathered.find([idOf("maya")], inTime);
    await new Promise(setImmediate);
    expect((await gathered.find([idOf("noah")], inTime)).size).toBe(1);
    finishFirst();
    expect((await slow).size).toBe(1);
  });
});

describe("deadlines", () => {
  test("a shared read may take as long as its most patient request", async () => {
    const store = everybody();
    const gathered = gatheredReads(store, 2_000);
    const left = (ms: number): Deadline => ({ msLeft: () => ms });
    await Promise.all([gathered.find(people(0, 1), left(300)), gathered.find(people(1, 1), left(5_000))]);
    expect(store.reads[0]?.deadline.msLeft()).toBe(5_000);
  });

  test("a hurried request is let go at its own deadline, and the patient one is answered", async () => {
    let answer = (): void => undefined;
    const slowly = new Promise<void>((resolve) => (answer = resolve));
    const gathered = gatheredReads(
      countedReads(async (ids) => {
        await slowly;
        return new Map(ids.map((id) => [id, profileOf(id)]));
      }),
      2_000,
    );
    const patient = gathered.find([idOf("noah")], inTime);
    await expect(gathered.find([idOf("maya")], deadlineIn(20))).rejects.toMatchObject({ failure: "deadline" });
    answer();
    expect([...(await patient).keys()]).toContain(idOf("noah"));
  });

  test("a request whose deadline is over is not read at all", async () => {
    const store = everybody();
    const gathered = gatheredReads(store, 2_000);
    await expect(gathered.find(people(0, 5), { msLeft: () => 0 })).rejects.toBeInstanceOf(ProfileStoreUnavailable);
    await new Promise(setImmediate);
    expect(store.reads).toEqual([]);
  });
});

describe("failures", () => {
  test("one malformed profile fails nobody else's request", async () => {
    const store = countedReads(
      (ids) => new Map(ids.map((id) => [id, id === idOf("noah") ? new ProfileMalformed(["ages"]) : profileOf(id)])),
    );
    const gathered = gatheredReads(store, 2_000);
    const load = (...names: string[]) => profileLoader(gathered, inTime, 10).loadMany(names.map(idOf));
    const [first, second] = await Promise.all([load("maya", "noah"), load("zoe")]);
    expect(first).toEqual([profileOf("maya"), new ProfileMalformed(["ages"])]);
    expect(second).toEqual([profileOf("zoe")]);
  });

  test("a read that fails fails the requests that share it, and only those", async () => {
    const store = countedReads((ids) => {
      if (ids.length > 5) throw new ProfileStoreUnavailable("too heavy");
      return new Map(ids.map((id) => [id, profileOf(id)]));
    });
    const gathered = gatheredReads(store, 10);
    const [light, heavy] = await Promise.allSettled([
      gathered.find(people(0, 5), inTime),
      gathered.find(people(10, 8), inTime),
    ]);
    expect(light.status).toBe("fulfilled");
    expect(heavy).toMatchObject({ status: "rejected", reason: { failure: "too heavy" } });
    expect((await gathered.find(people(0, 1), inTime)).size).toBe(1);
  });
});
