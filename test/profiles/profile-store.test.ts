import { jest } from "@jest/globals";
import { deadlineIn, type Deadline } from "../../src/profiles/deadline.js";
import { writeProfile } from "../../src/profiles/profile-document.js";
import { ProfileMalformed } from "../../src/profiles/profile-malformed.js";
import { ProfileStoreUnavailable } from "../../src/profiles/profile-store.js";
import { idOf, profileOf } from "./profile-of.js";
import { maya } from "./people.js";
import { STORES, type StoreUnderTest } from "./stores-under-test.js";

// A machine that many share can be slow.
jest.setTimeout(60_000);

const inTime = deadlineIn(60_000);
const over: Deadline = { msLeft: () => 0 };

describe.each(STORES)("what every profile store promises: $kind", ({ open }) => {
  let under: StoreUnderTest;
  beforeEach(async () => {
    under = await open();
  });
  afterEach(() => under.close());

  const found = async (...names: string[]) => under.store.find(names.map(idOf), inTime);

  test("what was put is found again, whole", async () => {
    await under.store.put([maya]);
    expect(await found("maya")).toEqual(new Map([[maya.id, maya]]));
  });

  test("whoever was never put is not found, and that is no error", async () => {
    await under.store.put([maya]);
    expect(await found("noah")).toEqual(new Map());
    expect([...(await found("noah", "maya", "zoe")).keys()]).toEqual(["maya"]);
    expect(await found()).toEqual(new Map());
  });

  test("one asked for twice is found once", async () => {
    await under.store.put([maya]);
    expect((await found("maya", "maya")).size).toBe(1);
  });

  test("a thousand people are found in one read", async () => {
    const names = Array.from({ length: 1_000 }, (_, index) => `person-${index}`);
    await under.store.put(names.map((name) => profileOf(name)));
    expect((await found(...names)).size).toBe(1_000);
  });

  test("put replaces all that was known and counts the revision on, whatever it is told", async () => {
    await under.store.put([maya]);
    await under.store.put([profileOf("maya", { revision: 40, choices: new Map([["autoplay", "OFF"]]) })]);
    await under.store.put([profileOf("maya", { revision: 0 }), profileOf("noah", { revision: 7 })]);
    expect(await found("maya", "noah")).toEqual(
      new Map([
        [idOf("maya"), profileOf("maya", { revision: 2 })],
        [idOf("noah"), profileOf("noah", { revision: 0 })],
      ]),
    );
  });

  test("of several profiles for one person in one put the last counts, once", async () => {
    const said = (value: string) => profileOf("maya", { choices: new Map([["comments", value]]) });
    await under.store.put([said("NO_ONE"), said("EVERYONE"), said("FRIENDS")]);
    expect((await found("maya")).get(idOf("maya"))).toEqual(said("FRIENDS"));
  });

  test("putting nothing is fine", async () => {
    await under.store.put([]);
    expect(await found("maya")).toEqual(new Map());
  });

  test.each([
    "$ne",
    "$where",
    "a.b",
    ".",
    "__proto__",
    "constructor",
    "toString",
    '{"$gt":""}',
    "null",
    "0",
    "ÅSA",
    "李雷",
    "🦊",
    "x".repeat(128),
  ])("the id `%s` is an id like any other", async (name) => {
    await under.store.put([profileOf(name), profileOf("maya")]);
    expect(await found(name)).toEqual(new Map([[idOf(name), profileOf(name)]]));
    expect((await found("noah")).size).toBe(0);
  });

  test("ids that differ only in case or normal form are different people", async () => {
    const names = ["Maya", "maya", "Zo\u00eb", "Zoe\u0308"];
    await under.store.put(names.map((name) => profileOf(name)));
    expect((await found(...names)).size).toBe(4);
  });

  test("a stored text that looks like the name of a field stays text", async () => {
    const literal = profileOf("maya", { choices: new Map([["comments", "$_id"]]) });
    await under.store.put([literal]);
    expect((await found("maya")).get(idOf("maya"))).toEqual(literal);
  });

  test("a malformed document is an error in its place and nobody else's", async () => {
    await under.store.put([maya]);
    await under.plant({ ...writeProfile(profileOf("noah")), residence: "somewhere" });
    const both = await found("noah", "maya");
    expect(both.get(maya.id)).toEqual(maya);
    expect(both.get(idOf("noah"))).toBeInstanceOf(ProfileMalformed);
    expect(both.get(idOf("noah"))).toMatchObject({ code: "SAFETY_DATA_MALFORMED", paths: ["residence"] });
  });

  test("putting a malformed profile anew repairs it", async () => {
    await under.plant({ _id: "noah", revision: "seven", leftover: true });
    await under.store.put([profileOf("noah")]);
    expect((await found("noah")).get(idOf("noah"))).toEqual(profileOf("noah"));
  });

  test("it answers a ping", async () => {
    await expect(under.store.ping(inTime)).resolves.toBeUndefined();
  });

  test("when the deadline is over nothing is asked", async () => {
    for (const late of [under.store.find([maya.id], over), under.store.ping(over)]) {
      await expect(late).rejects.toBeInstanceOf(ProfileStoreUnavailable);
      await expect(late).rejects.toMatchObject({ code: "SAFETY_DATA_UNAVAILABLE", failure: "deadline" });
    }
  });

  test("a closed store says so, and may be closed twice", async () => {
    await under.store.put([maya]);
    await under.store.close();
    await under.store.close();
    for (const attempt of [found("maya"), under.store.put([maya]), under.store.ping(inTime)]) {
      await expect(attempt).rejects.toMatchObject({ code: "SAFETY_DATA_UNAVAILABLE", failure: "closed" });
    }
  });
});
