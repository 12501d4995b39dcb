import { run } from "../../src/cli/run.js";

/** What a command did: its exit code and all it printed. */
export interface CommandRun {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs a command in this process. Runs must follow each other: they share the standard streams. */
export async function runCommand(...args: readonly string[]): Promise<CommandRun> {
  const written = { out: "", err: "" };
  const { stdout, stderr } = process;
  const write = { stdout: stdout.write.bind(stdout), stderr: stderr.write.bind(stderr) };
  stdout.write = (text: string | Uint8Array) => Boolean((written.out += String(text)));
  stderr.write = (text: string | Uint8Array) => Boolean((written.err += String(text)));
  try {
    return { code: await run(args), ...written };
  } finally {
    stdout.write = write.stdout;
    stderr.write = write.stderr;
    process.exitCode = undefined;
  }
}
