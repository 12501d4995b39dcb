import { createReadStream } from "node:fs";
import { open, stat, truncate, type FileHandle } from "node:fs/promises";
import { systemErrorIn } from "../system-error.js";
import type { Line } from "./ndjson-lines.js";

/** The file in which lines that could not be imported are kept, byte for byte, to be repaired and imported by themselves. */
export class RejectedLines {
  readonly #file: string;
  #handle: FileHandle | null = null;
  #bytes: number;

  private constructor(file: string, bytes: number) {
    this.#file = file;
    this.#bytes = bytes;
  }

  /** `bytes`: how much of the file counts; what a broken run wrote after it is dropped, and is rejected anew if it still is wrong. */
  static async open(file: string, bytes: number): Promise<RejectedLines> {
    const size = (await sizeOf(file)) ?? 0;
    if (size > bytes) await truncate(file, bytes);
    // Whoever has taken repaired lines out of the file since gets a file without a hole.
    return new RejectedLines(file, Math.min(bytes, size));
  }

  /** How much of the file counts by now. */
  get bytes(): number {
    return this.#bytes;
  }

  /** Copies a line of a file to the end. */
  async keep(source: string, line: Line): Promise<void> {
    const pieces = line.content
      ? [line.content]
      : (createReadStream(source, { start: line.from, end: line.until - 1 }) as AsyncIterable<Buffer>);
    let last: Buffer | undefined;
    for await (const piece of pieces) {
      await this.#append(piece);
      last = piece;
    }
    if (last?.at(-1) !== NEWLINE) await this.#append(Buffer.from([NEWLINE]));
  }

  /** Makes sure that what was kept is on the disk. */
  async flush(): Promise<void> {
    await this.#handle?.sync();
  }

  async close(): Promise<void> {
    await this.#handle?.close();
  }

  async #append(bytes: Buffer): Promise<void> {
    this.#handle ??= await open(this.#file, "a");
    await this.#handle.appendFile(bytes);
    this.#bytes += bytes.length;
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
