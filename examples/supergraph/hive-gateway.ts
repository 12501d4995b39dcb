import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startProgram } from "./child-process.js";
import type { RunningGateway } from "./gateway.js";
import { TOKENS } from "./sign-in.js";

const FOLDER = new URL("../hive-gateway/", import.meta.url);
const SCRIPT = new URL("node_modules/@graphql-hive/gateway/dist/bin.js", FOLDER);

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

/** Installs Hive Gateway into its own folder, once: 500 MB. */
export function installHiveGateway(): void {
  if (existsSync(SCRIPT)) return;
  console.log("Hive Gateway is installed into examples/hive-gateway; this takes a minute, once");
  const { status } = spawnSync("npm", ["ci", "--loglevel=error"], { cwd: FOLDER, stdio: ["ignore", 2, 2] });
  if (status !== 0) throw new Error("Hive Gateway cannot be installed: see what `npm ci` said above");
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
  return {
    url: `http://127.0.0.1:${port}`,
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
