import type { Person } from "../profiles/person-form.js";
import type { ExampleViewer } from "./graphiql.js";

const READ = "youth-safety:read";
const AGE = "youth-safety:age";

const OTHERS: readonly ExampleViewer[] = [
  { label: `A service that may read (${READ})`, id: "", scopes: READ },
  { label: `A service that may read and know ages (${READ} ${AGE})`, id: "", scopes: `${READ} ${AGE}` },
  { label: "Nobody", id: "", scopes: "" },
];

/** As whom the page can ask: the example people, guardians who are none of them, services, and nobody. */
export function exampleViewers(people: readonly Person[]): readonly ExampleViewer[] {
  const selves = people.map(({ profile: { id }, about }) => ({
    label: about === null ? id : `${id}: ${about}`,
    id,
    scopes: "",
  }));
  return [...selves, ...guardiansOf(people), ...OTHERS];
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
