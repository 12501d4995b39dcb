import type { Hash } from "node:crypto";
import { createReadStream } from "node:fs";

/** A place between two lines of a file. */
export interface LinePosition {
  readonly bytes: number;
  readonly lines: number;
}

/** One line of a file. */
export interface Line {
  /** Counted from 1. */
  readonly number: number;
  /** Where it begins, and where the next one does, in bytes. */
  readonly from: number;
  readonly until: number;
  /** All of it, its end included; null: it is longer than is read. */
  readonly content: Buffer | null;
}

const NEWLINE = 0x0a;

/** The longest line that is read, in bytes: no person needs more. */
export const LONGEST_LINE = 1_000_000;

/**
 * Reads the lines of a file from a position on, in bounded memory whatever the file holds: of a line longer than `longest` bytes
 * only the place is told. When a line is given out, `hash` has seen every byte up to its end. The last line needs no end.
 */
export async function* ndjsonLines(
  file: string,
  start: LinePosition,
  hash: Hash,
  longest: number,
): AsyncGenerator<Line, void, undefined> {
  let { lines: number, bytes: from } = start;
  let length = 0;
  let pieces: Buffer[] = [];

  function add(piece: Buffer): void {
    hash.update(piece);
    length += piece.length;
    if (length <= longest) pieces.push(piece);
    else pieces = [];
  }

  function endLine(): Line {
    number += 1;
    const line = { number, from, until: from + length, content: length > longest ? null : Buffer.concat(pieces) };
    [from, length, pieces] = [line.until, 0, []];
    return line;
  }

  for await (const chunk of createReadStream(file, { start: start.bytes }) as AsyncIterable<Buffer>) {
    let begin = 0;
    for (let end = chunk.indexOf(NEWLINE); end >= 0; end = chunk.indexOf(NEWLINE, begin)) {
      add(chunk.subarray(begin, end + 1));
      yield endLine();
      begin = end + 1;
    }
    add(chunk.subarray(begin));
  }
  if (length > 0) yield endLine();
}
