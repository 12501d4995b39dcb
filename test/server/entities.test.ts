import { writeProfile } from "../../src/profiles/profile-document.js";
import { MemoryProfileStore } from "../../src/profiles/memory-profile-store.js";
import { idOf } from "../profiles/profile-of.js";
import { ava, maya, noah } from "./people.js";
import { service, startService, users, type Service } from "./service.js";

const QUERY = `query ($representations: [_Any!]!) {
  _entities(representations: $representations) {
    ... on User { id safetySettings { id directMessages { value } } featureAccess { id liveStreaming { access reason { code } } } }
  }
}`;
const READER = service("youth-safety:read");

let running: Service;
beforeEach(async () => {
  const crowd = Array.from(
    { length: 2_000 },
    (_, i) => [idOf(`person-${i}`), writeProfile({ ...noah, id: idOf(`person-${i}`) })] as const,
  );
  const people = [maya, noah, ava].map((who) => [who.id, writeProfile(who)] as const);
  const documents = new Map<ReturnType<typeof idOf>, unknown>([...people, ...crowd]);
  running = await startService({ store: new MemoryProfileStore(documents.set(idOf("mila"), { _id: "mila" })) });
});
afterEach(() => running.stop());

test.each([1, 100, 1_000, 2_000])("%i people are one read, and come in the order asked for", async (count) => {
  const ids = Array.from({ length: count }, (_, i) => `person-${i}`);
  const { status, people, errors } = await running.ask(QUERY, users(...ids), READER);
  expect({ status, errors }).toEqual({ status: 200, errors: [] });
  expect(people.map(({ id }) => id)).toEqual(ids);
  expect(people.at(-1)).toEqual({
    id: ids.at(-1),
    safetySettings: { id: `safety-settings/now/${ids.at(-1)}`, directMessages: { value: "NO_ONE" } },
    featureAccess: {
      id: `safety-features/now/${ids.at(-1)}`,
      liveStreaming: { access: "DENIED", reason: { code: "BELOW_MINIMUM_AGE" } },
    },
  });
  expect(running.reads).toEqual([count]);
});

test("repeated people are read once, and answered wherever they were asked for", async () => {
  const { people } = await running.ask(QUERY, users("noah", "ava", "noah", "ava", "noah"), READER);
  const levels = people.map(({ id, featureAccess }) => [id, featureAccess?.liveStreaming.access]);
  expect(levels).toEqual([
    ["noah", "DENIED"],
    ["ava", "ALLOWED"],
    ["noah", "DENIED"],
    ["ava", "ALLOWED"],
    ["noah", "DENIED"],
  ]);
  expect(running.reads).toEqual([2]);
});

test("the answers about people do not depend on their order", async () => {
  const names = ["maya", "noah", "ava", "nobody"];
  const inOrder = await running.ask(QUERY, users(...names), READER);
  const reversed = await running.ask(QUERY, users(...names.toReversed()), READER);
  expect(reversed.people.toReversed()).toEqual(inOrder.people);
});

test("somebody unknown is no error: the answers are those of an unknown age", async () => {
  const { people, errors } = await running.ask(QUERY, users("nobody"), READER);
  expect(errors).toEqual([]);
  expect(people[0]?.featureAccess?.liveStreaming).toEqual({ access: "DENIED", reason: { code: "AGE_UNKNOWN" } });
});

test("a profile that cannot be read fails its own person, and nobody else", async () => {
  const { status, people, errors } = await running.ask(QUERY, users("noah", "mila", "ava"), READER);
  expect(status).toBe(200);
  expect(people.map((it) => [it.id, it.safetySettings !== null, it.featureAccess !== null])).toEqual([
    ["noah", true, true],
    ["mila", false, false],
    ["ava", true, true],
  ]);
  expect(errors.map(({ path, extensions: { code } }) => [path?.join("."), code])).toEqual([
    ["_entities.1.safetySettings", "SAFETY_DATA_MALFORMED"],
    ["_entities.1.featureAccess", "SAFETY_DATA_MALFORMED"],
  ]);
});

test("`User` alone needs no read, and no viewer", async () => {
  const { people } = await running.ask(
    "query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on User { id } } }",
    users("noah", "mila"),
  );
  expect(people).toEqual([{ id: "noah" }, { id: "mila" }]);
  expect(running.reads).toEqual([]);
});

test("services ask for many people by id, in one read", async () => {
  const query = "query ($ids: [ID!]!) { safetyUsers(ids: $ids) { id featureAccess { liveStreaming { allowed } } } }";
  const { people } = await running.ask(query, { ids: ["ava", "maya", "ava"] }, READER);
  expect(people.map(({ id, featureAccess }) => [id, featureAccess?.liveStreaming.allowed])).toEqual([
    ["ava", true],
    ["maya", false],
    ["ava", true],
  ]);
  expect(running.reads).toEqual([2]);
});
