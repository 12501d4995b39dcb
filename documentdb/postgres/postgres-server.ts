import { spawn, type ChildProcess, type ChildProcessByStdio } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import type { Readable } from "node:stream";
import type { ServerUser } from "./server-user.js";
import { settingArguments, socketSettings, type Settings } from "./settings.js";

const READY = "database system is ready to accept connections";
const START_LIMIT_MS = 60_000;
const FAST_STOP_LIMIT_MS = 10_000;
const QUICK_STOP_LIMIT_MS = 5_000;
const LINES_KEPT = 20;

/** What a server is started from. */
export interface PostgresOptions {
  readonly program: string;
  readonly dataFolder: string;
  readonly socketFolder: string;
  readonly user: ServerUser;
  readonly settings: Settings;
}

/** A running PostgreSQL. It ends with this process, however this process ends. */
export interface PostgresServer {
  readonly pid: number;
  /** Resolves when the server is down, after 15 seconds at most; what was committed is kept. */
  stop(): Promise<void>;
}

/** Starts a server and resolves when it takes connections; rejects with the end of its log. */
export async function startPostgres(options: PostgresOptions): Promise<PostgresServer> {
  const { program, dataFolder, socketFolder, user, settings } = options;
  const own = { ...settings, ...socketSettings(socketFolder) };
  const server = [program, "-D", dataFolder, ...settingArguments(own)];
  // The kernel stops the server when this process ends, even when it is killed outright.
  const child = spawn("setpriv", ["--pdeathsig", "INT", "--", ...server], {
    ...user,
    cwd: "/",
    stdio: ["ignore", "ignore", "pipe"],
  });
  await untilReady(child);
  const { pid } = child;
  if (pid === undefined) throw new Error("PostgreSQL has no process id");
  return { pid, stop: async () => stop(child) };
}

async function untilReady(child: ChildProcessByStdio<null, null, Readable>): Promise<void> {
  const log: string[] = [];
  return new Promise((resolve, reject) => {
    const fail = (why: string): void => {
      clearTimeout(limit);
      child.kill("SIGKILL");
      reject(new Error(`PostgreSQL ${why}: ${log.join("\n")}`));
    };
    const limit = setTimeout(() => fail("did not start in time"), START_LIMIT_MS);
    child.on("error", (error) => fail(error.message));
    child.on("exit", () => fail("ended while starting"));
    // Read to the end, even when it is not needed: a full pipe would stop the server.
    createInterface({ input: child.stderr }).on("line", (line) => {
      log.push(line);
      if (log.length > LINES_KEPT) log.shift();
      if (!line.includes(READY)) return;
      clearTimeout(limit);
      child.removeAllListeners("exit");
      resolve();
    });
  });
}

async function stop(child: ChildProcess): Promise<void> {
  // Ever less patient: hang up on clients and save, hang up and leave, end.
  if (await endsWithin(child, "SIGINT", FAST_STOP_LIMIT_MS)) return;
  if (await endsWithin(child, "SIGQUIT", QUICK_STOP_LIMIT_MS)) return;
  await endsWithin(child, "SIGKILL", QUICK_STOP_LIMIT_MS);
}

async function endsWithin(child: ChildProcess, signal: NodeJS.Signals, ms: number): Promise<boolean> {
  if (child.exitCode !== null || child.signalCode !== null) return true;
  const ended = once(child, "exit", { signal: AbortSignal.timeout(ms) });
  child.kill(signal);
  return ended.then(
    () => true,
    () => false,
  );
}
