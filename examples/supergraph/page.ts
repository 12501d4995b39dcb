import { graphiqlPage } from "../../src/server/graphiql.js";
import type { ExamplePerson } from "./people.js";
import { signIn, type Viewer } from "./sign-in.js";

const SERVICE: Viewer = { id: null, scopes: ["youth-safety:read"] };

const QUERIES = [
  `# Posts with their authors: one request to each subgraph, however many posts. As a service that may read: choose below.
query Authors {
  posts(first: 10) {
    id
    caption
    author {
      id
      name
      featureAccess { id liveStreaming { id allowed reason { id code } } }
    }
  }
}
`,
  `# What protects me? As one of the people.
query Me {
  me {
    id
    name
    safetySettings {
      id
      validUntil
      directMessages { id value allowed decidedBy reason { id text } }
      dailyScreenTime { id summary decidedBy }
    }
  }
}
`,
  `# A guardian, and a stranger: ask as dana, who guards Maya, then as noah.
query Maya {
  user(id: "maya") {
    id
    name
    safetySettings { id dailyScreenTime { id summary guardianLimits { id valueLabel } } }
  }
}
`,
];

/** A page to ask the supergraph from a browser, offline, as any of these people, signed in with tokens of their own. */
export async function supergraphPage(people: readonly ExamplePerson[], tokenKey: string): Promise<string> {
  const bearer = async (viewer: Viewer) => ({ authorization: `Bearer ${await signIn(viewer, tokenKey)}` });
  const services = [{ label: `A service that may read (${SERVICE.scopes.join(" ")})`, headers: await bearer(SERVICE) }];
  const selves = people.map(async ({ id, about }) => ({
    label: `${id}: ${about}`,
    headers: await bearer({ id, scopes: [] }),
  }));
  return graphiqlPage([...services, ...(await Promise.all(selves)), { label: "Nobody", headers: {} }], QUERIES);
}
