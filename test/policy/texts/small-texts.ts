import type { Item } from "../../../src/policy/item.js";
import type { Texts } from "../../../src/policy/texts/texts.js";
import { problemsIn, read, SMALL } from "../language/small-policy.js";

const CODES = [
  "AGE_UNKNOWN",
  "AGE_VERIFICATION_NEEDED",
  "GUARDIAN_APPROVAL_PENDING",
  "GUARDIAN_LIMIT",
  "GUARDIAN_LINK_NEEDED",
  "REGION_UNKNOWN",
  "LAW",
  "NOT_OFFERED",
];

const LAYERS = ["LAW", "PLATFORM", "GUARDIAN", "USER", "DEFAULT"];

/** Every English text of the small policy; those that no test is about say where they stand. */
export const ENGLISH = `settings:
  comments: { label: Comments, help: Help., values: { NO_ONE: No one, FRIENDS: Friends, EVERYONE: Everyone } }
  autoplay: { label: Autoplay, help: Help., values: { OFF: "Off", ON: "On" } }
  dailyScreenTime: { label: Daily screen time, help: Help. }
  quietHours: { label: Quiet hours, help: Help. }
features:
  account: { label: Account, help: Help. }
  commenting:
    label: Commenting
    help: Help.
    reasons: { BELOW_MINIMUM_AGE: { teen: "{label} opens at {age}." } }
levels: { DENIED: Not available, LIMITED: Limited, ALLOWED: Available }
minutes:
  none: Not at all
  some: "{minutes, plural, one {# minute} other {# minutes}} a day"
  unlimited: No limit
windows:
  none: No quiet hours
  daily: "{from} to {until}"
  onDays: "{days}, {from} to {until}"
  wholeDay: "{days}, all day"
  always: All day, every day
  range: "{first} to {last}"
days: { MON: Monday, TUE: Tuesday, WED: Wednesday, THU: Thursday, FRI: Friday, SAT: Saturday, SUN: Sunday }
reasons:
  BELOW_MINIMUM_AGE:
    setting: { teen: "{label} is {value} until {age}.", guardian: X }
    feature: { teen: X, guardian: BELOW_MINIMUM_AGE feature guardian }
  GUARDIAN_APPROVAL_NEEDED:
    setting: { teen: X, guardian: X }
    feature: { teen: Ask a guardian., guardian: You can allow it. }
  ALLOWED: { feature: { teen: X, guardian: X } }
  KEPT: { setting: { teen: X, guardian: X } }
  PLATFORM_DEFAULT: { setting: { teen: "Starts as {value}.", guardian: X } }
  USER_CHOICE: { setting: { teen: X, guardian: X } }
${CODES.map((code) => `  ${code}: { setting: { teen: ${code} setting teen, guardian: X }, feature: { teen: X, guardian: X } }`).join("\n")}
law: { teen: "{reason} Law: {law}.", guardian: "{reason} {law}" }
steps:
  REACH_AGE: { teen: "Turn {age}", guardian: "{age}", dated: { teen: "Turn {age} on {on}", guardian: "{age}, {on}" } }
  WAIT_UNTIL: { teen: X, guardian: X, dated: { teen: "{on}", guardian: "{on}" } }
  VERIFY_AGE: { teen: "{age}", guardian: "{age}" }
  LINK_GUARDIAN: { teen: X, guardian: X }
  GUARDIAN_APPROVES: { teen: "Approve: {label}", guardian: "{label}" }
  GUARDIAN_LIFTS_LIMIT: { teen: "{label}", guardian: "{label}" }
  STATE_REGION: { teen: X, guardian: X }
limits: { curatedOnly: { teen: Only curated videos., guardian: limits guardian } }
page:
  heading: "{at} {revision}"
  answer: "{label} {value}"
  nothingInTheWay: X
  rule: "{rule}"
  alsoBinding: "{rules}"
  chosen: "{value}"
  locked: X
  moreHours: "{value}"
  stricterToo: X
  upTo: "{value}"
  toOpen: "{value}: {steps}"
  orToOpen: "{value}: {steps}"
  andStep: "{steps} {step}"
  changesNever: X
  holdsUntil: "{at}"
  quiet: X
  quietUntil: "{at}"
  notQuiet: X
  notQuietUntil: "{at}"
  decidedBy: { ${LAYERS.map((layer) => `${layer}: X`).join(", ")} }
`;

/** The texts of the small policy with some files of texts, and its items. */
export function textsOf(files: Readonly<Record<string, string>>): {
  readonly texts: Texts;
  readonly items: readonly Item[];
} {
  const policy = read({ ...SMALL, ...files });
  if (!policy.ok) throw new Error(JSON.stringify(policy.problems));
  return { texts: policy.texts, items: policy.documents.catalogue.items };
}

/** What is wrong with some files of texts. */
export function textProblemsIn(files: Readonly<Record<string, string>>): readonly string[] {
  return problemsIn({ ...SMALL, ...files });
}
