import { answerInWords } from "../../src/policy/proof/counter-example-words.js";
import { PROMISES } from "../../src/policy/proof/invariant.js";
import { prove } from "../../src/policy/proof/prove.js";
import { sameValue } from "../../src/policy/lattice.js";
import { compilePolicy } from "../../src/policy/compile.js";
import { shipped } from "./the-platform.js";

const { documents, invariants } = shipped;

test("all invariants hold", () => {
  const proof = prove(documents, invariants);
  const broken = proof.ok && proof.proved.filter(({ counterExample }) => counterExample);
  expect(broken).toEqual([]);
});

test("every promise is made", () => {
  const made = invariants.flatMap((invariant) => (invariant.kind === "promise" ? [invariant.promise] : []));
  expect(made).toEqual(PROMISES);
});

/** For each invariant a rule without which it does not hold, and the smallest counter-example then. */
const WITHOUT: readonly (readonly [name: string, rule: string, says: string])[] = [
  [
    "no-direct-messages-under-16",
    "dm-16",
    "`directMessages` can be `EVERYONE` for somebody of 13 in US-CA on 2021-01-01",
  ],
  ["no-live-under-16", "live-16", "`liveStreaming` can be `ALLOWED` for somebody of 13 in US-CA on 2019-03-02"],
  ["no-live-under-18", "live-18", "`liveStreaming` can be `ALLOWED` for somebody of 16 in US-CA on 2022-11-23"],
  ["no-gifts-under-18", "gifts-18", "`sendGifts` can be `ALLOWED` for somebody of 13 in US-CA on 2019-12-03"],
  ["nothing-for-adults-under-18", "own-content-18", "`contentLevel` can be `MATURE` for somebody of 13 in US-CA"],
  ["no-full-account-under-13", "account-13", "`account` can be `ALLOWED` for somebody of 0 in AT on 2019-03-02"],
  ["no-account-under-13-elsewhere", "account-13", "`account` can be `ALLOWED` for somebody of 0 in AT on 2019-03-02"],
  [
    "younger-users-are-out-of-reach",
    "younger-users-experience",
    "`accountVisibility` can be `PUBLIC` for somebody of 0",
  ],
  [
    "strangers-do-not-reach-under-16",
    "recommended-16",
    "`appearInRecommendations` can be `ALLOWED` for somebody of 13",
  ],
  ["private-by-default-under-16", "private-by-default-16", "`accountVisibility` starts at `PUBLIC` for somebody of 13"],
  ["closed-by-default-under-18", "duets-friends-18", "`duetsAndStitches` starts at `EVERYONE` for somebody of 16"],
  ["nothing-by-itself-under-18", "own-mentions-friends", "`mentions` starts at `EVERYONE` for somebody of 13"],
  ["an-hour-a-day-by-default-under-18", "screen-time-60", "`dailyScreenTime` starts at `NO_LIMIT` for somebody of 13"],
  ["quiet-nights-under-18", "quiet-18", "`quietHours` can be `NONE` for somebody of 16 in US-CA on 2021-08-12"],
  ["quiet-evenings-under-16", "quiet-16", "`quietHours` can be `22:00-08:00` for somebody of 0 in US-CA on 2021-08-12"],
  [
    "no-profiled-ads-in-europe",
    "ads-europe-18",
    "`personalizedAds` can be `ON` for somebody of 14 in AT on 2023-07-11",
  ],
  [
    "private-by-default-in-europe",
    "eu-dsa-28-1-private",
    "`accountVisibility` starts at `PUBLIC` for somebody of 16 in AT",
  ],
  [
    "no-account-under-16-in-australia",
    "au-smma-16",
    "`account` can be `ALLOWED` for somebody of 13 in AU on 2025-12-10",
  ],
  ["linked-accounts-in-brazil", "br-eca-linked", "`account` can be `ALLOWED` for somebody of 13 in BR on 2026-03-17"],
  ["proof-of-age-in-brazil", "br-eca-gifts", "`sendGifts` can be `ALLOWED` for somebody of 18 in BR on 2026-03-17"],
  [
    "parents-open-accounts-in-texas",
    "us-tx-sb2420",
    "`account` can be `LIMITED` for somebody of 0 in US-TX on 2026-05-28",
  ],
  [
    "no-account-under-14-in-florida",
    "us-fl-hb3-14",
    "`account` can be `LIMITED` for somebody of 0 in US-FL with a guardian",
  ],
  [
    "feeds-need-a-parent-in-california",
    "us-ca-sb976-feed-assured",
    "`personalizedFeed` can be `ALLOWED` for somebody of 13",
  ],
];

test("every invariant about ages and places is seen to fail", () => {
  const always = invariants.filter(({ kind }) => kind === "always").map(({ name }) => name);
  expect(WITHOUT.map(([name]) => name)).toEqual(always);
});

test.each(WITHOUT)("%s does not hold without %s, and the policy answers so", (name, without, says) => {
  const changed = { ...documents, rules: documents.rules.filter(({ id }) => id !== without) };
  const proof = prove(
    changed,
    invariants.filter((invariant) => invariant.name === name),
  );
  const example = proof.ok ? (proof.proved[0]?.counterExample ?? null) : null;
  if (!example) throw new Error("it holds");
  expect(answerInWords(example)).toContain(says);
  const { question, value } = example.is;
  const answer = compilePolicy(changed).decide(question.subject, question.choices, question.at).answers[
    example.item.index
  ];
  const is = example.field === "default" ? answer?.default : answer?.value;
  expect(is !== undefined && is !== null && sameValue(is, value)).toBe(true);
});
