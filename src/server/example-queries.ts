/**
 * Queries to start from, about these people; `later` is an instant of the years to come. Whole in themselves, without
 * variables: the page does not show those of a query that it is given.
 */
export function exampleQueries(ids: readonly string[], later: string): readonly string[] {
  const [first = "nobody"] = ids;
  return [page(first), button(ids.slice(0, 10)), changes(first, later), RULES];
}

function page(id: string): string {
  return `# What protects ${id}, and what may they do? For ${id}, their guardian, or a service that may read: choose below.
query Page {
  _entities(representations: [${reference(id)}]) {
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
}

function button(ids: readonly string[]): string {
  return `# Which of these people may go LIVE? For a service that may read: choose below.
query Button {
  safetyUsers(ids: ${JSON.stringify(ids)}) {
    id
    featureAccess { id liveStreaming { id allowed minimumAge } }
  }
}
`;
}

function changes(id: string, later: string): string {
  return `# What changes by another day, with nobody acting? For ${id}, their guardian, or a service that may know ages.
query Later {
  _entities(representations: [${reference(id)}]) {
    ... on User {
      safetyPreview(at: ${JSON.stringify(later)}) {
        id
        at
        features { id all { id key access reason { id text } } }
      }
    }
  }
}
`;
}

const RULES = `# What the rules say in one place, by age. For everyone.
query Rules {
  safetyPolicy {
    label
    table(region: "US-CA") {
      on
      rows { item { key label } cells { fromAge untilAge default allowed reason { text } } }
    }
  }
}
`;

function reference(id: string): string {
  return `{ __typename: "User", id: ${JSON.stringify(id)} }`;
}
