/** How many people there are to ask about. */
export const CROWD = 1_000;

const SETTINGS = [
  "accountVisibility",
  "directMessages",
  "comments",
  "mentions",
  "duetsAndStitches",
  "videoDownloads",
  "suggestedToOthers",
  "personalizedAds",
  "autoplay",
  "contentLevel",
  "dailyScreenTime",
  "quietHours",
];
const FEATURES = [
  "account",
  "liveStreaming",
  "watchMatureLive",
  "directMessaging",
  "groupChats",
  "publicPosting",
  "commenting",
  "duettingAndStitching",
  "appearInRecommendations",
  "sendGifts",
  "receiveGifts",
  "personalizedFeed",
];

const settings = (fields: string) => `safetySettings { ${SETTINGS.map((key) => `${key} { ${fields} }`).join(" ")} }`;
const features = (keys: readonly string[], fields: string) =>
  `featureAccess { ${keys.map((key) => `${key} { ${fields} }`).join(" ")} }`;

/** What clients ask of a person, from everything to one button. */
export const SELECTIONS: Readonly<Record<string, string>> = {
  full: `${settings("key summary locked decidedBy")} ${features(FEATURES, "allowed access decidedBy minimumAge reason { code }")}`,
  "settings page": settings("key summary locked decidedBy"),
  "authors of a feed": features(["liveStreaming", "directMessaging", "commenting"], "allowed"),
  "one button": features(["liveStreaming"], "allowed"),
};

/** The body of an `_entities` request for the first `people` of the crowd. */
export function entitiesRequest(selection: string, people: number): string {
  const query = `query ($people: [_Any!]!) { _entities(representations: $people) { ... on User { id ${selection} } } }`;
  const representations = Array.from({ length: people }, (_, index) => ({ __typename: "User", id: `person-${index}` }));
  return JSON.stringify({ query, variables: { people: representations } });
}
