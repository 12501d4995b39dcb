import { Writable } from "node:stream";
import { readConfig, type Config } from "../../src/config.js";
import { compilePolicy } from "../../src/policy/compile.js";
import type { Instant } from "../../src/policy/calendar.js";
import { readPolicyFolder } from "../../src/policy-folder.js";
import type { ProfileStore } from "../../src/profiles/profile-store.js";
import { startServer, type PolicyOperations, type RunningServer } from "../../src/server.js";
import { makeLog } from "../../src/server/log.js";
import type { Query, User } from "../../src/subgraph/generated/resolvers-types.js";
import type { ServedPolicy } from "../../src/subgraph/served-policy.js";
import { NOW, storeOfPeople } from "./people.js";

/** An answer over HTTP. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** What a query answered with, by the types of the contract; only what was asked for is there. */
  readonly data: Data | null;
  /** The people that were asked for, by `_entities` or `safetyUsers`. */
  readonly people: readonly User[];
  readonly errors: readonly AnswerError[];
}

/** The root fields. */
export type Data = Partial<Query> & { readonly _entities?: readonly User[] };

/** An error of an answer. */
export interface AnswerError {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly extensions: Readonly<Record<string, unknown>>;
}

/** A whole service on ports of its own, and what can be asked of it. */
export interface Service extends RunningServer {
  /** Sends a query; headers as a router would send them. */
  ask(query: string, variables?: object, headers?: Readonly<Record<string, string>>): Promise<Answer>;
  /** Sends anything to `/graphql`. */
  send(init: RequestInit, path?: string): Promise<Answer>;
  /** How many ids each read of the store asked for. */
  readonly reads: number[];
  /** What has been logged, as text. */
  logged(): string;
}

/** What can be different from the usual. */
export interface ServiceOptions {
  readonly environment?: Readonly<Record<string, string>>;
  readonly store?: ProfileStore;
  readonly clock?: () => Instant;
  readonly served?: () => ServedPolicy;
  readonly operations?: PolicyOperations;
  readonly graphiql?: string;
}

const started: RunningServer[] = [];
// A test that fails must not leave a server behind, for which the run would wait for ever.
afterAll(() => Promise.all(started.map((server) => server.stop())));

/** The policy of this repository, as it is served. */
export const theServed: ServedPolicy = await thePolicy();

/** Starts a service over HTTP with the people of `people.ts`. */
export async function startService(options: ServiceOptions = {}): Promise<Service> {
  const config = configOf(options.environment);
  const reads: number[] = [];
  const store = counted(options.store ?? storeOfPeople(), reads);
  let lines = "";
  const sink = new Writable({
    write(chunk: Buffer, _encoding, done) {
      lines += chunk.toString();
      done();
    },
  });
  const server = await startServer({
    config,
    store,
    served: options.served ?? (() => theServed),
    operations: options.operations ?? null,
    clock: options.clock ?? (() => NOW),
    log: makeLog("info", sink),
    graphiql: options.graphiql ?? null,
  });
  started.push(server);
  const send = async (init: RequestInit, path = "/graphql"): Promise<Answer> => {
    const response = await fetch(server.url + path, init);
    const { status, headers } = response;
    const text = await response.text();
    const isJson = headers.get("content-type")?.includes("json") === true && text !== "";
    const { data = null, errors = [] } = (isJson ? JSON.parse(text) : {}) as Partial<Answer>;
    return { status, headers, text, data, people: data?._entities ?? data?.safetyUsers ?? [], errors };
  };
  const ask: Service["ask"] = (query, variables = {}, headers = {}) =>
    send({
      method: "POST",
      headers: { "content-type": "application/json", ...headers },
      body: JSON.stringify({ query, variables }),
    });
  return { ...server, ask, send, reads, logged: () => lines };
}

/** The configuration of a test: any free port, and what the environment says. */
export function configOf(environment: Readonly<Record<string, string>> = {}): Config {
  return readConfig({ NODE_ENV: "test", PORT: "0", METRICS_PORT: "0", ...environment });
}

/** The variables of an `_entities` request. */
export function users(...ids: readonly string[]): { representations: readonly object[] } {
  return { representations: ids.map((id) => ({ __typename: "User", id })) };
}

/** Headers of a person who asks. */
export function as(id: string): Readonly<Record<string, string>> {
  return { "x-viewer-id": id };
}

/** Headers of a service with scopes. */
export function service(...scopes: readonly string[]): Readonly<Record<string, string>> {
  return { "x-viewer-scopes": scopes.join(" ") };
}

async function thePolicy(): Promise<ServedPolicy> {
  const folder = await readPolicyFolder("policies");
  if (!folder.ok) throw new Error(folder.problems.map(({ message }) => message).join("\n"));
  const { documents, texts, revision } = folder;
  return { policy: compilePolicy(documents), texts, ...revision, activeSince: NOW };
}

function counted(store: ProfileStore, reads: number[]): ProfileStore {
  return {
    find: (ids, deadline) => {
      reads.push(ids.length);
      return store.find(ids, deadline);
    },
    put: (profiles) => store.put(profiles),
    ping: (deadline) => store.ping(deadline),
    close: () => store.close(),
  };
}
