import { compilePolicy } from "../../src/policy/compile.js";
import { addDays, formatDate, type CalendarDate } from "../../src/policy/calendar.js";
import type { Policy } from "../../src/policy/policy.js";
import type { PolicyDocuments, Rule } from "../../src/policy/rule.js";
import { day, inShort, noon, somebody } from "./in-short.js";
import { platform } from "./the-platform.js";

const { policy, documents } = platform;

/** For each rule: an item, a place, an age it binds, and what holds the day before and on each day of its timeline. */
const ROWS: readonly (readonly [
  rule: string,
  key: string,
  region: string,
  age: number,
  date: string,
  before: string,
  from: string,
])[] = [
  ["private-by-default-16", "accountVisibility", "GB", 13, "2021-01-13", "PUBLIC", "PRIVATE up to PUBLIC"],
  ["private-by-default-16", "accountVisibility", "GB", 15, "2021-01-13", "PUBLIC", "PRIVATE up to PUBLIC"],
  ["private-by-default-16", "accountVisibility", "GB", 16, "2021-01-13", "PUBLIC", "PUBLIC"],
  ["private-by-default-18", "accountVisibility", "GB", 17, "2026-11-22", "PUBLIC", "PUBLIC"],
  ["suggested-off-16", "suggestedToOthers", "JP", 15, "2021-01-13", "ON", "OFF up to ON"],
  ["suggested-off-16", "suggestedToOthers", "JP", 16, "2021-01-13", "ON", "ON"],
  ["recommended-16", "appearInRecommendations", "JP", 15, "2021-01-13", "ALLOWED", "DENIED"],
  ["recommended-16", "appearInRecommendations", "JP", 16, "2021-01-13", "ALLOWED", "ALLOWED"],
  ["comments-16", "comments", "MX", 15, "2021-01-13", "EVERYONE", "FRIENDS"],
  ["comments-16", "comments", "MX", 16, "2021-01-13", "EVERYONE", "EVERYONE"],
  ["dm-16", "directMessages", "DE", 15, "2020-01-01", "EVERYONE", "EVERYONE"],
  ["dm-16", "directMessages", "DE", 15, "2021-01-01", "EVERYONE", "NO_ONE"],
  ["dm-16", "directMessaging", "DE", 15, "2021-01-01", "ALLOWED", "DENIED"],
  ["dm-16", "groupChats", "DE", 15, "2021-01-01", "ALLOWED", "DENIED"],
  ["dm-16", "directMessages", "DE", 16, "2021-01-01", "EVERYONE", "EVERYONE"],
  ["dm-off-by-default-18", "directMessages", "DE", 16, "2021-08-12", "EVERYONE", "NO_ONE up to EVERYONE"],
  ["dm-off-by-default-18", "directMessages", "DE", 17, "2021-08-12", "EVERYONE", "NO_ONE up to EVERYONE"],
  ["dm-off-by-default-18", "directMessaging", "DE", 17, "2021-08-12", "ALLOWED", "ALLOWED"],
  ["dm-off-by-default-18", "directMessages", "DE", 18, "2021-08-12", "EVERYONE", "EVERYONE"],
  ["duets-16", "duetsAndStitches", "FR", 15, "2021-01-13", "EVERYONE", "NO_ONE"],
  ["duets-16", "duettingAndStitching", "FR", 15, "2021-01-13", "ALLOWED", "DENIED"],
  ["duets-friends-18", "duetsAndStitches", "FR", 16, "2021-01-13", "EVERYONE", "FRIENDS up to EVERYONE"],
  ["duets-friends-18", "duetsAndStitches", "FR", 18, "2021-01-13", "EVERYONE", "EVERYONE"],
  ["downloads-16", "videoDownloads", "FR", 15, "2021-01-13", "ON", "OFF"],
  ["downloads-off-18", "videoDownloads", "FR", 16, "2021-01-13", "ON", "OFF up to ON"],
  ["downloads-off-18", "videoDownloads", "FR", 18, "2021-01-13", "ON", "ON"],
  ["live-16", "liveStreaming", "GB", 15, "2022-11-23", "DENIED", "DENIED"],
  ["live-18", "liveStreaming", "GB", 16, "2022-11-23", "ALLOWED", "DENIED"],
  ["live-18", "liveStreaming", "GB", 17, "2022-11-23", "ALLOWED", "DENIED"],
  ["live-18", "liveStreaming", "GB", 18, "2022-11-23", "ALLOWED", "ALLOWED"],
  ["receive-gifts-16", "receiveGifts", "IT", 15, "2019-12-03", "DENIED", "DENIED"],
  ["gifts-18", "receiveGifts", "IT", 16, "2019-12-03", "ALLOWED", "DENIED"],
  ["gifts-18", "sendGifts", "IT", 13, "2019-12-03", "ALLOWED", "DENIED"],
  ["gifts-18", "sendGifts", "IT", 17, "2019-12-03", "ALLOWED", "DENIED"],
  ["gifts-18", "sendGifts", "IT", 18, "2019-12-03", "ALLOWED", "ALLOWED"],
  ["quiet-16", "quietHours", "KR", 15, "2021-08-12", "NONE", "21:00-08:00"],
  ["quiet-18", "quietHours", "KR", 16, "2021-08-12", "NONE", "22:00-08:00"],
  ["quiet-18", "quietHours", "KR", 18, "2021-08-12", "NONE", "NONE"],
  ["screen-time-60", "dailyScreenTime", "KR", 13, "2023-03-01", "NO_LIMIT", "60 up to NO_LIMIT"],
  ["screen-time-60", "dailyScreenTime", "KR", 17, "2023-03-01", "NO_LIMIT", "60 up to NO_LIMIT"],
  ["screen-time-60", "dailyScreenTime", "KR", 18, "2023-03-01", "NO_LIMIT", "NO_LIMIT"],
  ["screen-time-under-13-us", "dailyScreenTime", "US-CA", 12, "2023-03-01", "NO_LIMIT", "60"],
  ["screen-time-under-13-us", "dailyScreenTime", "US-CA", 13, "2023-03-01", "NO_LIMIT", "60 up to NO_LIMIT"],
  ["ads-europe-18", "personalizedAds", "IS", 17, "2023-07-11", "OFF up to ON", "OFF"],
  ["ads-europe-18", "personalizedAds", "GB", 13, "2023-07-11", "OFF up to ON", "OFF"],
  ["ads-europe-18", "personalizedAds", "CH", 17, "2023-07-11", "OFF up to ON", "OFF"],
  ["ads-europe-18", "personalizedAds", "CH", 18, "2023-07-11", "ON", "ON"],
  ["ads-europe-18", "personalizedAds", "JP", 17, "2023-07-11", "OFF up to ON", "OFF up to ON"],
  ["ads-us-16", "personalizedAds", "US-NY", 15, "2023-06-28", "OFF up to ON", "OFF"],
  ["ads-us-16", "personalizedAds", "US-NY", 16, "2023-06-28", "OFF up to ON", "OFF up to ON"],
  ["ads-us-18", "personalizedAds", "US-NY", 17, "2024-01-01", "OFF up to ON", "OFF up to ON"],
  ["ads-us-18", "personalizedAds", "US-NY", 17, "2024-12-31", "OFF up to ON", "OFF"],
  ["ads-us-18", "personalizedAds", "US-NY", 18, "2024-12-31", "ON", "ON"],
];

test.each(ROWS)("%s: %s in %s at %i, from %s: %s, then %s", (_, key, region, age, date, before, from) => {
  const first = day(date);
  expect([inShort(policy, key, age, addDays(first, -1), region), inShort(policy, key, age, first, region)]).toEqual([
    before,
    from,
  ]);
});

/** What holds from the first day on, and still does. */
const ALWAYS: readonly (readonly [rule: string, key: string, region: string, age: number, value: string])[] = [
  ["account-13", "account", "GB", 12, "DENIED"],
  ["account-13", "account", "GB", 13, "ALLOWED"],
  ["account-13-us", "account", "US", 12, "LIMITED"],
  ["account-13-us", "account", "US-TX", 0, "LIMITED"],
  ["account-13-us", "account", "US-TX", 13, "ALLOWED"],
  ["younger-users-experience", "accountVisibility", "US-CA", 12, "PRIVATE"],
  ["younger-users-experience", "directMessages", "US-CA", 12, "NO_ONE"],
  ["younger-users-experience", "comments", "US-CA", 12, "NO_ONE"],
  ["younger-users-experience", "mentions", "US-CA", 12, "NO_ONE"],
  ["younger-users-experience", "duetsAndStitches", "US-CA", 12, "NO_ONE"],
  ["younger-users-experience", "videoDownloads", "US-CA", 12, "OFF"],
  ["younger-users-experience", "suggestedToOthers", "US-CA", 12, "OFF"],
  ["younger-users-experience", "personalizedAds", "US-CA", 12, "OFF"],
  ["younger-users-experience", "autoplay", "US-CA", 12, "OFF"],
  ["younger-users-experience", "contentLevel", "US-CA", 12, "CHILD"],
  ["younger-users-experience", "personalizedFeed", "US-CA", 12, "DENIED"],
  ["mature-live-18", "watchMatureLive", "GB", 17, "DENIED"],
  ["mature-live-18", "watchMatureLive", "GB", 18, "ALLOWED"],
  ["own-mentions-friends", "mentions", "GB", 13, "FRIENDS up to EVERYONE"],
  ["own-mentions-friends", "mentions", "GB", 18, "EVERYONE"],
  ["own-autoplay-off", "autoplay", "GB", 17, "OFF up to ON"],
  ["own-autoplay-off", "autoplay", "GB", 18, "ON"],
  ["own-content-18", "contentLevel", "GB", 17, "TEEN"],
  ["own-content-18", "contentLevel", "GB", 18, "MATURE"],
  ["own-ads-off", "personalizedAds", "JP", 17, "OFF up to ON"],
  ["own-open-features", "commenting", "GB", 13, "ALLOWED"],
  ["own-open-features", "publicPosting", "GB", 13, "ALLOWED"],
  ["own-open-features", "personalizedFeed", "GB", 13, "ALLOWED"],
];

test.each(ALWAYS)("%s: %s in %s at %i, always %s", (_, key, region, age, value) => {
  const dates = [documents.catalogue.since, day("2022-06-15"), day("2026-11-22")];
  expect(dates.map((date) => inShort(policy, key, age, date, region))).toEqual(dates.map(() => value));
});

// These state that people under 18 start where adults do; that shows only where no other rule speaks.
const STATEMENTS = ["open-start", "own-open-start"];

test("every rule has a row", () => {
  const rows = new Set([...ROWS, ...ALWAYS].map(([rule]) => rule).concat(STATEMENTS));
  expect(documents.rules.map(({ id }) => id as string).filter((id) => !rows.has(id))).toEqual([]);
  expect([...rows].filter((id) => !documents.rules.some((rule) => rule.id === id))).toEqual([]);
});

test("every day on which a rule begins or ends has a row", () => {
  const dated = documents.rules.flatMap(({ id, timeline }) =>
    timeline.filter(({ from }) => from > documents.catalogue.since).map(({ from }) => `${id} ${formatDate(from)}`),
  );
  const rows = new Set(ROWS.map(([rule, , , , date]) => `${rule} ${date}`));
  expect(dated.filter((row) => !rows.has(row))).toEqual([]);
});

describe("every rule", () => {
  test.each(documents.rules.map((rule) => [rule.id, rule] as const))(
    "%s names its source, or is the house's own",
    (id, { citation }) => {
      expect(citation === null).toBe(id.startsWith("own-"));
    },
  );

  test("says something: without it some answer would be looser or unexplained", () => {
    const dates = [...new Set(documents.rules.flatMap(({ timeline }) => timeline.map(({ from }) => from)))];
    const unheard = documents.rules.filter((rule) => !isHeard(rule, dates) && !isStatement(rule));
    expect(unheard.map(({ id }) => id)).toEqual([]);
  });
});

/** Unconfirmed rules taken as confirmed, so that they are heard too. */
const all: PolicyDocuments = { ...documents, takeAsConfirmed: new Set(documents.rules.map(({ id }) => id)) };
const whole = compilePolicy(all);

/** Whether some answer changes when the rule is left out. */
function isHeard(rule: Rule, dates: readonly CalendarDate[]): boolean {
  const without = compilePolicy({ ...all, rules: all.rules.filter(({ id }) => id !== rule.id) });
  const askedOf = (asked: Policy, age: number, date: CalendarDate, region: string): string =>
    JSON.stringify(
      asked
        .decide(somebody(asked, age, date, region), new Map(), noon(date))
        .answers.map(({ value, cap, reason }) => [value, cap, reason]),
    );
  return dates.some((date) =>
    ["GB", "US-CA", "JP"].some((region) =>
      [12, 15, 17].some((age) => askedOf(whole, age, date, region) !== askedOf(without, age, date, region)),
    ),
  );
}

/** A rule that only says that something is open. */
function isStatement({ id }: Rule): boolean {
  return id === "own-open-features";
}

test("no item is left unsaid for anybody under 18, anywhere, on any day since the records begin (V1)", () => {
  const days = [...new Set(documents.rules.flatMap(({ timeline }) => timeline.map(({ from }) => from)))];
  for (const { key } of documents.catalogue.items) {
    const speaking = documents.rules.filter(
      (rule) =>
        rule.effects.some((effect) => effect.item === key) &&
        rule.where.includes("WORLD") &&
        rule.minus.length === 0 &&
        rule.eachYear === null &&
        !rule.unlinkedOnly &&
        rule.age?.kind === "under" &&
        rule.age.age >= 18,
    );
    const unsaid = days.filter(
      (date) => !speaking.some(({ timeline }) => timeline.findLast(({ from }) => from <= date)?.status === "in force"),
    );
    expect({ key, unsaid: unsaid.map(formatDate) }).toEqual({ key, unsaid: [] });
  }
});

test("the items are those of the contract", () => {
  expect(documents.catalogue.items.map(({ key }) => key)).toEqual([
    ...["accountVisibility", "directMessages", "comments", "mentions", "duetsAndStitches", "videoDownloads"],
    ...["suggestedToOthers", "personalizedAds", "autoplay", "contentLevel", "dailyScreenTime", "quietHours"],
    ...["account", "liveStreaming", "watchMatureLive", "directMessaging", "groupChats", "publicPosting"],
    ...[
      "commenting",
      "duettingAndStitching",
      "appearInRecommendations",
      "sendGifts",
      "receiveGifts",
      "personalizedFeed",
    ],
  ]);
});
