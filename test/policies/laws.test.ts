import { addDays } from "../../src/policy/calendar.js";
import { compilePolicy } from "../../src/policy/compile.js";
import type { Policy } from "../../src/policy/policy.js";
import type { RuleId } from "../../src/policy/rule.js";
import type { AssuranceLevel } from "../../src/policy/subject.js";
import { day, inShort } from "./in-short.js";
import { shipped } from "./the-platform.js";

const { documents, policy: asShipped } = shipped;
const laws = documents.rules.filter(({ layer }) => layer === "LAW");

describe("each rule by itself, with neither the platform nor another law nor a court before it", () => {
  const everyLaw = new Set(laws.map(({ id }) => id));
  const alone = (id: string): Policy =>
    compilePolicy({
      ...documents,
      rules: laws.filter((rule) => rule.id === id),
      complyAnyway: everyLaw,
      takeAsConfirmed: everyLaw,
    });

  // The first day of the records stands for a day before them.
  const SINCE = "2019-03-01";

  /** The oldest whom the rule means, its first day, what was open before, what holds then, and with a guardian's approval. */
  const ROWS: readonly (readonly [
    rule: string,
    key: string,
    region: string,
    age: number,
    first: string,
    open: string,
    then: string,
    approved: string,
  ])[] = [
    ["us-coppa-consent", "account", "US-OR", 12, SINCE, "ALLOWED", "LIMITED", "ALLOWED"],
    ["us-coppa-consent", "personalizedFeed", "US-OR", 12, SINCE, "ALLOWED", "LIMITED", "ALLOWED"],
    ["us-coppa-ads", "personalizedAds", "US-OR", 12, SINCE, "ON", "OFF", "ON"],
    ["us-coppa-third-party", "personalizedAds", "US-OR", 12, "2026-04-22", "ON", "OFF", "ON"],
    ["eu-dsa-28-2-ads", "personalizedAds", "SE", 17, "2023-08-01", "ON", "OFF", "OFF"],
    [
      "eu-dsa-28-1-private",
      "accountVisibility",
      "SE",
      17,
      "2025-07-14",
      "PUBLIC",
      "PRIVATE up to PUBLIC",
      "PRIVATE up to PUBLIC",
    ],
    ["eu-dsa-28-1-downloads", "videoDownloads", "SE", 17, "2025-07-14", "ON", "OFF", "OFF"],
    ["eu-dsa-28-1-nudges", "autoplay", "SE", 17, "2025-07-14", "ON", "OFF up to ON", "OFF up to ON"],
    [
      "eu-dsa-28-1-nudges",
      "quietHours",
      "SE",
      17,
      "2025-07-14",
      "NONE",
      "00:00-24:00 up to NONE",
      "00:00-24:00 up to NONE",
    ],
    ["eu-dsa-28-1-feed", "personalizedFeed", "SE", 17, "2025-07-14", "ALLOWED", "LIMITED", "LIMITED"],
    ["eu-dsa-28-1-adult-proof", "watchMatureLive", "SE", 17, "2025-07-14", "ALLOWED", "DENIED", "DENIED"],
    ["eu-gdpr-8-13", "personalizedFeed", "SE", 12, SINCE, "ALLOWED", "LIMITED", "ALLOWED"],
    ["eu-gdpr-8-13", "personalizedAds", "GB", 12, SINCE, "ON", "OFF", "ON"],
    ["eu-gdpr-8-14", "personalizedFeed", "ES", 13, SINCE, "ALLOWED", "LIMITED", "ALLOWED"],
    ["eu-gdpr-8-14", "personalizedAds", "AT", 13, SINCE, "ON", "OFF", "ON"],
    ["eu-gdpr-8-14-from-memory", "personalizedFeed", "CY", 13, SINCE, "ALLOWED", "LIMITED", "ALLOWED"],
    ["eu-gdpr-8-14-from-memory", "personalizedAds", "LT", 13, SINCE, "ON", "OFF", "ON"],
    ["eu-gdpr-8-15", "personalizedFeed", "FR", 14, SINCE, "ALLOWED", "LIMITED", "ALLOWED"],
    ["eu-gdpr-8-15", "personalizedAds", "CZ", 14, SINCE, "ON", "OFF", "ON"],
    ["eu-gdpr-8-15-from-memory", "personalizedFeed", "GR", 14, SINCE, "ALLOWED", "LIMITED", "ALLOWED"],
    ["eu-gdpr-8-15-from-memory", "personalizedAds", "SI", 14, SINCE, "ON", "OFF", "ON"],
    ["eu-gdpr-8-15-denmark", "personalizedFeed", "DK", 14, "2024-01-01", "ALLOWED", "LIMITED", "ALLOWED"],
    ["eu-gdpr-8-15-denmark", "personalizedAds", "DK", 14, "2024-01-01", "ON", "OFF", "ON"],
    ["eu-gdpr-8-16", "personalizedFeed", "HU", 15, SINCE, "ALLOWED", "LIMITED", "ALLOWED"],
    ["eu-gdpr-8-16", "personalizedAds", "PL", 15, SINCE, "ON", "OFF", "ON"],
    ["eu-gdpr-8-16-from-memory", "personalizedFeed", "LI", 15, SINCE, "ALLOWED", "LIMITED", "ALLOWED"],
    ["eu-gdpr-8-16-from-memory", "personalizedAds", "RO", 15, SINCE, "ON", "OFF", "ON"],
    [
      "gb-childrens-code-private",
      "accountVisibility",
      "GB",
      17,
      "2021-09-02",
      "PUBLIC",
      "PRIVATE up to PUBLIC",
      "PRIVATE up to PUBLIC",
    ],
    ["gb-childrens-code-private", "suggestedToOthers", "GB", 17, "2021-09-02", "ON", "OFF up to ON", "OFF up to ON"],
    ["gb-childrens-code-ads", "personalizedAds", "GB", 17, "2021-09-02", "ON", "OFF up to ON", "OFF up to ON"],
    ["gb-childrens-code-feed", "personalizedFeed", "GB", 17, "2021-09-02", "ALLOWED", "LIMITED", "ALLOWED"],
    ["au-smma-16", "account", "AU-QLD", 15, "2025-12-10", "ALLOWED", "DENIED", "DENIED"],
    ["au-smma-self-declared", "account", "AU-QLD", 15, "2025-12-10", "ALLOWED", "DENIED", "DENIED"],
    ["br-eca-linked", "account", "BR", 15, "2026-03-17", "ALLOWED", "DENIED", "ALLOWED"],
    ["br-eca-linked-at-16", "account", "BR", 16, "2026-03-17", "ALLOWED", "DENIED", "ALLOWED"],
    ["br-eca-ads", "personalizedAds", "BR", 17, "2026-03-17", "ON", "OFF", "OFF"],
    ["br-eca-gifts", "sendGifts", "BR", 17, "2026-03-17", "ALLOWED", "DENIED", "DENIED"],
    ["br-eca-gifts", "receiveGifts", "BR", 17, "2026-03-17", "ALLOWED", "DENIED", "DENIED"],
    ["br-eca-adult-proof", "watchMatureLive", "BR", 17, "2026-03-17", "ALLOWED", "DENIED", "DENIED"],
    [
      "br-eca-defaults",
      "accountVisibility",
      "BR",
      17,
      "2026-03-17",
      "PUBLIC",
      "PRIVATE up to PUBLIC",
      "PRIVATE up to PUBLIC",
    ],
    ["br-eca-defaults", "suggestedToOthers", "BR", 17, "2026-03-17", "ON", "OFF up to ON", "OFF up to ON"],
    [
      "br-eca-defaults",
      "directMessages",
      "BR",
      17,
      "2026-03-17",
      "EVERYONE",
      "NO_ONE up to EVERYONE",
      "NO_ONE up to EVERYONE",
    ],
    [
      "br-eca-defaults",
      "comments",
      "BR",
      17,
      "2026-03-17",
      "EVERYONE",
      "NO_ONE up to EVERYONE",
      "NO_ONE up to EVERYONE",
    ],
    [
      "br-eca-defaults",
      "mentions",
      "BR",
      17,
      "2026-03-17",
      "EVERYONE",
      "NO_ONE up to EVERYONE",
      "NO_ONE up to EVERYONE",
    ],
    [
      "br-eca-defaults",
      "duetsAndStitches",
      "BR",
      17,
      "2026-03-17",
      "EVERYONE",
      "NO_ONE up to EVERYONE",
      "NO_ONE up to EVERYONE",
    ],
    ["br-eca-defaults", "videoDownloads", "BR", 17, "2026-03-17", "ON", "OFF up to ON", "OFF up to ON"],
    ["br-eca-defaults", "autoplay", "BR", 17, "2026-03-17", "ON", "OFF up to ON", "OFF up to ON"],
    ["us-va-sb854", "dailyScreenTime", "US-VA", 15, "2026-01-01", "NO_LIMIT", "60", "60 up to NO_LIMIT"],
    ["us-tx-sb2420", "account", "US-TX", 17, "2026-01-01", "ALLOWED", "DENIED", "ALLOWED"],
    ["us-ca-sb976-feed", "personalizedFeed", "US-CA", 17, "2025-01-01", "ALLOWED", "LIMITED", "ALLOWED"],
    ["us-ca-sb976-feed-assured", "personalizedFeed", "US-CA", 17, "2027-01-01", "ALLOWED", "LIMITED", "ALLOWED"],
    ["us-ca-sb976-night", "quietHours", "US-CA", 17, "2025-01-01", "NONE", "00:00-06:00", "NONE"],
    ["us-ca-sb976-school", "quietHours", "US-CA", 17, "2025-01-01", "NONE", "MON-FRI 08:00-15:00", "NONE"],
    ["us-ny-safe-feed", "personalizedFeed", "US-NY", 17, "2026-03-14", "ALLOWED", "LIMITED", "ALLOWED"],
    ["us-ny-safe-feed-assured", "personalizedFeed", "US-NY", 17, "2026-03-14", "ALLOWED", "LIMITED", "ALLOWED"],
    ["us-ny-safe-night", "quietHours", "US-NY", 17, "2026-03-14", "NONE", "00:00-06:00", "NONE"],
    ["us-fl-hb3-14", "account", "US-FL", 13, "2025-01-01", "ALLOWED", "DENIED", "DENIED"],
    ["us-fl-hb3-16", "account", "US-FL", 15, "2025-01-01", "ALLOWED", "DENIED", "ALLOWED"],
    ["us-ne-lb383", "account", "US-NE", 17, "2026-07-01", "ALLOWED", "DENIED", "ALLOWED"],
    ["in-dpdp-consent", "account", "IN", 17, "2027-05-13", "ALLOWED", "DENIED", "ALLOWED"],
    ["in-dpdp-ads", "personalizedAds", "IN", 17, "2027-05-13", "ON", "OFF", "OFF"],
    ["in-dpdp-tracking", "personalizedFeed", "IN", 17, "2027-05-13", "ALLOWED", "LIMITED", "LIMITED"],
  ];

  test.each(ROWS)("%s: %s in %s up to %i from %s: %s, then %s, with approval %s", (rule, key, region, age, ...row) => {
    const [first, open, then, approved] = row;
    const policy = alone(rule);
    const on = day(first);
    expect({
      before: first === SINCE ? open : inShort(policy, key, age, addDays(on, -1), region),
      then: inShort(policy, key, age, on, region),
      approved: inShort(policy, key, age, on, region, { approved: key }),
      older: inShort(policy, key, age + 1, on, region),
      elsewhere: inShort(policy, key, age, on, "JP"),
    }).toEqual({ before: open, then, approved, older: open, elsewhere: open });
  });

  test("COPPA's one consent for all ends where its separate consent begins", () => {
    const days = [day("2026-04-21"), day("2026-04-22")];
    const ads = (rule: string) => days.map((on) => inShort(alone(rule), "personalizedAds", 12, on, "US"));
    expect([ads("us-coppa-ads"), ads("us-coppa-third-party")]).toEqual([
      ["OFF", "ON"],
      ["ON", "OFF"],
    ]);
  });

  test("every rule of a law has a row for everything it does", () => {
    const does = laws.flatMap(({ id, effects }) => effects.map(({ item }) => `${id} ${item}`));
    expect([...new Set(ROWS.map(([rule, key]) => `${rule} ${key}`))].sort()).toEqual(does.sort());
  });
});

describe("what courts and sources leave open", () => {
  /** As shipped, and where the deployment complies anyway or takes it as confirmed. */
  const ROWS: readonly (readonly [
    rule: string,
    key: string,
    region: string,
    age: number,
    assurance: AssuranceLevel,
    date: string,
    off: string,
    on: string,
  ])[] = [
    ["us-va-sb854", "dailyScreenTime", "US-VA", 15, "VERIFIED", "2026-02-27", "60 up to NO_LIMIT", "60"],
    ["us-tx-sb2420", "account", "US-TX", 17, "VERIFIED", "2026-01-01", "ALLOWED", "DENIED"],
    ["us-tx-sb2420", "account", "US-TX", 17, "VERIFIED", "2026-05-27", "ALLOWED", "DENIED"],
    ["us-fl-hb3-14", "account", "US-FL", 13, "VERIFIED", "2025-10-31", "ALLOWED", "DENIED"],
    ["us-fl-hb3-16", "account", "US-FL", 15, "VERIFIED", "2025-06-30", "ALLOWED", "DENIED"],
    [
      "us-ca-sb976-school",
      "quietHours",
      "US-CA",
      17,
      "VERIFIED",
      "2025-05-31",
      "22:00-08:00",
      "FRI-SAT 22:00-08:00,SUN-THU 22:00-15:00",
    ],
    [
      "us-ca-sb976-school",
      "quietHours",
      "US-CA",
      17,
      "VERIFIED",
      "2025-09-01",
      "22:00-08:00",
      "FRI-SAT 22:00-08:00,SUN-THU 22:00-15:00",
    ],
    ["eu-gdpr-8-14-from-memory", "personalizedFeed", "BG", 13, "VERIFIED", "2022-05-01", "ALLOWED", "LIMITED"],
    ["eu-gdpr-8-15-from-memory", "personalizedFeed", "GR", 14, "VERIFIED", "2022-05-01", "ALLOWED", "LIMITED"],
    ["eu-gdpr-8-15-denmark", "personalizedFeed", "DK", 14, "VERIFIED", "2024-01-01", "ALLOWED", "LIMITED"],
    ["eu-gdpr-8-16-from-memory", "personalizedFeed", "HR", 15, "VERIFIED", "2022-05-01", "ALLOWED", "LIMITED"],
    ["au-smma-self-declared", "account", "AU", 30, "SELF_DECLARED", "2025-12-10", "ALLOWED", "DENIED"],
    ["au-smma-self-declared", "account", "AU", 30, "ESTIMATED", "2025-12-10", "ALLOWED", "ALLOWED"],
    ["br-eca-linked-at-16", "account", "BR", 16, "VERIFIED", "2026-03-17", "ALLOWED", "DENIED"],
    ["us-ny-safe-feed", "personalizedFeed", "US-NY", 17, "VERIFIED", "2026-03-14", "ALLOWED", "LIMITED"],
    ["us-ny-safe-feed-assured", "personalizedFeed", "US-NY", 30, "SELF_DECLARED", "2026-03-14", "ALLOWED", "LIMITED"],
    ["us-ny-safe-feed-assured", "personalizedFeed", "US-NY", 30, "ESTIMATED", "2026-03-14", "ALLOWED", "ALLOWED"],
  ];

  /** These add nothing to what the platform does already: the platform's nights are longer, and its ban on ads is older. */
  const COVERED = ["us-ca-sb976-night", "us-ny-safe-night", "eu-dsa-28-2-ads"];

  test.each(ROWS)(
    "%s: %s in %s at %i, %s, on %s: %s, and %s where it is followed",
    (rule, key, region, age, assurance, ...row) => {
      const [date, off, on] = row;
      const followed = new Set([rule as RuleId]);
      const policy = compilePolicy({ ...documents, complyAnyway: followed, takeAsConfirmed: followed });
      const ask = (asked: Policy) => inShort(asked, key, age, day(date), region, { assurance });
      expect([ask(asShipped), ask(policy)]).toEqual([off, on]);
    },
  );

  test.each(["2025-06-01", "2025-08-31"])("there are no school hours on %s, whoever follows them", (date) => {
    const followed = new Set(["us-ca-sb976-school" as RuleId]);
    const policy = compilePolicy({ ...documents, complyAnyway: followed });
    expect(inShort(policy, "quietHours", 17, day(date), "US-CA")).toBe("22:00-08:00");
  });

  test("has a row for every rule that is enjoined or unconfirmed at some time", () => {
    const open = laws.filter(({ timeline }) =>
      timeline.some(({ status }) => status === "enjoined" || status === "unconfirmed"),
    );
    expect([...new Set([...ROWS.map(([rule]) => rule), ...COVERED])].sort()).toEqual(open.map(({ id }) => id).sort());
  });
});

describe("the age of consent to data", () => {
  const gdpr = laws.filter(({ place }) => place.file === "laws/eu-gdpr-8.yaml");
  const byItself = { ...documents, rules: gdpr };
  const followed = compilePolicy(byItself);
  const confirmed = compilePolicy({ ...byItself, takeAsConfirmed: new Set(gdpr.map(({ id }) => id)) });

  /** The first age at which the feed needs nobody's approval. */
  function ageOfConsent(policy: Policy, country: string): number | undefined {
    const isOpen = (age: number) => inShort(policy, "personalizedFeed", age, day("2024-01-01"), country) === "ALLOWED";
    return [12, 13, 14, 15, 16, 17].find(isOpen);
  }

  test.each([
    [13, 13, "BE FI SE GB EE LV MT PT NO IS"],
    [14, 14, "AT IT ES"],
    [15, 15, "CZ FR"],
    [16, 16, "IE NL SK DE HU PL"],
    [13, 14, "BG CY LT"],
    [13, 15, "GR SI DK"],
    [13, 16, "HR LU RO LI"],
    [12, 12, "CH TR US"],
  ])("is %i, and %i once all is confirmed, in %s", (age, onceConfirmed, list) => {
    const countries = list.split(" ");
    const ages = countries.map((country) => [
      country,
      ageOfConsent(followed, country),
      ageOfConsent(confirmed, country),
    ]);
    expect(ages).toEqual(countries.map((country) => [country, age, onceConfirmed]));
  });
});

test("every rule of a law cites it, by a name and an address", () => {
  expect(laws.filter(({ citation }) => !citation?.url).map(({ id }) => id)).toEqual([]);
});
