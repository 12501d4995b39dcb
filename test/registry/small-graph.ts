/** A small contract of this subgraph, right in every way, and what is around it. */
export const CONTRACT = `extend schema
  @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@tag", "@cost", "@listSize"])

"A person."
type User @key(fields: "id") {
  "Who."
  id: ID!
  "What they may do."
  features: SmallFeatures @cost(weight: 2)
}

"What a person may do."
type SmallFeatures @cost(weight: 0) {
  "Unique over the graph."
  id: ID!
  "Go LIVE."
  live: Boolean!
  "Go LIVE, by its old name."
  goLive: Boolean! @deprecated(reason: "Use \`live\`. Removed on 2026-11-01.")
  "Why not."
  reason("Its language." locale: String): SmallReason!
  "Every feature."
  all: [SmallFeature!]! @listSize(assumedSize: 16)
}

"One feature."
type SmallFeature @cost(weight: 0) {
  "Its name."
  key: ID!
}

"Why not."
enum SmallReason {
  "Nothing stands in the way."
  ALLOWED
  "Too young."
  TOO_YOUNG
}

"Where reading starts."
type Query {
  "Many people."
  people("Who." ids: [ID!]!): [User!] @tag(name: "internal") @listSize(assumedSize: 100)
}
`;

/** The team that owns people. */
export const ACCOUNTS = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])

type User @key(fields: "id") {
  id: ID!
  name: String!
}

type Query {
  me: User
}
`;

/** What an app asks. */
export const SCREEN = `query Screen {
  me { id features { id ...Button } }
}
fragment Button on SmallFeatures { id live reason }
`;

/** What a service asks. */
export const BULK = "query Bulk($ids: [ID!]!) { people(ids: $ids) { id features { id live } } }\n";
