import type { SafetyAnswer } from "../../src/subgraph/generated/resolvers-types.js";
import { as, startService, users, type Service } from "./service.js";

let running: Service;
beforeAll(async () => {
  running = await startService();
});
afterAll(() => running.stop());

const about = (selection: string) =>
  `query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on User { ${selection} } } }`;

/** What Noah, 15, Germany, reads of his direct messages. */
async function readBy(accepted: string | undefined, argument = "") {
  const answer = await running.ask(
    about(`safetySettings { directMessages { label${argument} unlocks { steps { text${argument} } } } }`),
    users("noah"),
    { ...as("noah"), ...(accepted === undefined ? {} : { "accept-language": accepted }) },
  );
  const messages: Pick<SafetyAnswer, "label" | "unlocks"> | undefined =
    answer.people[0]?.safetySettings?.directMessages;
  return { label: messages?.label, step: messages?.unlocks[0]?.steps[0]?.text, answer };
}

test.each([
  ["es", "Mensajes directos", "Espera a cumplir 16 años, el 20 de enero de 2027"],
  ["fr", "Messages privés", "Attends d’avoir 16 ans, le 20 janvier 2027"],
  ["de", "Direktnachrichten", "Warte bis zu deinem 16. Geburtstag am 20. Januar 2027"],
  ["pt", "Mensagens diretas", "Espere até fazer 16 anos, em 20 de janeiro de 2027"],
  ["hi", "सीधे संदेश", "आपके 16 साल पूरे होने तक, यानी 20 जनवरी 2027 तक, इंतज़ार करें"],
  ["en", "Direct messages", "Turn 16, on January 20, 2027"],
])("`%s`, by header or by argument", async (language, label, step) => {
  expect(await readBy(language)).toMatchObject({ label, step });
  expect(await readBy(undefined, `(locale: "${language}")`)).toMatchObject({ label, step });
});

test.each([
  ["nothing asked for", undefined, "en"],
  ["an empty wish", "", "en"],
  ["anything", "*", "en"],
  ["a region", "pt-BR", "pt"],
  ["a region of many countries", "es-419", "es"],
  ["capitals", "DE-de", "de"],
  ["the most wanted first", "en;q=0.3, fr;q=0.8, de;q=0.5", "fr"],
  ["a region before another language, though that is met exactly", "fr-CA, en", "fr"],
  ["the first that there is", "zh-Hant-TW, ja;q=0.9, hi-IN;q=0.8, en;q=0.7", "hi"],
  ["one that is refused", "fr;q=0, de;q=0.1", "de"],
  ["none that there is", "zh, ja", "en"],
  ["no list at all", ";;;,,,q=", "en"],
  ["a name of the language's own insides", "__proto__, constructor", "en"],
  ["a weight that is none", "fr;q=high", "en"],
  ["very many", Array.from({ length: 2_000 }, (_, index) => `x${index}`).join(","), "en"],
  ["one that is very long", `pt-${"x".repeat(12_000)}, es`, "es"],
])("by Accept-Language: %s", async (_what, accepted, language) => {
  const { answer } = await readBy(accepted);
  expect(answer.status).toBe(200);
  expect(answer.headers.get("content-language")).toBe(language);
});

test("days are written as in the reader's own country", async () => {
  expect((await readBy("en-GB")).step).toBe("Turn 16, on 20 January 2027");
  expect((await readBy("en-US,en;q=0.9")).step).toBe("Turn 16, on January 20, 2027");
  expect((await readBy("fr", '(locale: "en-GB")')).step).toBe("Turn 16, on 20 January 2027");
});

describe("the answer says", () => {
  const languagesOf = async (query: string, headers: Readonly<Record<string, string>>) => {
    const { headers: said } = await running.ask(query, {}, headers);
    return [said.get("content-language"), said.get("vary")];
  };

  test("which languages it is in, and that headers chose", async () => {
    const label = "{ safetyPolicy { items { label } } }";
    expect(await languagesOf(label, { "accept-language": "pt-BR" })).toEqual(["pt", "accept-language"]);
    const two = '{ safetyPolicy { items { label de: label(locale: "de") } } }';
    expect(await languagesOf(two, { "accept-language": "hi" })).toEqual(["de, hi", "accept-language"]);
    const own = '{ safetyPolicy { items { label(locale: "de") } } }';
    expect(await languagesOf(own, { "accept-language": "hi" })).toEqual(["de", "accept-language"]);
  });

  test("nothing of languages where it has no texts", async () => {
    const silent = "{ safetyPolicy { items { key } } }";
    expect(await languagesOf(silent, { "accept-language": "pt-BR" })).toEqual([null, "accept-language"]);
  });
});

test.each(['""', '"*"', '"xx"', '"__proto__"', '"\\u0000de"', `"${"x-".repeat(60)}"`, "null"])(
  "the argument %s is no language, and not a fault",
  async (locale) => {
    const { label, answer } = await readBy("en", `(locale: ${locale})`);
    expect(answer.errors).toEqual([]);
    expect(label).toBe("Direct messages");
  },
);
