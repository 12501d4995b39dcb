import { deadlineIn, doneBefore } from "../../src/profiles/deadline.js";

const late = () => new Error("late");

test("a deadline counts down to 0 by the clock it is given", () => {
  let now = 5_000;
  const deadline = deadlineIn(100, () => now);
  expect(deadline.msLeft()).toBe(100);
  now += 60;
  expect(deadline.msLeft()).toBe(40);
  now += 600;
  expect(deadline.msLeft()).toBe(0);
});

test("work that is done in time answers, or fails, as it does", async () => {
  await expect(doneBefore(deadlineIn(10_000), async () => "done", late)).resolves.toBe("done");
  await expect(doneBefore(deadlineIn(10_000), () => Promise.reject(new Error("broken")), late)).rejects.toThrow(
    "broken",
  );
});

test("work that takes longer is late, and is not begun when it is late already", async () => {
  const never = new Promise<never>(() => undefined);
  await expect(doneBefore(deadlineIn(5), () => never, late)).rejects.toThrow("late");
  const begun: string[] = [];
  await expect(doneBefore(deadlineIn(0), async () => begun.push("begun"), late)).rejects.toThrow("late");
  expect(begun).toEqual([]);
});
