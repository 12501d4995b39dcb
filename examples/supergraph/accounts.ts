import { readFileSync } from "node:fs";
import { buildSubgraphSchema } from "@apollo/subgraph";
import { GraphQLError, parse, type GraphQLSchema } from "graphql";
import type { SubgraphContext } from "./serve-subgraph.js";

/** An account, as the accounts subgraph keeps it: it knows names, and nothing of ages. */
export interface Account {
  readonly id: string;
  readonly name: string;
}

/** The contract of the accounts subgraph. */
export const ACCOUNTS_SDL = readFileSync(new URL("accounts.graphql", import.meta.url), "utf8");

const MOST = 1_000;

/** The subgraph that owns `User`. */
export function accountsSubgraph(accounts: readonly Account[]): GraphQLSchema {
  const byId = new Map(accounts.map((account) => [account.id, account]));
  const find = (id: string): Account | null => byId.get(id) ?? null;
  const resolvers = {
    Query: {
      me: (_: unknown, _args: unknown, { viewerId }: SubgraphContext) => (viewerId === null ? null : find(viewerId)),
      user: (_: unknown, { id }: { readonly id: string }) => find(id),
      users: (_: unknown, { ids }: { readonly ids: readonly string[] }) => {
        if (ids.length > MOST) throw badInput(`\`ids\` has ${ids.length} entries: ask for at most ${MOST} at once`);
        return ids.map(find);
      },
    },
    // Async, although it waits for nothing: one that throws at once would make the whole answer null.
    User: { __resolveReference: async ({ id }: { readonly id: string }) => find(id) },
  };
  return buildSubgraphSchema([{ typeDefs: parse(ACCOUNTS_SDL), resolvers }]);
}

function badInput(message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: "BAD_USER_INPUT" } });
}
