// `npm run supergraph`: composes and starts all of it, accounts, content, youth-safety and a gateway in front, on this
// machine alone. Secrets are made up at each start. `-- --help` lists what can be chosen.
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { Command, InvalidArgumentError, Option } from "commander";
import { accountsSubgraph, ACCOUNTS_SDL } from "./accounts.js";
import { composeSupergraph } from "./compose.js";
import { contentSubgraph, CONTENT_SDL } from "./content.js";
import { startGateway } from "./gateway.js";
import { installHiveGateway, startHiveGateway } from "./hive-gateway.js";
import { supergraphPage } from "./page.js";
import { examplePeople } from "./people.js";
import { startSafetyService } from "./safety-service.js";
import { serveSubgraph } from "./serve-subgraph.js";
import { signIn, TOKENS } from "./sign-in.js";

const SAFETY = "youth-safety";
const SAFETY_SDL = readFileSync(new URL("../../schema.graphql", import.meta.url), "utf8");

/** Longer than the 3 seconds that the youth-safety subgraph gives its database: its own answer says more. */
const PATIENCE = 5_000;

interface Choices {
  readonly gateway: "apollo" | "hive";
  readonly gatewayPort: number;
  readonly accountsPort: number;
  readonly contentPort: number;
  readonly safetyPort: number;
}

const choices = new Command("npm run supergraph --")
  .description("Compose and start the example supergraph")
  .addOption(new Option("--gateway <name>", "which gateway").choices(["apollo", "hive"]).default("apollo"))
  .addOption(portOption("gateway", "4000"))
  .addOption(portOption("accounts", "4011"))
  .addOption(portOption("content", "4012"))
  .addOption(portOption("safety", "4001"))
  .parse()
  .opts<Choices>();

/** What has been started, the latest first. */
const started: { readonly stop: () => Promise<void> }[] = [];

try {
  await Promise.race([once(process, "SIGINT"), once(process, "SIGTERM"), supergraph(choices)]);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
} finally {
  for (const part of started) await part.stop();
}

/** Starts all of it and says how to ask. Rejects when a part does not start, or ends. */
async function supergraph({ gateway, ...ports }: Choices): Promise<never> {
  const people = examplePeople();
  const secret = randomBytes(32).toString("base64url");
  const tokenKey = randomBytes(32).toString("base64url");
  const isHive = gateway === "hive";
  if (isHive) installHiveGateway();

  const accounts = kept(await serveSubgraph(accountsSubgraph(people), ports.accountsPort));
  const authors = people.map(({ id }) => id);
  const content = kept(await serveSubgraph(contentSubgraph(authors), ports.contentPort));
  const proof = isHive ? proofOfHive(secret, tokenKey) : { ROUTER_SECRETS: secret };
  const safety = kept(await startSafetyService(ports.safetyPort, proof));
  const parts = {
    supergraph: composeSupergraph([
      { name: "accounts", url: accounts.url, sdl: ACCOUNTS_SDL },
      { name: "content", url: content.url, sdl: CONTENT_SDL },
      { name: SAFETY, url: safety.url, sdl: SAFETY_SDL },
    ]),
    port: ports.gatewayPort,
    tokenKey,
    patience: PATIENCE,
    page: await supergraphPage(people, tokenKey),
  };
  const { url, pageUrl } = kept(
    isHive
      ? await startHiveGateway({ ...parts, hmacSecret: secret })
      : await startGateway({ ...parts, safety: { name: SAFETY, secret }, log: console.error }),
  );
  const token = await signIn({ id: "maya", scopes: [] }, tokenKey);
  console.log(`the supergraph is up, behind ${isHive ? "Hive Gateway" : "Apollo Gateway"}
  queries       ${url}/graphql
  try it        ${pageUrl}
  accounts      ${accounts.url}
  content       ${content.url}
  youth-safety  ${safety.url}
ask as Maya, who is 12:
  curl -s ${url}/graphql -H 'content-type: application/json' -H 'authorization: Bearer ${token}' -d '{"query":"{ me { name safetySettings { directMessages { value reason { text } } } } }"}'`);

  await safety.ended;
  throw new Error("the youth-safety subgraph has ended");
}

/**
 * Apollo Gateway sends a secret, and identity in headers. Hive Gateway signs what it sends, which leaves headers out:
 * then the subgraph identifies people by their tokens itself.
 */
function proofOfHive(secret: string, tokenKey: string): Readonly<Record<string, string>> {
  return {
    HIVE_HMAC_SECRET: secret,
    JWT_SECRETS: tokenKey,
    JWT_ISSUER: TOKENS.issuer,
    JWT_AUDIENCE: TOKENS.audience,
  };
}

function kept<T extends { readonly stop: () => Promise<void> }>(part: T): T {
  started.unshift(part);
  return part;
}

function portOption(of: string, fallback: string): Option {
  return new Option(`--${of}-port <port>`, `where it answers; 0: any free port`)
    .env(`${of.toUpperCase()}_PORT`)
    .argParser(portIn)
    .default(portIn(fallback), fallback);
}

function portIn(text: string): number {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN;
  if (!(port <= 65_535)) throw new InvalidArgumentError("write a whole number from 0 to 65535");
  return port;
}
