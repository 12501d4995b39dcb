import { readMessageLength } from "./wire-messages.js";

/** Cuts a stream of bytes into whole messages. */
export class FrameReader {
  #parts: Buffer[] = [];
  #held = 0;

  /** The messages `chunk` completes, in order; throws `MalformedMessage` on an impossible length. */
  *push(chunk: Buffer): Generator<Buffer> {
    this.#parts.push(chunk);
    this.#held += chunk.length;
    for (let frame = this.#take(); frame !== undefined; frame = this.#take()) yield frame;
  }

  #take(): Buffer | undefined {
    if (this.#held < 4) return undefined;
    const first = this.#joined(4);
    const length = readMessageLength(first);
    if (this.#held < length) return undefined;
    const bytes = this.#joined(length);
    const rest = bytes.subarray(length);
    this.#parts = rest.length === 0 ? this.#parts.slice(1) : [rest, ...this.#parts.slice(1)];
    this.#held -= length;
    return bytes.subarray(0, length);
  }

  // Joins the parts only when the first one is too short: a 48 MB message comes in hundreds of parts.
  #joined(atLeast: number): Buffer {
    const first = this.#parts[0];
    if (first !== undefined && first.length >= atLeast) return first;
    const all = Buffer.concat(this.#parts);
    this.#parts = [all];
    return all;
  }
}
