import { composeSchemaContract } from "@theguild/federation-composition";
import type { Subgraph } from "./subgraph.js";

/** What carries this tag is for services only: apps never see it. */
export const INTERNAL_TAG = "internal";

/** The graph that apps see, as SDL, or why there is none. */
export type PublicVariant = { readonly sdl: string } | { readonly errors: readonly string[] };

/** Builds the contract variant for apps: the graph without what is tagged `internal`, and without types that nothing leads to any longer. */
export function publicVariant(subgraphs: readonly Subgraph[]): PublicVariant {
  const services = subgraphs.map(({ name, typeDefs }) => ({ name, typeDefs }));
  const result = composeSchemaContract(services, { include: new Set(), exclude: new Set([INTERNAL_TAG]) }, true);
  if (result.publicSdl === undefined) return { errors: result.errors.map(({ message }) => message) };
  return { sdl: result.publicSdl };
}
