import { execFile, type ExecFileOptions } from "node:child_process";

/** How a command may be run. */
export type CommandOptions = Pick<ExecFileOptions, "cwd" | "uid" | "gid" | "env">;

/**
 * Runs a program to its end and answers what it printed; rejects with the end of what it
 * complained about. `input` is what it reads from its standard input.
 */
export async function runCommand(
  program: string,
  args: readonly string[],
  options: CommandOptions = {},
  input = "",
): Promise<string> {
  return new Promise((resolve, reject) => {
    const settings = { ...options, maxBuffer: 64 * 1024 * 1024 };
    const child = execFile(program, args, settings, (error, stdout, stderr) => {
      if (error === null) {
        resolve(stdout);
        return;
      }
      const complaint = (stderr.trim() || stdout.trim() || error.message).slice(-800);
      reject(new Error(`${program} failed: ${complaint}`, { cause: error }));
    });
    // A program that ends before it has read its input is judged by its exit code.
    child.stdin?.on("error", () => undefined);
    child.stdin?.end(input);
  });
}
