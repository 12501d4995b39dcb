import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { createServer, type AddressInfo } from "node:net";

const ANY_PORTS = ["gateway", "accounts", "content", "safety"].flatMap((of) => [`--${of}-port`, "0"]);
const START = 240_000;

const started: ChildProcess[] = [];
afterAll(() => {
  for (const it of started) it.kill("SIGKILL");
});

function supergraph(args: readonly string[], environment: Readonly<Record<string, string>> = {}): ChildProcess {
  const { PATH = "", HOME = "" } = process.env;
  const child = spawn(process.execPath, ["--import", "tsx", "examples/supergraph/main.ts", ...args], {
    env: { PATH, HOME, ...environment },
  });
  started.push(child);
  return child;
}

/** Runs it to its end. */
async function refused(
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<{ readonly code: unknown; readonly told: string }> {
  const child = supergraph(args, environment);
  let told = "";
  child.stderr?.on("data", (chunk: Buffer) => (told += chunk.toString()));
  const [code] = (await once(child, "close")) as [unknown];
  return { code, told };
}

test(
  "one command starts all of it and says how to ask; what it says works, and SIGTERM ends everything in peace",
  async () => {
    const child = supergraph(ANY_PORTS);
    let said = "";
    await new Promise<void>((resolve, reject) => {
      child.stdout?.on("data", (chunk: Buffer) => {
        said += chunk.toString();
        if (said.includes("curl -s")) resolve();
      });
      child.stderr?.on("data", (chunk: Buffer) => reject(new Error(chunk.toString())));
    });
    const [, url = "", authorization = "", body = ""] =
      /curl -s (\S+) -H 'content-type: application\/json' -H 'authorization: (Bearer \S+)' -d '(.*)'/.exec(said) ?? [];
    const response = await fetch(url, {
      method: "POST",
      headers: { "content-type": "application/json", authorization },
      body,
    });
    expect(await response.text()).toMatch(
      /^{"data":{"me":{"name":"Maya","safetySettings":{"directMessages":{"value":"/,
    );

    const [, pageUrl = ""] = /try it +(\S+)/.exec(said) ?? [];
    const page = await (await fetch(pageUrl)).text();
    expect(page).toContain("maya: 12, California");
    // Whole in itself: nothing is loaded from anywhere.
    expect(page).not.toMatch(/<(script|link|img)[^>]+(src|href)="https?:/);

    const [safety = ""] = /http:\S+(?=\n)/.exec(said.split("youth-safety  ")[1] ?? "") ?? [];
    expect((await fetch(safety, { method: "POST", headers: { "x-viewer-id": "maya" } })).status).toBe(401);

    child.kill("SIGTERM");
    expect(await once(child, "close")).toEqual([0, null]);
    await expect(fetch(safety)).rejects.toThrow("fetch failed");
  },
  START,
);

test(
  "a port in use is told, and nothing is left running",
  async () => {
    const taken = createServer().listen(0, "127.0.0.1");
    await once(taken, "listening");
    const { port } = taken.address() as AddressInfo;
    const { code, told } = await refused(["--accounts-port", "0", "--content-port", String(port)]);
    taken.close();
    expect(code).toBe(1);
    expect(told).toMatch(/^listen EADDRINUSE: address already in use \S+\n$/);
  },
  START,
);

test.each([
  ["a port that is none", ["--gateway-port", "99999"], "write a whole number from 0 to 65535"],
  ["a gateway that nobody knows", ["--gateway", "mesh"], "Allowed choices are apollo, hive"],
])(
  "%s is refused in a line",
  async (_, args, line) => {
    const { code, told } = await refused(args);
    expect([code, told.trimEnd().split("\n")]).toEqual([1, [expect.stringContaining(line)]]);
  },
  START,
);
