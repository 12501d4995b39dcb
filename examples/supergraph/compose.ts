import { composeServices } from "@apollo/composition";
import { parse } from "graphql";

/** One subgraph: its name in the supergraph, where it answers, and its contract. */
export interface Subgraph {
  readonly name: string;
  readonly url: string;
  readonly sdl: string;
}

/** Composes a supergraph that every router can read. Throws one error that lists everything that does not fit together. */
export function composeSupergraph(subgraphs: readonly Subgraph[]): string {
  const services = subgraphs.map(({ name, url, sdl }) => ({ name, url, typeDefs: parse(sdl) }));
  const { supergraphSdl, errors } = composeServices(services);
  if (errors) throw new Error(["the subgraphs do not compose:", ...errors.map(({ message }) => message)].join("\n"));
  return supergraphSdl;
}
