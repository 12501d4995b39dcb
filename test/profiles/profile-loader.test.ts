import { deadlineIn } from "../../src/profiles/deadline.js";
import { profileLoader } from "../../src/profiles/profile-loader.js";
import { ProfileMalformed } from "../../src/profiles/profile-malformed.js";
import { ProfileStoreUnavailable } from "../../src/profiles/profile-store.js";
import type { UserId } from "../../src/profiles/user-id.js";
import { countedReads } from "./counted-reads.js";
import { idOf, profileOf } from "./profile-of.js";

const inTime = deadlineIn(60_000);
const everybody = () => countedReads((ids) => new Map(ids.map((id) => [id, profileOf(id)])));
const people = (count: number): UserId[] => Array.from({ length: count }, (_, index) => idOf(`person-${index}`));

describe("one request", () => {
  test.each([1, 100, 1_000])("for %i people is one read, answered in the order asked", async (count) => {
    const store = everybody();
    const loader = profileLoader(store, inTime, 2_000);
    const ids = people(count).toReversed();
    const profiles = await loader.loadMany(ids);
    expect(profiles.map((profile) => (profile instanceof Error ? null : profile?.id))).toEqual(ids);
    expect(store.reads.map(({ ids: asked }) => asked.length)).toEqual([count]);
  });

  test("asks for nobody twice, whether at once or later", async () => {
    const store = everybody();
    const loader = profileLoader(store, inTime, 2_000);
    await loader.loadMany([...people(10), ...people(10)]);
    await loader.loadMany(people(12));
    expect(store.reads.map(({ ids }) => ids.length)).toEqual([10, 2]);
  });

  test("is split when it asks for more than a read may hold", async () => {
    const store = everybody();
    await profileLoader(store, inTime, 400).loadMany(people(1_000));
    expect(store.reads.map(({ ids }) => ids.length)).toEqual([400, 400, 200]);
  });

  test("gives its own deadline on", async () => {
    const store = everybody();
    await profileLoader(store, inTime, 10).load(idOf("maya"));
    expect(store.reads[0]?.deadline).toBe(inTime);
  });

  test("shares nothing with another request", async () => {
    const store = everybody();
    await profileLoader(store, inTime, 10).load(idOf("maya"));
    await profileLoader(store, inTime, 10).load(idOf("maya"));
    expect(store.reads).toHaveLength(2);
  });
});

describe("each person gets their own answer", () => {
  test("null for somebody unknown, the error for somebody malformed, the profile for everybody else", async () => {
    const malformed = new ProfileMalformed(["ages"]);
    const store = countedReads(
      () =>
        new Map<UserId, ProfileMalformed | ReturnType<typeof profileOf>>([
          [idOf("noah"), malformed],
          [idOf("maya"), profileOf("maya")],
        ]),
    );
    const loader = profileLoader(store, inTime, 10);
    const answers = await loader.loadMany(["maya", "zoe", "noah", "__proto__"].map(idOf));
    expect(answers).toEqual([profileOf("maya"), null, malformed, null]);
  });

  test("all of them the store's error when it fails", async () => {
    const store = countedReads(() => Promise.reject(new ProfileStoreUnavailable("down")));
    const answers = await profileLoader(store, inTime, 10).loadMany(["maya", "noah"].map(idOf));
    expect(answers).toEqual([new ProfileStoreUnavailable("down"), new ProfileStoreUnavailable("down")]);
  });
});
