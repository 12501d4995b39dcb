import { didYouMean } from "../../src/policy/did-you-mean.js";

const KNOWN = ["directMessages", "comments", "NO_ONE"];

test.each([
  ["directMesages", "; did you mean `directMessages`?"],
  ["DIRECTMESSAGES", "; did you mean `directMessages`?"],
  ["coment", "; did you mean `comments`?"],
  ["no_one", "; did you mean `NO_ONE`?"],
  ["autoplay", ""],
  ["", ""],
])("`%s`%s", (word, suggestion) => {
  expect(didYouMean(word, KNOWN)).toBe(suggestion);
});

test("with nothing known nothing is suggested", () => {
  expect(didYouMean("comments", [])).toBe("");
});
