import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { cpSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as after } from "node:timers/promises";
import { emptyFolder, halfAnHour, platformAlone, written } from "./policy-folders.js";

type Environment = Readonly<Record<string, string>>;

const TOKEN = "an-operators-token-1";
const START = 120_000;
const started: ChildProcess[] = [];
afterAll(() => {
  for (const it of started) it.kill("SIGKILL");
});

interface Running {
  readonly child: ChildProcess;
  readonly said: () => string;
  /** The label of the revision that a query is answered by. */
  readonly answersBy: () => Promise<string>;
  readonly status: () => Promise<Status>;
  readonly call: (path: string, body?: object) => Promise<Response>;
}

interface Status {
  readonly active: { readonly label: string; readonly revision: string; readonly pinned: boolean };
  readonly lastAttempt: { readonly outcome: string; readonly cause: string; readonly problems: readonly string[] };
  readonly attemptsUnderWay: number;
}

/** Starts the service as its own process, and waits until it has said where it is. */
async function serviceOf(policyDir: string, environment: Environment = {}): Promise<Running> {
  const { PATH = "", HOME = "" } = process.env;
  const usual = { PORT: "0", METRICS_PORT: "0", POLICY_DIR: policyDir, ADMIN_TOKENS: TOKEN };
  const child = spawn(process.execPath, ["--import", "tsx", "src/main.ts"], {
    env: { PATH, HOME, ...usual, ...environment },
  });
  started.push(child);
  let text = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk: Buffer) => (text += chunk.toString()));
  await until(async () => text.includes("curl -s"));
  const [, queries = ""] = /queries\s+(\S+)/.exec(text) ?? [];
  const [, policy = ""] = /policy\s+(http\S+)\/policy\/status/.exec(text) ?? [];
  const answersBy = async (): Promise<string> => {
    const body = JSON.stringify({ query: "{ safetyPolicy { label } }" });
    const response = await fetch(queries, { method: "POST", headers: { "content-type": "application/json" }, body });
    const { data } = (await response.json()) as { data: { safetyPolicy: { label: string } } };
    return data.safetyPolicy.label;
  };
  const call: Running["call"] = (path, body = {}) =>
    fetch(policy + path, {
      method: "POST",
      headers: { "content-type": "application/json", authorization: `Bearer ${TOKEN}` },
      body: JSON.stringify(body),
    });
  const status = async () => (await (await fetch(`${policy}/policy/status`)).json()) as Status;
  return { child, said: () => text, answersBy, status, call };
}

async function until(holds: () => Promise<boolean>): Promise<void> {
  const end = performance.now() + START;
  while (!(await holds()) && performance.now() < end) await after(50);
}

/** What came of the attempt of a cause, when it has ended. */
async function attemptBy(cause: string, outcome: string, { status }: Running): Promise<Status> {
  await until(async () => {
    const { lastAttempt, attemptsUnderWay } = await status();
    return lastAttempt.cause === cause && lastAttempt.outcome === outcome && attemptsUnderWay === 0;
  });
  return status();
}

test(
  "SIGHUP lets what the folder holds answer, a broken file keeps the last good, a rollback returns, and SIGTERM ends in peace",
  async () => {
    const folder = written(platformAlone("old"));
    const history = join(emptyFolder(), "history");
    const running = await serviceOf(folder, { POLICY_HISTORY_DIR: history });
    expect(await running.answersBy()).toBe("old");
    const { revision } = (await running.status()).active;

    written(halfAnHour("young"), folder);
    running.child.kill("SIGHUP");
    expect(await attemptBy("signal", "activated", running)).toMatchObject({
      active: { label: "young", pinned: false },
    });
    expect(await running.answersBy()).toBe("young");

    written({ "platform.yaml": "rules: [" }, folder);
    running.child.kill("SIGHUP");
    const refused = await attemptBy("signal", "refused", running);
    expect(refused.lastAttempt.problems).toEqual([expect.stringMatching(/^platform\.yaml:1:\d+: /)]);
    expect(await running.answersBy()).toBe("young");

    expect((await running.call("/policy/rollback", { revision })).status).toBe(200);
    expect((await running.status()).active).toMatchObject({ label: "old", pinned: true });
    expect(await running.answersBy()).toBe("old");

    running.child.kill("SIGTERM");
    expect(await once(running.child, "close")).toEqual([0, null]);
    expect(running.said()).not.toMatch(/internal fault|Error:/);
  },
  START,
);

test(
  "outside production a changed file is taken by itself, and answering goes on while it is checked",
  async () => {
    const folder = written(platformAlone("old"));
    const running = await serviceOf(folder);
    written(halfAnHour("young"), folder);
    await until(async () => (await running.status()).attemptsUnderWay === 1);
    const answers: string[] = [];
    while ((await running.status()).attemptsUnderWay === 1) answers.push(await running.answersBy());
    // Were it checked where queries are answered, there would be none in the meantime.
    expect(answers.filter((label) => label === "old").length).toBeGreaterThan(10);
    expect(await attemptBy("file change", "activated", running)).toMatchObject({ active: { label: "young" } });
    running.child.kill("SIGTERM");
    await once(running.child, "close");
  },
  START,
);

test(
  "a service that is stopped while a policy is checked ends at once",
  async () => {
    const folder = emptyFolder();
    cpSync("policies", folder, { recursive: true });
    const running = await serviceOf(folder);
    const call = running.call("/policy/reload").catch(() => null);
    await until(async () => (await running.status()).attemptsUnderWay === 1);
    running.child.kill("SIGTERM");
    expect(await once(running.child, "close")).toEqual([0, null]);
    await call;
  },
  START,
);
