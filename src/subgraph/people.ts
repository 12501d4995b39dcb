import type { Instant } from "../policy/calendar.js";
import type { Profile } from "../profiles/profile.js";
import { parseUserId, type UserId } from "../profiles/user-id.js";
import { activeGuardians } from "../profiles/guardian-decisions.js";
import { fieldError } from "./errors.js";
import { currentScope, previewScope } from "./ids.js";
import { Person } from "./person.js";
import { readSubject, type ServedPolicy } from "./served-policy.js";
import { assertMayRead, assertSomebody, mayRead, relationOf, type SafetyScope, type Viewer } from "./viewer.js";

/** Reads a person's profile, null when nothing is known; reads of one tick are one, and each person is read once a request. */
export type ReadProfile = (userId: UserId) => Promise<Profile | null>;

/** The people of one request, each seen as its viewer may see them, at its one instant and by its one policy. */
export class People {
  readonly #read: ReadProfile;
  readonly #viewer: Viewer;
  readonly #served: ServedPolicy;
  readonly #now: Instant;
  readonly #seen = new Map<string, Promise<Person>>();

  constructor(read: ReadProfile, viewer: Viewer, served: ServedPolicy, now: Instant) {
    this.#read = read;
    this.#viewer = viewer;
    this.#served = served;
    this.#now = now;
  }

  /** A person's answers now. Rejects with UNAUTHENTICATED, FORBIDDEN or what the read rejects with. */
  now(userId: string): Promise<Person> {
    let person = this.#seen.get(userId);
    if (!person) this.#seen.set(userId, (person = this.#see(userId, "youth-safety:read", null)));
    return person;
  }

  /** A person's answers at another instant, inside the policy's coverage. Rejects like `now`. */
  at(userId: string, at: Instant): Promise<Person> {
    return this.#see(userId, "youth-safety:age", at);
  }

  /** Everybody whose answers now were asked for and given, once all are; whoever may not be read about is not among them. */
  async answered(): Promise<readonly Person[]> {
    const seen = await Promise.allSettled(this.#seen.values());
    return seen.flatMap((person) => (person.status === "fulfilled" ? [person.value] : []));
  }

  async #see(userId: string, scope: SafetyScope, previewAt: Instant | null): Promise<Person> {
    assertSomebody(this.#viewer);
    // A service is nobody's guardian: without the scope it is refused before anything is read.
    if (this.#viewer.id === null) assertMayRead(this.#viewer, "other", scope);
    const profile = await this.#read(readableId(userId));
    const relation = relationOf(this.#viewer, userId, activeGuardians(profile?.guardians ?? []));
    assertMayRead(this.#viewer, relation, scope);
    const at = previewAt ?? this.#now;
    const { subject, choices } = readSubject(this.#served, profile, at);
    const decisions = this.#served.policy.decide(subject, choices, at);
    const sight = { relation, dates: mayRead(this.#viewer, relation, "youth-safety:age") };
    const idScope = previewAt === null ? currentScope(userId) : previewScope(userId, previewAt);
    return new Person(userId, profile, decisions, this.#served, sight, idScope);
  }
}

function readableId(text: string): UserId {
  const id = parseUserId(text);
  if (id === null) throw fieldError("BAD_USER_INPUT", "a user's id is 1 to 128 printable characters without spaces");
  return id;
}
