import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startProgram } from "./child-process.js";
import type { RunningGateway } from "./gateway.js";
import { TOKENS } from "./sign-in.js";

const FOLDER = new URL("../hive-gateway/", import.meta.url);
const PACKAGE = "@graphql-hive/gateway";
const INSTALLED = new URL(`node_modules/${PACKAGE}/`, FOLDER);
const SCRIPT = new URL("dist/bin.js", INSTALLED);

const MOST_TO_INSTALL = 300_000;

interface Manifest {
  readonly version: string;
  readonly dependencies: Readonly<Record<string, string>>;
}

/** What Hive Gateway needs. */
export interface HiveParts {
  readonly supergraph: string;
  readonly port: number;
  /** What it signs its requests to the youth-safety subgraph with. */
  readonly hmacSecret: string;
  readonly tokenKey: string;
  /** Milliseconds that a subgraph may take. */
  readonly patience: number;
  readonly page: string;
}

/** Installs Hive Gateway into its own folder, 500 MB, unless the version that is wanted is there. Throws when it cannot. */
export function installHiveGateway(): void {
  if (isInstalled()) return;
  console.log("Hive Gateway is installed into examples/hive-gateway; this takes a minute, once");
  const { status } = spawnSync("npm", ["ci", "--loglevel=error"], {
    cwd: FOLDER,
    stdio: ["ignore", 2, 2],
    timeout: MOST_TO_INSTALL,
  });
  if (status !== 0) throw new Error("Hive Gateway cannot be installed: see what `npm ci` said above");
}

function isInstalled(): boolean {
  const installed = new URL("package.json", INSTALLED);
  if (!existsSync(installed)) return false;
  const wanted = JSON.parse(readFileSync(new URL("package.json", FOLDER), "utf8")) as Manifest;
  return wanted.dependencies[PACKAGE] === (JSON.parse(readFileSync(installed, "utf8")) as Manifest).version;
}

/** Starts Hive Gateway, installed before, as a process of its own. */
export async function startHiveGateway(parts: HiveParts): Promise<RunningGateway> {
  const files = await mkdtemp(join(tmpdir(), "supergraph-"));
  const [supergraph, page] = [join(files, "supergraph.graphql"), join(files, "graphiql.html")];
  await Promise.all([writeFile(supergraph, parts.supergraph), writeFile(page, parts.page)]);
  const port = String(parts.port || (await freePort()));
  const program = await startProgram({
    name: "Hive Gateway",
    script: SCRIPT,
    args: ["supergraph"],
    folder: FOLDER,
    environment: {
      SUPERGRAPH: supergraph,
      GATEWAY_PORT: port,
      NO_COLOR: "1",
      HIVE_HMAC_SECRET: parts.hmacSecret,
      JWT_SECRET: parts.tokenKey,
      JWT_ISSUER: TOKENS.issuer,
      JWT_AUDIENCE: TOKENS.audience,
      SUBGRAPH_TIMEOUT_MS: String(parts.patience),
      GRAPHIQL_PAGE: page,
    },
    readyWhen: /Listening on/,
    patience: 120_000,
  });
  const url = `http://127.0.0.1:${port}`;
  return {
    url,
    pageUrl: `${url}/graphql`,
    stop: async () => {
      await program.stop();
      await rm(files, { recursive: true });
    },
  };
}

/** Hive Gateway does not say which port it was given for 0, so it is told one that is free now. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  // A TCP server that listens has an address with a port.
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, "close");
  return port;
}
