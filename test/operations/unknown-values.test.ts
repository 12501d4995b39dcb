import { millisecondsUntilStale } from "../../examples/operations/ask-again.js";
import type { SafetyAudience, SafetyControl, SafetyUnlockKind } from "../../examples/operations/generated/graphql.js";
import { audienceOf, controlOf } from "../../examples/operations/known-values.js";
import { waysOut } from "../../examples/operations/way-out.js";

// What servers of the future send is no value that the types of today hold.
const audience = (value: string): SafetyAudience => value as SafetyAudience;
const control = (value: string): SafetyControl => value as SafetyControl;
const kind = (value: string): SafetyUnlockKind => value as SafetyUnlockKind;

test.each([
  ["EVERYONE", "EVERYONE"],
  ["FRIENDS", "FRIENDS"],
  ["NO_ONE", "NO_ONE"],
  ["FRIENDS_OF_FRIENDS", "NO_ONE"],
  ["toString", "NO_ONE"],
  [null, "NO_ONE"],
  [undefined, "NO_ONE"],
])("an audience of %s is read as %s", (sent, read) => {
  expect(audienceOf(sent === null || sent === undefined ? sent : audience(sent))).toBe(read);
});

test.each([
  ["CHOICE", "CHOICE"],
  ["DIAL", null],
])("a control %s is drawn as %s", (sent, drawn) => {
  expect(controlOf(control(sent))).toBe(drawn);
});

test("a step of a kind from after this build is written, without a screen", () => {
  const steps = [
    { kind: kind("PASS_A_COURSE"), text: "Pass the course" },
    { kind: kind("VERIFY_AGE"), text: "Prove your age" },
  ];
  expect(waysOut([{ steps }])).toEqual([{ texts: ["Pass the course", "Prove your age"], screens: ["prove-age"] }]);
});

const RECEIVED = Date.UTC(2026, 10, 22, 20);

test.each([
  ["never", null, null],
  ["in a minute", "2026-11-22T20:01:00.000Z", 60_000],
  ["at once, for what ended meanwhile", "2026-11-22T19:59:59.000Z", 0],
  ["within what a timer can wait, for years ahead", "2032-03-09T00:00:00.000Z", 2_147_483_647],
  ["at once, for what cannot be read", "soon", 0],
])("answers are asked for again %s", (_when, validUntil, milliseconds) => {
  expect(millisecondsUntilStale(validUntil, RECEIVED)).toBe(milliseconds);
});
