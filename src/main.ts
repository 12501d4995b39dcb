import { ConfigError, readConfig } from "./config.js";
import { addDays, dateAt, formatDate, LATEST_MIDNIGHT, type Instant } from "./policy/calendar.js";
import { MongoUriInvalid } from "./profiles/mongo-profile-store.js";
import { startServer } from "./server.js";
import { exampleQueries } from "./server/example-queries.js";
import { asRouterSays, exampleViewers } from "./server/example-viewers.js";
import { graphiqlPage } from "./server/graphiql.js";
import { greeting, hasPage } from "./server/greeting.js";
import { loadPolicy } from "./server/load-policy.js";
import { makeLog } from "./server/log.js";
import { openStore, type OpenStore } from "./server/open-store.js";
import { StartRefused } from "./server/start-refused.js";

const YEAR = 365;

async function start(): Promise<void> {
  const config = readConfig();
  const served = await loadPolicy(config.policyDir, clock());
  const opened = await openStore(config.mongodbUri, served, clock());
  const server = await startServer({
    config,
    store: opened.store,
    served: () => served,
    clock,
    log: makeLog(config.logLevel),
    graphiql: hasPage(config) ? pageAbout(opened) : null,
  });
  endWith(async () => {
    await server.stop();
    await opened.store.close();
  });
  const example = opened.examples[0]?.profile.id ?? null;
  for (const line of greeting({ config, served, server, example })) process.stdout.write(`${line}\n`);
}

/** Stops in order at the first signal; a second one ends the process at once. */
function endWith(stop: () => Promise<void>): void {
  const end = (): void => void stop().then(() => process.exit(0));
  process.once("SIGTERM", end);
  process.once("SIGINT", end);
}

function clock(): Instant {
  return Date.now() as Instant;
}

function pageAbout({ examples }: OpenStore): string {
  const later = formatDate(addDays(dateAt(clock(), LATEST_MIDNIGHT), 6 * YEAR));
  const ids = examples.map(({ profile }) => profile.id);
  return graphiqlPage(exampleViewers(examples).map(asRouterSays), exampleQueries(ids, `${later}T00:00:00Z`));
}

/** What whoever starts the service can do something about, in one message without a stack; null: a fault of ours. */
function refusalOf(error: unknown): string | null {
  if (error instanceof ConfigError || error instanceof StartRefused || error instanceof MongoUriInvalid)
    return error.message;
  if (error instanceof Error && "code" in error && error.code === "EADDRINUSE" && "port" in error) {
    return `port \`${String(error.port)}\` is in use: stop what uses it, or choose another \`PORT\` or \`METRICS_PORT\``;
  }
  return null;
}

try {
  await start();
} catch (error) {
  const refusal = refusalOf(error);
  if (refusal === null) throw error;
  process.stderr.write(`${refusal}\n`);
  process.exit(1);
}
