import { createHash, type Hash } from "node:crypto";
import { rm } from "node:fs/promises";
import { formatPersonProblem, type Door } from "../person.js";
import type { ProfileStore } from "../profile-store.js";
import type { Profile } from "../profile.js";
import { hashOfStart, importStart, loadState, saveState, type ImportState } from "./import-state.js";
import { LONGEST_LINE, ndjsonLines, type Line } from "./ndjson-lines.js";
import { lineReader } from "./person-lines.js";
import { RejectedLines, sizeOf } from "./rejected-lines.js";

/** How many lines are written together, and how many bytes of them are held at most. */
const BATCH = { lines: 1_000, bytes: 8_000_000 } as const;

/** An import that cannot begin, in a line that says what to do. */
export class ImportRefused extends Error {
  override readonly name = "ImportRefused";
}

/** What an import tells on its way. */
export interface ImportListener {
  /** A line was rejected; `problem` repeats nothing of it. */
  rejected(line: number, problem: string): void;
  /** A batch is stored: what was done, in this run and before, of a file of `size` bytes. */
  stored(state: ImportState, size: number): void;
}

/** What an import needs. */
export interface ImportOrder {
  /** One person a line, as JSON. */
  readonly file: string;
  readonly store: Pick<ProfileStore, "put">;
  /** Names the database, without any password. */
  readonly database: string;
  readonly door: Door;
  /** Begin anew, whatever was done before. */
  readonly restart: boolean;
  readonly listener: ImportListener;
}

/** The files that an import keeps beside the one it reads. */
export function filesBeside(file: string): { readonly state: string; readonly rejected: string } {
  const name = file.replace(/\.ndjson$/, "");
  return { state: `${name}.import.json`, rejected: `${name}.rejected.ndjson` };
}

/**
 * Imports people, and goes on where an earlier run of the same import ended, however it ended. Lines are stored in batches, each
 * marked as done when it is stored and its rejected lines are kept, so that a line can be stored twice but never be missed.
 * Throws `ImportRefused` when it cannot begin or go on from there, and the store's error when a batch cannot be stored.
 */
export async function importPeople(order: ImportOrder): Promise<ImportState> {
  const { file, store, listener } = order;
  const beside = filesBeside(file);
  const size = (await sizeOf(file)) ?? refuse(`there is no file \`${file}\``);
  const begun = await beginning(order);
  const rejected = await RejectedLines.open(beside.rejected, begun.state.rejectedBytes);
  const readLine = lineReader(order.door);
  let { state } = begun;
  try {
    for await (const batch of batches(ndjsonLines(file, state, begun.hash, LONGEST_LINE))) {
      const profiles: Profile[] = [];
      let faults = 0;
      for (const line of batch) {
        const read = readLine(line);
        if (read === null) continue;
        if (read.ok) {
          profiles.push(read.person.profile);
          continue;
        }
        faults += 1;
        for (const problem of read.problems) listener.rejected(line.number, formatPersonProblem(problem));
        await rejected.keep(file, line);
      }
      await rejected.flush();
      await store.put(profiles);
      state = {
        ...state,
        ...endOf(batch),
        sha256: begun.hash.copy().digest("hex"),
        imported: state.imported + profiles.length,
        rejected: state.rejected + faults,
        rejectedBytes: rejected.bytes,
      };
      await saveState(beside.state, state);
      listener.stored(state, size);
    }
  } finally {
    await rejected.close();
  }
  return state;
}

function refuse(message: string): never {
  throw new ImportRefused(message);
}

/** Where this run begins, with the hash of what is before. */
async function beginning({ file, database, restart }: ImportOrder): Promise<{ state: ImportState; hash: Hash }> {
  const beside = filesBeside(file);
  const known = restart ? null : await loadState(beside.state);
  if (known === "unreadable") {
    return refuse(`\`${beside.state}\` does not say how far the import came: begin anew with \`--restart\``);
  }
  if (known === null && !restart && (await sizeOf(beside.rejected)) !== null) {
    refuse(`\`${beside.rejected}\` exists already: move it away, or begin anew with \`--restart\``);
  }
  if (known === null || known.bytes === 0) {
    await rm(beside.rejected, { force: true });
    const state = importStart(database);
    await saveState(beside.state, state);
    return { state, hash: createHash("sha256") };
  }
  if (known.database !== database) {
    refuse(
      `this file is being imported into \`${known.database}\`: name that database, or begin anew with \`--restart\``,
    );
  }
  const hash = await hashOfStart(file, known.bytes);
  if (hash?.copy().digest("hex") !== known.sha256) {
    return refuse(`\`${file}\` has changed where it was imported already: begin anew with \`--restart\``);
  }
  return { state: known, hash };
}

/** Lines by the batch. No line is asked for before the batch is done, so that a hash of the lines is that of the batches so far. */
async function* batches(
  lines: AsyncGenerator<Line, void, undefined>,
): AsyncGenerator<readonly Line[], void, undefined> {
  let batch: Line[] = [];
  let bytes = 0;
  for await (const line of lines) {
    batch.push(line);
    bytes += line.content?.length ?? 0;
    if (batch.length < BATCH.lines && bytes < BATCH.bytes) continue;
    yield batch;
    [batch, bytes] = [[], 0];
  }
  if (batch.length > 0) yield batch;
}

function endOf(batch: readonly Line[]): { readonly bytes: number; readonly lines: number } {
  const last = batch.at(-1);
  return { bytes: last?.until ?? 0, lines: last?.number ?? 0 };
}
