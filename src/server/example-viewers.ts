import type { Person } from "../profiles/person-form.js";
import type { PageViewer } from "./graphiql.js";

/** Somebody to ask as. */
export interface ExampleViewer {
  /** Who it is, e.g. `maya: 12, California`. */
  readonly label: string;
  /** The signed-in person; empty: nobody is signed in. */
  readonly id: string;
  /** Scopes, separated by spaces; empty: none. */
  readonly scopes: string;
}

const READ = "youth-safety:read";
const AGE = "youth-safety:age";

const OTHERS: readonly ExampleViewer[] = [
  { label: `A service that may read (${READ})`, id: "", scopes: READ },
  { label: `A service that may read and know ages (${READ} ${AGE})`, id: "", scopes: `${READ} ${AGE}` },
  { label: "Nobody", id: "", scopes: "" },
];

/** As whom one can ask: the example people, guardians who are none of them, services, and nobody. */
export function exampleViewers(people: readonly Person[]): readonly ExampleViewer[] {
  const selves = people.map(({ profile: { id }, about }) => ({
    label: about === null ? id : `${id}: ${about}`,
    id,
    scopes: "",
  }));
  return [...selves, ...guardiansOf(people), ...OTHERS];
}

/** A viewer whom the page names to the service itself, by the headers that a router would send. */
export function asRouterSays({ label, id, scopes }: ExampleViewer): PageViewer {
  return { label, headers: { ...(id && { "x-viewer-id": id }), ...(scopes && { "x-viewer-scopes": scopes }) } };
}

function guardiansOf(people: readonly Person[]): readonly ExampleViewer[] {
  const wards = new Map<string, string[]>();
  for (const { profile } of people) {
    for (const { guardian, state } of profile.guardians) {
      if (state === "ACTIVE") wards.set(guardian, [...(wards.get(guardian) ?? []), profile.id]);
    }
  }
  for (const { profile } of people) wards.delete(profile.id);
  return [...wards].map(([id, ids]) => ({ label: `${id}: guards ${ids.join(", ")}`, id, scopes: "" }));
}
