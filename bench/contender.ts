// One contender in a process of its own, so that none collects another's garbage. Prints its address when it serves.
import { ApolloServer } from "@apollo/server";
import { startStandaloneServer } from "@apollo/server/standalone";
import { pino } from "pino";
import { readConfig } from "../src/config.js";
import type { Instant } from "../src/policy/calendar.js";
import { deadlineIn } from "../src/profiles/deadline.js";
import { profileLoader } from "../src/profiles/profile-loader.js";
import { startServer } from "../src/server.js";
import { loadPolicy } from "../src/server/load-policy.js";
import type { RequestContext } from "../src/subgraph/context.js";
import { People } from "../src/subgraph/people.js";
import { buildSchema } from "../src/subgraph/schema.js";
import { crowdStore } from "./crowd-store.js";
import { CROWD } from "./selections.js";

const clock = () => Date.now() as Instant;
const { served } = await loadPolicy("policies", clock());
const store = crowdStore(CROWD);

const CONTENDERS: Readonly<Record<string, () => Promise<string>>> = {
  async service() {
    const config = readConfig({ PORT: "0", METRICS_PORT: "0" });
    const log = pino({ level: "silent" });
    const { url } = await startServer({
      config,
      store,
      served: () => served,
      operations: null,
      clock,
      log,
      graphiql: null,
    });
    return `${url}/graphql`;
  },

  /** The same schema and resolvers on a server as its own documentation starts it. */
  async "plain-apollo"() {
    const apollo = new ApolloServer<RequestContext>({ schema: buildSchema() });
    const { url } = await startStandaloneServer(apollo, {
      listen: { port: 0, host: "127.0.0.1" },
      context: async () => {
        const viewer = { id: null, scopes: new Set(["youth-safety:read", "youth-safety:age"]) };
        const loader = profileLoader(store, deadlineIn(3_000), CROWD);
        const now = clock();
        const people = new People((id) => loader.load(id), viewer, served, now);
        return { viewer, now, served, people, language: "en", wordedIn: new Set<string>() };
      },
    });
    return url;
  },
};

const start = CONTENDERS[process.argv[2] ?? ""];
if (!start) throw new Error(`name a contender: ${Object.keys(CONTENDERS).join(", ")}`);
process.stdout.write(`${await start()}\n`);
