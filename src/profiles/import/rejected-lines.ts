import { createReadStream } from "node:fs";
import { open, stat, type FileHandle } from "node:fs/promises";
import { systemErrorIn } from "../system-error.js";
import type { Line } from "./ndjson-lines.js";

/** The file in which lines that could not be imported are kept, byte for byte, to be repaired and imported by themselves. */
export class RejectedLines {
  readonly #file: string;
  #handle: FileHandle | null = null;
  #bytes: number;

  /** `bytes`: how much of the file counts; whatever a broken run wrote after it is written over. */
  constructor(file: string, bytes: number) {
    this.#file = file;
    this.#bytes = bytes;
  }

  /** How much of the file counts by now. */
  get bytes(): number {
    return this.#bytes;
  }

  /** Copies a line of a file to the end. */
  async keep(source: string, line: Line): Promise<void> {
    const handle = await this.#open();
    const pieces = line.content
      ? [line.content]
      : (createReadStream(source, { start: line.from, end: line.until - 1 }) as AsyncIterable<Buffer>);
    let last: Buffer | undefined;
    for await (const piece of pieces) {
      await this.#append(handle, piece);
      last = piece;
    }
    if (last?.at(-1) !== NEWLINE) await this.#append(handle, Buffer.from([NEWLINE]));
  }

  /** Makes sure that what was kept is on the disk. */
  async flush(): Promise<void> {
    await this.#handle?.sync();
  }

  async close(): Promise<void> {
    await this.#handle?.close();
  }

  async #append(handle: FileHandle, bytes: Buffer): Promise<void> {
    await handle.write(bytes, 0, bytes.length, this.#bytes);
    this.#bytes += bytes.length;
  }

  async #open(): Promise<FileHandle> {
    if (this.#handle) return this.#handle;
    const size = await sizeOf(this.#file);
    const handle = await open(this.#file, size === null ? "w+" : "r+");
    // Whoever has taken repaired lines out of the file since gets a file without a hole.
    this.#bytes = Math.min(this.#bytes, size ?? 0);
    await handle.truncate(this.#bytes);
    this.#handle = handle;
    return handle;
  }
}

const NEWLINE = 0x0a;

/** The size of a file; null when there is none. */
export async function sizeOf(file: string): Promise<number | null> {
  try {
    return (await stat(file)).size;
  } catch (error) {
    if (systemErrorIn(error)?.code === "ENOENT") return null;
    throw error;
  }
}
