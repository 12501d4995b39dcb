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
  /** The request's Accept-Language as it came; empty when there is none. */
  readonly acceptLanguage: string;
}

/** A `User` as a router refers to it. Whether the person exists is the accounts subgraph's business. */
export interface UserReference {
  readonly id: string;
}
