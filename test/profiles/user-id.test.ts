import { parseUserId } from "../../src/profiles/user-id.js";

test.each([
  "maya",
  "0",
  "-1",
  "a1b2-c3d4",
  "maya@example.org",
  "$ne",
  "__proto__",
  "ÅSA",
  "李雷",
  "🦊",
  "a".repeat(128),
  "🦊".repeat(128),
])("`%s` is a user id, as it is written", (text) => {
  expect(parseUserId(text)).toBe(text);
});

test.each([
  "",
  " ",
  "two words",
  "maya ",
  "maya\n",
  "maya\u0000",
  "tab\tbed",
  "\u200b",
  "\u202emaya",
  "\ud800",
  "a".repeat(129),
])("%j is none", (text) => {
  expect(parseUserId(text)).toBeNull();
});
