import { readFileSync } from "node:fs";
import { buildSubgraphSchema } from "@apollo/subgraph";
import { GraphQLError, parse, type GraphQLSchema } from "graphql";

/** The contract of the content subgraph. */
export const CONTENT_SDL = readFileSync(new URL("content.graphql", import.meta.url), "utf8");

const MOST = 1_000;

/** The subgraph that knows who posted what. Each of `authors` has posted once, the first of them last. */
export function contentSubgraph(authors: readonly string[]): GraphQLSchema {
  const newest = authors.map((id, index) => ({
    id: `post-${index + 1}`,
    caption: `Day ${index + 1}`,
    // A reference, and no more: who this is, is the accounts subgraph's to say, and what protects them is the youth-safety subgraph's.
    author: { id },
  }));
  const resolvers = {
    Query: {
      posts: (_: unknown, { first }: { readonly first: number }) => {
        if (first < 0 || first > MOST) throw badInput(`\`first\` is ${first}: ask for 0 to ${MOST}`);
        return newest.slice(0, first);
      },
    },
    Post: { __resolveReference: async ({ id }: { readonly id: string }) => newest.find((post) => post.id === id) },
  };
  return buildSubgraphSchema([{ typeDefs: parse(CONTENT_SDL), resolvers }]);
}

function badInput(message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: "BAD_USER_INPUT" } });
}
