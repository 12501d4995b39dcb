import { as, service, startService, users, type Service } from "./service.js";

let running: Service;
beforeAll(async () => {
  running = await startService();
});
afterAll(() => running.stop());

const about = (selection: string) =>
  `query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on User { ${selection} } } }`;

const FIELDS = {
  safetySettings: "safetySettings { id }",
  featureAccess: "featureAccess { id }",
  safetyPreview: 'safetyPreview(at: "2027-01-01T00:00:00Z") { id }',
} as const;

const READ = service("youth-safety:read");
const AGE = service("youth-safety:age");
const BOTH = service("youth-safety:read", "youth-safety:age");

describe("who may read what about Maya", () => {
  const ok = null;
  test.each([
    ["Maya herself", as("maya"), ok, ok, ok],
    ["Dana, who guards her", as("dana"), ok, ok, ok],
    ["Lee, who guards her too", as("lee"), ok, ok, ok],
    ["Kit, whose link has ended", as("kit"), "FORBIDDEN", "FORBIDDEN", "FORBIDDEN"],
    ["Noah, a stranger", as("noah"), "FORBIDDEN", "FORBIDDEN", "FORBIDDEN"],
    ["a service that may read", READ, ok, ok, "FORBIDDEN"],
    ["a service that may know ages", AGE, "FORBIDDEN", "FORBIDDEN", ok],
    ["a service that may do both", BOTH, ok, ok, ok],
    ["a service with another scope", service("billing:read"), "FORBIDDEN", "FORBIDDEN", "FORBIDDEN"],
    ["nobody", {}, "UNAUTHENTICATED", "UNAUTHENTICATED", "UNAUTHENTICATED"],
  ])("%s", async (_who, headers, settings, features, preview) => {
    const { status, people, errors } = await running.ask(
      about(Object.values(FIELDS).join(" ")),
      users("maya"),
      headers,
    );
    const codeAt = (field: string) => errors.find(({ path }) => path?.at(-1) === field)?.extensions["code"] ?? null;
    const codes = Object.fromEntries(Object.keys(FIELDS).map((field) => [field, codeAt(field)]));
    expect(codes).toEqual({ safetySettings: settings, featureAccess: features, safetyPreview: preview });
    const { safetySettings, featureAccess, safetyPreview } = people[0] ?? {};
    const nulls = [safetySettings, featureAccess, safetyPreview].map((field) => field === null);
    expect(nulls).toEqual([settings, features, preview].map((code) => code !== null));
    expect(status).toBe(200);
  });
});

test("`safetyUsers` is for services alone", async () => {
  const query = '{ safetyUsers(ids: ["maya"]) { id } safetyPolicy { label } }';
  const codes = async (headers: Readonly<Record<string, string>>) => {
    const { data, errors } = await running.ask(query, {}, headers);
    expect(data?.safetyPolicy?.label).toBe("2026-11-22.1");
    return [data?.safetyUsers?.length ?? null, errors[0]?.extensions["code"] ?? null];
  };
  expect(await codes(READ)).toEqual([1, null]);
  expect(await codes(as("maya"))).toEqual([null, "FORBIDDEN"]);
  expect(await codes({})).toEqual([null, "UNAUTHENTICATED"]);
});

test("a service without the scope is refused before anything is read", async () => {
  const before = running.reads.length;
  await running.ask(about(FIELDS.safetySettings), users("maya"), service("billing:read"));
  await running.ask(about(FIELDS.safetySettings), users("maya"));
  expect(running.reads).toHaveLength(before);
});

const DATES = `
  safetySettings {
    validUntil
    quietHours { validUntil scheduleValidUntil quietChangesAt timeZone availableFrom unlocks { steps { kind on text } } }
    directMessages { validUntil availableFrom reason { text } unlocks { steps { kind on text } } options { unlocks { steps { on text } } } }
    dailyScreenTime { approval { endsAt } }
  }
  featureAccess { validUntil all { validUntil availableFrom reason { text } unlocks { steps { on text } } } }`;

describe("dates", () => {
  const asked = async (who: string, headers: Readonly<Record<string, string>>) =>
    (await running.ask(about(DATES), users(who), headers)).people[0];

  test.each([
    ["Noah", as("noah"), "noah"],
    ["Dana about Maya", as("dana"), "maya"],
    ["a service with the age right about Noah", BOTH, "noah"],
  ])("%s sees them", async (_who, headers, about) => {
    const settings = (await asked(about, headers))?.safetySettings;
    const availableFrom = String(settings?.directMessages.availableFrom);
    expect(availableFrom).toMatch(/^20\d\d-\d\d-\d\d$/);
    const [step] = settings?.directMessages.unlocks[0]?.steps ?? [];
    expect(step?.on).toBe(availableFrom);
    expect(step?.text).toContain(availableFrom.slice(0, 4));
    expect(settings?.quietHours.timeZone).toMatch(/\//);
  });

  test.each(["noah", "maya", "ava", "nobody"])("a service without the age right sees none about %s", async (who) => {
    const page = await asked(who, READ);
    const dayAhead = Date.parse("2026-11-23T20:00:00Z");
    const bounded: unknown[] = [];
    const hidden: unknown[] = [];
    walk(page, (key, value) => {
      if (["validUntil", "scheduleValidUntil"].includes(key)) bounded.push(value);
      if (key === "quietChangesAt" && value !== null) bounded.push(value);
      if (["on", "availableFrom", "timeZone", "endsAt"].includes(key)) hidden.push(value);
      // The name of a statute holds the year of the statute.
      if (key === "text") expect(String(value).replace(/ The law: .*/, "")).not.toMatch(/20\d\d|January|March|May/);
    });
    expect(bounded.length).toBeGreaterThan(15);
    for (const instant of bounded) expect(Date.parse(String(instant))).toBeLessThanOrEqual(dayAhead);
    expect(new Set(hidden)).toEqual(new Set([null]));
  });
});

test("a guardian sees who set their own limit, and not who set another's; the person sees both", async () => {
  const query = about("safetySettings { dailyScreenTime { guardianLimits { value guardian { id } } } }");
  const seenBy = async (who: string) => {
    const { people } = await running.ask(query, users("maya"), as(who));
    const limits = people[0]?.safetySettings?.dailyScreenTime.guardianLimits ?? [];
    return limits.map(({ value, guardian }) => [value, guardian?.id ?? null]);
  };
  expect(await seenBy("maya")).toEqual([
    ["45", "dana"],
    ["50", "lee"],
  ]);
  expect(await seenBy("dana")).toEqual([
    ["45", "dana"],
    ["50", null],
  ]);
  expect(await seenBy("lee")).toEqual([
    ["45", null],
    ["50", "lee"],
  ]);
});

test("a person reached through an answer is read by the same rules", async () => {
  const query = about("safetySettings { dailyScreenTime { guardianLimits { guardian { id featureAccess { id } } } } }");
  const { people, errors } = await running.ask(query, users("maya"), as("maya"));
  const [first] = people[0]?.safetySettings?.dailyScreenTime.guardianLimits ?? [];
  expect(first).toEqual({ guardian: { id: "dana", featureAccess: null } });
  expect(errors.map(({ extensions }) => extensions["code"])).toEqual(["FORBIDDEN", "FORBIDDEN"]);
});

function walk(value: unknown, visit: (key: string, value: unknown) => void): void {
  if (typeof value !== "object" || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    if (!Array.isArray(value)) visit(key, inner);
    walk(inner, visit);
  }
}
