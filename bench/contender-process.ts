import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";

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
  const [url] = (await Promise.race([
    once(createInterface(child.stdout), "line"),
    ended.then(() => Promise.reject(new Error(`\`${name}\` ended before it served`))),
  ])) as [string];
  return {
    url,
    async stop() {
      child.kill();
      await ended;
    },
  };
}
