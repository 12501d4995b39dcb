import { createHash, randomUUID } from "node:crypto";
import { mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Instant } from "../policy/calendar.js";
import type { PolicyProblem } from "../policy/language/policy-problem.js";
import { filesOfPolicy, revisionId, type PolicyFile, type PolicyFiles, type Revision } from "../policy-folder.js";

/** A revision that can be returned to. */
export interface KeptRevision extends Revision {
  /** When it last began to answer in some process that keeps its history here. */
  readonly activatedAt: Instant;
}

/** The files of a kept revision; null: there is none of that id; or what is wrong with what is there. */
export type FoundRevision = { readonly files: PolicyFiles } | { readonly problems: readonly PolicyProblem[] } | null;

/** The most revisions that are kept; of more, those that were activated longest ago go. */
export const MOST_KEPT = 32;

const SUMS = "SHA256SUMS";
const LABEL = "label.txt";
const INCOMING = ".incoming-";
/** Milliseconds after which what a writer that died has left behind is removed. */
const ABANDONED = 60 * 60 * 1_000;

/**
 * The revisions that have been active, one folder a revision, named by its id: a policy folder like any other, with a
 * `SHA256SUMS` that `sha256sum -c` reads. Several processes may share it. Methods reject when the folder cannot be used.
 */
export class PolicyHistory {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** Keeps a revision, or says that it is active again. It is there as a whole or not at all. */
  async keep(files: PolicyFiles, { id, label }: Revision, now: Instant): Promise<void> {
    const place = join(this.#folder, id);
    const found = await this.find(id);
    if (found === null || "problems" in found) {
      const incoming = join(this.#folder, `${INCOMING}${randomUUID()}`);
      const labelFile = { file: LABEL, bytes: Buffer.from(`${label}\n`) };
      const all = [...files.policy.files, ...files.cases.files, labelFile];
      for (const { file, bytes } of all) {
        await mkdir(dirname(join(incoming, file)), { recursive: true });
        await writeFile(join(incoming, file), bytes);
      }
      await writeFile(join(incoming, SUMS), all.map((one) => `${sha256(one)}  ${one.file}\n`).join(""));
      // What is damaged is of no use to anybody. Moved away first, so that a whole one takes its place at once.
      if (found !== null) await rename(place, `${incoming}-damaged`).catch(() => undefined);
      await rename(incoming, place).catch(unlessKeptMeanwhile);
      for (const left of [incoming, `${incoming}-damaged`]) await rm(left, { recursive: true, force: true });
    }
    const seconds = now / 1_000;
    await utimes(place, seconds, seconds);
    await this.#forgetOld(id, now);
  }

  /** The files of a revision, verified against the hashes they were kept with. An id that is none is found nowhere. */
  async find(id: string): Promise<FoundRevision> {
    if (!/^[0-9a-f]{64}$/.test(id)) return null;
    const place = join(this.#folder, id);
    const sums = await readFile(join(place, SUMS), "utf8").catch(() => null);
    if (sums === null) return (await stat(place).catch(() => null)) && { problems: [changed(SUMS)] };
    const files = await filesOfPolicy(place);
    const kept = new Map(sums.split("\n").map((line) => [line.slice(66), line.slice(0, 64)]));
    kept.delete("");
    kept.delete(LABEL);
    const problems = [...files.policy.problems, ...files.cases.problems];
    for (const file of [...files.policy.files, ...files.cases.files]) {
      if (kept.get(file.file) !== sha256(file)) problems.push(changed(file.file));
      kept.delete(file.file);
    }
    const known = new Set(problems.map(({ place: { file } }) => file));
    problems.push(...[...kept.keys()].filter((file) => !known.has(file)).map(changed));
    if (problems.length === 0 && revisionId(files) !== id) problems.push(changed(SUMS));
    return problems.length > 0 ? { problems } : { files };
  }

  /** What is kept, the latest first. Whether it is whole is looked at when it is needed. */
  async list(): Promise<readonly KeptRevision[]> {
    const names = (await readdir(this.#folder)).filter((name) => /^[0-9a-f]{64}$/.test(name));
    const kept = await Promise.all(
      names.map(async (id) => {
        const label = await readFile(join(this.#folder, id, LABEL), "utf8").catch(() => "");
        // Another process may just have forgotten it.
        const found = await stat(join(this.#folder, id)).catch(() => null);
        return (
          found && { id, label: label.trim() || id.slice(0, 12), activatedAt: Math.round(found.mtimeMs) as Instant }
        );
      }),
    );
    return kept.filter((one) => one !== null).sort((a, b) => b.activatedAt - a.activatedAt || (a.id < b.id ? -1 : 1));
  }

  async #forgetOld(active: string, now: Instant): Promise<void> {
    const old = (await this.list()).slice(MOST_KEPT).filter(({ id }) => id !== active);
    for (const { id } of old) await rm(join(this.#folder, id), { recursive: true, force: true });
    for (const name of (await readdir(this.#folder)).filter((one) => one.startsWith(INCOMING))) {
      const found = await stat(join(this.#folder, name)).catch(() => null);
      if (found && found.mtimeMs < now - ABANDONED)
        await rm(join(this.#folder, name), { recursive: true, force: true });
    }
  }
}

/** Another process that keeps its history here was faster with the same revision. */
function unlessKeptMeanwhile(error: unknown): void {
  const code = typeof error === "object" && error !== null && "code" in error ? error.code : null;
  if (code !== "ENOTEMPTY" && code !== "EEXIST") throw error;
}

function sha256({ bytes }: Pick<PolicyFile, "bytes">): string {
  return createHash("sha256").update(bytes).digest("hex");
}

function changed(file: string): PolicyProblem {
  return {
    place: { file, line: 1, column: 1 },
    message: `\`${file}\` is not what was kept: take the revision from where your rules are kept, and reload`,
  };
}
