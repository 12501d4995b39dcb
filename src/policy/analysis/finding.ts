import type { PolicyProblem } from "../language/policy-problem.js";
import type { SourcePlace } from "../rule.js";

/** An error keeps a policy from being served; a warning is a likely mistake; a note is worth knowing. */
export type Severity = "error" | "warning" | "note";

interface Kind {
  readonly severity: Severity;
  readonly meaning: string;
  readonly remedy: string;
}

/** Every kind of finding, by its stable code. */
export const FINDINGS = {
  "too-large": {
    severity: "error",
    meaning: "The rules tell apart more combinations of facts than are looked at, so none of the rest was looked for.",
    remedy: "Name fewer ages, regions and dates, or let rules share them.",
  },
  gap: {
    severity: "error",
    meaning: "Some people under the age at which guardians' powers end are mentioned by no rule about an item.",
    remedy: "Add a rule for them, if only to say that the item is open.",
  },
  "never-in-force": {
    severity: "error",
    meaning: "A rule's timeline and season have no day in common.",
    remedy: "Correct the dates of one of them.",
  },
  "over-before-since": {
    severity: "warning",
    meaning: "A rule had ended before the catalogue's first day, so nobody is ever answered by it.",
    remedy: "Take the rule away, or let `since` begin earlier.",
  },
  "switched-off": {
    severity: "note",
    meaning: "A rule is only ever enjoined or unconfirmed, and the deployment does not follow it all the same.",
    remedy: "Nothing, unless the deployment should list it.",
  },
  "beaten-cap": {
    severity: "warning",
    meaning: "A cap changes nothing: wherever it applies, other rules are as strict, whatever a guardian approves.",
    remedy: "Take it away, or make it stricter.",
  },
  "beaten-default": {
    severity: "warning",
    meaning: "A default changes nothing: wherever it applies, the defaults of other rules are as strict.",
    remedy: "Take it away, or make it stricter.",
  },
  "conflicting-defaults": {
    severity: "warning",
    meaning: "Two rules of one document, for the same people at the same times, give an item different defaults.",
    remedy: "Keep the one that is meant.",
  },
  "law-already-met": {
    severity: "note",
    meaning: "A law asks for no more than other documents do. A statute stands by itself, so this is fine.",
    remedy: "Nothing.",
  },
  "idle-lift": {
    severity: "warning",
    meaning:
      "What a guardian may allow by a rule is never reached: other rules hold the item down, or no approval counts.",
    remedy: "Take `guardian may allow` away, or give the other rules one too.",
  },
  "needless-statement": {
    severity: "warning",
    meaning: "A rule says that an item is open where other rules already speak of it, so that it closes no gap.",
    remedy: "Take it away.",
  },
  "default-out-of-reach": {
    severity: "warning",
    meaning: "A default is looser than what is permitted wherever its rule applies, so nobody starts with it.",
    remedy: "Make the default as strict as the cap.",
  },
  "whole-week": {
    severity: "warning",
    meaning: "The windows of several rules together cover the whole week, though none of them does alone.",
    remedy: "Shorten one of them; if it is meant, let one rule say `00:00-24:00`.",
  },
  "idle-threshold": {
    severity: "warning",
    meaning: "No answer changes at an age that rules name.",
    remedy: "Use an age that others name too, or take the condition away.",
  },
  "idle-region": {
    severity: "warning",
    meaning:
      "A region that rules name is answered like the rest of its country, or a country like one that no rule names.",
    remedy: "Take the region out of `where` or `minus`.",
  },
  "unreachable-value": {
    severity: "warning",
    meaning: "The catalogue has a value that the rules leave to nobody.",
    remedy: "Take the value out of the catalogue, or loosen a rule.",
  },
  "unreachable-reason": {
    severity: "warning",
    meaning: "There is a text for a reason that an item is never given for.",
    remedy: "Take the text away.",
  },
  "overdue-review": {
    severity: "warning",
    meaning: "Nobody has compared the rules with a source for longer than the deployment's `review every`.",
    remedy: "Compare them, and write the day as `reviewedOn`.",
  },
  "review-ahead": {
    severity: "warning",
    meaning: "The day of a review has not come yet.",
    remedy: "Correct `reviewedOn`.",
  },
} as const satisfies Readonly<Record<string, Kind>>;

/** The code of a finding. */
export type FindingCode = keyof typeof FINDINGS;

/** Something about a policy that its authors should know: where to look, what is the matter, and what to do. */
export interface Finding extends PolicyProblem {
  readonly severity: Severity;
  readonly code: FindingCode;
}

/** A finding, with the severity of its code. */
export function finding(code: FindingCode, place: SourcePlace, message: string): Finding {
  return { severity: FINDINGS[code].severity, code, place, message };
}
