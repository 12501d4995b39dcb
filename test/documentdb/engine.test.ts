import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { chmod, mkdtemp, readdir, rm } from "node:fs/promises";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { createInterface } from "node:readline";
import { startEngine, type Engine } from "../../documentdb/engine.js";
import { DEBIAN_KEYRING } from "../../documentdb/provision/package-source.js";
import { openOwnDatabase } from "./own-database.js";

// Elsewhere than on Debian tests run on another server, and this engine can only say why it is not to be had.
const onDebian = existsSync(DEBIAN_KEYRING);

async function withEngine(options: Parameters<typeof startEngine>[0], work: (engine: Engine) => Promise<void>) {
  const starting = startEngine(options);
  if (!onDebian) {
    await expect(starting).rejects.toThrow(/dpkg|Debian/);
    return;
  }
  const engine = await starting;
  await work(engine).finally(() => engine.stop());
}

// Root's server runs as another user, who has to be let in.
async function makeParent(): Promise<string> {
  const parent = await mkdtemp(join(tmpdir(), "engine-test-"));
  await chmod(parent, 0o755);
  return parent;
}

async function answers(uri: string): Promise<boolean> {
  const { hostname, port } = new URL(uri);
  const socket = connect(Number(port), hostname);
  return once(socket, "connect").then(
    () => {
      socket.destroy();
      return true;
    },
    () => false,
  );
}

test("a data folder is kept when its engine stops, and serves the next one at the port it asks for", async () => {
  const parent = await makeParent();
  const dataFolder = join(parent, "made", "on-demand");
  let port = 0;
  await withEngine({ dataFolder }, async ({ uri, name }) => {
    expect(name).toMatch(/^documentdb-\d/);
    port = Number(new URL(uri).port);
    const { client } = await openOwnDatabase(uri);
    await client.db("kept").collection<{ _id: string }>("people").insertOne({ _id: "maya" });
    await client.close();
  });
  await withEngine({ dataFolder, port }, async ({ uri }) => {
    expect(new URL(uri).port).toBe(String(port));
    const { client } = await openOwnDatabase(uri);
    expect(await client.db("kept").collection("people").find().toArray()).toEqual([{ _id: "maya" }]);
    await client.close();
  });
  await rm(parent, { recursive: true });
}, 240_000);

test("two engines on one data folder: the second is refused and the first goes on", async () => {
  const parent = await makeParent();
  const dataFolder = join(parent, "data");
  await withEngine({ dataFolder }, async ({ uri }) => {
    await expect(startEngine({ dataFolder })).rejects.toThrow(/lock file "postmaster.pid" already exists/);
    expect(await answers(uri)).toBe(true);
  });
  await rm(parent, { recursive: true });
}, 240_000);

test("stopping twice, starting twice and stopping what is stopped do no harm", async () => {
  await withEngine({}, async (engine) => {
    await engine.startServer();
    await engine.stopServer();
    await engine.stopServer();
    expect(await answers(engine.uri)).toBe(false);
    await engine.startServer();
    expect(await answers(engine.uri)).toBe(true);
    await engine.stop();
    expect(await answers(engine.uri)).toBe(false);
  });
}, 240_000);

test("a process that is killed takes its server with it, and the next one clears its folder away", async () => {
  await withEngine({}, async () => {
    const { child, uri } = await engineInItsOwnProcess();
    expect(await answers(uri)).toBe(true);
    const folder = (await readdir(tmpdir())).find((name) => name.startsWith(`documentdb-${child.pid ?? ""}-`)) ?? "";
    child.kill("SIGKILL");
    // The server holds its end of this pipe for as long as it runs.
    await once(child, "close");
    expect(await answers(uri)).toBe(false);
    await (await startEngine()).stop();
    expect(await readdir(tmpdir())).not.toContain(folder);
  });
}, 240_000);

async function engineInItsOwnProcess(): Promise<{ child: ChildProcess; uri: string }> {
  const engine = resolve("documentdb/engine.ts");
  const script = `import { startEngine } from ${JSON.stringify(engine)}; console.log((await startEngine()).uri)`;
  const child = spawn(process.execPath, ["--import", "tsx", "--input-type=module", "--eval", script], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  for await (const uri of createInterface({ input: child.stdout })) return { child, uri };
  throw new Error("the engine's process ended before it said where it serves");
}
