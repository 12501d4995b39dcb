import { jest } from "@jest/globals";
import fc from "fast-check";
import { addDays, formatDate, type CalendarDate } from "../../src/policy/calendar.js";
import { ASSURANCE_LEVELS, type BirthInterval } from "../../src/policy/subject.js";
import { ASSURANCE_BY_METHOD, type AgeFact, type AgeMethod } from "../../src/profiles/age-fact.js";
import { believedAge } from "../../src/profiles/believed-age.js";
import { birthBetween, birthOfText } from "../../src/profiles/stated-birth.js";
import { day, instant, known } from "./profile-of.js";

// A machine that many share can be slow.
jest.setTimeout(60_000);

const now = instant("2026-11-22T12:00:00Z");

interface Evidence {
  readonly recorded?: string;
  readonly expires?: string;
}

/** A fact such as `fact("IDENTITY_DOCUMENT", "2008-05-04")` or `fact("APPLE_CHECKED", "13..15 on 2026-01-02")`. */
function fact(method: AgeMethod, said: string, { recorded = "2026-01-01T00:00:00Z", expires }: Evidence = {}): AgeFact {
  const bounds = /^(\d*)\.\.(\d*) on (.+)$/.exec(said);
  const end = (text = "") => (text === "" ? null : Number(text));
  return {
    born: known(bounds ? birthBetween(end(bounds[1]), end(bounds[2]), day(bounds[3] ?? "")) : birthOfText(said), said),
    method,
    issuer: null,
    recordedAt: instant(recorded),
    expiresAt: expires === undefined ? null : instant(expires),
  };
}

function written({ earliest, latest }: BirthInterval): string {
  const side = (date: CalendarDate | null) => (date === null ? "" : formatDate(date));
  return earliest === latest && earliest !== null ? side(earliest) : `${side(earliest)}..${side(latest)}`;
}

const document = "IDENTITY_DOCUMENT";
const self = "SELF_DECLARATION";

describe("what several facts come to", () => {
  const ended = { expires: "2026-06-01T00:00:00Z" };
  const afterwards = { recorded: "2026-07-01T00:00:00Z" };
  test.each<[string, AgeFact[], string, string, boolean]>([
    ["nothing is known", [], "..", "UNKNOWN", false],
    ["one fact is what it says", [fact(self, "2011-05-04")], "2011-05-04", "SELF_DECLARED", false],
    ["a year is a year", [fact(self, "2011")], "2011-01-01..2011-12-31", "SELF_DECLARED", false],

    [
      "declared 20, estimated 14: 14",
      [fact(self, "2006-05-04"), fact("FACE_ESTIMATE", "13..15 on 2026-11-01")],
      "2010-11-02..2013-11-01",
      "ESTIMATED",
      true,
    ],
    [
      "declared 14, estimated 20: 14 all the same, and estimated to be that old",
      [fact(self, "2012-05-04"), fact("FACE_ESTIMATE", "18.. on 2026-11-01")],
      "2012-05-04",
      "ESTIMATED",
      true,
    ],
    [
      "declared 14, a guardian says 20: 14",
      [fact(self, "2012-05-04"), fact("GUARDIAN_DECLARATION", "2006-05-04")],
      "2012-05-04",
      "GUARDIAN_ATTESTED",
      true,
    ],
    [
      "declared 16, declared 20: 16",
      [fact(self, "2010-05-04"), fact(self, "2006-05-04")],
      "2010-05-04",
      "SELF_DECLARED",
      true,
    ],
    [
      "declared 16 to the day narrows no estimate of 13 to 17",
      [fact(self, "2010-05-04"), fact("INFERENCE", "13..17 on 2026-11-01")],
      "2008-11-02..2013-11-01",
      "ESTIMATED",
      false,
    ],

    [
      "declared 14, verified 20: 20",
      [fact(self, "2012-05-04"), fact(document, "2006-05-04")],
      "2006-05-04",
      "VERIFIED",
      false,
    ],
    [
      "declared 20, verified 14: 14",
      [fact(self, "2006-05-04"), fact(document, "2012-05-04")],
      "2012-05-04",
      "VERIFIED",
      true,
    ],
    [
      "estimated 14, verified 18 and over: 18",
      [fact("INFERENCE", "13..15 on 2026-11-01"), fact("PAYMENT_CARD", "18.. on 2026-11-01")],
      "..2008-11-01",
      "VERIFIED",
      false,
    ],
    [
      "verified twice: what fits both",
      [fact("PAYMENT_CARD", "18.. on 2026-11-01"), fact(document, "2006-05-04")],
      "2006-05-04",
      "VERIFIED",
      false,
    ],
    [
      "verified 14 and verified 20: 14",
      [fact("GOOGLE_VERIFIED", "2006-05-04"), fact(document, "2012-05-04")],
      "2012-05-04",
      "VERIFIED",
      true,
    ],

    [
      "a proof that ran out leaves the age as it was",
      [fact(document, "2006-05-04", ended)],
      "2006-05-04",
      "UNKNOWN",
      false,
    ],
    [
      "so it does when something weaker was known before",
      [fact(document, "2006-05-04", ended), fact(self, "2012-05-04")],
      "2006-05-04",
      "UNKNOWN",
      false,
    ],
    [
      "what says a year less does not prove the year",
      [fact(document, "2006-05-04", ended), fact("FACE_ESTIMATE", "18.. on 2026-01-01")],
      "2006-05-04",
      "UNKNOWN",
      false,
    ],
    [
      "verified 14 until June, declared 20 later: 14",
      [fact(document, "2012-05-04", ended), fact(self, "2006-05-04", afterwards)],
      "2012-05-04",
      "SELF_DECLARED",
      true,
    ],
    [
      "verified 20 until June, declared 14 later: 14",
      [fact(document, "2006-05-04", ended), fact(self, "2012-05-04", afterwards)],
      "2012-05-04",
      "SELF_DECLARED",
      true,
    ],
    [
      "verified 20 until June, verified 18 and over later: 18",
      [fact(document, "2006-05-04", ended), fact("PAYMENT_CARD", "18.. on 2026-07-01", afterwards)],
      "..2008-07-01",
      "VERIFIED",
      false,
    ],
    [
      "verified 14 until June, verified 20 later: 20",
      [fact(document, "2012-05-04", ended), fact(document, "2006-05-04", afterwards)],
      "2006-05-04",
      "VERIFIED",
      false,
    ],

    [
      "verified 14 until June and 20, declared 20 later: nothing declared makes anybody older",
      [fact(document, "2012-05-04", ended), fact(document, "2006-05-04"), fact(self, "2006-05-04", afterwards)],
      "2012-05-04",
      "VERIFIED",
      true,
    ],

    [
      "a review puts right what was verified before",
      [fact(document, "2012-05-04"), fact("REVIEW", "2008-05-04", afterwards)],
      "2008-05-04",
      "VERIFIED",
      false,
    ],
    [
      "and not what comes after",
      [fact(document, "2012-05-04", { recorded: "2026-08-01T00:00:00Z" }), fact("REVIEW", "2008-05-04", afterwards)],
      "2012-05-04",
      "VERIFIED",
      true,
    ],

    ["121 years are unknown, not adult", [fact(document, "1905-11-22")], "..", "UNKNOWN", false],
    ["120 years are believed", [fact(document, "1905-11-24")], "1905-11-24", "VERIFIED", false],
    [
      "what cannot be believed does not count against the rest",
      [fact(document, "1900"), fact(self, "2012-05-04")],
      "2012-05-04",
      "SELF_DECLARED",
      false,
    ],
    [
      "a birth to come is the youngest there is",
      [fact(self, "2030-01-01"), fact("FACE_ESTIMATE", "18.. on 2026-11-01")],
      "2030-01-01",
      "ESTIMATED",
      true,
    ],
  ])("%s", (_, facts, born, level, conflicting) => {
    for (const order of [facts, facts.toReversed()]) {
      const believed = believedAge(order, now);
      expect({ born: written(believed.born), level: believed.level, conflicting: believed.conflicting }).toEqual({
        born,
        level,
        conflicting,
      });
    }
  });

  test.each<[string, AgeFact[], string | null, AgeMethod | null]>([
    ["nothing is known", [], null, null],
    [
      "the proof that counts runs out",
      [fact(document, "2006-05-04", { expires: "2027-01-01T00:00:00Z" })],
      "2027-01-01T00:00:00Z",
      document,
    ],
    [
      "a weaker one is not waited for",
      [fact(document, "2006-05-04"), fact(self, "2006", { expires: "2027-01-01T00:00:00Z" })],
      null,
      document,
    ],
    [
      "of two as good the one that lasts",
      [fact(document, "2006-05-04", { expires: "2027-01-01T00:00:00Z" }), fact("APPLE_CHECKED", "2006-05-04")],
      null,
      "APPLE_CHECKED",
    ],
    [
      "one that ran out still names its method",
      [fact(document, "2006-05-04", { expires: "2026-11-22T12:00:00Z" })],
      null,
      document,
    ],
    [
      "until the instant itself it counts",
      [fact(document, "2006-05-04", { expires: "2026-11-22T12:00:00.001Z" })],
      "2026-11-22T12:00:00.001Z",
      document,
    ],
  ])("%s", (_, facts, until, method) => {
    expect(believedAge(facts, now)).toMatchObject({ until: until === null ? null : instant(until), method });
  });
});

describe("whatever the facts are", () => {
  const methods = Object.keys(ASSURANCE_BY_METHOD) as AgeMethod[];
  const instants = fc.integer({ min: 0, max: 20 }).map((weeks) => formatDate(addDays(day("2026-06-01"), weeks * 7)));
  const births = fc.oneof(
    fc.integer({ min: 0, max: 366 * 12 }).map((days) => formatDate(addDays(day("2004-01-01"), days))),
    fc.integer({ min: 2004, max: 2015 }).map(String),
    fc
      .tuple(fc.integer({ min: 5, max: 20 }), fc.integer({ min: 0, max: 5 }), instants)
      .map(([lo, span, on]) => `${lo}..${lo + span} on ${on}`),
    fc.tuple(fc.integer({ min: 5, max: 20 }), instants).map(([lo, on]) => `${lo}.. on ${on}`),
  );
  const facts = (of: readonly AgeMethod[]) =>
    fc
      .tuple(fc.constantFrom(...of), births, instants, fc.option(instants))
      .map(([method, born, recorded, expires]) =>
        fact(method, born, { recorded: `${recorded}T00:00:00Z`, ...(expires && { expires: `${expires}T00:00:00Z` }) }),
      );
  const someFacts = fc.array(facts(methods), { maxLength: 5 });
  const moments = instants.map((date) => instant(`${date}T00:00:00Z`));
  const unverified = methods.filter((method) => ASSURANCE_BY_METHOD[method] !== "VERIFIED");
  const latest = ({ born }: { readonly born: BirthInterval }) => born.latest ?? Infinity;

  test("their order does not matter", () => {
    fc.assert(
      fc.property(
        someFacts.chain((list) => fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length }))),
        moments,
        ([list, shuffled], at) => expect(believedAge(shuffled, at)).toEqual(believedAge(list, at)),
      ),
    );
  });

  test("nothing unverified makes anybody older", () => {
    fc.assert(
      fc.property(
        fc.array(facts(methods), { minLength: 1, maxLength: 4 }),
        facts(unverified),
        moments,
        (list, added, at) => {
          expect(latest(believedAge([...list, added], at))).toBeGreaterThanOrEqual(latest(believedAge(list, at)));
        },
      ),
    );
  });

  test("time makes nobody older or younger, and proves nothing", () => {
    fc.assert(
      fc.property(someFacts, moments, moments, (list, a, b) => {
        const [before, after] = [believedAge(list, a < b ? a : b), believedAge(list, a < b ? b : a)];
        expect(after.born).toEqual(before.born);
        expect(ASSURANCE_LEVELS.indexOf(after.level)).toBeLessThanOrEqual(ASSURANCE_LEVELS.indexOf(before.level));
        if (before.until === null) expect(after.level).toBe(before.level);
      }),
    );
  });

  test("a level is always that of a fact that counts and says at least as old", () => {
    fc.assert(
      fc.property(someFacts, moments, (list, at) => {
        const { born, level, until } = believedAge(list, at);
        const proofs = list.filter(
          (one) =>
            ASSURANCE_BY_METHOD[one.method] === level &&
            one.expiresAt === until &&
            (until === null || at < until) &&
            latest({ born: one.born.interval }) <= latest({ born }),
        );
        expect(level === "UNKNOWN" ? until === null : proofs.length > 0).toBe(true);
      }),
    );
  });
});
