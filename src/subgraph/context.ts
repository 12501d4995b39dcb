import type { Instant } from "../policy/calendar.js";
import type { People } from "./people.js";
import type { ServedPolicy } from "./served-policy.js";
import type { Viewer } from "./viewer.js";

/** What resolvers know of the request they answer. */
export interface RequestContext {
  readonly viewer: Viewer;
  /** The one reading of the clock. */
  readonly now: Instant;
  readonly served: ServedPolicy;
  readonly people: People;
  /** The language of texts where a field does not ask for one: a tag of the policy's texts, by the request's Accept-Language. */
  readonly language: string;
}

/** A `User` as a router refers to it. Whether the person exists is the accounts subgraph's business. */
export interface UserReference {
  readonly id: string;
}
