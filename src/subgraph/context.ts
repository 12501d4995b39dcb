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
  /** The locale of texts where a field does not ask for one, by the request's Accept-Language: a BCP 47 tag that some text is in. */
  readonly language: string;
  /** The languages of the texts in the answer so far. */
  readonly wordedIn: Set<string>;
}

/** A `User` as a router refers to it. Whether the person exists is the accounts subgraph's business. */
export interface UserReference {
  readonly id: string;
}
