import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import type { Readable } from "node:stream";

/** A contender that serves in a process of its own. */
export interface ContenderProcess {
  readonly url: string;
  stop(): Promise<void>;
}

/** Starts a contender by the name that `contender.ts` knows; rejects when it ends before it serves. */
export async function startContender(name: string): Promise<ContenderProcess> {
  const child = spawn(process.execPath, ["--import", "tsx", "bench/contender.ts", name], {
    stdio: ["ignore", "pipe", "inherit"],
    env: { ...process.env, NODE_ENV: "test" },
  });
  const ended = once(child, "exit");
  const url = await firstAddress(child.stdout);
  if (url === null) throw new Error(`\`${name}\` ended before it served`);
  return {
    url,
    async stop() {
      child.kill();
      await ended;
    },
  };
}

/** The first line that is an address; servers may log before it. null: there was none. */
async function firstAddress(output: Readable): Promise<string | null> {
  for await (const line of createInterface(output)) if (line.startsWith("http")) return line;
  return null;
}
