import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

/** A program that runs beside this one. */
export interface RunningProgram {
  /** What its output said when it was ready. */
  readonly said: string;
  /** Settles when it has ended, for whatever reason. */
  readonly ended: Promise<unknown>;
  stop: () => Promise<void>;
}

/** How a program is started, and how it is known to be ready. */
export interface Program {
  /** What it is called in messages. */
  readonly name: string;
  /** The script that Node.js runs. */
  readonly script: URL;
  readonly args?: readonly string[];
  readonly folder?: URL;
  readonly environment: Readonly<Record<string, string>>;
  /** Its output once it answers; the first group is `said`. */
  readonly readyWhen: RegExp;
  /** Milliseconds in which it has to be ready. */
  readonly patience: number;
}

/** Starts a program and waits until it is ready. Rejects when it ends before, or takes too long. */
export async function startProgram({
  name,
  script,
  args = [],
  folder,
  environment,
  readyWhen,
  patience,
}: Program): Promise<RunningProgram> {
  const child = spawn(process.execPath, [fileURLToPath(script), ...args], {
    ...(folder && { cwd: folder }),
    env: { ...process.env, ...environment },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const ended = once(child, "close");
  const stop = async (): Promise<void> => {
    child.kill("SIGTERM");
    await ended;
  };
  let output = "";
  const said = new Promise<string>((resolve) => {
    child.stdout.setEncoding("utf8").on("data", (chunk: string) => {
      output += chunk;
      const found = readyWhen.exec(output);
      if (found) resolve(found[1] ?? found[0]);
    });
  });
  const limit = AbortSignal.timeout(patience);
  const tooLate = once(limit, "abort");
  const first = await Promise.race([said, ended.then(() => null), tooLate.then(() => null)]);
  if (first !== null) return { said: first, ended, stop };
  await stop();
  throw new Error(`${name} did not start${limit.aborted ? ` in ${patience / 1_000} seconds` : ""}\n${output}`);
}
