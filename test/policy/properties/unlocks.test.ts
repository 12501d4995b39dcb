import fc from "fast-check";
import type { Decisions, Unlock, UnlockStep } from "../../../src/policy/answer.js";
import { dateAt, LATEST_MIDNIGHT, latestBirth, type CalendarDate, type Instant } from "../../../src/policy/calendar.js";
import { compilePolicy } from "../../../src/policy/compile.js";
import type { Item } from "../../../src/policy/item.js";
import type { Policy } from "../../../src/policy/policy.js";
import type { RegionCode, Subject } from "../../../src/policy/subject.js";
import { amountOf, stricter, type Amount } from "../naive/amounts.js";
import { stepsOf } from "../naive/compare.js";
import { question, REGIONS, strictestCatalogue, type Question } from "./generators.js";

const LONG_AGO = 19000101 as CalendarDate;
/** Steps that somebody takes, waiting apart. */
type Taken = Exclude<UnlockStep, { kind: "REACH_AGE" | "WAIT_UNTIL" }>;

/** How a proof of age is taken: as the age that the step names, or as the oldest that the person can be. */
type Proof = "the age named" | "the oldest possible";

class Situation {
  readonly policy: Policy;
  readonly asked: Question;
  readonly now: Decisions;

  constructor(asked: Question) {
    this.policy = compilePolicy(asked.documents);
    this.asked = asked;
    this.now = this.policy.decide(asked.subject, asked.choices, asked.at);
  }

  timeOf(unlock: Unlock): Instant {
    const wait = unlock.steps.find((step) => step.kind === "REACH_AGE" || step.kind === "WAIT_UNTIL");
    return wait ? this.now.instantOf(wait.on) : this.asked.at;
  }

  cap(item: Item): Amount {
    const answer = this.now.answers[item.index];
    if (!answer) throw new Error("an item has no answer");
    return amountOf(answer.cap);
  }

  /** The caps that steps lead to, one for each place that could be stated; none where the steps make no sense. */
  capsAfter(item: Item, steps: readonly Taken[], at: Instant, proof: Proof): readonly Amount[] {
    const { subject, choices, documents } = this.asked;
    const today = dateAt(at, subject.zone ?? LATEST_MIDNIGHT);
    const changed = steps.reduce((person, step) => after(person, step, today, proof), subject);
    const byGuardian = steps.filter(({ kind }) => kind !== "VERIFY_AGE" && kind !== "STATE_REGION");
    const approves = byGuardian.some(({ kind }) => kind !== "LINK_GUARDIAN");
    if (approves && changed.guardian !== "LINKED") return [];
    const adult = latestBirth(today, documents.catalogue.guardianPowersUnder);
    if (byGuardian.length > 0 && changed.born.latest !== null && changed.born.latest <= adult) return [];
    const places = steps.some(({ kind }) => kind === "STATE_REGION")
      ? possible(subject.residence)
      : [subject.residence];
    return places.map((residence) => {
      const answer = this.policy.decide({ ...changed, residence }, choices, at).answers[item.index];
      return amountOf(answer?.cap ?? 0);
    });
  }

  opens(item: Item, steps: readonly Taken[], at: Instant, proof: Proof): boolean {
    return this.capsAfter(item, steps, at, proof).some((cap) => stricter(this.cap(item), cap));
  }
}

function after(person: Subject, step: Taken, today: CalendarDate, proof: Proof): Subject {
  switch (step.kind) {
    case "VERIFY_AGE": {
      const born = proof === "the age named" ? latestBirth(today, step.age) : (person.born.earliest ?? LONG_AGO);
      return { ...person, assurance: "VERIFIED", assuranceUntil: null, born: { earliest: born, latest: born } };
    }
    case "LINK_GUARDIAN":
      return { ...person, guardian: "LINKED" };
    case "STATE_REGION":
      return person;
    case "GUARDIAN_APPROVES":
      return {
        ...after(person, { kind: "GUARDIAN_LIFTS_LIMIT", item: step.item }, today, proof),
        approvals: new Map(person.approvals).set(step.item, { value: null, until: null }),
      };
    case "GUARDIAN_LIFTS_LIMIT":
      return { ...person, limits: new Map([...person.limits].filter(([key]) => key !== step.item)) };
  }
}

function possible(residence: RegionCode | null): readonly RegionCode[] {
  const codes = REGIONS.map((code) => code as RegionCode);
  return residence === null ? codes : codes.filter((code) => code.startsWith(`${residence}-`));
}

function taken(unlock: Unlock): readonly Taken[] {
  return unlock.steps.filter((step) => step.kind !== "REACH_AGE" && step.kind !== "WAIT_UNTIL");
}

const everyUnlock = (asked: Question, check: (situation: Situation, item: Item, unlock: Unlock) => void): void => {
  const situation = new Situation(asked);
  situation.now.answers.forEach(({ item, unlocks }) => unlocks.forEach((unlock) => check(situation, item, unlock)));
};

test("taking the steps of an unlock opens the item, with the rules of that day (T3)", () => {
  fc.assert(
    fc.property(question(strictestCatalogue), (asked) => {
      everyUnlock(asked, (situation, item, unlock) => {
        const opened = situation.opens(item, taken(unlock), situation.timeOf(unlock), "the age named");
        const said = { item: item.key, steps: stepsOf(situation.now, unlock) };
        expect({ ...said, opened }).toEqual({ ...said, opened: true });
      });
    }),
    { seed: 51, numRuns: 60 },
  );
});

test("no unlock has a step too many, and none works a moment earlier", () => {
  fc.assert(
    fc.property(question(strictestCatalogue), (asked) => {
      everyUnlock(asked, (situation, item, unlock) => {
        const time = situation.timeOf(unlock);
        const steps = taken(unlock);
        const said = { item: item.key, steps: stepsOf(situation.now, unlock) };
        const needless = steps.filter((step) =>
          situation.opens(
            item,
            steps.filter((other) => other !== step),
            time,
            "the oldest possible",
          ),
        );
        expect({ ...said, needless }).toEqual({ ...said, needless: [] });
        if (time === asked.at) return;
        const earlier = [asked.at, (time - 1) as Instant].filter((moment) =>
          situation.opens(item, steps, moment, "the oldest possible"),
        );
        expect({ ...said, earlier }).toEqual({ ...said, earlier: [] });
      });
    }),
    { seed: 52, numRuns: 60 },
  );
});

test("an unlock reaches what it says", () => {
  fc.assert(
    fc.property(question(strictestCatalogue), (asked) => {
      everyUnlock(asked, (situation, item, unlock) => {
        const reached = situation.capsAfter(item, taken(unlock), situation.timeOf(unlock), "the age named");
        const said = { item: item.key, steps: stepsOf(situation.now, unlock), reaches: amountOf(unlock.reaches) };
        expect({ ...said, reached: reached.includes(said.reaches) }).toEqual({ ...said, reached: true });
      });
    }),
    { seed: 53, numRuns: 60 },
  );
});
