import type { RunningGateway } from "../examples/supergraph/gateway.js";
import { MongoProfileStore } from "../src/profiles/mongo-profile-store.js";
import { openOwnDatabase, uriOfTestRun, type OwnDatabase } from "./documentdb/own-database.js";
import { idOf } from "./profiles/profile-of.js";
import { withDatabase } from "./profiles/stores-under-test.js";
import { maya, noah } from "./server/people.js";
import { startApolloGateway } from "./supergraph/apollo-gateway-under-test.js";
import { ask, codesOf, person, SERVICE } from "./supergraph/ask-gateway.js";
import {
  CROWD,
  SAFETY,
  SHARED_SECRET,
  startSubgraphs,
  type SupergraphUnderTest,
} from "./supergraph/supergraph-under-test.js";

const PROOF = { ROUTER_SECRETS: SHARED_SECRET };
const NOWHERE = "mongodb://127.0.0.1:9/people";
const START = 120_000;

let own: OwnDatabase;
const graphs: SupergraphUnderTest[] = [];
const gateways: RunningGateway[] = [];
beforeAll(async () => {
  own = await openOwnDatabase();
}, START);
afterAll(async () => {
  for (const part of [...gateways, ...graphs]) await part.stop();
  await own.close();
}, START);

async function supergraphOver(store: MongoProfileStore, environment: Readonly<Record<string, string>> = {}) {
  const graph = await startSubgraphs({ ...PROOF, ...environment }, store);
  graphs.push(graph);
  const gateway = await startApolloGateway(graph.supergraph, { secret: SHARED_SECRET, patience: 60_000 });
  gateways.push(gateway);
  return { graph, url: gateway.url };
}

test(
  "1,000 authors are one request to this subgraph and one read of the database",
  async () => {
    const store = new MongoProfileStore(withDatabase(uriOfTestRun(), own.db.databaseName));
    await store.put([maya, ...CROWD.map((id) => ({ ...noah, id: idOf(id) }))]);
    const { graph, url } = await supergraphOver(store, { DEADLINE_MS: "60000" });
    const query = "{ posts(first: 1000) { author { name featureAccess { liveStreaming { reason { code } } } } } }";
    const { data, errors } = await ask(url, query, SERVICE);
    expect(errors).toEqual([]);
    expect(data?.posts?.map(({ author }) => author)).toEqual(
      CROWD.map((id) => ({
        name: `Called ${id}`,
        featureAccess: { liveStreaming: { reason: { code: "BELOW_MINIMUM_AGE" } } },
      })),
    );
    expect(graph.calls.filter(({ subgraph }) => subgraph === SAFETY)).toHaveLength(1);
    expect(graph.safety.reads).toEqual([1_000]);

    const herOwn = await ask(url, "{ me { safetySettings { directMessages { value } } } }", person("maya"));
    expect(herOwn.data).toEqual({ me: { safetySettings: { directMessages: { value: "NO_ONE" } } } });
    await store.close();
  },
  START,
);

test(
  "the database is away: this subgraph says so for each person, and names still arrive",
  async () => {
    const store = new MongoProfileStore(NOWHERE);
    const { url } = await supergraphOver(store, { DEADLINE_MS: "500" });
    const { data, errors } = await ask(url, '{ users(ids: ["maya", "ava"]) { name safetySettings { id } } }', SERVICE);
    expect(data?.users).toEqual([
      { name: "Called maya", safetySettings: null },
      { name: "Called ava", safetySettings: null },
    ]);
    expect(codesOf(errors)).toEqual(["SAFETY_DATA_UNAVAILABLE"]);
    expect(errors.map(({ path }) => path?.join("."))).toEqual(["users.0.safetySettings", "users.1.safetySettings"]);
    await store.close();
  },
  START,
);
