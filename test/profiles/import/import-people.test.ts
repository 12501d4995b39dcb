import { jest } from "@jest/globals";
import { appendFile, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  filesBeside,
  importPeople,
  ImportRefused,
  type ImportOrder,
} from "../../../src/profiles/import/import-people.js";
import { MemoryProfileStore } from "../../../src/profiles/memory-profile-store.js";
import { ProfileStoreUnavailable } from "../../../src/profiles/profile-store.js";
import type { Profile } from "../../../src/profiles/profile.js";
import { deadlineIn } from "../../../src/profiles/deadline.js";
import type { UserId } from "../../../src/profiles/user-id.js";
import { ITEMS } from "../items.js";
import { idOf, instant } from "../profile-of.js";

// A machine that many share can be slow.
jest.setTimeout(60_000);

let folder: string;
let file: string;
let documents: Map<UserId, unknown>;
let told: string[];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "import-"));
  file = join(folder, "people.ndjson");
  documents = new Map();
  told = [];
});
afterEach(() => rm(folder, { recursive: true }));

const door = { now: instant("2026-11-22T12:00:00Z"), items: new Map(ITEMS.map((item) => [String(item.key), item])) };
const store = () => new MemoryProfileStore(documents);
const line = (id: string, more: object = {}) => `${JSON.stringify({ id, residence: "GB", ...more })}\n`;
const people = (from: number, count: number) =>
  Array.from({ length: count }, (_, index) => line(`person-${from + index}`)).join("");

async function run(order: Partial<ImportOrder> = {}) {
  const { lines, imported, rejected } = await importPeople({
    file,
    store: store(),
    database: "here/people",
    door,
    restart: false,
    listener: {
      rejected: (number, problem) => void told.push(`${number}: ${problem}`),
      stored: ({ lines: done }) => void told.push(`${done} done`),
    },
    ...order,
  });
  return { lines, imported, rejected };
}

/** A store that fails after so many writes. */
function failingAfter(writes: number): ImportOrder["store"] {
  const good = store();
  let left = writes;
  return {
    put: async (profiles: readonly Profile[]) => {
      left -= 1;
      if (left < 0) throw new ProfileStoreUnavailable("down");
      await good.put(profiles);
    },
  };
}

const rejectedLines = () => readFile(filesBeside(file).rejected, "utf8").catch(() => null);

describe("a file", () => {
  test("of good lines is stored, in batches", async () => {
    await writeFile(file, people(0, 2_500));
    expect(await run()).toEqual({ lines: 2_500, imported: 2_500, rejected: 0 });
    expect(documents.size).toBe(2_500);
    expect(told).toEqual(["1000 done", "2000 done", "2500 done"]);
    expect(await rejectedLines()).toBeNull();
  });

  test("with bad lines: the good are stored, the bad are told of and kept as they were", async () => {
    const bad = [
      "{\n",
      line("two words"),
      `{"id":"zoe","joined":"soon","residence":"XX"}\n`,
      "[]\n",
      "null\n",
      `"maya"\n`,
    ];
    await writeFile(file, [line("maya"), ...bad, line("noah")].join(""));
    expect(await run()).toEqual({ lines: 8, imported: 2, rejected: 6 });
    expect([...documents.keys()]).toEqual(["maya", "noah"]);
    expect(told).toEqual([
      "2: `(document)` is not JSON",
      "3: `id` is not a user id: 1 to 128 printable characters without spaces",
      "4: `residence` is not a region such as `BR` or `US-CA`, alone or as `{ region, source, recordedAt }`",
      "4: `joined` is not a day: write `2026-05-04`, `{ in: 3 days }` or `{ ago: 2 years }`",
      "5: `(document)` is not a map",
      "6: `(document)` is not a map",
      "7: `(document)` is not a map",
      "8 done",
    ]);
    expect(await rejectedLines()).toBe(bad.join(""));
  });

  test("of bytes that are no text, or endless, loses nothing but those lines", async () => {
    const noText = Buffer.from([0x7b, 0xff, 0xfe, 0x0a]);
    const endless = Buffer.from(`{"id":"${"x".repeat(1_000_001)}"}\n`);
    await writeFile(file, Buffer.concat([noText, endless, Buffer.from(line("maya"))]));
    expect(await run()).toEqual({ lines: 3, imported: 1, rejected: 2 });
    expect(told).toEqual([
      "1: `(document)` is not text in UTF-8",
      "2: `(document)` is longer than a million bytes",
      "3 done",
    ]);
    expect((await readFile(filesBeside(file).rejected)).equals(Buffer.concat([noText, endless]))).toBe(true);
  });

  test.each([
    ["empty lines", `\n${line("maya")}\n  \r\n${line("noah")}\n`],
    ["the ends of lines of Windows", `${line("maya")}${line("noah")}`.replaceAll("\n", "\r\n")],
    ["a byte order mark", `\ufeff${line("maya")}${line("noah")}`],
    ["no end of the last line", `${line("maya")}${line("noah").trim()}`],
    [
      "a person twice, the last as she is now",
      `${line("maya", { joined: "2026-10-01" })}${line("noah")}${line("maya")}`,
    ],
  ])("with %s is as good", async (_, text) => {
    await writeFile(file, text);
    expect(await run()).toMatchObject({ rejected: 0 });
    expect([...documents.keys()].toSorted()).toEqual(["maya", "noah"]);
    const found = await store().find([idOf("maya")], deadlineIn(60_000));
    expect(found.get(idOf("maya"))).toMatchObject({ joined: null });
  });

  test("a rejected last line without an end gets one, so that the next is kept apart", async () => {
    await writeFile(file, "{");
    await run();
    await appendFile(file, `\n{{\n`);
    await run();
    expect(await rejectedLines()).toBe("{\n{{\n");
  });

  test("that is empty is done", async () => {
    await writeFile(file, "");
    expect(await run()).toEqual({ lines: 0, imported: 0, rejected: 0 });
  });
});

describe("given again", () => {
  test("a finished import has nothing to do", async () => {
    await writeFile(file, `${people(0, 10)}{\n`);
    await run();
    documents.clear();
    expect(await run()).toEqual({ lines: 11, imported: 10, rejected: 1 });
    expect(documents.size).toBe(0);
    expect(await rejectedLines()).toBe("{\n");
  });

  test("an import that the database broke off goes on after the last batch that was stored", async () => {
    await writeFile(file, `${people(0, 1_500)}{\n${people(1_500, 1_500)}`);
    await expect(run({ store: failingAfter(1) })).rejects.toBeInstanceOf(ProfileStoreUnavailable);
    expect(documents.size).toBe(1_000);
    documents.clear();
    expect(await run()).toEqual({ lines: 3_001, imported: 3_000, rejected: 1 });
    // The first thousand were not written again; what the broken batch rejected is kept once.
    expect(documents.size).toBe(2_000);
    expect(await rejectedLines()).toBe("{\n");
    expect(told.filter((message) => message.startsWith("1501:"))).toHaveLength(2);
  });

  test("an import that failed at once begins again, and what it rejected is judged anew", async () => {
    await writeFile(file, `{"id":"no end"\n${people(0, 3)}`);
    const mistyped = { store: failingAfter(0), database: "hear/people" };
    await expect(run(mistyped)).rejects.toBeInstanceOf(ProfileStoreUnavailable);
    expect(await rejectedLines()).toBe('{"id":"no end"\n');
    await writeFile(file, `${line("maya")}${people(0, 3)}{\n`);
    expect(await run()).toEqual({ lines: 5, imported: 4, rejected: 1 });
    expect(await rejectedLines()).toBe("{\n");
  });

  test("what has been added to the file since is imported, and nothing else", async () => {
    await writeFile(file, people(0, 5));
    await run();
    documents.clear();
    await appendFile(file, people(5, 3));
    expect(await run()).toEqual({ lines: 8, imported: 8, rejected: 0 });
    expect([...documents.keys()]).toEqual(["person-5", "person-6", "person-7"]);
  });

  test("rejected lines that were taken away meanwhile leave no hole", async () => {
    await writeFile(file, "{\n");
    await run();
    await rm(filesBeside(file).rejected);
    await appendFile(file, "{{\n");
    await run();
    expect(await rejectedLines()).toBe("{{\n");
  });

  test("with restart it begins anew, and forgets what it rejected", async () => {
    await writeFile(file, `${people(0, 5)}{\n`);
    await run();
    documents.clear();
    await writeFile(file, people(0, 7));
    expect(await run({ restart: true })).toEqual({ lines: 7, imported: 7, rejected: 0 });
    expect(documents.size).toBe(7);
    expect(await rejectedLines()).toBeNull();
  });
});

describe("it refuses to begin, and says what to do", () => {
  const refusal = async (order?: Partial<ImportOrder>) => {
    const reason: unknown = await run(order).catch((error: unknown) => error);
    expect(reason).toBeInstanceOf(ImportRefused);
    return String(reason).replaceAll(folder, "");
  };

  test("without a file", async () => {
    expect(await refusal()).toBe("ImportRefused: there is no file `/people.ndjson`");
  });

  test.each([
    ["changed", people(100, 5)],
    ["shorter", people(0, 2)],
  ])("when the file is %s where it was imported", async (_, text) => {
    await writeFile(file, people(0, 5));
    await run();
    await writeFile(file, text);
    expect(await refusal()).toContain("has changed where it was imported already: begin anew with `--restart`");
  });

  test("into another database than it began with", async () => {
    await writeFile(file, people(0, 5));
    await run();
    expect(await refusal({ database: "there/people" })).toContain("`here/people`: name that database, or begin anew");
  });

  test.each(["", "{", "[]", '{"version":2}', '{"version":1,"bytes":-1}'])(
    "when `%s` is all that says how far it came",
    async (text) => {
      await writeFile(file, people(0, 5));
      await writeFile(filesBeside(file).state, text);
      expect(await refusal()).toContain("`/people.import.json` does not say how far the import came");
      expect(await run({ restart: true })).toMatchObject({ imported: 5 });
    },
  );

  test("over rejected lines of which it knows nothing", async () => {
    await writeFile(file, people(0, 5));
    await writeFile(filesBeside(file).rejected, "{\n");
    expect(await refusal()).toContain("`/people.rejected.ndjson` exists already: move it away");
    expect(await rejectedLines()).toBe("{\n");
  });
});
