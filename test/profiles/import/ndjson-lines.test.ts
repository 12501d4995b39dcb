import { jest } from "@jest/globals";
import { createHash } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { ndjsonLines } from "../../../src/profiles/import/ndjson-lines.js";

// A machine that many share can be slow.
jest.setTimeout(60_000);

let folder: string;
let file: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "lines-"));
  file = join(folder, "people.ndjson");
});
afterAll(() => rm(folder, { recursive: true }));

async function linesIn(text: string | Buffer, start = { bytes: 0, lines: 0 }, longest = 1_000_000) {
  await writeFile(file, text);
  const lines = [];
  for await (const { number, from, until, content } of ndjsonLines(file, start, createHash("sha256"), longest)) {
    lines.push({ number, from, until, text: content?.toString() ?? null });
  }
  return lines;
}

test("lines have a number and a place, and the last needs no end", async () => {
  expect(await linesIn("maya\n\nzoë\r\nleo")).toEqual([
    { number: 1, from: 0, until: 5, text: "maya\n" },
    { number: 2, from: 5, until: 6, text: "\n" },
    { number: 3, from: 6, until: 12, text: "zoë\r\n" },
    { number: 4, from: 12, until: 15, text: "leo" },
  ]);
});

test("an empty file has none", async () => {
  expect(await linesIn("")).toEqual([]);
});

test("from a position on they are the same lines", async () => {
  expect(await linesIn("maya\nnoah\nzoe\n", { bytes: 5, lines: 1 })).toEqual([
    { number: 2, from: 5, until: 10, text: "noah\n" },
    { number: 3, from: 10, until: 14, text: "zoe\n" },
  ]);
  expect(await linesIn("maya\n", { bytes: 5, lines: 1 })).toEqual([]);
});

test("of a line that is too long there is only the place", async () => {
  expect(await linesIn("maya\nabcdefghij\nzoe\n", undefined, 10)).toEqual([
    { number: 1, from: 0, until: 5, text: "maya\n" },
    { number: 2, from: 5, until: 16, text: null },
    { number: 3, from: 16, until: 20, text: "zoe\n" },
  ]);
});

test("a line longer than what is read at once is put together", async () => {
  const long = "x".repeat(300_000);
  expect((await linesIn(`${long}\nmaya\n${long}`)).map(({ text }) => text?.length)).toEqual([300_001, 5, 300_000]);
});

test("together they are the file, and when one is given out its end is hashed", async () => {
  const pieces = fc.array(fc.constantFrom("maya", "\n", "\r\n", "é", "x".repeat(70_000), "y".repeat(40), ""), {
    maxLength: 12,
  });
  await fc.assert(
    fc.asyncProperty(pieces, async (parts) => {
      const bytes = Buffer.from(parts.join(""));
      await writeFile(file, bytes);
      const hash = createHash("sha256");
      let until = 0;
      for await (const line of ndjsonLines(file, { bytes: 0, lines: 0 }, hash, 50_000)) {
        expect(line.from).toBe(until);
        ({ until } = line);
        expect(line.content === null || line.content.equals(bytes.subarray(line.from, until))).toBe(true);
        expect(line.content === null).toBe(until - line.from > 50_000);
        expect(hash.copy().digest("hex")).toBe(createHash("sha256").update(bytes.subarray(0, until)).digest("hex"));
      }
      expect(until).toBe(bytes.length);
    }),
    { numRuns: 40 },
  );
});
