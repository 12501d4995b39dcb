import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

type Environment = Readonly<Record<string, string>>;

const FREE = { PORT: "0", METRICS_PORT: "0" };
const started: ChildProcess[] = [];
afterAll(() => {
  for (const it of started) it.kill("SIGKILL");
});

function spawnService(environment: Environment): ChildProcess {
  const { PATH = "", HOME = "" } = process.env;
  const child = spawn(process.execPath, ["--import", "tsx", "src/main.ts"], { env: { PATH, HOME, ...environment } });
  started.push(child);
  return child;
}

/** Starts the process and waits until it has said how to ask. */
async function startedWith(environment: Environment): Promise<{ child: ChildProcess; said: () => string }> {
  const child = spawnService(environment);
  let text = "";
  await new Promise<void>((resolve, reject) => {
    child.stdout?.on("data", (chunk: Buffer) => {
      text += chunk.toString();
      if (text.includes("curl -s")) resolve();
    });
    child.stderr?.on("data", (chunk: Buffer) => reject(new Error(chunk.toString())));
  });
  return { child, said: () => text };
}

/** Runs the process to its end. */
async function refused(environment: Environment): Promise<{ code: number | null; told: string }> {
  const child = spawnService({ ...FREE, ...environment });
  let told = "";
  child.stderr?.on("data", (chunk: Buffer) => (told += chunk.toString()));
  const [code] = (await once(child, "close")) as [number | null];
  return { code, told };
}

const START = 60_000;

test(
  "a fresh start serves the example people, says so, and how to ask; SIGTERM ends it in peace",
  async () => {
    const { child, said } = await startedWith(FREE);
    expect(said()).toContain("the example people in this process");
    expect(said()).toContain("the guard is open");
    const [, url = "", id = "", body = ""] =
      /curl -s (\S+) -H 'content-type: application\/json' -H 'x-viewer-id: (\w+)' -d '(.*)'/.exec(said()) ?? [];
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/graphql$/);
    const response = await fetch(url, {
      method: "POST",
      headers: { "content-type": "application/json", "x-viewer-id": id },
      body,
    });
    expect(await response.text()).toMatch(/"liveStreaming":\{"allowed":false,"reason":\{"text":"[^"]+"\}\}/);
    expect((await fetch(url.replace("/graphql", "/graphiql"))).status).toBe(200);
    child.kill("SIGTERM");
    expect(await once(child, "close")).toEqual([0, null]);
  },
  START,
);

test(
  "SIGINT ends it in peace too, and with a secret there is no page",
  async () => {
    const child = spawnService({ ...FREE, HOST: "127.0.0.1", ROUTER_SECRETS: "a-secret-of-some-length" });
    let text = "";
    await new Promise<void>((resolve) => {
      child.stdout?.on("data", (chunk: Buffer) => {
        text += chunk.toString();
        if (text.includes("metrics ")) resolve();
      });
    });
    expect(text).not.toMatch(/graphiql|guard is open|a-secret/);
    child.kill("SIGINT");
    expect(await once(child, "close")).toEqual([0, null]);
  },
  START,
);

test(
  "a port in use is one clear line",
  async () => {
    const taken = createServer().listen(0, "127.0.0.1");
    await once(taken, "listening");
    const { port } = taken.address() as AddressInfo;
    for (const name of ["PORT", "METRICS_PORT"]) {
      const { code, told } = await refused({ [name]: String(port) });
      expect([code, told]).toEqual([
        1,
        `port \`${port}\` is in use: stop what uses it, or choose another \`PORT\` or \`METRICS_PORT\`\n`,
      ]);
    }
    taken.close();
  },
  START,
);

test(
  "production without what it needs lists all of it",
  async () => {
    const { code, told } = await refused({ NODE_ENV: "production", LOG_LEVEL: "loud" });
    expect(code).toBe(1);
    expect(told.trimEnd().split("\n")).toHaveLength(4);
    expect(told).toMatch(/LOG_LEVEL[^]*ROUTER_SECRETS[^]*MONGODB_URI/);
  },
  START,
);

test(
  "a broken policy is told by file, line and column",
  async () => {
    const folder = await mkdtemp(join(tmpdir(), "policy-"));
    await writeFile(join(folder, "catalogue.yaml"), "settings: { autoplay: { values: [OFF, ON], opne: ON } }\n");
    const { code, told } = await refused({ POLICY_DIR: folder });
    expect(code).toBe(1);
    expect(told).toMatch(/^the policy in `[^`]+` cannot be served:\n(\S+:\d+:\d+: .+\n)+$/);
  },
  START,
);

test(
  "a database address that is none is not repeated",
  async () => {
    const { code, told } = await refused({ MONGODB_URI: "mongodb://user:hunter2@" });
    expect(code).toBe(1);
    expect(told).toContain("`MONGODB_URI`");
    expect(told).not.toContain("hunter2");
  },
  START,
);
