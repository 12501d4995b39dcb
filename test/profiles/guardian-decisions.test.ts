import { jest } from "@jest/globals";
import fc from "fast-check";
import { addDays, formatDate, formatInstant, type Instant } from "../../src/policy/calendar.js";
import type { Value } from "../../src/policy/item.js";
import { isAtLeastAsStrict, top } from "../../src/policy/lattice.js";
import { formatValue } from "../../src/policy/value-text.js";
import { APPROVAL_STATES, type ApprovalRequest, type ApprovalState } from "../../src/profiles/approval-request.js";
import { guardianApprovals, guardianLimits, guardianStatus } from "../../src/profiles/guardian-decisions.js";
import { LINK_STATES, type GuardianLink, type LinkState } from "../../src/profiles/guardian-link.js";
import type { StoredValue } from "../../src/profiles/stored-value.js";
import { ITEMS } from "./items.js";
import { day, idOf, instant, known } from "./profile-of.js";

// A machine that many share can be slow.
jest.setTimeout(60_000);

const now = instant("2026-11-22T12:00:00Z");
const items = new Map(ITEMS.map((item) => [String(item.key), item]));

function link(
  guardian: string,
  state: LinkState = "ACTIVE",
  limits: Readonly<Record<string, StoredValue>> = {},
): GuardianLink {
  return {
    id: `link-${guardian}`,
    guardian: idOf(guardian),
    state,
    invitedBy: "GUARDIAN",
    invitedAt: instant("2026-01-01T00:00:00Z"),
    activeSince: instant("2026-01-02T00:00:00Z"),
    expiresAt: null,
    endedAt: null,
    limits: new Map(
      Object.entries(limits).map(([item, value]) => [item, { value, setAt: instant("2026-02-01T00:00:00Z") }]),
    ),
  };
}

interface Said {
  readonly item?: string;
  readonly value?: StoredValue | null;
  readonly on?: string;
  readonly ends?: string | null;
}

function request(guardian: string | null, state: ApprovalState, said: Said = {}): ApprovalRequest {
  const { item = "directMessages", value = null, on = "2026-03-01", ends = null } = said;
  return {
    id: "approval",
    item,
    value,
    state,
    guardian: guardian === null ? null : idOf(guardian),
    requestedAt: instant("2026-02-01T00:00:00Z"),
    decidedAt: instant(`${on}T00:00:00Z`),
    endsAt: ends === null ? null : instant(`${ends}T00:00:00Z`),
  };
}

const yes = (guardian: string, value: StoredValue | null = null, said: Said = {}) =>
  request(guardian, "APPROVED", { ...said, value });
const no = (guardian: string, said: Said = {}) => request(guardian, "DECLINED", said);

function text(key: string, value: Value | null): string {
  return value === null ? "all" : formatValue(known(items.get(key), key), value);
}

describe("whether somebody guards the person", () => {
  const until = (expires: string): GuardianLink => ({ ...link("dana", "PENDING"), expiresAt: instant(expires) });
  test.each<[string, GuardianLink[], string]>([
    ["nobody was asked", [], "NONE"],
    ["one agreed", [link("dana")], "LINKED"],
    ["one agreed, another was asked", [link("dana"), link("omar", "PENDING")], "LINKED"],
    ["one was asked", [link("dana", "PENDING")], "PENDING"],
    ["one was asked until now", [until("2026-11-22T12:00:00Z")], "NONE"],
    ["one was asked until later", [until("2026-11-22T12:00:01Z")], "PENDING"],
    ["one declined", [link("dana", "DECLINED")], "NONE"],
    ["one ended it", [link("dana", "REVOKED")], "NONE"],
    ["one came to its end", [link("dana", "EXPIRED")], "NONE"],
  ])("%s", (_, links, status) => {
    expect(guardianStatus(links, now)).toBe(status);
  });
});

describe("limits", () => {
  const limited = (...links: GuardianLink[]) =>
    Object.fromEntries([...guardianLimits(links, items)].map(([key, value]) => [key, text(key, value)]));

  test.each<[string, GuardianLink[], Record<string, string>]>([
    ["nobody set any", [link("dana")], {}],
    [
      "one did",
      [link("dana", "ACTIVE", { dailyScreenTime: 45, liveStreaming: "DENIED" })],
      { dailyScreenTime: "45", liveStreaming: "DENIED" },
    ],
    [
      "two did: the strictest of each",
      [
        link("dana", "ACTIVE", { dailyScreenTime: 45, directMessages: "NO_ONE" }),
        link("omar", "ACTIVE", { dailyScreenTime: 60, directMessages: "FRIENDS", autoplay: false }),
      ],
      { dailyScreenTime: "45", directMessages: "NO_ONE", autoplay: "OFF" },
    ],
    [
      "ON is the strict end where ON protects",
      [link("dana", "ACTIVE", { restrictedMode: "OFF" }), link("omar", "ACTIVE", { restrictedMode: true })],
      { restrictedMode: "ON" },
    ],
    [
      "quiet hours are those of both",
      [
        link("dana", "ACTIVE", { quietHours: "21:00-07:00" }),
        link("omar", "ACTIVE", {
          quietHours: [
            { from: "20:00", until: "06:00" },
            { from: "12:00", until: "13:00", days: ["SAT", "SUN"] },
          ],
        }),
      ],
      { quietHours: "SAT-SUN 12:00-13:00,20:00-07:00" },
    ],
    [
      "only active links count",
      LINK_STATES.filter((state) => state !== "ACTIVE").map((state) =>
        link(state.toLowerCase(), state, { dailyScreenTime: 5 }),
      ),
      {},
    ],
    [
      "a value that the catalogue does not know is the strictest",
      [
        link("dana", "ACTIVE", {
          directMessages: "FOLLOWERS",
          dailyScreenTime: "a lot",
          liveStreaming: 3,
          autoplay: "no",
          restrictedMode: "yes",
        }),
      ],
      {
        directMessages: "NO_ONE",
        dailyScreenTime: "0",
        liveStreaming: "DENIED",
        autoplay: "OFF",
        restrictedMode: "ON",
      },
    ],
    [
      "and for quiet hours the whole week",
      [link("dana", "ACTIVE", { quietHours: "25:00-26:00" })],
      { quietHours: "00:00-24:00" },
    ],
    ["a limit on nothing that there is, is none", [link("dana", "ACTIVE", { carrierPigeons: "NO_ONE" })], {}],
  ])("%s", (_, links, expected) => {
    expect(limited(...links)).toEqual(expected);
    expect(limited(...links.toReversed())).toEqual(expected);
  });
});

describe("approvals", () => {
  const both = [link("dana"), link("omar")];

  function approved(links: readonly GuardianLink[], requests: readonly ApprovalRequest[]): string | null {
    const [approval] = guardianApprovals(links, requests, items);
    if (!approval) return null;
    const [key, { value, until }] = approval;
    return `${key} ${text(key, value)}${until === null ? "" : ` until ${formatInstant(until).slice(0, 10)}`}`;
  }

  test.each<[string, GuardianLink[], ApprovalRequest[], string | null]>([
    ["nobody was asked", both, [], null],
    ["one yes is enough", both, [yes("dana", "FRIENDS")], "directMessages FRIENDS"],
    ["a yes without a value goes as far as the rules", both, [yes("dana")], "directMessages all"],
    ["with an end", both, [yes("dana", "FRIENDS", { ends: "2027-01-01" })], "directMessages FRIENDS until 2027-01-01"],
    ["two: the strictest value", both, [yes("dana", "EVERYONE"), yes("omar", "FRIENDS")], "directMessages FRIENDS"],
    ["two: a value is stricter than none", both, [yes("dana"), yes("omar", "FRIENDS")], "directMessages FRIENDS"],
    ["a no cancels another guardian's yes", both, [yes("dana", "EVERYONE"), no("omar")], null],
    ["even an older no", both, [no("omar", { on: "2026-02-15" }), yes("dana", "EVERYONE", { on: "2026-10-01" })], null],
    [
      "until that guardian says yes",
      both,
      [no("omar"), yes("omar", "FRIENDS", { on: "2026-04-01" })],
      "directMessages FRIENDS",
    ],
    [
      "a guardian's newest word counts",
      both,
      [yes("dana", "EVERYONE"), yes("dana", "FRIENDS", { on: "2026-04-01" })],
      "directMessages FRIENDS",
    ],
    [
      "also when it is looser",
      both,
      [yes("dana", "FRIENDS"), yes("dana", "EVERYONE", { on: "2026-04-01" })],
      "directMessages EVERYONE",
    ],
    ["at the same instant no is the last word", both, [no("dana"), yes("dana", "EVERYONE")], null],
    ["a yes taken back is no yes", both, [yes("dana"), request("dana", "REVOKED", { on: "2026-04-01" })], null],
    [
      "and does not cancel another's",
      both,
      [request("dana", "REVOKED"), yes("omar", "FRIENDS")],
      "directMessages FRIENDS",
    ],
    [
      "a yes that expired does not revive an older one",
      both,
      [yes("dana", "EVERYONE"), request("dana", "EXPIRED", { on: "2026-04-01" })],
      null,
    ],
    [
      "a pending or withdrawn request decides nothing",
      both,
      [
        yes("dana", "FRIENDS"),
        request(null, "PENDING", { on: "2026-05-01" }),
        request("dana", "PENDING", { on: "2026-05-01" }),
        request("dana", "WITHDRAWN", { on: "2026-05-01" }),
      ],
      "directMessages FRIENDS",
    ],
    ["whose link ended says nothing any more", [link("dana", "REVOKED")], [yes("dana")], null],
    [
      "also not no",
      [link("dana"), link("omar", "REVOKED")],
      [yes("dana", "FRIENDS"), no("omar")],
      "directMessages FRIENDS",
    ],
    ["a pending guardian has no word", [link("dana", "PENDING")], [yes("dana")], null],
    ["a stranger has no word", both, [yes("eve"), no("eve")], null],
    [
      "two ends: the strictest value until the last",
      both,
      [yes("dana", "FRIENDS", { ends: "2027-01-01" }), yes("omar", "EVERYONE", { ends: "2027-06-01" })],
      "directMessages FRIENDS until 2027-06-01",
    ],
    [
      "one without an end: without",
      both,
      [yes("dana", "FRIENDS", { ends: "2027-01-01" }), yes("omar", "EVERYONE")],
      "directMessages FRIENDS",
    ],
    [
      "a yes that had ended when another was given is spent",
      both,
      [yes("dana", "FRIENDS", { ends: "2026-06-01" }), yes("omar", "EVERYONE", { on: "2026-07-01" })],
      "directMessages EVERYONE",
    ],
    [
      "a yes that is over is still told with its end",
      both,
      [yes("dana", "FRIENDS", { ends: "2026-06-01" })],
      "directMessages FRIENDS until 2026-06-01",
    ],
    [
      "a value that the catalogue does not know allows nothing",
      both,
      [yes("dana", "FOLLOWERS")],
      "directMessages NO_ONE",
    ],
    ["and widens nobody else's", both, [yes("dana", "FOLLOWERS"), yes("omar", "EVERYONE")], "directMessages NO_ONE"],
    ["an item that is gone is dropped", both, [yes("dana", "EVERYONE", { item: "carrierPigeons" })], null],
    [
      "a feature can be approved as well",
      both,
      [yes("dana", "LIMITED", { item: "liveStreaming" })],
      "liveStreaming LIMITED",
    ],
    [
      "windows: those of both stay",
      both,
      [yes("dana", "22:00-07:00", { item: "quietHours" }), yes("omar", "23:00-08:00", { item: "quietHours" })],
      "quietHours 22:00-08:00",
    ],
  ])("%s", (_, links, requests, expected) => {
    expect(approved(links, requests)).toBe(expected);
    expect(approved(links, requests.toReversed())).toBe(expected);
  });

  test("a no about one item says nothing about another", () => {
    const approvals = guardianApprovals(both, [yes("dana", "FRIENDS"), no("omar", { item: "autoplay" })], items);
    expect([...approvals.keys()]).toEqual(["directMessages"]);
  });

  const someRequest = fc
    .record({
      guardian: fc.constantFrom("dana", "omar", "lee"),
      state: fc.constantFrom(...APPROVAL_STATES),
      value: fc.constantFrom("NO_ONE", "FRIENDS", "EVERYONE", "FOLLOWERS", null),
      on: fc.integer({ min: 0, max: 100 }),
      ends: fc.option(fc.integer({ min: 0, max: 200 })),
    })
    .map(({ guardian, state, value, on, ends }) => {
      const date = (days: number) => formatDate(addDays(day("2026-03-01"), days));
      return request(guardian, state, { value, on: date(on), ends: ends === null ? null : date(ends) });
    });
  const someRequests = fc.array(someRequest, { maxLength: 6 });
  const messages = known(items.get("directMessages"), "directMessages");

  /** What is allowed at an instant, as a value of the chain; -1: nothing. */
  function widthAt(links: readonly GuardianLink[], requests: readonly ApprovalRequest[], at: Instant): Value {
    const approval = guardianApprovals(links, requests, items).get(messages.key);
    const isLive = approval && (approval.until === null || at < approval.until);
    return isLive ? (approval.value ?? top(messages)) : -1;
  }

  test("another guardian only ever narrows what somebody has allowed", () => {
    const lees = fc.array(
      someRequest.map((one) => ({ ...one, guardian: idOf("lee") })),
      { maxLength: 3 },
    );
    const yeses = fc.array(
      someRequest.map((one) => ({ ...one, guardian: idOf("dana"), state: "APPROVED" as const, endsAt: null })),
      { minLength: 1, maxLength: 3 },
    );
    const links = [link("dana"), link("lee")];
    fc.assert(
      fc.property(yeses, lees, (requests, added) => {
        const alone = widthAt(links, requests, now);
        expect(isAtLeastAsStrict(widthAt(links, [...requests, ...added], now), alone)).toBe(true);
      }),
    );
  });

  test("time never widens an approval", () => {
    fc.assert(
      fc.property(
        someRequests,
        fc.integer({ min: 0, max: 300 }),
        fc.integer({ min: 0, max: 300 }),
        (requests, a, b) => {
          const at = (days: number) => instant(`${formatDate(addDays(day("2026-03-01"), days))}T00:00:00Z`);
          const links = [link("dana"), link("omar"), link("lee")];
          const [before, after] = [at(Math.min(a, b)), at(Math.max(a, b))];
          expect(isAtLeastAsStrict(widthAt(links, requests, after), widthAt(links, requests, before))).toBe(true);
        },
      ),
    );
  });
});
