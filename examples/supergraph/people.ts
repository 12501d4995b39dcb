import { readFileSync } from "node:fs";
import { parse } from "yaml";
import type { Account } from "./accounts.js";

/** Somebody to try the supergraph with. */
export interface ExamplePerson extends Account {
  /** What is special about them. */
  readonly about: string;
}

/** The people of `examples/people.yaml`, who are also those that the youth-safety subgraph serves without a database. */
export function examplePeople(): readonly ExamplePerson[] {
  const file = readFileSync(new URL("../people.yaml", import.meta.url), "utf8");
  // The youth-safety subgraph checks the file when it starts; here only names count.
  const people = parse(file) as readonly { readonly id: string; readonly about: string }[];
  return people.map(({ id, about }) => ({ id, name: id.charAt(0).toUpperCase() + id.slice(1), about }));
}
