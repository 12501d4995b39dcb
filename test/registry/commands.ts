import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { check } from "../../registry/check-command.js";
import { publish } from "../../registry/publish-command.js";
import type { Environment } from "../../registry/registries.js";

/** The day of every test here. */
const TODAY = "2026-11-22";

const made: string[] = [];
afterAll(() => {
  for (const folder of made) rmSync(folder, { recursive: true });
});

/** A folder with files by path, gone after the tests. */
export function folderWith(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), "youth-safety-registry-"));
  made.push(folder);
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text, { mode: text.startsWith("#!") ? 0o755 : 0o644 });
  }
  return folder;
}

/** What a command did. */
export interface Ran {
  readonly exitCode: number;
  readonly printed: string;
  readonly complained: string;
}

/** Runs a command here. */
export async function run(
  which: "check" | "publish",
  args: readonly string[],
  environment: Environment = {},
): Promise<Ran> {
  const printed: string[] = [];
  const complained: string[] = [];
  const act = which === "check" ? check : publish;
  const exitCode = await act(args, {
    environment,
    today: TODAY,
    print: (text) => printed.push(text),
    complain: (text) => complained.push(text),
  });
  return { exitCode, printed: printed.join("\n"), complained: complained.join("\n") };
}
