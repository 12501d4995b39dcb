import { buildSchema, parse } from "graphql";
import { operationsOf } from "../../registry/client-operations.js";
import { demandOf } from "../../registry/demand.js";

const SUPERGRAPH = buildSchema(`
  directive @cost(weight: Int!) on ARGUMENT_DEFINITION | ENUM | FIELD_DEFINITION | OBJECT | SCALAR
  directive @listSize(assumedSize: Int, slicingArguments: [String!], sizedFields: [String!], requireOneSlicingArgument: Boolean = true) on FIELD_DEFINITION
  type Query {
    me: User
    users(ids: [ID!]!): [User] @listSize(assumedSize: 100)
    posts(first: Int! = 20, last: Int): [Post!] @listSize(slicingArguments: ["first", "last"], requireOneSlicingArgument: false)
    feed(first: Int!): Feed @listSize(slicingArguments: ["first"], sizedFields: ["items"])
    unsized: [Post!]
    search(text: String @cost(weight: 7)): User
    anything: Node
  }
  type Mutation { follow(id: ID!): User }
  interface Node { id: ID! }
  type User implements Node { id: ID! name: String! settings: Settings @cost(weight: 2) level: Level! score: Score! }
  type Settings @cost(weight: 0) { on: Boolean! all: [Row!]! @cost(weight: 0) @listSize(assumedSize: 16) }
  type Row @cost(weight: 3) { key: ID! owner: User }
  type Post { id: ID! author: User }
  type Feed { items: [Post!]! pinned: [Post!]! @listSize(assumedSize: 2) }
  enum Level @cost(weight: 4) { LOW HIGH }
  scalar Score @cost(weight: 5)
`);

function costOf(text: string): number {
  const document = parse(text);
  const [operation] = operationsOf(document);
  return operation ? demandOf(SUPERGRAPH, document, operation) : NaN;
}

test.each([
  ["an object is 1, its scalars nothing", "{ me { id name } }", 1],
  ["`__typename` is nothing", "{ __typename me { __typename } }", 1],
  ["an interface is 1", "{ anything { id } }", 1],
  ["the weight of a field", "{ me { settings { on } } }", 3],
  ["the weight of a type, where the field says nothing", "{ me { settings { all { owner { id } } } } }", 1 + 2 + 16],
  ["the weight of an enum and of a scalar", "{ me { level score } }", 1 + 4 + 5],
  ["a list is as many as it is assumed to be", "{ users(ids: []) { settings { on } } }", 100 * 3],
  ["a list of which nothing is said is a hundred", "{ unsized { id } }", 100],
  ["as many as are asked for", "{ posts(first: 5) { author { id } } }", 5 * 2],
  ["by the argument's default", "{ posts { id } }", 20],
  ["by the larger of two", "{ posts(first: 5, last: 50) { id } }", 50],
  ["by a variable's default", "query ($n: Int! = 3) { posts(first: $n) { id } }", 3],
  ["by a variable without one", "query ($n: Int!) { posts(first: $n) { id } }", 100],
  ["the fields below are sized by the one above", "{ feed(first: 30) { items { id } pinned { id } } }", 1 + 30 + 2],
  ["an argument that is given", '{ search(text: "x") { id } }', 1 + 7],
  ["an argument that is not", "{ search { id } }", 1],
  [
    "fragments count where they are spread",
    "{ me { ...F } ...Q } fragment F on User { settings { on } } fragment Q on Query { me { ...F } }",
    6,
  ],
  ["inline fragments count as written", "{ anything { ... on User { settings { on } } ... { id } } }", 1 + 2],
  ["aliases count each", "{ a: me { id } b: me { id } }", 2],
  ["a mutation is 10 to begin with", 'mutation { follow(id: "a") { id } }', 11],
])("%s", (_what, operation, cost) => {
  expect(costOf(operation)).toBe(cost);
});

test("directives count by their long names too, as supergraphs write them when two specifications share a name", () => {
  const schema = buildSchema(`
    directive @cost__listSize(assumedSize: Int) on FIELD_DEFINITION
    directive @cost__cost(weight: Int!) on FIELD_DEFINITION
    type Query { all: [Thing] @cost__listSize(assumedSize: 4) @cost__cost(weight: 2) }
    type Thing { id: ID! }
  `);
  const document = parse("{ all { id } }");
  const costs = operationsOf(document).map((operation) => demandOf(schema, document, operation));
  expect(costs).toEqual([8]);
});
