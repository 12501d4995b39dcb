// `npm run supergraph`: composes and starts all of it, accounts, content, youth-safety and a gateway in front, on this
// machine alone. Secrets are made up at each start. `-- --help` lists what can be chosen.
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { Command, InvalidArgumentError, Option } from "commander";
import { accountsSubgraph, ACCOUNTS_SDL } from "./accounts.js";
import { composeSupergraph } from "./compose.js";
import { contentSubgraph, CONTENT_SDL } from "./content.js";
import { startGateway, type RunningGateway } from "./gateway.js";
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

const { gateway, gatewayPort, accountsPort, contentPort, safetyPort } = new Command("npm run supergraph --")
  .description("Compose and start the example supergraph")
  .addOption(new Option("--gateway <name>", "which gateway").choices(["apollo", "hive"]).default("apollo"))
  .addOption(portOption("gateway", "4000"))
  .addOption(portOption("accounts", "4011"))
  .addOption(portOption("content", "4012"))
  .addOption(portOption("safety", "4001"))
  .parse()
  .opts<Choices>();

const tokenKey = randomBytes(32).toString("base64url");
const secret = randomBytes(32).toString("base64url");
const isHive = gateway === "hive";
if (isHive) installHiveGateway();

const people = examplePeople();
const accounts = await serveSubgraph(accountsSubgraph(people), accountsPort);
const content = await serveSubgraph(contentSubgraph(people.map(({ id }) => id)), contentPort);
const safety = await startSafetyService(
  safetyPort,
  // Apollo Gateway sends a secret, and identity in headers. Hive Gateway signs what it sends, which leaves headers out:
  // then the subgraph identifies people by their tokens itself.
  isHive
    ? {
        HIVE_HMAC_SECRET: secret,
        JWT_SECRETS: tokenKey,
        JWT_ISSUER: TOKENS.issuer,
        JWT_AUDIENCE: TOKENS.audience,
      }
    : { ROUTER_SECRETS: secret },
);
const supergraph = composeSupergraph([
  { name: "accounts", url: accounts.url, sdl: ACCOUNTS_SDL },
  { name: "content", url: content.url, sdl: CONTENT_SDL },
  { name: SAFETY, url: safety.url, sdl: SAFETY_SDL },
]);
const page = await supergraphPage(people, tokenKey);
const running: RunningGateway = isHive
  ? await startHiveGateway({ supergraph, port: gatewayPort, hmacSecret: secret, tokenKey, patience: PATIENCE, page })
  : await startGateway({
      supergraph,
      port: gatewayPort,
      safety: { name: SAFETY, secret },
      tokenKey,
      patience: PATIENCE,
      page,
      log: console.error,
    });
const token = await signIn({ id: "maya", scopes: [] }, tokenKey);

console.log(`the supergraph is up, behind ${isHive ? "Hive Gateway" : "Apollo Gateway"}
  queries       ${running.url}/graphql
  try it        ${running.url}/graphiql
  accounts      ${accounts.url}
  content       ${content.url}
  youth-safety  ${safety.url}
ask as Maya, who is 12:
  curl -s ${running.url}/graphql -H 'content-type: application/json' -H 'authorization: Bearer ${token}' -d '{"query":"{ me { name safetySettings { directMessages { value reason { text } } } } }"}'`);

await Promise.race([once(process, "SIGINT"), once(process, "SIGTERM"), safety.ended]);
await running.stop();
await Promise.all([accounts.stop(), content.stop(), safety.stop()]);

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
