import { createHash, type Hash } from "node:crypto";
import { createReadStream } from "node:fs";
import { readFile, rename, writeFile } from "node:fs/promises";
import * as z from "zod";
import { systemErrorIn } from "../system-error.js";

const stateForm = z.strictObject({
  version: z.literal(1),
  /** Which database it goes to. */
  database: z.string(),
  /** How far the file is done: bytes and lines, and the SHA-256 of all bytes before. */
  bytes: z.int().min(0),
  lines: z.int().min(0),
  sha256: z.string(),
  imported: z.int().min(0),
  rejected: z.int().min(0),
  /** The size of the file of rejected lines. */
  rejectedBytes: z.int().min(0),
});

/** How far an import has come. */
export type ImportState = z.infer<typeof stateForm>;

const EMPTY_SHA256 = createHash("sha256").digest("hex");

/** Where an import begins. */
export function importStart(database: string): ImportState {
  return { version: 1, database, bytes: 0, lines: 0, sha256: EMPTY_SHA256, imported: 0, rejected: 0, rejectedBytes: 0 };
}

/** Reads how far an import has come; null: it was never begun; "unreadable" when the file is not one that `saveState` wrote. */
export async function loadState(file: string): Promise<ImportState | null | "unreadable"> {
  let text: string;
  try {
    text = await readFile(file, "utf8");
  } catch (error) {
    if (systemErrorIn(error)?.code === "ENOENT") return null;
    throw error;
  }
  const read = z.string().transform(parseJson).pipe(stateForm).safeParse(text);
  return read.success ? read.data : "unreadable";
}

/** Writes how far an import has come: all of it or nothing, whenever the process ends. */
export async function saveState(file: string, state: ImportState): Promise<void> {
  const next = `${file}.next`;
  await writeFile(next, `${JSON.stringify(state, null, 2)}\n`);
  await rename(next, file);
}

/** The hash of the first bytes of a file, to be carried on; null when the file is shorter. */
export async function hashOfStart(file: string, bytes: number): Promise<Hash | null> {
  const hash = createHash("sha256");
  if (bytes === 0) return hash;
  let length = 0;
  for await (const chunk of createReadStream(file, { end: bytes - 1 }) as AsyncIterable<Buffer>) {
    hash.update(chunk);
    length += chunk.length;
  }
  return length === bytes ? hash : null;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
