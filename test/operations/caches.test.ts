import { parse } from "graphql";
import {
  ComposerDocument,
  SettingsPageDocument,
  WardPageDocument,
} from "../../examples/operations/generated/graphql.js";
import { person } from "../subgraph/ask.js";
import { CACHES } from "./caches.js";
import { startGraph, type Graph } from "./graph.js";

/** Two views of one person that share objects and select different fields of them. */
const BADGE = parse(`query Badge {
  me {
    id
    featureAccess { id liveStreaming { id reason { id code } } }
    safetySettings { id directMessages { id value } }
  }
}`);
const SHEET = parse(`query Sheet {
  me {
    id
    name
    featureAccess { id validUntil liveStreaming { id label reason { id text } } commenting { id allowed } }
    safetySettings { id version all { id key summary reason { id code } } }
  }
}`);
const TYPED_AND_ALL = parse(`query TypedAndAll {
  me { id safetySettings { id directMessages { id key value summary } } }
}`);
const WITHOUT_IDS = parse("query WithoutIds { me { id featureAccess { liveStreaming { allowed } } } }");
const OTHER_WITHOUT_IDS = parse("query OtherWithoutIds { me { id featureAccess { commenting { allowed } } } }");
const NEXT_YEARS = parse(`query NextYears {
  me { id safetyPreview(at: "2032-06-01T00:00:00.000Z") { id features { id liveStreaming { id allowed } } } }
}`);

let graph: Graph;
beforeAll(async () => {
  graph = await startGraph();
});

describe.each(Object.entries(CACHES))("%s", (_name, connect) => {
  const client = (who = "maya") => connect(graph.fetchAs(person(who)));

  test.each([
    ["a badge and its sheet", BADGE, SHEET],
    ["a sheet and its badge", SHEET, BADGE],
    ["the composer and the settings page", ComposerDocument, SettingsPageDocument],
    ["the settings page and the composer", SettingsPageDocument, ComposerDocument],
  ] as const)("loses nothing of %s", async (_what, first, second) => {
    const app = client();
    const asked = [await app.fetch(first), await app.fetch(second)];
    const before = graph.requests();
    expect([await app.cached(first), await app.cached(second)]).toEqual(asked);
    expect(graph.requests()).toBe(before);
  });

  test("answers what no query asked for, from the parts that two brought", async () => {
    const app = client();
    expect(await app.cached(TYPED_AND_ALL)).toBeNull();
    await app.fetch(BADGE);
    await app.fetch(SHEET);
    expect(await app.cached(TYPED_AND_ALL)).toMatchObject({
      me: { safetySettings: { directMessages: { key: "directMessages", value: "NO_ONE", summary: "No one" } } },
    });
  });

  test("keeps a person one person, by whichever field they came", async () => {
    const app = client("dana");
    await app.fetch(WardPageDocument, { ward: "maya" });
    const byOtherField = parse('query Again { user(id: "maya") { id name safetySettings { id all { id summary } } } }');
    expect(await app.cached(byOtherField)).toMatchObject({ user: { name: "Maya" } });
  });

  test("keeps what came with an error, and null where the answer is missing", async () => {
    const app = client("mila");
    const both = parse("query Both { me { id name featureAccess { id validUntil } } }");
    expect(await app.fetch(both)).toMatchObject({ me: { name: "Mila", featureAccess: null } });
  });

  test("takes no answer of another day for today's", async () => {
    const app = client();
    const today = await app.fetch(ComposerDocument);
    expect(today).toMatchObject({ me: { featureAccess: { liveStreaming: { allowed: false } } } });
    expect(await app.fetch(NEXT_YEARS)).toMatchObject({
      me: { safetyPreview: { features: { liveStreaming: { allowed: true } } } },
    });
    expect(await app.cached(ComposerDocument)).toEqual(today);
  });
});

test("Apollo Client loses fields of objects whose `id` is not selected: the registry refuses such operations", async () => {
  const app = CACHES["Apollo Client"]?.(graph.fetchAs(person("maya")));
  await app?.fetch(WITHOUT_IDS);
  await app?.fetch(OTHER_WITHOUT_IDS);
  expect(await app?.cached(WITHOUT_IDS)).toBeNull();
});
