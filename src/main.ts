import { closeSync, openSync } from "node:fs";
import type { Logger } from "pino";
import { ConfigError, readConfig, type Config } from "./config.js";
import { addDays, dateAt, formatDate, LATEST_MIDNIGHT, type Instant } from "./policy/calendar.js";
import { MongoUriInvalid } from "./profiles/mongo-profile-store.js";
import { startServer, type PolicyOperations } from "./server.js";
import { exampleQueries } from "./server/example-queries.js";
import { asRouterSays, exampleViewers } from "./server/example-viewers.js";
import { logFault } from "./server/fault-log.js";
import { graphiqlPage } from "./server/graphiql.js";
import { greeting, hasPage } from "./server/greeting.js";
import { loadPolicy, type LoadedPolicy } from "./server/load-policy.js";
import { makeLog } from "./server/log.js";
import { openStore, type OpenStore } from "./server/open-store.js";
import { admitApart } from "./server/policy-admission-apart.js";
import { PolicyControl } from "./server/policy-control.js";
import { PolicyHistory } from "./server/policy-history.js";
import { PolicyShadow } from "./server/policy-shadow.js";
import { watchPolicyFolder } from "./server/policy-watch.js";
import { StartRefused } from "./server/start-refused.js";

const YEAR = 365;

async function start(): Promise<void> {
  const config = readConfig();
  const log = makeLog(config.logLevel);
  const loaded = await loadPolicy(config.policyDir, clock());
  const opened = await openStore(config.mongodbUri, loaded.served, clock());
  const operations = await operationsOf(config, loaded, log);
  const { control } = operations;
  const server = await startServer({
    config,
    store: opened.store,
    served: control.served,
    operations,
    clock,
    log,
    graphiql: hasPage(config) ? pageAbout(opened) : null,
  });
  const watch = config.production ? null : watchPolicyFolder(config.policyDir, () => void control.reloadChanged());
  endWith(async () => {
    watch?.close();
    control.close();
    await server.stop();
    await opened.store.close();
  });
  const hangUp = (): void => {
    if (!isOrphaned()) return void control.reload("signal");
    // As if nobody listened: there is no way to end in order that Node survives without the terminal it began with.
    process.off("SIGHUP", hangUp);
    process.kill(process.pid, "SIGHUP");
  };
  process.on("SIGHUP", hangUp);
  const example = opened.examples[0]?.profile.id ?? null;
  const { served } = loaded;
  for (const line of greeting({ config, served, server, example })) process.stdout.write(`${line}\n`);
}

async function operationsOf(config: Config, loaded: LoadedPolicy, log: Logger): Promise<PolicyOperations> {
  const { policyDir, policyHistoryDir, shadow: candidate } = config;
  const shadow = new PolicyShadow({ share: candidate.share, clock, onFault: (error) => logFault(log, error) });
  const history = policyHistoryDir === null ? null : new PolicyHistory(policyHistoryDir);
  const parts = { folder: policyDir, shadowFolder: candidate.dir, history, shadow, admit: admitApart, clock, log };
  return { control: await PolicyControl.over(parts, loaded), shadow };
}

/** Whether the terminal that this was started from is gone: its signal then means the end, and not a reload. */
function isOrphaned(): boolean {
  if (!process.stdout.isTTY) return false;
  try {
    closeSync(openSync("/dev/tty", "r"));
    return false;
  } catch {
    return true;
  }
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
