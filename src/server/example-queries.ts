import type { ExampleQuery } from "./graphiql.js";

const PAGE = `# What protects somebody, and what may they do? Choose below as whom to ask.
query Page($people: [_Any!]!) {
  _entities(representations: $people) {
    ... on User {
      id
      safetySettings {
        id
        validUntil
        all { id key label summary locked decidedBy reason { id code text } }
      }
      featureAccess {
        id
        all { id key label access reason { id code text } unlocks { reaches steps { kind text } } }
      }
    }
  }
}
`;

const BUTTON = `# Which of these people may go LIVE? Choose below a service that may read.
query Button($ids: [ID!]!) {
  safetyUsers(ids: $ids) {
    id
    featureAccess { id liveStreaming { id allowed minimumAge } }
  }
}
`;

const LATER = `# What changes by another day, with nobody acting? For the person, their guardian, or a service that may know ages.
query Later($people: [_Any!]!, $at: DateTime!) {
  _entities(representations: $people) {
    ... on User {
      safetyPreview(at: $at) {
        id
        at
        features { id all { id key access reason { id text } } }
      }
    }
  }
}
`;

const RULES = `# What the rules say in one place, by age. For everyone.
query Rules($region: String) {
  safetyPolicy {
    label
    table(region: $region) {
      on
      rows { item { key label } cells { fromAge untilAge default allowed reason { text } } }
    }
  }
}
`;

/** Queries to start from, about these people; `later` is an instant of the years to come. */
export function exampleQueries(ids: readonly string[], later: string): readonly ExampleQuery[] {
  const people = ids.slice(0, 1).map((id) => ({ __typename: "User", id }));
  return [
    { query: PAGE, variables: { people } },
    { query: BUTTON, variables: { ids: ids.slice(0, 10) } },
    { query: LATER, variables: { people, at: later } },
    { query: RULES, variables: { region: "US-CA" } },
  ];
}
