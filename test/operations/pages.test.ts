import { feed } from "../../examples/operations/author-list/author-list.js";
import { goLiveButton } from "../../examples/operations/composer/go-live-button.js";
import {
  AuthorListDocument,
  ComposerDocument,
  SettingsPageDocument,
  WardPageDocument,
  WhoMayGoLiveDocument,
} from "../../examples/operations/generated/graphql.js";
import { whoMayGoLive } from "../../examples/operations/internal/who-may-go-live/who-may-go-live.js";
import { settingsPage, type SettingsPage } from "../../examples/operations/settings-page/settings-page.js";
import { wardPage, type WardPage } from "../../examples/operations/ward-page/ward-page.js";
import { NOW } from "../server/people.js";
import { theServed } from "../server/service.js";
import { person } from "../subgraph/ask.js";
import { READER, startGraph, type Graph } from "./graph.js";

let graph: Graph;
beforeAll(async () => {
  graph = await startGraph();
});

describe("the settings page", () => {
  const pageOf = async (who: string): Promise<SettingsPage> =>
    settingsPage(await graph.ask(SettingsPageDocument, {}, person(who)), NOW);
  const rowsOf = async (who: string) => {
    const page = await pageOf(who);
    return page.state === "ready" ? page.rows : [];
  };

  test("draws every setting that exists, in its order", async () => {
    const settings = [...theServed.policy.catalogue.items.values()].filter(({ kind }) => kind === "setting");
    expect((await rowsOf("maya")).map(({ key }) => key)).toEqual(settings.map(({ key }) => key));
  });

  test("offers what may be changed now, and words alone for what may not", async () => {
    const rows = new Map((await rowsOf("noah")).map((row) => [row.key, row]));
    expect([rows.get("directMessages")?.control, rows.get("comments")?.control]).toEqual([null, "choice"]);
    expect(rows.get("autoplay")).toMatchObject({ control: "switch" });
    expect(rows.get("dailyScreenTime")).toMatchObject({ control: "minutes" });
    expect(rows.get("quietHours")).toMatchObject({ control: "windows", choices: [] });
  });

  test("says of a closed choice what would open it, and on which screen", async () => {
    const messages = (await rowsOf("noah")).find(({ key }) => key === "directMessages");
    expect(messages?.why).toMatch(/16/);
    expect(
      messages?.choices.filter(({ enabled }) => !enabled).map(({ value, waysOut }) => [value, waysOut.length > 0]),
    ).toEqual([
      ["FRIENDS", true],
      ["EVERYONE", true],
    ]);
  });

  test("does not explain what the person chose, and says what waits", async () => {
    const [own, waiting] = [await rowsOf("ava"), await rowsOf("maya")].map((rows) =>
      rows.find(({ key }) => key === "dailyScreenTime"),
    );
    expect(own).toMatchObject({ why: null, onHold: false });
    expect(waiting).toMatchObject({ onHold: true, summary: "45 minutes a day" });
  });

  test("asks again when the answers end", async () => {
    expect(await pageOf("maya")).toMatchObject({ state: "ready", askAgainIn: expect.any(Number) });
  });

  test.each(["mila", "nobody"])("of %s is unavailable, and no more permissive for it", async (who) => {
    expect(await pageOf(who)).toEqual({ state: "unavailable", askAgainIn: 30_000 });
  });
});

describe("the composer", () => {
  const buttonOf = async (who: string) =>
    goLiveButton((await graph.ask(ComposerDocument, {}, person(who))).me?.featureAccess);

  test.each([
    ["ava", true],
    ["noah", false],
    ["maya", false],
    ["mila", false],
    ["nobody", false],
  ])("of %s shows LIVE: %s", async (who, shown) => {
    expect(await buttonOf(who)).toMatchObject({ shown });
  });

  test("knows why it hides LIVE, when that is known", async () => {
    expect((await buttonOf("noah")).why).toMatch(/18/);
    expect((await buttonOf("mila")).why).toBeNull();
  });
});

test("a feed knows of each author what may be done with their posts; the most protective where it knows nothing", async () => {
  const strictest = { recommend: false, whoMayComment: "NO_ONE", whoMayDuet: "NO_ONE", download: false };
  const posts = feed(await graph.ask(AuthorListDocument, { first: 10 }, READER));
  expect(posts.map(({ author, may }) => [author, may])).toEqual([
    ["Maya", strictest],
    ["Noah", { ...strictest, whoMayComment: "FRIENDS" }],
    ["Ava", { recommend: true, whoMayComment: "EVERYONE", whoMayDuet: "EVERYONE", download: true }],
    ["Mila", strictest],
    ["Dana", strictest],
  ]);
});

test("a feed that asks as a person learns nothing of authors, and treats them all as strictly", async () => {
  const posts = feed(await graph.ask(AuthorListDocument, { first: 3 }, person("dana")));
  expect(posts.map(({ author, may }) => [author, may.recommend])).toEqual([
    // Dana guards Maya, who is twelve.
    ["Maya", false],
    ["Noah", false],
    ["Ava", false],
  ]);
});

describe("a guardian's page", () => {
  const pageOf = async (ward: string, guardian: string): Promise<WardPage> =>
    wardPage(await graph.ask(WardPageDocument, { ward }, person(guardian)), guardian);

  test("shows their own limits as theirs, and what waits for an answer", async () => {
    const page = await pageOf("maya", "dana");
    const waiting = page.state === "ready" ? page.waiting : [];
    expect(waiting).toEqual([
      expect.objectContaining({
        key: "dailyScreenTime",
        decidedAbove: false,
        limits: [expect.objectContaining({ mine: true }), expect.objectContaining({ mine: false })],
        waiting: expect.objectContaining({ since: "2026-11-20T10:00:00.000Z" }),
      }),
    ]);
  });

  test("says which settings no guardian can loosen alone", async () => {
    const page = await pageOf("maya", "dana");
    const above = page.state === "ready" ? page.settings.filter(({ decidedAbove }) => decidedAbove) : [];
    expect(above.map(({ key }) => key)).toContain("directMessages");
    expect(above.map(({ key }) => key)).not.toContain("dailyScreenTime");
  });

  test.each([
    ["noah", "dana"],
    ["maya", "kit"],
    ["nobody", "dana"],
  ])("of %s is closed to %s", async (ward, guardian) => {
    expect(await pageOf(ward, guardian)).toEqual({ state: "unavailable" });
  });
});

describe("a service's question", () => {
  test("finds those who may go LIVE; whoever cannot be answered for is not among them", async () => {
    const ids = ["ava", "noah", "maya", "mila", "nobody"];
    expect([...whoMayGoLive(await graph.ask(WhoMayGoLiveDocument, { ids }, READER))]).toEqual(["ava"]);
  });

  test("finds nobody without the scope", async () => {
    expect([...whoMayGoLive(await graph.ask(WhoMayGoLiveDocument, { ids: ["ava"] }, person("ava")))]).toEqual([]);
  });
});
