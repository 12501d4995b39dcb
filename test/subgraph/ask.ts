import { graphql, type ExecutionResult } from "graphql";
import type { Instant } from "../../src/policy/calendar.js";
import { MemoryProfileStore } from "../../src/profiles/memory-profile-store.js";
import { profileLoader } from "../../src/profiles/profile-loader.js";
import type { Profile } from "../../src/profiles/profile.js";
import type { RequestContext } from "../../src/subgraph/context.js";
import { People } from "../../src/subgraph/people.js";
import { buildSchema } from "../../src/subgraph/schema.js";
import type { Viewer } from "../../src/subgraph/viewer.js";
import { NOW } from "../server/people.js";
import { theServed, type Data } from "../server/service.js";

/** The contract with its resolvers. */
export const schema = buildSchema();

/** What came of a question, by the types of the contract. */
export type Asked = ExecutionResult<Data>;

/** How a question is asked. */
export interface Asking {
  readonly viewer?: Viewer;
  readonly now?: Instant;
  readonly language?: string;
}

/** A person who asks. */
export function person(id: string): Viewer {
  return { id, scopes: new Set() };
}

/** A service that may read and know ages. */
export const ALL_KNOWING: Viewer = { id: null, scopes: new Set(["youth-safety:read", "youth-safety:age"]) };

/** Executes a query over people, without a server. */
export async function ask(
  profiles: readonly Profile[],
  query: string,
  asking: Asking = {},
  variableValues: Readonly<Record<string, unknown>> = {},
): Promise<Asked> {
  const { viewer = ALL_KNOWING, now = NOW, language = "en" } = asking;
  const store = new MemoryProfileStore();
  await store.put(profiles);
  const loader = profileLoader(store, { msLeft: () => 60_000 }, 1_000);
  const people = new People((id) => loader.load(id), viewer, theServed, now);
  const contextValue: RequestContext = { viewer, now, served: theServed, people, language, wordedIn: new Set() };
  return graphql({ schema, source: query, contextValue, variableValues });
}

/** Asks about one person, who has to be answered for without errors. */
export async function askAbout(profile: Profile, selection: string, asking: Asking = {}) {
  const { data, errors } = await ask([profile], aboutUser(profile.id, selection), asking);
  if (errors) throw new Error(errors.map(({ message }) => message).join("\n"));
  const user = data?._entities?.[0];
  if (!user) throw new Error("nobody was answered for");
  return user;
}

/** A question about one person. */
export function aboutUser(id: string, selection: string): string {
  return `{ _entities(representations: [{ __typename: "User", id: "${id}" }]) { ... on User { ${selection} } } }`;
}
