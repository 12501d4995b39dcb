import type { RunningGateway } from "../../examples/supergraph/gateway.js";
import { ask, SERVICE } from "./ask-gateway.js";
import { startApolloGateway } from "./apollo-gateway-under-test.js";
import { SHARED_SECRET, startSubgraphs, type SupergraphUnderTest } from "./supergraph-under-test.js";

let graph: SupergraphUnderTest;
let gateway: RunningGateway;
beforeAll(async () => {
  graph = await startSubgraphs({ ROUTER_SECRETS: SHARED_SECRET, MAX_REPRESENTATIONS: "10" });
  gateway = await startApolloGateway(graph.supergraph, { secret: SHARED_SECRET, patience: 20_000 });
}, 120_000);
afterAll(async () => {
  await gateway.stop();
  await graph.stop();
});

/** A part of a plan, as Apollo Gateway tells it. */
type PlanNode =
  | { readonly kind: "Sequence" | "Parallel"; readonly nodes: readonly PlanNode[] }
  | { readonly kind: "Flatten"; readonly path: readonly string[]; readonly node: PlanNode }
  | { readonly kind: "Fetch"; readonly serviceName: string; readonly operation: string };

/** Who is asked for what, e.g. `accounts, then youth-safety for users.@`; `and` is at the same time. */
async function planOf(query: string): Promise<string> {
  const headers = { "apollo-query-plan-experimental": "1", "apollo-query-plan-experimental-format": "internal" };
  const { extensions, errors } = await ask(gateway.url, query, SERVICE, {}, headers);
  expect(errors).toEqual([]);
  const plan = extensions?.["__queryPlanExperimental"] as { readonly node: PlanNode };
  return told(plan.node);
}

function told(node: PlanNode): string {
  switch (node.kind) {
    case "Sequence":
      return node.nodes.map(told).join(", then ");
    case "Parallel":
      return node.nodes.map(told).toSorted().join(" and ");
    case "Flatten":
      return `${told(node.node)} for ${node.path.join(".")}`;
    case "Fetch":
      return node.serviceName;
    default:
      return node satisfies never;
  }
}

const BOTH = "safetySettings { id directMessages { value } } featureAccess { id liveStreaming { allowed } }";

test.each([
  ["people of accounts", `{ users(ids: ["maya"]) { id name ${BOTH} } }`, "accounts, then youth-safety for users.@"],
  ["one of them", `{ user(id: "maya") { name ${BOTH} } }`, "accounts, then youth-safety for user"],
  [
    "authors, without what accounts knows",
    `{ posts(first: 3) { author { id ${BOTH} } } }`,
    "content, then youth-safety for posts.@.author",
  ],
  [
    "authors with their names: two at the same time",
    `{ posts(first: 3) { author { name ${BOTH} } } }`,
    "content, then accounts for posts.@.author and youth-safety for posts.@.author",
  ],
  ["people of this subgraph", `{ safetyUsers(ids: ["maya"]) { id ${BOTH} } }`, "youth-safety"],
  ["their names", `{ safetyUsers(ids: ["maya"]) { name ${BOTH} } }`, "youth-safety, then accounts for safetyUsers.@"],
  [
    "whoever limited something",
    '{ user(id: "maya") { safetySettings { dailyScreenTime { guardianLimits { guardian { id } } } } } }',
    "accounts, then youth-safety for user",
  ],
  ["the rules", "{ safetyPolicy { label } }", "youth-safety"],
  ["nothing of ours", "{ posts(first: 1) { author { name } } }", "content, then accounts for posts.@.author"],
])("the plan for %s has no extra hop", async (_, query, plan) => {
  expect(await planOf(query)).toBe(plan);
});

test("a coded refusal of a whole request that a client can act on is passed on", async () => {
  const { data, errors } = await ask(gateway.url, "{ posts { id author { id name safetySettings { id } } } }", SERVICE);
  expect(data?.posts?.map(({ author }) => author?.name).at(-1)).toBe("Called person-19");
  expect(errors.map(({ message, extensions }) => [message, extensions["code"]])).toEqual([
    ["20 representations in one request; at most 10 are answered", "TOO_MANY_REPRESENTATIONS"],
  ]);
});

test("accounts and content keep to their own limits", async () => {
  const ids = Array.from({ length: 1_001 }, (_, index) => `person-${index}`);
  const users = await ask(gateway.url, "query ($ids: [ID!]!) { users(ids: $ids) { id } }", SERVICE, { ids });
  expect([users.data?.users, users.errors[0]?.extensions["code"]]).toEqual([null, "BAD_USER_INPUT"]);
  for (const first of [1_001, -1]) {
    const { data, errors } = await ask(gateway.url, `{ posts(first: ${first}) { id } }`, SERVICE);
    expect([data?.posts, errors[0]?.extensions["code"]]).toEqual([null, "BAD_USER_INPUT"]);
  }
});
