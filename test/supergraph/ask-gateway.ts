import { signIn, type Viewer } from "../../examples/supergraph/sign-in.js";
import type { AnswerError } from "../server/service.js";
import { TOKEN_KEY } from "./supergraph-under-test.js";

/** What a gateway answers with. */
export interface GraphAnswer {
  readonly status: number;
  readonly text: string;
  readonly data: GraphData | null;
  readonly errors: readonly AnswerError[];
  readonly extensions?: Readonly<Record<string, unknown>>;
}

/** Only what was asked for is there. */
export interface GraphData {
  readonly me?: GraphPerson | null;
  readonly user?: GraphPerson | null;
  readonly users?: readonly (GraphPerson | null)[] | null;
  readonly safetyUsers?: readonly GraphPerson[] | null;
  readonly safetyPolicy?: { readonly label: string } | null;
  readonly posts?: readonly { readonly id: string; readonly author: GraphPerson | null }[] | null;
}

interface GraphPerson {
  readonly id: string;
  readonly name: string;
  readonly safetySettings?: { readonly directMessages: { readonly value: string } } | null;
  readonly featureAccess?: { readonly liveStreaming: { readonly allowed: boolean } } | null;
}

/** Nobody is signed in. */
export const NOBODY: Viewer = { id: null, scopes: [] };
/** A service that may read about everybody. */
export const SERVICE: Viewer = { id: null, scopes: ["youth-safety:read"] };
/** Somebody who is signed in. */
export const person = (id: string): Viewer => ({ id, scopes: [] });

/** Asks a gateway as a client does: with a token, if with anything. */
export async function ask(
  url: string,
  query: string,
  viewer: Viewer,
  variables: object = {},
  headers: Readonly<Record<string, string>> = {},
): Promise<GraphAnswer> {
  const token = viewer === NOBODY ? {} : { authorization: `Bearer ${await signIn(viewer, TOKEN_KEY)}` };
  const response = await fetch(`${url}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json", ...token, ...headers },
    body: JSON.stringify({ query, variables }),
  });
  const text = await response.text();
  const { data = null, errors = [], ...rest } = JSON.parse(text) as Partial<GraphAnswer>;
  return { ...rest, status: response.status, text, data, errors };
}

/** The codes of some errors, each once. */
export function codesOf(errors: readonly AnswerError[]): readonly unknown[] {
  return [...new Set(errors.map(({ extensions }) => extensions["code"]))];
}
