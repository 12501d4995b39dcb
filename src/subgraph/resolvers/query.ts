import type { Resolvers } from "../generated/resolvers-types.js";
import { assertMayRead, assertSomebody } from "../viewer.js";

/** Resolvers of the root. `_entities` and `_service` are the federation library's. */
export const queries: Pick<Resolvers, "Query"> = {
  Query: {
    safetyPolicy: (_root, _args, { served }) => served,
    safetyUsers: (_root, { ids }, { viewer }) => {
      assertSomebody(viewer);
      assertMayRead(viewer, "other", "youth-safety:read");
      return ids.map((id) => ({ id }));
    },
  },
};
