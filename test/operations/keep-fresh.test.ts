import { jest } from "@jest/globals";
import { keepFresh } from "../../examples/operations/keep-fresh.js";

beforeEach(() => {
  jest.useFakeTimers();
});
afterEach(() => {
  jest.useRealTimers();
});

/** Pages that are asked for one after another; an error is a failure. */
function keeping(...answers: readonly (number | null | Error)[]) {
  const left = [...answers];
  const shown: (number | null)[] = [];
  const ask = async () => {
    const answer = left.shift();
    if (answer === undefined || answer instanceof Error) throw answer ?? new Error("asked too often");
    return { askAgainIn: answer };
  };
  return { shown, kept: keepFresh(ask, ({ askAgainIn }) => shown.push(askAgainIn)) };
}

const pass = (milliseconds: number) => jest.advanceTimersByTimeAsync(milliseconds);

test("a page is shown at once, and again when its answers end", async () => {
  const { shown } = keeping(60_000, 5_000, null);
  await pass(59_999);
  expect(shown).toEqual([60_000]);
  await pass(1);
  expect(shown).toEqual([60_000, 5_000]);
  await pass(5_000);
  expect(shown).toEqual([60_000, 5_000, null]);
});

test("what does not change by itself is not asked about again", async () => {
  const { shown } = keeping(null, 1);
  await pass(10 ** 9);
  expect(shown).toEqual([null]);
});

test("an answer that has ended already is asked about again after a second, not at once", async () => {
  const { shown } = keeping(0, null);
  await pass(999);
  expect(shown).toEqual([0]);
  await pass(1);
  expect(shown).toEqual([0, null]);
});

test("a failure leaves what is shown, and is tried again", async () => {
  const { shown } = keeping(1_000, new Error("offline"), 2_000);
  await pass(1_000);
  expect(shown).toEqual([1_000]);
  await pass(30_000);
  expect(shown).toEqual([1_000, 2_000]);
});

test("to ask now takes the place of the time that was set", async () => {
  const { shown, kept } = keeping(60_000, 60_000, null);
  await pass(30_000);
  await kept.askNow();
  await pass(59_999);
  expect(shown).toEqual([60_000, 60_000]);
  await pass(1);
  expect(shown).toEqual([60_000, 60_000, null]);
});

test("a page that has gone is neither asked about nor shown", async () => {
  const { shown, kept } = keeping(1_000, 1_000);
  kept.stop();
  await pass(10_000);
  expect(shown).toEqual([]);
});
